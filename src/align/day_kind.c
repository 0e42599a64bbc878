/* By patterns on both sides of the date: date_of_telling, telling_before, date_of_plan, date_of_state, state_before, state_since. */
#include "align/day_kind.h"

#include "extract/beside.h"

#define ONE_SENTENCE 0.7 /* likeness from which two sentences are nearly one */

bool dj_day_is_firm(const dj_mention *m)
{
    if (m->kind != DJ_DATE || dj_mention_slot(m, "day") || dj_mention_slot(m, "weekday") || dj_mention_slot(m, "quarter"))
        return true;
    return dj_mention_slot(m, "year") || (dj_mention_slot(m, "month") && !dj_mention_slot(m, "relative_year"));
}

/* 12일 인천지법에 따르면: the day on which it was told, not that on which it was */
static bool is_of_telling(const dj_mention *m, dj_scratch *scratch)
{
    enum { LED_BY = 3 /* words before */ };
    return dj_matches_behind(m, "date_of_telling", scratch) || dj_matches_before(m, "telling_before", LED_BY, scratch);
}

/* as of Friday: how things stood on the day of the story, which is another's in another story */
static bool is_of_state(const dj_mention *m, dj_scratch *scratch)
{
    enum { LED_BY = 3 /* words before */ };
    return dj_matches_before(m, "state_before", LED_BY, scratch) != NULL;
}

/* 18일 돌아올 예정이었다: the day on which something was to be, and not that on which it was */
static bool is_of_plan(const dj_mention *m, dj_scratch *scratch)
{
    return dj_matches_behind(m, "date_of_plan", scratch) != NULL;
}

/* 1일 오전 6시 기준 */
static bool is_as_of(const dj_mention *m, dj_scratch *scratch)
{
    return dj_matches_behind(m, "date_of_state", scratch) != NULL;
}

/* the day of its story, or the one before */
static bool is_of_own_day(const dj_mention *m)
{
    dj_day day = m->value.date.from, published = m->in->story->published;
    return day != DJ_NO_DAY && published != DJ_NO_DAY && day <= published && day + 1 >= published;
}

/* how things stood on the day of the one, and another day, or the day of the other */
static bool are_of_own_days(const dj_mention *a, const dj_mention *b, dj_scratch *scratch)
{
    bool of_a = is_as_of(a, scratch), of_b = is_as_of(b, scratch);
    if (of_a != of_b)
        return is_of_own_day(of_a ? a : b);
    return of_a && is_of_own_day(a) && is_of_own_day(b) && a->in->story->published != b->in->story->published;
}

/* 지난 1일 이후 1주일째: reckoned from the day of the story */
static bool is_since(const dj_mention *m, dj_scratch *scratch)
{
    return dj_matches_behind(m, "state_since", scratch) != NULL;
}

bool dj_days_are_of_a_kind(const dj_mention *a, const dj_mention *b, double likeness, dj_scratch *scratch)
{
    if (is_of_plan(a, scratch) != is_of_plan(b, scratch) || are_of_own_days(a, b, scratch) || is_of_state(a, scratch) ||
        is_of_state(b, scratch))
        return false;
    if (a->in->story->published != b->in->story->published && is_since(a, scratch) && is_since(b, scratch))
        return false;
    return likeness >= ONE_SENTENCE || is_of_telling(a, scratch) == is_of_telling(b, scratch);
}
