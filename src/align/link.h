/* Links between groups with different values that may be of one fact. */
#ifndef DJ_ALIGN_LINK_H
#define DJ_ALIGN_LINK_H
#include "align/chance.h"
#include "align/counted.h"
#include "align/evidence.h"
#include "align/group.h"

typedef struct dj_link {
    uint32_t a, b; /* where the two groups stand, the lower first */
    const dj_pair *pair; /* the strongest between them */
    const dj_evidence *evidence;
    double strength;
} dj_link;

typedef DJ_VEC(dj_link) dj_links;

/* What links are drawn from. */
typedef struct dj_grounds {
    dj_arena *arena;
    const dj_contexts *contexts;
    const dj_pairs *pairs;
    const dj_settings *settings;
    dj_scratch *scratch;
    dj_stated stated;
    dj_groups groups;
    const dj_counted *counted;
    dj_chances chances;
} dj_grounds;

dj_grounds dj_grounds_make(dj_arena *arena, const dj_set *set, const dj_contexts *contexts, const dj_pairs *pairs,
                           const dj_settings *settings, dj_scratch *scratch);
/* From pairs of which either is the other's best partner, or of figures that look like slips of each other, and where
 * `takes_all` from all pairs of amounts: what the weights of figures are fitted to. Links weaker than align.different are
 * left out. */
void dj_links_find(const dj_grounds *grounds, bool takes_all, dj_links *out);
/* Of two groups of as many voices: is the value of the pair's a the one that fewer of the other stories state, anywhere? Of as
 * few, the one that the other's story states too, whichever story comes first. */
bool dj_states_less(const dj_grounds *grounds, const dj_pair *pair);
#endif
