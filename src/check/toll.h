/* How many died, were hurt or are missing, where stories begin with it: no two of one accident say it of another one, however
 * little their sentences have in common. */
#ifndef DJ_CHECK_TOLL_H
#define DJ_CHECK_TOLL_H
#include "check/check.h"

void dj_find_tolls(dj_checking *k);
#endif
