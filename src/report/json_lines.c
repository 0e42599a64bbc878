/* A finding a line, each the object that the JSON report has in its `findings`: for streams, and for jq. */
#include "report/json.h"
#include "report/listed.h"
#include "report/report.h"

static void add(dj_report *report, const dj_result_set *set)
{
    for (size_t i = 0; i < set->findings.list.n; i++) {
        const dj_finding *finding = set->findings.list.at[i];
        dj_json json = {.out = dj_report_part_of(report, dj_listed_part(finding))};
        dj_json_finding(&json, set->set.name, finding);
        dj_buf_byte(json.out, '\n');
    }
}

static void end(dj_report *report)
{
    for (size_t part = 0; part < DJ_REPORT_PARTS; part++)
        dj_report_pour(report, part);
}

const dj_report_form dj_report_json_lines = {.add = add, .end = end};
