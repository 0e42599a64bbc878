/* Prints the evidence of links between versions of different value, a line each, for fit.py:
 *   dump_evidence RULES [RULES …] SETS.jsonl
 *   set kind story start end story start end feature …      story#title for its title
 * Of figures every link that align.different lets through, since they are few; of dates and times those that made facts. */
#include <stdio.h>

#include "align/link.h"
#include "engine/engine.h"

static void print_claim(const dj_mention *m)
{
    printf("\t%.*s%s\t%u\t%u", DJ_FMT(m->in->story->id), m->field == DJ_FIELD_TEXT ? "" : "#title", m->start, m->end);
}

static void print_link(const dj_set *set, const dj_mention *a, const dj_mention *b, const dj_evidence *evidence)
{
    printf("%.*s\t%s", DJ_FMT(set->name), dj_kind_about(a->kind)->name);
    print_claim(a);
    print_claim(b);
    for (int i = 0; i < DJ_FEATURES; i++)
        printf("\t%.4f", evidence->of[i]);
    printf("\n");
}

static void print_days(const dj_set *set)
{
    for (size_t f = 0; f < set->facts.n; f++)
        for (size_t v = 1; v < set->facts.at[f]->versions.n; v++) {
            const dj_version *version = &set->facts.at[f]->versions.at[v];
            bool is_text = version->claim->field == DJ_FIELD_TEXT && version->against->field == DJ_FIELD_TEXT;
            if (is_text && dj_kind_about(version->claim->kind)->family != DJ_FAMILY_AMOUNT)
                print_link(set, version->claim, version->against, version->evidence);
        }
}

static void print_figures(dj_arena *arena, dj_set *set, const dj_settings *settings)
{
    dj_contexts contexts = {0};
    dj_pairs pairs = {0};
    dj_links links = {0};
    dj_scratch *scratch = dj_scratch_new();
    dj_contexts_make(arena, set, settings, scratch, &contexts);
    dj_pairs_make(arena, &contexts, settings, &pairs);
    dj_grounds grounds = dj_grounds_make(arena, set, &contexts, &pairs, settings, scratch);
    dj_links_find(&grounds, true, &links);
    dj_scratch_free(scratch);
    for (size_t i = 0; i < links.n; i++) {
        const dj_mention *a = contexts.at[links.at[i].pair->a].mention, *b = contexts.at[links.at[i].pair->b].mention;
        if (dj_kind_about(a->kind)->family == DJ_FAMILY_AMOUNT && a->kind != DJ_ORDINAL) /* no check looks at these */
            print_link(set, a, b, links.at[i].evidence);
    }
}

int main(int argc, char **argv)
{
    if (argc < 3)
        return fputs("usage: dump_evidence RULES [RULES …] SETS.jsonl\n", stderr), 2;
    dj_arena *arena = dj_arena_new();
    dj_diags diags = {.arena = arena};
    dj_rules *rules = dj_rules_load(arena, (const char *const *)argv + 1, (size_t)argc - 2, &diags);
    if (!rules)
        return fputs("the rules have errors\n", stderr), 2;
    dj_stories stories = {.arena = arena};
    dj_read_options read = {DJ_FORMAT_JSONL, (size_t)1 << 30};
    dj_read_path(argv[argc - 1], &read, &stories, &diags);
    dj_run_options options = {.date = DJ_NO_DAY};
    dj_result result = {0};
    dj_run_stages(arena, rules, &stories, &options, &diags, &result);
    printf("set\tkind\tstory\tstart\tend\tstory\tstart\tend");
    for (dj_feature f = 0; f < DJ_FEATURES; f++)
        printf("\t%s", dj_feature_key(f));
    printf("\n");
    for (size_t i = 0; i < result.sets.n; i++) {
        print_figures(arena, &result.sets.at[i]->set, dj_rules_settings(rules));
        print_days(&result.sets.at[i]->set);
    }
    dj_rules_free(rules);
    dj_arena_free(arena);
    return 0;
}
