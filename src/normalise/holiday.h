/* Days with names. A lexicon gives each name a formula:
 *   12-25           the same day every year
 *   11/3#4          the fourth Thursday (0 Monday … 6) of November; #-1 the last one
 *   easter, orthodox   Easter Sunday of the western and the eastern churches
 *   lunar 08-15     a day of the lunar calendar, by the lexicon `lunar_year`; likewise `islamic 10-01`, `hebrew 01-15`
 *   hindu 12-15@18    the lunar day of the Hindu month that runs at that hour (see tithi.h)
 * each with an optional offset in days behind it: easter-2, 11/3#4+1. Two of them with .. between are all the days from
 * one to the other (easter-46..easter-1); the second may be no more than its offset (hebrew 09-25..+7). Inside normalise
 * only. */
#ifndef DJ_NORMALISE_HOLIDAY_H
#define DJ_NORMALISE_HOLIDAY_H
#include "rule/rules.h"

/* The day that the formula gives in a year; DJ_NO_DAY for an ill-formed one or a year that the table does not hold. */
dj_day dj_holiday_in(const dj_pack *pack, dj_slice formula, int year);
/* Its first and last day, equal for a single day; false, outputs untouched, where that is no day. */
bool dj_holiday_span(const dj_pack *pack, dj_slice formula, int year, dj_day *first, dj_day *last);
/* A lexicon of a calendar (lunar_year) maps 'MM-DD LEAP LENGTHS' to the year in which the calendar's own year begins: its
 * first day, the month after which one is put in (0: none) and for each month + (30 days) or - (29). Where two begin
 * in one year the second is called 2008b. The day of a month of the calendar that falls into a year, or DJ_NO_DAY. */
dj_day dj_calendar_day(const dj_pack *pack, dj_slice calendar, int year, int month, int day);
#endif
