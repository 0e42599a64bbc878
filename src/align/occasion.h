/* What the sentences about two dates have in common besides their words: whether they tell of one occasion. */
#ifndef DJ_ALIGN_OCCASION_H
#define DJ_ALIGN_OCCASION_H
#include "align/evidence.h"

/* The features that dates alone have. */
void dj_occasion_weigh(const dj_mention *a, const dj_mention *b, dj_evidence *out);
#endif
