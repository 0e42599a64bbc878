/* dj_duration from the slots of a mention: a count of each unit (1년 6개월), a range of one (2~3년), or a word that is
 * a length by itself (사흘), whose lexicon value is ISO 8601. Months and seconds are kept apart, since a month is no
 * number of days. */
#include "normalise/makers.h"
#include "normalise/numeral.h"

enum { UNITS = 7, MONTHS_OF_YEAR = 12, DAY_SECONDS = 86400 };

typedef struct unit {
    const char *slot;
    char letter;
    bool is_clock; /* behind the T */
    int64_t months, seconds;
} unit;

static const unit units[UNITS] = {
    {"years", 'Y', false, MONTHS_OF_YEAR, 0},
    {"months", 'M', false, 1, 0},
    {"weeks", 'W', false, 0, 7 * DAY_SECONDS},
    {"days", 'D', false, 0, DAY_SECONDS},
    {"hours", 'H', true, 0, 3600},
    {"minutes", 'M', true, 0, 60},
    {"seconds", 'S', true, 0, 1},
};

typedef struct length { /* how many of each unit */
    dj_dec low[UNITS], high[UNITS];
    bool is_set[UNITS];
} length;

static int unit_lettered(char letter, bool is_clock)
{
    for (int i = 0; i < UNITS; i++)
        if (units[i].letter == letter && units[i].is_clock == is_clock)
            return i;
    return -1;
}

/* "P1Y6M", "PT30M": what a lexicon gives for 반년, 반나절; a bare letter, "TM", names a unit for a range */
static bool read_iso(dj_slice iso, length *out)
{
    bool is_clock = false;
    for (size_t i = 1, from = 1; i < iso.n; i++) {
        char c = iso.at[i];
        if ((c >= '0' && c <= '9') || c == '.')
            continue;
        if (c == 'T') {
            is_clock = true;
            from = i + 1;
            continue;
        }
        int u = unit_lettered(c, is_clock);
        if (u < 0 || !dj_dec_parse(dj_slice_sub(iso, from, i), &out->low[u]))
            return false;
        out->high[u] = out->low[u];
        out->is_set[u] = true;
        from = i + 1;
    }
    return iso.n > 2;
}

static bool read_counts(const dj_mention *m, const dj_lexicon *words, length *out)
{
    static const dj_dec half = {5, -1};
    int last = -1;
    for (int u = 0; u < UNITS; u++) {
        const dj_slot *slot = dj_mention_slot(m, units[u].slot);
        dj_numeral count;
        if (!slot)
            continue;
        if (!dj_numeral_read(words, slot->text, &count))
            return false;
        out->low[u] = count.low;
        out->high[u] = count.high;
        out->is_set[u] = true;
        last = u;
    }
    if (last < 0 || !dj_mention_slot(m, "and_half"))
        return last >= 0;
    return dj_dec_add(out->low[last], half, &out->low[last]) && dj_dec_add(out->high[last], half, &out->high[last]);
}

static bool read_range(const dj_mention *m, const dj_lexicon *words, length *out)
{
    const dj_slot *low = dj_mention_slot(m, "low"), *high = dj_mention_slot(m, "high");
    const dj_slot *name = dj_mention_slot(m, "time_unit");
    const dj_lexicon *names = dj_pack_lexicon(m->in->pack, "time_unit");
    dj_slice letter;
    dj_numeral range;
    if (!low || !high || !name || !dj_lexicon_find(names, name->text, &letter) || letter.n == 0)
        return false;
    int u = unit_lettered(letter.at[letter.n - 1], letter.n > 1);
    if (u < 0 || !dj_numeral_range(words, low->text, high->text, dj_mention_slot(m, "elided") != NULL, &range))
        return false;
    out->low[u] = range.low;
    out->high[u] = range.high;
    out->is_set[u] = true;
    return true;
}

/* a word or two that are lengths by themselves: 사흘; 일주일 and 사흘 */
static bool read_words(const dj_mention *m, length *out)
{
    const dj_lexicon *lengths = dj_pack_lexicon(m->in->pack, "length");
    const dj_slot *first = dj_mention_slot(m, "length");
    dj_slice iso;
    return lengths && first && dj_lexicon_find(lengths, first->text, &iso) && read_iso(iso, out);
}

