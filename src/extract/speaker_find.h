/* The places at which a speaker may stand, a function each; which are asked, and in which order, speaker.c says. */
#ifndef DJ_EXTRACT_SPEAKER_FIND_H
#define DJ_EXTRACT_SPEAKER_FIND_H
#include "extract/speaker_phrase.h"

enum {
    DJ_SPEAKER_SEARCH = 160, /* words looked at before or behind a quotation */
    DJ_SPEAKER_NEAR = 2, /* words: a subject this close to a quotation is its speaker although the sentence has another topic */
    DJ_SPEAKER_MEMORY = 2 /* sentences for which the last speaker goes on without a word that says so */
};

/* false where the pack has no pattern of that name; anchored: at the beginning of text */
bool dj_speaker_matches(const dj_speakers *s, const char *pattern, dj_slice text, bool anchored);

/* speaker_before.c. first: the first word of the quotation's sentence, start: the opening mark */
/* (Kim said) by a pattern of the pack that ends where the quotation begins */
bool dj_speaker_by_pattern(const dj_speakers *s, size_t sentence, uint32_t start, dj_slice *speaker);
/* The topic before the quotation, or the subject where there is no topic, where it stands right before the quotation, or
 * where one report lies in another (A는 B가 “…”고 말했다고 전했다). */
bool dj_subject_before(const dj_speakers *s, size_t first, uint32_t start, bool is_nested, dj_subject *out);
/* a topic of which no lexicon knows that it can speak, at most so many words before the quotation */
bool dj_topic_unknown(const dj_speakers *s, size_t first, uint32_t start, size_t most, dj_subject *out);

/* speaker_behind.c. end: behind the closing mark */
/* “…”고 김의겸 대변인이 밝혔다: the first subject behind the quotation, with a verb of speech behind it */
bool dj_subject_after(const dj_speakers *s, size_t sentence, uint32_t end, dj_subject *out);
bool dj_speaker_by_owner(const dj_speakers *s, size_t sentence, uint32_t start, uint32_t end,
                         dj_slice *speaker); /* 홍 부총리의 “…”는 발언 */
bool dj_speaker_in_brackets(const dj_speakers *s, uint32_t end, dj_subject *out); /* “…했다.” (손정의 회장) */
/* the subject of a sentence that says 이같이 말했다, or no more than 짧게 답했다 */
bool dj_speaker_beside(const dj_speakers *s, size_t sentence, dj_subject *out);

/* speaker_last.c */
bool dj_speaker_goes_on(const dj_speakers *s, size_t first, size_t end); /* the words first..end begin with 이어, 또한 */
/* who goes on speaking: the last speaker, or whom a sentence since was about, of the last `most` sentences */
dj_slice dj_speaker_recent(const dj_speakers *s, size_t sentence, size_t most);
#endif
