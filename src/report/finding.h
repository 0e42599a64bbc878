/* A finding for reading: what differs, who says what and where, why it matters. */
#ifndef DJ_REPORT_FINDING_H
#define DJ_REPORT_FINDING_H
#include "report/flow.h"

void dj_show_loud(dj_flow *flow, const dj_pack *speech, const dj_finding *finding); /* with excerpts, and an empty line after */
void dj_show_quiet(dj_flow *flow, const dj_pack *speech, const dj_finding *finding); /* in few lines */
void dj_show_suppressed(dj_flow *flow, const dj_finding *finding); /* a line: the reason, and where it is written */
#endif
