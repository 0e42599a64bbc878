/* Quotations of one utterance in two stories (or two places of one story), word by word. */
#ifndef DJ_ALIGN_QUOTES_H
#define DJ_ALIGN_QUOTES_H
#include "align/fact.h"
#include "rule/settings.h"

typedef enum dj_change {
    DJ_MISSPELT, /* the same words, a letter or two apart */
    DJ_INFLECTED, /* the same words with other particles or endings, or one short for the other */
    DJ_DROPPED, /* words of one side are missing on the other */
    DJ_REPLACED /* each side has a word that the other has not */
} dj_change;

/* One stretch in which the two differ: words a_from..a_to of one, b_from..b_to of the other (indexes of the field's
 * words); one side may be empty (words dropped). */
typedef struct dj_difference {
    uint32_t a_from, a_to, b_from, b_to;
    dj_change change;
    bool is_inside; /* equal words stand on both sides of it */
} dj_difference;

typedef struct dj_quote_pair {
    const dj_mention *a, *b; /* a's story before b's */
    uint32_t n_a, n_b, common; /* words of each, words in common (by stem, in order) */
    uint32_t alike; /* further words, of both, that are the same but for spaces, endings or a letter */
    double likeness; /* common and alike words over those of the stretch that both quote, 0..1 */
    DJ_VEC(dj_difference) differences; /* in order; none where they agree but for spaces and marks */
} dj_quote_pair;

typedef DJ_VEC(dj_quote_pair) dj_quote_pairs;

/* Pairs with at least quotes.words common words and quotes.likeness. Candidates share a rare stem. */
void dj_quotes_pair(dj_arena *arena, const dj_set *set, const dj_settings *settings, dj_quote_pairs *out);
#endif
