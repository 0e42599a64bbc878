/* See engine.h. The stages in their order, and nothing of what they do: grouping and order of stories, which decide that
 * equal input gives equal output, are in group.c. */
#include "engine/engine.h"

#include "align/align.h"
#include "engine/event.h"
#include "engine/group.h"
#include "engine/texts.h"
#include "normalise/normalise.h"
#include "normalise/published.h"

typedef struct run {
    dj_texting by;
    const dj_run_options *options;
    size_t n_stories, n_findings; /* of all, and so far */
} run;

static void tell(const run *r, daejo_stage stage, size_t done)
{
    if (r->options->watcher)
        r->options->watcher(r->options->watcher_context, &(daejo_progress){stage, done, r->n_stories, r->n_findings});
}

static dj_day first_day(const dj_set *set)
{
    for (size_t i = 0; i < set->texts.n; i++)
        if (set->texts.at[i]->story->published != DJ_NO_DAY)
            return set->texts.at[i]->story->published;
    return DJ_NO_DAY;
}

/* *done: the stories behind it */
static void read_set(const run *r, const dj_story_group *group, size_t *done, dj_set *set, dj_knowns *known)
{
    set->name = group->name;
    dj_names *stems = dj_names_new(r->by.arena); /* a set's own, so that what is kept by stem stays small */
    set->stems = stems;
    for (size_t i = 0; i < group->n; i++) {
        dj_text *text = dj_text_of(&r->by, group->at[i], stems);
        if (text)
            *DJ_PUSH(r->by.arena, &set->texts) = text;
        tell(r, DAEJO_STAGE_EXTRACT, ++*done);
    }
    dj_date_stories(set->texts.at, set->texts.n, r->options->date);
    for (size_t i = 0; i < set->texts.n; i++)
        dj_normalise(r->by.arena, set->texts.at[i], r->by.scratch);
    if (r->options->sheet && !r->options->extract_only)
        dj_sheet_know(&r->by, r->options->sheet, stems, first_day(set), known);
    tell(r, DAEJO_STAGE_NORMALISE, *done);
}

static void compare_set(run *r, const dj_pack *speech, const dj_knowns *known, size_t *done, dj_result_set *out)
{
    const dj_settings *settings = dj_rules_settings(r->by.rules);
    dj_check_options options = {settings, r->options->rates, speech, r->options->checks_off, known, r->by.scratch};
    dj_align(r->by.arena, &out->set, settings);
    tell(r, DAEJO_STAGE_ALIGN, *done);
    dj_check(r->by.arena, &out->set, &options, &out->findings);
    dj_conversions_find(&(dj_checking){.arena = r->by.arena, .set = &out->set, .options = &options}, &out->conversions);
    dj_suppress(r->by.arena, &out->set, &r->options->suppressing, &out->findings, r->by.diags, r->options->remarks);
    r->n_findings += out->findings.list.n;
    *done += out->set.texts.n;
    tell(r, DAEJO_STAGE_CHECK, *done);
}

/* A check that could not speak is not one that found nothing. */
static uint64_t idle_checks(const dj_stories *stories, const dj_run_options *options)
{
    bool has_draft = false;
    for (size_t i = 0; i < stories->list.n; i++)
        has_draft = has_draft || stories->list.at[i]->is_draft;
    uint64_t idle = options->checks_off;
    if (!options->sheet)
        idle |= (uint64_t)1 << DJ_CHECK_fact_sheet;
    if (!options->rates)
        idle |= (uint64_t)1 << DJ_CHECK_conversion_rate;
    if (!has_draft)
        idle |= (uint64_t)1 << DJ_CHECK_unsupported;
    return idle;
}

void dj_run_stages(dj_arena *arena, const dj_rules *rules, const dj_stories *stories, const dj_run_options *options,
                   dj_diags *diags, dj_result *out)
{
    run r = {{arena, rules, dj_scratch_new(), diags}, options, stories->list.n, 0};
    size_t read = 0, compared = 0;
    if (options->group_by_event)
        dj_group_by_event(arena, rules, r.by.scratch, stories);
    tell(&r, DAEJO_STAGE_GROUP, stories->list.n);
    dj_story_groups groups = dj_group_stories(arena, stories);
    dj_knowns *known = dj_alloc(arena, (groups.n + 1) * sizeof *known);
    for (size_t i = 0; i < groups.n; i++) {
        dj_result_set *set = dj_alloc(arena, sizeof *set);
        read_set(&r, &groups.at[i], &read, &set->set, &known[i]);
        *DJ_PUSH(arena, &out->sets) = set;
        for (size_t t = 0; t < set->set.texts.n; t++)
            out->n_mentions += set->set.texts.at[t]->mentions.n;
        out->n_stories += set->set.texts.n;
    }
    out->checks_idle = idle_checks(stories, options);
    out->rates = options->rates;
    out->speech = dj_speech_pack(rules, out, options->lang);
    for (size_t i = 0; i < out->sets.n && !options->extract_only; i++)
        compare_set(&r, out->speech, &known[i], &compared, out->sets.at[i]);
    dj_suppress_tell_ended(&options->suppressing, options->remarks);
    out->has_baseline = options->baseline != NULL;
    if (options->baseline && !options->extract_only)
        dj_baseline_hold(options->baseline, out, options->remarks);
    dj_scratch_free(r.by.scratch);
}
