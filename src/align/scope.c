/* See scope.h. Words are those of the pack. Korean says all of it before the figure (lexicons `reckoned_by`, `whole_marker`,
 * `stage_unit`, patterns `period_over`, `stage_over`, `change_noun`, `ratio_of_then`, `rest_of`, `stands_at`, `sent_out`,
 * `list_item`, `part_of_breakdown`, `change_since`, `things_counted`, `side_before`, `side_behind`) but what is a base
 * (`base_of_comparison`) or a change (`told_as_change`); English says it behind, and the base before: patterns
 * `when_behind`, `reckoned_behind`, `change_since_behind`, `whole_behind`, `base_before`, `expected_before`,
 * `expected_behind`, and `change_of`, `change_to` and `change_into` between an amount and its change. */
#include "align/scope.h"

#include "align/became.h"
#include "extract/beside.h"

enum {
    LOOK = 8 /* mentions before */,
    WORDS = 2 /* before */,
    BACK = 12 /* words before, for a base */,
    PLACE = 4 /* for a place */,
    NOUN = 3 /* for what changes */,
    SINCE = 7 /* for since when */,
    DAY_NEAR = 36 /* bytes from a day */,
    SENT = 20 /* words on each side, for who was sent out */,
    PART = 60 /* before, for what breaks a whole down */
};

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

/* $1.30 per share; a percentage from what time on, 22% from the previous quarter: the group that took part says it */
static void add_per_behind(const dj_mention *m, dj_scratch *scratch, dj_scope *out)
{
    const dj_regex *per = dj_matches_behind(m, m->kind == DJ_PERCENT ? "change_since_behind" : "reckoned_behind", scratch);
    if (per)
        out->per_time = dj_group_that_matched(per, scratch);
}

static bool stands_between(const char *name, const dj_mention *a, const dj_mention *b, dj_scratch *scratch)
{
    const dj_regex *between = dj_pack_pattern(a->in->pack, name);
    return between && a->end < b->start &&
           dj_regex_find(between, scratch, dj_slice_sub(dj_mention_field(a), 0, b->start), a->end, true) == DJ_MATCH;
}

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
        if (may_change(m, all[i]) && stands_between("change_to", m, all[i], scratch))
            return all[i];
    for (size_t i = at, n = 0; i-- > 0 && n < LOOK && dj_in_one_sentence(all[i], m); n++)
        if (may_change(m, all[i]) && is_points(m) && is_base(all[i], scratch))
            return held_against(all[i], i);
        else if (may_change(m, all[i]) && !is_base(all[i], scratch))
            return stands_between("change_of", all[i], m, scratch) ? all[i] : NULL;
    return NULL;
}

/* 19억원 줄어든 1687억원, 10억원 줄어 41억원이 됐다: what the next figure of its unit came to be by it */
static const dj_mention *changed_into(const dj_mention *m, size_t at, dj_scratch *scratch)
{
    const dj_mention *next = at + 1 < m->in->mentions.n ? m->in->mentions.at[at + 1] : NULL;
    bool is_alike = next && dj_in_one_sentence(next, m) && next->kind == m->kind && is_changing(next) &&
                    dj_slice_eq(next->value.amount.unit, m->value.amount.unit);
    return is_alike && (stands_between("change_to", m, next, scratch) || stands_between("change_into", m, next, scratch)) ? next
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
        stands_between("count_of_share", all[at - 1], m, scratch))
        return all[at - 1];
    bool is_next = at + 1 < m->in->mentions.n && dj_in_one_sentence(all[at + 1], m) && is_figure(all[at + 1]);
    return is_next && stands_between("count_of_share", m, all[at + 1], scratch) ? all[at + 1] : NULL;
}

