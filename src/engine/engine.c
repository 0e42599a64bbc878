/* See engine.h. The stages in their order, and nothing of what they do: grouping and order of stories, which decide that
 * equal input gives equal output, are in group.c. */
#include "engine/engine.h"

#include "align/align.h"
#include "engine/group.h"
#include "extract/extract.h"
#include "normalise/normalise.h"
#include "normalise/published.h"

typedef struct run {
    dj_arena *arena;
    const dj_rules *rules;
    const dj_run_options *options;
    dj_scratch *scratch;
    dj_diags *diags;
} run;

/* where a rule backtracked without end, figures may be missing: never without a word */
static void tell_stopped(const run *r, const dj_text *text)
{
    for (size_t i = 0; i < text->stopped.n; i++)
        dj_error(r->diags, (dj_place){.path = text->story->path}, "rule '%.*s' was stopped in this story: it backtracks too much",
                 DJ_FMT(text->stopped.at[i]->id));
}

static dj_text *text_of(const run *r, const dj_story *story, dj_names *stems)
{
    const dj_pack *pack = dj_pack_for(r->rules, story->lang);
    if (!pack) {
        dj_error(r->diags, (dj_place){.path = story->path}, "no rules for the language '%.*s'", DJ_FMT(story->lang));
        return NULL;
    }
    dj_pack_ready(pack);
    dj_text *text = dj_alloc(r->arena, sizeof *text);
    text->story = story;
    text->pack = pack;
    for (int field = 0; field < DJ_FIELDS; field++)
        dj_segment(r->arena, story, field, pack, stems, r->scratch, &text->parts[field]);
    dj_extract(r->arena, text, r->scratch);
    tell_stopped(r, text);
    return text;
}

static void read_set(const run *r, const dj_story_group *group, dj_set *set)
{
    set->name = group->name;
    dj_names *stems = dj_names_new(r->arena); /* a set's own, so that what is kept by stem stays small */
    set->stems = stems;
    for (size_t i = 0; i < group->n; i++) {
        dj_text *text = text_of(r, group->at[i], stems);
        if (text)
            *DJ_PUSH(r->arena, &set->texts) = text;
    }
    dj_date_stories(set->texts.at, set->texts.n, r->options->date);
    for (size_t i = 0; i < set->texts.n; i++)
        dj_normalise(r->arena, set->texts.at[i], r->scratch);
}

static void compare_set(const run *r, const dj_pack *speech, dj_result_set *out)
{
    const dj_settings *settings = dj_rules_settings(r->rules);
    dj_check_options options = {settings, r->options->rates, speech, r->options->checks_off};
    dj_align(r->arena, &out->set, settings);
    dj_check(r->arena, &out->set, &options, &out->findings);
}

void dj_run_stages(dj_arena *arena, const dj_rules *rules, const dj_stories *stories, const dj_run_options *options,
                   dj_diags *diags, dj_result *out)
{
    run r = {arena, rules, options, dj_scratch_new(), diags};
    dj_story_groups groups = dj_group_stories(arena, stories);
    for (size_t i = 0; i < groups.n; i++) {
        dj_result_set *set = dj_alloc(arena, sizeof *set);
        read_set(&r, &groups.at[i], &set->set);
        *DJ_PUSH(arena, &out->sets) = set;
        for (size_t t = 0; t < set->set.texts.n; t++)
            out->n_mentions += set->set.texts.at[t]->mentions.n;
        out->n_stories += set->set.texts.n;
    }
    out->speech = dj_speech_pack(rules, out, options->lang);
    for (size_t i = 0; i < out->sets.n && !options->extract_only; i++)
        compare_set(&r, out->speech, out->sets.at[i]);
    dj_scratch_free(r.scratch);
}
