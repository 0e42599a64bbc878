/* See engine.h. The stages in their order, and nothing of what they do: grouping and order of stories, which decide that
 * equal input gives equal output, are in group.c. */
#include "engine/engine.h"

#include "align/align.h"
#include "base/parallel.h"
#include "engine/event.h"
#include "engine/group.h"
#include "engine/texts.h"
#include "normalise/normalise.h"
#include "normalise/published.h"

typedef struct work { /* a set on its way through the stages */
    const dj_story_group *group;
    dj_result_set *out;
    dj_knowns known;
    dj_diags diags, remarks; /* of the stage at hand, in the set's order among all when it is done */
} work;

typedef struct hand { /* what a thread works with */
    dj_arena *arena; /* of the results; the run's in the end */
    dj_scratch *scratch;
} hand;

typedef struct run {
    const dj_rules *rules;
    const dj_run_options *options;
    dj_result *result;
    work *sets;
    hand *hands;
    size_t n_hands;
    dj_lock *lock; /* of the rest, and of the watcher */
    size_t n_stories, n_done, n_findings; /* of all; behind the stage, and so far */
} run;

/* stories: further ones that are behind the stage */
static void tell(run *r, daejo_stage stage, size_t stories, size_t findings)
{
    dj_lock_take(r->lock);
    r->n_done += stories;
    r->n_findings += findings;
    if (r->options->watcher)
        r->options->watcher(r->options->watcher_context, &(daejo_progress){stage, r->n_done, r->n_stories, r->n_findings});
    dj_lock_give(r->lock);
}

static dj_day first_day(const dj_set *set)
{
    for (size_t i = 0; i < set->texts.n; i++)
        if (set->texts.at[i]->story->published != DJ_NO_DAY)
            return set->texts.at[i]->story->published;
    return DJ_NO_DAY;
}

static void read_set(void *context, size_t index, size_t worker)
{
    run *r = context;
    work *w = &r->sets[index];
    hand *by = &r->hands[worker];
    dj_arena *arena = by->arena;
    dj_set *set = &w->out->set;
    dj_texting texting = {arena, r->rules, by->scratch, &w->diags};
    dj_names *stems = dj_names_new(arena); /* a set's own, so that what is kept by stem stays small */
    w->diags.arena = arena;
    set->name = w->group->name;
    set->stems = stems;
    for (size_t i = 0; i < w->group->n; i++) {
        dj_text *text = dj_text_of(&texting, w->group->at[i], stems);
        if (text)
            *DJ_PUSH(arena, &set->texts) = text;
        tell(r, DAEJO_STAGE_EXTRACT, 1, 0);
    }
    dj_date_stories(set->texts.at, set->texts.n, r->options->date);
    for (size_t i = 0; i < set->texts.n; i++)
        dj_normalise(arena, set->texts.at[i], by->scratch);
    if (r->options->sheet && !r->options->extract_only)
        dj_sheet_know(&texting, r->options->sheet, stems, first_day(set), &w->known);
    tell(r, DAEJO_STAGE_NORMALISE, 0, 0);
}

static void compare_set(void *context, size_t index, size_t worker)
{
    run *r = context;
    work *w = &r->sets[index];
    dj_arena *arena = r->hands[worker].arena;
    const dj_settings *settings = dj_rules_settings(r->rules);
    dj_check_options options = {settings, r->options->rates, r->result->speech, r->options->checks_off, &w->known, r->hands[worker].scratch};
    w->diags.arena = w->remarks.arena = arena;
    dj_align(arena, &w->out->set, settings);
    tell(r, DAEJO_STAGE_ALIGN, 0, 0);
    dj_check(arena, &w->out->set, &options, &w->out->findings);
    dj_conversions_find(&(dj_checking){.arena = arena, .set = &w->out->set, .options = &options}, &w->out->conversions);
    dj_suppress(arena, &w->out->set, &r->options->suppressing, &w->out->findings, &w->diags, &w->remarks);
    tell(r, DAEJO_STAGE_CHECK, w->out->set.texts.n, w->out->findings.list.n);
}

