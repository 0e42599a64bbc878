/* Which rules of a pack can begin at a letter, given what stands before it. Built from first.h once a pack is compiled. */
#ifndef DJ_RULE_DISPATCH_H
#define DJ_RULE_DISPATCH_H
#include "rule/first.h"

typedef struct dj_dispatch dj_dispatch;

/* firsts: of n rules, NULL for one that is not to be dispatched */
dj_dispatch *dj_dispatch_new(dj_arena *arena, const dj_first *const *firsts, size_t n);
/* A bit for each rule, rule i in bit i % 64 of word i / 64; NULL where no rule can begin. */
const uint64_t *dj_dispatch_at(const dj_dispatch *dispatch, uint32_t rune, dj_before before);
size_t dj_dispatch_words(const dj_dispatch *dispatch);
#endif
