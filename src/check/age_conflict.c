/* Sources that give different ages to one person; see conflict.c. */
#include "check/conflict.h"

void dj_check_age_conflict(dj_checking *k)
{
    dj_find_conflicts(k, DJ_AGE);
}
