/* Sources that state different lengths of time for one fact; see conflict.c. */
#include "check/conflict.h"
#include "check/elapsed.h"
#include "check/stay.h"

void dj_check_duration_conflict(dj_checking *k)
{
    dj_find_conflicts(k, DJ_DURATION);
    dj_find_stays(k);
    dj_find_elapsed(k);
}
