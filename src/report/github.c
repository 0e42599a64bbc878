/* Workflow commands of GitHub Actions: annotations on the lines of a change. GitHub shows ten of a kind from one step and drops
 * the rest without a word, so the eleventh is counted in a line of the log. The syntax has no column for what is not a line:
 * of a row of a JSONL file the line is named, and its place within the row in the message. */
#include "report/counts.h"
#include "report/listed.h"
#include "report/spot.h"

enum { MOST_OF_A_KIND = 10, OTHERS_NAMED = 5 };

/* Data escapes %, and line ends; properties : and , as well. The text has neither control bytes nor line ends of its own but
 * those put between the lines here. */
static void add_escaped(dj_buf *out, dj_slice text, bool is_property)
{
    for (size_t i = 0; i < text.n; i++) {
        char c = text.at[i];
        if (c == '%' || c == '\n' || c == '\r' || (is_property && (c == ':' || c == ',')))
            dj_buf_fmt(out, "%%%02X", (unsigned)c);
        else
            dj_buf_byte(out, c);
    }
}

static void add_screened(dj_buf *out, dj_slice text)
{
    dj_buf screened = dj_buf_new(SIZE_MAX);
    dj_screen_add(&screened, text);
    add_escaped(out, dj_buf_slice(&screened), true);
    dj_buf_free(&screened);
}

static void place(dj_buf *out, const dj_spot *spot)
{
    dj_buf_text(out, " file=");
    add_screened(out, spot->path);
    dj_buf_fmt(out, ",line=%u,endLine=%u", spot->region.line, spot->region.end_line);
    if (!spot->is_row && spot->region.line == spot->region.end_line) /* columns of several lines mean nothing there */
        dj_buf_fmt(out, ",col=%u,endColumn=%u", spot->region.column, spot->region.end_column);
}

static void add_place_line(dj_buf *text, const dj_spot *spot)
{
    dj_buf label = dj_buf_new(SIZE_MAX);
    dj_spot_say(spot, &label);
    dj_buf_text(text, "\n- ");
    dj_screen_add(text, dj_buf_slice(&label));
    dj_buf_text(text, ": ");
    dj_screen_add(text, dj_mention_text(spot->claim));
    dj_buf_free(&label);
}

static void command(dj_arena *arena, const dj_report_style *style, const dj_finding *finding, dj_buf *out)
{
    static const char *const commands[DJ_SEVERITIES] = {[DJ_NOTE] = "notice", [DJ_WARNING] = "warning", [DJ_ERROR] = "error"};
    dj_buf text = dj_buf_new(SIZE_MAX);
    dj_add_words(&text, finding, "\n");
    dj_buf_fmt(out, "::%s", commands[finding->severity]);
    for (size_t i = 0; i < finding->claims.n && i <= OTHERS_NAMED; i++) {
        dj_spot spot = dj_spot_of(arena, style, finding->claims.at[i], DJ_COLUMN_RUNE);
        if (i == 0)
            place(out, &spot);
        if (i > 0 || spot.is_row)
            add_place_line(&text, &spot);
    }
    dj_buf_fmt(out, "%ctitle=daejo %s::", finding->claims.n ? ',' : ' ', finding->check->id);
    add_escaped(out, dj_buf_slice(&text), false);
    dj_buf_byte(out, '\n');
    dj_buf_free(&text);
}

/* A plain line of the log, no annotation. The older syntax of commands, ##[…], is read anywhere in a line. */
static void tell_suppressed(dj_arena *arena, const dj_pack *speech, const dj_report_style *style, const dj_finding *finding,
                            dj_buf *out)
{
    dj_buf line = dj_buf_new(SIZE_MAX);
    if (finding->claims.n) {
        dj_spot spot = dj_spot_of(arena, style, finding->claims.at[0], DJ_COLUMN_RUNE);
        dj_spot_say(&spot, &line);
        dj_buf_text(&line, ": ");
    }
    dj_buf_fmt(&line, "%.*s (%s) — ", DJ_FMT(finding->message), finding->check->id);
    dj_add_suppression(&line, speech, finding);
    dj_slice text = dj_buf_slice(&line);
    dj_buf_text(out, "daejo: ");
    for (size_t at = 0; at < text.n;) {
        size_t end = dj_slice_find(text, DJ_S("##["), at);
        dj_screen_add(out, dj_slice_sub(text, at, end));
        if (end < text.n)
            dj_buf_text(out, "## [");
        at = end < text.n ? end + 3 : end;
    }
    dj_buf_byte(out, '\n');
    dj_buf_free(&line);
}

static void tell_rest(const dj_result *result, const size_t rest[DJ_SEVERITIES], dj_buf *out)
{
    const dj_count counts[] = {{"error", rest[DJ_ERROR]}, {"warning", rest[DJ_WARNING]}, {"note", rest[DJ_NOTE]}};
    dj_say_plain(result->speech, "command-rest", counts, sizeof counts / sizeof *counts, out);
    dj_buf_byte(out, '\n');
}

static void write_report(const dj_result *result, const dj_report_style *style, dj_buf *out)
{
    dj_arena *arena = dj_arena_new(), *scratch = dj_arena_new();
    dj_listing all = {0};
    size_t shown[DJ_SEVERITIES] = {0}, rest[DJ_SEVERITIES] = {0}, left = 0;
    dj_list_findings(arena, result, &all);
    for (size_t i = 0; i < all.n_in_force; i++) {
        const dj_finding *finding = all.list.at[i].finding;
        if (shown[finding->severity] == MOST_OF_A_KIND) {
            rest[finding->severity]++;
            left++;
            continue;
        }
        shown[finding->severity]++;
        dj_arena_reset(scratch);
        command(scratch, style, finding, out);
    }
    if (left)
        tell_rest(result, rest, out);
    for (size_t i = all.n_in_force; i < all.list.n; i++) {
        dj_arena_reset(scratch);
        tell_suppressed(scratch, result->speech, style, all.list.at[i].finding, out);
    }
    dj_arena_free(scratch);
    dj_arena_free(arena);
}

const dj_report_form dj_report_github = {.whole = write_report};
