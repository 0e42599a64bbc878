/* How stories were grouped into sets, for somebody who did not group them: counts, then a line a set. Long lists are cut,
 * since a day's feed has hundreds of events. */
#include <stdio.h>
#include <stdlib.h>

#include "report/report.h"
#include "rule/message.h"

enum { TOLD = 40 };

static int largest_first(const void *a, const void *b)
{
    const dj_set *x = *(const dj_set *const *)a, *y = *(const dj_set *const *)b;
    if (x->texts.n != y->texts.n)
        return x->texts.n < y->texts.n ? 1 : -1;
    return dj_slice_cmp(x->name, y->name);
}

static void say(const dj_result *result, const char *key, size_t groups, size_t alone, dj_buf *out)
{
    char n[3][24];
    snprintf(n[0], sizeof n[0], "%zu", result->n_stories);
    snprintf(n[1], sizeof n[1], "%zu", groups);
    snprintf(n[2], sizeof n[2], "%zu", alone);
    dj_arg args[] = {{"stories", dj_slice_of(n[0])}, {"n", dj_slice_of(n[1])}, {"alone", dj_slice_of(n[2])}};
    dj_say(result->speech, key, args, sizeof args / sizeof args[0], out);
    dj_buf_byte(out, '\n');
}

void dj_report_sets(const dj_result *result, dj_buf *out)
{
    dj_arena *arena = dj_arena_new();
    const dj_set **sets = dj_alloc(arena, (result->sets.n + 1) * sizeof *sets);
    size_t n = 0;
    for (size_t i = 0; i < result->sets.n; i++)
        if (result->sets.at[i]->set.texts.n > 1)
            sets[n++] = &result->sets.at[i]->set;
    qsort(sets, n, sizeof *sets, largest_first);
    say(result, "report-sets", n, result->sets.n - n, out);
    for (size_t i = 0; i < n && i < TOLD; i++)
        dj_buf_fmt(out, "%6zu  %.*s\n", sets[i]->texts.n, DJ_FMT(sets[i]->name));
    if (n > TOLD)
        say(result, "report-more-sets", n - TOLD, 0, out);
    dj_arena_free(arena);
}
