/* Periods of the calendar: a day, a week from Monday, a month … and what a slot picks out of one. Knows no language and
 * no story. Inside normalise only. */
#ifndef DJ_NORMALISE_DATE_PERIOD_H
#define DJ_NORMALISE_DATE_PERIOD_H
#include "value/value.h"

typedef enum dj_unit {
    DJ_UNIT_DAY,
    DJ_UNIT_WEEK,
    DJ_UNIT_WEEKEND, /* Saturday and Sunday of a week */
    DJ_UNIT_MONTH,
    DJ_UNIT_QUARTER,
    DJ_UNIT_HALF,
    DJ_UNIT_YEAR,
    DJ_UNIT_DECADE,
    DJ_UNIT_CENTURY, /* 2000 to 2099, as the century is commonly counted */
    DJ_UNITS
} dj_unit;
bool dj_unit_named(dj_slice name, dj_unit *out); /* "day", "week", … */
dj_grain dj_unit_grain(dj_unit unit);

typedef struct dj_period {
    dj_day from, to;
    dj_unit unit;
    bool is_vague; /* 7월 말, 3년 전: the ends are not meant to the day */
} dj_period;

/* Each is false, out untouched, where the calendar (years 1 to 9999) or the period holds no such part. */
bool dj_period_at(dj_day day, dj_unit unit, int n, dj_period *out); /* the one that lies n units from that of `day` */
bool dj_period_day_of(dj_day day, dj_period *out); /* the day itself */
bool dj_period_of_years(int first, int count, dj_unit unit, dj_period *out);
bool dj_period_month(const dj_period *in, int month, dj_period *out); /* of the year of its first day */
bool dj_period_quarter(const dj_period *in, int quarter, dj_period *out);
bool dj_period_half(const dj_period *in, int half, dj_period *out);
bool dj_period_day(const dj_period *in, int day, dj_period *out); /* the day of the month of its first day */
bool dj_period_weekday(const dj_period *in, int weekday, dj_period *out); /* of the week of its first day */
bool dj_period_weekend_at(dj_day day, dj_period *out); /* the nearest one together with that day: Labor Day weekend */
/* the nth day or month, counted from the end where n is negative; weeks count as ISO 8601 counts those of a year: the
 * first is the one whose Thursday lies in the period */
bool dj_period_nth(const dj_period *in, int n, dj_unit unit, dj_period *out);
bool dj_period_nth_weekday(const dj_period *in, int n, int weekday, dj_period *out);
/* "early", "middle", "late", "first", "second", a season: spans that editors mean by them, by the unit of `in` */
bool dj_period_part(const dj_period *in, dj_slice name, dj_period *out);
#endif
