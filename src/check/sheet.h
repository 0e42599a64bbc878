/* The parts of the check `fact-sheet`, one for each sort of fact. */
#ifndef DJ_CHECK_SHEET_H
#define DJ_CHECK_SHEET_H
#include "check/check.h"
#include "check/desk.h"

/* The names of a sheet by their letters, roles and aliases, whichever pack the stories are read with. */
dj_sheet_index *dj_sheet_index_new(dj_arena *arena, const dj_rules *rules, const dj_knowns *all);

void dj_sheet_figures(dj_checking *k); /* amounts, dates and times */
void dj_sheet_names(dj_checking *k); /* their spellings */
void dj_sheet_roles(dj_checking *k);
void dj_sheet_quotes(dj_checking *k);

/* A finding of a claim against the sheet's; message and why are "<subject>" and "<subject>.<why>", with the arguments {a},
 * {b}: the two values, {source}, {sheet}: "facts.yaml:3", {fact}: what it is about, {speaker}. */
typedef struct dj_sheet_words {
    const char *subject, *why;
    dj_slice a, b;
} dj_sheet_words;
void dj_sheet_tell(dj_checking *k, dj_severity severity, const dj_known *known, const dj_mention *claim, dj_sheet_words words);
#endif
