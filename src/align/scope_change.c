/* How a figure is told stands beside it (patterns `told_as_change`, `change_noun`, `ratio_of_then`, `base_of_comparison`,
 * `base_before`, `expected_before`, `expected_behind`); what changed by it is the figure from which only words of change part it
 * (`change_to`, `change_of`, `change_into`, `count_of_share`). */
#include "align/scope_change.h"

#include "extract/beside.h"

enum { LOOK = 8 /* mentions to a side */, BACK = 12 /* words before, for a base */, NOUN = 3 /* for what changes */ };

static bool is_changing(const dj_mention *m)
{
    return (m->kind == DJ_MONEY || m->kind == DJ_QUANTITY) && m->value.is_known;
}

static bool is_points(const dj_mention *m)
{
    return m->kind == DJ_PERCENT && dj_slice_is(m->value.amount.unit, "%p");
}

/* may `m`, a percentage, be by how much the other changed? 57.4%로 2.6%포인트: of shares it is points */
static bool may_change(const dj_mention *m, const dj_mention *other)
{
    bool is_share = other->kind == DJ_PERCENT && other->value.is_known && !is_points(other);
    return is_points(m) ? is_share : is_changing(other);
}

static bool is_base(const dj_mention *m, dj_scratch *scratch)
{
    return dj_matches_behind(m, "base_of_comparison", scratch) || dj_matches_before(m, "base_before", BACK, scratch);
}

/* 12조원, 7조원으로 5.3%, 1.0% 증가: two percentages of two amounts */
static bool is_first_of_two(const dj_mention *m, size_t at)
{
    enum { NEXT = 2 /* bytes between */ };
    const dj_mention *next = at + 1 < m->in->mentions.n ? m->in->mentions.at[at + 1] : NULL;
    return next && next->kind == m->kind && next->field == m->field && next->start >= m->end && next->start - m->end <= NEXT;
}

static bool is_of_unit(const dj_mention *m, const dj_mention *other)
{
    return other->kind == m->kind && other->value.is_known && dj_slice_eq(other->value.amount.unit, m->value.amount.unit);
}

/* 2.2% 올랐다. 3월(2.4%)보다 0.2%포인트 낮다: the only rate in the sentence before, of whose mentions `end` is past the last. Of sums
 * that may be another one: by the hour, by the month. */
static const dj_mention *only_one_before(const dj_mention *m, size_t end)
{
    const dj_mention *only = NULL;
    for (size_t i = end, n = 0;
         i-- > 0 && n < LOOK && m->in->mentions.at[i]->field == m->field && m->in->mentions.at[i]->sentence + 1 == m->sentence;
         n++) {
        if (is_of_unit(m, m->in->mentions.at[i])) {
            if (only)
                return NULL;
            only = m->in->mentions.at[i];
        }
    }
    return only;
}

/* 43만원으로 전년(41만원)보다, 27조원으로 전년(26조원)보다: the last figure of its unit before a base is what is held against it */
static const dj_mention *held_against(const dj_mention *m, size_t at)
{
    size_t i = at;
    for (size_t n = 0; i-- > 0 && n < LOOK && dj_in_one_sentence(m->in->mentions.at[i], m); n++) {
        const dj_mention *other = m->in->mentions.at[i];
        if (other->kind == m->kind && other->value.is_known)
            return is_of_unit(m, other) ? other : NULL;
    }
    return m->kind == DJ_PERCENT ? only_one_before(m, i + 1) : NULL;
}

/* $31.91 billion, up 21% sequentially and 65% year over year; rose 65% year over year to $31.91 billion; 3349명으로 전년(3781명)보다
 * 11.4%: not of what it is held against; 1.3% 올라 3월(1.2%)보다 0.1%포인트: points are of what the base is held against */
static const dj_mention *changed_by(const dj_mention *m, size_t at, dj_scratch *scratch)
{
    dj_mention *const *all = m->in->mentions.at;
    if (m->kind != DJ_PERCENT || is_first_of_two(m, at))
        return NULL;
    for (size_t i = at + 1; i < m->in->mentions.n && i <= at + LOOK && dj_in_one_sentence(all[i], m); i++)
        if (may_change(m, all[i]) && dj_matches_between(m, all[i], "change_to", true, scratch))
            return all[i];
    for (size_t i = at, n = 0; i-- > 0 && n < LOOK && dj_in_one_sentence(all[i], m); n++)
        if (may_change(m, all[i]) && is_points(m) && is_base(all[i], scratch))
            return held_against(all[i], i);
        else if (may_change(m, all[i]) && !is_base(all[i], scratch))
            return dj_matches_between(all[i], m, "change_of", true, scratch) ? all[i] : NULL;
    return NULL;
}

