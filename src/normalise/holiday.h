/* Days with names. A lexicon gives each name a formula:
 *   12-25           the same day every year
 *   11/3#4          the fourth Thursday (0 Monday … 6) of November; #-1 the last one
 *   easter, orthodox   Easter Sunday of the western and the eastern churches
 *   lunar 08-15     a day of the lunar calendar, by the lexicon `lunar_year`
 * each with an optional offset in days behind it: easter-2, 11/3#4+1. Inside normalise only. */
#ifndef DJ_NORMALISE_HOLIDAY_H
#define DJ_NORMALISE_HOLIDAY_H
#include "rule/rules.h"

/* The day that the formula gives in a year; DJ_NO_DAY for an ill-formed one or a year that the table does not hold. */
dj_day dj_holiday_in(const dj_pack *pack, dj_slice formula, int year);
/* The lexicon lunar_year maps a year to 'MM-DD LEAP LENGTHS': its first day, the month that is doubled (0 none) and for
 * each month + (30 days) or - (29). */
dj_day dj_lunar_day(const dj_pack *pack, int year, int month, int day);
#endif