static bool sum_up(const dj_dec *counts, int64_t *months, int64_t *seconds, dj_dec *fraction)
{
    dj_dec month_sum = dj_dec_int(0), second_sum = dj_dec_int(0), product;
    for (int u = 0; u < UNITS; u++) {
        dj_dec *sum = units[u].months ? &month_sum : &second_sum;
        if (!dj_dec_mul(counts[u], dj_dec_int(units[u].months + units[u].seconds), &product) || !dj_dec_add(*sum, product, sum))
            return false;
    }
    static const int64_t longest =
        1000000000000000; /* 30 million years in seconds: viewers spend billions of hours on a series */
    if (dj_dec_cmp(month_sum, dj_dec_int(longest)) > 0 || dj_dec_cmp(second_sum, dj_dec_int(longest)) > 0 ||
        month_sum.mantissa < 0 || second_sum.mantissa < 0)
        return false;
    double whole = dj_dec_double(month_sum);
    *months = (int64_t)(whole + 1e-6);
    *seconds = (int64_t)(dj_dec_double(second_sum) + 0.5);
    return dj_dec_sub(month_sum, dj_dec_int(*months), fraction);
}

static dj_slice write_iso(dj_arena *arena, const length *l)
{
    dj_buf out = dj_buf_new(SIZE_MAX);
    bool in_clock = false;
    dj_buf_byte(&out, 'P');
    for (int u = 0; u < UNITS; u++) {
        if (!l->is_set[u])
            continue;
        if (units[u].is_clock && !in_clock)
            dj_buf_byte(&out, 'T');
        in_clock = units[u].is_clock;
        dj_dec_write(l->low[u], &out);
        dj_buf_byte(&out, units[u].letter);
    }
    dj_slice iso = dj_slice_copy(arena, dj_buf_slice(&out));
    dj_buf_free(&out);
    return iso;
}

static dj_bound bound_of(const dj_mention *m, bool is_interval)
{
    dj_bound bound = is_interval ? DJ_BETWEEN : DJ_EXACT, stated;
    const dj_slot *slot = dj_mention_slot(m, "bound");
    if (slot && dj_bound_named(slot->text, &stated))
        bound = stated;
    if (m->modifier && m->modifier->bound != DJ_EXACT && !(is_interval && m->modifier->bound == DJ_ABOUT))
        bound = m->modifier->bound;
    return bound == DJ_BETWEEN && !is_interval ? DJ_ABOUT : bound;
}

/* 2박 1일: more nights than days lie between */
static bool has_too_many_nights(const dj_mention *m, const dj_lexicon *words, const length *l)
{
    const dj_slot *slot = dj_mention_slot(m, "nights");
    dj_numeral nights;
    return slot && words && dj_numeral_read(words, slot->text, &nights) &&
           dj_dec_cmp(nights.low, l->high[unit_lettered('D', false)]) >= 0;
}

void dj_make_duration(dj_arena *arena, dj_mention *mention)
{
    const dj_lexicon *words = dj_pack_lexicon(mention->in->pack, "numeral");
    length l = {.is_set = {false}};
    mention->value = (dj_value){.kind = mention->kind};
    bool has_words = read_words(mention, &l), has_counts = read_counts(mention, words, &l);
    if (!has_words && !has_counts && !read_range(mention, words, &l))
        return;
    dj_duration d = {.iso = DJ_NONE};
    dj_dec high_fraction;
    if (!sum_up(l.low, &d.months, &d.seconds, &d.months_fraction) ||
        !sum_up(l.high, &d.high_months, &d.high_seconds, &high_fraction)) {
        mention->defect = "overflow";
        return;
    }
    d.iso = write_iso(arena, &l);
    d.bound = bound_of(mention, d.months != d.high_months || d.seconds != d.high_seconds);
    mention->value.duration = d;
    if (has_too_many_nights(mention, words, &l))
        mention->defect = "nights";
    mention->value.is_known = true;
}
