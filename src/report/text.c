/* The report for reading, made for an editor on deadline: loud findings first, each with who says what and where; then
 * notes, few lines each; then the facts side by side; then what is suppressed, and the counts. Several sets follow each
 * other within each part, so that what is worst stands first whatever the number of sets. */
#include "report/counts.h"
#include "report/finding.h"
#include "report/table.h"

enum { LOUD, QUIET, TABLES, SUPPRESSED }; /* the parts */

static void set_title(const dj_report *report, dj_flow *flow, dj_slice name)
{
    if (report->n_sets < 2)
        return;
    dj_flow_begin(flow, 0, 3);
    dj_flow_add(flow, DJ_S("== "), DJ_FAINT);
    dj_flow_add(flow, name, DJ_BOLD);
    dj_flow_add(flow, DJ_S(" =="), DJ_FAINT);
    dj_flow_end(flow);
    dj_buf_byte(flow->out, '\n');
}

/* those of the set that are loud, or all that are not */
static void findings(dj_report *report, const dj_result_set *set, bool loud_ones)
{
    dj_flow flow = dj_flow_new(dj_report_part_of(report, loud_ones ? LOUD : QUIET), &report->style);
    bool is_first = true;
    for (size_t i = 0; i < set->findings.list.n; i++) {
        const dj_finding *finding = set->findings.list.at[i];
        if (finding->suppression || (finding->severity > DJ_NOTE) != loud_ones)
            continue;
        if (is_first)
            set_title(report, &flow, set->set.name);
        is_first = false;
        (loud_ones ? dj_show_loud : dj_show_quiet)(&flow, report->result->speech, finding);
    }
    if (!is_first && !loud_ones)
        dj_buf_byte(flow.out, '\n');
}

static void table(dj_report *report, const dj_result_set *set)
{
    dj_flow flow = dj_flow_new(dj_report_part_of(report, TABLES), &report->style);
    if (!dj_table_has_rows(&set->set))
        return;
    set_title(report, &flow, set->set.name);
    dj_table(&flow, &set->set, &set->findings, report->result->speech);
    dj_buf_byte(flow.out, '\n');
}

/* those with a reason, a line each */
static void suppressed(dj_report *report, const dj_result_set *set)
{
    dj_flow flow = dj_flow_new(dj_report_part_of(report, SUPPRESSED), &report->style);
    for (size_t i = 0; i < set->findings.list.n; i++) {
        const dj_finding *finding = set->findings.list.at[i];
        if (finding->suppression && finding->suppression->by != DJ_BY_BASELINE)
            dj_show_suppressed(&flow, finding);
    }
}

static void add(dj_report *report, const dj_result_set *set)
{
    findings(report, set, true);
    findings(report, set, false);
    table(report, set);
    suppressed(report, set);
}

static void say(dj_report *report, size_t indent, const char *key, const dj_count *counts, size_t n, dj_paint paint)
{
    dj_flow flow = dj_flow_new(&report->frame, &report->style);
    dj_flow_begin(&flow, 0, indent);
    dj_say_counts(&flow, report->result->speech, key, counts, n, paint);
    dj_flow_end(&flow);
}

static void say_suppressed(dj_report *report)
{
    const dj_finding_counts *found = &report->totals.counts;
    const dj_count counts[] = {{"n", found->suppressed},
                               {"story", found->by[DJ_BY_STORY]},
                               {"configuration", found->by[DJ_BY_CONFIGURATION]},
                               {"baseline", found->by[DJ_BY_BASELINE]}};
    if (!found->suppressed)
        return;
    say(report, 2, "report-suppressed", counts, sizeof counts / sizeof *counts, DJ_FAINT);
    dj_report_pour(report, SUPPRESSED);
    dj_buf_byte(&report->frame, '\n');
}

static void end(dj_report *report)
{
    const dj_report_totals *totals = &report->totals;
    const size_t *by = totals->counts.by_severity;
    const dj_count counts[] = {{"stories", totals->stories}, {"mentions", totals->mentions}, {"facts", totals->facts},
                               {"error", by[DJ_ERROR]},      {"warning", by[DJ_WARNING]},    {"note", by[DJ_NOTE]}};
    dj_report_pour(report, LOUD);
    dj_report_pour(report, QUIET);
    if (by[DJ_ERROR] + by[DJ_WARNING] + by[DJ_NOTE] == 0) {
        say(report, 0, totals->findings ? "report-nothing-else" : "report-nothing", NULL, 0, DJ_PLAIN);
        dj_buf_byte(&report->frame, '\n');
    }
    dj_report_pour(report, TABLES);
    say_suppressed(report);
    say(report, 0, "report-summary", counts, sizeof counts / sizeof *counts, DJ_BOLD);
}

const dj_report_form dj_report_text = {.add = add, .end = end};
