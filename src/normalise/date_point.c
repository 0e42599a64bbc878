/* dj_point_read: a mention's slots to the numbers of one end of a date. A table leads from a slot to its lexicon and
 * its field, so that a new slot is a row. */
#include "normalise/date_point.h"

#include <stdint.h>

#include "base/utf8.h"
#include "normalise/numeral.h"

static const struct {
    const char *slot, *lexicon;
    size_t field;
} numbers[] = {
    {"year", "year", offsetof(dj_point, year)},
    {"month", "month", offsetof(dj_point, month)},
    {"day", "day", offsetof(dj_point, day)},
    {"weekday", "weekday", offsetof(dj_point, weekday)},
    {"quarter", "quarter", offsetof(dj_point, quarter)},
    {"half", "half", offsetof(dj_point, half)},
    {"nth", "nth", offsetof(dj_point, nth)},
    {"decade", "decade", offsetof(dj_point, decade)},
    {"century", "nth", offsetof(dj_point, century)},
    {"years", "count", offsetof(dj_point, years)},
    {"months", "count", offsetof(dj_point, months)},
    {"weeks", "count", offsetof(dj_point, weeks)},
    {"days", "count", offsetof(dj_point, days)},
    {"quarters", "count", offsetof(dj_point, quarters)},
};

dj_slice dj_slot_word(const dj_pack *pack, const char *lexicon, dj_slice text)
{
    char small[64];
    dj_slice value;
    const dj_lexicon *words = dj_pack_lexicon(pack, lexicon);
    if (!words || text.n > sizeof small)
        return text;
    if (dj_lexicon_find(words, text, &value))
        return value;
    for (size_t i = 0; i < text.n; i++)
        small[i] = dj_ascii_lower(text.at[i]);
    return dj_lexicon_find(words, (dj_slice){small, text.n}, &value) ? value : text;
}

bool dj_slot_number(const dj_pack *pack, const char *lexicon, dj_slice text, int *out)
{
    enum { MAX_DIGITS = 4 }; /* no year, count or day has more */
    dj_slice value = dj_slot_word(pack, lexicon, text);
    bool is_negative = value.n && value.at[0] == '-';
    int n = 0;
    if (value.n == (size_t)is_negative || value.n > (size_t)MAX_DIGITS + is_negative)
        return false;
    for (size_t i = is_negative; i < value.n; i++) {
        if (value.at[i] < '0' || value.at[i] > '9')
            return false;
        n = n * 10 + (value.at[i] - '0');
    }
    *out = is_negative ? -n : n;
    return true;
}

static bool whole_number(const dj_lexicon *words, dj_slice text, int *out)
{
    enum { MOST = 9999 };
    dj_numeral n;
    if (!words || !dj_numeral_read(words, text, &n) || !dj_dec_eq(n.low, n.high) || !dj_dec_is_int(n.low) ||
        dj_dec_cmp(n.low, dj_dec_int(0)) < 0 || dj_dec_cmp(n.low, dj_dec_int(MOST)) > 0)
        return false;
    int number = (int)n.low.mantissa;
    for (int zeros = n.low.exponent; zeros > 0; zeros--)
        number *= 10;
    *out = number;
    return true;
}

bool dj_slot_numeral(const dj_pack *pack, const char *lexicon, dj_slice text, int *out)
{
    return dj_slot_number(pack, lexicon, text, out) || whole_number(dj_pack_lexicon(pack, "numeral"), text, out);
}

/* the years of a century as they are spoken, a zero before the last digit: seventy-two, oh six */
static bool years_in_words(const dj_lexicon *words, dj_slice text, int *out)
{
    size_t space = dj_slice_find(text, DJ_S(" "), 0);
    int zero;
    bool has_zero = space < text.n && whole_number(words, dj_slice_sub(text, 0, space), &zero) && zero == 0;
    return whole_number(words, has_zero ? dj_slice_sub(text, space + 1, text.n) : text, out);
}

/* A year as it is spoken: two thousand and five; nineteen seventy-two, which is a century and its years. */
static bool year_in_words(const dj_pack *pack, dj_slice text, int *out)
{
    enum { CENTURY = 100 };
    const dj_lexicon *words = dj_pack_lexicon(pack, "numeral");
    size_t end = 0;
    int head, tail;
    while (end < text.n && text.at[end] != ' ' && text.at[end] != '-')
        end++;
    bool is_pair = whole_number(words, dj_slice_sub(text, 0, end), &head) && head > CENTURY / 10 && head < CENTURY &&
                   end < text.n && years_in_words(words, dj_slice_sub(text, end + 1, text.n), &tail) && tail < CENTURY;
    if (is_pair)
        *out = head * CENTURY + tail;
    return is_pair || whole_number(words, text, out);
}

static bool read_number(const dj_pack *pack, dj_slice name, dj_slice text, dj_point *point)
{
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (dj_slice_is(name, numbers[i].slot)) {
            int n;
            if (dj_slice_is(name, "year") ? dj_slot_number(pack, "year", text, &n) || year_in_words(pack, text, &n)
                                          : dj_slot_numeral(pack, numbers[i].lexicon, text, &n))
                memcpy((char *)point + numbers[i].field, &n, sizeof n);
            return true;
        }
    return false;
}