static void add_per(const dj_mention *m, const dj_word *words, uint32_t before, dj_scope *out)
{
    const dj_lexicon *by = dj_pack_lexicon(m->in->pack, "reckoned_by");
    dj_slice text = dj_mention_field(m), value;
    for (uint32_t n = 0; by && n < WORDS && n < before; n++) {
        const dj_word *word = &words[before - 1 - n];
        size_t length;
        dj_slice written = dj_slice_sub(text, word->start, word->end);
        if (out->per_time.n == 0 && dj_lexicon_find(by, written, &value))
            out->per_time = value;
        else if (out->per_thing == 0 && dj_lexicon_suffix(by, written, &length, &value) && dj_slice_is(value, "each"))
            out->per_thing = word->stem;
    }
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

/* 수출이 22.8%, 22.8%의 수출 증가: of one of two that a paper tells side by side, as the pattern calls it */
static dj_slice side_of(const dj_mention *m, dj_scratch *scratch)
{
    const dj_regex *behind = dj_matches_behind(m, "side_behind", scratch);
    if (behind)
        return dj_group_that_matched(behind, scratch);
    const dj_regex *before = dj_matches_before(m, "side_before", BACK, scratch);
    return before ? dj_group_that_matched(before, scratch) : DJ_NONE;
}

static uint32_t whole_of(const dj_mention *m, const dj_word *words, uint32_t before)
{
    const dj_lexicon *markers = dj_pack_lexicon(m->in->pack, "whole_marker");
    if (!markers || before == 0)
        return 0;
    const dj_word *last = &words[before - 1];
    dj_slice written = dj_slice_sub(dj_mention_field(m), last->start, last->end), value;
    size_t length;
    if (dj_lexicon_find(markers, written, &value))
        return before > 1 ? words[before - 2].stem : 0;
    return dj_lexicon_suffix(markers, written, &length, &value) && dj_slice_is(value, "whole") ? last->stem : 0;
}

/* estimates of $1.24, $0.60 that analysts expected */
static bool is_expected(const dj_mention *m, dj_scratch *scratch)
{
    return dj_matches_behind(m, "expected_behind", scratch) || dj_matches_before(m, "expected_before", BACK, scratch);
}

/* 97% of all cases: cases */
static uint32_t whole_behind(const dj_mention *m, dj_scratch *scratch)
{
    const dj_regex *regex = dj_matches_behind(m, "whole_behind", scratch);
    if (!regex)
        return 0;
    const dj_segmented *part = &m->in->parts[m->field];
    const dj_sentence *sentence = &part->sentences.at[m->sentence];
    dj_span whole = dj_group_named(regex, scratch, "whole");
    uint32_t w = dj_span_set(whole) ? dj_word_behind(part, sentence, (uint32_t)whole.from) : sentence->n_words;
    return w < sentence->n_words ? part->words.at[sentence->first_word + w].stem : 0;
}

/* the group of the pattern that ends right before the figure; empty where it does not match */
static dj_slice said_before(const dj_mention *m, const dj_word *words, uint32_t before, const char *pattern, const char *group,
                            dj_scratch *scratch)
{
    const dj_regex *regex = dj_pack_pattern(m->in->pack, pattern);
    if (!regex || before == 0)
        return DJ_NONE;
    dj_slice near = dj_slice_sub(dj_mention_field(m), words[before > PLACE ? before - PLACE : 0].start, m->start);
    if (dj_regex_find(regex, scratch, near, 0, false) != DJ_MATCH)
        return DJ_NONE;
    dj_span span = dj_group_named(regex, scratch, group);
    return dj_span_set(span) ? dj_slice_sub(near, span.from, span.to) : DJ_NONE;
}

/* 17일 확진자 34명, and not 17일, 확진자 34명이 */
static const dj_mention *day_before(const dj_mention *m, const dj_mention *when)
{
    bool is_day = when && when->kind == DJ_DATE && when->value.date.grain == DJ_GRAIN_DAY && when->value.date.from != DJ_NO_DAY;
    return is_day && m->start - when->end <= DAY_NEAR && m->start > when->end && dj_mention_field(m).at[when->end] == ' ' ? when
                                                                                                                          : NULL;
}

/* 16개 지역본부, 44곳 학교: a counter for things of any kind */
static dj_slice things_of(const dj_mention *m, dj_scratch *scratch)
{
    const dj_lexicon *alike = dj_pack_lexicon(m->in->pack, "alike_counter");
    dj_slice counted;
    bool is_of_any = dj_lexicon_find(alike, m->value.amount.unit, &counted) && dj_slice_is(counted, "thing");
    const dj_regex *behind = is_of_any ? dj_matches_behind(m, "things_counted", scratch) : NULL;
    return behind ? dj_matched_beside(m, behind, "what", scratch) : DJ_NONE;
}

/* 수색에 함정 28척이 동원됐다: on that day */
static bool is_sent_out(const dj_mention *m, dj_scratch *scratch)
{
    const dj_regex *pattern = dj_pack_pattern(m->in->pack, "sent_out");
    const dj_word *words = m->in->parts[m->field].words.at;
    dj_surroundings around = dj_mention_surroundings(m);
    uint32_t last = around.end - around.after > SENT ? around.after + SENT : around.end;
    dj_slice here = dj_slice_sub(dj_mention_field(m), 0, last > around.after ? words[last - 1].end : m->end);
    return pattern && dj_regex_find(pattern, scratch, here, dj_words_before(m, SENT), false) == DJ_MATCH;
}

/* 지역별로는 … 대구는 44%에서 37%로 7%p: of the last that was named as a part */
static void add_item(const dj_mention *m, const dj_word *words, uint32_t before, dj_scratch *scratch, dj_scope *out)
{
    const dj_regex *part = dj_pack_pattern(m->in->pack, "part_of_breakdown");
    dj_slice left = dj_slice_sub(dj_mention_field(m), 0, m->start);
    out->item = m->kind == DJ_PERCENT ? said_before(m, words, before, "list_item", "item", scratch) : DJ_NONE;
    out->is_part = part && dj_regex_find(part, scratch, left, dj_words_before(m, PART), false) == DJ_MATCH;
    dj_span last = out->is_part ? dj_group_named(part, scratch, "item") : (dj_span){0};
    if (out->is_part && out->item.n == 0)
        out->item = dj_slice_sub(left, last.from, last.to);
}

/* 15~29세, 20대, 60세 이상, and not the age of somebody */
static const dj_mention *ages_of(const dj_mention *m, size_t at)
{
    for (size_t i = at, n = 0; i-- > 0 && n < LOOK && dj_in_one_sentence(m->in->mentions.at[i], m); n++) {
        const dj_mention *other = m->in->mentions.at[i];
        if (other->kind == DJ_AGE && other->value.is_known && other->value.amount.bound != DJ_EXACT && other->end <= m->start)
            return other;
    }
    return NULL;
}

dj_scope dj_scope_of(const dj_mention *m, size_t at, const dj_word *words, uint32_t before, dj_scratch *scratch)
{
    dj_scope scope = {.when = when_behind(m, at, scratch), .whole = whole_of(m, words, before), .is_base = is_base(m, scratch)};
    scope.is_expected = is_expected(m, scratch);
    bool is_held = scope.is_base && (is_changing(m) || (m->kind == DJ_PERCENT && !is_points(m)));
    scope.changed = is_held ? held_against(m, at) : is_changing(m) ? changed_into(m, at, scratch) : changed_by(m, at, scratch);
    scope.share_of = share_of(m, at, scratch);
    scope.when = scope.when ? scope.when : when_of(m, at);
    scope.period = period_of(m, at, scratch);
    scope.stage = m->kind == DJ_ORDINAL ? NULL : stage_of(m, at, scratch);
    scope.whole = scope.whole ? scope.whole : whole_behind(m, scratch);
    scope.told = told_as(m, scratch);
    if (scope.told == DJ_TOLD_LEVEL && is_below_zero(m))
        scope.told = DJ_TOLD_FALL;
    const dj_regex *since = dj_matches_before(m, "change_since", SINCE, scratch);
    scope.since = since ? dj_group_that_matched(since, scratch) : DJ_NONE;
    scope.ages = m->kind == DJ_PERCENT || m->kind == DJ_QUANTITY ? ages_of(m, at) : NULL;
    scope.side = m->kind == DJ_PERCENT || m->kind == DJ_MONEY ? side_of(m, scratch) : DJ_NONE;
    scope.is_rest = dj_matches_before(m, "rest_of", NOUN, scratch) != NULL;
    if (dj_kind_about(m->kind)->family == DJ_FAMILY_AMOUNT)
        scope.at = said_before(m, words, before, "stands_at", "at", scratch);
    if (m->kind == DJ_PERCENT) {
        scope.is_daily = !scope.stage && dj_matches_before(m, "daily_share", PLACE, scratch);
    }
    if (m->kind == DJ_PERCENT || m->kind == DJ_QUANTITY)
        add_item(m, words, before, scratch, &scope);
    if (m->kind == DJ_QUANTITY) {
        scope.owner = said_before(m, words, before, "counted_of", "of", scratch);
        scope.body = said_before(m, words, before, "counted_of", "body", scratch);
        scope.what = things_of(m, scratch);
        scope.day = day_before(m, scope.when);
        scope.became = dj_became_of(m, scratch);
        scope.is_daily = said_before(m, words, before, "daily_count", "daily", scratch).n > 0 || is_sent_out(m, scratch);
    }
    add_per(m, words, before, &scope);
    add_per_behind(m, scratch, &scope);
    return scope;
}
