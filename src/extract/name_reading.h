/* The way from a title to the name, and what its words may be; shared by the files that look right before the title, at the
 * beginning of the phrase, and for the role. */
#ifndef DJ_EXTRACT_NAME_READING_H
#define DJ_EXTRACT_NAME_READING_H
#include "extract/name_left.h"

typedef struct dj_name_reading {
    const dj_name_words *words;
    size_t title; /* its first word */
    uint32_t title_from, title_to;
    dj_slice canonical;
    dj_name_found *out;
} dj_name_reading;

static inline const dj_name_word *dj_word_of(const dj_name_reading *r, size_t i)
{
    return &r->words->list.at[i];
}

static inline size_t dj_word_before(const dj_name_reading *r, size_t i)
{
    return dj_name_word_before(r->words, i);
}

void dj_name_take(dj_name_reading *r, dj_name_form form, size_t first, size_t last); /* the words first..last are the name */
bool dj_is_modifier(const dj_name_reading *r, size_t i); /* 전, 신임 */
bool dj_is_title(const dj_name_reading *r, size_t i);
bool dj_is_like_verb(const dj_name_reading *r, size_t i);
bool dj_is_sure_organisation(const dj_name_reading *r, size_t i);
bool dj_is_closed(const dj_name_reading *r, size_t i); /* its last syllable is a particle, not a part of the name */
bool dj_ends_foreign(const dj_name_reading *r, size_t i); /* 윌리엄 바 법무장관: a syllable behind a foreign word */
bool dj_is_behind_first(const dj_name_reading *r, size_t i); /* 낸시 펠로시: whatever stands behind a first name */
/* 김철수 한빛시 시장, 김철수 전 한빛대 총장: what may be a name itself is the organisation of the one before it */
bool dj_is_behind_name(const dj_name_reading *r, size_t i);
size_t dj_foreign_from(const dj_name_reading *r, size_t i,
                       bool beside_country); /* the first word of the foreign name that ends with word i */
size_t dj_organisation_from(const dj_name_reading *r,
                            size_t i); /* of the organisation that ends with word i, of at most three words; i + 1 for none */

/* Each takes the name it finds and says whether it did. */
bool dj_name_read_glued(dj_name_reading *r); /* 이재용회장, 하일씨, A씨: the name and the title are one word */
bool dj_name_read_adjacent(dj_name_reading *r, size_t i); /* word i stands right before the title, modifiers passed */
bool dj_name_read_first(dj_name_reading *r, size_t i); /* past the organisation: the name that begins the phrase */
void dj_name_set_role(dj_name_reading *r); /* of the name that was taken */
#endif
