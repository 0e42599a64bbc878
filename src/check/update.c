/* Whether a departure is no contradiction: what is counted goes on growing, and each figure is right at its time. A text says so
 * by the hour as of which it counts (as_of.h), by what it calls a toll, or by the state that people are in; made_sure.h and polled.h
 * have the figures that were not sure, and those of polls and votes. */
#include "check/update.h"

#include "check/as_of.h"
#include "check/made_sure.h"
#include "check/polled.h"
#include "check/toll_kind.h"
#include "extract/beside.h"

static bool is_later(const dj_story *a, const dj_story *b)
{
    if (a->published != b->published)
        return a->published > b->published;
    return a->published_minute >= 0 && b->published_minute >= 0 && a->published_minute > b->published_minute;
}

/* counted until an hour, or until now (지금까지), or a toll */
static bool is_so_far(const dj_mention *m, dj_scratch *scratch)
{
    const dj_regex *pattern = dj_pack_pattern(m->in->pack, "count_so_far");
    const dj_sentence *sentence = &m->in->parts[m->field].sentences.at[m->sentence];
    dj_slice here = dj_slice_sub(dj_mention_field(m), sentence->start, sentence->end);
    return dj_as_of_what(m, scratch).is_said || dj_toll_of(m, scratch) != DJ_NO_TOLL ||
           (pattern && dj_regex_find(pattern, scratch, here, 0, false) == DJ_MATCH);
}

typedef struct sizes {
    const dj_mention *lower, *higher; /* NULL where one has no lower end */
} sizes;

static sizes by_size(const dj_mention *a, const dj_mention *b)
{
    const dj_amount *x = &a->value.amount, *y = &b->value.amount;
    if (!x->has_low || !y->has_low)
        return (sizes){NULL, NULL};
    return dj_dec_cmp(x->low, y->low) > 0 ? (sizes){b, a} : (sizes){a, b};
}

static bool have_grown(const dj_departure *d)
{
    sizes s = by_size(d->claim, d->against);
    return s.higher && !is_later(s.lower->in->story, s.higher->in->story);
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
    dj_as_of a = dj_as_of_what(d->claim, scratch), b = dj_as_of_what(d->against, scratch);
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
    sizes s = by_size(d->claim, d->against);
    return is_moving && s.higher && s.higher->in->story->published > s.lower->in->story->published &&
           !is_outlived(set, d, s.higher, s.lower, scratch);
}

/* 16명은 입원 중이다, and four days on 14명이 입원해 있다: such a count rises and falls */
static bool is_in_another_state(const dj_departure *d, dj_scratch *scratch)
{
    const dj_mention *a = d->claim, *b = d->against;
    bool is_of_two_days = d->fact->kind == DJ_QUANTITY && a->in->story->published != b->in->story->published;
    return is_of_two_days && (dj_matches_behind(a, "count_in_state", scratch) || dj_matches_behind(b, "count_in_state", scratch));
}

bool dj_is_still_counted(const dj_mention *a, const dj_mention *b, dj_scratch *scratch)
{
    sizes s = by_size(b, a);
    if (!s.higher || (dj_toll_of(a, scratch) != DJ_DEAD && dj_toll_of(b, scratch) != DJ_DEAD))
        return false;
    const dj_regex *pattern = dj_pack_pattern(s.lower->in->pack, "toll_in_progress");
    dj_slice text = s.lower->in->story->fields[DJ_FIELD_TEXT].text;
    return s.higher->in->story->published >= s.lower->in->story->published && pattern &&
           dj_regex_find(pattern, scratch, text, 0, false) == DJ_MATCH;
}

/* 8일 현재, 9일 현재: the days and hours of two counts; twelve hours apart they are likelier one that was mistaken */
static bool are_moments_of_counts(const dj_departure *d, dj_scratch *scratch)
{
    if (d->fact->kind == DJ_TIME && dj_times_are_half_a_day_apart(&d->claim->value.time, &d->against->value.time))
        return false;
    return dj_as_of_what(d->claim, scratch).at == d->claim && dj_as_of_what(d->against, scratch).at == d->against;
}

/* every story with the higher figure is later than every one with the lower */
static bool is_higher_in_later(const dj_departure *d)
{
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

bool dj_is_update(const dj_set *set, const dj_departure *d, dj_scratch *scratch)
{
    bool is_told_anew = dj_kind_about(d->fact->kind)->family == DJ_FAMILY_AMOUNT && d->fact->kind != DJ_AGE;
    if (is_told_anew && dj_are_polled_apart(d, scratch))
        return true;
    if (d->fact->kind == DJ_DATE || d->fact->kind == DJ_TIME)
        return are_moments_of_counts(d, scratch);
    if (is_told_anew && dj_is_made_sure(d, scratch))
        return true;
    if (d->fact->kind != DJ_QUANTITY && d->fact->kind != DJ_PERCENT)
        return false;
    if (is_counted_again(d, scratch) || is_counted_later(set, d, scratch) || is_in_another_state(d, scratch) ||
        dj_is_still_counted(d->claim, d->against, scratch))
        return true;
    return d->slip == DJ_SLIP_NONE && d->fact->kind == DJ_QUANTITY && is_higher_in_later(d);
}
