/* Where in a text may a match of which rules begin? Told from the letters there (first.h), without running any pattern. */
#ifndef DJ_RULE_DISPATCH_H
#define DJ_RULE_DISPATCH_H
#include "rule/first.h"
#include "rule/rules.h"

typedef struct dj_dispatch dj_dispatch;

/* firsts: of n rules, NULL for one that is not to be dispatched */
dj_dispatch *dj_dispatch_new(dj_arena *arena, const dj_first *const *firsts, size_t n);
bool dj_dispatch_has(const dj_dispatch *dispatch, size_t rule);
const dj_dispatch *dj_pack_dispatch(const dj_pack *pack); /* NULL where the pack is not ready */
size_t dj_dispatch_words(const dj_dispatch *dispatch); /* of a set of rules: rule i is bit i % 64 of word i / 64 */

typedef struct dj_walk { /* over a text; begins as {.dispatch, .text} */
    const dj_dispatch *dispatch;
    dj_slice text; /* valid UTF-8 */
    size_t at; /* the next letter to look at */
    size_t figure_end; /* of the figure that at lies in, if it is past at */
    dj_taken before; /* DJ_NOTHING, DJ_NOTHING_AFTER_… */
} dj_walk;

/* On to the next place at which any rule may begin: its offset, and the rules in a set of dj_dispatch_words words. */
bool dj_walk_next(dj_walk *walk, size_t *from, uint64_t *rules);
#endif
