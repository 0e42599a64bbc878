/* The public library: rule sets and runs, from loading to the work done. What was found is read by library_read.c. */
#include "engine/library.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/limits.h"
#include "base/nearest.h"
#include "base/path.h"
#include "check/check.h"
#include "engine/facts.h"
#include "engine/texts.h"
#include "read/rows.h"

const char *daejo_version(void)
{
    return DAEJO_VERSION;
}

const char *daejo_nearest(const char *word, const char *const *candidates)
{
    return dj_nearest(dj_slice_of(word), candidates);
}

daejo_run *daejo_run_new(const daejo_rules *rules)
{
    daejo_run *run = dj_grow(NULL, sizeof *run);
    *run = (daejo_run){.arena = dj_arena_new(), .rules = rules};
    run->problems.arena = run->remarks.arena = run->arena;
    run->options.remarks = &run->remarks;
    run->options.suppressing = (dj_suppressing){.today = DJ_NO_DAY, .folder = dj_path_absolute(run->arena, DJ_S("."))};
    run->stories.arena = run->arena;
    run->read.max_bytes = DJ_LIMIT_STORY_FILE;
    run->options.date = DJ_NO_DAY;
    run->options.rates = rules->rates;
    return run;
}

void daejo_run_free(daejo_run *run)
{
    if (!run)
        return;
    for (size_t i = 0; i < run->reports.n; i++)
        if (run->reports.at[i]->is_begun)
            dj_report_free(&run->reports.at[i]->report);
    dj_arena_free(run->arena);
    free(run);
}

bool daejo_set_input_format(daejo_run *run, const char *name)
{
    return dj_format_named(dj_slice_of(name), &run->read.format);
}

bool daejo_set_date(daejo_run *run, const char *day)
{
    dj_slice text = dj_slice_of(day);
    return text.n == strlen("2025-02-05") && dj_iso_parse(text, &run->options.date);
}

bool daejo_set_today(daejo_run *run, const char *day)
{
    dj_slice text = dj_slice_of(day);
    return text.n == strlen("2025-02-05") && dj_iso_parse(text, &run->options.suppressing.today);
}

static dj_slice kept_name(daejo_run *run, const char *name)
{
    return dj_slice_copy(run->arena, dj_slice_of(name));
}

static dj_slice kept_bytes(daejo_run *run, const char *bytes, size_t n)
{
    return (dj_slice){dj_copy(run->arena, bytes, n), n};
}

/* keeps the one before where this one is NULL */
static bool use_baseline(daejo_run *run, const dj_baseline *baseline)
{
    if (baseline)
        run->options.baseline = baseline;
    return baseline != NULL;
}

bool daejo_set_baseline(daejo_run *run, const char *path)
{
    return use_baseline(run, dj_baseline_read(run->arena, path, &run->problems));
}

bool daejo_set_baseline_text(daejo_run *run, const char *name, const char *bytes, size_t n)
{
    return use_baseline(run, dj_baseline_parse(run->arena, kept_name(run, name), kept_bytes(run, bytes, n), &run->problems));
}

bool daejo_set_language(daejo_run *run, const char *language)
{
    dj_slice lang = dj_slice_of(language);
    if (dj_slice_is(lang, "any") || !dj_rules_pack(run->rules->set, lang))
        return false;
    run->options.lang = dj_copy(run->arena, lang.at, lang.n);
    return true;
}

static bool use_rates(daejo_run *run, const dj_rates *rates)
{
    if (rates)
        run->options.rates = rates;
    return rates != NULL;
}

bool daejo_set_rates(daejo_run *run, const char *path)
{
    return use_rates(run, dj_rates_load(run->arena, path, &run->problems));
}

bool daejo_set_rates_text(daejo_run *run, const char *name, const char *bytes, size_t n)
{
    return use_rates(run, dj_rates_parse(run->arena, kept_name(run, name), kept_bytes(run, bytes, n), &run->problems));
}

