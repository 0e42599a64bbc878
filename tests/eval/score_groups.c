/* Holds the grouping of stories into events against the sets that a JSONL file gives:
 *   score_groups RULES [RULES …] SETS.jsonl
 * prints stories, sets, pairwise precision and recall (pairs of stories in one set), and the time that grouping took. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "engine/event.h"
#include "read/read.h"

typedef struct pairing {
    dj_slice given, made;
} pairing;

static int by_given(const void *a, const void *b)
{
    const pairing *x = a, *y = b;
    int order = dj_slice_cmp(x->given, y->given);
    return order ? order : dj_slice_cmp(x->made, y->made);
}

static int by_made(const void *a, const void *b)
{
    return dj_slice_cmp(((const pairing *)a)->made, ((const pairing *)b)->made);
}

static double pairs(size_t n)
{
    return (double)n * ((double)n - 1) / 2;
}

int main(int argc, char **argv)
{
    if (argc < 3)
        return fputs("usage: score_groups RULES [RULES …] SETS.jsonl\n", stderr), 2;
    dj_arena *arena = dj_arena_new();
    dj_diags diags = {.arena = arena};
    dj_rules *rules = dj_rules_load(arena, (const char *const *)argv + 1, (size_t)argc - 2, &diags);
    if (!rules)
        return fputs("the rules have errors\n", stderr), 2;
    dj_stories stories = {.arena = arena};
    dj_read_options read = {DJ_FORMAT_JSONL, (size_t)1 << 30};
    dj_read_path(argv[argc - 1], &read, &stories, &diags);
    size_t n = stories.list.n, made_sets = 0, given_sets = 0;
    pairing *all = dj_alloc(arena, (n + 1) * sizeof *all);
    for (size_t i = 0; i < n; i++)
        all[i].given = stories.list.at[i]->set;
    dj_scratch *scratch = dj_scratch_new();
    clock_t begun = clock();
    dj_group_by_event(arena, rules, scratch, &stories);
    double seconds = (double)(clock() - begun) / CLOCKS_PER_SEC, given = 0, made = 0, both = 0;
    for (size_t i = 0; i < n; i++)
        all[i].made = stories.list.at[i]->set;
    qsort(all, n, sizeof *all, by_given);
    for (size_t from = 0, to; from < n; from = to, given_sets++) {
        size_t same = from;
        for (to = from; to < n && dj_slice_eq(all[to].given, all[from].given); to++)
            if (!dj_slice_eq(all[to].made, all[same].made)) {
                both += pairs(to - same);
                same = to;
            }
        both += pairs(to - same);
        given += pairs(to - from);
    }
    qsort(all, n, sizeof *all, by_made);
    for (size_t from = 0, to; from < n; from = to, made_sets++) {
        for (to = from; to < n && dj_slice_eq(all[to].made, all[from].made);)
            to++;
        made += pairs(to - from);
    }
    printf("%zu stories: %zu sets given, %zu made; precision %.1f%%, recall %.1f%%; %.3f s\n", n, given_sets, made_sets,
           100 * both / (made > 0 ? made : 1), 100 * both / (given > 0 ? given : 1), seconds);
    dj_scratch_free(scratch);
    dj_rules_free(rules);
    dj_arena_free(arena);
    return 0;
}
