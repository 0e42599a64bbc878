/* dj_numeral_row: digits are read by hand, words by the longest entry of the lexicon that stands at their place. */
#include "normalise/numeral_tokens.h"

#include "base/utf8.h"

enum { MAX_BYTES = 200, FRACTION_DIGITS = 15 };

typedef dj_numeral_token token;
typedef dj_numeral_row row;

/* full-width forms to ASCII, letters to lower case; 0 where the text is too long to be a numeral */
static size_t fold(dj_slice text, char to[MAX_BYTES + 4])
{
    size_t n = 0;
    if (text.n > MAX_BYTES)
        return 0;
    for (size_t pos = 0; pos < text.n;) {
        uint32_t rune = dj_utf8_next(text, &pos);
        if (rune >= 0xFF01 && rune <= 0xFF5E)
            rune -= 0xFF01 - '!';
        if (rune >= 'A' && rune <= 'Z')
            rune += 'a' - 'A';
        if (rune == 0xA0 || rune == 0x3000 || rune == 0x2009 || rune == 0x202F || rune == '\n' || rune == '\t' || rune == '\r')
            rune = ' ';
        if (rune == DJ_BAD_RUNE || n + 4 > MAX_BYTES)
            return 0;
        n += dj_utf8_put(rune, to + n);
    }
    return n;
}

static bool is_digit(dj_slice s, size_t i)
{
    return i < s.n && s.at[i] >= '0' && s.at[i] <= '9';
}

/* digits, with what may group them: a comma before any digit, a space before exactly three (1 234 567) */
static size_t group_at(dj_slice s, size_t i, size_t digits_before)
{
    if (i < s.n && s.at[i] == ',' && is_digit(s, i + 1))
        return 1;
    bool is_three = i < s.n && s.at[i] == ' ' && is_digit(s, i + 1) && is_digit(s, i + 2) && is_digit(s, i + 3) &&
                    !is_digit(s, i + 4);
    return is_three && digits_before <= 3 ? 1 : 0;
}

static bool read_exponent(dj_slice s, size_t *pos, dj_dec *number)
{
    size_t i = *pos + 1, sign = i < s.n && (s.at[i] == '+' || s.at[i] == '-');
    int exponent = 0;
    bool is_exponent = *pos < s.n && s.at[*pos] == 'e' && is_digit(s, i + sign);
    if (!is_exponent)
        return true;
    for (size_t j = i + sign; is_digit(s, j); j++) {
        exponent = exponent * 10 + (s.at[j] - '0');
        if (exponent > 300)
            return false;
        *pos = j + 1;
    }
    return dj_dec_mul(*number, dj_dec_make(1, sign && s.at[i] == '-' ? -exponent : exponent), number);
}

static bool read_digits(dj_slice s, size_t *pos, token *out)
{
    char digits[MAX_BYTES + 1];
    size_t n = 0, i = *pos, run = 0;
    while (i < s.n) {
        size_t skip = run ? group_at(s, i, run) : 0;
        if (!is_digit(s, i + skip))
            break;
        run = skip ? 1 : run + 1;
        digits[n++] = s.at[i + skip];
        i += skip + 1;
    }
    if (n == 0)
        digits[n++] = '0'; /* .5 */
    if (i < s.n && s.at[i] == '.' && is_digit(s, i + 1)) {
        digits[n++] = '.';
        for (i++; is_digit(s, i); i++)
            digits[n++] = s.at[i];
    }
    dj_dec number;
    if (!dj_dec_parse((dj_slice){digits, n}, &number) || !read_exponent(s, &i, &number))
        return false;
    *out = (token){.type = DJ_NUMBER_TOKEN, .low = number, .high = number, .is_digits = true};
    *pos = i;
    return true;
}

static int small_int(dj_slice s)
{
    dj_dec d;
    return dj_dec_parse(s, &d) && d.exponent >= 0 && d.exponent < 4 && d.mantissa < 100
               ? (int)(d.mantissa * (d.exponent == 0   ? 1
                                     : d.exponent == 1 ? 10
                                     : d.exponent == 2 ? 100
                                                       : 1000))
               : 0;
}

