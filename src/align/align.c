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

static dj_version kept_version(dj_arena *arena, dj_version version)
{
    const dj_mention **claims = dj_alloc(arena, version.claims.n * sizeof *claims);
    for (size_t i = 0; i < version.claims.n; i++)
        claims[i] = version.claims.at[i];
    version.claims.at = claims;
    version.claims.cap = version.claims.n;
    if (version.evidence) {
        dj_evidence *evidence = dj_alloc(arena, sizeof *evidence);
        *evidence = *version.evidence;
        version.evidence = evidence;
    }
    return version;
}

/* The facts live in the arena; what they were found with is given back. */
static void keep(dj_arena *arena, dj_set *set)
{
    dj_fact **facts = dj_alloc(arena, set->facts.n * sizeof *facts);
    for (size_t i = 0; i < set->facts.n; i++) {
        const dj_fact *fact = set->facts.at[i];
        dj_version *versions = dj_alloc(arena, fact->versions.n * sizeof *versions);
        for (size_t v = 0; v < fact->versions.n; v++)
            versions[v] = kept_version(arena, fact->versions.at[v]);
        facts[i] = dj_alloc(arena, sizeof *facts[i]);
        *facts[i] = (dj_fact){
            fact->kind, dj_slice_copy(arena, fact->label), fact->status, {versions, fact->versions.n, fact->versions.n}};
    }
    set->facts.at = facts;
    set->facts.cap = set->facts.n;
}

void dj_align(dj_arena *arena, dj_set *set, const dj_settings *settings, dj_scratch *scratch)
{
    dj_arena *work = dj_arena_new();
    dj_contexts contexts = {0};
    dj_pairs pairs = {0};
    dj_set_rate(arena, set);
    dj_voices_find(arena, set, settings);
    dj_contexts_make(work, set, settings, scratch, &contexts);
    dj_pairs_make(work, &contexts, settings, &pairs);
    dj_grounds grounds = dj_grounds_make(work, set, &contexts, &pairs, settings, scratch);
    dj_facts_make(&grounds, set);
    if (set->facts.n)
        qsort(set->facts.at, set->facts.n, sizeof *set->facts.at, by_stories);
    keep(arena, set);
    dj_arena_free(work);
}
