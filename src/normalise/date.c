/* dj_make_date: the slots of a date mention to days. One mechanism for every rule: the coarsest thing stated gives a
 * period (a year, 지난달, this week), or where nothing fixes it a cycle to choose from (every month has a 4th), and each
 * finer slot narrows it. */
#include "normalise/date_choose.h"
#include "normalise/date_count.h"
#include "normalise/makers.h"

static bool is_split_today(const dj_point *point)
{
    return dj_slice_is(point->part, "rest") || dj_slice_is(point->part, "elapsed");
}

/* the rest of the week: from today to its end; earlier this year: up to today */
static bool split_today(const dj_scene *s, dj_point point, dj_period *p)
{
    bool is_rest = dj_slice_is(point.part, "rest");
    point.part = DJ_NONE;
    if (s->base == DJ_NO_DAY || !dj_narrow(s->text->pack, &point, p) || s->base > p->to || (!is_rest && s->base < p->from))
        return false;
    if (is_rest && s->base > p->from)
        p->from = s->base;
    if (!is_rest)
        p->to = s->base;
    p->is_vague = p->is_vague || !is_rest;
    return true;
}

/* what a count starts from: today, but for 이틀 뒤 발견됐다, which goes on from the last day told */
static dj_day count_base(dj_scene *s, const dj_point *point)
{
    bool goes_on = point->shift > 0 && dj_scene_tense(s) == DJ_TENSE_PAST;
    const dj_date *told = goes_on ? dj_date_before(s->text, s->index, DJ_UNIT_DAY, DJ_TOLD_LAST) : NULL;
    return told ? told->from : s->base;
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
static bool anchored_period(dj_scene *s, const dj_point *point, dj_day base, dj_period *out)
{
    if (point->century)
        return dj_period_of_years((point->century - 1) * 100, 100, DJ_UNIT_CENTURY, out);
    if (point->decade)
        return dj_period_of_years(full_year(point->decade, base) / 10 * 10, 10, DJ_UNIT_DECADE, out);
    if (point->has_era)
        return !point->is_before_era && dj_period_of_years(point->year + point->era, 1, DJ_UNIT_YEAR, out);
    if (point->year)
        return dj_period_of_years(full_year(point->year, base), 1, DJ_UNIT_YEAR, out);
    if (point->anchor >= DJ_FROM_STORY) {
        bool is_back = point->offset < 0;
        dj_told told = point->anchor == DJ_FROM_SENTENCE ? DJ_TOLD_IN_SENTENCE
                       : point->anchor == DJ_FROM_MAIN   ? (is_back ? DJ_TOLD_HAPPENED : DJ_TOLD_LATELY)
                       : point->offset > 0               ? DJ_TOLD_LAST
                                                         : DJ_TOLD_MAINLY;
        const dj_date *stated = dj_date_before(s->text, s->index, point->unit, told);
        if (!stated && point->unit == DJ_UNIT_QUARTER) /* 직전 분기: a quarter is told once for the whole story */
            stated = dj_date_before(s->text, s->index, point->unit, DJ_TOLD_LAST);
        if (!stated && told == DJ_TOLD_IN_SENTENCE && point->unit == DJ_UNIT_YEAR) /* 지난해 …다. 전년보다 …: the one before */
            stated = dj_date_told_year(s->text, s->index);
        s->is_local = stated && stated->is_local;
        base = stated ? stated->from : base;
    }
    return point->anchor && dj_period_at(base, point->unit, point->offset, out);
}

/* 지난해 남북 정상회담(4월 27일), 6월 정상회의(28일): in brackets the year of its sentence goes on, and the month that it names */
static bool of_sentence(dj_scene *s, const dj_point *point, dj_period *out)
{
    const dj_mention *m = s->text->mentions.at[s->index];
    dj_slice field = s->text->story->fields[m->field].text;
    dj_unit cycle = dj_cycle_of(point);
    bool goes_on = (cycle == DJ_UNIT_YEAR || cycle == DJ_UNIT_MONTH) && !point->direction;
    if (!goes_on || m->core_start == 0 || field.at[m->core_start - 1] != '(')
        return false;
    const dj_date *told = dj_date_before(s->text, s->index, cycle, DJ_TOLD_IN_SENTENCE);
    bool is_named = told && (cycle == DJ_UNIT_YEAR || told->grain == DJ_GRAIN_MONTH);
    s->is_of_sentence = is_named && dj_period_at(told->from, cycle, 0, out) && dj_narrow(s->text->pack, point, out);
    return s->is_of_sentence;
}

static bool resolve(dj_scene *s, const dj_point *point, dj_period *out)
{
    dj_period p;
    if (point->shift_from > 0 && dj_scene_tense(s) == DJ_TENSE_NONE)
        s->tense = DJ_TENSE_FUTURE; /* two weeks from January 15 */
    if (point->nth > 0 && point->weekday >= 0 && point->shift && s->base != DJ_NO_DAY)
        return dj_count_weekday(point, s->base, point->shift, out);
    if (point->weekday >= 0 && point->shift_from && !dj_is_counted(point)) { /* the second Tuesday after Easter */
        dj_point other = *point;
        other.nth = other.shift_from = 0;
        other.weekday = -1;
        return resolve(s, &other, &p) && dj_count_weekday(point, p.from, point->shift_from, out);
    }
    bool is_part = point->nth && !point->shift && !point->span; /* the first three months of */
    bool is_from_date = dj_is_anchored(point) || (point->span && dj_cycle_of(point) != DJ_UNITS); /* for a week from Monday */
    if (dj_is_counted(point) && !point->shift_from && !is_from_date && !is_part) {
        if (point->span)
            return dj_count_span(point, s->base, out);
        if (dj_cycle_of(point) == DJ_UNITS)
            return dj_count_day(point, count_base(s, point), point->shift, out);
        dj_day base = dj_counted_day(point, count_base(s, point), point->shift ? point->shift : 1); /* Monday in two weeks */
        return dj_period_at(base, dj_cycle_of(point), 0, out) && dj_narrow(s->text->pack, point, out);
    }
    if (dj_is_anchored(point)) {
        if (!anchored_period(s, point, s->base, &p) ||
            !(is_split_today(point) ? split_today(s, *point, &p) : dj_narrow(s->text->pack, point, &p)))
            return false;
    } else if (!of_sentence(s, point, &p) && !dj_choose(s, point, &p))
        return false;
    if (dj_is_counted(point) && point->span)
        return dj_count_span(point, p.from, out);
    if (dj_is_counted(point) && is_part && !point->shift_from)
        return dj_count_part(point, &p, out);
    if (dj_is_counted(point))
        return dj_count_day(point, p.from, point->shift_from ? point->shift_from : point->shift, out);
    *out = p;
    return true;
}

/* how coarse the coarsest slot is; of two ends the one that says more fixes the other */
static int coarseness(const dj_point *p)
{
    if (dj_is_anchored(p))
        return p->anchor && p->unit <= DJ_UNIT_WEEK ? 2 : 3;
    dj_unit cycle = dj_cycle_of(p);
    return cycle == DJ_UNIT_YEAR ? 2 : cycle == DJ_UNIT_MONTH ? 1 : 0;
}

/* the first occurrence from `day` on (step 1), or the last one up to it (step -1) */
static bool beside(dj_scene *s, const dj_point *point, dj_day day, int step, dj_period *out)
{
    enum { REACH = 8 };
    if (point->anchor >= DJ_FROM_STORY) /* 이듬해 4월까지 goes on from the other end */
        return dj_period_at(day, point->unit, point->offset, out) && dj_narrow(s->text->pack, point, out);
    if (dj_is_anchored(point) || point->direction)
        return resolve(s, point, out);
    dj_unit cycle = dj_cycle_of(point);
    for (int k = 0; cycle != DJ_UNITS && k <= REACH; k++) {
        dj_period p;
        if (!dj_period_at(day, cycle, step * k, &p) || !dj_narrow(s->text->pack, point, &p))
            continue;
        if (step > 0 ? p.to >= day : p.from <= day) {
            *out = p;
            return true;
        }
    }
    return false;
}

/* Read in July, May to September is this year's, however the verb looks ahead: of bare ends the range that is running,
 * where its beginning is nearer than that of the next. */
static void take_running(dj_scene *s, const dj_point *from, const dj_point *to, dj_period *a, dj_period *b)
{
    bool is_bare = !dj_is_anchored(from) && !dj_is_anchored(to) && !from->direction && !to->direction;
    dj_period first, last;
    if (!is_bare || s->is_of_sentence || dj_cycle_of(from) == DJ_UNIT_WEEK || a->from <= s->base ||
        !beside(s, from, s->base, -1, &first) || !beside(s, to, first.from, 1, &last) || last.to < s->base ||
        s->base - first.from >= a->from - s->base)
        return;
    *a = first;
    *b = last;
}

static bool resolve_range(dj_scene *s, const dj_point *from, const dj_point *to, dj_period *out)
{
    dj_period a, b;
    bool to_first = coarseness(to) > coarseness(from);
    if (!resolve(s, to_first ? to : from, to_first ? &b : &a))
        return false;
    if (to_first ? !beside(s, from, b.from, -1, &a) : !beside(s, to, a.from, 1, &b))
        return false;
    if (!to_first)
        take_running(s, from, to, &a, &b);
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
    return p->month && p->day && !p->is_lunar && !dj_civil_valid(p->year > 99 ? p->year + p->era : LEAP_YEAR, p->month, p->day);
}

/* 25~25일, 28~26일: a range ends behind the day it begins with; across the turn of a month (30∼2일) only where it is short */
static bool is_backward(const dj_point *from, const dj_point *to, const dj_period *range)
{
    enum { SHORT = 14 };
    bool are_bare_days = from->day && to->day && !to->month && !dj_is_anchored(to) && !to->direction;
    return are_bare_days && to->day <= from->day && (to->day == from->day || range->to - range->from > SHORT);
}

/* 전날(26일) in a story of the 29th: a day other than the one it stands beside, by more than what the clock of another
 * country or the day on which a paper is printed makes */
static bool is_beside_another(dj_scene *s, const dj_mention *m, const dj_point *point, const dj_period *stated)
{
    enum { CLOCKS = 1 };
    dj_period told;
    bool has_both = point->day && point->unit == DJ_UNIT_DAY && dj_mention_slot(m, "relative_day") &&
                    s->text->story->published_from == DJ_PUBLISHED_METADATA;
    return has_both && anchored_period(s, point, s->base, &told) &&
           (stated->from > told.from + CLOCKS || stated->from < told.from - CLOCKS);
}

/* what a partial date keeps of a number */
static int8_t small(int n)
{
    enum { LONGEST_MONTH = 31 };
    return n > 0 && n <= LONGEST_MONTH ? (int8_t)n : 0;
}

void dj_make_date(dj_arena *arena, dj_text *text, size_t index)
{
    (void)arena;
    dj_mention *mention = text->mentions.at[index];
    dj_point from, to;
    bool has_from = dj_point_read(mention, "", &from), has_to = dj_point_read(mention, "to_", &to);
    if (!has_from)
        return;
    dj_scene s = {.text = text, .index = index, .base = dj_date_base(text, index)};
    const dj_date *joined = dj_is_anchored(&from) || from.direction ? NULL : dj_date_joined(text, index);
    if (joined) {
        s.base = joined->from;
        s.is_joined = true;
    }
    dj_period p;
    bool found = has_to ? resolve_range(&s, &from, &to, &p) : resolve(&s, &from, &p);
    if (is_impossible(&from) || (has_to && is_impossible(&to))) {
        mention->defect = "impossible-date";
        found = false;
    } else if (found && has_to && is_backward(&from, &to, &p))
        mention->defect = "backward-range";
    else if (found && !has_to && is_beside_another(&s, mention, &from, &p))
        mention->defect = "beside";
    dj_date date = {
        .from = found ? p.from : DJ_NO_DAY, .to = found ? p.to : DJ_NO_DAY, .month = small(from.month), .day = small(from.day)};
    date.grain = found ? dj_unit_grain(p.unit) : from.day ? DJ_GRAIN_DAY : from.month ? DJ_GRAIN_MONTH : DJ_GRAIN_YEAR;
    date.bound = found && p.is_vague ? DJ_ABOUT : DJ_EXACT;
    date.is_local = from.is_local || s.is_local || (has_to && to.is_local);
    apply_bound(mention, dj_slice_is(from.part, "late") || dj_slice_is(from.part, "end"), &date);
    mention->value = (dj_value){.kind = DJ_DATE, .is_known = found || from.month || from.day, .date = date};
}
