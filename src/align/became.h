/* What became of the people that a figure counts. */
#ifndef DJ_ALIGN_BECAME_H
#define DJ_ALIGN_BECAME_H
#include "extract/mention.h"

/* The group of the pack's patterns `became_behind` (3명 중상) and `became_before` (중상 3명) that took part: dead, hurt, badly_hurt,
 * rescued …; empty where neither matches, and where both do: of 중상 3명 경상 5명 it is told by neither side alone. */
dj_slice dj_became_of(const dj_mention *count, dj_scratch *scratch);
#endif
