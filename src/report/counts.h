/* Sentences of the reports that hold nothing but counts. */
#ifndef DJ_REPORT_COUNTS_H
#define DJ_REPORT_COUNTS_H
#include "report/flow.h"

typedef struct dj_count {
    const char *name; /* of the template's argument */
    size_t n;
} dj_count;

/* The pack's message `key`, filled and added to the flow's line; at most eight counts. */
void dj_say_counts(dj_flow *flow, const dj_pack *speech, const char *key, const dj_count *counts, size_t n, dj_paint paint);
/* the same, where there is no line to flow in */
void dj_say_plain(const dj_pack *speech, const char *key, const dj_count *counts, size_t n, dj_buf *out);
#endif
