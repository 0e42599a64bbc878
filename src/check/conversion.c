/* The implied rate is an interval: 650조 stands for what rounds to it, so 650조/5000억 is 1299 to 1301 won a dollar.
 * Desks convert at yesterday's rate, at that of the event or at a round one, so the rates of the last months are all
 * good; what none of them explains is for the checks to judge. */
#include "check/conversion.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/limits.h"
#include "normalise/say.h"

enum { DIGITS = 9 };

/* half a unit in the last stated digit, and in the third where fewer are stated: desks reckon a conversion to three digits
 * (650조 is 5000억 at 1300, not at anything from 1290 to 1310) */
static dj_dec half_step(dj_dec d)
{
    int lead = d.exponent + (int)dj_dec_digits(d) - 1, last = d.exponent < lead - 2 ? d.exponent : lead - 2;
    return dj_dec_make(5, last - 1);
}

/* the interval that rounding leaves, also where the story does not say 약; 최대 5000억: the figure itself was converted */
static bool rounded(const dj_amount *amount, dj_dec *low, dj_dec *high)
{
    dj_dec from = dj_nominal(amount), to = amount->has_high ? amount->high : amount->low;
    return dj_dec_sub(from, half_step(from), low) && dj_dec_add(to, half_step(to), high) && low->mantissa > 0;
}

static void imply_rate(dj_conversion *c)
{
    dj_dec from_low, from_high, to_low, to_high;
    const dj_amount *from = &c->from->value.amount;
    from_low = dj_nominal(from); /* the original is taken as exact */
    from_high = from->has_high ? from->high : from->low;
    c->has_rate = rounded(&c->to->value.amount, &to_low, &to_high) && from_low.mantissa > 0 && from_high.mantissa > 0 &&
                  dj_dec_div(to_low, from_high, DIGITS, false, &c->rate_low) &&
                  dj_dec_div(to_high, from_low, DIGITS, true, &c->rate_high);
}

static void hold_against_rates(dj_checking *k, dj_conversion *c)
{
    const dj_rates *rates = k->options->rates;
    dj_day day = c->from->in->story->published;
    dj_day days = (dj_day)dj_dec_double(dj_setting(k->options->settings, "conversion", "days", dj_dec_int(120)));
    dj_slice from = c->from->value.amount.unit, to = c->to->value.amount.unit;
    dj_dec low, high;
    if (!rates || day == DJ_NO_DAY || !c->has_rate || !dj_rate_on(rates, from, to, day, &c->reference, &c->reference_day) ||
        !dj_rate_span(rates, from, to, day - days, day, &low, &high))
        return;
    c->has_reference = true;
    dj_dec of_fit;
    c->fits = dj_rate_nearest(rates, from, to, day - days, day, c->rate_low, c->rate_high, &c->fit_day, &of_fit);
    if (dj_dec_cmp(c->rate_high, low) < 0)
        c->off = 1 - dj_dec_double(c->rate_high) / dj_dec_double(low);
    else if (dj_dec_cmp(c->rate_low, high) > 0)
        c->off = dj_dec_double(c->rate_low) / dj_dec_double(high) - 1;
}

void dj_conversions_find(dj_checking *k, dj_conversions *out)
{
    for (size_t t = 0; t < k->set->texts.n; t++) {
        const dj_text *text = k->set->texts.at[t];
        for (size_t i = 0; i < text->mentions.n; i++) {
            const dj_mention *m = text->mentions.at[i];
            if (!m->of || !m->value.is_known || !m->of->value.is_known || m->zone == DJ_ZONE_TAIL)
                continue;
            dj_conversion *c = DJ_PUSH(k->arena, out);
            c->from = m->of;
            c->to = m;
            imply_rate(c);
            hold_against_rates(k, c);
        }
    }
}

/* "USD 500000000000 KRW": what a group has in common; the bound does not matter */
static uint32_t key_of(dj_names *keys, const dj_conversion *c)
{
    const dj_amount *from = &c->from->value.amount;
    dj_buf text = dj_buf_new(512);
    dj_buf_add(&text, from->unit);
    dj_buf_byte(&text, ' ');
    dj_dec_write(dj_nominal(from), &text);
    dj_buf_byte(&text, ' ');
    dj_dec_write(from->has_high ? from->high : from->low, &text);
    dj_buf_add(&text, c->to->value.amount.unit);
    uint32_t key = dj_intern(keys, dj_buf_slice(&text));
    dj_buf_free(&text);
    return key;
}

