/* A story's fields cut into zones, sentences and words. Knows Korean news habits: sentences that run together without
 * a space after the full stop ("…했다.최 전 사장은"), quotations across full stops (a sentence does not end inside an
 * open quotation mark of the same paragraph), headings without any stop. */
#ifndef DJ_SEGMENT_SEGMENT_H
#define DJ_SEGMENT_SEGMENT_H
#include "base/names.h"
#include "read/story.h"
#include "rule/rules.h"

/* HEADLINE: the title, or a line that reads as one. CAPTION: of a photo. BYLINE: the reporter's. TAIL: navigation,
 * comments, teasers of other stories; its mentions are extracted but speak of no fact. */
typedef enum dj_zone { DJ_ZONE_BODY, DJ_ZONE_HEADLINE, DJ_ZONE_CAPTION, DJ_ZONE_BYLINE, DJ_ZONE_TAIL } dj_zone;

typedef struct dj_word {
    uint32_t start, end; /* bytes of the field: letters, digits and Hangul, without marks */
    uint32_t stem; /* the word without particles and endings; 0 for numbers and for a particle behind a mark */
} dj_word;

typedef struct dj_sentence {
    uint32_t start, end;
    uint32_t first_word, n_words;
    uint32_t paragraph; /* from 0 in the field */
    dj_zone zone;
} dj_sentence;

typedef enum dj_marks { DJ_MARKS_DOUBLE, DJ_MARKS_SINGLE, DJ_MARKS_CORNER, DJ_MARKS_WHITE_CORNER, DJ_MARKS_GUILLEMET } dj_marks;

enum { DJ_QUOTED_BYTES = 3000 }; /* of the longest quotation allowed: a thousand syllables */

typedef struct dj_quoted { /* text between two quotation marks that belong together */
    uint32_t start, end; /* marks included */
    uint32_t inner_start, inner_end;
    uint8_t marks; /* dj_marks */
    uint8_t depth; /* 0: not inside another one */
    bool is_closed; /* false: an opening mark alone; end is that of its lines, or of the longest quotation allowed */
} dj_quoted;

typedef struct dj_segmented { /* one field */
    DJ_VEC(dj_sentence) sentences; /* in order, covering all but white space */
    DJ_VEC(dj_word) words;
    DJ_VEC(dj_quoted) quoted; /* by start */
} dj_segmented;

/* stems is shared by the stories of a run, so that equal stems are equal numbers */
void dj_segment(dj_arena *arena, const dj_story *story, dj_field_name field, const dj_pack *pack, dj_names *stems,
                dj_scratch *scratch, dj_segmented *out);
size_t dj_word_from(const dj_segmented *segmented, uint32_t offset); /* index of the first that begins at the offset or behind */
/* index, among the sentence's words, of the first that ends behind the offset; their number where none does */
uint32_t dj_word_behind(const dj_segmented *segmented, const dj_sentence *sentence, uint32_t offset);
size_t dj_sentence_at(const dj_segmented *segmented, uint32_t offset); /* index; the nearest before for white space */
#endif
