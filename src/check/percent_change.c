/* From 9602억원 to 1조389억원 is 8.2%: figures of one sentence of which some give the others. The sentence says so by the
 * pack's pattern `percent-change`, whose groups are
 *   from, to, span  what was and what is, or one figure that is a range of both
 *   rate, change    per cent, points or a multiple; the difference itself; either may be missing
 *   from_b, rate_b  a second comparison of the same figure, by verb_b where it has a verb of its own
 *   verb            lexicon change_verb: up, down
 * Where `to` is missing, the sentences before are searched for it. */
#include "align/slip.h"
#include "check/change.h"
#include "check/skeleton.h"
#include "check/words.h"

#include <math.h>

enum { LOOK = 256 /* mentions to both sides */, SENTENCES = 2 /* before */ };

typedef struct change {
    const dj_mention *from, *to, *rate, *amount;
    const dj_mention *from_b, *rate_b;
    bool is_down, is_down_b;
} change;

static double middle(const dj_range *range)
{
    return (dj_dec_double(range->low) + dj_dec_double(range->high)) / 2;
}

/* a figure like the given one, of another value */
static const dj_mention *with_value(dj_checking *k, const dj_mention *like, dj_dec value)
{
    dj_mention *m = dj_claim_like(k->arena, like);
    m->value.amount.low = m->value.amount.high = value;
    m->value.amount.has_low = m->value.amount.has_high = true;
    m->value.amount.bound = DJ_EXACT;
    return m;
}

/* for the reader alone: what the rate would have been, to two decimals */
static dj_slice reckoned(dj_checking *k, const dj_mention *rate, const dj_range *from, const dj_range *to)
{
    double a = middle(from), b = middle(to),
           value = dj_is_points(rate)  ? fabs(b - a)
                   : dj_is_times(rate) ? b / a
                                       : 100 * fabs(b / a - 1);
    if (!(value < 1e12))
        return DJ_NONE;
    return dj_told(k, with_value(k, rate, dj_dec_make(llround(100 * value), -2)));
}

static dj_slice told(dj_checking *k, const dj_mention *m)
{
    return m ? dj_told(k, m) : DJ_NONE;
}

static void tell(dj_checking *k, dj_severity severity, const char *why, const change *c, const dj_mention *by, dj_slice right)
{
    const dj_mention *all[] = {by, c->from, c->to, c->from_b, c->rate_b}, *claims[sizeof all / sizeof all[0]];
    size_t n = 0;
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        if (all[i])
            claims[n++] = all[i];
    dj_arg args[] = {
        {"from", told(k, c->from)},   {"to", told(k, c->to)},         {"by", told(k, by)}, {"from_b", told(k, c->from_b)},
        {"by_b", told(k, c->rate_b)}, {"change", told(k, c->amount)}, {"right", right},    {"source", dj_source_of(by)}};
    const char *subject = c->from_b ? "percent-change.two" : c->from ? NULL : "percent-change.bare";
    dj_finding_tell(k, dj_finding_new(k, severity, claims, n), subject, why, args, sizeof args / sizeof args[0]);
}

/* 25~35% to 30~40%: both ends move, while 30%대 is no range but a vague figure */
static bool is_stretch(const dj_mention *m)
{
    return m->value.amount.bound == DJ_BETWEEN && !dj_amount_is_vague(&m->value.amount);
}

static bool end_fits(dj_checking *k, const change *c, bool is_high, dj_strictness how)
{
    dj_range from, to, is;
    const dj_amount *a = &c->from->value.amount, *b = &c->to->value.amount;
    return dj_figure_range(with_value(k, c->from, is_high ? a->high : a->low), &from) &&
           dj_figure_range(with_value(k, c->to, is_high ? b->high : b->low), &to) &&
           (!dj_changed(&from, c->rate, c->is_down, how, &is) || dj_ranges_meet(&is, &to));
}

