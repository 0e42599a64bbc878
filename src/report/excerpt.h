/* A claim in its sentence: as much around the figure as a line holds. */
#ifndef DJ_REPORT_EXCERPT_H
#define DJ_REPORT_EXCERPT_H
#include "report/flow.h"

void dj_excerpt(dj_flow *flow, const dj_mention *mention, size_t indent);
#endif
