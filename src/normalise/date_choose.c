/* dj_choose: newspapers leave out what is plain, so of every bare date several occurrences are possible; each gets a cost
 * and the cheapest is meant. */
#include "normalise/date_choose.h"

#include <stdlib.h>

#include "normalise/holiday.h"

dj_tense dj_scene_tense(dj_scene *s)
{
    if (!s->has_tense)
        s->tense = dj_tense_at(s->text, s->text->mentions.at[s->index]);
    s->has_tense = true;
    return s->tense;
}

bool dj_is_anchored(const dj_point *p)
{
    return p->year || p->decade || p->century || p->anchor;
}

dj_unit dj_cycle_of(const dj_point *p)
{
    enum { WEEKS_OF_MONTH = 5 };
    bool is_year = p->holiday.n || p->half || p->quarter || p->month || p->nth_unit == DJ_UNIT_MONTH;
    if (is_year || (p->nth > WEEKS_OF_MONTH && p->nth_unit == DJ_UNIT_WEEK))
        return DJ_UNIT_YEAR;
    if (p->nth || p->day)
        return DJ_UNIT_MONTH;
    if (p->weekday >= 0)
        return DJ_UNIT_WEEK;
    return p->part.n ? p->part_unit : DJ_UNITS;
}

/* 전날(9일): the day with that number which is nearest to the one named */
static bool nearest_numbered(const dj_period *in, int day, dj_period *out)
{
    dj_period best = {.from = DJ_NO_DAY};
    for (int k = -1; k <= 1; k++) {
        dj_period month, p;
        if (!dj_period_at(in->from, DJ_UNIT_MONTH, k, &month) || !dj_period_day(&month, day, &p))
            continue;
        if (best.from == DJ_NO_DAY || abs(p.from - in->from) < abs(best.from - in->from))
            best = p;
    }
    if (best.from == DJ_NO_DAY)
        return false;
    *out = best;
    return true;
}

static bool numbered(const dj_period *in, int day, dj_period *out)
{
    return in->unit == DJ_UNIT_DAY ? nearest_numbered(in, day, out) : in->unit == DJ_UNIT_MONTH && dj_period_day(in, day, out);
}

static bool narrow_to_day(const dj_pack *pack, const dj_point *point, dj_period *p)
{
    if (point->is_lunar && point->month && point->day)
        return dj_period_day_of(dj_calendar_day(pack, DJ_S("lunar"), dj_civil_of(p->from).year, point->month, point->day), p);
    if (point->month && !dj_period_month(p, point->month, p))
        return false;
    if (point->nth && point->weekday >= 0)
        return dj_period_nth_weekday(p, point->nth, point->weekday, p);
    if (point->nth && point->nth_unit != DJ_UNITS && !dj_period_nth(p, point->nth, point->nth_unit, p))
        return false;
    if (point->day && !numbered(p, point->day, p))
        return false;
    if (point->day) /* the week of October 7th */
        return point->nth || point->nth_unit == DJ_UNITS || dj_period_at(p->from, point->nth_unit, 0, p);
    return point->weekday < 0 || p->unit != DJ_UNIT_WEEK || dj_period_weekday(p, point->weekday, p);
}

static bool narrow_to_holiday(const dj_pack *pack, const dj_point *point, dj_period *p)
{
    dj_day first, last;
    if (!dj_holiday_span(pack, point->holiday, dj_civil_of(p->from).year, &first, &last))
        return false;
    if (dj_slice_is(point->part, "weekend"))
        return dj_period_weekend_at(first, p);
    *p = (dj_period){.from = first, .to = last, .unit = DJ_UNIT_DAY};
    return true;
}

bool dj_narrow(const dj_pack *pack, const dj_point *point, dj_period *p)
{
    if (point->holiday.n)
        return narrow_to_holiday(pack, point, p);
    if ((point->half && !dj_period_half(p, point->half, p)) || (point->quarter && !dj_period_quarter(p, point->quarter, p)))
        return false;
    return narrow_to_day(pack, point, p) && (!point->part.n || dj_period_part(p, point->part, p));
}

enum { NOT_ALLOWED = -1, SCALE = 12 /* of costs, so that weights can be fractions */ };

static int directed_cost(const dj_scene *s, const dj_period *p, dj_direction direction, dj_unit cycle, int k)
{
    bool is_today = cycle != DJ_UNIT_WEEK && p->from == p->to && p->from == s->base; /* 지난 8일 in a paper of the 8th */
    switch (direction) {
    case DJ_DIRECTION_PAST: return p->to < s->base || is_today ? s->base - p->to : NOT_ALLOWED;
    case DJ_DIRECTION_FUTURE: return p->from > s->base || is_today ? p->from - s->base : NOT_ALLOWED;
    case DJ_DIRECTION_NEXT:
        if (cycle == DJ_UNIT_WEEK) /* 다음 금요일 is the one of next week */
            return k == 1 ? 0 : NOT_ALLOWED;
        return p->from > s->base ? p->from - s->base : NOT_ALLOWED;
    default: return k == 0 ? 0 : NOT_ALLOWED;
    }
}