static bool fits(dj_checking *k, const change *c, const dj_range *from, const dj_range *to, dj_strictness how)
{
    dj_range is;
    if (c->from && is_stretch(c->from) && is_stretch(c->to) && dj_is_points(c->rate))
        return end_fits(k, c, false, how) && end_fits(k, c, true, how);
    return !dj_changed(from, c->rate, c->is_down, how, &is) || dj_ranges_meet(&is, to);
}

static void hold_rate(dj_checking *k, const change *c, const dj_range *from, const dj_range *to)
{
    if (fits(k, c, from, to, DJ_STRICT))
        return;
    bool is_near = fits(k, c, from, to, DJ_LENIENT);
    tell(k, is_near ? DJ_NOTE : k->info->severity, is_near ? "near" : "rate", c, c->rate, reckoned(k, c->rate, from, to));
}

/* from 15% to 20% by 5%: points are meant */
static void hold_percentages(dj_checking *k, const change *c, const dj_range *from, const dj_range *to)
{
    dj_range moved;
    if (fits(k, c, from, to, DJ_STRICT))
        return;
    if (dj_moved(from, c->rate, c->is_down, DJ_STRICT, &moved) && dj_ranges_meet(&moved, to))
        tell(k, DJ_NOTE, "points", c, c->rate, DJ_NONE);
    else
        hold_rate(k, c, from, to);
}

static void hold_amount(dj_checking *k, const change *c, const dj_range *from, const dj_range *to)
{
    dj_range is;
    if (dj_same_unit(c->amount, c->to) && dj_shifted(from, c->amount, c->is_down, &is) && !dj_ranges_meet(&is, to))
        tell(k, k->info->severity, "amount", c, c->amount, DJ_NONE);
}

static void hold_both(dj_checking *k, const change *c, const dj_range *from, const dj_range *to)
{
    const dj_mention *by = c->rate ? c->rate : c->amount;
    if (c->is_down ? dj_dec_cmp(to->low, from->high) > 0 : dj_dec_cmp(to->high, from->low) < 0) {
        tell(k, k->info->severity, "direction", c, by, DJ_NONE);
        return;
    }
    if (c->rate && dj_rate_suits(c->rate, c->to))
        hold_rate(k, c, from, to);
    else if (c->rate && dj_is_percent(c->rate))
        hold_percentages(k, c, from, to);
    if (c->amount)
        hold_amount(k, c, from, to);
}

/* 12.34 or 0.6% up at 2062.46: what was is what is without the difference */
static void hold_without_from(dj_checking *k, const change *c, const dj_range *to)
{
    dj_range from;
    if (c->rate && c->amount && dj_same_unit(c->amount, c->to) && dj_rate_suits(c->rate, c->to) &&
        dj_shifted(to, c->amount, !c->is_down, &from))
        hold_rate(k, c, &from, to);
}

/* 15조원보다 28.7%, 17조원보다 38.5% 줄었다: both lead to one figure, stated here or not */
static bool two_fit(const change *c, const dj_range *from)
{
    dj_range from_b, a, b;
    return !dj_same_unit(c->from, c->from_b) || !dj_rate_suits(c->rate, c->from) || !dj_rate_suits(c->rate_b, c->from_b) ||
           !dj_figure_range(c->from_b, &from_b) || !dj_changed(from, c->rate, c->is_down, DJ_LENIENT, &a) ||
           !dj_changed(&from_b, c->rate_b, c->is_down_b, DJ_LENIENT, &b) || dj_ranges_meet(&a, &b);
}

/* is the figure of the size that was reckoned, give or take three tenths */
static bool is_of_size(const dj_range *figure, const dj_range *reckoned)
{
    static const dj_range about = {{7, -1}, {13, -1}};
    dj_range wide;
    return reckoned->low.mantissa > 0 && dj_range_mul(reckoned, &about, &wide) && dj_ranges_meet(figure, &wide);
}

