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

typedef struct dj_evidence {
    double of[DJ_FEATURES];
    const char *weights; /* the section of checks.yaml that weighs them: days and times are few and small, and more alike by chance */
} dj_evidence;

/* The strength of the link, 0..1: the logistic function of the weighted sum. */
double dj_evidence_strength(const dj_evidence *evidence, const dj_settings *settings);
const char *dj_feature_key(dj_feature feature);
/* Those features that two figures alone have: their likeness, slot, kind and the shape of their difference. */
void dj_evidence_of_pair(const dj_contexts *contexts, const dj_pair *pair, dj_evidence *out);
#endif
