/* Days of the Hindu calendar by its lunar days, for holidays that follow the moon rather than a table: Diwali, Holi. Inside
 * normalise only. */
#ifndef DJ_NORMALISE_TITHI_H
#define DJ_NORMALISE_TITHI_H
#include "value/civil.h"

/* The day of `year` at whose `hour` (Indian time, 6 sunrise, 18 dusk, 24 midnight) the lunar day `tithi` runs: 1 to 15 towards
 * full moon, 16 to 30 to new moon, in `month` (1 Chaitra to 12 Phalguna, each beginning at new moon; a month put in does
 * not count). Where it runs at that hour of no day, the day on which it begins; of two days the first. DJ_NO_DAY where the
 * year has none, or outside 1800 to 2200, for which the series below are good. */
dj_day dj_tithi_day(int year, int month, int tithi, int hour);
#endif
