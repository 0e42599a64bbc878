/* At which places of a text may which rules match? Told by an automaton of each pattern (dfa.h), all walked side by side. */
#ifndef DJ_RULE_DISPATCH_H
#define DJ_RULE_DISPATCH_H
#include "rule/rules.h"

typedef struct dj_dispatch dj_dispatch; /* of a pack; read-only, shared by threads */

/* patterns: of n rules, empty for one that is not to be dispatched */
dj_dispatch *dj_dispatch_new(dj_arena *arena, const dj_slice *patterns, size_t n);
static inline unsigned dj_lowest_bit(uint64_t bits) /* its number; bits is not 0 */
{
    unsigned n = 0;
    for (unsigned half = 32; half; half /= 2)
        if (!(bits & (((uint64_t)1 << half) - 1))) {
            bits >>= half;
            n += half;
        }
    return n;
}
bool dj_dispatch_has(const dj_dispatch *dispatch, size_t rule); /* false too where the pattern is not understood */
/* Of the rules of figures and names; NULL where the pack is not ready. */
const dj_dispatch *dj_pack_dispatch(const dj_pack *pack);
size_t dj_dispatch_words(const dj_dispatch *dispatch); /* of a set of rules: rule i is bit i % 64 of word i / 64 */

/* What one thread has learnt of the texts that it walked, for dispatches that outlive it: steps are reckoned when first met.
 * Bounded: where they have become many, they are forgotten. */
typedef struct dj_steps dj_steps;
dj_steps *dj_steps_new(void);
void dj_steps_free(dj_steps *steps); /* NULL is allowed */
dj_steps *dj_scratch_steps(dj_scratch *scratch); /* live as long as the scratch */

typedef struct dj_walk {
    struct dj_memory *memory; /* of steps, for the dispatch */
    dj_slice text; /* valid UTF-8 */
    size_t at, next; /* the next letter to look at; the one behind it */
    uint32_t last, class; /* class of the letter before it; its own */
} dj_walk;

/* From the letter at `from` on; what stands before it is seen. */
dj_walk dj_walk_begin(const dj_dispatch *dispatch, dj_steps *steps, dj_slice text, size_t from);
/* On to the next place at which any rule may match: its offset, and the rules in a set of dj_dispatch_words words. */
bool dj_walk_next(dj_walk *walk, size_t *from, uint64_t *rules);

typedef DJ_VEC(size_t) dj_offsets;
/* [rule]: all places at which it may match; NULL where the pack is not ready */
const dj_offsets *dj_pack_places(dj_arena *arena, const dj_pack *pack, dj_scratch *scratch, dj_slice text);

/* Patterns that are searched for in long texts and begin with whatever letter: what dj_regex_find would find, by a walk. Nothing
 * is found where the pack has no such pattern. */
typedef enum dj_searched { DJ_SEARCHED_CUT, DJ_SEARCHED_MODIFIER, DJ_SEARCHED } dj_searched; /* sentence-cut; before_any */
/* [rule], and behind the rules [dj_searched]: the patterns that are walked; empty for rules of quotations, which are found
 * by their marks, and for a search that the pack does not have */
const dj_slice *dj_pack_walked(dj_arena *arena, const dj_pack *pack);
typedef DJ_VEC(dj_slice) dj_pattern_list;
void dj_pack_tried(dj_arena *arena, const dj_pack *pack, dj_pattern_list *out); /* adds all other patterns */
dj_match dj_pack_search(const dj_pack *pack, dj_searched what, dj_scratch *scratch, dj_slice text, size_t from);
#endif
