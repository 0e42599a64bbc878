/* See engine.h. The stages in their order, and nothing of what they do: grouping and order of stories, which decide that
 * equal input gives equal output, are in group.c. A set goes through all of them before it is handed over, so that memory
 * need hold no more than the sets that threads are at. */
#include "engine/engine.h"

#include "align/align.h"
#include "base/parallel.h"
#include "engine/event.h"
#include "engine/group.h"
#include "engine/lacking.h"
#include "engine/texts.h"
#include "normalise/normalise.h"
#include "normalise/published.h"

typedef struct slot { /* a set on its way through the stages */
    dj_arena *arena; /* of what is found in it */
    dj_result_set *out;
    dj_knowns known;
    dj_diags read, compared; /* what the stages say of it */
    dj_remarks remarks;
} slot;

typedef struct run {
    dj_arena *arena; /* of what outlives a set; of the one who delivers */
    const dj_rules *rules;
    const dj_run_options *options;
    const dj_rows *rows;
    const dj_desk *desk; /* NULL without a fact sheet */
    dj_story_groups groups;
    dj_result *result;
    dj_diags *diags, compared; /* compared: said of the sets so far, to stand behind what was said as they were read */
    dj_lacking lacking; /* of the sets so far */
    dj_holding *holding; /* NULL without a baseline */
    slot *slots; /* by the remainder of the set's number */
    size_t n_slots, n_threads;
    dj_scratch **scratches; /* by thread */
    dj_lock *lock; /* of the rest, and of the watcher */
    size_t n_done[DAEJO_STAGES], n_findings; /* stories behind each stage; so far */
} run;

/* stories: further ones that are behind the stage */
static void tell(run *r, daejo_stage stage, size_t stories, size_t findings)
{
    dj_lock_take(r->lock);
    r->n_done[stage] += stories;
    r->n_findings += findings;
    daejo_progress now = {stage, r->n_done[stage], r->groups.n_stories, r->n_findings};
    if (r->options->watcher)
        r->options->watcher(r->options->watcher_context, &now);
    dj_lock_give(r->lock);
}

static void read_set(run *r, slot *s, const dj_story_group *group, dj_scratch *scratch)
{
    dj_set *set = &s->out->set;
    dj_texting texting = {s->arena, r->rules, scratch, &s->read};
    dj_names *stems = dj_names_new(s->arena); /* a set's own, so that what is kept by stem stays small */
    dj_story_group stories = dj_group_read(s->arena, group, r->rows, &s->read);
    set->name = group->name;
    set->stems = stems;
    for (size_t i = 0; i < stories.n; i++) {
        dj_text *text = dj_text_of(&texting, stories.at[i], stems);
        if (text)
            *DJ_PUSH(s->arena, &set->texts) = text;
        tell(r, DAEJO_STAGE_EXTRACT, 1, 0);
    }
    dj_date_stories(set->texts.at, set->texts.n, r->options->date);
    for (size_t i = 0; i < set->texts.n; i++)
        dj_normalise(s->arena, set->texts.at[i], scratch);
    if (r->desk)
        dj_sheet_know_for(&texting, r->desk, set, stems, &s->known);
    tell(r, DAEJO_STAGE_NORMALISE, set->texts.n, 0);
}

static void compare_set(run *r, slot *s, dj_scratch *scratch)
{
    dj_set *set = &s->out->set;
    const dj_settings *settings = dj_rules_settings(r->rules);
    dj_check_options options = {settings, r->options->rates, r->result->speech, r->options->checks_off, r->desk, &s->known,
                                scratch};
    dj_align(s->arena, set, settings, scratch);
    tell(r, DAEJO_STAGE_ALIGN, set->texts.n, 0);
    dj_check(s->arena, set, &options, &s->out->findings);
    dj_conversions_find(&(dj_checking){.arena = s->arena, .set = set, .options = &options}, &s->out->conversions);
    dj_suppress(s->arena, set, &r->options->suppressing, &s->out->findings, &s->compared, &s->remarks);
    tell(r, DAEJO_STAGE_CHECK, set->texts.n, s->out->findings.list.n);
}

static void do_set(void *context, size_t i, size_t worker)
{
    run *r = context;
    slot *s = &r->slots[i % r->n_slots];
    s->out = dj_alloc(s->arena, sizeof *s->out);
    s->known = (dj_knowns){0};
    s->read = s->compared = (dj_diags){.arena = s->arena};
    s->remarks = (dj_remarks){s->read, r->result->speech};
    read_set(r, s, &r->groups.at[i], r->scratches[worker]);
    if (!r->options->extract_only)
        compare_set(r, s, r->scratches[worker]);
}

static void count(dj_result *result, const dj_set *set)
{
    result->n_stories += set->texts.n;
    for (size_t t = 0; t < set->texts.n; t++)
        result->n_mentions += set->texts.at[t]->mentions.n;
}

