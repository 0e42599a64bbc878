/* The part of duration-conflict that looks at stays of nights and days. */
#ifndef DJ_CHECK_STAY_H
#define DJ_CHECK_STAY_H
#include "check/check.h"

/* A stay of which one story makes two days more than its nights, or further ones (7박10일), where duration-conflict.stays others
 * or more have as many nights and the day more that belongs to them (7박8일). */
void dj_find_stays(dj_checking *k);
#endif
