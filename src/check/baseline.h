/* Findings known before, by their fingerprints: what a run told once, so that the next one fails by what is new alone.
 *
 *   {"schema":"daejo-baseline/1","findings":[
 *   {"fingerprint":"…","check":"…","set":"…","message":"…"},
 *   …
 *   ]}
 */
#ifndef DJ_CHECK_BASELINE_H
#define DJ_CHECK_BASELINE_H
#include "check/finding.h"
#include "rule/message.h"

#define DJ_BASELINE_SCHEMA "daejo-baseline/1"

typedef struct dj_baseline dj_baseline;

/* NULL, and told, where the file is no baseline */
const dj_baseline *dj_baseline_read(dj_arena *arena, const char *path, dj_diags *diags);
const dj_baseline *dj_baseline_parse(dj_arena *arena, dj_slice path, dj_slice bytes, dj_diags *diags); /* keeps both slices */

/* A run that is held against a baseline, set by set. */
typedef struct dj_holding dj_holding;
dj_holding *dj_holding_begin(dj_arena *arena, const dj_baseline *baseline);
/* Marks what the baseline lists and nothing else suppresses: as many findings of a fingerprint as it has entries of it. */
void dj_holding_set(dj_holding *holding, dj_slice set, const dj_findings *findings);
/* The entries that were found no more, of sets and checks of this run, are told to remarks. */
void dj_holding_end(dj_holding *holding, uint64_t checks_idle, dj_remarks *remarks);
#endif
