/* The facts of a set, and their order: most stories first, so that a table of them begins with what most speak of. */
#include "align/align.h"

#include <stdlib.h>

#include "align/cluster.h"
#include "align/voice.h"

static int by_stories(const void *a, const void *b)
{
    const dj_fact *x = *(const dj_fact *const *)a, *y = *(const dj_fact *const *)b;
    size_t n = 0, m = 0;
    for (size_t v = 0; v < x->versions.n; v++)
        n += x->versions.at[v].n_stories;
    for (size_t v = 0; v < y->versions.n; v++)
        m += y->versions.at[v].n_stories;
    if (n != m)
        return n < m ? 1 : -1;
    if (x->kind != y->kind)
        return x->kind < y->kind ? -1 : 1;
    const dj_mention *p = x->versions.at[0].claims.at[0], *q = y->versions.at[0].claims.at[0];
    int c = dj_slice_cmp(p->in->story->id, q->in->story->id);
    if (c || p->field != q->field)
        return c ? c : p->field < q->field ? -1 : 1;
    return (p->start > q->start) - (p->start < q->start);
}

void dj_align(dj_arena *arena, dj_set *set, const dj_settings *settings)
{
    dj_contexts contexts = {0};
    dj_pairs pairs = {0};
    dj_voices_find(arena, set, settings);
    dj_contexts_make(arena, set, settings, &contexts);
    dj_pairs_make(arena, &contexts, settings, &pairs);
    dj_facts_make(arena, set, &contexts, &pairs, settings);
    if (set->facts.n)
        qsort(set->facts.at, set->facts.n, sizeof *set->facts.at, by_stories);
}
