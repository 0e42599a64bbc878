/* dj_period: arithmetic of calendar periods. Every function that may leave the years 1 to 9999, or the period that it
 * picks from, says so instead of returning a wrong day: the figures in stories are hostile input too. */
#include "normalise/date_period.h"

enum { LAST_YEAR = 9999, THURSDAY = 3 };

static const struct {
    const char *name;
    dj_grain grain;
    int months; /* 0 where the unit is no number of months */
} units[DJ_UNITS] = {
    [DJ_UNIT_DAY] = {"day", DJ_GRAIN_DAY, 0},
    [DJ_UNIT_WEEK] = {"week", DJ_GRAIN_WEEK, 0},
    [DJ_UNIT_WEEKEND] = {"weekend", DJ_GRAIN_DAY, 0},
    [DJ_UNIT_MONTH] = {"month", DJ_GRAIN_MONTH, 1},
    [DJ_UNIT_QUARTER] = {"quarter", DJ_GRAIN_QUARTER, 3},
    [DJ_UNIT_HALF] = {"half", DJ_GRAIN_HALF, 6},
    [DJ_UNIT_YEAR] = {"year", DJ_GRAIN_YEAR, 12},
    [DJ_UNIT_DECADE] = {"decade", DJ_GRAIN_YEAR, 120},
    [DJ_UNIT_CENTURY] = {"century", DJ_GRAIN_YEAR, 1200},
};

bool dj_unit_named(dj_slice name, dj_unit *out)
{
    for (dj_unit u = 0; u < DJ_UNITS; u++)
        if (dj_slice_is(name, units[u].name)) {
            *out = u;
            return true;
        }
    return false;
}

dj_grain dj_unit_grain(dj_unit unit)
{
    return units[unit].grain;
}

static bool make_period(dj_day from, dj_day to, dj_unit unit, dj_period *out)
{
    if (from == DJ_NO_DAY || to == DJ_NO_DAY || to < from)
        return false;
    *out = (dj_period){.from = from, .to = to, .unit = unit};
    return true;
}

/* n days after `day`, DJ_NO_DAY outside the calendar */
static dj_day days_after(dj_day day, int64_t n)
{
    int64_t sum = day + n;
    return sum < dj_day_of(1, 1, 1) || sum > dj_day_of(LAST_YEAR, 12, 31) ? DJ_NO_DAY : (dj_day)sum;
}

static bool days_period(dj_day first, int64_t offset, int days, dj_unit unit, dj_period *out)
{
    dj_day from = days_after(first, offset);
    return from != DJ_NO_DAY && make_period(from, days_after(from, days - 1), unit, out);
}

bool dj_period_at(dj_day day, dj_unit unit, int n, dj_period *out)
{
    if (day == DJ_NO_DAY)
        return false;
    dj_day monday = day - dj_weekday(day);
    if (unit == DJ_UNIT_DAY)
        return days_period(day, n, 1, unit, out);
    if (unit == DJ_UNIT_WEEK)
        return days_period(monday, 7 * (int64_t)n, 7, unit, out);
    if (unit == DJ_UNIT_WEEKEND)
        return days_period(monday, 7 * (int64_t)n + 5, 2, unit, out);
    int months = units[unit].months, years = months / 12;
    dj_civil c = dj_civil_of(day);
    int64_t first = years ? (int64_t)(c.year - c.year % years) * 12 : (int64_t)c.year * 12 + (c.month - 1) / months * months;
    first += (int64_t)n * months;
    if (first < 12 || first + months > (int64_t)(LAST_YEAR + 1) * 12)
        return false;
    dj_day from = dj_day_of((int)(first / 12), (int)(first % 12) + 1, 1);
    return make_period(from, dj_month_end(from, months - 1), unit, out);
}

bool dj_period_day_of(dj_day day, dj_period *out)
{
    return dj_period_at(day, DJ_UNIT_DAY, 0, out);
}

bool dj_period_of_years(int first, int count, dj_unit unit, dj_period *out)
{
    return make_period(dj_day_of(first, 1, 1), dj_day_of(first + count - 1, 12, 31), unit, out);
}

static bool months_of_year(dj_day day, int first, int count, dj_unit unit, dj_period *out)
{
    dj_day from = dj_day_of(dj_civil_of(day).year, first, 1);
    return from != DJ_NO_DAY && make_period(from, dj_month_end(from, count - 1), unit, out);
}

bool dj_period_month(const dj_period *in, int month, dj_period *out)
{
    return months_of_year(in->from, month, 1, DJ_UNIT_MONTH, out);
}

bool dj_period_quarter(const dj_period *in, int quarter, dj_period *out)
{
    return quarter >= 1 && quarter <= 4 && months_of_year(in->from, quarter * 3 - 2, 3, DJ_UNIT_QUARTER, out);
}

bool dj_period_half(const dj_period *in, int half, dj_period *out)
{
    return (half == 1 || half == 2) && months_of_year(in->from, half * 6 - 5, 6, DJ_UNIT_HALF, out);
}

bool dj_period_day(const dj_period *in, int day, dj_period *out)
{
    dj_civil c = dj_civil_of(in->from);
    dj_day at = dj_day_of(c.year, c.month, day);
    return make_period(at, at, DJ_UNIT_DAY, out);
}

