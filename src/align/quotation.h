/* Quotations as rows of words, and what may be one word in two forms. */
#ifndef DJ_ALIGN_QUOTATION_H
#define DJ_ALIGN_QUOTATION_H
#include "align/fact.h"
#include "rule/settings.h"

enum { DJ_QUOTED_WORDS = 160 }; /* of a quotation that are looked at */

typedef struct dj_quotation {
    const dj_mention *mention;
    const dj_segmented *part;
    const uint32_t *words; /* indexes in the field's words, those in brackets left out: they are the reporter's */
    const uint32_t *same; /* of each word: a number that is equal for equal stems, and for equal words without one */
    uint32_t n;
    uint32_t letters; /* of all its words */
    uint32_t story; /* index in the set's texts */
} dj_quotation;

typedef DJ_VEC(dj_quotation) dj_quotations;

/* all of two words or more, those of tails left out; by story, then place. Returns a number above all of `same`. */
uint32_t dj_quotations_collect(dj_arena *arena, const dj_set *set, dj_quotations *out);
dj_slice dj_quotation_word(const dj_quotation *quotation, uint32_t i);
/* words from..to without the spaces and marks between them */
dj_slice dj_quotation_joined(dj_arena *arena, const dj_quotation *quotation, uint32_t from, uint32_t to);

typedef struct dj_wording { /* what tells words with content from those without */
    const dj_names *stems;
    const dj_lexicon *light; /* roots without content of their own; NULL for none */
    const dj_lexicon *endings; /* particles and endings; NULL for none */
    double content; /* rarity from which a word has some */
} dj_wording;

dj_wording dj_wording_of(const dj_set *set, const dj_settings *settings);
/* Words that every story has (대해, 밝혔다), light verbs and nouns (있다, 것) and those of one syllable do not make another
 * statement. */
bool dj_has_content(const dj_wording *wording, const dj_quotation *quotation, uint32_t i);
/* One word said in two forms: four letters or all of the shorter sound the same from the start (증거인멸의 / 증거, 비춰 /
 * 비추어), or they are two letters apart at most, or one syllable has two particles (적이 / 적조차). */
bool dj_is_same_root(const dj_wording *wording, dj_slice a, dj_slice b);
/* 추경 of 추가경정예산, 보호단체 of 동물보호단체, 한중 of 한국과 중국: the shorter one's syllables stand in the longer in
 * order, but for the particle at its end */
bool dj_is_short_for(dj_slice shorter, dj_slice longer);
#endif
