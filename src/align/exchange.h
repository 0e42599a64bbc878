/* A word of a quotation that stands in the place of another one: all that several sources quote around it is the same,
 * letter by letter, and only this word is not. However the sources cut an utterance, and whatever else they changed in it,
 * the place is the same. */
#ifndef DJ_ALIGN_EXCHANGE_H
#define DJ_ALIGN_EXCHANGE_H
#include "align/fact.h"
#include "rule/settings.h"

enum { DJ_USUAL = 3 };

typedef struct dj_exchange {
    const dj_mention *odd; /* the quotation, and its word as an index of the field's words */
    uint32_t odd_word;
    const dj_mention *usual[DJ_USUAL]; /* quotations with the word that most others have, one an outlet */
    uint32_t usual_word[DJ_USUAL];
    size_t n_usual;
    size_t n_voices, n_copies; /* who say the usual word, and outlets that are no voice of their own (voice.h) */
    size_t n_other; /* stories that have a third word there */
    bool keeps_ending; /* the word has the particle or ending of one of those: a word exchanged keeps it (기업이, 대학이),
                          while a sentence that is built anew does not; or it stands for a name, which has none */
    size_t around; /* letters that the quotation shares with the nearest of those, on both sides of the word */
} dj_exchange;

typedef DJ_VEC(dj_exchange) dj_exchanges;

/* Words that one story has alone, by story, then place. quotes.around: letters that must be the same on both sides
 * together; quotes.beside: on each. Forms of one word, and words without content, are no exchange. */
void dj_exchanges_find(dj_arena *arena, const dj_set *set, const dj_settings *settings, dj_exchanges *out);
#endif
