/* Letters of syllables, and the usual edit distance over them, on fixed arrays since names are short. */
#include "base/hangul.h"

#include "base/edit.h"

enum { LETTERS = DJ_JAMO_MOST, VOWELS = 0x1000, TAILS = 0x2000 };

/* A consonant is one key whether it opens or closes a syllable (오릍 / 올트 are the same keys in another order); double
 * finals that no syllable opens with (ㄳ, ㄵ …) are letters of their own. */
static uint32_t tail_letter(unsigned tail)
{
    static const signed char lead_of[28] = {-1, 0,  1, -1, 2,  -1, -1, 3,  5,  -1, -1, -1, -1, -1,
                                            -1, -1, 6, 7,  -1, 9,  10, 11, 12, 14, 15, 16, 17, 18};
    return lead_of[tail] >= 0 ? (uint32_t)lead_of[tail] : TAILS + tail;
}

bool dj_hangul_split(uint32_t rune, unsigned *lead, unsigned *vowel, unsigned *tail)
{
    if (!dj_is_hangul(rune))
        return false;
    unsigned k = rune - 0xAC00;
    *lead = k / 588;
    *vowel = k % 588 / 28;
    *tail = k % 28;
    return true;
}

bool dj_hangul_has_tail(dj_slice word)
{
    unsigned lead, vowel, tail;
    size_t pos = word.n;
    return word.n > 0 && dj_hangul_split(dj_utf8_prev(word, &pos), &lead, &vowel, &tail) && tail > 0;
}

size_t dj_jamo_letters(dj_slice word, uint32_t out[DJ_JAMO_MOST])
{
    size_t n = 0;
    for (size_t pos = 0; pos < word.n;) {
        unsigned l, v, t;
        uint32_t rune = dj_utf8_next(word, &pos);
        if (rune == ' ' || rune == 0xA0)
            continue;
        if (n + 3 > LETTERS)
            return LETTERS + 1;
        if (!dj_hangul_split(rune, &l, &v, &t)) {
            out[n++] = rune | 0x1000000; /* apart from every jamo index */
            continue;
        }
        out[n++] = l;
        out[n++] = VOWELS + v;
        if (t)
            out[n++] = tail_letter(t);
    }
    return n;
}

static unsigned distance(dj_slice a, dj_slice b, bool anywhere, unsigned most)
{
    uint32_t x[LETTERS], y[LETTERS];
    size_t n = dj_jamo_letters(a, x), m = dj_jamo_letters(b, y);
    if (n > LETTERS || m > LETTERS)
        return dj_slice_eq(a, b) ? 0 : DJ_JAMO_FAR;
    return dj_edit_distance(x, n, y, m, anywhere, most);
}

unsigned dj_jamo_distance(dj_slice a, dj_slice b)
{
    return distance(a, b, false, DJ_JAMO_MOST);
}

unsigned dj_jamo_within(dj_slice part, dj_slice whole, unsigned most)
{
    return distance(part, whole, true, most);
}

/* ㅘ is ㅗㅏ said fast, ㅝ ㅜㅓ, ㅙ ㅚㅓ, ㅕ ㅣㅓ; the ㅇ that opens a syllable is not heard */
static size_t sounds(dj_slice word, uint32_t out[2 * LETTERS])
{
    static const unsigned char parts[21][2] = {[6] = {20, 4}, [9] = {8, 0}, [10] = {11, 4}, [14] = {13, 4}};
    enum { SILENT = 11 };
    size_t n = 0;
    for (size_t pos = 0; pos < word.n && n + 4 <= 2 * LETTERS;) {
        unsigned l, v, t;
        uint32_t rune = dj_utf8_next(word, &pos);
        if (!dj_hangul_split(rune, &l, &v, &t)) {
            out[n++] = rune | 0x1000000;
            continue;
        }
        if (l != SILENT)
            out[n++] = l;
        bool is_two = parts[v][0] != 0;
        out[n++] = VOWELS + (is_two ? parts[v][0] : v);
        if (is_two)
            out[n++] = VOWELS + parts[v][1];
        if (t)
            out[n++] = tail_letter(t);
    }
    return n;
}

unsigned dj_same_sounds(dj_slice a, dj_slice b, unsigned *shorter)
{
    uint32_t x[2 * LETTERS], y[2 * LETTERS];
    size_t n = sounds(a, x), m = sounds(b, y), same = 0;
    while (same < n && same < m && x[same] == y[same])
        same++;
    *shorter = (unsigned)(n < m ? n : m);
    return (unsigned)same;
}
