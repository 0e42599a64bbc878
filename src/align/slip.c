/* Units lie four powers of ten apart in Korean (만, 억, 조), three in English (thousand, million, billion).
 * Figures are compared as their digits in plain notation, so that 5.2 and 52 differ by a shift and 3554 and 3564 by a
 * digit. */
#include "align/slip.h"

#include <stdlib.h>

enum { LONGEST = 40, LEAST_COARSE = 3 /* digits of the coarser figure */ };

bool dj_amount_is_vague(const dj_amount *amount)
{
    dj_dec width;
    return amount->has_low && amount->has_high && dj_dec_sub(amount->high, amount->low, &width) &&
           dj_dec_cmp(width, dj_dec_step(amount->low)) < 0;
}

/* the one number an amount states, nominal; false for ranges */
static bool stated(const dj_amount *amount, dj_dec *out)
{
    if (amount->has_low && amount->has_high && !dj_amount_is_vague(amount))
        return false;
    *out = dj_nominal(amount);
    return amount->has_low || amount->has_high;
}

/* significant digits as text, without trailing zeros */
static size_t digits_of(dj_dec d, char out[LONGEST])
{
    int64_t m = llabs(d.mantissa);
    char reversed[LONGEST];
    size_t n = 0;
    for (; m > 0; m /= 10)
        reversed[n++] = (char)('0' + m % 10);
    for (size_t i = 0; i < n; i++)
        out[i] = reversed[n - 1 - i];
    return n;
}

/* power of ten of the leading digit */
static int magnitude(dj_dec d, size_t digits)
{
    return d.exponent + (int)digits - 1;
}

/* digits padded with zeros on the right to n */
static void pad(char *digits, size_t from, size_t n)
{
    for (size_t i = from; i < n; i++)
        digits[i] = '0';
}

static dj_slip same_length_slip(const char *x, const char *y, size_t n)
{
    size_t first = n, differing = 0, last = 0;
    for (size_t i = 0; i < n; i++)
        if (x[i] != y[i]) {
            first = differing++ ? first : i;
            last = i;
        }
    if (differing == 1)
        return DJ_SLIP_DIGIT;
    if (differing == 2 && last == first + 1 && x[first] == y[last] && x[last] == y[first])
        return DJ_SLIP_SWAP;
    return DJ_SLIP_NONE;
}

/* `longer` is `shorter` with one digit put in */
static bool one_more(const char *longer, const char *shorter, size_t n)
{
    size_t i = 0;
    while (i < n && longer[i] == shorter[i])
        i++;
    return memcmp(longer + i + 1, shorter + i, n - i) == 0;
}

/* 13조 7500만 / 13억 7500만: `longer` is `shorter` with a unit's zeros put in */
static bool zeros_more(const char *longer, const char *shorter, size_t n, size_t zeros)
{
    size_t i = 0;
    while (i < n && longer[i] == shorter[i])
        i++;
    return memcmp(longer + i, "0000", zeros) == 0 && memcmp(longer + i + zeros, shorter + i, n - i) == 0;
}

/* both in units of the lower exponent, as text; 0 where that is too long */
static size_t plain(dj_dec d, int32_t exponent, char out[LONGEST])
{
    size_t n = digits_of(d, out), length = n + (size_t)(d.exponent - exponent);
    if (d.exponent - exponent > LONGEST || length > LONGEST)
        return 0;
    pad(out, n, length);
    return length;
}

/* 13억7500만 / 13억7500: the last digits lost their unit, so that zeros stand before them instead of behind */
static bool lost_last_unit(const char *x, size_t n, const char *y, size_t m)
{
    size_t more = n > m ? n - m : m - n;
    return (more == 3 || more == 4) && (n > m ? zeros_more(x, y, m, more) : zeros_more(y, x, n, more));
}

static bool is_unit_within(dj_dec x, dj_dec y)
{
    char p[LONGEST], q[LONGEST];
    int32_t exponent = x.exponent < y.exponent ? x.exponent : y.exponent;
    size_t n = plain(x, exponent, p), m = plain(y, exponent, q), more = n > m ? n - m : m - n;
    if (n == 0 || m == 0 || (more != 3 && more != 4))
        return false;
    return n > m ? zeros_more(p, q, m, more) : zeros_more(q, p, n, more);
}

/* zeros before the digits, so that there are n of them */
static void lead(char *digits, size_t from, size_t n)
{
    memmove(digits + n - from, digits, from);
    memset(digits, '0', n - from);
}

