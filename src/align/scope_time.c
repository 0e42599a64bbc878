/* Times and stages are mentions of the sentence; what stands between one and the figure may give the figure to another (patterns
 * `when_behind`, `period_over`, `stage_over`). Since when something changed is said right before it (`change_since`). */
#include "align/scope_time.h"

#include "extract/beside.h"

enum { LOOK = 8 /* mentions to a side */, SINCE = 7 /* words before, for since when */, DAY_NEAR = 36 /* bytes from a day */ };

static const dj_mention *when_of(const dj_mention *m, size_t at)
{
    for (size_t i = at, n = 0; i-- > 0 && n < LOOK && dj_in_one_sentence(m->in->mentions.at[i], m); n++) {
        const dj_mention *other = m->in->mentions.at[i];
        bool is_time = other->kind == DJ_DATE || other->kind == DJ_TIME;
        if (is_time && other->value.is_known && other->end <= m->start)
            return other;
    }
    return NULL;
}

/* 0.8% this year, 91.7% of GDP in 2025: the next date or time, where nothing but the pattern stands between */
static const dj_mention *when_behind(const dj_mention *m, size_t at, dj_scratch *scratch)
{
    const dj_regex *between = dj_pack_pattern(m->in->pack, "when_behind");
    for (size_t i = at + 1; between && i < m->in->mentions.n && i <= at + LOOK && dj_in_one_sentence(m->in->mentions.at[i], m);
         i++) {
        const dj_mention *other = m->in->mentions.at[i];
        bool is_time = other->kind == DJ_DATE || other->kind == DJ_TIME;
        if (!is_time || !other->value.is_known || other->start <= m->end)
            continue;
        dj_slice up_to = dj_slice_sub(dj_mention_field(m), 0, other->start);
        return dj_regex_find(between, scratch, up_to, m->end, true) == DJ_MATCH ? other : NULL;
    }
    return NULL;
}

/* a month, a quarter, a year; or some days of one: 이달 1∼20일 */
static bool is_period(const dj_mention *m)
{
    const dj_date *d = &m->value.date;
    bool are_days = m->kind == DJ_DATE && d->grain == DJ_GRAIN_DAY && d->from != DJ_NO_DAY && d->to != DJ_NO_DAY &&
                    d->from < d->to;
    return m->kind == DJ_DATE && m->value.is_known && (d->grain >= DJ_GRAIN_MONTH || are_days);
}

/* the last one before the figure, unless what stands between gives the figure to another time */
static const dj_mention *period_of(const dj_mention *m, size_t at, dj_scratch *scratch)
{
    const dj_regex *over = dj_pack_pattern(m->in->pack, "period_over");
    for (size_t i = at, n = 0; over && i-- > 0 && n < LOOK && dj_in_one_sentence(m->in->mentions.at[i], m); n++) {
        const dj_mention *other = m->in->mentions.at[i];
        if (is_period(other) && other->end <= m->start)
            return dj_regex_find(over, scratch, dj_slice_sub(dj_mention_field(m), 0, m->start), other->end, false) == DJ_MATCH
                       ? NULL
                       : other;
    }
    return NULL;
}

/* 1심, 2등급, 3차: the last such place in an order before the figure, unless what stands between tells of another */
static const dj_mention *stage_of(const dj_mention *m, size_t at, dj_scratch *scratch)
{
    const dj_lexicon *units = dj_pack_lexicon(m->in->pack, "stage_unit");
    const dj_regex *over = dj_pack_pattern(m->in->pack, "stage_over");
    dj_slice value;
    for (size_t i = at, n = 0; units && i-- > 0 && n < LOOK && dj_in_one_sentence(m->in->mentions.at[i], m); n++) {
        const dj_mention *other = m->in->mentions.at[i];
        if (other->kind != DJ_ORDINAL || !other->value.is_known || other->end > m->start ||
            !dj_lexicon_find(units, other->value.amount.unit, &value))
            continue;
        bool is_over = over && dj_regex_find(over, scratch, dj_slice_sub(dj_mention_field(m), 0, m->start), other->end, false) ==
                                   DJ_MATCH;
        return is_over ? NULL : other;
    }
    return NULL;
}

/* 17일 확진자 34명, and not 17일, 확진자 34명이 */
static const dj_mention *day_before(const dj_mention *m, const dj_mention *when)
{
    bool is_day = when && when->kind == DJ_DATE && when->value.date.grain == DJ_GRAIN_DAY && when->value.date.from != DJ_NO_DAY;
    return is_day && m->start - when->end <= DAY_NEAR && m->start > when->end && dj_mention_field(m).at[when->end] == ' ' ? when
                                                                                                                          : NULL;
}

void dj_scope_times(const dj_mention *m, size_t at, dj_scratch *scratch, dj_scope *out)
{
    out->when = when_behind(m, at, scratch);
    if (!out->when)
        out->when = when_of(m, at);
    out->period = period_of(m, at, scratch);
    out->stage = m->kind == DJ_ORDINAL ? NULL : stage_of(m, at, scratch);
    out->day = m->kind == DJ_QUANTITY ? day_before(m, out->when) : NULL;
    const dj_regex *since = dj_matches_before(m, "change_since", SINCE, scratch);
    out->since = since ? dj_group_that_matched(since, scratch) : DJ_NONE;
}
