/* Hangul syllables as letters (jamo), by the arithmetic of the Unicode Standard, section 3.12; and the distance of
 * two spellings in letters, the measure of a slip of the keyboard. */
#ifndef DJ_BASE_HANGUL_H
#define DJ_BASE_HANGUL_H
#include "base/utf8.h"

/* lead 0..18, vowel 0..20, tail 0..27 (0: none); false where the code point is no precomposed syllable */
bool dj_hangul_split(uint32_t rune, unsigned *lead, unsigned *vowel, unsigned *tail);
bool dj_hangul_has_tail(dj_slice word); /* of the last syllable, for the choice of a particle */
/* The letters of a word as numbers that are equal where the letters are, spaces left out; DJ_JAMO_MOST + 1 where there are
 * more than that. */
enum { DJ_JAMO_MOST = 64 }; /* no more than DJ_EDIT_MOST */
size_t dj_jamo_letters(dj_slice word, uint32_t out[DJ_JAMO_MOST]);
/* Letters that must be changed, added or dropped to make b of a (Levenshtein, over jamo); spaces do not count.
 * Words of more than DJ_JAMO_MOST letters are DJ_JAMO_FAR apart unless equal. */
enum { DJ_JAMO_FAR = 1000 };
unsigned dj_jamo_distance(dj_slice a, dj_slice b);
/* Letters at the start of both words that sound the same, contractions undone: 비춰 and 비추어, 돼야 and 되어야 are one in
 * all their letters. *shorter: the letters of the shorter word. */
unsigned dj_same_sounds(dj_slice a, dj_slice b, unsigned *shorter);
/* The least letters that keep a place of `whole` from being `part`: 좋은 논의를 했다 in 삼성과 봏은 논의를 했다 is 1. More than
 * `most` are told as any number above it. */
unsigned dj_jamo_within(dj_slice part, dj_slice whole, unsigned most);
#endif
