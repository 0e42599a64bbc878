/* The words of two quotations are laid along their longest common subsequence (Hunt & McIlroy 1976, by plain dynamic
 * programming: quotations are short, and longer ones are cut at LONGEST words). A story may quote less of an utterance
 * than another, so likeness is taken over the stretch from the first common word to the last. */
#include "align/quotes.h"

#include <stdlib.h>

#include "align/quotation.h"
#include "base/hangul.h"

enum { LONGEST = DJ_QUOTED_WORDS, COMMON = 64 };

typedef struct posting {
    uint32_t stem, quotation;
} posting;

typedef struct pairer {
    dj_arena *arena;
    dj_wording wording;
    double least_likeness;
    uint32_t least_words;
    dj_quotations quotations;
    dj_quote_pairs *out;
    unsigned char (*table)[LONGEST + 1]; /* lengths of common subsequences of the tails */
} pairer;

static void fill_table(pairer *k, const dj_quotation *a, const dj_quotation *b)
{
    for (uint32_t i = 0; i <= a->n; i++)
        k->table[i][b->n] = 0;
    for (uint32_t j = 0; j <= b->n; j++)
        k->table[a->n][j] = 0;
    for (uint32_t i = a->n; i-- > 0;)
        for (uint32_t j = b->n; j-- > 0;) {
            unsigned char down = k->table[i + 1][j], right = k->table[i][j + 1];
            k->table[i][j] = dj_is_same_word(a, i, b, j) ? (unsigned char)(k->table[i + 1][j + 1] + 1) : down > right ? down : right;
        }
}

/* does every word with content of a's stretch have a word of the same root in b's? */
static bool is_covered(const pairer *k, const dj_quotation *a, uint32_t from, uint32_t to, const dj_quotation *b, uint32_t b_from,
                       uint32_t b_to)
{
    for (uint32_t i = from; i < to; i++) {
        bool found = !dj_has_content(&k->wording, a, i);
        for (uint32_t j = b_from; j < b_to && !found; j++)
            found = dj_is_same_root(dj_quotation_word(a, i), dj_quotation_word(b, j));
        if (!found)
            return false;
    }
    return true;
}

static dj_change change_of(const pairer *k, const dj_quotation *a, const dj_quotation *b, const uint32_t at[4], dj_slice x, dj_slice y)
{
    dj_slice shorter = x.n < y.n ? x : y, longer = x.n < y.n ? y : x;
    bool covers_a = is_covered(k, a, at[0], at[1], b, at[2], at[3]), covers_b = is_covered(k, b, at[2], at[3], a, at[0], at[1]);
    if (x.n == 0 || y.n == 0)
        return DJ_DROPPED;
    if (at[1] - at[0] == 1 && at[3] - at[2] == 1 && dj_is_same_word(a, at[0], b, at[2]))
        return DJ_INFLECTED;
    if (dj_jamo_distance(x, y) <= 2 && !dj_slice_starts(longer, shorter))
        return DJ_MISSPELT;
    /* every word of what is shortened gives a syllable at least (한중 of 한국과 중국) */
    uint32_t n_longer = x.n < y.n ? at[3] - at[2] : at[1] - at[0];
    if ((covers_a && covers_b) || (n_longer <= dj_utf8_count(shorter) && dj_is_short_for(shorter, longer)))
        return DJ_INFLECTED;
    /* a light word for one with content is an exchange too */
    bool is_word_for_word = at[1] - at[0] == 1 && at[3] - at[2] == 1 && (dj_has_content(&k->wording, a, at[0]) || dj_has_content(&k->wording, b, at[2]));
    return (covers_a || covers_b) && !is_word_for_word ? DJ_DROPPED : DJ_REPLACED;
}

/* words from..to of a quotation as indexes of the field's words */
static uint32_t index_of(const dj_quotation *q, uint32_t i)
{
    return i < q->n ? q->words[i] : q->words[q->n - 1] + 1;
}

static uint32_t end_of(const dj_quotation *q, uint32_t from, uint32_t to)
{
    return to > from ? q->words[to - 1] + 1 : index_of(q, from);
}

