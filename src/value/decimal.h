/* Exact decimals: mantissa * 10^exponent, never binary floating point. Always normalised: the mantissa has no trailing
 * zero, and zero is {0, 0}, so equal numbers are equal structs. Results that need more than 64 bits of mantissa are
 * reported (false), never rounded; comparison is exact for every pair (128 bits inside). */
#ifndef DJ_VALUE_DECIMAL_H
#define DJ_VALUE_DECIMAL_H
#include <stdint.h>

#include "base/buf.h"

typedef struct dj_dec {
    int64_t mantissa;
    int32_t exponent; /* -1000..1000 */
} dj_dec;

dj_dec dj_dec_int(int64_t n);
dj_dec dj_dec_make(int64_t mantissa, int32_t exponent); /* normalised; the exponent must be in range */
/* "1,234.50", "-0.5": an optional sign, digits with grouping commas (every group after the first has three digits) and
 * a fraction; false on anything else or past 64 bits. "25000" and "25,000" are the same. */
bool dj_dec_parse(dj_slice text, dj_dec *out);
int dj_dec_cmp(dj_dec a, dj_dec b); /* -1, 0, 1 */
bool dj_dec_eq(dj_dec a, dj_dec b);
bool dj_dec_add(dj_dec a, dj_dec b, dj_dec *out);
bool dj_dec_sub(dj_dec a, dj_dec b, dj_dec *out);
bool dj_dec_mul(dj_dec a, dj_dec b, dj_dec *out);
/* a / b cut (down) or raised (up) to `digits` significant digits, so that the true quotient lies in down..up; b is not 0 */
bool dj_dec_div(dj_dec a, dj_dec b, unsigned digits, bool up, dj_dec *out);
dj_dec dj_dec_neg(dj_dec a);
bool dj_dec_is_int(dj_dec a);
/* the value of one unit in the last significant digit: 730조 -> 10조, 5.27 -> 0.01, 2.50 -> 0.1 (normalised), 0 -> 1 */
dj_dec dj_dec_step(dj_dec a);
unsigned dj_dec_digits(dj_dec a); /* significant digits, 1 for zero */
double dj_dec_double(dj_dec a); /* for plots and scores only, never for a comparison that a finding rests on */
void dj_dec_write(dj_dec a, dj_buf *out); /* plain notation: "500000000000", "-0.5" */
#endif
