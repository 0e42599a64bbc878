/* How many figures of a set are a slip of the keyboard away from one by mere chance. Of the hundreds of percentages with three
 * digits 27 differ from 53.4% in one: among forty percentages of an election there is nearly always one of them, and it says
 * nothing, while in a set that has few figures it is likely the same one mistyped. */
#ifndef DJ_ALIGN_CHANCE_H
#define DJ_ALIGN_CHANCE_H
#include "align/stated.h"

typedef struct dj_chances { /* by context: how many figures are to be expected, 0 for what is no amount */
    const double *all;
    const double *shared; /* among those that two stories state */
} dj_chances;

dj_chances dj_chances_make(dj_arena *arena, const dj_contexts *contexts, const dj_stated *stated);
#endif