static dj_difference difference_of(const dj_quotation *a, const dj_quotation *b, const uint32_t at[4], dj_change change, bool inside)
{
    return (dj_difference){index_of(a, at[0]), end_of(a, at[0], at[1]), index_of(b, at[2]), end_of(b, at[2], at[3]), change, inside};
}

static void add_difference(pairer *k, dj_quote_pair *pair, const dj_quotation *a, const dj_quotation *b, const uint32_t at[4], bool inside)
{
    dj_slice x = dj_quotation_joined(k->arena, a, at[0], at[1]), y = dj_quotation_joined(k->arena, b, at[2], at[3]);
    dj_change change = dj_slice_eq(x, y) ? DJ_INFLECTED : change_of(k, a, b, at, x, y);
    if (change == DJ_INFLECTED || change == DJ_MISSPELT) /* the same words after all */
        pair->alike += at[1] - at[0] + at[3] - at[2];
    if (dj_slice_eq(x, y))
        return;
    *DJ_PUSH(k->arena, &pair->differences) = difference_of(a, b, at, change, inside);
}

/* What stands before the first common word, or behind the last: another part of the utterance, unless the two stretches
 * are short and have a word of one root (진상규명과 희생자 / 진상 규명과 책임자). */
static void add_end(pairer *k, dj_quote_pair *pair, const dj_quotation *a, const dj_quotation *b, const uint32_t at[4])
{
    enum { SHORT = 4 };
    bool is_inside = false;
    for (uint32_t i = at[0]; i < at[1] && at[1] - at[0] <= SHORT && at[3] - at[2] <= SHORT; i++)
        for (uint32_t j = at[2]; j < at[3]; j++)
            is_inside = is_inside || (dj_has_content(&k->wording, a, i) && dj_has_content(&k->wording, b, j) && dj_is_same_root(dj_quotation_word(a, i), dj_quotation_word(b, j)));
    add_difference(k, pair, a, b, at, is_inside);
}

/* walks the table; equal stems in other forms are differences too */
static void walk(pairer *k, const dj_quotation *a, const dj_quotation *b, dj_quote_pair *pair)
{
    uint32_t i = 0, j = 0, last_i = 0, last_j = 0, first_i = 0, first_j = 0;
    while (i < a->n && j < b->n && k->table[i][j] > 0) {
        if (!dj_is_same_word(a, i, b, j)) {
            if (k->table[i + 1][j] >= k->table[i][j + 1])
                i++;
            else
                j++;
            continue;
        }
        if (pair->common == 0) {
            first_i = i;
            first_j = j;
        } else if (i > last_i || j > last_j) {
            add_difference(k, pair, a, b, (uint32_t[]){last_i, i, last_j, j}, true);
        }
        uint32_t alike = pair->alike;
        add_difference(k, pair, a, b, (uint32_t[]){i, i + 1, j, j + 1}, true); /* equal stems may have other endings */
        pair->alike = alike; /* they are common words already */
        pair->common++;
        last_i = ++i;
        last_j = ++j;
    }
    uint32_t across_a = last_i - first_i, across_b = last_j - first_j;
    pair->likeness = pair->common ? (double)(2 * pair->common + pair->alike) / (across_a + across_b) : 0;
    if (first_i && first_j)
        add_end(k, pair, a, b, (uint32_t[]){0, first_i, 0, first_j});
    if (last_i < a->n && last_j < b->n)
        add_end(k, pair, a, b, (uint32_t[]){last_i, a->n, last_j, b->n});
}

/* Short quotations with a slip or other spaces have few words in common, but nearly all letters. */
static void try_letters(pairer *k, const dj_quotation *a, const dj_quotation *b)
{
    dj_slice x = dj_quotation_joined(k->arena, a, 0, a->n), y = dj_quotation_joined(k->arena, b, 0, b->n);
    bool a_is_shorter = x.n < y.n;
    dj_slice shorter = a_is_shorter ? x : y, longer = a_is_shorter ? y : x;
    size_t syllables = dj_utf8_count(shorter);
    if (syllables < 6 || syllables > 20 || dj_utf8_count(longer) > 21)
        return;
    unsigned letters = dj_jamo_within(shorter, longer);
    if (letters == 0 || letters > syllables / 4)
        return;
    dj_quote_pair pair = {.a = a->mention, .b = b->mention, .n_a = a->n, .n_b = b->n, .common = 1};
    pair.likeness = 1 - (double)letters / (2.5 * (double)syllables); /* a syllable is two or three letters */
    *DJ_PUSH(k->arena, &pair.differences) = 
        difference_of(a, b, (uint32_t[]){0, a->n, 0, b->n}, DJ_MISSPELT, true);
    *DJ_PUSH(k->arena, k->out) = pair;
}