/* 19억원 줄어든 1687억원, 10억원 줄어 41억원이 됐다: what the next figure of its unit came to be by it */
static const dj_mention *changed_into(const dj_mention *m, size_t at, dj_scratch *scratch)
{
    const dj_mention *next = at + 1 < m->in->mentions.n ? m->in->mentions.at[at + 1] : NULL;
    bool is_alike = next && dj_in_one_sentence(next, m) && next->kind == m->kind && is_changing(next) &&
                    dj_slice_eq(next->value.amount.unit, m->value.amount.unit);
    return is_alike && (dj_matches_between(m, next, "change_to", true, scratch) ||
                        dj_matches_between(m, next, "change_into", true, scratch))
               ? next
               : NULL;
}

static bool is_figure(const dj_mention *m)
{
    return m->value.is_known && (m->kind == DJ_MONEY || m->kind == DJ_QUANTITY || m->kind == DJ_NUMBER);
}

/* 711만5000명(14.2%), 11.2%(188명) */
static const dj_mention *share_of(const dj_mention *m, size_t at, dj_scratch *scratch)
{
    dj_mention *const *all = m->in->mentions.at;
    if (m->kind != DJ_PERCENT)
        return NULL;
    if (at > 0 && dj_in_one_sentence(all[at - 1], m) && is_figure(all[at - 1]) &&
        dj_matches_between(all[at - 1], m, "count_of_share", true, scratch))
        return all[at - 1];
    bool is_next = at + 1 < m->in->mentions.n && dj_in_one_sentence(all[at + 1], m) && is_figure(all[at + 1]);
    return is_next && dj_matches_between(m, all[at + 1], "count_of_share", true, scratch) ? all[at + 1] : NULL;
}

static dj_told_as told_as(const dj_mention *m, dj_scratch *scratch)
{
    const dj_regex *change = dj_matches_behind(m, "told_as_change", scratch);
    const dj_lexicon *verbs = dj_pack_lexicon(m->in->pack, "change_verb");
    dj_slice way;
    if (change && verbs) {
        if (dj_span_set(dj_group_named(change, scratch, "either")))
            return DJ_TOLD_CHANGE;
        dj_span verb = dj_group_named(change, scratch, "verb"), fall = dj_group_named(change, scratch, "fall");
        bool is_verb = dj_span_set(verb) && dj_lexicon_find(verbs, dj_slice_sub(dj_mention_field(m), verb.from, verb.to), &way);
        return dj_span_set(fall) || (is_verb && dj_slice_is(way, "down")) ? DJ_TOLD_FALL : DJ_TOLD_RISE;
    }
    if (m->kind == DJ_PERCENT && dj_matches_before(m, "ratio_of_then", NOUN, scratch))
        return DJ_TOLD_RATIO;
    const dj_regex *noun = dj_matches_before(m, "change_noun", NOUN, scratch);
    if (!noun)
        return DJ_TOLD_LEVEL;
    if (m->kind == DJ_PERCENT)
        return DJ_TOLD_CHANGE;
    return dj_span_set(dj_group_named(noun, scratch, "rise"))   ? DJ_TOLD_RISE
           : dj_span_set(dj_group_named(noun, scratch, "fall")) ? DJ_TOLD_FALL
                                                                : DJ_TOLD_CHANGE;
}

/* 승용차(-12.4%): as a fall */
static bool is_below_zero(const dj_mention *m)
{
    return m->kind == DJ_PERCENT && m->value.is_known && m->value.amount.has_high && m->value.amount.high.mantissa < 0;
}

/* estimates of $1.24, $0.60 that analysts expected */
static bool is_expected(const dj_mention *m, dj_scratch *scratch)
{
    return dj_matches_behind(m, "expected_behind", scratch) || dj_matches_before(m, "expected_before", BACK, scratch);
}

/* by how much it changed, or what the one or the other is held against */
static const dj_mention *changed_of(const dj_mention *m, size_t at, bool is_base, dj_scratch *scratch)
{
    if (is_base && (is_changing(m) || (m->kind == DJ_PERCENT && !is_points(m))))
        return held_against(m, at);
    return is_changing(m) ? changed_into(m, at, scratch) : changed_by(m, at, scratch);
}

void dj_scope_changes(const dj_mention *m, size_t at, dj_scratch *scratch, dj_scope *out)
{
    out->is_base = is_base(m, scratch);
    out->is_expected = is_expected(m, scratch);
    out->changed = changed_of(m, at, out->is_base, scratch);
    out->share_of = share_of(m, at, scratch);
    out->told = told_as(m, scratch);
    if (out->told == DJ_TOLD_LEVEL && is_below_zero(m))
        out->told = DJ_TOLD_FALL;
}
