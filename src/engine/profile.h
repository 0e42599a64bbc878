/* What each rule costs over real stories: for whoever writes rules, since one careless pattern may cost as much as all
 * others. Times are those of this machine at this moment, and no two runs agree. */
#ifndef DJ_ENGINE_PROFILE_H
#define DJ_ENGINE_PROFILE_H
#include "extract/mention.h"

typedef struct dj_rule_cost { /* of a rule or a modifier */
    dj_slice id;
    dj_place place;
    size_t tries, matches; /* before overlaps are resolved */
    double seconds, per_byte; /* for all the texts; for a byte of them */
    bool is_slow, is_stopped; /* by `profile` of checks.yaml; it hit a limit of backtracking in some text */
} dj_rule_cost;

/* The rules of one pack over those of the texts that were read with it, the dearest first. */
size_t dj_profile(dj_arena *arena, const dj_rules *rules, const dj_pack *pack, const dj_text *const *texts, size_t n,
                  dj_rule_cost **costs);
/* What is wrong with a rule that is slow or stopped, and what to do. */
void dj_profile_warn(const dj_rule_cost *cost, const dj_rules *rules, dj_diags *out);
#endif
