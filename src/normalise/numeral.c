/* dj_numeral: the tokens of a numeral, then their sum. A numeral is a row of groups, each closed by a power of ten (만,
 * million); within a group, numbers are multiplied by the places behind them (천, hundred). Fractions cut the row in
 * two. Vague words are numbers with two ends, so a numeral is summed once for each end. */
#include "normalise/numeral.h"

#include <limits.h>

#include "normalise/numeral_tokens.h"

enum { NO_SCALE = INT_MAX };

typedef dj_numeral_token token;
typedef dj_numeral_row row;

static const char scale_order[] = "scale-order";

typedef struct reader {
    const dj_lexicon *words;
    const char *defect;
} reader;

typedef struct sum {
    dj_dec total, section, current;
    bool has_section, has_current, is_digits;
    dj_dec last_times; /* 0: none yet in this section */
    int last_scale;
    int decimals; /* digits after a spoken point; -1: before it */
} sum;

static dj_dec ten_to(int power)
{
    return dj_dec_make(1, power);
}

static bool add_decimals(sum *s, dj_dec digits) /* 이십구점구구: each word adds its digits behind the point */
{
    int n = dj_dec_is_int(digits) ? (int)dj_dec_digits(digits) + digits.exponent : 1;
    dj_dec shifted;
    s->decimals += n;
    return dj_dec_mul(digits, ten_to(-s->decimals), &shifted) && dj_dec_add(s->current, shifted, &s->current);
}

static bool add_number(reader *r, sum *s, const token *t, dj_dec value)
{
    if (s->decimals >= 0) /* 이삼 behind a point is two digits, not two or three */
        return dj_dec_eq(t->low, t->high) ? add_decimals(s, value) : add_decimals(s, t->low) && add_decimals(s, t->high);
    if (!s->has_current) {
        if (s->last_times.mantissa && dj_dec_cmp(value, s->last_times) >= 0)
            r->defect = scale_order;
        s->current = value;
        s->has_current = true;
        s->is_digits = t->is_digits;
        return true;
    }
    if (dj_dec_is_int(s->current) && dj_dec_cmp(value, dj_dec_int(1)) < 0) /* 2½ */
        return dj_dec_add(s->current, value, &s->current);
    if (s->is_digits || t->is_digits)
        return false;
    bool is_tens = s->current.exponent == 1 && s->current.mantissa < 10 && dj_dec_cmp(value, dj_dec_int(10)) < 0;
    if (is_tens)
        return dj_dec_add(s->current, value, &s->current);
    return false;
}

static bool add_times(reader *r, sum *s, dj_dec times)
{
    dj_dec value = s->has_current ? s->current : dj_dec_int(1), product;
    if (!dj_dec_mul(value, times, &product))
        return false;
    if (s->last_times.mantissa && dj_dec_cmp(product, s->last_times) >= 0)
        r->defect = scale_order;
    s->has_current = false;
    s->current = dj_dec_int(0);
    s->decimals = -1;
    s->has_section = true;
    s->last_times = times;
    return dj_dec_add(s->section, product, &s->section);
}

static bool section_value(const sum *s, dj_dec *out)
{
    return dj_dec_add(s->section, s->current, out);
}

static bool add_scale(reader *r, sum *s, const token *t)
{
    dj_dec value = dj_dec_int(1), product;
    bool is_said = s->has_current || s->has_section;
    if (is_said && !section_value(s, &value))
        return false;
    if (t->power >= s->last_scale) { /* "three thousand million" is a product, 42억1779억 is nothing */
        if (t->limit) {
            r->defect = scale_order;
            return false;
        }
        if (is_said && !dj_dec_add(s->total, value, &s->total))
            return false;
        if (!dj_dec_mul(s->total, ten_to(t->power), &s->total))
            return false;
    } else {
        bool is_long = (t->limit && dj_dec_cmp(value, ten_to(t->limit)) >= 0) ||
                       (s->last_scale != NO_SCALE && dj_dec_cmp(value, ten_to(s->last_scale - t->power)) >= 0);
        if (is_long)
            r->defect = scale_order;
        if (!dj_dec_mul(value, ten_to(t->power), &product) || !dj_dec_add(s->total, product, &s->total))
            return false;
    }
    *s = (sum){.total = s->total, .last_scale = t->power, .decimals = -1};
    return true;
}

