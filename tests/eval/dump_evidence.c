/* Prints the evidence of every link between versions of different value, a line each, for fit.py:
 *   dump_evidence RULES [RULES …] SETS.jsonl
 *   set kind story start end story start end feature … */
#include <stdio.h>

#include "align/evidence.h"
#include "engine/engine.h"

static void print_claim(const dj_mention *m)
{
    printf("\t%.*s\t%u\t%u", DJ_FMT(m->in->story->id), m->start, m->end);
}

static void print_facts(const dj_set *set)
{
    for (size_t f = 0; f < set->facts.n; f++)
        for (size_t v = 1; v < set->facts.at[f]->versions.n; v++) {
            const dj_version *version = &set->facts.at[f]->versions.at[v];
            if (version->claim->field != DJ_FIELD_TEXT || version->against->field != DJ_FIELD_TEXT)
                continue;
            printf("%.*s\t%s", DJ_FMT(set->name), dj_kind_about(set->facts.at[f]->kind)->name);
            print_claim(version->claim);
            print_claim(version->against);
            for (int i = 0; i < DJ_FEATURES; i++)
                printf("\t%.4f", version->evidence->of[i]);
            printf("\n");
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
    for (size_t i = 0; i < result.sets.n; i++)
        print_facts(&result.sets.at[i]->set);
    dj_rules_free(rules);
    dj_arena_free(arena);
    return 0;
}
