/* Sources that state different amounts of money for one fact; see conflict.c. */
#include "check/conflict.h"
#include "check/forecast.h"

void dj_check_amount_conflict(dj_checking *k)
{
    dj_find_conflicts(k, DJ_MONEY);
    dj_find_forecasts(k);
}
