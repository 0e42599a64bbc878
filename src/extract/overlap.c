/* Greedy, the best first: a candidate stays where none of its bytes is taken yet. The hits of one rule never overlap, so all
 * candidates together are no longer than the field times the rules, and looking at each of their bytes in a map costs
 * less than finding them did, whatever the text repeats. */
#include "extract/overlap.h"

#include <stdlib.h>

static int by_merit(const void *a, const void *b)
{
    const dj_mention *x = *(dj_mention *const *)a, *y = *(dj_mention *const *)b;
    uint32_t nx = x->core_end - x->core_start, ny = y->core_end - y->core_start;
    if (x->rule->rank != y->rule->rank)
        return x->rule->rank > y->rule->rank ? -1 : 1;
    if (nx != ny)
        return nx > ny ? -1 : 1;
    if (x->core_start != y->core_start)
        return x->core_start < y->core_start ? -1 : 1;
    return (x->rule > y->rule) - (x->rule < y->rule);
}

static int by_start(const void *a, const void *b)
{
    const dj_mention *x = *(dj_mention *const *)a, *y = *(dj_mention *const *)b;
    return (x->core_start > y->core_start) - (x->core_start < y->core_start);
}

void dj_resolve_overlaps(dj_arena *arena, size_t field_bytes, dj_candidates *candidates)
{
    dj_mention **at = candidates->list.at;
    size_t n = candidates->list.n, kept = 0;
    if (n == 0)
        return;
    char *taken = dj_alloc(arena, field_bytes);
    qsort(at, n, sizeof *at, by_merit);
    for (size_t i = 0; i < n; i++) {
        uint32_t start = at[i]->core_start, length = at[i]->core_end - start;
        if (memchr(taken + start, 1, length))
            continue;
        memset(taken + start, 1, length);
        at[kept++] = at[i];
    }
    candidates->list.n = kept;
    qsort(at, kept, sizeof *at, by_start);
}
