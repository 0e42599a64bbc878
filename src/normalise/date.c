/* dj_make_date: the slots of a date mention to days. One mechanism for every rule: the coarsest thing stated gives a
 * period (a year, 지난달, this week), or where nothing fixes it a cycle to choose from (every month has a 4th), and each
 * finer slot narrows it. A choice is made by direction (지난, 오는), else by tense and nearness to the publication. */
#include "normalise/date_context.h"
#include "normalise/date_point.h"
#include "normalise/holiday.h"
#include "normalise/makers.h"

#include <stdlib.h>

typedef struct scene {
    const dj_text *text;
    size_t index;
    dj_day base; /* what bare dates are near to; DJ_NO_DAY unknown */
    dj_tense tense;
    bool is_joined; /* base is the date that this one continues */
    bool is_local; /* taken over from the date that 이날 refers to */
} scene;

static bool is_counted(const dj_point *p)
{
    return p->years >= 0 || p->months >= 0 || p->weeks >= 0 || p->days >= 0 || p->quarters >= 0;
}

static bool is_anchored(const dj_point *p)
{
    return p->year || p->decade || p->century || p->anchor;
}

/* what a bare point repeats in: a 4th in months, a March in years, a Monday in weeks; DJ_UNITS where it states nothing */
static dj_unit cycle_of(const dj_point *p)
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

