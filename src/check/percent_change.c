/* From 9602억원 to 1조389억원 is 8.2%: three figures of one sentence of which two give the third. The sentence says so by
 * the pack's pattern `percent-change`, whose groups are
 *   from, to     what was and what is; to may be missing where from_b and rate_b stand beside from and rate
 *   rate         per cent, points or a multiple; change: the difference itself
 *   verb         lexicon change_verb: up, down
 * What is reckoned is always `to`, as a range: all that from and rate may stand for. So nothing is divided, and rounding
 * of all figures is allowed for. Rates may also have been cut (28.79 is 28.8 or 28.7). */
#include "check/range.h"
#include "check/skeleton.h"

#include <stdio.h>

typedef enum strictness { STRICT, LENIENT /* a unit of the last digit more, or round tens */ } strictness;

typedef struct change {
    const dj_mention *from, *to, *rate, *amount;
    const dj_mention *from_b, *rate_b;
    bool is_down;
} change;

static bool is_percent(const dj_mention *m)
{
    return m->kind == DJ_PERCENT && dj_slice_is(m->value.amount.unit, "%");
}

static bool is_times(const dj_mention *m)
{
    return m->kind == DJ_PERCENT && dj_slice_is(m->value.amount.unit, "x");
}

/* one unit of the last digit: of a percentage never more than 1, of a multiple as stated */
static dj_dec unit_of(dj_dec d)
{
    dj_dec step = dj_dec_step(d), one = dj_dec_int(1);
    return dj_dec_cmp(step, one) > 0 ? one : step;
}

/* 30 is 29.5 to 31, and 25 to 35 leniently */
static bool rate_range(const dj_amount *amount, strictness how, dj_range *out)
{
    static const dj_dec half = {5, -1}, most = {1, 9};
    dj_dec low = amount->has_low ? amount->low : dj_dec_int(0), high = amount->has_high ? amount->high : most, below, above;
    if (!dj_dec_mul(unit_of(low), half, &below))
        return false;
    above = unit_of(high);
    if (how == LENIENT || amount->bound == DJ_ABOUT) {
        dj_dec round_low, round_high, more = unit_of(low), twice;
        if (!dj_dec_mul(dj_dec_step(low), half, &round_low) || !dj_dec_mul(dj_dec_step(high), half, &round_high) ||
            !dj_dec_add(below, more, &below) || !dj_dec_add(above, above, &twice))
            return false;
        below = dj_dec_cmp(round_low, below) > 0 ? round_low : below;
        above = dj_dec_cmp(round_high, twice) > 0 ? round_high : twice;
    }
    if (amount->has_low && !dj_dec_sub(low, below, &low))
        return false;
    if (amount->has_high && !dj_dec_add(high, above, &high))
        return false;
    *out = (dj_range){dj_dec_cmp(low, dj_dec_int(0)) < 0 ? dj_dec_int(0) : low, high};
    return true;
}

static bool figure_range(const dj_mention *m, dj_range *out)
{
    static const dj_dec half = {5, -1};
    const dj_amount *amount = &m->value.amount;
    if (!is_percent(m))
        return dj_range_of(amount, 2, out);
    dj_range range;
    dj_dec below, above;
    if (!amount->has_low || !amount->has_high || !dj_dec_mul(unit_of(amount->low), half, &below) ||
        !dj_dec_mul(unit_of(amount->high), half, &above) || !dj_dec_sub(amount->low, below, &range.low) ||
        !dj_dec_add(amount->high, above, &range.high))
        return false;
    *out = range;
    return true;
}

/* 1 + rate or 1 - rate; 세 배로 늘다 is three times as much, 세 배 늘다 may be four */
static bool factor_of(const dj_mention *rate, bool is_down, strictness how, dj_range *out)
{
    static const dj_range one = {{1, 0}, {1, 0}}, hundredth = {{1, -2}, {1, -2}};
    dj_range range;
    if (!rate_range(&rate->value.amount, how, &range))
        return false;
    if (is_times(rate))
        return !is_down && (*out = range, dj_dec_add(range.high, one.high, &out->high));
    if (!dj_range_mul(&range, &hundredth, &range))
        return false;
    if (is_down)
        return dj_range_sub(&one, &range, out) && out->low.mantissa >= 0;
    return dj_range_add(&one, &range, out);
}

