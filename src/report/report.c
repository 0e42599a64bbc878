/* The table of report formats, and how one is written, set by set or whole. */
#include "report/report.h"

typedef struct row {
    dj_report_command command;
    const char *name, *doc;
    const dj_report_form *form;
} row;

static const row rows[] = {
#define DJ_REPORT(NAME, command, name, form, doc) {DJ_REPORT_##command, name, doc, &form},
#include "report/reports.def"
#undef DJ_REPORT
};

enum { ROWS = sizeof rows / sizeof *rows };

const dj_report_form *dj_report_named(dj_report_command command, dj_slice format)
{
    for (size_t i = 0; i < ROWS; i++) {
        if (rows[i].command == command && dj_slice_is(format, rows[i].name))
            return rows[i].form;
    }
    return NULL;
}

static const row *row_of(dj_report_command command, size_t i)
{
    for (size_t r = 0; r < ROWS; r++) {
        if (rows[r].command == command && i-- == 0)
            return &rows[r];
    }
    return NULL;
}

const char *dj_report_format(dj_report_command command, size_t i)
{
    const row *found = row_of(command, i);
    return found ? found->name : NULL;
}

const char *dj_report_doc(dj_report_command command, size_t i)
{
    const row *found = row_of(command, i);
    return found ? found->doc : NULL;
}

void dj_report_begin(dj_report *report, const dj_report_form *form, const dj_result *result, size_t n_sets,
                     const dj_report_style *style)
{
    *report = (dj_report){
        .form = form, .result = result, .n_sets = n_sets, .style = *style, .arena = dj_arena_new(), .lasting = dj_arena_new()};
    for (size_t i = 0; i < DJ_REPORT_PARTS; i++)
        report->parts[i] = dj_spool_new(style->temporary);
}

void dj_report_count(dj_report_totals *totals, const dj_result_set *set)
{
    totals->sets++;
    totals->stories += set->set.texts.n;
    for (size_t i = 0; i < set->set.texts.n; i++)
        totals->mentions += set->set.texts.at[i]->mentions.n;
    totals->largest = set->set.texts.n > totals->largest ? set->set.texts.n : totals->largest;
    totals->facts += set->set.facts.n;
    totals->findings += set->findings.list.n;
    dj_findings_count(&set->findings, &totals->counts);
}

void dj_report_add(dj_report *report, const dj_result_set *set)
{
    dj_report_count(&report->totals, set);
    report->form->add(report, set);
    dj_arena_reset(report->arena);
    for (size_t i = 0; i < DJ_REPORT_PARTS; i++)
        dj_spool_settle(&report->parts[i]);
}

dj_buf *dj_report_part_of(dj_report *report, size_t part)
{
    return &report->parts[part].held;
}

static void flush(dj_report *report)
{
    if (!report->failed && report->frame.n)
        report->failed = !report->sink(report->context, report->frame.at, report->frame.n);
    report->frame.n = 0;
}

void dj_report_piece_begin(dj_report *report, size_t part, dj_report_piece *out)
{
    out->from = dj_spool_bytes(&report->parts[part]);
}

void dj_report_piece_end(dj_report *report, size_t part, dj_report_piece *out)
{
    out->to = dj_spool_bytes(&report->parts[part]);
}

void dj_report_pour_piece(dj_report *report, size_t part, const dj_report_piece *piece)
{
    flush(report);
    report->failed = report->failed ||
                     !dj_spool_pour(&report->parts[part], piece->from, piece->to, report->sink, report->context);
}

void dj_report_pour(dj_report *report, size_t part)
{
    dj_report_pour_piece(report, part, &(dj_report_piece){0, dj_spool_bytes(&report->parts[part])});
}

bool dj_report_end(dj_report *report, dj_sink *sink, void *context)
{
    report->sink = sink;
    report->context = context;
    report->failed = false;
    report->frame = dj_buf_new(SIZE_MAX);
    report->form->end(report);
    flush(report);
    dj_buf_free(&report->frame);
    return !report->failed;
}

void dj_report_free(dj_report *report)
{
    for (size_t i = 0; i < DJ_REPORT_PARTS; i++)
        dj_spool_free(&report->parts[i]);
    dj_arena_free(report->arena);
    dj_arena_free(report->lasting);
}

static bool write_at_once(const dj_report_form *form, const dj_result *result, const dj_report_style *style, dj_sink *sink,
                          void *context)
{
    dj_buf out = dj_buf_new(SIZE_MAX);
    form->whole(result, style, &out);
    bool okay = out.n == 0 || sink(context, out.at, out.n);
    dj_buf_free(&out);
    return okay;
}

bool dj_report_write(const dj_report_form *form, const dj_result *result, const dj_report_style *style, dj_sink *sink,
                     void *context)
{
    if (form->whole)
        return write_at_once(form, result, style, sink, context);
    dj_report report;
    dj_report_begin(&report, form, result, result->sets.n, style);
    for (size_t i = 0; i < result->sets.n; i++)
        dj_report_add(&report, result->sets.at[i]);
    bool okay = dj_report_end(&report, sink, context);
    dj_report_free(&report);
    return okay;
}
