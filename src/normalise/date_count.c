/* Counts of years to days, added to a day. What is counted in years or months is not meant to the day, so the result keeps
 * its unit and is vague. */
#include "normalise/date_count.h"

#include <stdlib.h>

bool dj_is_counted(const dj_point *p)
{
    return p->years >= 0 || p->months >= 0 || p->weeks >= 0 || p->days >= 0 || p->quarters >= 0;
}

/* n days on that count from Monday to Friday; n may be negative */
static int business_days(dj_day day, int n)
{
    enum { SATURDAY = 5 };
    int step = n < 0 ? -1 : 1, moved = n / 5 * 7;
    for (int left = abs(n % 5); left > 0; left -= dj_weekday(day + moved) < SATURDAY)
        moved += step;
    return moved;
}

static dj_unit counted_unit(const dj_point *p)
{
    return p->days >= 0       ? DJ_UNIT_DAY
           : p->weeks >= 0    ? DJ_UNIT_WEEK
           : p->months >= 0   ? DJ_UNIT_MONTH
           : p->quarters >= 0 ? DJ_UNIT_QUARTER
                              : DJ_UNIT_YEAR;
}

dj_day dj_counted_day(const dj_point *point, dj_day day, int sign)
{
    enum { HALF_MONTH = 15, HALF_WEEK = 3 };
    int months = (point->years > 0 ? point->years * 12 : 0) + (point->quarters > 0 ? point->quarters * 3 : 0) +
                 (point->months > 0 ? point->months : 0);
    int days = (point->weeks > 0 ? point->weeks * 7 : 0) + (point->days > 0 ? point->days : 0);
    if (point->is_half_more) {
        dj_unit last = counted_unit(point);
        months += last == DJ_UNIT_YEAR ? 6 : 0;
        days += last == DJ_UNIT_MONTH ? HALF_MONTH : last == DJ_UNIT_WEEK ? HALF_WEEK : 0;
    }
    dj_period p;
    day = dj_add_months(day, sign * months);
    if (day == DJ_NO_DAY)
        return day;
    int moved = point->is_business ? business_days(day, sign * days) : sign * days;
    return dj_period_at(day, DJ_UNIT_DAY, moved, &p) ? p.from : DJ_NO_DAY;
}

bool dj_count_day(const dj_point *point, dj_day base, int sign, dj_period *out)
{
    if (!dj_period_day_of(dj_counted_day(point, base, sign), out))
        return false;
    out->unit = counted_unit(point);
    out->is_vague = true;
    return true;
}

bool dj_count_part(const dj_point *point, const dj_period *in, dj_period *out)
{
    dj_day other = point->nth > 0 ? dj_counted_day(point, in->from, 1) : dj_counted_day(point, in->to + 1, -1);
    bool is_within = other != DJ_NO_DAY &&
                     (point->nth > 0 ? other - 1 <= in->to && other > in->from : other >= in->from && other <= in->to);
    if (!is_within)
        return false;
    *out = (dj_period){
        .from = point->nth > 0 ? in->from : other, .to = point->nth > 0 ? other - 1 : in->to, .unit = counted_unit(point)};
    return true;
}

static bool counts_one_unit(const dj_point *p)
{
    return (p->days >= 0) + (p->weeks >= 0) + (p->months >= 0) + (p->quarters >= 0) + (p->years >= 0) == 1;
}

bool dj_count_span(const dj_point *point, dj_day base, dj_period *out)
{
    dj_unit unit = counted_unit(point);
    int n = point->days >= 0       ? point->days
            : point->weeks >= 0    ? point->weeks
            : point->months >= 0   ? point->months
            : point->quarters >= 0 ? point->quarters
                                   : point->years;
    dj_period first, last;
    bool found, is_past = point->span == DJ_SPREAD_PAST || point->span == DJ_SPREAD_LAST;
    bool is_whole = point->span == DJ_SPREAD_LAST || point->span == DJ_SPREAD_NEXT;
    if ((is_whole && counts_one_unit(point)) || unit == DJ_UNIT_QUARTER) { /* whole units */
        int sign = is_past ? -1 : 1;
        found = n > 0 && dj_period_at(base, unit, sign > 0 ? 1 : -n, &first) &&
                dj_period_at(base, unit, sign > 0 ? n : -1, &last);
    } else {
        dj_day end = dj_counted_day(point, base, is_past ? -1 : 1);
        found = dj_period_day_of(is_past ? end : base, &first) && dj_period_day_of(is_past ? base : end, &last);
        if (found && point->span == DJ_SPREAD_FOR && last.from > first.from) /* three days from Monday end on Wednesday */
            last.to--;
        if (found && (point->span == DJ_SPREAD_FUTURE || point->span == DJ_SPREAD_NEXT) && first.from < last.from)
            first.from++;
    }
    if (!found)
        return false;
    *out = (dj_period){.from = first.from, .to = last.to, .unit = unit, .is_vague = true};
    return true;
}

bool dj_count_weekday(const dj_point *point, dj_day base, int sign, dj_period *out)
{
    int step = point->weekday - dj_weekday(base), more = point->nth > 1 ? 7 * (point->nth - 1) : 0;
    if (sign > 0)
        step += (step <= 0 ? 7 : 0) + more;
    else
        step -= (step >= 0 ? 7 : 0) + more;
    return dj_period_at(base, DJ_UNIT_DAY, step, out);
}
