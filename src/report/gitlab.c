/* GitLab's code quality report: a JSON array, one object a finding. It knows lines and no columns, paths as the repository
 * has them, and takes no fingerprint twice; findings that claim the same words of the same stories are told apart by a number
 * behind theirs. It cannot say that a finding is suppressed, so such a one is information and says so itself. */
#include "base/json_out.h"
#include "base/names.h"
#include "report/listed.h"
#include "report/spot.h"

static void text(dj_json *json, const char *key, const dj_buf *value)
{
    dj_json_key(json, key);
    dj_json_slice(json, dj_buf_slice(value));
}

static void description(dj_json *json, const dj_pack *speech, const dj_finding *finding, const dj_spot *spot)
{
    dj_buf words = dj_buf_new(SIZE_MAX);
    dj_add_suppression(&words, speech, finding);
    dj_buf_text(&words, words.n ? " — " : "");
    dj_add_words(&words, finding, " — ");
    dj_spot_add_inner(spot, &words);
    text(json, "description", &words);
    dj_buf_free(&words);
}

static void location(dj_json *json, const dj_spot *spot)
{
    dj_json_key(json, "location");
    dj_json_open(json, '{');
    dj_json_key(json, "path");
    dj_json_slice(json, spot->path);
    dj_json_key(json, "lines");
    dj_json_open(json, '{');
    dj_json_key(json, "begin");
    dj_json_int(json, spot->region.line);
    dj_json_key(json, "end");
    dj_json_int(json, spot->region.end_line);
    dj_json_close(json, '}');
    dj_json_close(json, '}');
}

/* how often each fingerprint was written, by its number among the names */
typedef struct written {
    dj_names *names;
    DJ_VEC(size_t) times;
} written;

static void fingerprint(dj_json *json, dj_arena *arena, const dj_finding *finding, written *w)
{
    dj_buf print = dj_buf_new(SIZE_MAX);
    uint32_t id = dj_intern(w->names, dj_slice_of(finding->fingerprint));
    while (w->times.n <= id)
        *DJ_PUSH(arena, &w->times) = 0;
    dj_buf_text(&print, finding->fingerprint);
    if (++w->times.at[id] > 1)
        dj_buf_fmt(&print, "-%zu", w->times.at[id]);
    text(json, "fingerprint", &print);
    dj_buf_free(&print);
}

static void issue(dj_json *json, dj_arena *arena, const dj_pack *speech, const dj_report_style *style, const dj_finding *finding,
                  written *w)
{
    static const char *const severities[DJ_SEVERITIES] = {[DJ_NOTE] = "info", [DJ_WARNING] = "major", [DJ_ERROR] = "critical"};
    dj_spot spot = dj_spot_of(arena, style, finding->claims.at[0], DJ_COLUMN_RUNE);
    dj_json_open(json, '{');
    description(json, speech, finding, &spot);
    dj_json_key(json, "check_name");
    dj_json_text(json, finding->check->id);
    fingerprint(json, arena, finding, w);
    dj_json_key(json, "severity");
    dj_json_text(json, severities[finding->suppression ? DJ_NOTE : finding->severity]);
    location(json, &spot);
    dj_json_close(json, '}');
}

void dj_report_gitlab(const dj_result *result, const dj_report_style *style, dj_buf *out)
{
    dj_arena *arena = dj_arena_new();
    dj_listing all = {0};
    dj_list_findings(arena, result, &all);
    dj_json json = {.out = out};
    written w = {.names = dj_names_new(arena)};
    dj_json_open(&json, '[');
    for (size_t i = 0; i < all.list.n; i++)
        issue(&json, arena, result->speech, style, all.list.at[i].finding, &w);
    dj_json_close(&json, ']');
    dj_buf_byte(out, '\n');
    dj_arena_free(arena);
}
