/* Numerals cut into tokens; private to numeral.c, which says what the values of the lexicon mean. */
#ifndef DJ_NORMALISE_NUMERAL_TOKENS_H
#define DJ_NORMALISE_NUMERAL_TOKENS_H
#include "rule/lexicon.h"
#include "value/decimal.h"

enum { DJ_NUMERAL_TOKENS = 40 };

typedef enum dj_numeral_token_type {
    DJ_NUMBER_TOKEN, /* low, high: equal but for vague words */
    DJ_TIMES_TOKEN, /* low: the factor */
    DJ_SCALE_TOKEN, /* power of ten, limit of digits before it (0: none) */
    DJ_POINT_TOKEN,
    DJ_MINUS_TOKEN,
    DJ_OVER_TOKEN, /* numerator first */
    DJ_OVER_REVERSED_TOKEN, /* denominator first */
    DJ_PART_TOKEN, /* low: the denominator */
    DJ_AND_TOKEN,
    DJ_MORE_TOKEN
} dj_numeral_token_type;

typedef struct dj_numeral_token {
    dj_numeral_token_type type;
    dj_dec low, high;
    int power, limit;
    bool is_digits;
} dj_numeral_token;

typedef struct dj_numeral_row {
    dj_numeral_token at[DJ_NUMERAL_TOKENS];
    size_t n;
} dj_numeral_row;

/* false where some byte belongs to no token, or there are too many; is_ordinal: "fifth" is the number 5, not a part */
bool dj_numeral_tokenise(const dj_lexicon *words, dj_slice text, bool is_ordinal, dj_numeral_row *out);
/* a / b to 15 significant digits, the nearer of both neighbours where that can be told exactly; false where b is 0 */
bool dj_numeral_quotient(dj_dec a, dj_dec b, dj_dec *out);
#endif