static void move_diags(dj_diags *from, dj_diags *to)
{
    for (size_t i = 0; i < from->list.n; i++)
        *DJ_PUSH(to->arena, &to->list) = from->list.at[i];
    from->list.n = 0;
}

/* a stage of all sets; what it says comes in the order of the sets, whoever was first */
static void each_set(run *r, size_t n, dj_parallel_work *stage, dj_diags *diags)
{
    r->n_done = 0;
    dj_parallel(n, r->n_hands, stage, r);
    for (size_t i = 0; i < n; i++) {
        move_diags(&r->sets[i].diags, diags);
        move_diags(&r->sets[i].remarks, r->options->remarks);
    }
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

/* the threads' memory becomes the run's; the first works in it from the beginning */
static void begin(run *r, dj_arena *arena, size_t n_sets)
{
    r->lock = dj_lock_new();
    r->n_hands = r->options->threads < n_sets ? r->options->threads : n_sets;
    r->n_hands = r->n_hands < 1 ? 1 : r->n_hands > DJ_MOST_THREADS ? DJ_MOST_THREADS : r->n_hands;
    r->hands = dj_alloc(arena, r->n_hands * sizeof *r->hands);
    for (size_t i = 0; i < r->n_hands; i++)
        r->hands[i] = (hand){i == 0 ? arena : dj_arena_new(), dj_scratch_new()};
}

static void end(run *r, dj_arena *arena)
{
    for (size_t i = 0; i < r->n_hands; i++) {
        dj_scratch_free(r->hands[i].scratch);
        if (i > 0)
            dj_arena_adopt(arena, r->hands[i].arena);
    }
    dj_lock_free(r->lock);
}

static void list_sets(run *r, dj_arena *arena, const dj_story_groups *groups)
{
    r->sets = dj_alloc(arena, (groups->n + 1) * sizeof *r->sets);
    for (size_t i = 0; i < groups->n; i++) {
        r->sets[i] = (work){.group = &groups->at[i], .out = dj_alloc(arena, sizeof(dj_result_set))};
        *DJ_PUSH(arena, &r->result->sets) = r->sets[i].out;
    }
}

static void count(dj_result *result)
{
    for (size_t i = 0; i < result->sets.n; i++) {
        const dj_set *set = &result->sets.at[i]->set;
        result->n_stories += set->texts.n;
        for (size_t t = 0; t < set->texts.n; t++)
            result->n_mentions += set->texts.at[t]->mentions.n;
    }
}

static dj_story_groups group(const run *r, dj_arena *arena, const dj_stories *stories)
{
    if (r->options->group_by_event) {
        dj_scratch *scratch = dj_scratch_new();
        dj_group_by_event(arena, r->rules, scratch, stories);
        dj_scratch_free(scratch);
    }
    return dj_group_stories(arena, stories);
}

void dj_run_stages(dj_arena *arena, const dj_rules *rules, const dj_stories *stories, const dj_run_options *options,
                   dj_diags *diags, dj_result *out)
{
    run r = {.rules = rules, .options = options, .result = out, .n_stories = stories->list.n};
    dj_story_groups groups = group(&r, arena, stories);
    begin(&r, arena, groups.n);
    tell(&r, DAEJO_STAGE_GROUP, stories->list.n, 0);
    list_sets(&r, arena, &groups);
    each_set(&r, groups.n, read_set, diags);
    count(out);
    out->checks_idle = idle_checks(stories, options);
    out->rates = options->rates;
    out->speech = dj_speech_pack(rules, out, options->lang);
    if (!options->extract_only)
        each_set(&r, groups.n, compare_set, diags);
    dj_suppress_tell_ended(&options->suppressing, options->remarks);
    out->has_baseline = options->baseline != NULL;
    if (options->baseline && !options->extract_only)
        dj_baseline_hold(options->baseline, out, options->remarks);
    end(&r, arena);
}
