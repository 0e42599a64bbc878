/* See relation.h. */
#include "align/relation.h"

#include <stdlib.h>

#include "align/slip.h"

enum { LONG_FIGURE = 4 /* significant digits */ };

int dj_direction(dj_bound bound)
{
    return bound == DJ_AT_LEAST || bound == DJ_MORE_THAN ? 1 : bound == DJ_AT_MOST || bound == DJ_LESS_THAN ? -1 : 0;
}

/* what was let go by rounding is less than this share of a unit of the last digit kept */
static bool lets_go_less(const dj_amount *a, const dj_amount *b, dj_dec share)
{
    dj_dec x = dj_nominal(a), y = dj_nominal(b), apart, step = dj_dec_step(dj_dec_digits(x) < dj_dec_digits(y) ? x : y), part;
    return dj_dec_sub(x, y, &apart) && dj_dec_mul(step, share, &part) && dj_dec_cmp(apart, part) < 0 &&
           dj_dec_cmp(apart, dj_dec_make(-part.mantissa, part.exponent)) > 0;
}

static bool is_rounded(const dj_amount *a, const dj_amount *b)
{
    return (dj_amount_rounds(a, b) || dj_amount_rounds(b, a)) && !lets_go_less(a, b, dj_dec_make(1, -2));
}

/* 14조 and under 44조 may both be true, but who states the one does not mean the other: a bound goes with the figure that
 * it bounds, and is a slip of one that hardly differs by chance. */
static dj_relation relation_of_bounded(const dj_amount *a, const dj_amount *b)
{
    if (dj_dec_eq(dj_nominal(a), dj_nominal(b)) || is_rounded(a, b))
        return DJ_COMPATIBLE;
    dj_slip slip = dj_amount_slip(a, b);
    bool is_long = dj_dec_digits(dj_nominal(a)) >= 3 || dj_dec_digits(dj_nominal(b)) >= 3;
    return slip == DJ_SLIP_UNIT || (slip != DJ_SLIP_NONE && is_long) ? DJ_DIFFERENT : DJ_INCOMPARABLE;
}

/* 30~40, and not 몇, 두어, 20여 */
static bool is_said_range(const dj_mention *m)
{
    return m->value.amount.bound == DJ_BETWEEN && dj_mention_slot(m, "low") && dj_mention_slot(m, "high");
}

bool dj_is_stay(const dj_date *d)
{
    return d->grain == DJ_GRAIN_DAY && d->from != DJ_NO_DAY && d->to != DJ_NO_DAY && d->from < d->to;
}

dj_relation dj_relation_of_days(const dj_value *a, const dj_value *b)
{
    dj_relation relation = dj_value_compare(a, b);
    return relation == DJ_COMPATIBLE && dj_is_stay(&a->date) && dj_is_stay(&b->date) ? DJ_DIFFERENT : relation;
}

/* Days that are none of 25~28일 are another fact's, and a day outside of a month or year is no other way to say it: in
 * 통계청은 4월 물가가 올랐다고 2일 밝혔다 both stand in one place. */
static dj_relation relation_of_dates(const dj_value *a, const dj_value *b)
{
    dj_relation relation = dj_relation_of_days(a, b);
    bool is_of_another = dj_is_stay(&a->date) != dj_is_stay(&b->date) || a->date.grain != b->date.grain;
    return relation == DJ_DIFFERENT && is_of_another ? DJ_INCOMPARABLE : relation;
}

/* over 30%, over 32%: who leaves the last digit away says no other thing */
static bool is_cut_bound(const dj_amount *coarse, const dj_amount *fine)
{
    dj_amount x = *coarse, y = *fine;
    if (x.bound != DJ_MORE_THAN || y.bound != DJ_MORE_THAN || dj_dec_cmp(dj_nominal(&x), dj_nominal(&y)) > 0)
        return false;
    x.bound = y.bound = DJ_EXACT;
    x.low = x.high = dj_nominal(coarse);
    y.low = y.high = dj_nominal(fine);
    x.has_low = x.has_high = y.has_low = y.has_high = true;
    return dj_amount_rounds(&x, &y);
}

/* over 30% and over 50000% are hardly bounds of one figure */
static bool are_of_one_size(const dj_amount *a, const dj_amount *b)
{
    double x = dj_dec_double(dj_nominal(a)), y = dj_dec_double(dj_nominal(b));
    return x <= 10 * y && y <= 10 * x;
}

/* Over 100 and over 700 may both be true, 60–70 and 60–90 overlap; but sources that state them of one fact do not say
 * the same: bounds of one direction, and ranges, are held to their figures. */