/* what from became, when changed by rate (per cent or times, or points) */
static bool changed(const dj_range *from, const dj_mention *rate, bool is_down, strictness how, dj_range *out)
{
    dj_range by;
    if (is_percent(rate) || is_times(rate))
        return from->low.mantissa > 0 && factor_of(rate, is_down, how, &by) && dj_range_mul(from, &by, out);
    return rate_range(&rate->value.amount, how, &by) && (is_down ? dj_range_sub(from, &by, out) : dj_range_add(from, &by, out));
}

/* the same for a difference in the figures' own unit */
static bool shifted(const dj_range *from, const dj_mention *by, bool is_down, dj_range *out)
{
    dj_range range;
    return dj_range_of(&by->value.amount, 1, &range) &&
           (is_down ? dj_range_sub(from, &range, out) : dj_range_add(from, &range, out));
}

static bool same_unit(const dj_mention *a, const dj_mention *b)
{
    bool counts = a->kind != DJ_MONEY && b->kind != DJ_MONEY && a->kind != DJ_PERCENT && b->kind != DJ_PERCENT;
    return dj_slice_eq(a->value.amount.unit, b->value.amount.unit) || (counts && (a->kind == DJ_NUMBER || b->kind == DJ_NUMBER));
}

/* may the rate be said of such figures: points of percentages, the rest of the rest */
static bool suits(const dj_mention *figure, const dj_mention *rate)
{
    bool is_points = rate->kind == DJ_PERCENT && !is_percent(rate) && !is_times(rate);
    return is_points ? is_percent(figure) : figure->kind != DJ_PERCENT;
}

static dj_dec middle(const dj_range *range)
{
    static const dj_dec half = {5, -1};
    dj_dec sum;
    return dj_dec_add(range->low, range->high, &sum) && dj_dec_mul(sum, half, &sum) ? sum : range->low;
}

static dj_slice printed(dj_checking *k, const char *format, double number, const char *unit)
{
    char text[64];
    int n = snprintf(text, sizeof text, format, number, unit);
    return n > 0 && (size_t)n < sizeof text ? (dj_slice){dj_copy(k->arena, text, (size_t)n), (size_t)n} : DJ_NONE;
}

/* what the rate would have been, for the reader: to a digit more than needed */
static dj_slice reckoned(dj_checking *k, const change *c, const dj_range *from, const dj_range *to)
{
    double a = dj_dec_double(middle(from)), b = dj_dec_double(middle(to));
    if (is_times(c->rate))
        return printed(k, "%.2f%s", b / a, "x");
    if (!is_percent(c->rate))
        return printed(k, "%.2f%s", b > a ? b - a : a - b, "%p");
    return printed(k, "%.2f%s", 100 * (b > a ? b - a : a - b) / a, "%");
}

static dj_slice told(dj_checking *k, const dj_mention *m)
{
    return m ? dj_told(k, m) : DJ_NONE;
}

static void tell(dj_checking *k, dj_severity severity, const char *why, const change *c, const dj_mention *by, dj_slice right)
{
    const dj_mention *all[] = {by, c->from, c->to, c->from_b, c->rate_b}, *claims[5];
    size_t n = 0;
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        if (all[i])
            claims[n++] = all[i];
    dj_arg args[] = {
        {"from", told(k, c->from)},   {"to", told(k, c->to)},         {"by", told(k, by)}, {"from_b", told(k, c->from_b)},
        {"by_b", told(k, c->rate_b)}, {"change", told(k, c->amount)}, {"right", right},    {"source", dj_source_of(by)}};
    dj_finding *finding = dj_finding_new(k, severity, claims, n);
    const char *subject = c->from_b ? "percent-change.two" : c->from ? NULL : "percent-change.bare";
    dj_finding_tell(k, finding, subject, why, args, sizeof args / sizeof args[0]);
}

static void hold_rate(dj_checking *k, const change *c, const dj_range *from, const dj_range *to)
{
    dj_range strict, lenient;
    if (!changed(from, c->rate, c->is_down, STRICT, &strict) || dj_ranges_meet(&strict, to) ||
        !changed(from, c->rate, c->is_down, LENIENT, &lenient))
        return;
    bool is_near = dj_ranges_meet(&lenient, to);
    tell(k, is_near ? DJ_NOTE : k->info->severity, is_near ? "near" : "rate", c, c->rate, reckoned(k, c, from, to));
}

