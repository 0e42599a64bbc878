/* Which of overlapping candidates stay. */
#ifndef DJ_EXTRACT_OVERLAP_H
#define DJ_EXTRACT_OVERLAP_H
#include "extract/mention.h"

typedef struct dj_candidates {
    DJ_VEC(dj_mention *) list;
} dj_candidates;

/* Keeps the best of candidates that overlap, by their cores: of the higher rank, then the longer, then the earlier, then
 * that whose rule comes first; what is left is sorted by place. All are of one layer and lie below field_bytes. */
void dj_resolve_overlaps(dj_arena *arena, size_t field_bytes, dj_candidates *candidates);
#endif
