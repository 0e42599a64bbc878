/* Sources that count people or things differently; see conflict.c. */
#include "check/conflict.h"

void dj_check_count_conflict(dj_checking *k)
{
    dj_find_conflicts(k, DJ_QUANTITY);
}
