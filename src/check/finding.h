/* Findings: claims that do not go together. */
#ifndef DJ_CHECK_FINDING_H
#define DJ_CHECK_FINDING_H
#include "align/fact.h"

typedef enum dj_severity { DJ_NOTE, DJ_WARNING, DJ_ERROR, DJ_SEVERITIES } dj_severity; /* in rising order */
const char *dj_severity_name(dj_severity severity); /* "note", "warning", "error" (contract) */
bool dj_severity_named(dj_slice name, dj_severity *out);

typedef struct dj_check_info {
    const char *id; /* "conversion-rate" */
    unsigned number; /* 2001, for formats that know rules as DJ2001; stable */
    const char *doc; /* one line, English; the Korean one is the message "check.<id>" of the pack */
    dj_severity severity; /* of its loud findings, unless checks.yaml says otherwise */
} dj_check_info;

/* Who said that a finding is known and accepted, and why. Reports show such a finding as suppressed; it counts no more. */
typedef enum dj_suppressed_by { DJ_BY_STORY, DJ_BY_CONFIGURATION, DJ_BY_BASELINE, DJ_SUPPRESSERS } dj_suppressed_by;
const char *dj_suppressed_by_name(dj_suppressed_by by); /* "story", "configuration", "baseline" (contract) */

typedef struct dj_suppression {
    dj_suppressed_by by;
    dj_slice reason; /* empty for a baseline */
    dj_day until; /* the last day on which it holds; DJ_NO_DAY: it has no end */
    dj_place place; /* where it is written */
} dj_suppression;

typedef struct dj_finding {
    const dj_check_info *check;
    dj_severity severity;
    dj_slice message; /* one line: what differs, with the figures */
    dj_slice why; /* one sentence: what likely happened, what to do */
    DJ_VEC(const dj_mention *) claims; /* the odd one out first */
    char fingerprint[33]; /* 32 hex digits; survives edits elsewhere in the stories */
    const dj_suppression *suppression; /* NULL: the finding is in force */
} dj_finding;

typedef struct dj_findings {
    DJ_VEC(dj_finding *) list; /* worst first, then by check, story, place */
} dj_findings;

typedef struct dj_finding_counts {
    size_t by_severity[DJ_SEVERITIES]; /* of those in force */
    size_t suppressed, by[DJ_SUPPRESSERS]; /* of all, and of each */
} dj_finding_counts;
void dj_findings_count(const dj_findings *findings, dj_finding_counts *counts); /* adds to the counts */
/* Gives the second and later of findings that are alike in all but their places a fingerprint of its own, by their order. */
void dj_findings_tell_apart(dj_findings *findings);
#endif
