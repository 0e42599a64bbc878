/* From pairs to facts: claims of one value are joined into versions, versions that speak of one fact into facts. */
#ifndef DJ_ALIGN_CLUSTER_H
#define DJ_ALIGN_CLUSTER_H
#include "align/evidence.h"

/* That two versions with different values may be of one fact. */
typedef struct dj_link {
    uint32_t a, b; /* a context of each */
    const dj_pair *pair; /* the strongest between them */
    const dj_evidence *evidence;
    double strength;
} dj_link;

typedef DJ_VEC(dj_link) dj_links;

void dj_facts_make(dj_arena *arena, dj_set *set, const dj_contexts *contexts, const dj_pairs *pairs, const dj_settings *settings,
                   dj_scratch *scratch);
/* The links from which facts are made, and with them those between figures that have a likelier partner: what the weights
 * of figures are fitted to. */
void dj_links_make(dj_arena *arena, dj_set *set, const dj_contexts *contexts, const dj_pairs *pairs, const dj_settings *settings,
                   dj_scratch *scratch, dj_links *out);
#endif
