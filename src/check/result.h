/* The outcome of a run: what reports write. */
#ifndef DJ_CHECK_RESULT_H
#define DJ_CHECK_RESULT_H
#include "check/agreed.h"
#include "check/conversion.h"

typedef struct dj_result_set {
    dj_set set;
    dj_findings findings;
    dj_conversions conversions; /* of all stories, by story, then place */
} dj_result_set;

typedef struct dj_result {
    DJ_VEC(dj_result_set *) sets; /* by name */
    dj_agreed agreed; /* of `daejo facts` alone */
    const dj_rates *rates; /* against which the conversions were held; NULL for none */
    const dj_pack *speech; /* the pack whose messages the report uses */
    size_t n_sets; /* known before any set is */
    size_t n_stories, n_mentions;
    bool has_baseline; /* one was given: what it does not suppress is new */
    uint64_t checks_idle; /* bit set by row of checks.def: switched off, or not given what they need */
} dj_result;
#endif
