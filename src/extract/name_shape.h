/* What a word may be in a phrase that names somebody. */
#ifndef DJ_EXTRACT_NAME_SHAPE_H
#define DJ_EXTRACT_NAME_SHAPE_H
#include "extract/name_words.h"

/* a surname and a given name; strictly: of three syllables, both of the given name usual ones */
bool dj_is_full_name(const dj_name_words *words, size_t i, bool strictly);
bool dj_is_surname(const dj_name_words *words, dj_slice text, bool *is_shared); /* shared: another word as well */
bool dj_is_anonymous_name(const dj_name_words *words, size_t i); /* 김모, A */
bool dj_is_foreign_name(const dj_name_words *words, size_t i); /* by its syllables */
bool dj_is_foreign_first(const dj_name_words *words, size_t i); /* known to begin foreign names */
bool dj_has_foreign_syllable(const dj_name_words *words, dj_slice name);
bool dj_is_stopped(const dj_name_words *words, size_t i); /* a word that is no name, whatever it looks like */
/* Whether an organisation or a country ends with this word; *first is its first word (오픈 AI). Sure: a known one, or one
 * with an ending that nothing else has. */
bool dj_is_organisation(const dj_name_words *words, size_t i, size_t *first, bool *is_sure);
bool dj_is_country(const dj_name_words *words, size_t i);
#endif
