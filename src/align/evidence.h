/* What speaks for and against two versions with different values being of one fact, and how much it weighs. The
 * weights are those of a logistic regression over planted errors in newspaper stories (tests/eval/fit.py) and stand in
 * checks.yaml under `evidence`, `evidence-day` and `evidence-time`. */
#ifndef DJ_ALIGN_EVIDENCE_H
#define DJ_ALIGN_EVIDENCE_H
#include "align/pairs.h"

typedef enum dj_feature {
#define DJ_FEATURE(NAME, key, weight, doc) DJ_FEATURE_##NAME,
#include "align/evidence.def"
#undef DJ_FEATURE
    DJ_FEATURES
} dj_feature;

/* what weighs them: days and times are few and small, and more alike by chance */
typedef enum dj_weighed_as { DJ_WEIGHED_AS_FIGURES, DJ_WEIGHED_AS_DAYS, DJ_WEIGHED_AS_TIMES, DJ_WEIGHED_AS } dj_weighed_as;

typedef struct dj_evidence {
    double of[DJ_FEATURES];
    dj_weighed_as as;
} dj_evidence;

typedef struct dj_weights { /* of a set of links: a section of checks.yaml is read when it is first needed */
    const dj_settings *settings;
    bool is_read[DJ_WEIGHED_AS];
    double of[DJ_WEIGHED_AS][DJ_FEATURES];
} dj_weights;

/* The strength of the link, 0..1: the logistic function of the weighted sum. */
double dj_evidence_strength(const dj_evidence *evidence, dj_weights *weights);
const char *dj_feature_key(dj_feature feature);
/* Those features that two figures alone have: their likeness, slot, kind and the shape of their difference. */
void dj_evidence_of_pair(const dj_contexts *contexts, const dj_pair *pair, dj_evidence *out);
#endif
