/* The words of a field as names need them: what each is without its particle, in how many brackets it stands, and what
 * lies between it and the word before. One array for the field, shared by the readers of names and of speakers. */
#ifndef DJ_EXTRACT_NAME_WORDS_H
#define DJ_EXTRACT_NAME_WORDS_H
#include "extract/mention.h"

typedef enum dj_gap { DJ_GAP_NONE, DJ_GAP_SPACE, DJ_GAP_LIST, DJ_GAP_BREAK } dj_gap; /* of rising distance */
typedef enum dj_particle { DJ_PARTICLE_NONE, DJ_PARTICLE_TOPIC, DJ_PARTICLE_SUBJECT, DJ_PARTICLE_OTHER } dj_particle;

typedef struct dj_name_word {
    uint32_t start, end; /* a run of letters and digits */
    uint32_t core_end; /* without its particle */
    uint32_t core, whole; /* numbers of both texts in dj_name_words.seen */
    uint8_t particle; /* dj_particle */
    uint8_t gap; /* dj_gap: what lies before it */
    uint8_t depth; /* of brackets */
    uint8_t syllables; /* code points of the run, at most 255 */
    bool is_hangul; /* all of it */
    bool is_stray; /* a particle behind a bracket: (CEO)는 */
} dj_name_word;

typedef struct dj_name_lexicons { /* NULL where the pack has none */
    const dj_lexicon *surname, *given, *foreign, *strong, *foreign_first, *office, *title, *modifier, *particle, *final,
        *doubtful, *verb, *common, *country, *organisation, *ending, *likely, *stop, *speaker, *credit, *parting, *topic_word,
        *according, *phrase_stop, *plural, *described, *medium, *sign;
} dj_name_lexicons;

typedef struct dj_name_words {
    dj_arena *arena;
    dj_slice text; /* the field */
    const dj_segmented *part;
    dj_name_lexicons words;
    const struct dj_frequencies *frequencies; /* of the language; NULL where it has none */
    DJ_VEC(dj_name_word) list;
    dj_names *seen; /* texts of words, whole and without particles */
    DJ_VEC(uint32_t) forms; /* by number: how many words are this text, with a particle or without */
    DJ_VEC(uint32_t) firsts; /* by number: the first word that is this text */
    uint8_t *stopped; /* by word: 1 for one that is no name, 2 for others, 0 where nobody has asked (dj_is_stopped) */
} dj_name_words;

void dj_name_words_cut(dj_arena *arena, const dj_text *text, dj_field_name field, dj_name_words *out);
dj_slice dj_name_word_text(const dj_name_words *words, size_t i); /* whole */
dj_slice dj_name_word_core(const dj_name_words *words, size_t i);
/* the word in which offset lies, or the first behind it; list.n where there is none */
size_t dj_name_word_at(const dj_name_words *words, uint32_t offset);
/* The word before it in the same phrase: past brackets, not past a mark or a comma; SIZE_MAX where there is none. */
size_t dj_name_word_before(const dj_name_words *words, size_t i);
/* Where the name that this word may be ends: behind the whole word where its last syllable only looks like a particle
 * (손정의, 김정은), since the word never stands without it. */
uint32_t dj_name_word_end(const dj_name_words *words, size_t i);
/* 씨 and the like, which go with everybody; all other titles are longer */
static inline bool dj_is_address(dj_slice title)
{
    return title.n == 3 && (unsigned char)title.at[0] >= 0x80;
}
/* no word before it is the same text, with another particle or none */
bool dj_name_word_is_first(const dj_name_words *words, size_t i);
#endif
