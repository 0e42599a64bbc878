/* The findings of a run as a baseline for later ones, see check/baseline.h: sorted, and a line each, so that a change of it
 * reads well in a version control system. What a story or the configuration suppresses needs no entry. */
#include "check/baseline.h"

#include <stdlib.h>

#include "base/json_out.h"
#include "report/report.h"

static int by_check_fingerprint(const void *a, const void *b)
{
    const dj_finding *x = *(const dj_finding *const *)a, *y = *(const dj_finding *const *)b;
    int c = strcmp(x->check->id, y->check->id);
    return c ? c : strcmp(x->fingerprint, y->fingerprint);
}

static void pair(dj_json *json, const char *key, dj_slice value)
{
    dj_json_key(json, key);
    dj_json_slice(json, value);
}

static void write_row(const dj_finding *finding, dj_slice set, dj_buf *out)
{
    dj_json json = {.out = out};
    dj_json_open(&json, '{');
    pair(&json, "fingerprint", dj_slice_of(finding->fingerprint));
    pair(&json, "check", dj_slice_of(finding->check->id));
    pair(&json, "set", set);
    pair(&json, "message", finding->message);
    dj_json_close(&json, '}');
}

static void add(dj_report *report, const dj_result_set *set)
{
    DJ_VEC(const dj_finding *) rows = {0};
    dj_buf *out = dj_report_part_of(report, 0);
    for (size_t i = 0; i < set->findings.list.n; i++) {
        const dj_finding *finding = set->findings.list.at[i];
        if (!finding->suppression || finding->suppression->by == DJ_BY_BASELINE)
            *DJ_PUSH(report->arena, &rows) = finding;
    }
    if (rows.n)
        qsort(rows.at, rows.n, sizeof *rows.at, by_check_fingerprint);
    for (size_t i = 0; i < rows.n; i++) {
        dj_buf_text(out, dj_spool_bytes(&report->parts[0]) ? ",\n" : "");
        write_row(rows.at[i], set->set.name, out);
    }
}

static void end(dj_report *report)
{
    dj_buf_text(&report->frame, "{\"schema\":\"" DJ_BASELINE_SCHEMA "\",\"findings\":[\n");
    dj_report_pour(report, 0);
    dj_buf_text(&report->frame, dj_spool_bytes(&report->parts[0]) ? "\n]}\n" : "]}\n");
}

const dj_report_form dj_report_baseline = {.add = add, .end = end};
