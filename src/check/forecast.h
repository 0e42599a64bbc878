/* What analysts expected on average, in several stories: each says it in its own words, but names the average and what it is
 * of. */
#ifndef DJ_CHECK_FORECAST_H
#define DJ_CHECK_FORECAST_H
#include "check/check.h"

void dj_find_forecasts(dj_checking *k);
#endif
