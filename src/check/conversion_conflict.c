/* One foreign amount converted differently by different sources. Different days' rates explain small gaps: those are
 * notes that name the days. A gap that no two recent rates explain is loud, and the odd one comes first. */
#include <math.h>

#include "check/conversion.h"

enum { WITNESSES = 3 };

/* a is odder than b: further off the rates, or else held by fewer */
static bool is_odder(const dj_conversion_version *a, const dj_conversion_version *b)
{
    double x = a->conversions.at[0]->off, y = b->conversions.at[0]->off;
    if (fabs(x - y) > 0.005)
        return x > y;
    return a->n_stories < b->n_stories;
}

static const dj_conversion_version *soundest(const dj_conversion_group *group)
{
    const dj_conversion_version *best = &group->versions.at[0];
    for (size_t v = 1; v < group->versions.n; v++)
        if (is_odder(best, &group->versions.at[v]))
            best = &group->versions.at[v];
    return best;
}

/* a conversion of a story that does not also hold the other version; those are conversion-inconsistent's */
static const dj_conversion *of_another_story(const dj_conversion_version *odd, const dj_conversion_version *other)
{
    for (size_t i = 0; i < odd->conversions.n; i++) {
        bool holds_both = false;
        for (size_t j = 0; j < other->conversions.n && !holds_both; j++)
            holds_both = other->conversions.at[j]->to->in == odd->conversions.at[i]->to->in;
        if (!holds_both)
            return odd->conversions.at[i];
    }
    return NULL;
}

/* how far two rates are apart, each as a share of the reference rate of its own story's day */
static double gap_of_own_days(const dj_conversion *a, const dj_conversion *b)
{
    double x = dj_dec_double(dj_conversion_rate(a)) / dj_dec_double(a->reference),
           y = dj_dec_double(dj_conversion_rate(b)) / dj_dec_double(b->reference);
    return fabs(x / y - 1);
}

static bool is_within_rates(const dj_conversion *c)
{
    return c->has_reference && c->off == 0;
}

/* 440억 달러 was 55조원 in April and 62조8300억원 in October: each outlet has the rate of its day */
static bool are_of_two_days(const dj_conversion *a, const dj_conversion *b, double most)
{
    return is_within_rates(a) && is_within_rates(b) && gap_of_own_days(a, b) < most;
}

static void find(dj_checking *k, const dj_conversion *odd, const dj_conversion_version *sound)
{
    const dj_mention *claims[2 + WITNESSES] = {odd->to};
    size_t n = 1;
    for (size_t i = 0; i < sound->conversions.n && n <= WITNESSES; i++)
        if (n == 1 || sound->conversions.at[i]->to->in != claims[n - 1]->in)
            claims[n++] = sound->conversions.at[i]->to;
    claims[n++] = odd->from;
    const dj_conversion *other = sound->conversions.at[0];
    double apart = dj_conversion_gap(odd, other);
    double loud = dj_threshold(k, "loud", 0.03);
    bool is_explained = odd->fits && other->fits && apart < dj_threshold(k, "explained", 0.06);
    bool is_loud = !is_explained && apart >= loud && !are_of_two_days(odd, other, loud);
    dj_arg args[DJ_CONVERSION_ARGS];
    dj_conversion_args(k, odd, other, sound->n_stories, args);
    const char *why = is_explained                                                   ? "days"
                      : !is_loud                                                     ? "near"
                      : is_within_rates(other) && odd->has_reference && odd->off > 0 ? "one-fits"
                                                                                     : "apart";
    dj_finding_tell(k, dj_finding_new(k, is_loud ? k->info->severity : DJ_NOTE, claims, n), NULL, why, args, DJ_CONVERSION_ARGS);
}

void dj_check_conversion_conflict(dj_checking *k)
{
    dj_conversions all = {0};
    dj_conversion_groups groups = {0};
    dj_conversions_find(k, &all);
    dj_conversions_group(k, &all, &groups);
    for (size_t g = 0; g < groups.n; g++) {
        const dj_conversion_version *sound = soundest(&groups.at[g]);
        for (size_t v = 0; v < groups.at[g].versions.n; v++) {
            const dj_conversion *odd = of_another_story(&groups.at[g].versions.at[v], sound);
            if (&groups.at[g].versions.at[v] != sound && odd)
                find(k, odd, sound);
        }
    }
}
