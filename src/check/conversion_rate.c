/* A conversion whose implied rate no day of the last months comes near to: a slip of a unit where it is off by a power
 * of ten, an old rate or a slip of the pen otherwise. */
#include <math.h>
#include <stdio.h>

#include "check/conversion.h"

static dj_slice number(dj_checking *k, dj_dec d, int decimals)
{
    char text[64];
    int n = snprintf(text, sizeof text, "%.*f", decimals, dj_dec_double(d));
    return (dj_slice){dj_copy(k->arena, text, (size_t)n), (size_t)n};
}

static dj_dec middle(const dj_conversion *c)
{
    dj_dec sum;
    return dj_dec_add(c->rate_low, c->rate_high, &sum) && dj_dec_mul(sum, dj_dec_make(5, -1), &sum) ? sum : c->rate_low;
}

static dj_slice day_text(dj_checking *k, dj_day day)
{
    dj_buf text = dj_buf_new(32);
    dj_iso_write(day, &text);
    dj_slice s = dj_slice_copy(k->arena, dj_buf_slice(&text));
    dj_buf_free(&text);
    return s;
}

static void tell(dj_checking *k, dj_finding *finding, const dj_conversion *c)
{
    char off[32];
    snprintf(off, sizeof off, "%.1f", 100 * c->off);
    int decimals = dj_dec_double(c->reference) < 10 ? 3 : 0;
    dj_arg args[] = {{"from", dj_told(k, c->from)},
                     {"to", dj_told(k, c->to)},
                     {"rate", number(k, middle(c), decimals)},
                     {"reference", number(k, c->reference, decimals)},
                     {"day", day_text(k, c->reference_day)},
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
        dj_severity severity = c->off > dj_threshold(k, "error", 0.08)     ? k->info->severity
                               : c->off > dj_threshold(k, "warning", 0.025) ? DJ_WARNING
                                                                           : DJ_NOTE;
        tell(k, dj_finding_new(k, severity, claims, 2), c);
    }
}
