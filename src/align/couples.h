/* Which two figures of a bucket, those of one kind and unit, are worth a look: they share a stem that says something, or their
 * digits. */
#ifndef DJ_ALIGN_COUPLES_H
#define DJ_ALIGN_COUPLES_H
#include "align/context.h"

typedef struct dj_couple {
    uint32_t a, b; /* numbers of figures in the bucket, a's the lower one */
} dj_couple;

typedef DJ_VEC(dj_couple) dj_couples;

/* Every two figures of different stories that stand under one term, once each, in order. digits: names of the digits of long
 * figures, shared by all buckets. */
void dj_couples_of(dj_arena *arena, dj_names *digits, const dj_context *const *bucket, uint32_t n, dj_couples *out);
#endif
