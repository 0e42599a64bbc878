/* Another's office: the part of role-conflict that looks at surnames before a title. */
#ifndef DJ_CHECK_SWAPPED_H
#define DJ_CHECK_SWAPPED_H
#include "check/check.h"

/* A story that once calls 조 전 이사장 whom it and others call 조 전 부사장 all the time, where that office is another's in the
 * same story and no story gives it to anybody of that surname. */
void dj_find_swapped(dj_checking *k);
#endif
