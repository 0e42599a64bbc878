/* dj_dec: exact decimals as mantissa and power of ten. All work is done on magnitudes of 128 bits, which hold any
 * product of two mantissas and any mantissa shifted by 19 digits; a result that does not fit 64 bits again is reported,
 * since a silently rounded figure would be a wrong finding. */
#include "value/decimal.h"

#include <math.h>

__extension__ typedef unsigned __int128 wide;

enum { MAX_EXPONENT = 1000, MAX_DIGITS = 19 };

static wide power_of_ten(unsigned n) /* n <= 38 */
{
    wide p = 1;
    while (n--)
        p *= 10;
    return p;
}

static unsigned digits_of(wide n)
{
    unsigned digits = 1;
    for (; n >= 10; n /= 10)
        digits++;
    return digits;
}

static wide magnitude(int64_t n)
{
    return n < 0 ? (wide)0 - (wide)n : (wide)n;
}

static bool fit(bool is_negative, wide mantissa, int64_t exponent, dj_dec *out)
{
    if (mantissa == 0) {
        *out = (dj_dec){0, 0};
        return true;
    }
    for (; mantissa % 10 == 0; mantissa /= 10)
        exponent++;
    if (mantissa > INT64_MAX || exponent > MAX_EXPONENT || exponent < -MAX_EXPONENT)
        return false;
    *out = (dj_dec){is_negative ? -(int64_t)mantissa : (int64_t)mantissa, (int32_t)exponent};
    return true;
}

dj_dec dj_dec_make(int64_t mantissa, int32_t exponent)
{
    dj_dec out = {mantissa, exponent};
    if (mantissa == 0)
        return (dj_dec){0, 0};
    for (; out.mantissa % 10 == 0; out.mantissa /= 10)
        out.exponent++;
    return out;
}

dj_dec dj_dec_int(int64_t n)
{
    return dj_dec_make(n, 0);
}

/* Whether a whole part is digits with or without grouping commas, its groups 1-3, 3, 3, … */
static bool groups_are_whole(dj_slice whole)
{
    size_t comma = dj_slice_find(whole, DJ_S(","), 0);
    if (comma == whole.n)
        return whole.n > 0;
    if (comma == 0 || comma > 3 || (whole.n - comma) % 4 != 0)
        return false;
    for (size_t i = comma; i < whole.n; i += 4)
        for (size_t j = i; j < i + 4; j++)
            if ((whole.at[j] == ',') != (j == i))
                return false;
    return true;
}

static bool read_digits(dj_slice digits, wide *mantissa, int64_t *zeros)
{
    for (size_t i = 0; i < digits.n; i++) {
        char c = digits.at[i];
        if (c == ',')
            continue;
        if (c < '0' || c > '9')
            return false;
        if (c == '0') { /* held back, so that round numbers of any length fit */
            *zeros += *mantissa != 0;
            continue;
        }
        if (*mantissa && *zeros + digits_of(*mantissa) >= MAX_DIGITS)
            return false;
        *mantissa = *mantissa * power_of_ten((unsigned)*zeros + 1) + (wide)(c - '0');
        *zeros = 0;
    }
    return true;
}

bool dj_dec_parse(dj_slice text, dj_dec *out)
{
    bool is_signed = text.n && (text.at[0] == '-' || text.at[0] == '+');
    bool is_negative = is_signed && text.at[0] == '-';
    dj_slice rest = dj_slice_sub(text, is_signed, text.n);
    size_t point = dj_slice_find(rest, DJ_S("."), 0);
    dj_slice fraction = point < rest.n ? dj_slice_sub(rest, point + 1, rest.n) : DJ_NONE;
    if (!groups_are_whole(dj_slice_sub(rest, 0, point)) || (point < rest.n && fraction.n == 0))
        return false;
    if (dj_slice_find(fraction, DJ_S(","), 0) < fraction.n)
        return false;
    wide mantissa = 0;
    int64_t zeros = 0;
    if (!read_digits(dj_slice_sub(rest, 0, point), &mantissa, &zeros) || !read_digits(fraction, &mantissa, &zeros))
        return false;
    return fit(is_negative, mantissa, zeros - (int64_t)fraction.n, out);
}

static int compare_magnitudes(dj_dec a, dj_dec b)
{
    wide x = magnitude(a.mantissa), y = magnitude(b.mantissa);
    int top_x = (int)digits_of(x) + a.exponent, top_y = (int)digits_of(y) + b.exponent;
    if (top_x != top_y)
        return top_x < top_y ? -1 : 1;
    if (a.exponent > b.exponent) /* the leading digits stand alike, so the shift is below MAX_DIGITS */
        x *= power_of_ten((unsigned)(a.exponent - b.exponent));
    else
        y *= power_of_ten((unsigned)(b.exponent - a.exponent));
    return (x > y) - (x < y);
}

