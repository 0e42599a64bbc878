/* dj_holiday_in: a formula of a holiday and a year to a day. The formulas are data of the rule set; here is only the
 * arithmetic: weekdays, the computus, and sums over a table of lunar months (which follow observation and law, not
 * arithmetic, so a table is the honest form). */
#include "normalise/holiday.h"

#include <stdio.h>

#include "normalise/tithi.h"

/* digits at *pos, at most `most`, with an optional sign; false where there is none */
static bool read_int(dj_slice s, size_t *pos, unsigned most, int *out)
{
    size_t p = *pos;
    int sign = p < s.n && s.at[p] == '-' ? -1 : 1;
    if (p < s.n && (s.at[p] == '-' || s.at[p] == '+'))
        p++;
    size_t first = p;
    int n = 0;
    for (; p < s.n && s.at[p] >= '0' && s.at[p] <= '9' && p - first < most; p++)
        n = n * 10 + (s.at[p] - '0');
    if (p == first)
        return false;
    *pos = p;
    *out = sign * n;
    return true;
}

static bool take(dj_slice s, size_t *pos, dj_slice word)
{
    if (!dj_slice_starts(dj_slice_sub(s, *pos, s.n), word))
        return false;
    *pos += word.n;
    return true;
}

/* the anonymous Gregorian computus, as Meeus gives it in Astronomical Algorithms, chapter 8 */
static dj_day western_easter(int year)
{
    int a = year % 19, b = year / 100, c = year % 100;
    int d = (b - b / 4 - (8 * b + 13) / 25 + 19 * a + 15) % 30;
    int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    return dj_day_of(year, f / 31, f % 31 + 1);
}

/* the Julian computus of the same chapter; its day is brought to the Gregorian calendar */
static dj_day eastern_easter(int year)
{
    int d = (19 * (year % 19) + 15) % 30;
    int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
    int f = d + e + 114;
    return dj_day_of(year, f / 31, f % 31 + 1) + year / 100 - year / 400 - 2;
}

/* a day of the calendar's year that begins in `year`, counted along its row */
static dj_day day_of_row(dj_slice row, int year, int month, int day)
{
    int first_month, first_day, leap;
    size_t pos = 0;
    if (!read_int(row, &pos, 2, &first_month) || !take(row, &pos, DJ_S("-")) || !read_int(row, &pos, 2, &first_day) ||
        !take(row, &pos, DJ_S(" ")) || !read_int(row, &pos, 2, &leap) || !take(row, &pos, DJ_S(" ")))
        return DJ_NO_DAY;
    dj_day at = dj_day_of(year, first_month, first_day);
    int before = month - 1 + (leap && month > leap); /* months of the row that lie before the wanted one */
    if (at == DJ_NO_DAY || month < 1 || pos + (size_t)before >= row.n || day < 1 || day > 29 + (row.at[pos + before] == '+'))
        return DJ_NO_DAY;
    for (int i = 0; i < before; i++)
        at += 29 + (row.at[pos + i] == '+');
    return at + day - 1;
}

dj_day dj_calendar_day(const dj_pack *pack, dj_slice calendar, int year, int month, int day)
{
    char name[32], key[16];
    snprintf(name, sizeof name, "%.*s_year", DJ_FMT(calendar));
    const dj_lexicon *table = dj_pack_lexicon(pack, name);
    for (int i = 0; table && i < 4; i++) { /* this year's and the last one's, and maybe a second of each */
        int begins = year - i / 2;
        dj_slice row;
        snprintf(key, sizeof key, "%d%s", begins, i % 2 ? "b" : "");
        if (!dj_lexicon_find(table, dj_slice_of(key), &row))
            continue;
        dj_day at = day_of_row(row, begins, month, day);
        if (at != DJ_NO_DAY && dj_civil_of(at).year == year)
            return at;
    }
    return DJ_NO_DAY;
}

static dj_day month_and_day(dj_slice formula, size_t *pos, int year)
{
    int month, day, weekday, n;
    if (!read_int(formula, pos, 2, &month) || month < 1 || month > 12)
        return DJ_NO_DAY;
    if (take(formula, pos, DJ_S("-")))
        return read_int(formula, pos, 2, &day) ? dj_day_of(year, month, day) : DJ_NO_DAY;
    if (!take(formula, pos, DJ_S("/")) || !read_int(formula, pos, 1, &weekday) || !take(formula, pos, DJ_S("#")) ||
        !read_int(formula, pos, 1, &n) || !n)
        return DJ_NO_DAY;
    dj_day first = dj_day_of(year, month, 1), last = dj_day_of(year, month, dj_month_days(year, month));
    return n > 0 ? first + (weekday - dj_weekday(first) + 7) % 7 + 7 * (n - 1)
                 : last - (dj_weekday(last) - weekday + 7) % 7 + 7 * (n + 1);
}

/* 08-15 of a calendar that has a table, 12-15@18 of the one that follows the moon itself */
static dj_day of_calendar(const dj_pack *pack, dj_slice calendar, dj_slice formula, size_t *pos, int year)
{
    int month, day, hour;
    if (!read_int(formula, pos, 2, &month) || !take(formula, pos, DJ_S("-")) || !read_int(formula, pos, 2, &day))
        return DJ_NO_DAY;
    if (!take(formula, pos, DJ_S("@")))
        return dj_calendar_day(pack, calendar, year, month, day);
    return dj_slice_is(calendar, "hindu") && read_int(formula, pos, 2, &hour) ? dj_tithi_day(year, month, day, hour) : DJ_NO_DAY;
}

dj_day dj_holiday_in(const dj_pack *pack, dj_slice formula, int year)
{
    enum { FIRST_YEAR = 1583, LAST_YEAR = 9998 }; /* where the Gregorian computus holds and an offset stays in the calendar */
    size_t pos = 0, calendar = dj_slice_find(formula, DJ_S(" "), 0);
    dj_day day;
    int offset = 0;
    if (year < FIRST_YEAR || year > LAST_YEAR)
        return DJ_NO_DAY;
    if (take(formula, &pos, DJ_S("easter")))
        day = western_easter(year);
    else if (take(formula, &pos, DJ_S("orthodox")))
        day = eastern_easter(year);
    else if (calendar < formula.n) {
        pos = calendar + 1;
        day = of_calendar(pack, dj_slice_sub(formula, 0, calendar), formula, &pos, year);
    } else
        day = month_and_day(formula, &pos, year);
    if (day == DJ_NO_DAY || (pos < formula.n && !read_int(formula, &pos, 3, &offset)))
        return DJ_NO_DAY;
    return pos == formula.n ? day + offset : DJ_NO_DAY;
}

bool dj_holiday_span(const dj_pack *pack, dj_slice formula, int year, dj_day *first, dj_day *last)
{
    size_t dots = dj_slice_find(formula, DJ_S(".."), 0), pos = 0;
    dj_day from = dj_holiday_in(pack, dj_slice_sub(formula, 0, dots), year), to = from;
    if (from == DJ_NO_DAY)
        return false;
    if (dots < formula.n) {
        dj_slice end = dj_slice_sub(formula, dots + 2, formula.n);
        int days;
        if (dj_slice_starts(end, DJ_S("+")))
            to = read_int(end, &pos, 3, &days) && pos == end.n ? from + days : DJ_NO_DAY;
        else
            to = dj_holiday_in(pack, end, year);
        if (to != DJ_NO_DAY && to < from) /* a month that lies across the turn of the year */
            to = dj_holiday_in(pack, end, year + 1);
        if (to == DJ_NO_DAY || to < from)
            return false;
    }
    *first = from;
    *last = to;
    return true;
}