static bool on_day(dj_day day, dj_period *out)
{
    return dj_period_at(day, DJ_UNIT_DAY, 0, out);
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

static bool narrow_to_day(const dj_pack *pack, const dj_point *point, dj_period *p)
{
    if (point->is_lunar && point->month && point->day)
        return on_day(dj_calendar_day(pack, DJ_S("lunar"), dj_civil_of(p->from).year, point->month, point->day), p);
    if (point->month && !dj_period_month(p, point->month, p))
        return false;
    if (point->nth && point->weekday >= 0)
        return dj_period_nth_weekday(p, point->nth, point->weekday, p);
    if (point->nth && point->nth_unit != DJ_UNITS && !dj_period_nth(p, point->nth, point->nth_unit, p))
        return false;
    if (point->day && !(p->unit == DJ_UNIT_DAY ? nearest_numbered(p, point->day, p) : p->unit == DJ_UNIT_MONTH && dj_period_day(p, point->day, p)))
        return false;
    if (point->day) /* the week of October 7th */
        return point->nth || point->nth_unit == DJ_UNITS || dj_period_at(p->from, point->nth_unit, 0, p);
    return point->weekday < 0 || p->unit != DJ_UNIT_WEEK || dj_period_weekday(p, point->weekday, p);
}

/* what the finer slots pick out of p */
static bool narrow(const dj_pack *pack, const dj_point *point, dj_period *p)
{
    if (point->holiday.n)
        return on_day(dj_holiday_in(pack, point->holiday, dj_civil_of(p->from).year), p);
    if ((point->half && !dj_period_half(p, point->half, p)) || (point->quarter && !dj_period_quarter(p, point->quarter, p)))
        return false;
    return narrow_to_day(pack, point, p) && (!point->part.n || dj_period_part(p, point->part, p));
}

/* the rest of the week: from today to its end */
static bool rest_of(const scene *s, dj_point point, dj_period *p)
{
    point.part = DJ_NONE;
    if (s->base == DJ_NO_DAY || !narrow(s->text->pack, &point, p) || s->base > p->to)
        return false;
    if (s->base > p->from)
        p->from = s->base;
    return true;
}

enum { NOT_ALLOWED = -1, SCALE = 12 /* of costs, so that weights can be fractions */ };

static int directed_cost(const scene *s, const dj_period *p, dj_direction direction, dj_unit cycle, int k)
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
 * candidate against that must be nearer to be believed. */
static int free_cost(const scene *s, const dj_period *p, dj_unit cycle, int k)
{
    enum { AGAINST_PAST = 4, AGAINST_FUTURE = 2, OWN_YEAR = 2, OWN_MONTH = 5, WEEK_DAYS = 7 };
    int distance = p->from > s->base ? p->from - s->base : p->to < s->base ? s->base - p->to : 0;
    if (s->is_joined)
        return distance * SCALE;
    if (cycle == DJ_UNIT_WEEK && s->tense != DJ_TENSE_PAST)
        return (p->from > s->base ? distance : distance + 2 * WEEK_DAYS) * SCALE;
    if (s->tense == DJ_TENSE_PAST)
        return distance * SCALE * (p->from > s->base ? AGAINST_PAST : 1);
    if (s->tense == DJ_TENSE_FUTURE)
        return distance * SCALE * (p->to < s->base ? AGAINST_FUTURE : 1);
    if (k == 0 && p->unit == DJ_UNIT_HALF)
        return 0; /* 하반기 is this year's */
    return distance * (k != 0 ? SCALE : cycle == DJ_UNIT_YEAR ? OWN_YEAR : OWN_MONTH);
}

/* the occurrence of a bare point that the story means; offsets of the cycle from first to last are tried */
static bool choose(const scene *s, const dj_point *point, dj_period *out)
{
    enum { YEARS = 8 /* to the next 29 February */, OTHERS = 2, WRONG_WEEKDAY = 60 * SCALE };
    dj_unit cycle = cycle_of(point);
    if (cycle == DJ_UNITS || s->base == DJ_NO_DAY)
        return false;
    int reach = cycle == DJ_UNIT_YEAR ? YEARS : OTHERS, best = NOT_ALLOWED;
    /* the second Sunday is one of this month, 주초 is this week's */
    bool is_own = !point->direction && ((point->nth && cycle == DJ_UNIT_MONTH) || (point->part.n && !dj_slice_is(point->part, "weekend") && cycle == DJ_UNIT_WEEK));
    bool is_next = point->holiday.n && !point->direction && s->tense == DJ_TENSE_NONE && !s->is_joined; /* a holiday is the next one */
    for (int k = -reach; k <= reach; k++) {
        dj_period p;
        if (!dj_period_at(s->base, cycle, k, &p) || !narrow(s->text->pack, point, &p))
            continue;
        dj_direction direction = is_own ? DJ_DIRECTION_THIS : is_next ? DJ_DIRECTION_FUTURE : point->direction;
        int cost = direction ? directed_cost(s, &p, direction, cycle, k) : free_cost(s, &p, cycle, k);
        if (cost != NOT_ALLOWED && point->weekday >= 0 && dj_weekday(p.from) != point->weekday)
            cost += cycle == DJ_UNIT_YEAR ? WRONG_WEEKDAY : WRONG_WEEKDAY / 3;
        if (cost != NOT_ALLOWED && (best == NOT_ALLOWED || cost < best)) {
            best = cost;
            *out = p;
        }
    }
    return best != NOT_ALLOWED;
}

/* n days on that count from Monday to Friday; n may be negative */
static int business_days(dj_day day, int n)
{
    enum { SATURDAY = 5 };
    int step = n < 0 ? -1 : 1, moved = 0;
    for (int left = abs(n); left > 0; left -= dj_weekday(day + moved) < SATURDAY)
        moved += step;
    return moved;
}

/* day moved by the counts of the point */
static dj_day counted_day(const dj_point *point, dj_day day, int sign)
{
    int months = (point->years > 0 ? point->years * 12 : 0) + (point->quarters > 0 ? point->quarters * 3 : 0) +
                 (point->months > 0 ? point->months : 0);
    int days = (point->weeks > 0 ? point->weeks * 7 : 0) + (point->days > 0 ? point->days : 0);
    dj_period p;
    day = dj_add_months(day, sign * months);
    if (day == DJ_NO_DAY)
        return day;
    int moved = point->is_business ? business_days(day, sign * days) : sign * days;
    return dj_period_at(day, DJ_UNIT_DAY, moved, &p) ? p.from : DJ_NO_DAY;
}

static dj_unit counted_unit(const dj_point *p)
{
    return p->days >= 0 ? DJ_UNIT_DAY : p->weeks >= 0 ? DJ_UNIT_WEEK : p->months >= 0 ? DJ_UNIT_MONTH
         : p->quarters >= 0 ? DJ_UNIT_QUARTER : DJ_UNIT_YEAR;
}

/* what a count starts from: today, but for 이틀 뒤 발견됐다, which goes on from the last day told */
static dj_day count_base(const scene *s, const dj_point *point)
{
    const dj_date *told = point->shift > 0 && s->tense == DJ_TENSE_PAST ? dj_date_before(s->text, s->index, DJ_UNIT_DAY, DJ_TOLD_LAST) : NULL;
    return told ? told->from : s->base;
}

/* 3년 전, in two weeks: a day, meant as loosely as its unit */
static bool counted(const dj_point *point, dj_day base, int sign, dj_period *out)
{
    if (!on_day(counted_day(point, base, sign), out))
        return false;
    out->unit = counted_unit(point);
    out->is_vague = true;
    return true;
}

/* 지난 3주, 앞으로 사흘, within 5 days: all the days between now and the counted one */
static bool spanned(const dj_point *point, dj_day base, dj_period *out)
{
    dj_unit unit = counted_unit(point);
    int n = point->days >= 0 ? point->days : point->weeks >= 0 ? point->weeks : point->months >= 0 ? point->months
          : point->quarters >= 0 ? point->quarters : point->years;
    dj_period first, last;
    bool found, is_past = point->span == DJ_SPREAD_PAST;
    if (point->span == DJ_SPREAD_LAST || point->span == DJ_SPREAD_NEXT || unit == DJ_UNIT_QUARTER) { /* whole units */
        int sign = point->span == DJ_SPREAD_LAST || is_past ? -1 : 1;
        found = n > 0 && dj_period_at(base, unit, sign > 0 ? 1 : -n, &first) && dj_period_at(base, unit, sign > 0 ? n : -1, &last);
    } else {
        dj_day end = counted_day(point, base, is_past ? -1 : 1);
        found = on_day(is_past ? end : base, &first) && on_day(is_past ? base : end, &last);
        if (point->span == DJ_SPREAD_FUTURE && first.from < last.from)
            first.from++;
    }
    if (!found)
        return false;
    *out = (dj_period){.from = first.from, .to = last.to, .unit = unit, .is_vague = true};
    return true;
}

static int full_year(int year, dj_day base)
{
    enum { CENTURY = 100, AHEAD = 10 };
    if (year >= CENTURY)
        return year;
    int now = base == DJ_NO_DAY ? 2000 : dj_civil_of(base).year;
    int full = now - now % CENTURY + year;
    return full > now + AHEAD ? full - CENTURY : full;
}

/* the period that the coarsest slots fix; false where they fix none */
static bool anchored_period(scene *s, const dj_point *point, dj_day base, dj_period *out)
{
    if (point->century)
        return dj_period_of_years((point->century - 1) * 100, 100, DJ_UNIT_CENTURY, out);
    if (point->decade)
        return dj_period_of_years(full_year(point->decade, base) / 10 * 10, 10, DJ_UNIT_DECADE, out);
    if (point->year)
        return dj_period_of_years(full_year(point->year, base), 1, DJ_UNIT_YEAR, out);
    if (point->anchor == DJ_FROM_STORY || point->anchor == DJ_FROM_SENTENCE) {
        dj_told told = point->anchor == DJ_FROM_SENTENCE ? DJ_TOLD_IN_SENTENCE : point->offset > 0 ? DJ_TOLD_LAST : DJ_TOLD_MAINLY;
        const dj_date *stated = dj_date_before(s->text, s->index, point->unit, told);
        s->is_local = stated && stated->is_local;
        base = stated ? stated->from : base;
    }
    return point->anchor && dj_period_at(base, point->unit, point->offset, out);
}

/* two Thursdays ago, three Fridays from now */
static bool counted_weekday(const dj_point *point, dj_day base, dj_period *out)
{
    int step = point->weekday - dj_weekday(base);
    if (point->shift > 0)
        step += (step <= 0 ? 7 : 0) + 7 * (point->nth - 1);
    else
        step -= (step >= 0 ? 7 : 0) + 7 * (point->nth - 1);
    return dj_period_at(base, DJ_UNIT_DAY, step, out);
}

static bool resolve(scene *s, const dj_point *point, dj_period *out)
{
    dj_period p;
    if (s->tense == DJ_TENSE_NONE && point->shift_from > 0)
        s->tense = DJ_TENSE_FUTURE; /* two weeks from January 15 */
    if (point->nth > 0 && point->weekday >= 0 && point->shift && s->base != DJ_NO_DAY)
        return counted_weekday(point, s->base, out);
    if (is_counted(point) && !point->shift_from && !is_anchored(point)) {
        if (point->span)
            return spanned(point, s->base, out);
        if (cycle_of(point) == DJ_UNITS)
            return counted(point, count_base(s, point), point->shift, out);
        dj_day base = counted_day(point, count_base(s, point), point->shift ? point->shift : 1); /* Monday in two weeks */
        return dj_period_at(base, cycle_of(point), 0, out) && narrow(s->text->pack, point, out);
    }
    if (is_anchored(point)) {
        bool is_rest = dj_slice_is(point->part, "rest");
        if (!anchored_period(s, point, s->base, &p) || !(is_rest ? rest_of(s, *point, &p) : narrow(s->text->pack, point, &p)))
            return false;
    } else if (!choose(s, point, &p))
        return false;
    if (is_counted(point) && point->span)
        return spanned(point, p.from, out);
    if (is_counted(point))
        return counted(point, p.from, point->shift_from ? point->shift_from : point->shift, out);
    *out = p;
    return true;
}

/* how coarse the coarsest slot is; of two ends the one that says more fixes the other */
static int coarseness(const dj_point *p)
{
    if (is_anchored(p))
        return p->anchor && p->unit <= DJ_UNIT_WEEK ? 2 : 3;
    dj_unit cycle = cycle_of(p);
    return cycle == DJ_UNIT_YEAR ? 2 : cycle == DJ_UNIT_MONTH ? 1 : 0;
}

/* the first occurrence from `day` on (step 1), or the last one up to it (step -1) */
static bool beside(scene *s, const dj_point *point, dj_day day, int step, dj_period *out)
{
    enum { REACH = 8 };
    if (point->anchor == DJ_FROM_STORY || point->anchor == DJ_FROM_SENTENCE) /* 이듬해 4월까지 goes on from the other end */
        return dj_period_at(day, point->unit, point->offset, out) && narrow(s->text->pack, point, out);
    if (is_anchored(point) || point->direction)
        return resolve(s, point, out);
    dj_unit cycle = cycle_of(point);
    for (int k = 0; cycle != DJ_UNITS && k <= REACH; k++) {
        dj_period p;
        if (!dj_period_at(day, cycle, step * k, &p) || !narrow(s->text->pack, point, &p))
            continue;
        if (step > 0 ? p.to >= day : p.from <= day) {
            *out = p;
            return true;
        }
    }
    return false;
}

static bool resolve_range(scene *s, const dj_point *from, const dj_point *to, dj_period *out)
{
    dj_period a, b;
    bool to_first = coarseness(to) > coarseness(from);
    if (!resolve(s, to_first ? to : from, to_first ? &b : &a))
        return false;
    if (to_first ? !beside(s, from, b.from, -1, &a) : !beside(s, to, a.from, 1, &b))
        return false;
    if (b.to < a.from)
        return false;
    *out = a;
    out->to = b.to;
    out->is_vague = a.is_vague || b.is_vague;
    out->unit = b.unit > a.unit ? b.unit : a.unit;
    return true;
}

/* 까지, 이전, 이후 leave one end open */
static void apply_bound(const dj_mention *mention, bool is_end, dj_date *date)
{
    dj_bound bound = mention->modifier ? mention->modifier->bound : DJ_EXACT;
    if (bound == DJ_AT_MOST || bound == DJ_LESS_THAN) {
        if (bound == DJ_LESS_THAN && !is_end && date->from != DJ_NO_DAY) /* before the end of May: to its end */
            date->to = date->from - 1;
        date->from = DJ_NO_DAY;
    } else if (bound == DJ_AT_LEAST || bound == DJ_MORE_THAN) {
        if (bound == DJ_MORE_THAN && date->to != DJ_NO_DAY)
            date->from = date->to + 1;
        date->to = DJ_NO_DAY;
    }
    if (bound != DJ_EXACT)
        date->bound = bound;
}

/* a month and day that no year has, or that the stated year has not */
static bool is_impossible(const dj_point *p)
{
    enum { LEAP_YEAR = 2000 };
    return p->month && p->day && !p->is_lunar && !dj_civil_valid(p->year > 99 ? p->year : LEAP_YEAR, p->month, p->day);
}

void dj_make_date(dj_arena *arena, dj_text *text, size_t index)
{
    (void)arena;
    dj_mention *mention = text->mentions.at[index];
    dj_point from, to;
    bool has_from = dj_point_read(mention, "", &from), has_to = dj_point_read(mention, "to_", &to);
    if (!has_from)
        return;
    scene s = {.text = text, .index = index, .base = dj_date_base(text, index), .tense = dj_tense_at(text, mention)};
    const dj_date *joined = is_anchored(&from) || from.direction ? NULL : dj_date_joined(text, index);
    if (joined) {
        s.base = joined->from;
        s.is_joined = true;
    }
    dj_period p;
    bool found = has_to ? resolve_range(&s, &from, &to, &p) : resolve(&s, &from, &p);
    if (is_impossible(&from) || (has_to && is_impossible(&to))) {
        mention->defect = "impossible-date";
        found = false;
    }
    dj_date date = {.from = found ? p.from : DJ_NO_DAY, .to = found ? p.to : DJ_NO_DAY, .month = (int8_t)from.month, .day = (int8_t)from.day};
    date.grain = found ? dj_unit_grain(p.unit) : from.day ? DJ_GRAIN_DAY : from.month ? DJ_GRAIN_MONTH : DJ_GRAIN_YEAR;
    date.bound = found && p.is_vague ? DJ_ABOUT : DJ_EXACT;
    date.is_local = from.is_local || s.is_local || (has_to && to.is_local);
    apply_bound(mention, dj_slice_is(from.part, "late"), &date);
    mention->value = (dj_value){.kind = DJ_DATE, .is_known = found || from.month || from.day, .date = date};
}
