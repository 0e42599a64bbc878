/* Mentions: places in a story that state a value. */
#ifndef DJ_EXTRACT_MENTION_H
#define DJ_EXTRACT_MENTION_H
#include "segment/segment.h"

typedef struct dj_text dj_text;

typedef struct dj_mention dj_mention;
struct dj_mention {
    const dj_text *in;
    dj_field_name field;
    uint32_t start, end; /* bytes of the field, modifiers included */
    uint32_t core_start, core_end; /* the rule's match alone */
    uint32_t sentence; /* index in the field's sentences */
    dj_zone zone;
    dj_kind kind;
    const dj_rule *rule;
    const dj_slot *slots;
    size_t n_slots;
    const dj_modifier *modifier; /* NULL for none */
    dj_value value; /* set by normalise (quotes and names: by extract) */
    const dj_mention *of; /* normalise: the amount of which this one is the conversion, in the same sentence; else NULL */
    bool is_made; /* check: by it, for a claim; it is none of the story's own mentions */
    const dj_mention *original; /* check: the one of which a claim that it made shows more or less; NULL for none */
    uint32_t focus_start, focus_end; /* check: what of a claim differs from the others, bytes of the field; equal: all of it */
    const char *defect; /* normalise: what is malformed in the figure ("scale-order", "overflow"), else NULL */
};

/* A story with all that is known of it; the unit that the stages after reading pass on. */
struct dj_text {
    const dj_story *story;
    const dj_pack *pack;
    dj_segmented parts[DJ_FIELDS];
    DJ_VEC(dj_mention *) mentions; /* by field (title first), start, longer first */
    uint32_t outlet; /* align: stories of one publisher share a number, from 1 */
    const uint32_t *copied; /* align: by sentence of the text; sentences that copy one text share a number; 0: its own words */
};

/* all of the field that the mention stands in */
static inline dj_slice dj_mention_field(const dj_mention *m)
{
    return m->in->story->fields[m->field].text;
}
static inline dj_slice dj_mention_text(const dj_mention *m)
{
    return dj_slice_sub(dj_mention_field(m), m->start, m->end);
}
static inline bool dj_in_one_sentence(const dj_mention *a, const dj_mention *b)
{
    return a->in == b->in && a->field == b->field && a->sentence == b->sentence;
}
static inline const dj_mention *dj_mention_own(const dj_mention *m)
{
    return m->original ? m->original : m;
}
/* where to look: the focus, or the whole mention */
static inline uint32_t dj_mention_focus_start(const dj_mention *m)
{
    return m->focus_start < m->focus_end ? m->focus_start : m->start;
}
static inline uint32_t dj_mention_focus_end(const dj_mention *m)
{
    return m->focus_start < m->focus_end ? m->focus_end : m->end;
}
/* The words of a mention's sentence, as indices of the field's words: those before it are [first, before), those behind it
 * [after, end). */
typedef struct dj_surroundings {
    uint32_t first, before, after, end;
} dj_surroundings;

dj_surroundings dj_mention_surroundings(const dj_mention *m);
/* The byte at which the n words of its sentence before a mention begin, or the sentence. */
uint32_t dj_words_before(const dj_mention *mention, uint32_t n);
/* index of the text's first mention that begins, in that field, at the offset or behind it */
size_t dj_mention_from(const dj_text *text, dj_field_name field, uint32_t offset);
bool dj_mention_is_quoted(const dj_mention *m); /* stands between quotation marks */
const dj_slot *dj_mention_slot(const dj_mention *m, const char *name); /* NULL where the rule did not fill it */
#endif
