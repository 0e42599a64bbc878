/* All findings of a run in one list, as the formats for other programs tell them, and their words. */
#ifndef DJ_REPORT_LISTED_H
#define DJ_REPORT_LISTED_H
#include "report/report.h"

typedef struct dj_listed {
    dj_slice set;
    const dj_finding *finding;
} dj_listed;

typedef struct dj_listing {
    DJ_VEC(dj_listed) list; /* those in force, worst first, then by set; then the suppressed ones likewise */
    size_t n_in_force;
    dj_finding_counts counts;
} dj_listing;

/* The same order for a report that is written set by set: each finding into its part, then one part after the other. */
size_t dj_listed_part(const dj_finding *finding);
void dj_list_findings(dj_arena *arena, const dj_result *result, dj_listing *out);
/* The message and, behind `between`, the why; whatever a story holds in them is made harmless as on a screen. */
void dj_add_words(dj_buf *out, const dj_finding *finding, const char *between);
/* by whom and why the finding is suppressed, on one line; nothing where it is in force */
void dj_add_suppression(dj_buf *out, const dj_pack *speech, const dj_finding *finding);
#endif
