/* Names of bodies that are called otherwise now: the part of name-variant that knows a few by heart. */
#ifndef DJ_CHECK_OUTDATED_H
#define DJ_CHECK_OUTDATED_H
#include "check/check.h"

/* Stories that write 서울지방법원 where name-variant.stories or more, and more than they are, write 서울중앙지법: names in the
 * lexicon `outdated_body` and in `current_body` under one value. Sentences that tell of the past do not count. */
void dj_find_outdated(dj_checking *k);
#endif
