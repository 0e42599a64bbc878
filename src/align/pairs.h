/* Pairs of figures in different stories of a set that may speak of one fact. */
#ifndef DJ_ALIGN_PAIRS_H
#define DJ_ALIGN_PAIRS_H
#include "align/context.h"

typedef struct dj_pair {
    uint32_t a, b; /* contexts, a's story before b's */
    double likeness, slot, cover; /* see context.h */
    double strength; /* the two weighed, 0..1 */
    dj_relation relation;
    bool is_slip; /* three digits or more that differ as a slip of the keyboard does */
    bool is_best; /* neither figure has a likelier partner in the other's story */
    double margin; /* by how much: to the next partner of either there, of any value; the strength itself without one */
} dj_pair;

typedef DJ_VEC(dj_pair) dj_pairs;

/* Candidates share one of their rarest stems. Of a stem that very many figures have, equal figures meet their next ones
 * and the values meet by their first figures, so that the cost grows with the set and not with its square. Pairs below
 * align.floor are left out. */
void dj_pairs_make(dj_arena *arena, const dj_contexts *contexts, const dj_settings *settings, dj_pairs *out);
/* Marks those that are the best, and sets the margins. */
void dj_pairs_mark_best(dj_arena *arena, const dj_contexts *contexts, dj_pairs *pairs);
#endif
