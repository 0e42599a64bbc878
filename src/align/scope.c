/* See scope.h. Words are those of the pack. Korean says what a figure is of before it (lexicons `reckoned_by`, `whole_marker`;
 * patterns `stands_at`, `sent_out`, `list_item`, `part_of_breakdown`, `counted_of`, `daily_count`, `side_before`), English behind
 * it (`reckoned_behind`, `change_since_behind`, `whole_behind`, `side_behind`). Times and changes are files of their own. */
#include "align/scope.h"

#include "align/became.h"
#include "align/scope_change.h"
#include "align/scope_time.h"
#include "extract/beside.h"

enum {
    LOOK = 8, /* mentions before */
    WORDS = 2, /* before */
    NEAR = 3, /* for what is left out */
    PLACE = 4, /* for a place */
    BACK = 12, /* for a side */
    SENT = 20, /* on each side, for who was sent out */
    PART = 60 /* before, for what breaks a whole down */
};

/* $1.30 per share; a percentage from what time on, 22% from the previous quarter: the group that took part says it */
static void add_per_behind(const dj_mention *m, dj_scratch *scratch, dj_scope *out)
{
    const dj_regex *per = dj_matches_behind(m, m->kind == DJ_PERCENT ? "change_since_behind" : "reckoned_behind", scratch);
    if (per)
        out->per_time = dj_group_that_matched(per, scratch);
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

/* what is counted, of whom, and what became of them */
static void add_count(const dj_mention *m, const dj_word *words, uint32_t before, dj_scratch *scratch, dj_scope *out)
{
    out->owner = said_before(m, words, before, "counted_of", "of", scratch);
    out->body = said_before(m, words, before, "counted_of", "body", scratch);
    out->what = things_of(m, scratch);
    out->became = dj_became_of(m, scratch);
    out->is_daily = said_before(m, words, before, "daily_count", "daily", scratch).n > 0 || is_sent_out(m, scratch);
}

dj_scope dj_scope_of(const dj_mention *m, size_t at, const dj_word *words, uint32_t before, dj_scratch *scratch)
{
    dj_scope scope = {.whole = whole_of(m, words, before)};
    bool is_share = m->kind == DJ_PERCENT, is_count = m->kind == DJ_QUANTITY;
    dj_scope_times(m, at, scratch, &scope);
    dj_scope_changes(m, at, scratch, &scope);
    scope.whole = scope.whole ? scope.whole : whole_behind(m, scratch);
    scope.ages = is_share || is_count ? ages_of(m, at) : NULL;
    scope.side = is_share || m->kind == DJ_MONEY ? side_of(m, scratch) : DJ_NONE;
    scope.is_rest = dj_matches_before(m, "rest_of", NEAR, scratch) != NULL;
    if (dj_kind_about(m->kind)->family == DJ_FAMILY_AMOUNT)
        scope.at = said_before(m, words, before, "stands_at", "at", scratch);
    if (is_share || is_count)
        add_item(m, words, before, scratch, &scope);
    if (is_share)
        scope.is_daily = !scope.stage && dj_matches_before(m, "daily_share", PLACE, scratch);
    if (is_count)
        add_count(m, words, before, scratch, &scope);
    add_per(m, words, before, &scope);
    add_per_behind(m, scratch, &scope);
    return scope;
}
