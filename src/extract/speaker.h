/* Who says a quotation. One reader a field, which goes through its sentences in order, since Korean leaves the speaker out
 * where he is the one of the sentence before. */
#ifndef DJ_EXTRACT_SPEAKER_H
#define DJ_EXTRACT_SPEAKER_H
#include "extract/name_words.h"

typedef struct dj_speakers {
    dj_arena *arena;
    const dj_text *text;
    dj_field_name field;
    dj_scratch *scratch;
    dj_name_words words;
    const dj_mention **names; /* of the field, by start */
    size_t n_names;
    bool *is_quoted; /* by word: it stands inside quotation marks */
    dj_slice last; /* who spoke last, empty for nobody */
    size_t last_sentence; /* where */
    dj_slice focus; /* the person whom 그 means, unless somebody spoke since */
    size_t focus_sentence;
    dj_slice topic; /* whom the last sentence with a topic was about, a person or not */
    size_t topic_sentence;
} dj_speakers;

/* after the names of the field are in text->mentions */
void dj_speakers_init(dj_arena *arena, const dj_text *text, const dj_name_words *words, dj_field_name field, dj_scratch *scratch,
                      dj_speakers *out);
/* The speaker of a quotation, marks at start..end, that somebody is said to say; empty where nobody is named. */
dj_slice dj_speaker_said(dj_speakers *speakers, size_t sentence, uint32_t start, uint32_t end);
/* of one with no word of speech behind it: who is named in brackets, or said so in the sentence beside it */
dj_slice dj_speaker_alone(dj_speakers *speakers, size_t sentence, uint32_t start, uint32_t end);
/* of a question: who is said to ask right before it; empty where nobody is */
dj_slice dj_speaker_asking(const dj_speakers *speakers, size_t sentence, uint32_t start);
/* of one in a heading: the phrase right before the opening mark */
dj_slice dj_speaker_heading(dj_speakers *speakers, size_t sentence, uint32_t start);
/* whom the words start..end name; false where nobody */
bool dj_speaker_named(const dj_speakers *speakers, uint32_t start, uint32_t end, dj_slice *speaker);
/* the only person that a sentence names; empty where it names none or several */
dj_slice dj_speaker_of_heading(const dj_speakers *speakers, size_t sentence);
void dj_speakers_spoke(dj_speakers *speakers, size_t sentence, dj_slice speaker); /* remembers who spoke last */
void dj_speakers_pass(dj_speakers *speakers, size_t sentence); /* all quotations of the sentence are read */
#endif
