/* dj_day: days since 1970-01-01 from and to year, month and day, after Howard Hinnant's days_from_civil and
 * civil_from_days: eras of 400 years that begin on 1 March, so that the leap day is the last of its year. */
#include "value/civil.h"

enum { DAYS_OF_ERA = 146097, EPOCH = 719468 /* days from 0000-03-01 to 1970-01-01 */, LAST_YEAR = 9999 };

static bool is_leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int dj_month_days(int year, int month)
{
    static const int8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month - 1] + (month == 2 && is_leap(year));
}

bool dj_civil_valid(int year, int month, int day)
{
    return year >= 1 && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1 && day <= dj_month_days(year, month);
}

dj_day dj_day_of(int year, int month, int day)
{
    if (!dj_civil_valid(year, month, day))
        return DJ_NO_DAY;
    int y = year - (month <= 2);
    int era = y / 400, year_of_era = y % 400;
    int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * DAYS_OF_ERA + day_of_era - EPOCH;
}

dj_civil dj_civil_of(dj_day day)
{
    int z = day + EPOCH;
    int era = (z >= 0 ? z : z - (DAYS_OF_ERA - 1)) / DAYS_OF_ERA;
    int day_of_era = z - era * DAYS_OF_ERA;
    int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int shifted = (5 * day_of_year + 2) / 153; /* month, 0 March */
    int month = shifted + (shifted < 10 ? 3 : -9);
    return (dj_civil){year_of_era + era * 400 + (month <= 2), month, day_of_year - (153 * shifted + 2) / 5 + 1};
}

int dj_weekday(dj_day day)
{
    return (int)(((int64_t)day % 7 + 7 + 3) % 7); /* 1970-01-01 was a Thursday */
}

/* year and month `months` after those of day; false outside the years that are kept */
static bool month_after(dj_day day, int months, dj_civil *out)
{
    if (day == DJ_NO_DAY)
        return false;
    dj_civil c = dj_civil_of(day);
    int64_t month = (int64_t)c.year * 12 + c.month - 1 + months;
    if (month < 12 || month >= (int64_t)(LAST_YEAR + 1) * 12)
        return false;
    *out = (dj_civil){(int)(month / 12), (int)(month % 12) + 1, c.day};
    return true;
}

dj_day dj_month_end(dj_day day, int months)
{
    dj_civil c;
    return month_after(day, months, &c) ? dj_day_of(c.year, c.month, dj_month_days(c.year, c.month)) : DJ_NO_DAY;
}

dj_day dj_add_months(dj_day day, int months)
{
    dj_civil c;
    if (!month_after(day, months, &c))
        return DJ_NO_DAY;
    int last = dj_month_days(c.year, c.month);
    return dj_day_of(c.year, c.month, c.day < last ? c.day : last);
}

bool dj_iso_parse(dj_slice text, dj_day *out)
{
    static const char shape[] = "dddd-dd-dd";
    int field[3] = {0}, at = 0;
    if (text.n < sizeof shape - 1)
        return false;
    for (size_t i = 0; i < sizeof shape - 1; i++) {
        char c = text.at[i];
        if ((shape[i] == 'd') != (c >= '0' && c <= '9') || (shape[i] == '-' && c != '-'))
            return false;
        if (c == '-')
            at++;
        else
            field[at] = field[at] * 10 + (c - '0');
    }
    dj_day day = dj_day_of(field[0], field[1], field[2]);
    if (day == DJ_NO_DAY)
        return false;
    *out = day;
    return true;
}

void dj_iso_write(dj_day day, dj_buf *out)
{
    dj_civil c = dj_civil_of(day);
    char digits[] = "0000-00-00";
    if (c.year < 0 || c.year > 9999) {
        dj_buf_fmt(out, "%04d-%02d-%02d", c.year, c.month, c.day);
        return;
    }
    for (int at = 3, year = c.year; at >= 0; at--, year /= 10)
        digits[at] = (char)('0' + year % 10);
    digits[5] = (char)('0' + c.month / 10);
    digits[6] = (char)('0' + c.month % 10);
    digits[8] = (char)('0' + c.day / 10);
    digits[9] = (char)('0' + c.day % 10);
    dj_buf_text(out, digits);
}
