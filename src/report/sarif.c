/* SARIF 2.1.0 for code scanning: the properties that GitHub asks for, our own fingerprints, and every other claim of a finding
 * as a related location that the message links to, with its sentence as the region around it. Rules are all checks, so that a
 * check that finds nothing is seen to have run, with what `daejo explain` says of them as help. Columns are units of UTF-16,
 * said so. A row of a JSONL file is its line, with a logical location that names the place within the row.
 *
 * In a message [text](1) is a link and {0} a placeholder (3.11.5, 3.11.6), so brackets of a story are escaped and braces
 * doubled. */
#include "base/json_out.h"
#include "base/path.h"
#include "base/screen.h"
#include "base/utf8.h"
#include "check/table.h"
#include "report/excerpt.h"
#include "report/listed.h"
#include "report/sarif_rules.h"
#include "report/spot.h"

enum { MOST_LINKS = 8, MOST_AROUND = 4096 }; /* bytes: a text without an end of a sentence is one */

typedef struct writing {
    const dj_report_style *style;
    const dj_pack *speech;
    bool any_suppressed; /* then every result says what suppresses it, if only that nothing does (3.27.23) */
    bool has_baseline; /* likewise (3.27.24) */
} writing;

/* what URIs (RFC 3986) let stand in a path, all else as %XX of its bytes */
static void add_uri(dj_buf *out, dj_slice path)
{
    static const char plain[] = "-._~/!$&'()*+,;=@";
    for (size_t i = 0; i < path.n; i++) {
        char c = path.at[i];
        bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (is_letter || (c != '\0' && strchr(plain, c)))
            dj_buf_byte(out, c);
        else
            dj_buf_fmt(out, "%%%02X", (unsigned)(unsigned char)c);
    }
}

static void pair(dj_json *json, const char *key, const dj_buf *value)
{
    dj_json_key(json, key);
    dj_json_slice(json, dj_buf_slice(value));
}

static void number(dj_json *json, const char *key, uint32_t n)
{
    dj_json_key(json, key);
    dj_json_int(json, n);
}

static void region(dj_json *json, const char *key, const dj_region *region, bool is_row)
{
    dj_json_key(json, key);
    dj_json_open(json, '{');
    number(json, "startLine", region->line);
    if (!is_row) {
        number(json, "startColumn", region->column);
        number(json, "endLine", region->end_line);
        number(json, "endColumn", region->end_column);
        dj_json_key(json, "snippet");
        dj_json_open(json, '{');
        dj_json_key(json, "text");
        dj_json_slice(json, region->source);
        dj_json_close(json, '}');
    }
    dj_json_close(json, '}');
}

/* the sentence, where it is more than the claim (3.29.5) */
static void around(dj_json *json, const dj_spot *spot)
{
    const dj_mention *claim = spot->claim;
    dj_slice before, after;
    dj_sentence_around(claim, claim->start, claim->end, &before, &after);
    uint32_t start = claim->start - (uint32_t)before.n, end = claim->end + (uint32_t)after.n;
    dj_region whole = dj_story_region(claim->in->story, claim->field, start, end, DJ_COLUMN_UTF16);
    if (whole.source.n > spot->region.source.n && before.n + after.n <= MOST_AROUND)
        region(json, "contextRegion", &whole, false);
}

static void physical(dj_json *json, const dj_spot *spot)
{
    dj_buf uri = dj_buf_new(SIZE_MAX);
    add_uri(&uri, spot->path);
    dj_json_key(json, "physicalLocation");
    dj_json_open(json, '{');
    dj_json_key(json, "artifactLocation");
    dj_json_open(json, '{');
    pair(json, "uri", &uri);
    dj_json_close(json, '}');
    region(json, "region", &spot->region, spot->is_row);
    if (!spot->is_row)
        around(json, spot);
    dj_json_close(json, '}');
    dj_buf_free(&uri);
}

