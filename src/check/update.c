/* Whether a departure is no contradiction: what is counted goes on growing, and each figure is right at its time. A text says so
 * by the hour as of which it counts, or by what it calls a toll, an estimate, a poll or a count of votes. */
#include "check/update.h"

#include "check/toll_kind.h"
#include "extract/beside.h"

static bool is_later(const dj_story *a, const dj_story *b)
{
    if (a->published != b->published)
        return a->published > b->published;
    return a->published_minute >= 0 && b->published_minute >= 0 && a->published_minute > b->published_minute;
}

typedef struct as_of {
    bool is_said; /* in the sentence itself */
    bool is_near; /* in that, or in the one before */
    const dj_mention *at; /* the hour or the day; NULL where none is read */
} as_of;

/* the hour or day that ends within the part of the field */
static const dj_mention *moment_in(const dj_mention *m, dj_field_name field, dj_span span)
{
    const dj_segmented *part = &m->in->parts[field];
    uint32_t sentence = part->sentences.at[dj_sentence_at(part, (uint32_t)span.from)].start;
    for (size_t i = dj_mention_from(m->in, field, sentence); i < m->in->mentions.n; i++) {
        const dj_mention *other = m->in->mentions.at[i];
        if (other->field != field || other->start >= span.to)
            return NULL;
        bool is_moment = (other->kind == DJ_TIME || other->kind == DJ_DATE) && other->value.is_known;
        if (is_moment && other->end > span.from && other->end <= span.to)
            return other;
    }
    return NULL;
}

static bool is_as_of(const dj_mention *m, dj_field_name field, const dj_sentence *sentence, dj_scratch *scratch)
{
    const dj_regex *pattern = dj_pack_pattern(m->in->pack, "count_as_of");
    dj_slice text = dj_slice_sub(m->in->story->fields[field].text, 0, sentence->end);
    return pattern && dj_regex_find(pattern, scratch, text, sentence->start, false) == DJ_MATCH;
}

/* 오전 9시 현재 30만 명: it counts what goes on growing, until that hour; the sentences behind, and the title, may count at that
 * hour too */
static as_of as_of_what(const dj_mention *m, dj_scratch *scratch)
{
    enum { BEHIND = 8 /* sentences */ };
    const dj_segmented *own = &m->in->parts[m->field], *text = &m->in->parts[DJ_FIELD_TEXT];
    for (size_t i = m->sentence + 1; i-- > 0 && m->sentence - i <= BEHIND;)
        if (is_as_of(m, m->field, &own->sentences.at[i], scratch))
            return (as_of){i == m->sentence, i + 1 >= m->sentence, moment_in(m, m->field, dj_match_span(scratch))};
    for (size_t i = 0; m->field != DJ_FIELD_TEXT && i < text->sentences.n && i <= BEHIND; i++)
        if (is_as_of(m, DJ_FIELD_TEXT, &text->sentences.at[i], scratch))
            return (as_of){false, false, moment_in(m, DJ_FIELD_TEXT, dj_match_span(scratch))};
    return (as_of){false, false, NULL};
}

/* counted until an hour, or until now (지금까지), or a toll */
static bool is_so_far(const dj_mention *m, dj_scratch *scratch)
{
    const dj_regex *pattern = dj_pack_pattern(m->in->pack, "count_so_far");
    const dj_sentence *sentence = &m->in->parts[m->field].sentences.at[m->sentence];
    dj_slice here = dj_slice_sub(dj_mention_field(m), sentence->start, sentence->end);
    return as_of_what(m, scratch).is_said || dj_toll_of(m, scratch) != DJ_NO_TOLL ||
           (pattern && dj_regex_find(pattern, scratch, here, 0, false) == DJ_MATCH);
}

static bool have_grown(const dj_departure *d)
{
    const dj_amount *a = &d->claim->value.amount, *b = &d->against->value.amount;
    if (!a->has_low || !b->has_low)
        return false;
    bool odd_is_higher = dj_dec_cmp(a->low, b->low) > 0;
    return !is_later(odd_is_higher ? d->against->in->story : d->claim->in->story,
                     odd_is_higher ? d->claim->in->story : d->against->in->story);
}

