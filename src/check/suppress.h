/* Findings that are known and accepted: by comments of the stories and by the configuration. */
#ifndef DJ_CHECK_SUPPRESS_H
#define DJ_CHECK_SUPPRESS_H
#include "check/finding.h"
#include "rule/message.h"

typedef struct dj_standing { /* a suppression of the configuration */
    dj_suppression as;
    uint64_t checks; /* bit set by row of checks.def */
    dj_slice path; /* a form (dj_path_matches) of the story's path from the root; the next two as well: empty for any */
    dj_slice set, text; /* the set's name; words that the claim has, white space aside */
} dj_standing;

typedef struct dj_suppressing {
    dj_day today; /* DJ_NO_DAY: no suppression has ended */
    dj_slice folder; /* the working directory, for `path` */
    DJ_VEC(dj_standing) standing;
} dj_suppressing;

/* Marks what is suppressed. A finding stands where its first claim does; where no more than two stories are at odds, where
 * any claim does. Unknown checks in stories are told to diags; suppressions that have ended, to remarks. */
void dj_suppress(dj_arena *arena, const dj_set *set, const dj_suppressing *by, dj_findings *findings, dj_diags *diags,
                 dj_remarks *remarks);
/* Tells of those of the configuration that have ended, once a run. */
void dj_suppress_tell_ended(const dj_suppressing *by, dj_remarks *remarks);
#endif
