/* Report writers: a row of reports.def each. They write into a buffer and know nothing of files or terminals. */
#ifndef DJ_REPORT_REPORT_H
#define DJ_REPORT_REPORT_H
#include "check/result.h"

typedef struct dj_report_style {
    bool color; /* terminal colours */
    unsigned width; /* columns of the terminal, 0: 100 */
    const char *version; /* of the program */
} dj_report_style;

typedef void dj_report_writer(const dj_result *result, const dj_report_style *style, dj_buf *out);
/* The writer of a format ("text", "json"), NULL for an unknown one. */
dj_report_writer *dj_report_named(dj_slice format);

/* What `daejo extract` prints: every mention of `kinds` (bit set by dj_kind) as a JSON line, or the stories with their
 * mentions marked. */
dj_report_writer *dj_extract_report_named(dj_slice format);
#endif