bool dj_period_weekday(const dj_period *in, int weekday, dj_period *out)
{
    return days_period(in->from, weekday - dj_weekday(in->from), 1, DJ_UNIT_DAY, out);
}

bool dj_period_weekend_at(dj_day day, dj_period *out)
{
    enum { TUESDAY = 1 };
    dj_period weekend;
    if (!dj_period_at(day, DJ_UNIT_WEEKEND, day != DJ_NO_DAY && dj_weekday(day) <= TUESDAY ? -1 : 0, &weekend))
        return false;
    return make_period(day < weekend.from ? day : weekend.from, day > weekend.to ? day : weekend.to, DJ_UNIT_DAY, out);
}

/* the nth of the days that begin at `first` and repeat after seven */
static bool nth_of_weeks(const dj_period *in, int n, int weekday, dj_day *out)
{
    if (!n || n > 54 || n < -54)
        return false;
    dj_day first = in->from + (weekday - dj_weekday(in->from) + 7) % 7;
    dj_day last = in->to - (dj_weekday(in->to) - weekday + 7) % 7;
    dj_day at = n > 0 ? first + 7 * (n - 1) : last + 7 * (n + 1);
    if (at < in->from || at > in->to)
        return false;
    *out = at;
    return true;
}

bool dj_period_nth_weekday(const dj_period *in, int n, int weekday, dj_period *out)
{
    dj_day at;
    return nth_of_weeks(in, n, weekday, &at) && make_period(at, at, DJ_UNIT_DAY, out);
}

bool dj_period_nth(const dj_period *in, int n, dj_unit unit, dj_period *out)
{
    dj_day thursday, saturday;
    if (unit == DJ_UNIT_WEEKEND)
        return nth_of_weeks(in, n, THURSDAY + 2, &saturday) && days_period(saturday, 0, 2, unit, out);
    if (unit == DJ_UNIT_WEEK)
        return nth_of_weeks(in, n, THURSDAY, &thursday) && days_period(thursday, -THURSDAY, 7, unit, out);
    dj_period p;
    bool found = n != 0 && dj_period_at(n > 0 ? in->from : in->to, unit, n > 0 ? n - 1 : n + 1, &p);
    if (!found || p.from < in->from || p.to > in->to)
        return false;
    *out = p;
    return true;
}

typedef struct part_span {
    int8_t first, last;
} part_span;

/* Of a month in days of the month, a week in weekdays, a year in months (past 12: of the next), a decade in years, a century
 * in decades. */
static const struct {
    const char *name;
    part_span month, week, year, decade;
} parts[] = {
    {"early", {1, 10}, {0, 2}, {1, 3}, {0, 3}},    {"middle", {11, 20}, {2, 3}, {5, 8}, {4, 6}},
    {"late", {21, 31}, {4, 6}, {10, 12}, {7, 9}},  {"first", {1, 15}, {0, 3}, {1, 6}, {0, 4}},
    {"second", {16, 31}, {3, 6}, {7, 12}, {5, 9}}, {"spring", {0, 0}, {0, 0}, {3, 5}, {0, 0}},
    {"summer", {0, 0}, {0, 0}, {6, 8}, {0, 0}},    {"autumn", {0, 0}, {0, 0}, {9, 11}, {0, 0}},
    {"winter", {0, 0}, {0, 0}, {12, 14}, {0, 0}},  {"weekend", {0, 0}, {5, 6}, {0, 0}, {0, 0}},
    {"end", {21, 31}, {4, 6}, {9, 12}, {7, 9}},    {"workdays", {0, 0}, {0, 4}, {0, 0}, {0, 0}},
};

static bool part_of(const dj_period *in, size_t part, dj_period *out)
{
    dj_civil c = dj_civil_of(in->from);
    part_span s = in->unit == DJ_UNIT_MONTH  ? parts[part].month
                  : in->unit == DJ_UNIT_WEEK ? parts[part].week
                  : in->unit == DJ_UNIT_YEAR ? parts[part].year
                                             : parts[part].decade;
    if (!s.last)
        return false;
    switch (in->unit) {
    case DJ_UNIT_MONTH:
        return make_period(in->from + s.first - 1, s.last > 28 ? in->to : in->from + s.last - 1, DJ_UNIT_MONTH, out);
    case DJ_UNIT_WEEK: return make_period(in->from + s.first, in->from + s.last, DJ_UNIT_WEEK, out);
    case DJ_UNIT_YEAR: return months_of_year(in->from, s.first, s.last - s.first + 1, DJ_UNIT_QUARTER, out);
    case DJ_UNIT_CENTURY: return dj_period_of_years(c.year + s.first * 10, (s.last - s.first + 1) * 10, DJ_UNIT_YEAR, out);
    case DJ_UNIT_DECADE: return dj_period_of_years(c.year + s.first, s.last - s.first + 1, DJ_UNIT_YEAR, out);
    default: return false;
    }
}

bool dj_period_part(const dj_period *in, dj_slice name, dj_period *out)
{
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (dj_slice_is(name, parts[i].name) && part_of(in, i, out)) {
            out->is_vague = true;
            return true;
        }
    return false;
}