/* What is may stand before the comparison: 판매량은 320만대였다. 전년(350만대)보다 8.6% 줄었다. Told is a story in which no
 * figure at all fits the comparison, and only one of that size stands in the sentences before. */
static void hold_elsewhere(dj_checking *k, change *c, const dj_range *from)
{
    const dj_text *text = c->from->in;
    const dj_mention *by = c->rate ? c->rate : c->amount;
    size_t at = dj_mention_from(text, c->from->field, c->from->start), first = at > LOOK ? at - LOOK : 0,
           end = at + LOOK < text->mentions.n ? at + LOOK : text->mentions.n;
    dj_range is, figure;
    if (c->rate ? !dj_rate_suits(c->rate, c->from) || !dj_changed(from, c->rate, c->is_down, DJ_LENIENT, &is)
                : !dj_same_unit(by, c->from) || !dj_shifted(from, by, c->is_down, &is))
        return;
    for (size_t i = first; i < end; i++) {
        const dj_mention *m = text->mentions.at[i];
        if (m == c->from || m->kind != c->from->kind || !m->value.is_known || !dj_same_unit(m, c->from) ||
            !dj_figure_range(m, &figure))
            continue;
        if (dj_ranges_meet(&figure, &is))
            return;
        bool is_before = i < at && m->field == c->from->field && m->sentence + SENTENCES >= c->from->sentence;
        if (!is_before || !is_of_size(&figure, &is))
            continue;
        if (c->to && dj_value_compare(&c->to->value, &m->value) == DJ_DIFFERENT)
            return;
        c->to = m;
    }
    if (c->to)
        tell(k, DJ_WARNING, "elsewhere", c, by, DJ_NONE);
}

static bool is_down(const dj_lexicon *verbs, dj_slice verb, bool *out)
{
    dj_slice way;
    if (!dj_lexicon_find(verbs, verb, &way))
        return false;
    *out = dj_slice_is(way, "down");
    return true;
}

static bool read_change(dj_checking *k, const dj_join *join, change *c)
{
    const dj_mention *span = dj_join_figure(join, "span");
    const dj_lexicon *verbs = dj_pack_lexicon(join->skeleton->joints.at[0].mention->in->pack, "change_verb");
    if (!is_down(verbs, dj_join_text(join, "verb"), &c->is_down))
        return false;
    c->is_down_b = c->is_down;
    (void)is_down(verbs, dj_join_text(join, "verb_a"), &c->is_down);
    c->from = dj_join_figure(join, "from");
    c->to = dj_join_figure(join, "to");
    c->rate = dj_join_figure(join, "rate");
    c->amount = dj_join_figure(join, "change");
    c->from_b = dj_join_figure(join, "from_b");
    c->rate_b = dj_join_figure(join, "rate_b");
    if (span && is_stretch(span) && span->value.amount.has_low && span->value.amount.has_high) {
        c->from = with_value(k, span, span->value.amount.low);
        c->to = with_value(k, span, span->value.amount.high);
    }
    return c->rate || c->amount;
}

static void look_at(dj_checking *k, const dj_join *join)
{
    change c = {0};
    dj_range from, to;
    if (!read_change(k, join, &c) || (c.from && !dj_figure_range(c.from, &from)) || (c.to && !dj_figure_range(c.to, &to)) ||
        (c.from && c.to && !dj_same_unit(c.from, c.to)))
        return;
    bool has_two = c.from && c.rate && c.from_b && c.rate_b;
    if (has_two && !two_fit(&c, &from)) {
        tell(k, DJ_WARNING, "why", &c, c.rate, DJ_NONE);
        return;
    }
    c.from_b = c.rate_b = NULL;
    if (c.from && c.to)
        hold_both(k, &c, &from, &to);
    else if (c.from)
        hold_elsewhere(k, &c, &from);
    else if (c.to)
        hold_without_from(k, &c, &to);
}

void dj_check_percent_change(dj_checking *k)
{
    dj_joins_visit(k, "percent-change", 2, look_at);
}
