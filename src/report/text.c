/* The report for reading, made for an editor on deadline: loud findings first, each with who says what and where; then
 * notes, few lines each; then the facts side by side; then what is suppressed, and the counts. Several sets follow each other within each part,
 * so that what is worst stands first whatever the number of sets. */
#include "report/counts.h"
#include "report/finding.h"
#include "report/table.h"

typedef struct view {
    dj_flow flow;
    const dj_result *result;
    const dj_pack *speech;
} view;

static void set_title(view *v, dj_slice name)
{
    dj_flow_begin(&v->flow, 0, 3);
    dj_flow_add(&v->flow, DJ_S("== "), DJ_FAINT);
    dj_flow_add(&v->flow, name, DJ_BOLD);
    dj_flow_add(&v->flow, DJ_S(" =="), DJ_FAINT);
    dj_flow_end(&v->flow);
    dj_buf_byte(v->flow.out, '\n');
}

/* all findings of the sets that are loud, or all that are not; whether there was any */
static bool findings(view *v, bool loud_ones)
{
    bool any = false;
    for (size_t s = 0; s < v->result->sets.n; s++) {
        const dj_result_set *set = v->result->sets.at[s];
        bool is_first = true;
        for (size_t i = 0; i < set->findings.list.n; i++) {
            const dj_finding *finding = set->findings.list.at[i];
            if (finding->suppression || (finding->severity > DJ_NOTE) != loud_ones)
                continue;
            if (is_first && v->result->sets.n > 1)
                set_title(v, set->set.name);
            is_first = false;
            (loud_ones ? dj_show_loud : dj_show_quiet)(&v->flow, v->speech, finding);
        }
        any = any || !is_first;
        if (!is_first && !loud_ones)
            dj_buf_byte(v->flow.out, '\n');
    }
    return any;
}

static void tables(view *v)
{
    for (size_t s = 0; s < v->result->sets.n; s++) {
        const dj_set *set = &v->result->sets.at[s]->set;
        if (!dj_table_has_rows(set))
            continue;
        if (v->result->sets.n > 1)
            set_title(v, set->name);
        dj_table(&v->flow, set, &v->result->sets.at[s]->findings, v->speech);
        dj_buf_byte(v->flow.out, '\n');
    }
}

/* How many findings are suppressed, by whom, and those with a reason, a line each. */
static void suppressed(view *v, const dj_finding_counts *found)
{
    const dj_count counts[] = {{"n", found->suppressed},
                               {"story", found->by[DJ_BY_STORY]},
                               {"configuration", found->by[DJ_BY_CONFIGURATION]},
                               {"baseline", found->by[DJ_BY_BASELINE]}};
    dj_flow_begin(&v->flow, 0, 2);
    dj_say_counts(&v->flow, v->speech, "report-suppressed", counts, sizeof counts / sizeof *counts, DJ_FAINT);
    dj_flow_end(&v->flow);
    for (size_t s = 0; s < v->result->sets.n; s++) {
        const dj_findings *of = &v->result->sets.at[s]->findings;
        for (size_t i = 0; i < of->list.n; i++)
            if (of->list.at[i]->suppression && of->list.at[i]->suppression->by != DJ_BY_BASELINE)
                dj_show_suppressed(&v->flow, of->list.at[i]);
    }
    dj_buf_byte(v->flow.out, '\n');
}

static void summary(view *v)
{
    size_t facts = 0;
    dj_finding_counts found = {0};
    for (size_t s = 0; s < v->result->sets.n; s++) {
        const dj_result_set *set = v->result->sets.at[s];
        facts += set->set.facts.n;
        dj_findings_count(&set->findings, &found);
    }
    if (found.suppressed)
        suppressed(v, &found);
    const dj_count counts[] = {
        {"stories", v->result->n_stories}, {"mentions", v->result->n_mentions},  {"facts", facts},
        {"error", found.by_severity[DJ_ERROR]}, {"warning", found.by_severity[DJ_WARNING]}, {"note", found.by_severity[DJ_NOTE]}};
    dj_flow_begin(&v->flow, 0, 0);
    dj_say_counts(&v->flow, v->speech, "report-summary", counts, sizeof counts / sizeof *counts, DJ_BOLD);
    dj_flow_end(&v->flow);
}

static bool has_findings(const dj_result *result)
{
    for (size_t s = 0; s < result->sets.n; s++)
        if (result->sets.at[s]->findings.list.n)
            return true;
    return false;
}

void dj_report_text(const dj_result *result, const dj_report_style *style, dj_buf *out)
{
    view v = {dj_flow_new(out, style), result, result->speech};
    bool any = findings(&v, true);
    any = findings(&v, false) || any;
    if (!any) {
        dj_flow_begin(&v.flow, 0, 0);
        dj_say_counts(&v.flow, v.speech, has_findings(result) ? "report-nothing-else" : "report-nothing", NULL, 0, DJ_PLAIN);
        dj_flow_end(&v.flow);
        dj_buf_byte(out, '\n');
    }
    tables(&v);
    summary(&v);
}
