/* From a segmented story to its mentions, without values: rules are run over each field, modifiers are read around each
 * hit, and where candidates of a layer overlap the better one stays. Quotations and names, which need more than one
 * pattern, are read by quote.c and name.c with lexicons of the pack. */
#ifndef DJ_EXTRACT_EXTRACT_H
#define DJ_EXTRACT_EXTRACT_H
#include "extract/mention.h"

void dj_extract(dj_arena *arena, dj_text *text, dj_scratch *scratch);
#endif
