/* At most against at least: both sources mean one amount and disagree on which side of it the truth lies, though the
 * two intervals touch. */
#include "check/check.h"

static bool is_upper(const dj_mention *m)
{
    return m->value.amount.bound == DJ_AT_MOST || m->value.amount.bound == DJ_LESS_THAN;
}

static bool is_lower(const dj_mention *m)
{
    return m->value.amount.bound == DJ_AT_LEAST || m->value.amount.bound == DJ_MORE_THAN;
}

enum { SIDE = 3 };

/* up to SIDE claims of one side, a story each */
static size_t side_of(const dj_version *version, bool (*is_side)(const dj_mention *), const dj_mention **out)
{
    size_t n = 0;
    for (size_t i = 0; i < version->claims.n && n < SIDE; i++) {
        const dj_mention *m = version->claims.at[i];
        if (is_side(m) && (n == 0 || out[n - 1]->in != m->in))
            out[n++] = m;
    }
    return n;
}

static void look_at(dj_checking *k, const dj_fact *fact, const dj_version *version)
{
    const dj_mention *upper[SIDE], *lower[SIDE], *claims[2 * SIDE];
    size_t n_upper = side_of(version, is_upper, upper), n_lower = side_of(version, is_lower, lower), n = 0;
    bool found = false;
    for (size_t i = 0; i < n_upper; i++)
        for (size_t j = 0; j < n_lower; j++)
            found = found || (upper[i]->in != lower[j]->in && dj_bounds_oppose(&upper[i]->value.amount, &lower[j]->value.amount));
    if (!found)
        return;
    for (size_t i = 0; i < n_upper; i++)
        claims[n++] = upper[i];
    for (size_t j = 0; j < n_lower; j++)
        claims[n++] = lower[j];
    dj_arg args[] = {{"fact", fact->label},
                     {"a", dj_told(k, upper[0])},
                     {"b", dj_told(k, lower[0])},
                     {"source", dj_source_beside(k, upper[0], lower[0])},
                     {"other", dj_source_beside(k, lower[0], upper[0])}};
    dj_finding_tell(k, dj_finding_new(k, k->info->severity, claims, n), NULL, "why", args, sizeof args / sizeof args[0]);
}

void dj_check_bound_conflict(dj_checking *k)
{
    for (size_t i = 0; i < k->set->facts.n; i++) {
        const dj_fact *fact = k->set->facts.at[i];
        for (size_t v = 0; v < fact->versions.n && dj_kind_about(fact->kind)->family == DJ_FAMILY_AMOUNT; v++)
            look_at(k, fact, &fact->versions.at[v]);
    }
}