bool dj_numeral_quotient(dj_dec a, dj_dec b, dj_dec *out)
{
    dj_dec down, up, low_product, high_product, low_rest, high_rest;
    if (b.mantissa == 0 || !dj_dec_div(a, b, FRACTION_DIGITS, false, &down) || !dj_dec_div(a, b, FRACTION_DIGITS, true, &up))
        return false;
    bool can_tell = dj_dec_mul(down, b, &low_product) && dj_dec_mul(up, b, &high_product) &&
                    dj_dec_sub(a, low_product, &low_rest) && dj_dec_sub(high_product, a, &high_rest);
    *out = can_tell && dj_dec_cmp(high_rest, low_rest) <= 0 ? up : down;
    return true;
}

static bool number_token(dj_slice value, token *out)
{
    out->type = DJ_NUMBER_TOKEN;
    size_t dots = dj_slice_find(value, DJ_S(".."), 0), slash = dj_slice_find(value, DJ_S("/"), 0);
    if (slash < value.n) {
        dj_dec numerator, denominator;
        bool is_read = dj_dec_parse(dj_slice_sub(value, 0, slash), &numerator) &&
                       dj_dec_parse(dj_slice_sub(value, slash + 1, value.n), &denominator) &&
                       dj_numeral_quotient(numerator, denominator, &out->low);
        out->high = out->low;
        return is_read;
    }
    if (dots == value.n) {
        bool is_read = dj_dec_parse(value, &out->low);
        out->high = out->low;
        return is_read;
    }
    return dj_dec_parse(dj_slice_sub(value, 0, dots), &out->low) &&
           dj_dec_parse(dj_slice_sub(value, dots + 2, value.n), &out->high);
}

static bool word_token(dj_slice value, bool is_ordinal, token *out)
{
    *out = (token){0};
    dj_slice rest = value.n ? dj_slice_sub(value, 1, value.n) : value;
    switch (value.n ? value.at[0] : 0) {
    case '.': out->type = DJ_POINT_TOKEN; return true;
    case '-': out->type = DJ_MINUS_TOKEN; return true;
    case '&': out->type = DJ_AND_TOKEN; return true;
    case '+': out->type = DJ_MORE_TOKEN; return true;
    case '\\': out->type = DJ_OVER_REVERSED_TOKEN; return true;
    case 'x':
        out->type = DJ_TIMES_TOKEN;
        if (!dj_dec_parse(rest, &out->low))
            return false;
        out->high = out->low;
        return true;
    case 'e': {
        size_t less = dj_slice_find(rest, DJ_S("<"), 0);
        out->type = DJ_SCALE_TOKEN;
        out->power = small_int(dj_slice_sub(rest, 0, less));
        out->limit = less < rest.n ? small_int(dj_slice_sub(rest, less + 1, rest.n)) : 0;
        return out->power > 0;
    }
    case '/':
        out->type = rest.n ? DJ_PART_TOKEN : DJ_OVER_TOKEN;
        if (rest.n && !dj_dec_parse(rest, &out->low))
            return false;
        if (rest.n && is_ordinal) { /* the hundredth, the millionth: a place; the fifth: a number */
            out->type = out->low.mantissa == 1 && out->low.exponent >= 3 ? DJ_SCALE_TOKEN
                        : dj_dec_eq(out->low, dj_dec_int(100))           ? DJ_TIMES_TOKEN
                                                                         : DJ_NUMBER_TOKEN;
            out->power = out->low.exponent;
        }
        out->high = out->low;
        return true;
    default: return number_token(value, out);
    }
}

static bool word_at(const dj_lexicon *words, dj_slice text, size_t *pos, bool is_ordinal, token *out)
{
    size_t length;
    dj_slice value;
    if (!dj_lexicon_prefix(words, dj_slice_sub(text, *pos, text.n), &length, &value) || length == 0)
        return false;
    *pos += length;
    return word_token(value, is_ordinal, out);
}

bool dj_numeral_tokenise(const dj_lexicon *words, dj_slice text, bool is_ordinal, row *out)
{
    char folded[MAX_BYTES + 4];
    dj_slice s = {folded, fold(text, folded)};
    out->n = 0;
    for (size_t pos = 0; pos < s.n;) {
        bool is_number = is_digit(s, pos) || (s.at[pos] == '.' && is_digit(s, pos + 1));
        if (s.at[pos] == ' ') {
            pos++;
            continue;
        }
        if (out->n == DJ_NUMERAL_TOKENS)
            return false;
        token *next = &out->at[out->n++];
        if (!(is_number ? read_digits(s, &pos, next) : word_at(words, s, &pos, is_ordinal, next)))
            return false;
    }
    return out->n > 0;
}