static void logical(dj_json *json, const dj_spot *spot)
{
    dj_buf name = dj_buf_new(SIZE_MAX);
    dj_spot_say_inner(spot, &name);
    dj_json_key(json, "logicalLocations");
    dj_json_open(json, '[');
    dj_json_open(json, '{');
    dj_json_key(json, "name");
    dj_json_slice(json, spot->claim->in->story->id);
    pair(json, "fullyQualifiedName", &name);
    dj_json_close(json, '}');
    dj_json_close(json, ']');
    dj_buf_free(&name);
}

static void places(dj_json *json, const dj_spot *spot)
{
    physical(json, spot);
    if (spot->is_row)
        logical(json, spot);
}

static void message(dj_json *json, const dj_buf *text)
{
    dj_json_key(json, "message");
    dj_json_open(json, '{');
    pair(json, "text", text);
    dj_json_close(json, '}');
}

/* message, why, and a link to each of the other claims */
static void words(dj_json *json, const dj_finding *finding, const dj_spot *spots)
{
    dj_buf text = dj_buf_new(SIZE_MAX), plain = dj_buf_new(SIZE_MAX);
    dj_add_words(&plain, finding, "\n");
    dj_sarif_add(&text, dj_buf_slice(&plain), true);
    for (size_t i = 1; i < finding->claims.n && i <= MOST_LINKS; i++) {
        dj_buf_text(&text, i == 1 ? "\n[" : ", [");
        plain.n = 0;
        dj_spot_say(&spots[i], &plain);
        dj_sarif_add(&text, dj_buf_slice(&plain), true);
        dj_buf_fmt(&text, "](%zu)", i);
    }
    message(json, &text);
    dj_buf_free(&plain);
    dj_buf_free(&text);
}

static void related(dj_json *json, const dj_finding *finding, const dj_spot *spots)
{
    dj_json_key(json, "relatedLocations");
    dj_json_open(json, '[');
    for (size_t i = 1; i < finding->claims.n; i++) {
        dj_buf text = dj_buf_new(SIZE_MAX), plain = dj_buf_new(SIZE_MAX);
        dj_buf_fmt(&plain, "%.*s: %.*s", DJ_FMT(spots[i].claim->in->story->source), DJ_FMT(dj_mention_text(spots[i].claim)));
        dj_sarif_add(&text, dj_buf_slice(&plain), true);
        dj_json_open(json, '{');
        number(json, "id", (uint32_t)i);
        message(json, &text);
        places(json, &spots[i]);
        dj_json_close(json, '}');
        dj_buf_free(&plain);
        dj_buf_free(&text);
    }
    dj_json_close(json, ']');
}

/* where the suppression is written */
static void written_at(dj_json *json, dj_arena *arena, const dj_report_style *style, const dj_place *place)
{
    dj_buf uri = dj_buf_new(SIZE_MAX);
    add_uri(&uri, dj_path_from(arena, style->directory, place->path));
    dj_json_key(json, "location");
    dj_json_open(json, '{');
    dj_json_key(json, "physicalLocation");
    dj_json_open(json, '{');
    dj_json_key(json, "artifactLocation");
    dj_json_open(json, '{');
    pair(json, "uri", &uri);
    dj_json_close(json, '}');
    if (place->line) {
        dj_json_key(json, "region");
        dj_json_open(json, '{');
        number(json, "startLine", place->line);
        dj_json_close(json, '}');
    }
    dj_json_close(json, '}');
    dj_json_close(json, '}');
    dj_buf_free(&uri);
}

static void suppression(dj_json *json, dj_arena *arena, const writing *w, const dj_finding *finding)
{
    const dj_suppression *of = finding->suppression;
    dj_buf text = dj_buf_new(SIZE_MAX);
    dj_add_suppression(&text, w->speech, finding);
    dj_json_key(json, "suppressions");
    dj_json_open(json, '[');
    if (of) {
        dj_json_open(json, '{');
        dj_json_key(json, "kind");
        dj_json_text(json, of->by == DJ_BY_STORY ? "inSource" : "external");
        dj_json_key(json, "status");
        dj_json_text(json, "accepted");
        pair(json, "justification", &text);
        if (of->place.path.n)
            written_at(json, arena, w->style, &of->place);
        dj_json_close(json, '}');
    }
    dj_json_close(json, ']');
    dj_buf_free(&text);
}

