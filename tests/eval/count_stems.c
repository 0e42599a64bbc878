/* Counts in how many stories of a JSONL file each stem stands, for rules/<lang>/frequencies.tsv:
 *   count_stems RULES STORIES.jsonl LANG > rules/LANG/frequencies.tsv
 * Stems of one story are left out: they are as rare as those never seen. */
#include <stdio.h>
#include <stdlib.h>

#include "read/read.h"
#include "segment/segment.h"

typedef struct tally {
    uint32_t stem, stories;
} tally;

static int most_first(const void *a, const void *b)
{
    const tally *x = a, *y = b;
    if (x->stories != y->stories)
        return x->stories < y->stories ? 1 : -1;
    return (x->stem > y->stem) - (x->stem < y->stem);
}

int main(int argc, char **argv)
{
    if (argc != 4)
        return fputs("usage: count_stems RULES STORIES.jsonl LANG\n", stderr), 2;
    dj_arena *arena = dj_arena_new();
    dj_diags diags = {.arena = arena};
    const char *directories[] = {argv[1]};
    dj_rules *rules = dj_rules_load(arena, directories, 1, &diags);
    if (!rules)
        return fputs("the rules have errors\n", stderr), 2;
    dj_read_options options = {DJ_FORMAT_JSONL, (size_t)1 << 30};
    dj_stories stories = {.arena = arena};
    dj_read_path(argv[2], &options, &stories, &diags);
    dj_names *stems = dj_names_new(arena);
    dj_scratch *scratch = dj_scratch_new();
    DJ_VEC(tally) tallies = {0};
    DJ_VEC(uint32_t) last = {0};
    uint32_t n = 0;
    for (size_t s = 0; s < stories.list.n; s++) {
        dj_story *story = stories.list.at[s];
        if (!dj_slice_is(story->lang, argv[3]))
            continue;
        n++;
        for (int f = 0; f < DJ_FIELDS; f++) {
            dj_segmented out = {0};
            dj_segment(arena, story, (dj_field_name)f, dj_rules_pack(rules, story->lang), stems, scratch, &out);
            for (size_t w = 0; w < out.words.n; w++) {
                uint32_t stem = out.words.at[w].stem;
                while (tallies.n <= stem) {
                    uint32_t next = (uint32_t)tallies.n;
                    *DJ_PUSH(arena, &tallies) = (tally){next, 0};
                    *DJ_PUSH(arena, &last) = 0;
                }
                if (stem && last.at[stem] != n) {
                    last.at[stem] = n;
                    tallies.at[stem].stories++;
                }
            }
        }
    }
    qsort(tallies.at, tallies.n, sizeof *tallies.at, most_first);
    printf("\t%u\n", n);
    for (size_t i = 0; i < tallies.n && tallies.at[i].stories >= 2; i++)
        printf("%.*s\t%u\n", DJ_FMT(dj_name(stems, tallies.at[i].stem)), tallies.at[i].stories);
    dj_scratch_free(scratch);
    dj_rules_free(rules);
    dj_arena_free(arena);
    return 0;
}
