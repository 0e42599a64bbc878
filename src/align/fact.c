/* What is asked of a fact; align makes them, checks and reports read them. */
#include "align/fact.h"

const char *dj_status_name(dj_status status)
{
    static const char *const names[] = {[DJ_AGREED] = "agreed", [DJ_CONFLICT] = "conflict", [DJ_SINGLE] = "single"};
    return names[status];
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
