/* The readers of what one pattern cannot hold; each adds its mentions to the text. */
#ifndef DJ_EXTRACT_READERS_H
#define DJ_EXTRACT_READERS_H
#include "extract/name_words.h"
#include "rule/dispatch.h"

/* places: of the field, at which rules may match; NULL where the pack is not ready, and they are searched for */
void dj_extract_figures(dj_arena *arena, dj_text *text, dj_field_name field, const dj_offsets *places,
                        dj_scratch *scratch); /* by rules */
/* words: of the field, as dj_name_words_cut cuts them */
void dj_extract_names(dj_arena *arena, dj_text *text, const dj_name_words *words, dj_field_name field, const dj_offsets *places,
                      dj_scratch *scratch);
/* after the names of both fields */
void dj_extract_quotes(dj_arena *arena, dj_text *text, const dj_name_words *words, dj_field_name field, dj_scratch *scratch);
#endif
