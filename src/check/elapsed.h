/* How long after something else a thing happened (임명 6일 만에 사퇴), in several stories: the sentences are short of common words,
 * but tell from what the time is reckoned. */
#ifndef DJ_CHECK_ELAPSED_H
#define DJ_CHECK_ELAPSED_H
#include "check/check.h"

void dj_find_elapsed(dj_checking *k);
#endif