/* from 15% to 20% by 5%: points are meant */
static void hold_percentages(dj_checking *k, const change *c, const dj_range *from, const dj_range *to)
{
    dj_range by, moved, grown;
    if (!rate_range(&c->rate->value.amount, STRICT, &by) ||
        !(c->is_down ? dj_range_sub(from, &by, &moved) : dj_range_add(from, &by, &moved)) ||
        !changed(from, c->rate, c->is_down, STRICT, &grown) || dj_ranges_meet(&grown, to))
        return;
    if (dj_ranges_meet(&moved, to))
        tell(k, DJ_NOTE, "points", c, c->rate, DJ_NONE);
    else
        hold_rate(k, c, from, to);
}

static void hold_amount(dj_checking *k, const change *c, const dj_range *from, const dj_range *to)
{
    dj_range reached;
    if (!same_unit(c->amount, c->to) || !shifted(from, c->amount, c->is_down, &reached) || dj_ranges_meet(&reached, to))
        return;
    tell(k, k->info->severity, "amount", c, c->amount, DJ_NONE);
}

/* 12.34 or 0.6% up at 2062.46: what it was is what it is without the difference */
static void hold_without_from(dj_checking *k, const change *c, const dj_range *to)
{
    dj_range from;
    if (c->rate && c->amount && same_unit(c->amount, c->to) && shifted(to, c->amount, !c->is_down, &from))
        hold_rate(k, c, &from, to);
}

/* 15조원보다 28.7%, 17조원보다 38.5% 줄었다: both lead to one figure, stated here or not */
static void hold_two(dj_checking *k, const change *c, const dj_range *from)
{
    dj_range from_b, a, b;
    if (!same_unit(c->from, c->from_b) || !suits(c->from, c->rate) || !suits(c->from_b, c->rate_b) ||
        !figure_range(c->from_b, &from_b) || !changed(from, c->rate, c->is_down, LENIENT, &a) ||
        !changed(&from_b, c->rate_b, c->is_down, LENIENT, &b) || dj_ranges_meet(&a, &b))
        return;
    tell(k, DJ_WARNING, "why", c, c->rate, DJ_NONE);
}

static bool read_change(const dj_join *join, const dj_pack *pack, change *c)
{
    const dj_lexicon *verbs = dj_pack_lexicon(pack, "change_verb");
    dj_slice direction;
    if (!verbs || !dj_lexicon_find(verbs, dj_join_text(join, "verb"), &direction))
        return false;
    c->is_down = dj_slice_is(direction, "down");
    c->from = dj_join_figure(join, "from");
    c->to = dj_join_figure(join, "to");
    c->rate = dj_join_figure(join, "rate");
    c->amount = dj_join_figure(join, "change");
    c->from_b = dj_join_figure(join, "from_b");
    c->rate_b = dj_join_figure(join, "rate_b");
    return true;
}

static void look_at(dj_checking *k, const dj_join *join)
{
    change c = {0};
    dj_range from, to;
    if (!read_change(join, join->skeleton->joints.at[0].mention->in->pack, &c) || (c.from && !figure_range(c.from, &from)) ||
        (c.to && !figure_range(c.to, &to)) || (c.from && c.to && !same_unit(c.from, c.to)))
        return;
    if (c.from && c.from_b && c.rate && c.rate_b)
        hold_two(k, &c, &from);
    else if (c.to && !c.from)
        hold_without_from(k, &c, &to);
    if (!c.to || !c.from)
        return;
    bool is_against = c.is_down ? dj_dec_cmp(to.low, from.high) > 0 : dj_dec_cmp(to.high, from.low) < 0;
    if (is_against) {
        tell(k, k->info->severity, "direction", &c, c.rate ? c.rate : c.amount, DJ_NONE);
        return;
    }
    if (c.rate && suits(c.to, c.rate))
        hold_rate(k, &c, &from, &to);
    else if (c.rate && is_percent(c.rate))
        hold_percentages(k, &c, &from, &to);
    if (c.amount)
        hold_amount(k, &c, &from, &to);
}

void dj_check_percent_change(dj_checking *k)
{
    dj_joins_visit(k, "percent-change", 3, look_at);
}