static void try_pair(pairer *k, const dj_quotation *a, const dj_quotation *b)
{
    if (a->mention->in == b->mention->in && a->mention->field == b->mention->field &&
        a->mention->start < b->mention->end && b->mention->start < a->mention->end)
        return; /* one inside the other */
    dj_quote_pair pair = {.a = a->mention, .b = b->mention, .n_a = a->n, .n_b = b->n};
    fill_table(k, a, b);
    uint32_t shorter = a->n < b->n ? a->n : b->n;
    if (k->table[0][0] < k->least_words && k->table[0][0] < shorter) {
        try_letters(k, a, b);
        return;
    }
    walk(k, a, b, &pair);
    bool is_alike = pair.likeness >= k->least_likeness && 2 * pair.common >= shorter && pair.common >= 2;
    if (is_alike)
        *DJ_PUSH(k->arena, k->out) = pair;
}

static int by_stem(const void *a, const void *b)
{
    const posting *x = a, *y = b;
    if (x->stem != y->stem)
        return x->stem < y->stem ? -1 : 1;
    return (x->quotation > y->quotation) - (x->quotation < y->quotation);
}

static int by_couple(const void *a, const void *b)
{
    const uint32_t *x = a, *y = b;
    return x[0] != y[0] ? (x[0] < y[0] ? -1 : 1) : (x[1] > y[1]) - (x[1] < y[1]);
}

static size_t couples_of(pairer *k, uint32_t **out)
{
    DJ_VEC(posting) index = {0};
    DJ_VEC(uint32_t) couples = {0};
    for (uint32_t q = 0; q < k->quotations.n; q++)
        for (uint32_t i = 0; i < k->quotations.at[q].n; i++) {
            uint32_t stem = k->quotations.at[q].part->words.at[k->quotations.at[q].words[i]].stem;
            if (stem)
                *DJ_PUSH(k->arena, &index) = (posting){stem, q};
        }
    if (index.n)
        qsort(index.at, index.n, sizeof *index.at, by_stem);
    for (size_t from = 0, to; from < index.n; from = to) {
        for (to = from + 1; to < index.n && index.at[to].stem == index.at[from].stem;)
            to++;
        if (to - from > COMMON)
            continue;
        for (size_t i = from; i < to; i++)
            for (size_t j = i + 1; j < to; j++)
                if (index.at[i].quotation != index.at[j].quotation) {
                    *DJ_PUSH(k->arena, &couples) = index.at[i].quotation;
                    *DJ_PUSH(k->arena, &couples) = index.at[j].quotation;
                }
    }
    if (couples.n)
        qsort(couples.at, couples.n / 2, 2 * sizeof *couples.at, by_couple);
    *out = couples.at;
    return couples.n;
}

void dj_quotes_pair(dj_arena *arena, const dj_set *set, const dj_settings *settings, dj_quote_pairs *out)
{
    pairer k = {.arena = arena, .wording = dj_wording_of(set, settings), .out = out};
    k.least_likeness = dj_dec_double(dj_setting(settings, "quotes", "likeness", dj_dec_make(6, -1)));
    k.least_words = (uint32_t)dj_dec_double(dj_setting(settings, "quotes", "words", dj_dec_int(4)));
    k.table = dj_alloc(arena, (LONGEST + 1) * sizeof *k.table);
    dj_quotations_collect(arena, set, &k.quotations);
    uint32_t *couples;
    size_t n = couples_of(&k, &couples);
    for (size_t i = 0; i < n; i += 2)
        if (i == 0 || by_couple(couples + i, couples + i - 2) != 0)
            try_pair(&k, &k.quotations.at[couples[i]], &k.quotations.at[couples[i + 1]]);
}
