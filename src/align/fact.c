/* What is asked of a fact; align makes them, checks and reports read them. */
#include "align/fact.h"

#include "rule/frequency.h"

const char *dj_status_name(dj_status status)
{
    static const char *const names[] = {[DJ_AGREED] = "agreed", [DJ_CONFLICT] = "conflict", [DJ_SINGLE] = "single"};
    return names[status];
}

void dj_set_rate(dj_arena *arena, dj_set *set)
{
    if (set->texts.n == 0)
        return;
    uint32_t n = dj_names_count(set->stems);
    double *rarity = dj_alloc(arena, (n + 1) * sizeof *rarity);
    set->rated = set->texts.at[0]->pack;
    for (uint32_t stem = 0; stem <= n; stem++)
        rarity[stem] = dj_rarity(set->rated->frequencies, dj_name(set->stems, stem));
    set->rarity = rarity;
}

double dj_stem_rarity(const dj_set *set, const dj_pack *pack, uint32_t stem)
{
    return pack == set->rated ? set->rarity[stem] : dj_rarity(pack->frequencies, dj_name(set->stems, stem));
}

size_t dj_fact_claims(const dj_fact *fact)
{
    size_t n = 0;
    for (size_t v = 0; v < fact->versions.n; v++)
        n += fact->versions.at[v].claims.n;
    return n;
}

const dj_mention *dj_fact_claim(const dj_fact *fact, size_t i)
{
    size_t v = 0;
    for (; i >= fact->versions.at[v].claims.n; v++)
        i -= fact->versions.at[v].claims.n;
    return fact->versions.at[v].claims.at[i];
}
