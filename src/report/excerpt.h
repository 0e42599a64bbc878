/* Claims in their sentence: as much around the figures as a line holds. */
#ifndef DJ_REPORT_EXCERPT_H
#define DJ_REPORT_EXCERPT_H
#include "report/flow.h"

/* The sentence around the bytes from..to of a mention's field, and the one before it where they stand at its very start. */
void dj_sentence_around(const dj_mention *m, uint32_t from, uint32_t to, dj_slice *before, dj_slice *after);

/* n mentions of one sentence, in order and apart from each other. A mention that is longer than a line is shown whole over
 * several, up to a limit; of one with a focus that is what is marked. */
void dj_excerpt(dj_flow *flow, const dj_mention *const *mentions, size_t n, size_t indent);

/* The same for one mention where there are no lines: at most `columns` before and behind it together, of its sentence. */
typedef struct dj_around {
    dj_slice before, figure, after;
    bool cut_before, cut_figure, cut_after; /* something was left out there */
} dj_around;
dj_around dj_excerpt_around(const dj_mention *mention, size_t columns);
#endif
