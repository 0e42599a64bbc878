/* Sources that date one event differently; see conflict.c. */
#include "check/conflict.h"
#include "check/happened.h"

void dj_check_date_conflict(dj_checking *k)
{
    dj_find_conflicts(k, DJ_DATE);
    dj_find_happened(k);
}