/* problems_before: how many there were before the sheet was read */
static bool know_sheet(daejo_run *run, const dj_sheet *read, size_t problems_before)
{
    dj_texting by = {run->arena, run->rules->set, dj_scratch_new(), &run->problems};
    dj_knowns tried = {0}; /* before any story, so that what cannot be read is told once */
    dj_sheet_know(&by, read->facts.at, read->facts.n, dj_names_new(run->arena), run->options.date, &tried);
    dj_scratch_free(by.scratch);
    for (size_t i = 0; i < tried.list.n; i++)
        *DJ_PUSH(run->arena, &run->sheet.facts) = tried.list.at[i].fact;
    run->options.sheet = &run->sheet;
    return run->problems.list.n == problems_before;
}

bool daejo_set_facts(daejo_run *run, const char *path)
{
    size_t before = run->problems.list.n;
    dj_sheet read = {0};
    dj_sheet_read(run->arena, path, &read, &run->problems);
    return know_sheet(run, &read, before);
}

bool daejo_set_facts_text(daejo_run *run, const char *name, const char *bytes, size_t n)
{
    size_t before = run->problems.list.n;
    dj_sheet read = {0};
    dj_sheet_read_bytes(run->arena, kept_name(run, name), kept_bytes(run, bytes, n), &read, &run->problems);
    return know_sheet(run, &read, before);
}

bool daejo_set_grouping(daejo_run *run, const char *by)
{
    bool is_auto = strcmp(by, "auto") == 0;
    if (is_auto || strcmp(by, "given") == 0)
        run->options.group_by_event = is_auto;
    return is_auto || strcmp(by, "given") == 0;
}

void daejo_set_threads(daejo_run *run, size_t n)
{
    run->options.threads = n;
}

bool daejo_only_check(daejo_run *run, const char *check)
{
    size_t row;
    if (!dj_check_named(dj_slice_of(check), &row))
        return false;
    run->checks_named |= UINT64_C(1) << row;
    return true;
}

bool daejo_skip_check(daejo_run *run, const char *check)
{
    size_t row;
    if (!dj_check_named(dj_slice_of(check), &row))
        return false;
    run->options.checks_off |= UINT64_C(1) << row;
    return true;
}

const char *daejo_language(const daejo_run *run)
{
    return run->result.speech ? run->result.speech->lang.at : "en";
}

const char *daejo_stage_name(daejo_stage stage)
{
    static const char *const names[DAEJO_STAGES] = {
        [DAEJO_STAGE_READ] = "read",           [DAEJO_STAGE_GROUP] = "group", [DAEJO_STAGE_EXTRACT] = "extract",
        [DAEJO_STAGE_NORMALISE] = "normalise", [DAEJO_STAGE_ALIGN] = "align", [DAEJO_STAGE_CHECK] = "check"};
    return stage < DAEJO_STAGES ? names[stage] : NULL;
}

void daejo_set_watcher(daejo_run *run, daejo_watcher *watcher, void *context)
{
    run->options.watcher = watcher;
    run->options.watcher_context = context;
}

static size_t stories_so_far(const daejo_run *run)
{
    return run->stories.list.n + (run->stories.rows ? run->stories.rows->list.n : 0);
}

/* every report that is asked for can be written set by set */
static bool can_stream(const daejo_run *run)
{
    for (size_t i = 0; i < run->reports.n; i++)
        if (run->reports.at[i]->form->whole)
            return false;
    return run->reports.n > 0;
}

/* before stories are read: whether rows wait for their set, which they can where sets are what the stories say */
static void make_rows(daejo_run *run)
{
    if (!run->stories.rows && can_stream(run) && !run->has_draft && !run->options.group_by_event)
        run->stories.rows = dj_rows_new(run->arena);
}

bool daejo_add_path(daejo_run *run, const char *path)
{
    make_rows(run);
    size_t before = stories_so_far(run);
    dj_read_path(dj_copy(run->arena, path, strlen(path)), &run->read, &run->stories, &run->problems);
    if (run->options.watcher)
        run->options.watcher(run->options.watcher_context, &(daejo_progress){DAEJO_STAGE_READ, stories_so_far(run), 0, 0});
    return stories_so_far(run) > before;
}

/* the stories from `before` on are drafts; false where there is none */
static bool are_drafts(daejo_run *run, size_t before)
{
    for (size_t i = before; i < run->stories.list.n; i++)
        run->stories.list.at[i]->is_draft = true;
    return run->stories.list.n > before;
}

