/* The public library: a run from its beginning to the work done. Its options are in library_options.c; what was found is read
 * by library_read.c. */
#include "engine/library.h"

#include <stdlib.h>

#include "base/limits.h"
#include "base/nearest.h"
#include "base/path.h"
#include "engine/facts.h"
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
    dj_read_bytes(daejo_kept(run, bytes, n), daejo_kept(run, name, strlen(name)), daejo_kept(run, set, strlen(set)), &run->read,
                  &run->stories, &run->problems);
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
