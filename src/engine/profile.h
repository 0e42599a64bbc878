/* What each rule costs over real stories: for whoever writes rules, since one careless pattern may cost as much as all
 * others. Times are those of this machine at this moment, and no two runs agree. */
#ifndef DJ_ENGINE_PROFILE_H
#define DJ_ENGINE_PROFILE_H
#include "extract/mention.h"

typedef struct dj_rule_cost {
    const dj_rule *rule;
    size_t places, matches; /* where it was tried; where it matched, before overlaps are resolved */
    double seconds;
} dj_rule_cost;

/* The rules of one pack over those of the texts that were read with it, the dearest first. */
size_t dj_profile(dj_arena *arena, const dj_pack *pack, const dj_text *const *texts, size_t n, dj_rule_cost **costs);
#endif
