/* Ranges: all that a stated figure may stand for when one reckons with it. Closed, exact, never empty. */
#ifndef DJ_CHECK_RANGE_H
#define DJ_CHECK_RANGE_H
#include "value/value.h"

typedef struct dj_range {
    dj_dec low, high;
} dj_range;

/* Half a unit of the last stated digit to both sides; a figure of fewer than `digits` digits is taken to have so many
 * (7000억 with two: 6950억 to 7050억), but 약 7000억 is what rounds to it. False for figures open at an end. */
bool dj_range_of(const dj_amount *amount, unsigned digits, dj_range *out);
/* False where a result has no room in a decimal; outputs are untouched then. */
bool dj_range_add(const dj_range *a, const dj_range *b, dj_range *out);
bool dj_range_sub(const dj_range *a, const dj_range *b, dj_range *out); /* a - b */
bool dj_range_mul(const dj_range *a, const dj_range *b, dj_range *out); /* neither has anything below zero */
bool dj_ranges_meet(const dj_range *a, const dj_range *b);
#endif
