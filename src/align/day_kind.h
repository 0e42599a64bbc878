/* What a date says a day is: the day of what was, of its telling, of a plan, or of how things stood. */
#ifndef DJ_ALIGN_DAY_KIND_H
#define DJ_ALIGN_DAY_KIND_H
#include "extract/mention.h"

/* A day reckoned from another (전날, 사흘 전, 이날) is as sure as the reckoning: it may agree with others, but a disagreement
 * needs a stated day, month, quarter or year. True of what is no date. */
bool dj_day_is_firm(const dj_mention *m);
/* The day on which something was told is none on which something was; but two sources may tell of one plan, or of one telling,
 * which one says in other words: 30일 지검에 따르면, 지검은 30일. In sentences that are nearly one (likeness) both say the same. */
bool dj_days_are_of_a_kind(const dj_mention *a, const dj_mention *b, double likeness, dj_scratch *scratch);
#endif