/* Sets come in their order, whoever was first, and so does what is said of them. */
static void hand_over(void *context, size_t i)
{
    run *r = context;
    slot *s = &r->slots[i % r->n_slots];
    dj_diags_move(&s->read, r->diags);
    dj_diags_move(&s->compared, &r->compared);
    dj_diags_move(&s->remarks.list, r->options->remarks);
    count(r->result, &s->out->set);
    dj_lacking_count(r->arena, &s->out->set, &r->lacking);
    if (r->holding)
        dj_holding_set(r->holding, s->out->set.name, &s->out->findings);
    if (!r->options->taker) {
        *DJ_PUSH(r->arena, &r->result->sets) = s->out;
        return;
    }
    r->options->taker(r->options->taker_context, r->result, s->out);
    dj_arena_reset(s->arena);
}

/* A check that could not speak is not one that found nothing. */
static uint64_t idle_checks(const dj_stories *stories, const dj_run_options *options)
{
    bool has_draft = false;
    for (size_t i = 0; i < stories->list.n; i++)
        has_draft = has_draft || stories->list.at[i]->is_draft;
    for (size_t i = 0; stories->rows && i < stories->rows->list.n; i++)
        has_draft = has_draft || stories->rows->list.at[i].is_draft;
    uint64_t idle = options->checks_off;
    if (!options->sheet)
        idle |= (uint64_t)1 << DJ_CHECK_fact_sheet;
    if (!options->rates)
        idle |= (uint64_t)1 << DJ_CHECK_conversion_rate;
    if (!has_draft)
        idle |= (uint64_t)1 << DJ_CHECK_unsupported;
    return idle;
}

/* A set that is done waits for those before it, so a few more may be on their way than there are threads. */
static void begin(run *r)
{
    enum { AHEAD = 4 };
    size_t n = r->groups.n ? r->groups.n : 1, wanted = r->options->threads ? r->options->threads : 1;
    r->lock = dj_lock_new();
    r->n_threads = wanted < n ? wanted : n;
    r->n_threads = r->n_threads < DJ_MOST_THREADS ? r->n_threads : DJ_MOST_THREADS;
    r->n_slots = r->n_threads == 1 ? 1 : AHEAD * r->n_threads < n ? AHEAD * r->n_threads : n;
    r->slots = dj_alloc(r->arena, r->n_slots * sizeof *r->slots);
    r->scratches = dj_alloc(r->arena, r->n_threads * sizeof(dj_scratch *));
    for (size_t i = 0; i < r->n_slots; i++)
        r->slots[i].arena = dj_arena_new();
    for (size_t i = 0; i < r->n_threads; i++)
        r->scratches[i] = dj_scratch_new();
    r->compared.arena = r->arena;
    dj_diags told = {.arena = r->arena}; /* when the sheet was read */
    if (r->options->sheet && !r->options->extract_only)
        r->desk = dj_sheet_ready(&(dj_texting){r->arena, r->rules, r->scratches[0], &told}, r->options->sheet, r->options->date);
    if (r->options->baseline && !r->options->extract_only)
        r->holding = dj_holding_begin(r->arena, r->options->baseline);
}

static void end(run *r)
{
    for (size_t i = 0; i < r->n_threads; i++)
        dj_scratch_free(r->scratches[i]);
    for (size_t i = 0; i < r->n_slots; i++) {
        if (r->options->taker)
            dj_arena_free(r->slots[i].arena);
        else
            dj_arena_adopt(r->arena, r->slots[i].arena);
    }
    dj_lock_free(r->lock);
}

static void group(run *r, const dj_stories *stories)
{
    if (r->options->group_by_event) {
        dj_scratch *scratch = dj_scratch_new();
        dj_group_by_event(r->arena, r->rules, scratch, stories);
        dj_scratch_free(scratch);
    }
    r->groups = dj_group_stories(r->arena, stories);
}

void dj_run_stages(dj_arena *arena, const dj_rules *rules, const dj_stories *stories, const dj_run_options *options,
                   dj_diags *diags, dj_result *out)
{
    run r = {.arena = arena, .rules = rules, .options = options, .rows = stories->rows, .result = out, .diags = diags};
    group(&r, stories);
    begin(&r);
    tell(&r, DAEJO_STAGE_GROUP, r.groups.n_stories, 0);
    out->n_sets = r.groups.n;
    out->checks_idle = idle_checks(stories, options);
    out->rates = options->rates;
    out->has_baseline = options->baseline != NULL;
    out->speech = dj_speech_pack(rules, &r.groups, r.rows, options->lang);
    dj_parallel(r.groups.n, r.n_threads, &(dj_parallel_work){do_set, hand_over, r.n_slots}, &r);
    dj_diags_move(&r.compared, diags);
    dj_remarks last = {{.arena = arena}, out->speech};
    dj_lacking_tell(&r.lacking, &last);
    dj_suppress_tell_ended(&options->suppressing, &last);
    if (r.holding)
        dj_holding_end(r.holding, out->checks_idle, &last);
    dj_diags_move(&last.list, options->remarks);
    end(&r);
}
