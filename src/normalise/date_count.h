/* Counted days: 3년 전, in two weeks, 지난 3주, three Fridays from now. Inside normalise only. Each is false, out untouched,
 * where the count leads out of the calendar. */
#ifndef DJ_NORMALISE_DATE_COUNT_H
#define DJ_NORMALISE_DATE_COUNT_H
#include "normalise/date_point.h"

bool dj_is_counted(const dj_point *point);
dj_day dj_counted_day(const dj_point *point, dj_day from,
                      int sign); /* from moved by the counts; DJ_NO_DAY outside the calendar */
bool dj_count_day(const dj_point *point, dj_day from, int sign, dj_period *out); /* that day, as vague as its unit */
bool dj_count_span(const dj_point *point, dj_day from, dj_period *out); /* all the days between, by point->span */
bool dj_count_weekday(const dj_point *point, dj_day from, dj_period *out); /* the nth such weekday, by point->shift */
#endif
