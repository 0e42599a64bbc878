/* The same digits with another unit word: 5000억 / 5000조. Across sources; see conflict.c. */
#include "check/conflict.h"

void dj_check_unit_slip(dj_checking *k)
{
    dj_find_unit_slips(k);
}
