/* The part that the checks of quotations share: who stands alone among the sources that quote one utterance, and what is
 * known of a pair. */
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
bool dj_is_replacement(const dj_difference *difference); /* another word in the place of one, inside both quotations */
size_t dj_replacements(const dj_quote_pair *pair);
dj_slice dj_quoted_words(const dj_mention *quote, uint32_t from, uint32_t to); /* by index of the field's words */
/* The quotation as a claim that differs in these of the field's words; itself where there are none. */
const dj_mention *dj_with_focus(dj_arena *arena, const dj_mention *quote, uint32_t from, uint32_t to);
/* Was the speech made in another language? Each source translates it by itself, then: 도널드 트럼프, 이탈리아 외교부. */
bool dj_is_translated(const dj_mention *quote);
bool dj_is_masked_name(const dj_checking *k, const dj_text *text, dj_slice word); /* 김모씨 for a name in full */
/* Two words of one sense (lexicon one_sense): whoever writes down speech puts one for the other. */
bool dj_is_same_sense(const dj_text *text, dj_slice a, dj_slice b);
const dj_mention *dj_other_side(const dj_quote_pair *pair, const dj_mention *mention);
#endif
