/* Times and stages are mentions of the sentence; what stands between one and the figure may give the figure to another (patterns
 * `when_behind`, `period_over`, `stage_over`). Since when something changed is said right before it (`change_since`). */
#include "align/scope_time.h"

#include "align/relation.h"
#include "extract/beside.h"

enum { LOOK = 8 /* mentions to a side */, SINCE = 7 /* words before, for since when */, DAY_NEAR = 36 /* bytes from a day */ };

typedef bool is_wanted(const dj_mention *m);

/* the last one before the figure in its sentence */
static const dj_mention *last_before(const dj_mention *m, size_t at, is_wanted *is_it)
{
    for (size_t i = at, n = 0; i-- > 0 && n < LOOK && dj_in_one_sentence(m->in->mentions.at[i], m); n++)
        if (m->in->mentions.at[i]->end <= m->start && is_it(m->in->mentions.at[i]))
            return m->in->mentions.at[i];
    return NULL;
}

/* that one, unless what stands between gives the figure to another; NULL where the pack cannot tell */
static const dj_mention *unless_over(const dj_mention *found, const dj_mention *m, const char *pattern, dj_scratch *scratch)
{
    bool is_known = dj_pack_pattern(m->in->pack, pattern) != NULL;
    return is_known && found && !dj_matches_between(found, m, pattern, false, scratch) ? found : NULL;
}

static bool is_time(const dj_mention *m)
{
    return (m->kind == DJ_DATE || m->kind == DJ_TIME) && m->value.is_known;
}

/* 0.8% this year, 91.7% of GDP in 2025: the next date or time, where nothing but the pattern stands between */
static const dj_mention *when_behind(const dj_mention *m, size_t at, dj_scratch *scratch)
{
    dj_mention *const *all = m->in->mentions.at;
    for (size_t i = at + 1; i < m->in->mentions.n && i <= at + LOOK && dj_in_one_sentence(all[i], m); i++)
        if (is_time(all[i]) && all[i]->start > m->end)
            return dj_matches_between(m, all[i], "when_behind", true, scratch) ? all[i] : NULL;
    return NULL;
}

/* a month, a quarter, a year; or some days of one: 이달 1∼20일 */
static bool is_period(const dj_mention *m)
{
    return m->kind == DJ_DATE && m->value.is_known && (m->value.date.grain >= DJ_GRAIN_MONTH || dj_is_stay(&m->value.date));
}

/* 1심, 2등급, 3차: a place in an order that others follow */
static bool is_stage(const dj_mention *m)
{
    const dj_lexicon *units = dj_pack_lexicon(m->in->pack, "stage_unit");
    dj_slice value;
    return m->kind == DJ_ORDINAL && m->value.is_known && dj_lexicon_find(units, m->value.amount.unit, &value);
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
        out->when = last_before(m, at, is_time);
    out->period = unless_over(last_before(m, at, is_period), m, "period_over", scratch);
    if (m->kind != DJ_ORDINAL)
        out->stage = unless_over(last_before(m, at, is_stage), m, "stage_over", scratch);
    out->day = m->kind == DJ_QUANTITY ? day_before(m, out->when) : NULL;
    const dj_regex *since = dj_matches_before(m, "change_since", SINCE, scratch);
    out->since = since ? dj_group_that_matched(since, scratch) : DJ_NONE;
}
