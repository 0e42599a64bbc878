/* Sources that state different percentages for one fact; see conflict.c. */
#include "check/conflict.h"

void dj_check_percent_conflict(dj_checking *k)
{
    dj_find_conflicts(k, DJ_PERCENT);
}