static bool is_earlier(const dj_mention *a, const dj_mention *b)
{
    const dj_time *x = &a->value.time, *y = &b->value.time;
    bool are_known = a->kind == DJ_TIME && b->kind == DJ_TIME && x->day != DJ_NO_DAY && y->day != DJ_NO_DAY && x->from >= 0 &&
                     y->from >= 0;
    return are_known && (x->day < y->day || (x->day == y->day && x->from < y->from));
}

/* 1: the higher figure is that of the later moment; -1: that of the earlier; 0: which is later is not known */
static int grown_between(const dj_departure *d, const dj_mention *at, const dj_mention *against_at)
{
    const dj_amount *a = &d->claim->value.amount, *b = &d->against->value.amount;
    int later = !at || !against_at ? 0 : is_earlier(against_at, at) ? 1 : is_earlier(at, against_at) ? -1 : 0;
    return a->has_low && b->has_low ? later * dj_dec_cmp(a->low, b->low) : 0;
}

/* 64명이 숨지고 as of six, and 14명이 숨졌다 as of nine: the dead do not become fewer */
static bool are_dead(const dj_departure *d, dj_scratch *scratch)
{
    return dj_toll_of(d->claim, scratch) == DJ_DEAD && dj_toll_of(d->against, scratch) == DJ_DEAD;
}

/* Counted at two hours; or, where one of them is not known, both of something that has grown since. An hour told further up
 * is that of what grows, and not that of a depth. */
static bool is_counted_again(const dj_departure *d, dj_scratch *scratch)
{
    as_of a = as_of_what(d->claim, scratch), b = as_of_what(d->against, scratch);
    dj_relation moments = a.at && b.at ? dj_value_compare(&a.at->value, &b.at->value) : DJ_INCOMPARABLE;
    if (moments == DJ_DIFFERENT) {
        int grown = grown_between(d, a.at, b.at);
        return a.is_near && b.is_near ? grown >= 0 || !are_dead(d, scratch) : grown > 0;
    }
    return moments == DJ_INCOMPARABLE && a.is_said && b.is_said && have_grown(d);
}

/* the same of tolls, whatever fact they were taken for */
static bool is_toll_outlived(const dj_set *set, const dj_mention *higher, const dj_mention *lower, dj_scratch *scratch)
{
    enum { LOOK = 64 /* mentions of a story */ };
    dj_toll_kind kind = dj_toll_of(lower, scratch);
    for (size_t t = 0; kind != DJ_NO_TOLL && t < set->texts.n; t++) {
        const dj_text *text = set->texts.at[t];
        if (text == higher->in || text == lower->in || text->story->published < higher->in->story->published)
            continue;
        for (size_t i = 0; i < text->mentions.n && i < LOOK; i++)
            if (dj_value_compare(&text->mentions.at[i]->value, &lower->value) == DJ_SAME &&
                dj_toll_of(text->mentions.at[i], scratch) == kind)
                return true;
    }
    return false;
}

/* the lower figure in a story as late as that with the higher one: it has not grown in between */
static bool is_outlived(const dj_set *set, const dj_departure *d, const dj_mention *higher, const dj_mention *lower,
                        dj_scratch *scratch)
{
    for (size_t v = 0; v < d->fact->versions.n; v++)
        for (size_t i = 0; i < d->fact->versions.at[v].claims.n; i++) {
            const dj_mention *m = d->fact->versions.at[v].claims.at[i];
            if (m->in != higher->in && m->in->story->published >= higher->in->story->published &&
                dj_value_compare(&m->value, &lower->value) == DJ_SAME)
                return true;
        }
    return is_toll_outlived(set, higher, lower, scratch);
}

/* 지금까지 14명, of a story of the day after that of which 4명 is told as of an hour */
static bool is_counted_later(const dj_set *set, const dj_departure *d, dj_scratch *scratch)
{
    bool is_moving = is_so_far(d->claim, scratch) || is_so_far(d->against, scratch);
    const dj_amount *a = &d->claim->value.amount, *b = &d->against->value.amount;
    if (!is_moving || !a->has_low || !b->has_low)
        return false;
    bool odd_is_higher = dj_dec_cmp(a->low, b->low) > 0;
    const dj_mention *higher = odd_is_higher ? d->claim : d->against, *lower = odd_is_higher ? d->against : d->claim;
    return higher->in->story->published > lower->in->story->published && !is_outlived(set, d, higher, lower, scratch);
}

