/* Sources that count people or things differently; see conflict.c. */
#include "check/conflict.h"
#include "check/toll.h"

void dj_check_count_conflict(dj_checking *k)
{
    dj_find_tolls(k); /* first: what they tell is surer than the words of two sentences */
    dj_find_conflicts(k, DJ_QUANTITY);
}
