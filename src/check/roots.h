/* Which facts of a sheet the words of a sentence may speak of, without holding each sentence against each fact. A fact is
 * found by the rarest of its words alone: as many words of `about` as may be missing, and one more, so that one of them is
 * in every sentence that speaks of it. What is found so is held by dj_known_is_meant, which decides. */
#ifndef DJ_CHECK_ROOTS_H
#define DJ_CHECK_ROOTS_H
#include "check/known.h"

typedef struct dj_roots dj_roots;

typedef struct dj_met { /* facts that some words met, each once */
    dj_arena *arena;
    uint32_t *seen, round; /* by fact: the round in which it was met last */
    DJ_VEC(uint32_t) facts; /* their numbers in the list */
} dj_met;

/* of amounts, dates and times; share: of the words of `about`, as dj_known_is_meant has it */
dj_roots *dj_roots_new(dj_arena *arena, const dj_knowns *knowns, const dj_names *stems, double share);
dj_met dj_met_new(dj_arena *arena, const dj_knowns *knowns);
void dj_met_begin(dj_met *met); /* anew, with none */
void dj_roots_meet(const dj_roots *roots, const dj_names *stems, dj_slice written, uint32_t stem, dj_met *met);
#endif