/* 16명은 입원 중이다, and four days on 14명이 입원해 있다: such a count rises and falls */
static bool is_in_another_state(const dj_departure *d, dj_scratch *scratch)
{
    const dj_mention *a = d->claim, *b = d->against;
    bool is_of_two_days = d->fact->kind == DJ_QUANTITY && a->in->story->published != b->in->story->published;
    return is_of_two_days && (dj_matches_behind(a, "count_in_state", scratch) || dj_matches_behind(b, "count_in_state", scratch));
}

static bool says_estimated(const dj_mention *m, dj_scratch *scratch)
{
    const dj_regex *pattern = dj_pack_pattern(m->in->pack, "count_estimated");
    const dj_sentence *sentence = &m->in->parts[m->field].sentences.at[m->sentence];
    return pattern &&
           dj_regex_find(pattern, scratch, dj_slice_sub(dj_mention_field(m), 0, sentence->end), m->end, false) == DJ_MATCH;
}

/* 잠정 8.6%, 8.6%로 잠정 집계됐다 */
static bool says_provisional(const dj_mention *m, dj_scratch *scratch)
{
    enum { BEFORE = 3 /* words */ };
    return dj_matches_before(m, "provisional_before", BEFORE, scratch) || dj_matches_behind(m, "provisional_behind", scratch);
}

typedef bool says_so(const dj_mention *m, dj_scratch *scratch);

/* the story says so of the figure, be it where it repeats it */
static bool is_told_so(const dj_mention *figure, says_so *says, dj_scratch *scratch)
{
    enum { LOOK = 64 /* mentions */ };
    const dj_text *text = figure->in;
    if (says(figure, scratch))
        return true;
    for (size_t i = 0; i < text->mentions.n && i < LOOK; i++) {
        const dj_mention *other = text->mentions.at[i];
        if (other->kind == figure->kind && dj_value_compare(&other->value, &figure->value) == DJ_SAME && says(other, scratch))
            return true;
    }
    return false;
}

/* 19대가 갇힌 것으로 추정된다, or 8.6%로 잠정 집계됐다, of a story of the day before that of which 16대 or 8.7% is told, not as provisional */
static bool is_made_sure(const dj_departure *d, dj_scratch *scratch)
{
    const dj_mention *a = d->claim, *b = d->against;
    bool is_a_first = a->in->story->published < b->in->story->published;
    const dj_mention *first = is_a_first ? a : b, *second = is_a_first ? b : a;
    if (first->in->story->published == second->in->story->published)
        return false;
    bool is_estimate = d->fact->kind == DJ_QUANTITY && is_told_so(first, says_estimated, scratch);
    return is_estimate || (is_told_so(first, says_provisional, scratch) && !is_told_so(second, says_provisional, scratch));
}

bool dj_is_still_counted(const dj_mention *a, const dj_mention *b, dj_scratch *scratch)
{
    const dj_amount *x = &a->value.amount, *y = &b->value.amount;
    if (!x->has_low || !y->has_low || (dj_toll_of(a, scratch) != DJ_DEAD && dj_toll_of(b, scratch) != DJ_DEAD))
        return false;
    bool is_a_lower = dj_dec_cmp(x->low, y->low) < 0;
    const dj_mention *lower = is_a_lower ? a : b, *higher = is_a_lower ? b : a;
    const dj_regex *pattern = dj_pack_pattern(lower->in->pack, "toll_in_progress");
    dj_slice text = lower->in->story->fields[DJ_FIELD_TEXT].text;
    return higher->in->story->published >= lower->in->story->published && pattern &&
           dj_regex_find(pattern, scratch, text, 0, false) == DJ_MATCH;
}

/* 8일 현재, 9일 현재: the days and hours of two counts; twelve hours apart they are likelier one that was mistaken */
static bool are_moments_of_counts(const dj_departure *d, dj_scratch *scratch)
{
    if (d->fact->kind == DJ_TIME && dj_times_are_half_a_day_apart(&d->claim->value.time, &d->against->value.time))
        return false;
    return as_of_what(d->claim, scratch).at == d->claim && as_of_what(d->against, scratch).at == d->against;
}

/* does the pattern match between the two? */
static bool is_said(const dj_mention *m, const char *pattern, dj_field_name field, uint32_t from, uint32_t to,
                    dj_scratch *scratch)
{
    const dj_regex *regex = dj_pack_pattern(m->in->pack, pattern);
    dj_slice text = dj_slice_sub(m->in->story->fields[field].text, 0, to);
    return regex && dj_regex_find(regex, scratch, text, from, false) == DJ_MATCH;
}

