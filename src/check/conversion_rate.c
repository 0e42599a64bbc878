/* A conversion whose implied rate no day of the last months comes near to: a slip of a unit where it is off by a power
 * of ten, an old rate or a slip of the pen otherwise. */
#include <stdio.h>

#include "check/conversion.h"

static void tell(dj_checking *k, dj_finding *finding, const dj_conversion *c)
{
    char off[32];
    snprintf(off, sizeof off, "%.1f", 100 * c->off);
    dj_arg args[] = {{"from", dj_told(k, c->from)},
                     {"to", dj_told(k, c->to)},
                     {"rate", dj_rate_told(k, c, dj_conversion_rate(c))},
                     {"reference", dj_rate_told(k, c, c->reference)},
                     {"day", dj_day_told(k, c->reference_day)},
                     {"off", dj_slice_of(off)},
                     {"source", dj_source_of(c->to)}};
    const char *why = dj_conversion_power(c) ? "unit" : c->off > dj_threshold(k, "slip", 0.35) ? "slip" : "old-rate";
    dj_finding_tell(k, finding, NULL, why, args, sizeof args / sizeof args[0]);
}

void dj_check_conversion_rate(dj_checking *k)
{
    dj_conversions all = {0};
    dj_conversions_find(k, &all);
    for (size_t i = 0; i < all.n; i++) {
        const dj_conversion *c = &all.at[i];
        if (!c->has_reference || c->off <= dj_threshold(k, "note", 0.01))
            continue;
        const dj_mention *claims[] = {c->to, c->from};
        dj_severity severity = c->off > dj_threshold(k, "error", 0.08)      ? k->info->severity
                               : c->off > dj_threshold(k, "warning", 0.025) ? DJ_WARNING
                                                                            : DJ_NOTE;
        tell(k, dj_finding_new(k, severity, claims, 2), c);
    }
}
