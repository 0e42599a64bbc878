/* Figures with their scale words: every scale with a figure of its own (1조 3554억), or the largest alone (1.36 trillion), as
 * the pack's message say-scale-style has it. */
#include <stdio.h>

#include "normalise/say_parts.h"

enum { LARGEST_DIGITS = 6 };

/* digits of a whole part in groups of three, where the language writes so */
static void grouped(dj_dec value, bool with_commas, dj_buf *out)
{
    dj_buf plain = dj_say_room();
    dj_dec_write(value, &plain);
    dj_slice s = dj_buf_slice(&plain);
    size_t sign = s.n && s.at[0] == '-', point = dj_slice_find(s, DJ_S("."), 0);
    for (size_t i = 0; i < s.n; i++) {
        if (with_commas && i > sign && i < point && (point - i) % 3 == 0)
            dj_buf_byte(out, ',');
        dj_buf_byte(out, s.at[i]);
    }
    dj_buf_free(&plain);
}

/* the next "12 조" of "16 경 12 조 8 억 4 만"; false at the end */
static bool next_scale(dj_slice *rest, int *power, dj_slice *word)
{
    *rest = dj_slice_trim(*rest);
    dj_slice digits = dj_first_word(*rest);
    dj_dec number;
    if (digits.n == rest->n || !dj_dec_parse(digits, &number))
        return false;
    for (*power = 0; dj_dec_cmp(number, dj_dec_int(*power)) > 0;)
        ++*power;
    *rest = dj_slice_trim(dj_slice_sub(*rest, digits.n, rest->n));
    *word = dj_first_word(*rest);
    *rest = dj_slice_sub(*rest, word->n, rest->n);
    return true;
}

/* the whole multiples of 10^power in value, and what is left of it; both of value's sign */
static bool split_at(dj_dec value, int power, dj_dec *whole, dj_dec *rest)
{
    dj_dec unit = dj_dec_make(1, power), share;
    if (dj_dec_cmp(value, unit) < 0 || !dj_dec_div(value, unit, 18, false, whole))
        return false;
    dj_buf digits = dj_say_room();
    dj_dec_write(*whole, &digits);
    dj_slice s = dj_buf_slice(&digits);
    bool okay = dj_dec_parse(dj_slice_sub(s, 0, dj_slice_find(s, DJ_S("."), 0)), whole) && dj_dec_mul(*whole, unit, &share) &&
                dj_dec_sub(value, share, rest);
    dj_buf_free(&digits);
    return okay;
}

/* 1조 3554억: every scale with its own figure */
static void say_every_scale(dj_dec value, dj_slice scales, dj_buf *out)
{
    int power;
    dj_slice word;
    dj_dec whole, rest;
    bool is_first = true;
    while (value.mantissa && next_scale(&scales, &power, &word)) {
        if (!split_at(value, power, &whole, &rest))
            continue;
        if (!is_first)
            dj_buf_byte(out, ' ');
        grouped(whole, false, out);
        dj_buf_add(out, word);
        value = rest;
        is_first = false;
    }
    if (value.mantissa == 0 && !is_first)
        return;
    if (!is_first)
        dj_buf_byte(out, ' ');
    grouped(value, false, out);
}

/* 1.36 trillion: the largest scale, where few digits are left */
static void say_largest_scale(dj_dec value, dj_slice scales, dj_buf *out)
{
    int power;
    dj_slice word;
    while (dj_dec_digits(value) <= LARGEST_DIGITS && next_scale(&scales, &power, &word)) {
        if (dj_dec_cmp(value, dj_dec_make(1, power)) < 0)
            continue;
        grouped(dj_dec_make(value.mantissa, value.exponent - power), true, out);
        dj_buf_byte(out, ' ');
        dj_buf_add(out, word);
        return;
    }
    grouped(value, true, out);
}

static void say_figure(dj_dec value, const dj_pack *pack, dj_buf *out)
{
    dj_slice scales = dj_pack_message(pack, "say-scales");
    if (value.mantissa < 0) {
        dj_buf_byte(out, '-');
        value = dj_dec_neg(value);
    }
    if (dj_slice_is(dj_pack_message(pack, "say-scale-style"), "every"))
        say_every_scale(value, scales, out);
    else
        say_largest_scale(value, scales, out);
}

/* the message say-unit-KRW, say-unit-percentp (for %p); the unit itself where there is none */
static dj_slice unit_word(const dj_pack *pack, dj_slice unit)
{
    dj_buf key = dj_buf_new(sizeof "say-unit-" + 64);
    dj_buf_text(&key, "say-unit-");
    for (size_t i = 0; i < unit.n; i++)
        if (unit.at[i] == '%')
            dj_buf_text(&key, "percent");
        else
            dj_buf_byte(&key, unit.at[i]);
    dj_buf_byte(&key, '\0');
    dj_slice word = key.full ? DJ_NONE : dj_pack_message(pack, key.at);
    dj_buf_free(&key);
    return word.n ? word : unit;
}

void dj_say_amount(const dj_value *value, const dj_pack *pack, dj_buf *out)
{
    const dj_amount *a = &value->amount;
    dj_buf low = dj_say_room(), high = dj_say_room(), figure = dj_say_room(), whole = dj_say_room();
    char key[40];
    if (a->has_low)
        say_figure(a->low, pack, &low);
    if (a->has_high)
        say_figure(a->high, pack, &high);
    if (a->has_low && a->has_high && !dj_dec_eq(a->low, a->high))
        dj_say_between(dj_buf_slice(&low), dj_buf_slice(&high), pack, &figure);
    else
        dj_buf_add(&figure, dj_buf_slice(a->has_low ? &low : &high));
    snprintf(key, sizeof key, "say-%s", dj_kind_about(value->kind)->name);
    dj_say(pack, key, (dj_arg[]){{"n", dj_buf_slice(&figure)}, {"unit", unit_word(pack, a->unit)}}, 2, &whole);
    dj_say_bounded(a->bound, dj_slice_trim(dj_buf_slice(&whole)), pack, out);
    dj_buf_free(&low);
    dj_buf_free(&high);
    dj_buf_free(&figure);
    dj_buf_free(&whole);
}
