/* Words of a story that checks look at beside its mentions. */
#ifndef DJ_CHECK_WORDS_H
#define DJ_CHECK_WORDS_H
#include "check/check.h"

typedef struct dj_word_place {
    const dj_text *in;
    dj_field_name field;
    uint32_t sentence;
    uint32_t word; /* index in the field's words */
    uint32_t start, end; /* bytes of the field: the word, or what of it and behind it is meant */
} dj_word_place;

typedef void dj_word_visit(void *context, const dj_word_place *at);
/* Every word of the story itself, in order: those of bylines and tails are left out. */
void dj_words_visit(const dj_text *text, dj_word_visit *visit, void *context);
const dj_word *dj_word_at(const dj_word_place *at);

/* Claims that a check makes, since no mention of a story is what it means; to be changed by whoever makes them. */
dj_mention *dj_claim_like(dj_arena *arena, const dj_mention *of); /* a copy */
dj_mention *dj_claim_of_bytes(dj_arena *arena, const dj_text *text, dj_field_name field, uint32_t start,
                              uint32_t end); /* as a name */
dj_mention *dj_claim_of_word(dj_checking *k, const dj_word_place *at); /* the same of a word's place */
#endif
