/* Groups of claims that state one value of one fact: versions, before their fact is found. */
#ifndef DJ_ALIGN_GROUP_H
#define DJ_ALIGN_GROUP_H
#include "align/pairs.h"
#include "align/stated.h"

typedef struct dj_group {
    DJ_VEC(uint32_t) members; /* contexts, in order */
    size_t n_stories, n_voices, n_copies;
} dj_group;

typedef struct dj_groups {
    dj_group *at; /* by context: each stands at its first member, and the rest is empty */
    const uint32_t *of; /* by context: where its group stands */
} dj_groups;

/* Figures are joined that a pair holds alike in like contexts, and those that one story repeats; thresholds are in the
 * section `align` of checks.yaml. */
dj_groups dj_groups_make(dj_arena *arena, const dj_set *set, const dj_contexts *contexts, const dj_pairs *pairs,
                         const dj_stated *stated, const dj_settings *settings);
/* A figure of many digits, or a large sum, hardly meets its equal by chance; "3 people" does. */
bool dj_is_telling(const dj_value *value);
#endif
