/* Words that nobody knows and that are one syllable off a name of the set: 손혜워 beside 손혜원. A misspelt name often has
 * syllables that no name has, so the readers of names pass it over; here the set's own names find it. */
#ifndef DJ_CHECK_STRAYS_H
#define DJ_CHECK_STRAYS_H
#include "check/spellings.h"

typedef struct dj_stray_names dj_stray_names; /* names that words may be slips of; read only once they are made */
dj_stray_names *dj_stray_names_new(dj_arena *arena);
void dj_stray_names_add(dj_arena *arena, dj_stray_names *names, dj_slice name);

/* Adds a spelling for each such word to `spellings`, its mentions made here (kind name, no role). A word counts as unknown
 * where no story of the pack's frequencies has it and the set has it no more than name-variant.rare times. Names of three
 * to eight syllables, each part of a name in parts, are looked for; those of `others`, which may be NULL, beside the set's. */
void dj_strays_find(dj_checking *k, const dj_stray_names *others, dj_spellings *spellings);
#endif