typedef enum votes { ALL_VOTES, SOME_VOTES, FORETOLD_VOTES } votes;

/* 개표율 89.3%인 0시45분 현재 53.2%, and what an exit poll foretold; a story that is told while votes are counted has no share of all */
static votes votes_of(const dj_mention *m, dj_scratch *scratch)
{
    const dj_sentence *sentence = &m->in->parts[m->field].sentences.at[m->sentence];
    bool is_of_votes = is_said(m, "votes_in_count", m->field, sentence->start, sentence->end, scratch);
    if (is_said(m, "votes_foretold", m->field, sentence->start, sentence->end, scratch))
        return FORETOLD_VOTES;
    bool is_counting = is_of_votes && as_of_what(m, scratch).is_said;
    for (int f = 0; f < DJ_FIELDS && !is_counting && (is_of_votes || m->kind == DJ_PERCENT); f++)
        is_counting = is_said(m, "votes_being_counted", (dj_field_name)f, 0, (uint32_t)m->in->story->fields[f].text.n, scratch);
    return is_counting ? SOME_VOTES : ALL_VOTES;
}

/* the days on which those of a poll were asked: of the last one before the figure, or else the first of its story; NULL for
 * none */
static const dj_mention *poll_of(const dj_mention *m, dj_scratch *scratch)
{
    const dj_mention *poll = NULL;
    for (size_t i = 0; i < m->in->mentions.n; i++) {
        const dj_mention *day = m->in->mentions.at[i];
        bool is_day = day->kind == DJ_DATE && day->field == DJ_FIELD_TEXT && day->value.is_known &&
                      day->value.date.grain == DJ_GRAIN_DAY;
        if (poll && (m->field != DJ_FIELD_TEXT || day->start > m->start))
            break;
        if (is_day && dj_matches_behind(day, "poll_behind", scratch))
            poll = day;
    }
    return poll;
}

/* of no poll of which one of the others tells */
static bool is_of_other_poll(const dj_departure *d, dj_scratch *scratch)
{
    enum { CLAIMS = 16 /* that are looked at */ };
    const dj_mention *own = poll_of(d->claim, scratch);
    for (size_t c = 0; own && c < d->other->claims.n && c < CLAIMS; c++) {
        const dj_mention *other = poll_of(d->other->claims.at[c], scratch);
        if (!other || dj_value_compare(&own->value, &other->value) != DJ_DIFFERENT)
            return false;
    }
    return own != NULL;
}

bool dj_is_update(const dj_set *set, const dj_departure *d, dj_scratch *scratch)
{
    bool is_told_anew = dj_kind_about(d->fact->kind)->family == DJ_FAMILY_AMOUNT && d->fact->kind != DJ_AGE;
    if (is_told_anew && (votes_of(d->claim, scratch) != votes_of(d->against, scratch) || is_of_other_poll(d, scratch)))
        return true;
    if (d->fact->kind == DJ_DATE || d->fact->kind == DJ_TIME)
        return are_moments_of_counts(d, scratch);
    if (is_told_anew && is_made_sure(d, scratch))
        return true;
    if (d->fact->kind != DJ_QUANTITY && d->fact->kind != DJ_PERCENT)
        return false;
    if (is_counted_again(d, scratch) || is_counted_later(set, d, scratch) || is_in_another_state(d, scratch) ||
        dj_is_still_counted(d->claim, d->against, scratch))
        return true;
    if (d->slip != DJ_SLIP_NONE || d->fact->kind != DJ_QUANTITY)
        return false;
    dj_amount a = dj_reach(&d->claim->value.amount), b = dj_reach(&d->against->value.amount);
    if (!a.has_low || !b.has_low)
        return false;
    bool odd_is_higher = dj_dec_cmp(a.low, b.low) > 0;
    const dj_version *higher = odd_is_higher ? d->odd : d->other, *lower = odd_is_higher ? d->other : d->odd;
    for (size_t i = 0; i < higher->claims.n; i++)
        for (size_t j = 0; j < lower->claims.n; j++)
            if (!is_later(higher->claims.at[i]->in->story, lower->claims.at[j]->in->story))
                return false;
    return true;
}
