/* Reports: a row of reports.def each. They write to a sink and know nothing of files or terminals. */
#ifndef DJ_REPORT_REPORT_H
#define DJ_REPORT_REPORT_H
#include "base/spool.h"
#include "check/result.h"

typedef struct dj_report_style {
    bool color; /* terminal colours */
    unsigned width; /* columns of the terminal, 0: 100 */
    uint32_t kinds; /* of the mentions to show, bit set by dj_kind; extract only */
    bool unread; /* list the figures that no rule claimed; extract only */
    const char *version; /* of the program */
    dj_slice directory; /* from which paths are told: an absolute one; empty for none */
    const char *temporary; /* a folder for what waits; NULL: /tmp */
} dj_report_style;

typedef enum dj_report_command { DJ_REPORT_CHECK, DJ_REPORT_FACTS, DJ_REPORT_EXTRACT } dj_report_command;

/* How a format is written: at once from a whole result, or set by set, in the order of the sets, into parts that follow each
 * other in the report, so that no set need outlive its turn. */
typedef struct dj_report dj_report;
typedef struct dj_report_form {
    void (*whole)(const dj_result *result, const dj_report_style *style, dj_buf *out); /* NULL: set by set, by the rest */
    void (*add)(dj_report *report, const dj_result_set *set); /* into the parts */
    void (*end)(dj_report *report); /* the frame, into `frame` and by dj_report_pour; may be called again */
} dj_report_form;

enum { DJ_REPORT_PARTS = 6 };
typedef struct dj_report_totals { /* of the sets so far */
    size_t sets, stories, mentions, facts, findings;
    size_t largest; /* stories of a set */
    dj_finding_counts counts;
} dj_report_totals;

struct dj_report {
    const dj_report_form *form;
    const dj_result *result; /* what is known before the sets: `speech`, `rates`, `has_baseline`, `checks_idle` */
    dj_report_style style;
    size_t n_sets; /* all that are to come */
    dj_report_totals totals;
    dj_arena *arena; /* of a set */
    dj_arena *lasting; /* of all sets */
    struct dj_page_kept *page; /* what is kept of them for the head of the page; HTML only */
    dj_spool parts[DJ_REPORT_PARTS];
    size_t figures, unread; /* what the coverage of stories adds up to; extract only */
    size_t tests, failures; /* of all suites; JUnit only */
    dj_buf frame; /* while the end is written: what stands between the parts */
    dj_sink *sink;
    void *context;
    bool failed; /* a part or the sink */
};

void dj_report_count(dj_report_totals *totals, const dj_result_set *set); /* one set more */

/* The form of a format ("text", "json"; for facts "yaml"; for extract "jsonl", "text"), NULL for an unknown one. */
const dj_report_form *dj_report_named(dj_report_command command, dj_slice format);
/* For a form that is written set by set: all sets, then the end. */
void dj_report_begin(dj_report *report, const dj_report_form *form, const dj_result *result, size_t n_sets,
                     const dj_report_style *style);
void dj_report_add(dj_report *report, const dj_result_set *set);
bool dj_report_end(dj_report *report, dj_sink *sink,
                   void *context); /* false: a sink refused, or there is no room for what waits */
void dj_report_free(dj_report *report);
/* Of any form, a result that has all its sets. */
bool dj_report_write(const dj_report_form *form, const dj_result *result, const dj_report_style *style, dj_sink *sink,
                     void *context);

/* For forms: the part that adding writes to; and while the end is written, what was gathered in it, behind the frame so far. */
dj_buf *dj_report_part_of(dj_report *report, size_t part);
void dj_report_pour(dj_report *report, size_t part);
typedef struct dj_report_piece { /* of a part: what is written between two calls */
    uint64_t from, to;
} dj_report_piece;
void dj_report_piece_begin(dj_report *report, size_t part, dj_report_piece *out);
void dj_report_piece_end(dj_report *report, size_t part, dj_report_piece *out);
void dj_report_pour_piece(dj_report *report, size_t part, const dj_report_piece *piece);

/* Row i of those of a command, NULL past the last. */
const char *dj_report_format(dj_report_command command, size_t i);
const char *dj_report_doc(dj_report_command command, size_t i);

#define DJ_REPORT(NAME, command, name, form, doc) extern const dj_report_form form;
#include "report/reports.def"
#undef DJ_REPORT
typedef struct dj_set_size {
    dj_slice name;
    size_t stories;
} dj_set_size;

/* How the stories were grouped: the sets of several stories, the largest first. */
void dj_report_sets(const dj_pack *speech, const dj_set_size *sets, size_t n, dj_buf *out);
#endif
