/* The words of two quotations are laid along their longest common subsequence (Hunt & McIlroy 1976, by plain dynamic
 * programming: quotations are short, and longer ones are cut at LONGEST words). A story may quote less of an utterance
 * than another, so likeness is taken over the stretch from the first common word to the last. */
#include "align/quotes.h"

#include <stdlib.h>

#include "align/quotation.h"
#include "base/hangul.h"

enum { LONGEST = DJ_QUOTED_WORDS, COMMON = 64 };

typedef struct pairer {
    dj_arena *arena;
    dj_wording wording;
    double least_likeness;
    uint32_t least_words;
    dj_quotations quotations;
    uint32_t n_stems, *ends,
        *said_in; /* quotations by their stems: those of a stem reach from the end of the one before to its own */
    uint32_t *said_by; /* by word: the last quotation it was noted of + 1 */
    dj_quote_pairs *out;
    unsigned char (*table)[LONGEST + 1]; /* lengths of common subsequences of the tails */
} pairer;

static void fill_table(pairer *k, const dj_quotation *a, const dj_quotation *b)
{
    memset(k->table[a->n], 0, b->n + 1);
    for (uint32_t i = a->n; i-- > 0;) {
        unsigned char *row = k->table[i];
        const unsigned char *below = k->table[i + 1];
        row[b->n] = 0;
        for (uint32_t j = b->n; j-- > 0;) {
            unsigned char down = below[j], right = row[j + 1], longer = down > right ? down : right;
            row[j] = a->same[i] == b->same[j] ? (unsigned char)(below[j + 1] + 1) : longer;
        }
    }
}

/* does every word with content of a's stretch have a word of the same root in b's? */
static bool is_covered(const pairer *k, const dj_quotation *a, uint32_t from, uint32_t to, const dj_quotation *b, uint32_t b_from,
                       uint32_t b_to)
{
    for (uint32_t i = from; i < to; i++) {
        bool found = !dj_has_content(&k->wording, a, i);
        for (uint32_t j = b_from; j < b_to && !found; j++)
            found = dj_is_same_root(&k->wording, dj_quotation_word(a, i), dj_quotation_word(b, j));
        if (!found)
            return false;
    }
    return true;
}

