/* Civil dates (proleptic Gregorian) as day numbers, days since 1970-01-01, after Howard Hinnant's
 * "chrono-Compatible Low-Level Date Algorithms". Years 1..9999. */
#ifndef DJ_VALUE_CIVIL_H
#define DJ_VALUE_CIVIL_H
#include <stdint.h>

#include "base/buf.h"

typedef int32_t dj_day;
#define DJ_NO_DAY INT32_MIN /* unknown */

typedef struct dj_civil {
    int year, month, day;
} dj_civil;

bool dj_civil_valid(int year, int month, int day);
dj_day dj_day_of(int year, int month, int day); /* DJ_NO_DAY where no such day */
dj_civil dj_civil_of(dj_day day);
int dj_weekday(dj_day day); /* 0 Monday .. 6 Sunday (ISO 8601 less one) */
int dj_month_days(int year, int month);
/* the last day of the month that lies `months` after the month of `day` (may be negative) */
dj_day dj_month_end(dj_day day, int months);
/* the same day of the month, or the month's last day, `months` later */
dj_day dj_add_months(dj_day day, int months);
bool dj_iso_parse(dj_slice text, dj_day *out); /* the YYYY-MM-DD that text begins with */
void dj_iso_write(dj_day day, dj_buf *out);
#endif