static dj_relation relation_of(const dj_mention *a, const dj_mention *b)
{
    dj_value other = b->value;
    if (a->kind == DJ_QUANTITY && b->kind == DJ_QUANTITY) /* 명 and 인 count alike: all figures of a bucket do */
        other.amount.unit = a->value.amount.unit;
    if (a->kind == DJ_DATE)
        return relation_of_dates(&a->value, &b->value);
    dj_relation relation = dj_value_compare(&a->value, &other);
    if (relation != DJ_COMPATIBLE || dj_kind_about(a->kind)->family != DJ_FAMILY_AMOUNT)
        return relation;
    const dj_amount *x = &a->value.amount, *y = &other.amount;
    int dx = dj_direction(x->bound), dy = dj_direction(y->bound);
    if (is_said_range(a) && is_said_range(b))
        return dj_dec_eq(x->low, y->low) && dj_dec_eq(x->high, y->high) ? DJ_SAME : DJ_DIFFERENT;
    if (dx != dy)
        return relation_of_bounded(x, y);
    if (dx == 0 || is_cut_bound(x, y) || is_cut_bound(y, x))
        return relation;
    if (dj_dec_eq(dj_nominal(x), dj_nominal(y)))
        return DJ_SAME;
    return are_of_one_size(x, y) || dj_amount_slip(x, y) != DJ_SLIP_NONE ? DJ_DIFFERENT : DJ_INCOMPARABLE;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* where the point stands between two digits; the text's end for none */
static size_t point_of(dj_slice text)
{
    for (size_t at = 1; at + 1 < text.n; at++)
        if (text.at[at] == '.' && is_digit(text.at[at - 1]) && is_digit(text.at[at + 1]))
            return at;
    return text.n;
}

/* how many places a figure has behind its point, as $57.01 billion has two; 0 for none */
static int places_behind_point(const dj_mention *m)
{
    dj_slice text = dj_mention_text(m);
    size_t at = point_of(text), n = 0;
    for (size_t i = at + 1; i < text.n && is_digit(text.at[i]); i++)
        n = text.at[i] == '0' ? n : i - at; /* values have no zeros behind: 57.10 is 57.1 */
    return (int)n;
}

/* 11.0%, 3.00%: its last digit is stated, and what differs by half of a step of it or more was not rounded to it */
static bool states_zero_against(const dj_mention *coarse, dj_dec x, dj_dec y)
{
    dj_slice text = dj_mention_text(coarse);
    size_t point = point_of(text), last = point;
    if (point == text.n)
        return false;
    while (last + 1 < text.n && is_digit(text.at[last + 1]))
        last++;
    int zeros = 0;
    for (size_t i = last + 1; i-- > 0 && (text.at[i] == '0' || i == point);)
        zeros += i != point;
    dj_dec apart;
    if (zeros == 0 || !dj_dec_sub(y, x, &apart))
        return false;
    apart.mantissa = llabs(apart.mantissa);
    return dj_dec_cmp(apart, dj_dec_make(5, x.exponent - zeros - 1)) >= 0;
}

/* 70% of 70.2%: less than one was let go behind the point */
static bool is_whole_of(dj_dec whole, dj_dec fine)
{
    dj_dec apart;
    return fine.exponent < 0 && dj_dec_is_int(whole) && dj_dec_sub(fine, whole, &apart) &&
           dj_dec_cmp(apart, dj_dec_make(-5, -1)) >= 0 && dj_dec_cmp(apart, dj_dec_int(1)) < 0;
}

/* 5142만 of 5142만3000, 1조 of 1조20억: what stands behind the last word of the unit was let go, and is next to nothing */
static bool is_cut_at_unit(dj_dec coarse, dj_dec fine)
{
    enum { UNIT_WORD = 4 /* powers of ten from one to the next: 만, 억, 조 */ };
    int unit = coarse.exponent / UNIT_WORD * UNIT_WORD;
    dj_dec apart, hundredth;
    if (unit < UNIT_WORD || !dj_dec_sub(fine, coarse, &apart) || !dj_dec_mul(coarse, dj_dec_make(1, -2), &hundredth))
        return false;
    apart.mantissa = llabs(apart.mantissa);
    return dj_dec_cmp(apart, dj_dec_make(1, unit)) < 0 && dj_dec_cmp(apart, hundredth) < 0;
}

/* 4억7000만 of 4억7100만: next to nothing of what nobody counts one by one */
static bool is_cut_of_vast(const dj_mention *coarse, dj_dec fine)
{
    dj_dec x = coarse->value.amount.low, apart, part;
    if (coarse->kind != DJ_QUANTITY || dj_dec_cmp(x, dj_dec_make(1, 8)) < 0 || !dj_dec_sub(fine, x, &apart) ||
        !dj_dec_mul(x, dj_dec_make(5, -3), &part))
        return false;
    apart.mantissa = llabs(apart.mantissa);
    return dj_dec_cmp(apart, part) < 0;
}

static bool rounds(const dj_mention *coarse, const dj_mention *fine)
{
    const dj_amount *a = &coarse->value.amount, *b = &fine->value.amount;
    dj_dec x = a->low, y = b->low;
    if (!dj_amount_rounds(a, b) || states_zero_against(coarse, x, y))
        return false;
    /* of 6조4012억 it is likelier that a digit is wrong than that it was 6조4천억; but 2708채 are told as 2700채 */
    dj_dec least = coarse->kind == DJ_QUANTITY ? dj_dec_make(5, -2) : dj_dec_make(1, -1);
    bool is_long = dj_dec_digits(y) >= LONG_FIGURE && dj_dec_digits(x) + 2 <= dj_dec_digits(y) && !lets_go_less(a, b, least);
    int places = places_behind_point(fine); /* in billions, if the figure is told in billions */
    bool is_behind_point = places > 0 && x.exponent <= y.exponent + places;
    bool is_headline = coarse->zone == DJ_ZONE_HEADLINE && (dj_dec_digits(x) > 1 || lets_go_less(a, b, dj_dec_make(5, -1)));
    return is_headline || (y.exponent < 0 && x.exponent <= 0) || is_whole_of(x, y) || is_cut_at_unit(x, y) ||
           is_cut_of_vast(coarse, y) || is_behind_point || is_long;
}

dj_relation dj_relation_in_place(const dj_mention *a, const dj_mention *b)
{
    dj_relation relation = relation_of(a, b);
    if (relation != DJ_DIFFERENT || dj_kind_about(a->kind)->family != DJ_FAMILY_AMOUNT)
        return relation;
    return rounds(a, b) || rounds(b, a) ? DJ_COMPATIBLE : relation;
}