/* the row's sum, with the low or the high end of its vague words */
static bool add_up(reader *r, const token *at, size_t n, bool is_high, dj_dec *out)
{
    sum s = {.last_scale = NO_SCALE, .decimals = -1};
    bool is_said = false, is_fine = true;
    for (size_t i = 0; i < n && is_fine; i++) {
        const token *t = &at[i];
        is_said |= t->type == DJ_NUMBER_TOKEN || t->type == DJ_TIMES_TOKEN || t->type == DJ_SCALE_TOKEN;
        switch (t->type) {
        case DJ_NUMBER_TOKEN: is_fine = add_number(r, &s, t, is_high ? t->high : t->low); break;
        case DJ_TIMES_TOKEN: is_fine = add_times(r, &s, is_high ? t->high : t->low); break;
        case DJ_SCALE_TOKEN: is_fine = add_scale(r, &s, t); break;
        case DJ_POINT_TOKEN:
            is_fine = s.decimals < 0;
            s.decimals = 0;
            s.has_current = true;
            break;
        case DJ_MINUS_TOKEN:
        case DJ_AND_TOKEN:
        case DJ_MORE_TOKEN: break; /* a hyphen, "and"; 여 widens the whole */
        case DJ_OVER_TOKEN:
        case DJ_OVER_REVERSED_TOKEN:
        case DJ_PART_TOKEN: is_fine = false; break;
        }
    }
    dj_dec tail;
    if (!is_fine || !is_said || !section_value(&s, &tail))
        return false;
    if (s.last_scale != NO_SCALE && dj_dec_cmp(tail, ten_to(s.last_scale)) >= 0)
        r->defect = scale_order;
    return dj_dec_add(s.total, tail, out);
}

static size_t find(const row *tokens, size_t from, size_t to, dj_numeral_token_type type) /* to where absent */
{
    while (from < to && tokens->at[from].type != type)
        from++;
    return from;
}

static size_t after_last_and(const row *tokens, size_t from, size_t to) /* from where there is none */
{
    for (size_t i = to; i > from; i--)
        if (tokens->at[i - 1].type == DJ_AND_TOKEN)
            return i;
    return from;
}

/* whole + numerator / denominator, as one quotient so that it is rounded once */
static bool mixed(dj_dec whole, dj_dec numerator, dj_dec denominator, dj_dec *out)
{
    dj_dec product, top;
    bool is_negative = (numerator.mantissa < 0) != (denominator.mantissa < 0);
    if (whole.mantissa < 0 || is_negative)
        return whole.mantissa == 0 && dj_numeral_quotient(numerator, denominator, out);
    return dj_dec_mul(whole, denominator, &product) && dj_dec_add(product, numerator, &top) &&
           dj_numeral_quotient(top, denominator, out);
}

static bool signed_sum(reader *r, const token *at, size_t n, bool is_high, dj_dec *out)
{
    bool is_negative = n && at[0].type == DJ_MINUS_TOKEN;
    if (!add_up(r, at + is_negative, n - is_negative, is_high, out))
        return false;
    if (is_negative)
        *out = dj_dec_neg(*out);
    return true;
}

/* 삼과 오분의 일; 1 4/5, one over twenty */
static bool ratio(reader *r, const row *tokens, size_t from, size_t over, bool is_high, dj_dec *out)
{
    bool is_reversed = tokens->at[over].type == DJ_OVER_REVERSED_TOKEN;
    size_t first = is_reversed ? after_last_and(tokens, from, over) : from;
    if (!is_reversed && over > from && tokens->at[over - 1].is_digits)
        first = over - 1;
    size_t whole_end = first > from && tokens->at[first - 1].type == DJ_AND_TOKEN ? first - 1 : first;
    dj_dec whole = dj_dec_int(0), before, after;
    if (whole_end > from && !add_up(r, tokens->at + from, whole_end - from, is_high, &whole))
        return false;
    if (!signed_sum(r, tokens->at + first, over - first, is_high, &before) ||
        !signed_sum(r, tokens->at + over + 1, tokens->n - over - 1, is_high, &after))
        return false;
    return is_reversed ? mixed(whole, after, before, out) : mixed(whole, before, after, out);
}

/* two and a half, three quarters, half a million, 3 million and a half */
static bool parts(reader *r, const row *tokens, size_t from, size_t part, bool is_high, dj_dec *out)
{
    size_t first = after_last_and(tokens, from, part), whole_end = first > from ? first - 1 : from, scale_at = part + 1;
    dj_dec whole = dj_dec_int(0), numerator = dj_dec_int(1), scale = dj_dec_int(1);
    while (scale_at < tokens->n &&
           (tokens->at[scale_at].type == DJ_AND_TOKEN || dj_dec_eq(tokens->at[scale_at].low, dj_dec_int(1))))
        scale_at++; /* half a million, three quarters of a million */
    if (whole_end > from && !add_up(r, tokens->at + from, whole_end - from, is_high, &whole))
        return false;
    if (part > first && !add_up(r, tokens->at + first, part - first, is_high, &numerator))
        return false;
    if (scale_at < tokens->n && !add_up(r, tokens->at + scale_at, tokens->n - scale_at, is_high, &scale))
        return false;
    if (scale_at >= tokens->n && whole_end > from && tokens->at[whole_end - 1].type == DJ_SCALE_TOKEN)
        scale = ten_to(tokens->at[whole_end - 1].power);
    if (scale_at < tokens->n && find(tokens, from, whole_end, DJ_SCALE_TOKEN) == whole_end && /* two and a half million */
        !dj_dec_mul(whole, scale, &whole))
        return false;
    dj_dec denominator = tokens->at[part].low;
    return dj_dec_mul(numerator, scale, &numerator) && mixed(whole, numerator, denominator, out);
}

