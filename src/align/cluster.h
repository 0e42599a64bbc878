/* From pairs to facts: claims of one value are joined into versions, versions that speak of one fact into facts. */
#ifndef DJ_ALIGN_CLUSTER_H
#define DJ_ALIGN_CLUSTER_H
#include "align/pairs.h"

void dj_facts_make(dj_arena *arena, dj_set *set, const dj_contexts *contexts, const dj_pairs *pairs, const dj_settings *settings);
#endif
