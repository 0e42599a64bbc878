/* The public library: everything that leaves it as bytes, through the caller's sink. */
#include "engine/library.h"

#include "base/screen.h"

bool daejo_pour(dj_buf *buf, daejo_sink *sink, void *context)
{
    dj_slice all = dj_buf_slice(buf);
    bool okay = all.n == 0 || sink(context, all.at, all.n);
    dj_buf_free(buf);
    return okay;
}

static bool add_kind(dj_slice name, uint32_t *kinds)
{
    dj_kind kind;
    if (dj_slice_is(name, "all"))
        *kinds = UINT32_MAX;
    else if (dj_kind_named(name, &kind))
        *kinds |= 1u << kind;
    else
        return false;
    return true;
}

static bool kinds_named(const char *list, uint32_t *kinds)
{
    *kinds = 0;
    if (!list) {
        *kinds = ~(1u << DJ_NUMBER);
        return true;
    }
    for (dj_slice rest = dj_slice_of(list);;) {
        size_t comma = dj_slice_find(rest, DJ_S(","), 0);
        if (!add_kind(dj_slice_trim(dj_slice_sub(rest, 0, comma)), kinds))
            return false;
        if (comma == rest.n)
            return true;
        rest = dj_slice_sub(rest, comma + 1, rest.n);
    }
}

static dj_report_command command_of(daejo_work work)
{
    return work == DAEJO_EXTRACT ? DJ_REPORT_EXTRACT : work == DAEJO_FACTS ? DJ_REPORT_FACTS : DJ_REPORT_CHECK;
}

const char *daejo_format_name(daejo_work work, size_t i)
{
    return dj_report_format(command_of(work), i);
}

const char *daejo_format_doc(daejo_work work, size_t i)
{
    return dj_report_doc(command_of(work), i);
}

static daejo_work work_of(const daejo_run *run)
{
    return run->options.extract_only ? DAEJO_EXTRACT : run->has_facts ? DAEJO_FACTS : DAEJO_CHECK;
}

/* false for an unknown kind */
static bool style_of(const daejo_style *style, dj_report_style *out)
{
    static const daejo_style plain = {0};
    const daejo_style *wanted = style ? style : &plain;
    *out = (dj_report_style){.color = wanted->color,
                             .width = wanted->width,
                             .unread = wanted->unread,
                             .version = daejo_version(),
                             .directory = wanted->directory ? dj_slice_of(wanted->directory) : DJ_NONE,
                             .temporary = wanted->temporary};
    return kinds_named(wanted->kinds, &out->kinds);
}

bool daejo_write(const daejo_run *run, const char *format, const daejo_style *style, daejo_sink *sink, void *context)
{
    dj_report_style own;
    const dj_report_form *form = dj_report_named(command_of(work_of(run)), dj_slice_of(format));
    return form && !run->is_streamed && style_of(style, &own) && dj_report_write(form, &run->result, &own, sink, context);
}

daejo_report *daejo_will_write(daejo_run *run, daejo_work work, const char *format, const daejo_style *style)
{
    dj_report_style own;
    const dj_report_form *form = dj_report_named(command_of(work), dj_slice_of(format));
    if (!form || !style_of(style, &own))
        return NULL;
    daejo_report *report = dj_alloc(run->arena, sizeof *report);
    report->run = run;
    report->work = work;
    report->form = form;
    report->style = own;
    *DJ_PUSH(run->arena, &run->reports) = report;
    return report;
}

bool daejo_report_write(daejo_report *report, daejo_sink *sink, void *context)
{
    const daejo_run *run = report->run;
    if (report->work != work_of(run))
        return false;
    if (!run->is_streamed || !report->is_begun)
        return dj_report_write(report->form, &run->result, &report->style, sink, context);
    return dj_report_end(&report->report, sink, context);
}

bool daejo_write_sets(const daejo_run *run, daejo_sink *sink, void *context)
{
    dj_buf out = dj_buf_new(SIZE_MAX);
    if (run->totals.stories)
        dj_report_sets(run->result.speech, run->sizes.at, run->sizes.n, &out);
    return daejo_pour(&out, sink, context);
}

bool daejo_mention_value(const daejo_mention *mention, daejo_sink *sink, void *context)
{
    dj_buf out = dj_buf_new(SIZE_MAX);
    dj_json json = {.out = &out};
    dj_value_json(&((const dj_mention *)mention)->value, &json);
    return daejo_pour(&out, sink, context);
}

daejo_problem daejo_problem_of(const dj_diags *problems, size_t i)
{
    if (i >= problems->list.n)
        return (daejo_problem){{"", 0}, 0, 0, {"", 0}, {"", 0}};
    const dj_diag *diag = &problems->list.at[i];
    return (daejo_problem){daejo_text_of(diag->place.path), diag->place.line, diag->place.column, daejo_text_of(diag->message),
                           daejo_text_of(diag->place.excerpt)};
}

size_t daejo_rules_problem_count(const daejo_rules *rules)
{
    return rules->problems.list.n;
}

daejo_problem daejo_rules_problem(const daejo_rules *rules, size_t i)
{
    return daejo_problem_of(&rules->problems, i);
}

size_t daejo_problem_count(const daejo_run *run)
{
    return run->problems.list.n;
}

daejo_problem daejo_problem_at(const daejo_run *run, size_t i)
{
    return daejo_problem_of(&run->problems, i);
}

size_t daejo_remark_count(const daejo_run *run)
{
    return run->remarks.list.n;
}

daejo_problem daejo_remark_at(const daejo_run *run, size_t i)
{
    return daejo_problem_of(&run->remarks, i);
}

bool daejo_problem_write(const daejo_problem *problem, daejo_sink *sink, void *context)
{
    dj_place place = {
        {problem->path.at, problem->path.n}, problem->line, problem->column, {problem->excerpt.at, problem->excerpt.n}};
    dj_diag diag = {place, {problem->message.at, problem->message.n}};
    dj_buf out = dj_buf_new(SIZE_MAX);
    dj_diag_print(&diag, &out);
    return daejo_pour(&out, sink, context);
}

bool daejo_text_show(daejo_text text, daejo_sink *sink, void *context)
{
    dj_buf out = dj_buf_new(SIZE_MAX);
    dj_screen_add(&out, (dj_slice){text.at, text.n});
    return daejo_pour(&out, sink, context);
}

const char *daejo_severity_name(daejo_severity severity)
{
    return severity == DAEJO_CLEAN ? "clean" : dj_severity_name((dj_severity)(severity - 1));
}