static bool evaluate(reader *r, const row *tokens, bool is_high, dj_dec *out)
{
    bool is_negative = tokens->at[0].type == DJ_MINUS_TOKEN;
    size_t from = is_negative, n = tokens->n;
    size_t over = find(tokens, from, n, DJ_OVER_TOKEN), reversed = find(tokens, from, n, DJ_OVER_REVERSED_TOKEN),
           part = find(tokens, from, n, DJ_PART_TOKEN);
    bool is_read = reversed < n ? ratio(r, tokens, from, reversed, is_high, out)
                   : over < n   ? ratio(r, tokens, from, over, is_high, out)
                   : part < n   ? parts(r, tokens, from, part, is_high, out)
                                : add_up(r, tokens->at + from, n - from, is_high, out);
    if (is_read && is_negative)
        *out = dj_dec_neg(*out);
    return is_read;
}

dj_dec dj_numeral_ceiling(dj_dec value, bool is_whole)
{
    dj_dec step = dj_dec_step(value), last, next, out;
    last = is_whole && dj_dec_is_int(step) ? dj_dec_int(1) : dj_dec_make(1, step.exponent - 2);
    if (dj_dec_add(value, step, &next) && dj_dec_sub(next, last, &out))
        return out;
    return value;
}

static bool evaluate_both(reader *r, const row *tokens, dj_numeral *out)
{
    dj_dec low, high;
    bool is_read = evaluate(r, tokens, false, &low) && evaluate(r, tokens, true, &high);
    out->defect = r->defect;
    if (!is_read)
        return false;
    bool has_more = find(tokens, 0, tokens->n, DJ_MORE_TOKEN) < tokens->n;
    out->low = dj_dec_cmp(low, high) <= 0 ? low : high;
    out->high = has_more ? dj_numeral_ceiling(high, true) : dj_dec_cmp(low, high) <= 0 ? high : low;
    return true;
}

static bool read_as(const dj_lexicon *words, dj_slice text, bool is_ordinal, dj_numeral *out)
{
    reader r = {.words = words};
    row tokens;
    out->defect = NULL;
    return words && dj_numeral_tokenise(words, text, is_ordinal, &tokens) && evaluate_both(&r, &tokens, out);
}

bool dj_numeral_read(const dj_lexicon *words, dj_slice text, dj_numeral *out)
{
    return read_as(words, text, false, out);
}

bool dj_numeral_ordinal(const dj_lexicon *words, dj_slice text, dj_numeral *out)
{
    return read_as(words, text, true, out);
}

static bool is_place(const token *t)
{
    return t->type == DJ_TIMES_TOKEN || t->type == DJ_SCALE_TOKEN || t->type == DJ_MORE_TOKEN;
}

/* the low end with what it shares with the first number of the high one: the longest tail of its places that makes a
 * sound, smaller numeral */
static bool share_places(const row *low, const row *high, const dj_numeral *end, dj_numeral *out)
{
    size_t last = 0;
    while (last < high->n && !is_place(&high->at[last]))
        last++;
    size_t first = last;
    while (last < high->n && is_place(&high->at[last]))
        last++;
    if (low->at[low->n - 1].type == DJ_SCALE_TOKEN)
        return false;
    for (; first < last; first++) {
        row joined = *low;
        reader attempt = {.defect = NULL};
        for (size_t i = first; i < last && joined.n < DJ_NUMERAL_TOKENS; i++)
            joined.at[joined.n++] = high->at[i];
        if (evaluate_both(&attempt, &joined, out) && !out->defect && dj_dec_cmp(out->low, end->high) < 0)
            return true;
    }
    return false;
}

/* 4~50: forty to fifty, where the second digit follows the first */
static bool share_zeros(const row *low, const dj_numeral *end, dj_numeral *out)
{
    const token *digit = &low->at[0];
    bool is_one_digit = low->n == 1 && digit->is_digits && digit->low.exponent == 0 && digit->low.mantissa > 1 &&
                        digit->low.mantissa < 9;
    if (!is_one_digit || end->high.exponent == 0 || end->high.mantissa != digit->low.mantissa + 1)
        return false;
    *out = (dj_numeral){.low = dj_dec_make(digit->low.mantissa, end->high.exponent)};
    out->high = out->low;
    return true;
}

bool dj_numeral_range(const dj_lexicon *words, dj_slice low, dj_slice high, bool elides_zeros, dj_numeral *out)
{
    reader r = {.words = words};
    row first, second;
    dj_numeral start, end;
    bool is_read = words && dj_numeral_tokenise(words, low, false, &first) && dj_numeral_tokenise(words, high, false, &second) &&
                   evaluate_both(&r, &second, &end);
    if (!is_read)
        return false;
    if (!share_places(&first, &second, &end, &start) && !(elides_zeros && share_zeros(&first, &end, &start))) {
        r.defect = NULL;
        if (!evaluate_both(&r, &first, &start))
            return false;
    }
    bool is_rising = dj_dec_cmp(start.low, end.high) <= 0;
    *out = (dj_numeral){.low = is_rising ? start.low : end.low,
                        .high = is_rising ? end.high : start.high,
                        .defect = end.defect ? end.defect : start.defect,
                        .is_falling = !is_rising && end.high.mantissa >= 0};
    return true;
}
