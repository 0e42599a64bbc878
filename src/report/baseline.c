/* The findings of a run as a baseline for later ones, see check/baseline.h: sorted, and a line each, so that a change of it
 * reads well in a version control system. What a story or the configuration suppresses needs no entry. */
#include "check/baseline.h"

#include <stdlib.h>

#include "base/json_out.h"
#include "report/report.h"

typedef struct row {
    const dj_finding *finding;
    dj_slice set;
} row;

static int by_set_check_fingerprint(const void *a, const void *b)
{
    const row *x = a, *y = b;
    int c = dj_slice_cmp(x->set, y->set);
    if (c == 0)
        c = strcmp(x->finding->check->id, y->finding->check->id);
    return c ? c : strcmp(x->finding->fingerprint, y->finding->fingerprint);
}

static void pair(dj_json *json, const char *key, dj_slice value)
{
    dj_json_key(json, key);
    dj_json_slice(json, value);
}

static void write_row(const row *r, dj_buf *out)
{
    dj_json json = {.out = out};
    dj_json_open(&json, '{');
    pair(&json, "fingerprint", dj_slice_of(r->finding->fingerprint));
    pair(&json, "check", dj_slice_of(r->finding->check->id));
    pair(&json, "set", r->set);
    pair(&json, "message", r->finding->message);
    dj_json_close(&json, '}');
}

void dj_report_baseline(const dj_result *result, const dj_report_style *style, dj_buf *out)
{
    dj_arena *arena = dj_arena_new();
    DJ_VEC(row) rows = {0};
    (void)style;
    for (size_t s = 0; s < result->sets.n; s++) {
        const dj_findings *of = &result->sets.at[s]->findings;
        for (size_t i = 0; i < of->list.n; i++)
            if (!of->list.at[i]->suppression || of->list.at[i]->suppression->by == DJ_BY_BASELINE)
                *DJ_PUSH(arena, &rows) = (row){of->list.at[i], result->sets.at[s]->set.name};
    }
    if (rows.n)
        qsort(rows.at, rows.n, sizeof *rows.at, by_set_check_fingerprint);
    dj_buf_text(out, "{\"schema\":\"" DJ_BASELINE_SCHEMA "\",\"findings\":[\n");
    for (size_t i = 0; i < rows.n; i++) {
        write_row(&rows.at[i], out);
        dj_buf_text(out, i + 1 < rows.n ? ",\n" : "\n");
    }
    dj_buf_text(out, "]}\n");
    dj_arena_free(arena);
}
