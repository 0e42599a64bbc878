/* Nouns that all sources count alike, but for one figure: 44개 대안학교 in four stories and 42개 대안학교 in one. Where no other
 * number is counted of that noun anywhere in the set, the sentences need not be alike for the one to be a slip. But what is
 * counted of a place or body that none of the others names (부산병원 환자 24명) is another number. */
#ifndef DJ_ALIGN_COUNTED_H
#define DJ_ALIGN_COUNTED_H
#include "align/context.h"

typedef struct dj_counted dj_counted;

/* `said`, by context: equal for figures of one number. `voices`: how many must say the usual one. */
dj_counted *dj_counted_make(dj_arena *arena, const dj_set *set, const dj_contexts *contexts, const uint32_t *said, size_t voices);
/* Is context `odd` the only one to count its noun so, where all others count it as `usual` does, a digit off? */
bool dj_counted_departs(const dj_counted *counted, uint32_t odd, uint32_t usual);
#endif
