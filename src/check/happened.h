/* In what year a thing happened that happens once (2011년 3월 동일본 대지진), in several stories: the sentences tell of other things,
 * and agree in the name of it. */
#ifndef DJ_CHECK_HAPPENED_H
#define DJ_CHECK_HAPPENED_H
#include "check/check.h"

void dj_find_happened(dj_checking *k);
#endif
