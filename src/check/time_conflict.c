/* Sources that put one event at different times of day; see conflict.c. */
#include "check/conflict.h"

void dj_check_time_conflict(dj_checking *k)
{
    dj_find_conflicts(k, DJ_TIME);
}