/* 0.17 / 2.17: of figures below ten, one of which has nothing before the point */
static bool is_slip_below_ten(dj_dec x, dj_dec y)
{
    char p[LONGEST], q[LONGEST];
    int32_t exponent = x.exponent < y.exponent ? x.exponent : y.exponent;
    size_t n = plain(x, exponent, p), m = plain(y, exponent, q), whole = (size_t)(1 - exponent);
    if (exponent >= 0 || n == 0 || m == 0 || n > whole || m > whole || whole > LONGEST)
        return false;
    lead(p, n, whole);
    lead(q, m, whole);
    return same_length_slip(p, q, whole) == DJ_SLIP_DIGIT;
}

/* 17.6 / 87.64: a digit of 17.6 is another in 87.64 cut or rounded to as many digits */
static dj_slip coarse_slip(const char *fine, size_t n, const char *coarse, size_t m)
{
    char kept[LONGEST];
    if (m < LEAST_COARSE || n <= m)
        return DJ_SLIP_NONE;
    memcpy(kept, fine, m);
    if (same_length_slip(kept, coarse, m) == DJ_SLIP_DIGIT)
        return DJ_SLIP_COARSE;
    if (fine[m] < '5' || kept[m - 1] == '9') /* a carry is left alone */
        return DJ_SLIP_NONE;
    kept[m - 1]++;
    return same_length_slip(kept, coarse, m) == DJ_SLIP_DIGIT ? DJ_SLIP_COARSE : DJ_SLIP_NONE;
}

static dj_slip slip_of(dj_dec x, dj_dec y)
{
    char p[LONGEST], q[LONGEST];
    if (dj_dec_eq(x, y) || x.mantissa == 0 || y.mantissa == 0)
        return DJ_SLIP_NONE;
    size_t n = digits_of(x, p), m = digits_of(y, q);
    int shift = abs(magnitude(x, n) - magnitude(y, m));
    if (shift && n == m && memcmp(p, q, n) == 0)
        return shift == 1 ? DJ_SLIP_EXTRA : shift % 4 == 0 || shift % 3 == 0 ? DJ_SLIP_UNIT : DJ_SLIP_NONE;
    if (is_unit_within(x, y) || (shift == 0 && lost_last_unit(p, n, q, m)))
        return DJ_SLIP_UNIT;
    if (is_slip_below_ten(x, y))
        return DJ_SLIP_DIGIT;
    bool is_measured = x.exponent < 0 && y.exponent < 0; /* large sums of few digits are round, and of another fact */
    dj_slip coarse = shift || !is_measured ? DJ_SLIP_NONE : n > m ? coarse_slip(p, n, q, m) : coarse_slip(q, m, p, n);
    bool a_longer = magnitude(x, n) > magnitude(y, m);
    size_t longer = n > m ? n : m, least = (a_longer ? m : n) + (size_t)(shift == 1); /* 440 is three digits to the two of 48 */
    longer = longer > least ? longer : least;
    pad(p, n, longer);
    pad(q, m, longer);
    if (shift == 0) {
        dj_slip slip = same_length_slip(p, q, longer);
        return slip != DJ_SLIP_NONE ? slip : coarse;
    }
    if (shift == 1 && x.exponent >= 0 && y.exponent >= 0 && longer > 1) {
        return one_more(a_longer ? p : q, a_longer ? q : p, longer - 1) ? DJ_SLIP_EXTRA : DJ_SLIP_NONE;
    }
    return DJ_SLIP_NONE;
}

static bool is_range(const dj_amount *amount)
{
    return amount->has_low && amount->has_high && !dj_amount_is_vague(amount);
}

dj_slip dj_amount_slip(const dj_amount *a, const dj_amount *b)
{
    dj_dec x, y;
    if (stated(a, &x) && stated(b, &y))
        return slip_of(x, y);
    if (!is_range(a) || !is_range(b))
        return DJ_SLIP_NONE;
    return dj_dec_eq(a->low, b->low)     ? slip_of(a->high, b->high)
           : dj_dec_eq(a->high, b->high) ? slip_of(a->low, b->low)
                                         : DJ_SLIP_NONE;
}

bool dj_amount_rounds(const dj_amount *coarse, const dj_amount *fine)
{
    dj_dec x, y, apart, step;
    if (!stated(coarse, &x) || !stated(fine, &y) || !dj_dec_sub(y, x, &apart) || dj_dec_digits(x) >= dj_dec_digits(y))
        return false;
    step = dj_dec_step(x);
    dj_dec half = dj_dec_make(-5, step.exponent - 1); /* rounded up: less than half a step below */
    return dj_dec_cmp(apart, half) >= 0 && dj_dec_cmp(apart, step) < 0;
}

bool dj_times_are_half_a_day_apart(const dj_time *a, const dj_time *b)
{
    enum { HALF_DAY = 720 /* minutes */ };
    bool are_points = a->from >= 0 && a->from == a->to && b->from >= 0 && b->from == b->to;
    return are_points && abs(a->from - b->from) == HALF_DAY && (a->day == b->day || a->day == DJ_NO_DAY || b->day == DJ_NO_DAY);
}
