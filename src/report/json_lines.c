/* A finding a line, each the object that the JSON report has in its `findings`: for streams, and for jq. */
#include "report/json.h"
#include "report/listed.h"
#include "report/report.h"

void dj_report_json_lines(const dj_result *result, const dj_report_style *style, dj_buf *out)
{
    (void)style;
    dj_arena *arena = dj_arena_new();
    dj_listing all = {0};
    dj_list_findings(arena, result, &all);
    for (size_t i = 0; i < all.list.n; i++) {
        dj_json json = {.out = out};
        dj_json_finding(&json, all.list.at[i].set, all.list.at[i].finding);
        dj_buf_byte(out, '\n');
    }
    dj_arena_free(arena);
}
