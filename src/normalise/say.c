/* dj_value in words. What is said and in which order is a template of the pack's messages (say-*), so that a language is
 * a file; here are only the parts that a template cannot hold: figures with their scale words, periods of dates, bounds. */
#include "normalise/say.h"

#include <stdio.h>

#include "rule/message.h"

enum { TEXT_MAX = 4096, MONTHS_OF_YEAR = 12, MINUTES_OF_HOUR = 60, LARGEST_DIGITS = 6 };

/* a text that is filled by one writer and used as an argument of the next; freed by the caller */
static dj_buf text_new(void)
{
    return dj_buf_new(TEXT_MAX);
}

static bool has(const dj_pack *pack, const char *key)
{
    return dj_pack_message(pack, key).n > 0;
}

/* digits of a whole part in groups of three, where the language writes so */
static void grouped(dj_dec value, bool with_commas, dj_buf *out)
{
    dj_buf plain = text_new();
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
    size_t space = dj_slice_find(*rest, DJ_S(" "), 0);
    dj_dec number;
    if (space >= rest->n || !dj_dec_parse(dj_slice_sub(*rest, 0, space), &number))
        return false;
    for (*power = 0; dj_dec_cmp(number, dj_dec_int(*power)) > 0;)
        ++*power;
    *rest = dj_slice_trim(dj_slice_sub(*rest, space, rest->n));
    size_t end = dj_slice_find(*rest, DJ_S(" "), 0);
    *word = dj_slice_sub(*rest, 0, end);
    *rest = dj_slice_sub(*rest, end, rest->n);
    return true;
}