/* the index of word in a list that ends with NULL, 0 where absent; the list begins with a name for "none" */
static unsigned index_of(dj_slice word, const char *const *list)
{
    for (unsigned i = 0; list[i]; i++)
        if (dj_slice_is(word, list[i]))
            return i;
    return 0;
}

/* "day-1": a unit and how many of them; "then", "main" and "near" before it say what is counted from */
static void read_relative(dj_slice value, dj_point *point)
{
    static const struct {
        const char *word;
        dj_anchor anchor;
    } anchors[] = {{"then ", DJ_FROM_STORY}, {"main ", DJ_FROM_MAIN}, {"near ", DJ_FROM_SENTENCE}};
    dj_anchor anchor = DJ_FROM_NOW;
    for (size_t i = 0; i < sizeof anchors / sizeof *anchors; i++) {
        dj_slice word = dj_slice_of(anchors[i].word);
        if (dj_slice_starts(value, word)) {
            anchor = anchors[i].anchor;
            value = dj_slice_sub(value, word.n, value.n);
        }
    }
    dj_unit unit;
    if (value.n < 3 || !dj_unit_named(dj_slice_sub(value, 0, value.n - 2), &unit))
        return;
    int n = value.at[value.n - 1] - '0';
    point->anchor = anchor;
    point->unit = unit;
    point->offset = value.at[value.n - 2] == '-' ? -n : n;
}

/* "late" of what stands before, or "year late" with its own unit */
static void read_part(dj_slice value, dj_point *point)
{
    size_t space = dj_slice_find(value, DJ_S(" "), 0);
    point->part = value;
    if (space < value.n && dj_unit_named(dj_slice_sub(value, 0, space), &point->part_unit))
        point->part = dj_slice_sub(value, space + 1, value.n);
}

/* 단기: -2333, what is added to its years; "before" for 기원전, whose years the calendar here does not reach */
static void read_era(const dj_pack *pack, dj_slice text, dj_point *point)
{
    point->has_era = true;
    point->is_before_era = !dj_slot_number(pack, "era", text, &point->era);
}

static void read_word(const dj_pack *pack, dj_slice name, dj_slice text, dj_point *point)
{
    static const char *const directions[] = {"", "past", "this", "next", "future", NULL};
    static const char *const spans[] = {"", "past", "future", "within", "last", "next", "for", NULL};
    static const char *const relatives[] = {
        "", "relative_day", "relative_week", "relative_month", "relative_quarter", "relative_year", NULL};
    unsigned relative = index_of(name, relatives);
    if (relative)
        read_relative(dj_slot_word(pack, relatives[relative], text), point);
    else if (dj_slice_is(name, "direction"))
        point->direction = (dj_direction)index_of(dj_slot_word(pack, "direction", text), directions);
    else if (dj_slice_is(name, "span"))
        point->span = (dj_spread)index_of(dj_slot_word(pack, "span", text), spans);
    else if (dj_slice_is(name, "shift"))
        point->shift = dj_slice_is(dj_slot_word(pack, "shift", text), "past") ? -1 : 1;
    else if (dj_slice_is(name, "shift_from"))
        point->shift_from = dj_slice_is(dj_slot_word(pack, "shift_from", text), "past") ? -1 : 1;
    else if (dj_slice_is(name, "part"))
        read_part(dj_slot_word(pack, "part", text), point);
    else if (dj_slice_is(name, "nth_unit"))
        dj_unit_named(dj_slot_word(pack, "nth_unit", text), &point->nth_unit);
    else if (dj_slice_is(name, "holiday"))
        point->holiday = dj_slot_word(pack, "holiday", text);
    else if (dj_slice_is(name, "lunar"))
        point->is_lunar = true;
    else if (dj_slice_is(name, "local"))
        point->is_local = true;
    else if (dj_slice_is(name, "business"))
        point->is_business = true;
    else if (dj_slice_is(name, "and_half"))
        point->is_half_more = true;
    else if (dj_slice_is(name, "era"))
        read_era(pack, text, point);
}

bool dj_point_read(const dj_mention *mention, const char *prefix, dj_point *out)
{
    const dj_pack *pack = mention->in->pack;
    dj_slice before = dj_slice_of(prefix);
    dj_point point = {.weekday = -1,
                      .years = -1,
                      .quarters = -1,
                      .months = -1,
                      .weeks = -1,
                      .days = -1,
                      .nth_unit = DJ_UNITS,
                      .part_unit = DJ_UNITS};
    bool found = false;
    for (size_t i = 0; i < mention->n_slots; i++) {
        dj_slice name = mention->slots[i].name;
        bool is_to = dj_slice_starts(name, DJ_S("to_"));
        if (is_to != (before.n > 0))
            continue;
        name = dj_slice_sub(name, before.n, name.n);
        found = true;
        if (!read_number(pack, name, mention->slots[i].text, &point))
            read_word(pack, name, mention->slots[i].text, &point);
    }
    if (found)
        *out = point;
    return found;
}
