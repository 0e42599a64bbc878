/* Quotation marks that belong together, found before anything else is cut: a full stop between two marks ends no
 * sentence, and a line that ends between two marks goes on. */
#ifndef DJ_SEGMENT_MARKS_H
#define DJ_SEGMENT_MARKS_H
#include "segment/segment.h"

/* Adds the quotations of text bytes from..to, lines without a blank one between them. particles: what follows a closing
 * mark directly ("…"라고); may be NULL. */
void dj_pair_marks(dj_arena *arena, dj_slice text, size_t from, size_t to, const dj_lexicon *particles, dj_segmented *out);
#endif
