/* What the steps of segmenting share: the field, the words and patterns of its language, and where the pieces go. */
#ifndef DJ_SEGMENT_CUTTER_H
#define DJ_SEGMENT_CUTTER_H
#include "segment/segment.h"

typedef struct dj_line { /* without white space at its ends */
    uint32_t start, end;
    uint32_t width; /* code points */
    bool after_blank; /* the first, or behind an empty line */
    bool is_final; /* ends a sentence */
    bool has_stop; /* with a full stop or the like */
    bool is_listed; /* begins with the mark of a list item */
    bool stands_alone; /* a list item or a piece of navigation: no line before goes on in it */
    bool goes_on; /* its sentence goes on in the next line */
    dj_zone zone;
} dj_line;

typedef struct dj_lines {
    dj_line *at;
    size_t n, cap;
} dj_lines;

typedef struct dj_cutter {
    dj_arena *arena;
    dj_slice text;
    dj_scratch *scratch;
    dj_names *stems;
    const dj_pack *pack;
    const dj_lexicon *particles; /* quote-particle: behind a closing mark */
    const dj_lexicon *finals; /* sentence-final: syllables that end a Korean sentence */
    const dj_lexicon *abbreviations;
    const dj_lexicon *endings, *whole; /* stem-ending, stem-word */
    dj_segmented *out;
} dj_cutter;

/* true where the pack has the pattern and the text holds it; at the very beginning only: anchored */
bool dj_cutter_sees(const dj_cutter *cutter, const char *pattern, dj_slice text, bool anchored);
dj_slice dj_line_tail(dj_slice line, size_t most); /* its last bytes, from a letter's start */

void dj_cut_lines(dj_cutter *cutter, dj_lines *lines); /* lines, with all but their zones; also pairs the marks */
void dj_set_zones(dj_cutter *cutter, dj_lines *lines);
dj_zone dj_sentence_zone(dj_cutter *cutter, dj_slice sentence, dj_zone zone); /* of a sentence in a line of that zone */
/* the sentences of text bytes start..end; *next_quoted: the first pair of marks not yet passed */
void dj_cut_sentences(dj_cutter *cutter, uint32_t start, uint32_t end, dj_zone zone, uint32_t paragraph, size_t *next_quoted);
void dj_cut_words(dj_cutter *cutter, dj_sentence *sentence);
#endif
