/* The phrase that a subject of a sentence ends, and whom it names. */
#ifndef DJ_EXTRACT_SPEAKER_PHRASE_H
#define DJ_EXTRACT_SPEAKER_PHRASE_H
#include "extract/speaker.h"

typedef struct dj_subject {
    size_t head; /* the phrase's last word, without its particle */
    dj_particle particle;
    dj_slice name; /* canonical; empty where the phrase names nobody who speaks */
    bool is_person;
    bool is_pronoun;
    bool is_near; /* set by who looked: right before the quotation */
} dj_subject;

/* Whether word i ends a phrase as a subject or topic (김 대변인은, 그도, 경찰에 따르면); *out is set without a name. */
bool dj_subject_at(const dj_speakers *speakers, size_t i, dj_subject *out);
/* Names the one whom the phrase that ends with word head names; false where it is no one who speaks. */
bool dj_phrase_name(const dj_speakers *speakers, size_t head, dj_subject *out);
/* The same for a head of which nothing tells that it can speak: any noun but a word of time or the like. */
bool dj_phrase_unknown(const dj_speakers *speakers, size_t head, dj_subject *out);
/* the words first..last of a sentence */
void dj_sentence_words(const dj_speakers *speakers, size_t sentence, size_t *first, size_t *end);
/* How many of the field's names begin before the offset: the index of the first that does not. */
size_t dj_names_before(const dj_speakers *speakers, uint32_t offset);
#endif
