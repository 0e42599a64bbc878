/* The part that the checks of quotations share: who stands alone among the sources that quote one utterance. */
#ifndef DJ_CHECK_QUOTED_H
#define DJ_CHECK_QUOTED_H
#include "check/check.h"

enum { DJ_WITNESSES = 3 };

typedef struct dj_dissent { /* a quotation and those that differ from it */
    const dj_mention *odd;
    const dj_quote_pair *pairs[DJ_WITNESSES]; /* the likest first found */
    size_t n_pairs;
    size_t n_against; /* stories that differ, all of them */
    size_t n_agreeing, n_copies; /* the most voices among them that say the same, and outlets that are none (voice.h) */
} dj_dissent;

typedef struct dj_dissents {
    DJ_VEC(dj_dissent) list;
} dj_dissents;

typedef enum dj_comparison { DJ_ALIKE, DJ_UNLIKE, DJ_NOT_COMPARED } dj_comparison;
typedef dj_comparison dj_compare(dj_checking *k, const dj_quote_pair *pair, const void *context);

/* Quotations that differ (by `compare`) from those of at least as many stories as they agree with; those with
 * most against them first. The other side of a disagreement that is told is not told again. */
void dj_dissents_find(dj_checking *k, dj_compare *compare, const void *context, dj_dissents *out);
const dj_mention *dj_other_side(const dj_quote_pair *pair, const dj_mention *mention);
#endif