static bool differ(const dj_conversion *a, const dj_conversion *b)
{
    return dj_dec_cmp(a->rate_high, b->rate_low) < 0 || dj_dec_cmp(b->rate_high, a->rate_low) < 0;
}

static void add_to_group(dj_arena *arena, dj_conversion_group *group, const dj_conversion *c)
{
    dj_conversion_version *version = NULL;
    for (size_t v = 0; v < group->versions.n && !version; v++)
        if (!differ(group->versions.at[v].conversions.at[0], c))
            version = &group->versions.at[v];
    if (!version && group->versions.n == DJ_FLOOD_CONVERSIONS)
        return;
    if (!version)
        version = DJ_PUSH(arena, &group->versions);
    size_t n = version->conversions.n;
    if (n == 0 || version->conversions.at[n - 1]->to->in != c->to->in)
        version->n_stories++;
    *DJ_PUSH(arena, &version->conversions) = c;
}

void dj_conversions_group(dj_checking *k, const dj_conversions *all, dj_conversion_groups *out)
{
    dj_names *keys = dj_names_new(k->arena);
    for (size_t i = 0; i < all->n; i++) {
        if (!all->at[i].has_rate)
            continue;
        uint32_t key = key_of(keys, &all->at[i]);
        while (out->n < key)
            DJ_PUSH(k->arena, out);
        add_to_group(k->arena, &out->at[key - 1], &all->at[i]);
    }
}

dj_slice dj_rate_told(dj_checking *k, const dj_conversion *c, dj_dec rate)
{
    dj_value one = {.kind = DJ_MONEY, .is_known = true}, price = one;
    dj_amount amount = {
        .unit = c->from->value.amount.unit, .low = dj_dec_int(1), .high = dj_dec_int(1), .has_low = true, .has_high = true};
    one.amount = amount;
    amount.unit = c->to->value.amount.unit;
    int decimals = dj_dec_double(rate) < 10 ? 3 : dj_dec_double(rate) < 100 ? 1 : 0;
    amount.low = amount.high = dj_dec_make(llround(dj_dec_double(rate) * pow(10, decimals)), -decimals);
    price.amount = amount;
    dj_buf text = dj_buf_new(512);
    dj_value_say(&one, k->options->speech, &text);
    dj_buf_text(&text, " = ");
    dj_value_say(&price, k->options->speech, &text);
    dj_slice told = dj_slice_copy(k->arena, dj_buf_slice(&text));
    dj_buf_free(&text);
    return told;
}

dj_dec dj_conversion_rate(const dj_conversion *c)
{
    dj_dec sum;
    return dj_dec_add(c->rate_low, c->rate_high, &sum) && dj_dec_mul(sum, dj_dec_make(5, -1), &sum) ? sum : c->rate_low;
}

void dj_conversion_args(dj_checking *k, const dj_conversion *odd, const dj_conversion *other, size_t n_other,
                        dj_arg out[DJ_CONVERSION_ARGS])
{
    char n[16];
    int length = snprintf(n, sizeof n, "%zu", n_other);
    const dj_arg args[DJ_CONVERSION_ARGS] = {{"from", dj_told(k, odd->from)},
                                             {"a", dj_told(k, odd->to)},
                                             {"b", dj_told(k, other->to)},
                                             {"source", dj_source_beside(k, odd->to, other->to)},
                                             {"other", dj_source_beside(k, other->to, odd->to)},
                                             {"rate", dj_rate_told(k, odd, dj_conversion_rate(odd))},
                                             {"rate_b", dj_rate_told(k, other, dj_conversion_rate(other))},
                                             {"day", odd->fits ? dj_day_told(k, odd->fit_day) : DJ_NONE},
                                             {"day_b", other->fits ? dj_day_told(k, other->fit_day) : DJ_NONE},
                                             {"n", {dj_copy(k->arena, n, (size_t)length), (size_t)length}}};
    memcpy(out, args, sizeof args);
}

double dj_conversion_gap(const dj_conversion *a, const dj_conversion *b)
{
    double x = dj_dec_double(a->rate_low), y = dj_dec_double(b->rate_low);
    return x > y ? x / y - 1 : y / x - 1;
}

int dj_conversion_power(const dj_conversion *c)
{
    double implied = sqrt(dj_dec_double(c->rate_low) * dj_dec_double(c->rate_high));
    double power = log10(implied / dj_dec_double(c->reference));
    int whole = (int)lround(power);
    return whole != 0 && fabs(power - whole) < 0.1 ? whole : 0;
}
