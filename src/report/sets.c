/* How stories were grouped into sets, for somebody who did not group them: counts, then a line a set. Long lists are cut,
 * since a day's feed has hundreds of events. */
#include <stdio.h>
#include <stdlib.h>

#include "report/report.h"
#include "rule/message.h"

enum { TOLD = 40 };

static int largest_first(const void *a, const void *b)
{
    const dj_set_size *x = a, *y = b;
    if (x->stories != y->stories)
        return x->stories < y->stories ? 1 : -1;
    return dj_slice_cmp(x->name, y->name);
}

static void say(const dj_pack *speech, const char *key, size_t stories, size_t groups, size_t alone, dj_buf *out)
{
    char n[3][24];
    snprintf(n[0], sizeof n[0], "%zu", stories);
    snprintf(n[1], sizeof n[1], "%zu", groups);
    snprintf(n[2], sizeof n[2], "%zu", alone);
    dj_arg args[] = {{"stories", dj_slice_of(n[0])}, {"n", dj_slice_of(n[1])}, {"alone", dj_slice_of(n[2])}};
    dj_say(speech, key, args, sizeof args / sizeof args[0], out);
    dj_buf_byte(out, '\n');
}

void dj_report_sets(const dj_pack *speech, const dj_set_size *sets, size_t n, dj_buf *out)
{
    dj_arena *arena = dj_arena_new();
    dj_set_size *large = dj_alloc(arena, (n + 1) * sizeof *large);
    size_t stories = 0, n_large = 0;
    for (size_t i = 0; i < n; i++) {
        stories += sets[i].stories;
        if (sets[i].stories > 1)
            large[n_large++] = sets[i];
    }
    qsort(large, n_large, sizeof *large, largest_first);
    say(speech, "report-sets", stories, n_large, n - n_large, out);
    for (size_t i = 0; i < n_large && i < TOLD; i++)
        dj_buf_fmt(out, "%6zu  %.*s\n", large[i].stories, DJ_FMT(large[i].name));
    if (n_large > TOLD)
        say(speech, "report-more-sets", stories, n_large - TOLD, 0, out);
    dj_arena_free(arena);
}
