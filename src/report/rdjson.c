/* Reviewdog's diagnostics: columns are bytes of UTF-8, the end of a range is behind its last byte. A row of a JSONL file is
 * named by its line alone, which is a range of the whole line there. A suppressed finding, for which there is no word, is
 * information and says so. */
#include "base/json_out.h"
#include "base/screen.h"
#include "report/listed.h"
#include "report/spot.h"

static void position(dj_json *json, const char *key, uint32_t line, uint32_t column)
{
    dj_json_key(json, key);
    dj_json_open(json, '{');
    dj_json_key(json, "line");
    dj_json_int(json, line);
    if (column) {
        dj_json_key(json, "column");
        dj_json_int(json, column);
    }
    dj_json_close(json, '}');
}

static void location(dj_json *json, const dj_spot *spot)
{
    dj_json_key(json, "location");
    dj_json_open(json, '{');
    dj_json_key(json, "path");
    dj_json_slice(json, spot->path);
    dj_json_key(json, "range");
    dj_json_open(json, '{');
    position(json, "start", spot->region.line, spot->region.column);
    position(json, "end", spot->region.end_line, spot->region.end_column);
    dj_json_close(json, '}');
    dj_json_close(json, '}');
}

static void message(dj_json *json, const dj_buf *words)
{
    dj_json_key(json, "message");
    dj_json_slice(json, dj_buf_slice(words));
}

static void related(dj_json *json, const dj_spot *spot)
{
    dj_buf words = dj_buf_new(SIZE_MAX);
    dj_screen_add(&words, spot->claim->in->story->source);
    dj_buf_text(&words, ": ");
    dj_screen_add(&words, dj_mention_text(spot->claim));
    dj_spot_add_inner(spot, &words);
    dj_json_open(json, '{');
    message(json, &words);
    location(json, spot);
    dj_json_close(json, '}');
    dj_buf_free(&words);
}

static void code(dj_json *json, const char *id)
{
    dj_json_key(json, "code");
    dj_json_open(json, '{');
    dj_json_key(json, "value");
    dj_json_text(json, id);
    dj_json_close(json, '}');
}

static void diagnostic(dj_json *json, dj_arena *arena, const dj_pack *speech, const dj_report_style *style,
                       const dj_finding *finding)
{
    static const char *const severities[DJ_SEVERITIES] = {[DJ_NOTE] = "INFO", [DJ_WARNING] = "WARNING", [DJ_ERROR] = "ERROR"};
    dj_spot first = dj_spot_of(arena, style, finding->claims.at[0], DJ_COLUMN_UTF8);
    dj_buf words = dj_buf_new(SIZE_MAX);
    dj_add_suppression(&words, speech, finding);
    dj_buf_text(&words, words.n ? "\n" : "");
    dj_add_words(&words, finding, "\n");
    dj_spot_add_inner(&first, &words);
    dj_json_open(json, '{');
    message(json, &words);
    location(json, &first);
    dj_json_key(json, "severity");
    dj_json_text(json, severities[finding->suppression ? DJ_NOTE : finding->severity]);
    code(json, finding->check->id);
    dj_json_key(json, "related_locations");
    dj_json_open(json, '[');
    for (size_t i = 1; i < finding->claims.n; i++) {
        dj_spot spot = dj_spot_of(arena, style, finding->claims.at[i], DJ_COLUMN_UTF8);
        related(json, &spot);
    }
    dj_json_close(json, ']');
    dj_json_close(json, '}');
    dj_buf_free(&words);
}

static void add(dj_report *report, const dj_result_set *set)
{
    for (size_t i = 0; i < set->findings.list.n; i++) {
        const dj_finding *finding = set->findings.list.at[i];
        size_t part = dj_listed_part(finding);
        dj_json json = {.out = dj_report_part_of(report, part), .comma = dj_spool_bytes(&report->parts[part]) > 0};
        diagnostic(&json, report->arena, report->result->speech, &report->style, finding);
    }
}

static void end(dj_report *report)
{
    dj_json json = {.out = &report->frame};
    dj_json_open(&json, '{');
    dj_json_key(&json, "source");
    dj_json_open(&json, '{');
    dj_json_key(&json, "name");
    dj_json_text(&json, "daejo");
    dj_json_close(&json, '}');
    dj_json_key(&json, "diagnostics");
    dj_json_open(&json, '[');
    uint64_t before = 0;
    for (size_t part = 0; part < DJ_REPORT_PARTS; part++) {
        uint64_t n = dj_spool_bytes(&report->parts[part]);
        dj_buf_text(json.out, before && n ? "," : "");
        dj_report_pour(report, part);
        before += n;
    }
    dj_json_close(&json, ']');
    dj_json_close(&json, '}');
    dj_buf_byte(json.out, '\n');
}

const dj_report_form dj_report_rdjson = {.add = add, .end = end};