/* the whole multiples of 10^power in value, and what is left of it; both of value's sign */
static bool split_at(dj_dec value, int power, dj_dec *whole, dj_dec *rest)
{
    dj_dec unit = dj_dec_make(1, power), share;
    if (dj_dec_cmp(value, unit) < 0 || !dj_dec_div(value, unit, 18, false, whole))
        return false;
    dj_buf digits = text_new();
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

/* {x} in the template of a bound: 최대 {x} */
static void say_bounded(dj_bound bound, dj_slice x, const dj_pack *pack, dj_buf *out)
{
    char key[40];
    snprintf(key, sizeof key, "say-%s", dj_bound_name(bound));
    if (bound == DJ_EXACT || bound == DJ_BETWEEN || !has(pack, key))
        dj_buf_add(out, x);
    else
        dj_say(pack, key, &(dj_arg){"x", x}, 1, out);
}

static void say_between(dj_slice low, dj_slice high, const dj_pack *pack, dj_buf *out)
{
    dj_say(pack, "say-between", (dj_arg[]){{"low", low}, {"high", high}}, 2, out);
}

static void say_amount(const dj_value *value, const dj_pack *pack, dj_buf *out)
{
    const dj_amount *a = &value->amount;
    dj_buf low = text_new(), high = text_new(), figure = text_new(), whole = text_new();
    char key[40];
    if (a->has_low)
        say_figure(a->low, pack, &low);
    if (a->has_high)
        say_figure(a->high, pack, &high);
    if (a->has_low && a->has_high && !dj_dec_eq(a->low, a->high))
        say_between(dj_buf_slice(&low), dj_buf_slice(&high), pack, &figure);
    else
        dj_buf_add(&figure, dj_buf_slice(a->has_low ? &low : &high));
    snprintf(key, sizeof key, "say-%s", dj_kind_about(value->kind)->name);
    dj_say(pack, key, (dj_arg[]){{"n", dj_buf_slice(&figure)}, {"unit", unit_word(pack, a->unit)}}, 2, &whole);
    say_bounded(a->bound, dj_slice_trim(dj_buf_slice(&whole)), pack, out);
    dj_buf_free(&low);
    dj_buf_free(&high);
    dj_buf_free(&figure);
    dj_buf_free(&whole);
}

/* "3", "Y" as 3년; a message of its own for one (1 year) */
static void say_length_part(dj_slice n, dj_slice unit, const dj_pack *pack, dj_buf *out)
{
    char one[24], many[24];
    snprintf(one, sizeof one, "say-one-%.*s", DJ_FMT(unit));
    snprintf(many, sizeof many, "say-length-%.*s", DJ_FMT(unit));
    dj_slice so_far = dj_buf_slice(out);
    if (so_far.n && !dj_slice_ends(so_far, DJ_S("~")))
        dj_buf_byte(out, ' ');
    dj_say(pack, dj_slice_is(n, "1") && has(pack, one) ? one : many, &(dj_arg){"n", n}, 1, out);
}

static void say_iso_length(dj_slice iso, const dj_pack *pack, dj_buf *out)
{
    bool is_clock = false;
    for (size_t i = 1, from = 1; i < iso.n; i++) {
        char c = iso.at[i], unit[3] = {'T', c, '\0'};
        if (c == 'T')
            is_clock = true;
        if (c == 'T')
            from = i + 1;
        if (c == 'T' || c == '.' || (c >= '0' && c <= '9'))
            continue;
        say_length_part(dj_slice_sub(iso, from, i), dj_slice_of(is_clock ? unit : unit + 1), pack, out);
        from = i + 1;
    }
}

static void say_count(int64_t n, const char *unit, const dj_pack *pack, dj_buf *out)
{
    char digits[24];
    snprintf(digits, sizeof digits, "%lld", (long long)n);
    if (n)
        say_length_part(dj_slice_of(digits), dj_slice_of(unit), pack, out);
}

static void say_high_length(const dj_duration *d, const dj_pack *pack, dj_buf *out)
{
    enum { HOUR = 3600, DAY = 24 * HOUR };
    say_count(d->high_months / MONTHS_OF_YEAR, "Y", pack, out);
    say_count(d->high_months % MONTHS_OF_YEAR, "M", pack, out);
    say_count(d->high_seconds / DAY, "D", pack, out);
    say_count(d->high_seconds % DAY / HOUR, "TH", pack, out);
    say_count(d->high_seconds % HOUR / 60, "TM", pack, out);
    say_count(d->high_seconds % 60, "TS", pack, out);
}

static void say_duration(const dj_duration *d, const dj_pack *pack, dj_buf *out)
{
    dj_buf low = text_new(), high = text_new(), whole = text_new();
    say_iso_length(d->iso, pack, &low);
    say_high_length(d, pack, &high);
    if (d->bound == DJ_BETWEEN)
        say_between(dj_buf_slice(&low), dj_buf_slice(&high), pack, &whole);
    else
        dj_buf_add(&whole, dj_buf_slice(&low));
    say_bounded(d->bound, dj_buf_slice(&whole), pack, out);
    dj_buf_free(&low);
    dj_buf_free(&high);
    dj_buf_free(&whole);
}

static void say_parts(const char *key, int year, int month, int day, int n, const dj_pack *pack, dj_buf *out)
{
    char years[12], months[12], days[12], ns[12], name_key[24];
    snprintf(years, sizeof years, "%d", year);
    snprintf(months, sizeof months, "%d", month);
    snprintf(days, sizeof days, "%d", day);
    snprintf(ns, sizeof ns, "%d", n);
    snprintf(name_key, sizeof name_key, "say-month-%d", month);
    dj_arg args[] = {{"year", dj_slice_of(years)},
                     {"month", dj_slice_of(months)},
                     {"day", dj_slice_of(days)},
                     {"n", dj_slice_of(ns)},
                     {"month_name", dj_pack_message(pack, name_key)}};
    dj_say(pack, key, args, sizeof args / sizeof *args, out);
}

static void say_day(dj_day day, const dj_pack *pack, dj_buf *out)
{
    dj_civil c = dj_civil_of(day);
    say_parts("say-date-day", c.year, c.month, c.day, 0, pack, out);
}

/* months that the days from..to are, whole and from a month's first day on; 0 where they are no such period */
static int whole_months(dj_day from, dj_day to)
{
    static const int periods[] = {1, 3, 6, 12};
    if (dj_civil_of(from).day != 1)
        return 0;
    for (size_t i = 0; i < sizeof periods / sizeof *periods; i++)
        if (dj_month_end(from, periods[i] - 1) == to)
            return periods[i];
    return 0;
}

static void say_period(dj_day from, dj_day to, const dj_pack *pack, dj_buf *out)
{
    dj_civil c = dj_civil_of(from);
    int months = whole_months(from, to);
    if (months == 1) {
        say_parts("say-date-month", c.year, c.month, 0, 0, pack, out);
    } else if (months == 3 && c.month % 3 == 1) {
        say_parts("say-date-quarter", c.year, 0, 0, c.month / 3 + 1, pack, out);
    } else if (months == 6 && c.month % 6 == 1) {
        say_parts(c.month == 1 ? "say-date-half-1" : "say-date-half-2", c.year, 0, 0, 0, pack, out);
    } else if (months == MONTHS_OF_YEAR && c.month == 1) {
        say_parts("say-date-year", c.year, 0, 0, 0, pack, out);
    } else if (from == to) {
        say_day(from, pack, out);
    } else {
        dj_buf low = text_new(), high = text_new();
        say_day(from, pack, &low);
        say_day(to, pack, &high);
        say_between(dj_buf_slice(&low), dj_buf_slice(&high), pack, out);
        dj_buf_free(&low);
        dj_buf_free(&high);
    }
}

static void say_partial_date(const dj_date *d, const dj_pack *pack, dj_buf *out)
{
    const char *key = d->month && d->day ? "say-date-month-day" : d->month ? "say-date-month-alone" : "say-date-day-alone";
    say_parts(d->month || d->day ? key : "say-unknown", 0, d->month, d->day, 0, pack, out);
}

static void say_date(const dj_date *d, const dj_pack *pack, dj_buf *out)
{
    bool has_from = d->from != DJ_NO_DAY, has_to = d->to != DJ_NO_DAY;
    dj_buf day = text_new();
    if (has_from != has_to)
        say_day(has_from ? d->from : d->to, pack, &day);
    if (has_from && has_to)
        say_period(d->from, d->to, pack, out);
    else if (has_from || has_to)
        dj_say(pack, has_from ? "say-date-since" : "say-date-until", &(dj_arg){"x", dj_buf_slice(&day)}, 1, out);
    else
        say_partial_date(d, pack, out);
    dj_buf_free(&day);
}

static void say_minute(dj_day day, int32_t minute, const dj_pack *pack, dj_buf *out)
{
    char hours[12], minutes[12];
    if (day != DJ_NO_DAY) {
        say_day(day, pack, out);
        dj_buf_byte(out, ' ');
    }
    snprintf(hours, sizeof hours, "%d", (int)minute / MINUTES_OF_HOUR);
    snprintf(minutes, sizeof minutes, "%02d", (int)minute % MINUTES_OF_HOUR);
    dj_arg args[] = {{"hour", dj_slice_of(hours)}, {"minute", dj_slice_of(minutes)}};
    dj_say(pack, minute % MINUTES_OF_HOUR ? "say-time" : "say-time-hour", args, 2, out);
}

static void say_time(const dj_time *t, const dj_pack *pack, dj_buf *out)
{
    bool is_point = t->from == t->to && (t->to_day == t->day || t->to_day == DJ_NO_DAY);
    if (t->from < 0) {
        dj_say(pack, "say-unknown", NULL, 0, out);
        return;
    }
    if (is_point || t->to < 0) {
        say_minute(t->day, t->from, pack, out);
        return;
    }
    dj_buf from = text_new(), to = text_new();
    say_minute(t->day, t->from, pack, &from);
    say_minute(t->to_day == t->day ? DJ_NO_DAY : t->to_day, t->to, pack, &to);
    say_between(dj_buf_slice(&from), dj_buf_slice(&to), pack, out);
    dj_buf_free(&from);
    dj_buf_free(&to);
}

void dj_value_say(const dj_value *value, const dj_pack *pack, dj_buf *out)
{
    if (!value->is_known) {
        dj_say(pack, "say-unknown", NULL, 0, out);
        return;
    }
    const dj_quote *quote = &value->quote;
    const dj_name_value *name = &value->name;
    switch (dj_kind_about(value->kind)->family) {
    case DJ_FAMILY_AMOUNT: say_amount(value, pack, out); break;
    case DJ_FAMILY_DURATION: say_duration(&value->duration, pack, out); break;
    case DJ_FAMILY_DATE: say_date(&value->date, pack, out); break;
    case DJ_FAMILY_TIME: say_time(&value->time, pack, out); break;
    case DJ_FAMILY_QUOTE:
        dj_say(pack, quote->speaker.n ? "say-quote-of" : "say-quote",
               (dj_arg[]){{"speaker", quote->speaker}, {"text", quote->text}}, 2, out);
        break;
    case DJ_FAMILY_NAME:
        dj_say(pack, name->role.n ? "say-name-role" : "say-name", (dj_arg[]){{"name", name->canonical}, {"role", name->role}}, 2,
               out);
        break;
    }
}
