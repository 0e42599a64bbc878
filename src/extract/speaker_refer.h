/* Whom a word means that names nobody by itself: 그, 총리는, 이 매체는, 黃. */
#ifndef DJ_EXTRACT_SPEAKER_REFER_H
#define DJ_EXTRACT_SPEAKER_REFER_H
#include "extract/speaker_phrase.h"

/* Names the one whom the word means, a person or body of the story; false where the word refers to nobody. The name of a
 * pronoun is empty where nobody was spoken of yet. first: of the phrase that the word ends. */
bool dj_speaker_refer(const dj_speakers *speakers, size_t first, size_t head, dj_subject *out);
#endif
