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
/* so many units at the head of a period or, where point->nth is negative, at its tail: the first three months of 2019 */
bool dj_count_part(const dj_point *point, const dj_period *in, dj_period *out);
/* the nth such weekday (the first where point->nth is 0) after that day or, where sign is negative, before it */
bool dj_count_weekday(const dj_point *point, dj_day from, int sign, dj_period *out);
#endif
