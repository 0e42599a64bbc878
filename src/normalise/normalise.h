/* From mentions to values: numerals, bounds, dates against the publication date, conversions linked to their amounts. */
#ifndef DJ_NORMALISE_NORMALISE_H
#define DJ_NORMALISE_NORMALISE_H
#include "extract/mention.h"

void dj_normalise(dj_arena *arena, dj_text *text, dj_scratch *scratch);
#endif
