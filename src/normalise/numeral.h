/* Numerals in words, digits or both: "9천871억4천만", "이십일만", "수백만", "20여", "삼분의 이", "two hundred and fifty", "2.5m".
 * One reader for all languages, driven by the pack's lexicon `numeral`, whose canonical values say what a word does:
 *
 *   "7" "0.5"   a number                     "2..9"   any number of these (수, 몇, 두세)
 *   "2/3"       a fraction (⅔)
 *   "x100"      multiplies what stands before it, within a group (십 백 천, hundred, dozen)
 *   "e12"       closes a group with a power of ten (thousand, million); "e12<4": the group has at most four digits, as
 *               in 만 억 조, so that 25000만 is malformed
 *   "."  "-"    decimal point and minus in words
 *   "/"         fraction, numerator first (over); "\": denominator first (분의); "/5": a fifth, or the fifth
 *   "&"         joins a whole and a fraction (과), or nothing (and)
 *   "+"         and a little more (여): up to the next step of the last digit that is not zero
 *
 * Digits are ASCII or full-width, letters are read without case. */
#ifndef DJ_NORMALISE_NUMERAL_H
#define DJ_NORMALISE_NUMERAL_H
#include "rule/lexicon.h"
#include "value/decimal.h"

typedef struct dj_numeral {
    dj_dec low, high; /* equal but for vague numerals and ranges */
    const char *defect; /* "scale-order": groups that do not descend or are too long; NULL for none. The value is then what
                         * the words add up to */
    bool is_falling; /* of a range: its ends, of which neither is below zero, were said the higher one first */
} dj_numeral;

/* false where the text is no numeral, or cannot be given a value ("42억1779억": then defect is set all the same) */
bool dj_numeral_read(const dj_lexicon *words, dj_slice text, dj_numeral *out);
/* As a place in an order: "twenty-fifth" is 25. */
bool dj_numeral_ordinal(const dj_lexicon *words, dj_slice text, dj_numeral *out);
/* Two ends of a range, of which the first may lack what it shares with the second: 200~300만, 1천~2천만; and its zeros,
 * where the language elides them: 4~50명 is forty to fifty. */
bool dj_numeral_range(const dj_lexicon *words, dj_slice low, dj_slice high, bool elides_zeros, dj_numeral *out);
/* value .. the last value before its last significant place changes: 20 → 20..29, 4억 → 4억..499999999, 3 → 3..3.99 (is_whole:
 * 3) */
dj_dec dj_numeral_ceiling(dj_dec value, bool is_whole);
#endif