static dj_change change_of(const pairer *k, const dj_quotation *a, const dj_quotation *b, const uint32_t at[4], dj_slice x,
                           dj_slice y)
{
    dj_slice shorter = x.n < y.n ? x : y, longer = x.n < y.n ? y : x;
    bool covers_a = is_covered(k, a, at[0], at[1], b, at[2], at[3]), covers_b = is_covered(k, b, at[2], at[3], a, at[0], at[1]);
    if (x.n == 0 || y.n == 0)
        return DJ_DROPPED;
    if (at[1] - at[0] == 1 && at[3] - at[2] == 1 && a->same[at[0]] == b->same[at[2]])
        return DJ_INFLECTED;
    if (dj_jamo_distance(x, y) <= 2 && !dj_slice_starts(longer, shorter))
        return DJ_MISSPELT;
    /* every word of what is shortened gives a syllable at least (한중 of 한국과 중국) */
    uint32_t n_longer = x.n < y.n ? at[3] - at[2] : at[1] - at[0];
    if ((covers_a && covers_b) || (n_longer <= dj_utf8_count(shorter) && dj_is_short_for(shorter, longer)))
        return DJ_INFLECTED;
    /* a light word for one with content is an exchange too */
    bool is_word_for_word = at[1] - at[0] == 1 && at[3] - at[2] == 1 &&
                            (dj_has_content(&k->wording, a, at[0]) || dj_has_content(&k->wording, b, at[2]));
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

static dj_difference difference_of(const dj_quotation *a, const dj_quotation *b, const uint32_t at[4], dj_change change,
                                   bool inside)
{
    return (dj_difference){
        index_of(a, at[0]), end_of(a, at[0], at[1]), index_of(b, at[2]), end_of(b, at[2], at[3]), change, inside};
}

/* "We will" where another cuts in before: "… we will" */
static bool is_same_but_for_capital(dj_slice x, dj_slice y)
{
    if (x.n == 0 || x.n != y.n)
        return x.n == y.n;
    return dj_ascii_lower(x.at[0]) == dj_ascii_lower(y.at[0]) && dj_slice_eq(dj_slice_sub(x, 1, x.n), dj_slice_sub(y, 1, y.n));
}

static void add_difference(pairer *k, dj_quote_pair *pair, const dj_quotation *a, const dj_quotation *b, const uint32_t at[4],
                           bool inside)
{
    dj_slice x = dj_quotation_joined(k->arena, a, at[0], at[1]), y = dj_quotation_joined(k->arena, b, at[2], at[3]);
    dj_change change = is_same_but_for_capital(x, y) ? DJ_INFLECTED : change_of(k, a, b, at, x, y);
    if (change == DJ_INFLECTED || change == DJ_MISSPELT) /* the same words after all */
        pair->alike += at[1] - at[0] + at[3] - at[2];
    if (is_same_but_for_capital(x, y))
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
            is_inside = is_inside || (dj_has_content(&k->wording, a, i) && dj_has_content(&k->wording, b, j) &&
                                      dj_is_same_root(&k->wording, dj_quotation_word(a, i), dj_quotation_word(b, j)));
    add_difference(k, pair, a, b, at, is_inside);
}

/* walks the table; equal stems in other forms are differences too */
static void walk(pairer *k, const dj_quotation *a, const dj_quotation *b, dj_quote_pair *pair)
{
    uint32_t i = 0, j = 0, last_i = 0, last_j = 0, first_i = 0, first_j = 0;
    while (i < a->n && j < b->n && k->table[i][j] > 0) {
        if (a->same[i] != b->same[j]) {
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
        if (!is_same_but_for_capital(dj_quotation_word(a, i), dj_quotation_word(b, j))) { /* equal stems may have other endings */
            uint32_t alike = pair->alike;
            add_difference(k, pair, a, b, (uint32_t[]){i, i + 1, j, j + 1}, true);
            pair->alike = alike; /* they are common words already */
        }
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
    enum { MOST_LETTERS = 21 };
    if (a->letters > MOST_LETTERS || b->letters > MOST_LETTERS)
        return;
    dj_slice x = dj_quotation_joined(k->arena, a, 0, a->n), y = dj_quotation_joined(k->arena, b, 0, b->n);
    bool a_is_shorter = x.n < y.n;
    dj_slice shorter = a_is_shorter ? x : y, longer = a_is_shorter ? y : x;
    size_t syllables = dj_utf8_count(shorter);
    if (syllables < 6 || syllables == MOST_LETTERS)
        return;
    unsigned most = (unsigned)syllables / 4, letters = dj_jamo_within(shorter, longer, most);
    if (letters == 0 || letters > most)
        return;
    dj_quote_pair pair = {.a = a->mention, .b = b->mention, .n_a = a->n, .n_b = b->n, .common = 1};
    pair.likeness = 1 - (double)letters / (2.5 * (double)syllables); /* a syllable is two or three letters */
    *DJ_PUSH(k->arena, &pair.differences) = difference_of(a, b, (uint32_t[]){0, a->n, 0, b->n}, DJ_MISSPELT, true);
    *DJ_PUSH(k->arena, k->out) = pair;
}

/* how many words of b the quotation has that was noted last: no fewer than both have in one order */
static uint32_t shared(const pairer *k, const dj_quotation *b, uint32_t noted)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < b->n; i++)
        n += k->said_by[b->same[i]] == noted + 1;
    return n;
}

static void try_pair(pairer *k, uint32_t at, const dj_quotation *b)
{
    const dj_quotation *a = &k->quotations.at[at];
    if (a->mention->in == b->mention->in && a->mention->field == b->mention->field && a->mention->start < b->mention->end &&
        b->mention->start < a->mention->end)
        return; /* one inside the other */
    uint32_t shorter = a->n < b->n ? a->n : b->n, common = shared(k, b, at);
    if (common >= k->least_words || common >= shorter) {
        fill_table(k, a, b);
        common = k->table[0][0];
    }
    if (common < k->least_words && common < shorter) {
        try_letters(k, a, b);
        return;
    }
    if (2 * common < shorter || common < 2)
        return;
    dj_quote_pair pair = {.a = a->mention, .b = b->mention, .n_a = a->n, .n_b = b->n};
    walk(k, a, b, &pair);
    if (pair.likeness >= k->least_likeness)
        *DJ_PUSH(k->arena, k->out) = pair;
}

/* which quotations have each stem, in order: counted, then laid out */
static void make_index(pairer *k)
{
    uint32_t n = 0, *starts = dj_alloc(k->arena, (k->n_stems + 2) * sizeof *starts);
    for (uint32_t q = 0; q < k->quotations.n; q++)
        for (uint32_t i = 0; i < k->quotations.at[q].n; i++)
            if (k->quotations.at[q].same[i] <= k->n_stems) {
                starts[k->quotations.at[q].same[i] + 1]++;
                n++;
            }
    for (uint32_t stem = 1; stem <= k->n_stems; stem++)
        starts[stem] += starts[stem - 1];
    k->said_in = dj_alloc(k->arena, n * sizeof *k->said_in);
    for (uint32_t q = 0; q < k->quotations.n; q++)
        for (uint32_t i = 0; i < k->quotations.at[q].n; i++)
            if (k->quotations.at[q].same[i] <= k->n_stems)
                k->said_in[starts[k->quotations.at[q].same[i]]++] = q;
    k->ends = starts; /* each has moved to its end */
}

static int by_number(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

typedef DJ_VEC(uint32_t) numbers;

/* the later quotations that share a stem with this one which few have; met: by quotation, the last that found it + 1 */
static void find_partners(pairer *k, uint32_t at, uint32_t *met, numbers *out)
{
    const dj_quotation *a = &k->quotations.at[at];
    out->n = 0;
    for (uint32_t i = 0; i < a->n; i++) {
        uint32_t stem = a->same[i];
        k->said_by[stem] = at + 1;
        if (stem > k->n_stems || k->ends[stem] - k->ends[stem - 1] > COMMON)
            continue;
        for (uint32_t p = k->ends[stem - 1]; p < k->ends[stem]; p++)
            if (k->said_in[p] > at && met[k->said_in[p]] != at + 1) {
                met[k->said_in[p]] = at + 1;
                *DJ_PUSH(k->arena, out) = k->said_in[p];
            }
    }
    if (out->n)
        qsort(out->at, out->n, sizeof *out->at, by_number);
}

void dj_quotes_pair(dj_arena *arena, const dj_set *set, const dj_settings *settings, dj_quote_pairs *out)
{
    pairer k = {.arena = arena, .wording = dj_wording_of(set, settings), .out = out, .n_stems = dj_names_count(set->stems)};
    numbers partners = {0};
    k.least_likeness = dj_dec_double(dj_setting(settings, "quotes", "likeness", dj_dec_make(6, -1)));
    k.least_words = (uint32_t)dj_dec_double(dj_setting(settings, "quotes", "words", dj_dec_int(4)));
    k.table = dj_alloc(arena, (LONGEST + 1) * sizeof *k.table);
    k.said_by = dj_alloc(arena, dj_quotations_collect(arena, set, &k.quotations) * sizeof *k.said_by);
    uint32_t *met = dj_alloc(arena, k.quotations.n * sizeof *met);
    make_index(&k);
    for (uint32_t q = 0; q < k.quotations.n; q++) {
        find_partners(&k, q, met, &partners);
        for (size_t i = 0; i < partners.n; i++)
            try_pair(&k, q, &k.quotations.at[partners.at[i]]);
    }
}
