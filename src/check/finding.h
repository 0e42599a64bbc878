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

typedef struct dj_finding {
    const dj_check_info *check;
    dj_severity severity;
    dj_slice message; /* one line: what differs, with the figures */
    dj_slice why; /* one sentence: what likely happened, what to do */
    DJ_VEC(const dj_mention *) claims; /* the odd one out first */
    char fingerprint[33]; /* 32 hex digits; survives edits elsewhere in the stories */
} dj_finding;

typedef struct dj_findings {
    DJ_VEC(dj_finding *) list; /* worst first, then by check, story, place */
} dj_findings;
#endif
