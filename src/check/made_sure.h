/* Figures that were not sure when they were told: estimates, and what a body gives as provisional. */
#ifndef DJ_CHECK_MADE_SURE_H
#define DJ_CHECK_MADE_SURE_H
#include "check/departure.h"

/* 19대가 갇힌 것으로 추정된다, or 8.6%로 잠정 집계됐다 (patterns count_estimated, provisional_before, provisional_behind), of a story
 * of the day before that of which 16대 or 8.7% is told, and not as provisional */
bool dj_is_made_sure(const dj_departure *d, dj_scratch *scratch);
#endif