/* Where stories of one set are asked for, or an order among all: rows are stories like others from here on. */
static void read_rows(daejo_run *run)
{
    dj_rows *rows = run->stories.rows;
    run->stories.rows = NULL;
    if (!rows || rows->list.n == 0)
        return;
    const dj_row **all = dj_alloc(run->arena, rows->list.n * sizeof *all);
    for (size_t i = 0; i < rows->list.n; i++)
        all[i] = &rows->list.at[i];
    dj_rows_read(rows, all, rows->list.n, &run->stories, &run->problems);
}

/* how many stories there are before them */
static size_t begin_drafts(daejo_run *run)
{
    run->has_draft = true;
    read_rows(run);
    return run->stories.list.n;
}

bool daejo_add_draft(daejo_run *run, const char *path)
{
    size_t before = begin_drafts(run);
    daejo_add_path(run, path);
    return are_drafts(run, before);
}

bool daejo_add_story(daejo_run *run, const char *set, const char *name, const char *bytes, size_t n)
{
    make_rows(run);
    size_t before = stories_so_far(run);
    dj_read_bytes(kept_bytes(run, bytes, n), kept_name(run, name), kept_name(run, set), &run->read, &run->stories,
                  &run->problems);
    return stories_so_far(run) > before;
}

bool daejo_add_draft_story(daejo_run *run, const char *name, const char *bytes, size_t n)
{
    size_t before = begin_drafts(run);
    daejo_add_story(run, "", name, bytes, n);
    return are_drafts(run, before);
}

static void list_results(daejo_run *run)
{
    for (size_t s = 0; s < run->result.sets.n; s++) {
        const dj_result_set *set = run->result.sets.at[s];
        for (size_t i = 0; i < set->set.texts.n; i++)
            *DJ_PUSH(run->arena, &run->texts) = set->set.texts.at[i];
        for (size_t i = 0; i < set->set.facts.n; i++)
            *DJ_PUSH(run->arena, &run->facts) = set->set.facts.at[i];
        for (size_t i = 0; i < set->findings.list.n; i++)
            *DJ_PUSH(run->arena, &run->findings) = set->findings.list.at[i];
    }
}

static void take_set(void *context, const dj_result *known, const dj_result_set *set)
{
    daejo_run *run = context;
    dj_report_count(&run->totals, set);
    *DJ_PUSH(run->arena, &run->sizes) = (dj_set_size){set->set.name, set->set.texts.n};
    for (size_t i = 0; run->is_streamed && i < run->reports.n; i++) {
        daejo_report *report = run->reports.at[i];
        if (!report->is_begun)
            dj_report_begin(&report->report, report->form, known, known->n_sets, &report->style);
        report->is_begun = true;
        dj_report_add(&report->report, set);
    }
}

static void list_kept(daejo_run *run)
{
    for (size_t i = 0; i < run->result.sets.n; i++)
        take_set(run, &run->result, run->result.sets.at[i]);
    list_results(run);
}

static bool work(daejo_run *run, bool extract_only)
{
    if (!run->is_done) {
        run->is_done = true;
        run->options.extract_only = extract_only;
        run->is_streamed = can_stream(run);
        run->options.taker = run->is_streamed ? take_set : NULL;
        run->options.taker_context = run;
        if (!run->is_streamed || run->options.group_by_event)
            read_rows(run);
        if (run->checks_named)
            run->options.checks_off |= ~run->checks_named;
        else if (run->config)
            run->options.checks_off |= run->config->checks_off;
        if (run->has_draft)
            run->options.group_by_event = false;
        for (size_t i = 0; run->has_draft && i < run->stories.list.n; i++)
            run->stories.list.at[i]->set = DJ_S("");
        dj_run_stages(run->arena, run->rules->set, &run->stories, &run->options, &run->problems, &run->result);
        list_kept(run);
    }
    return run->totals.stories > 0;
}

bool daejo_extract(daejo_run *run)
{
    return work(run, true);
}

bool daejo_check(daejo_run *run)
{
    return work(run, false);
}

bool daejo_facts(daejo_run *run)
{
    bool is_first = !run->is_done, okay = work(run, false);
    if (is_first && okay) {
        run->has_facts = true;
        dj_facts_agreed(run->arena, run->rules->set, &run->result);
    }
    return okay;
}
