/* A decimal keeps no zeros at its end, so 7000 cannot say how far it was rounded: the caller says how many digits a desk
 * would have written. */
#include "check/range.h"

static dj_dec half_step(dj_dec d, unsigned digits)
{
    int stated = (int)dj_dec_digits(d), missing = (int)digits > stated ? (int)digits - stated : 0;
    return dj_dec_make(5, d.exponent - missing - 1);
}

bool dj_range_of(const dj_amount *amount, unsigned digits, dj_range *out)
{
    if (!amount->has_low || !amount->has_high)
        return false;
    unsigned n = amount->bound == DJ_ABOUT ? 1 : digits;
    dj_range range;
    if (!dj_dec_sub(amount->low, half_step(amount->low, n), &range.low) ||
        !dj_dec_add(amount->high, half_step(amount->high, n), &range.high))
        return false;
    *out = range;
    return true;
}

bool dj_range_add(const dj_range *a, const dj_range *b, dj_range *out)
{
    dj_range sum;
    if (!dj_dec_add(a->low, b->low, &sum.low) || !dj_dec_add(a->high, b->high, &sum.high))
        return false;
    *out = sum;
    return true;
}

bool dj_range_sub(const dj_range *a, const dj_range *b, dj_range *out)
{
    dj_range rest;
    if (!dj_dec_sub(a->low, b->high, &rest.low) || !dj_dec_sub(a->high, b->low, &rest.high))
        return false;
    *out = rest;
    return true;
}

bool dj_range_mul(const dj_range *a, const dj_range *b, dj_range *out)
{
    dj_range product;
    if (!dj_dec_mul(a->low, b->low, &product.low) || !dj_dec_mul(a->high, b->high, &product.high))
        return false;
    *out = product;
    return true;
}

bool dj_ranges_meet(const dj_range *a, const dj_range *b)
{
    return dj_dec_cmp(a->low, b->high) <= 0 && dj_dec_cmp(b->low, a->high) <= 0;
}
