/* Report writers: a row of reports.def each. They write into a buffer and know nothing of files or terminals. */
#ifndef DJ_REPORT_REPORT_H
#define DJ_REPORT_REPORT_H
#include "check/result.h"

typedef struct dj_report_style {
    bool color; /* terminal colours */
    unsigned width; /* columns of the terminal, 0: 100 */
    uint32_t kinds; /* of the mentions to show, bit set by dj_kind; extract only */
    bool unread; /* list the figures that no rule claimed; extract only */
    const char *version; /* of the program */
    dj_slice directory; /* from which paths are told: an absolute one; empty for none */
} dj_report_style;

typedef void dj_report_writer(const dj_result *result, const dj_report_style *style, dj_buf *out);

typedef enum dj_report_command { DJ_REPORT_CHECK, DJ_REPORT_FACTS, DJ_REPORT_EXTRACT } dj_report_command;

/* The writer of a format ("text", "json"; for facts "yaml"; for extract "jsonl", "text"), NULL for an unknown one. */
dj_report_writer *dj_report_named(dj_report_command command, dj_slice format);

/* Row i of those of a command, NULL past the last. */
const char *dj_report_format(dj_report_command command, size_t i);
const char *dj_report_doc(dj_report_command command, size_t i);

#define DJ_REPORT(NAME, command, name, writer, doc) dj_report_writer writer;
#include "report/reports.def"
#undef DJ_REPORT
/* How the stories were grouped: the sets of several stories, the largest first. */
void dj_report_sets(const dj_result *result, dj_buf *out);
#endif