static void baseline_state(dj_json *json, const dj_finding *finding)
{
    bool is_old = finding->suppression && finding->suppression->by == DJ_BY_BASELINE;
    dj_json_key(json, "baselineState");
    dj_json_text(json, is_old ? "unchanged" : "new");
}

static void result_of(dj_json *json, dj_arena *arena, const writing *w, const dj_finding *finding)
{
    dj_spot *spots = dj_alloc(arena, (finding->claims.n + 1) * sizeof *spots);
    for (size_t i = 0; i < finding->claims.n; i++)
        spots[i] = dj_spot_of(arena, w->style, finding->claims.at[i], DJ_COLUMN_UTF16);
    dj_json_open(json, '{');
    dj_sarif_rule_id(json, "ruleId", finding->check);
    number(json, "ruleIndex", (uint32_t)dj_check_row(finding->check));
    dj_json_key(json, "level");
    dj_json_text(json, dj_severity_name(finding->severity));
    words(json, finding, spots);
    dj_json_key(json, "locations");
    dj_json_open(json, '[');
    dj_json_open(json, '{');
    places(json, &spots[0]);
    dj_json_close(json, '}');
    dj_json_close(json, ']');
    if (finding->claims.n > 1)
        related(json, finding, spots);
    dj_json_key(json, "partialFingerprints");
    dj_json_open(json, '{');
    dj_json_key(json, "daejoFinding/v1");
    dj_json_text(json, finding->fingerprint);
    dj_json_close(json, '}');
    if (w->any_suppressed)
        suppression(json, arena, w, finding);
    if (w->has_baseline)
        baseline_state(json, finding);
    dj_json_close(json, '}');
}

static void results(dj_json *json, const dj_listing *all, const writing *w)
{
    dj_arena *arena = dj_arena_new();
    dj_json_key(json, "results");
    dj_json_open(json, '[');
    for (size_t i = 0; i < all->list.n; i++) {
        dj_arena_reset(arena);
        result_of(json, arena, w, all->list.at[i].finding);
    }
    dj_json_close(json, ']');
    dj_arena_free(arena);
}

static void text_key(dj_json *json, const char *key, const char *text)
{
    dj_json_key(json, key);
    dj_json_text(json, text);
}

static void write_report(const dj_result *result, const dj_report_style *style, dj_buf *out)
{
    dj_arena *arena = dj_arena_new();
    dj_listing all = {0};
    dj_list_findings(arena, result, &all);
    writing w = {style, result->speech, all.n_in_force < all.list.n, result->has_baseline};
    dj_json json = {.out = out};
    dj_json_open(&json, '{');
    text_key(&json, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    text_key(&json, "version", "2.1.0");
    dj_json_key(&json, "runs");
    dj_json_open(&json, '[');
    dj_json_open(&json, '{');
    dj_json_key(&json, "tool");
    dj_json_open(&json, '{');
    dj_json_key(&json, "driver");
    dj_json_open(&json, '{');
    text_key(&json, "name", "daejo");
    text_key(&json, "semanticVersion", style->version);
    dj_sarif_write_rules(&json, result->speech);
    dj_json_close(&json, '}');
    dj_json_close(&json, '}');
    dj_json_key(&json, "language");
    dj_json_slice(&json, result->speech->lang);
    text_key(&json, "columnKind", "utf16CodeUnits");
    results(&json, &all, &w);
    dj_json_close(&json, '}');
    dj_json_close(&json, ']');
    dj_json_close(&json, '}');
    dj_buf_byte(out, '\n');
    dj_arena_free(arena);
}

const dj_report_form dj_report_sarif = {.whole = write_report};