int dj_dec_cmp(dj_dec a, dj_dec b)
{
    int sign_a = (a.mantissa > 0) - (a.mantissa < 0), sign_b = (b.mantissa > 0) - (b.mantissa < 0);
    if (sign_a != sign_b || sign_a == 0)
        return (sign_a > sign_b) - (sign_a < sign_b);
    return sign_a * compare_magnitudes(a, b);
}

bool dj_dec_eq(dj_dec a, dj_dec b)
{
    return a.mantissa == b.mantissa && a.exponent == b.exponent;
}

dj_dec dj_dec_neg(dj_dec a)
{
    return (dj_dec){-a.mantissa, a.exponent};
}

bool dj_dec_add(dj_dec a, dj_dec b, dj_dec *out)
{
    if (a.mantissa == 0 || b.mantissa == 0) {
        *out = a.mantissa ? a : b;
        return true;
    }
    if (a.exponent < b.exponent)
        return dj_dec_add(b, a, out);
    unsigned shift = (unsigned)(a.exponent - b.exponent);
    if (shift > MAX_DIGITS) /* more digits than a mantissa has, whatever b is */
        return false;
    wide x = magnitude(a.mantissa) * power_of_ten(shift), y = magnitude(b.mantissa);
    bool is_negative = a.mantissa < 0;
    if ((a.mantissa < 0) == (b.mantissa < 0))
        return fit(is_negative, x + y, b.exponent, out);
    return x >= y ? fit(is_negative, x - y, b.exponent, out) : fit(!is_negative, y - x, b.exponent, out);
}

bool dj_dec_sub(dj_dec a, dj_dec b, dj_dec *out)
{
    return dj_dec_add(a, dj_dec_neg(b), out);
}

bool dj_dec_mul(dj_dec a, dj_dec b, dj_dec *out)
{
    return fit((a.mantissa < 0) != (b.mantissa < 0), magnitude(a.mantissa) * magnitude(b.mantissa),
               (int64_t)a.exponent + b.exponent, out);
}

bool dj_dec_div(dj_dec a, dj_dec b, unsigned digits, bool up, dj_dec *out)
{
    if (digits < 1 || digits >= MAX_DIGITS)
        digits = MAX_DIGITS - 1;
    wide x = magnitude(a.mantissa), y = magnitude(b.mantissa);
    unsigned wanted = digits + digits_of(y), have = digits_of(x);
    unsigned shift = wanted > have ? wanted - have : 0; /* x then has at most 38 digits */
    int64_t exponent = (int64_t)a.exponent - b.exponent - shift;
    x *= power_of_ten(shift);
    wide quotient = x / y;
    bool is_inexact = x % y != 0;
    for (wide limit = power_of_ten(digits); quotient >= limit; quotient /= 10, exponent++)
        is_inexact |= quotient % 10 != 0;
    bool is_negative = (a.mantissa < 0) != (b.mantissa < 0);
    return fit(is_negative, quotient + (is_inexact && up != is_negative), exponent, out);
}

bool dj_dec_is_int(dj_dec a)
{
    return a.exponent >= 0;
}

dj_dec dj_dec_step(dj_dec a)
{
    return (dj_dec){1, a.mantissa ? a.exponent : 0};
}

unsigned dj_dec_digits(dj_dec a)
{
    return digits_of(magnitude(a.mantissa));
}

double dj_dec_double(dj_dec a)
{
    return (double)a.mantissa * pow(10, a.exponent);
}

void dj_dec_write(dj_dec a, dj_buf *out)
{
    char room[24], *digits = room + sizeof room;
    uint64_t rest = (uint64_t)magnitude(a.mantissa);
    do
        *--digits = (char)('0' + rest % 10);
    while (rest /= 10);
    int n = (int)(room + sizeof room - digits), whole = n + a.exponent; /* digits before the point */
    if (a.mantissa < 0)
        dj_buf_byte(out, '-');
    if (whole <= 0)
        dj_buf_text(out, "0.");
    for (int i = whole; i < 0; i++)
        dj_buf_byte(out, '0');
    int before = whole < 0 ? 0 : whole < n ? whole : n;
    dj_buf_add(out, (dj_slice){digits, (size_t)before});
    if (before > 0 && before < n)
        dj_buf_byte(out, '.');
    dj_buf_add(out, (dj_slice){digits + before, (size_t)(n - before)});
    for (int i = n; i < whole; i++)
        dj_buf_byte(out, '0');
}