/* Newspapers leave out a month or year that is their own, and the tense tells back from ahead. The weights say how far a
 * candidate against that must be nearer to be believed: one of another month or year has to be led to (다음 달 1일), but
 * for the days around its turn. */
static int free_cost(const dj_scene *s, const dj_period *p, dj_tense tense, dj_unit cycle, int k)
{
    enum { AGAINST_PAST = 3, AGAINST_FUTURE = 4, NOT_OWN = 12, OWN_YEAR = 2, OWN_MONTH = 5, WEEK_DAYS = 7, AROUND_TURN = 10 };
    bool is_ahead = p->from > s->base, is_behind = p->to < s->base;
    int distance = is_ahead ? p->from - s->base : is_behind ? s->base - p->to : 0;
    if (s->is_joined)
        return distance * SCALE;
    if (cycle == DJ_UNIT_WEEK && tense != DJ_TENSE_PAST)
        return (is_ahead ? distance : distance + 2 * WEEK_DAYS) * SCALE;
    if (cycle == DJ_UNIT_MONTH && k > 0 && distance > AROUND_TURN)
        return distance * SCALE * NOT_OWN;
    if (tense == DJ_TENSE_PAST)
        return distance * SCALE * (!is_ahead ? 1 : cycle == DJ_UNIT_YEAR ? AGAINST_PAST + 1 : AGAINST_PAST);
    if (tense == DJ_TENSE_FUTURE)
        return distance * SCALE * (!is_behind ? 1 : k == 0 ? AGAINST_FUTURE : NOT_OWN);
    if (k == 0 && p->unit == DJ_UNIT_HALF)
        return 0; /* 하반기 is this year's */
    return distance * (k != 0 ? SCALE : cycle == DJ_UNIT_YEAR ? OWN_YEAR : OWN_MONTH);
}

/* the direction that the point states, or has by its nature: the second Sunday is one of this month, 주초 is this week's,
 * and a holiday without any tense is the next one */
static dj_direction direction_of(const dj_scene *s, const dj_point *point, dj_unit cycle, dj_tense tense)
{
    if (point->direction || s->is_joined)
        return point->direction;
    bool is_part_of_week = point->part.n && cycle == DJ_UNIT_WEEK && !dj_slice_is(point->part, "weekend");
    if ((point->nth && cycle == DJ_UNIT_MONTH) || is_part_of_week)
        return DJ_DIRECTION_THIS;
    return point->holiday.n && tense == DJ_TENSE_NONE ? DJ_DIRECTION_FUTURE : DJ_DIRECTION_NONE;
}

bool dj_choose(dj_scene *s, const dj_point *point, dj_period *out)
{
    enum { YEARS = 8 /* to the next 29 February */, OTHERS = 2, WRONG_WEEKDAY = 60 * SCALE };
    dj_unit cycle = dj_cycle_of(point);
    if (cycle == DJ_UNITS || s->base == DJ_NO_DAY)
        return false;
    dj_tense tense = point->direction || s->is_joined ? DJ_TENSE_NONE : dj_scene_tense(s);
    /* what a caption shows has been: Rescuers at the river on Tuesday */
    if (tense == DJ_TENSE_NONE && cycle == DJ_UNIT_WEEK && !point->direction && !s->is_joined &&
        s->text->mentions.at[s->index]->zone == DJ_ZONE_CAPTION)
        tense = DJ_TENSE_PAST;
    dj_direction direction = direction_of(s, point, cycle, tense);
    int reach = cycle == DJ_UNIT_YEAR ? YEARS : OTHERS, best = NOT_ALLOWED;
    for (int k = -reach; k <= reach; k++) {
        dj_period p;
        if (!dj_period_at(s->base, cycle, k, &p) || !dj_narrow(s->text->pack, point, &p))
            continue;
        int cost = direction ? directed_cost(s, &p, direction, cycle, k) : free_cost(s, &p, tense, cycle, k);
        if (cost != NOT_ALLOWED && point->weekday >= 0 && dj_weekday(p.from) != point->weekday)
            cost += cycle == DJ_UNIT_YEAR ? WRONG_WEEKDAY : WRONG_WEEKDAY / 3;
        if (cost != NOT_ALLOWED && (best == NOT_ALLOWED || cost < best)) {
            best = cost;
            *out = p;
        }
    }
    return best != NOT_ALLOWED;
}
