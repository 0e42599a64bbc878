/* Two figures of which the counts beside them tell that they were counted at two times. */
#ifndef DJ_CHECK_RECOUNT_H
#define DJ_CHECK_RECOUNT_H
#include "check/departure.h"

/* A slip changes one figure: where another toll of either sentence differs as well (2명이 숨지고 13명이 다쳤다, 16명이 숨지고 11명이
 * 다쳤다), or, in stories of two days, every count of a list (37명 중 25명은, 35명 중 26명은), both are right at their time. */
bool dj_are_tolls_recounted(const dj_set *set, const dj_mention *a, const dj_mention *b,
                            dj_scratch *scratch); /* the first of these */
bool dj_is_recounted(const dj_set *set, const dj_departure *d, dj_scratch *scratch);
#endif
