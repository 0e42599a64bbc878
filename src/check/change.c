/* Percentages are rounded to a whole number at most (20% is no 15 to 25), other figures to two digits where fewer are
 * stated: desks seldom write 7000억 for 6600억. A difference may be as coarse as it looks. */
#include "check/change.h"

bool dj_is_percent(const dj_mention *m)
{
    return m->kind == DJ_PERCENT && dj_slice_is(m->value.amount.unit, "%");
}

bool dj_is_times(const dj_mention *m)
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
static bool rate_range(const dj_amount *amount, dj_strictness how, dj_range *out)
{
    static const dj_dec half = {5, -1}, most = {1, 9};
    dj_dec low = amount->has_low ? amount->low : dj_dec_int(0), high = amount->has_high ? amount->high : most, below, above;
    if (!dj_dec_mul(unit_of(low), half, &below))
        return false;
    above = unit_of(high);
    if (how == DJ_LENIENT || amount->bound == DJ_ABOUT) {
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

bool dj_figure_range(const dj_mention *m, dj_range *out)
{
    static const dj_dec half = {5, -1};
    const dj_amount *amount = &m->value.amount;
    if (!dj_is_percent(m))
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
static bool factor_of(const dj_mention *rate, bool is_down, dj_strictness how, dj_range *out)
{
    static const dj_range one = {{1, 0}, {1, 0}}, hundredth = {{1, -2}, {1, -2}};
    dj_range range;
    if (!rate_range(&rate->value.amount, how, &range))
        return false;
    if (dj_is_times(rate))
        return !is_down && (*out = range, dj_dec_add(range.high, one.high, &out->high));
    if (!dj_range_mul(&range, &hundredth, &range))
        return false;
    if (is_down)
        return dj_range_sub(&one, &range, out) && out->low.mantissa >= 0;
    return dj_range_add(&one, &range, out);
}

bool dj_moved(const dj_range *from, const dj_mention *rate, bool is_down, dj_strictness how, dj_range *out)
{
    dj_range by;
    return rate_range(&rate->value.amount, how, &by) && (is_down ? dj_range_sub(from, &by, out) : dj_range_add(from, &by, out));
}

bool dj_changed(const dj_range *from, const dj_mention *rate, bool is_down, dj_strictness how, dj_range *out)
{
    dj_range by;
    if (dj_is_points(rate))
        return dj_moved(from, rate, is_down, how, out);
    return from->low.mantissa > 0 && factor_of(rate, is_down, how, &by) && dj_range_mul(from, &by, out);
}

bool dj_shifted(const dj_range *from, const dj_mention *by, bool is_down, dj_range *out)
{
    dj_range range;
    return dj_range_of(&by->value.amount, 1, &range) &&
           (is_down ? dj_range_sub(from, &range, out) : dj_range_add(from, &range, out));
}

bool dj_is_points(const dj_mention *m)
{
    return m->kind == DJ_PERCENT && !dj_is_percent(m) && !dj_is_times(m);
}

bool dj_rate_suits(const dj_mention *rate, const dj_mention *figure)
{
    return dj_is_points(rate) ? dj_is_percent(figure) : figure->kind != DJ_PERCENT;
}

bool dj_same_unit(const dj_mention *a, const dj_mention *b)
{
    bool counts = a->kind != DJ_MONEY && b->kind != DJ_MONEY && a->kind != DJ_PERCENT && b->kind != DJ_PERCENT;
    return dj_slice_eq(a->value.amount.unit, b->value.amount.unit) || (counts && (a->kind == DJ_NUMBER || b->kind == DJ_NUMBER));
}
