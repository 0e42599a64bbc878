/* GitLab's code quality report: a JSON array, one object a finding. It knows lines and no columns, and paths as the
 * repository has them. It takes no fingerprint twice: where stories of two sets have the same ids and words, the name of the
 * set is behind theirs, which does not change as other findings come and go. It has no word for a finding that is
 * suppressed, so such a one is information and says so itself. */
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

/* how often each fingerprint is there, by its number among the names */
typedef struct prints {
    dj_names *names;
    DJ_VEC(size_t) times;
} prints;

static void count_prints(dj_arena *arena, const dj_listing *all, prints *out)
{
    out->names = dj_names_new(arena);
    for (size_t i = 0; i < all->list.n; i++) {
        uint32_t id = dj_intern(out->names, dj_slice_of(all->list.at[i].finding->fingerprint));
        while (out->times.n <= id)
            *DJ_PUSH(arena, &out->times) = 0;
        out->times.at[id]++;
    }
}

static void fingerprint(dj_json *json, const dj_listed *of, const prints *all)
{
    dj_buf print = dj_buf_new(SIZE_MAX);
    dj_buf_text(&print, of->finding->fingerprint);
    if (all->times.at[dj_names_find(all->names, dj_buf_slice(&print))] > 1)
        dj_buf_fmt(&print, "/%.*s", DJ_FMT(of->set));
    text(json, "fingerprint", &print);
    dj_buf_free(&print);
}

static void issue(dj_json *json, dj_arena *arena, const dj_pack *speech, const dj_report_style *style, const dj_listed *of,
                  const prints *all)
{
    static const char *const severities[DJ_SEVERITIES] = {[DJ_NOTE] = "info", [DJ_WARNING] = "major", [DJ_ERROR] = "critical"};
    dj_spot spot = dj_spot_of(arena, style, of->finding->claims.at[0], DJ_COLUMN_RUNE);
    dj_json_open(json, '{');
    description(json, speech, of->finding, &spot);
    dj_json_key(json, "check_name");
    dj_json_text(json, of->finding->check->id);
    fingerprint(json, of, all);
    dj_json_key(json, "severity");
    dj_json_text(json, severities[of->finding->suppression ? DJ_NOTE : of->finding->severity]);
    location(json, &spot);
    dj_json_close(json, '}');
}

static void write_report(const dj_result *result, const dj_report_style *style, dj_buf *out)
{
    dj_arena *arena = dj_arena_new();
    dj_listing all = {0};
    prints known = {0};
    dj_list_findings(arena, result, &all);
    count_prints(arena, &all, &known);
    dj_json json = {.out = out};
    dj_json_open(&json, '[');
    for (size_t i = 0; i < all.list.n; i++)
        issue(&json, arena, result->speech, style, &all.list.at[i], &known);
    dj_json_close(&json, ']');
    dj_buf_byte(out, '\n');
    dj_arena_free(arena);
}

const dj_report_form dj_report_gitlab = {.whole = write_report};
