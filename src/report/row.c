/* See row.h. Cells that agree with most of their row stay quiet; where two versions have as much behind them, nobody is
 * the usual one. Work is bounded by the versions and claims that are weighed, so that a fact of a large set stays cheap. */
#include "report/row.h"

#include <stdlib.h>

enum { CLAIMS_WEIGHED = 64, VERSIONS_WEIGHED = 16 };

bool dj_is_row(const dj_fact *fact)
{
    const dj_text *first = dj_fact_claim(fact, 0)->in;
    for (size_t v = 0; v < fact->versions.n; v++) {
        for (size_t i = 0; i < fact->versions.at[v].claims.n; i++) {
            if (fact->versions.at[v].claims.at[i]->in != first)
                return true;
        }
    }
    return false;
}

static bool differ(const dj_version *a, const dj_version *b)
{
    return dj_value_compare(&a->claims.at[0]->value, &b->claims.at[0]->value) == DJ_DIFFERENT;
}

/* stories behind a version and those that go with it */
static size_t support(const dj_fact *fact, size_t version)
{
    size_t n = 0;
    for (size_t v = 0; v < fact->versions.n && v < VERSIONS_WEIGHED; v++) {
        if (!differ(&fact->versions.at[v], &fact->versions.at[version]))
            n += fact->versions.at[v].n_stories;
    }
    return n;
}

static int by_address(const void *a, const void *b)
{
    uintptr_t x = (uintptr_t) * (const dj_mention *const *)a, y = (uintptr_t) * (const dj_mention *const *)b;
    return (x > y) - (x < y);
}

dj_claimed dj_claimed_by(dj_arena *arena, const dj_findings *findings)
{
    dj_claimed all = {NULL, 0};
    size_t n = 0;
    for (size_t f = 0; f < findings->list.n; f++)
        n += findings->list.at[f]->claims.n;
    all.at = dj_alloc(arena, (n + 1) * sizeof *all.at);
    for (size_t f = 0; f < findings->list.n; f++)
        for (size_t c = 0; !findings->list.at[f]->suppression && c < findings->list.at[f]->claims.n; c++)
            all.at[all.n++] = findings->list.at[f]->claims.at[c];
    qsort(all.at, all.n, sizeof *all.at, by_address);
    return all;
}

static bool is_told(const dj_fact *fact, const dj_claimed *all)
{
    for (size_t v = 0; v < fact->versions.n; v++)
        for (size_t i = 0; i < fact->versions.at[v].claims.n; i++)
            if (bsearch(&fact->versions.at[v].claims.at[i], all->at, all->n, sizeof *all->at, by_address))
                return true;
    return false;
}

dj_standing dj_row_weigh(const dj_fact *fact, const dj_claimed *all)
{
    dj_standing s = {0, false, is_told(fact, all)};
    size_t most = 0;
    for (size_t v = 0; v < fact->versions.n && v < VERSIONS_WEIGHED; v++) {
        size_t n = support(fact, v);
        if (n > most)
            s = (dj_standing){v, false, s.is_told};
        else if (n == most && differ(&fact->versions.at[v], &fact->versions.at[s.usual]))
            s.is_tie = true;
        most = n > most ? n : most;
    }
    return s;
}

bool dj_row_odd(const dj_fact *fact, dj_standing s, size_t version)
{
    return s.is_told && (s.is_tie || differ(&fact->versions.at[version], &fact->versions.at[s.usual]));
}

/* whether another claim of the same figure bounds it the other way: at most against at least */
static bool is_opposed(const dj_fact *fact, const dj_mention *claim)
{
    if (dj_kind_about(fact->kind)->family != DJ_FAMILY_AMOUNT)
        return false;
    for (size_t v = 0; v < fact->versions.n; v++) {
        for (size_t i = 0; i < fact->versions.at[v].claims.n && i < CLAIMS_WEIGHED; i++) {
            if (dj_bounds_oppose(&fact->versions.at[v].claims.at[i]->value.amount, &claim->value.amount))
                return true;
        }
    }
    return false;
}

const dj_mention *dj_row_claim(const dj_fact *fact, dj_standing s, const dj_text *text, bool *odd)
{
    const dj_mention *usual = NULL;
    *odd = false;
    for (size_t v = 0; v < fact->versions.n && !*odd; v++) {
        const dj_version *version = &fact->versions.at[v];
        for (size_t i = 0; i < version->claims.n && !*odd; i++) {
            if (version->claims.at[i]->in != text || (usual && !dj_row_odd(fact, s, v)))
                continue;
            usual = version->claims.at[i];
            *odd = dj_row_odd(fact, s, v);
        }
    }
    *odd = *odd || (usual && s.is_told && is_opposed(fact, usual));
    return usual;
}

dj_slice dj_short_source(const dj_story *story)
{
    dj_slice source = story->source;
    for (size_t i = source.n; i > 1 && dj_slice_ends(story->path, source); i--) {
        if (source.at[i - 1] == '.')
            return dj_slice_sub(source, 0, i - 1);
    }
    return source;
}
