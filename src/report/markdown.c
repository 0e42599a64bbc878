/* A comment on a pull or merge request: a table of what is loud, worst first, the passages folded below it, notes and
 * suppressed findings folded as well. A forge refuses a comment past 65,536 characters, so what does not fit is counted. */
#include "report/comment.h"
#include "report/counts.h"
#include "report/excerpt.h"
#include "report/listed.h"
#include "report/spot.h"

enum {
    MOST_ROWS = 30, /* of the table, of the notes, of the suppressed */
    MOST_BYTES = 45000, /* nothing more is begun behind them: the longest finding has less than 15,000 */
    MESSAGE_COLUMNS = 240,
    WHY_COLUMNS = 600,
    PLACE_COLUMNS = 120,
    PLACES_IN_ROW = 4,
    CLAIMS_SHOWN = 6,
    AROUND_COLUMNS = 100,
    FIGURE_COLUMNS = 400
};

typedef struct comment {
    dj_buf *out;
    dj_arena *arena; /* of a finding */
    const dj_report_style *style;
    const dj_pack *speech;
    const dj_listing *all;
    size_t begun; /* where the comment begins in the buffer */
    size_t n_loud; /* of the listing's findings, the first */
    size_t left_out;
} comment;

static bool has_room(const comment *c, size_t shown)
{
    return shown < MOST_ROWS && c->out->n - c->begun < MOST_BYTES;
}

static void say(comment *c, const char *key, size_t n)
{
    dj_buf text = dj_buf_new(SIZE_MAX);
    dj_say_plain(c->speech, key, &(dj_count){"n", n}, 1, &text);
    dj_comment_add(c->out, dj_buf_slice(&text), WHY_COLUMNS);
    dj_buf_free(&text);
}

static void say_severity(comment *c, dj_severity severity)
{
    static const char *const keys[DJ_SEVERITIES] = {"report-note", "report-warning", "report-error"};
    say(c, keys[severity], 0);
}

static void title(comment *c)
{
    const size_t *n = c->all->counts.by_severity;
    const dj_count counts[] = {{"error", n[DJ_ERROR]}, {"warning", n[DJ_WARNING]}, {"note", n[DJ_NOTE]}};
    dj_buf_text(c->out, "### ");
    dj_say_plain(c->speech, "comment-title", counts, sizeof counts / sizeof *counts, c->out);
    dj_buf_text(c->out, "\n\n");
}

static void place(comment *c, const dj_mention *claim)
{
    dj_spot spot = dj_spot_of(c->arena, c->style, claim, DJ_COLUMN_RUNE);
    dj_buf label = dj_buf_new(SIZE_MAX);
    dj_spot_say(&spot, &label);
    dj_slice shown = dj_screen_cut_end(dj_buf_slice(&label), PLACE_COLUMNS); /* the end of a path tells more */
    dj_buf_text(c->out, shown.n < label.n ? "<code>…" : "<code>"); /* what a line begins with, so that it begins no block */
    dj_comment_add(c->out, shown, PLACE_COLUMNS);
    dj_buf_text(c->out, "</code>");
    dj_buf_free(&label);
}

static void places(comment *c, const dj_finding *finding, const char *between)
{
    size_t n = finding->claims.n > PLACES_IN_ROW + 1 ? PLACES_IN_ROW : finding->claims.n;
    for (size_t i = 0; i < n; i++) {
        dj_buf_text(c->out, i ? between : "");
        place(c, finding->claims.at[i]);
    }
    if (n < finding->claims.n) {
        dj_buf_text(c->out, between);
        say(c, "report-more-claims", finding->claims.n - n);
    }
}

static size_t table(comment *c)
{
    size_t shown = 0;
    dj_buf_text(c->out, "| | ");
    say(c, "comment-what", 0);
    dj_buf_text(c->out, " | ");
    say(c, "comment-where", 0);
    dj_buf_text(c->out, " |\n|---|---|---|\n");
    for (; shown < c->n_loud && has_room(c, shown); shown++) {
        const dj_finding *finding = c->all->list.at[shown].finding;
        dj_arena_reset(c->arena);
        dj_buf_text(c->out, "| ");
        say_severity(c, finding->severity);
        dj_buf_text(c->out, " | ");
        dj_comment_add(c->out, finding->message, MESSAGE_COLUMNS);
        dj_buf_fmt(c->out, " `%s` | ", finding->check->id);
        places(c, finding, "<br>");
        dj_buf_text(c->out, " |\n");
    }
    dj_buf_byte(c->out, '\n');
    return shown;
}

static void claim(comment *c, const dj_mention *mention)
{
    const dj_story *story = mention->in->story;
    dj_around around = dj_excerpt_around(mention, AROUND_COLUMNS);
    dj_buf_text(c->out, "- ");
    if (dj_story_has_publisher(story)) {
        dj_buf_text(c->out, "<b>");
        dj_comment_add(c->out, story->source, PLACE_COLUMNS);
        dj_buf_text(c->out, "</b> · ");
    }
    place(c, mention);
    if (story->published != DJ_NO_DAY) {
        dj_buf_text(c->out, " · ");
        dj_iso_write(story->published, c->out);
    }
    dj_buf_text(c->out, around.cut_before ? "<br>…" : "<br>");
    dj_comment_add(c->out, around.before, AROUND_COLUMNS);
    dj_buf_text(c->out, "<b>");
    dj_comment_add(c->out, around.figure, FIGURE_COLUMNS);
    dj_buf_text(c->out, around.cut_figure ? "…</b>" : "</b>");
    dj_comment_add(c->out, around.after, AROUND_COLUMNS);
    dj_buf_text(c->out, around.cut_after ? "…\n" : "\n");
}

static void details(comment *c, const dj_finding *finding)
{
    size_t n = finding->claims.n > CLAIMS_SHOWN + 1 ? CLAIMS_SHOWN : finding->claims.n;
    dj_arena_reset(c->arena);
    dj_buf_text(c->out, "<details><summary>");
    dj_comment_add_html(c->out, finding->message, MESSAGE_COLUMNS);
    dj_buf_text(c->out, "</summary>\n\n");
    if (finding->why.n) {
        dj_buf_text(c->out, "→ ");
        dj_comment_add(c->out, finding->why, WHY_COLUMNS);
        dj_buf_text(c->out, "\n\n");
    }
    for (size_t i = 0; i < n; i++)
        claim(c, finding->claims.at[i]);
    if (n < finding->claims.n) {
        dj_buf_text(c->out, "- ");
        say(c, "report-more-claims", finding->claims.n - n);
        dj_buf_byte(c->out, '\n');
    }
    dj_buf_text(c->out, "\n</details>\n\n");
}

static void note(comment *c, const dj_finding *finding)
{
    dj_arena_reset(c->arena);
    dj_buf_fmt(c->out, "- `%s` ", finding->check->id);
    dj_comment_add(c->out, finding->message, MESSAGE_COLUMNS);
    if (finding->suppression) {
        dj_buf why = dj_buf_new(SIZE_MAX);
        dj_add_suppression(&why, c->speech, finding);
        dj_buf_text(c->out, " — ");
        dj_comment_add(c->out, dj_buf_slice(&why), MESSAGE_COLUMNS);
        dj_buf_free(&why);
    }
    dj_buf_text(c->out, "<br>");
    places(c, finding, " · ");
    dj_buf_byte(c->out, '\n');
}

/* findings from..to of the listing in a fold */
static void fold(comment *c, const char *key, size_t from, size_t to)
{
    size_t at = from;
    if (from == to)
        return;
    dj_buf_text(c->out, "<details><summary>");
    say(c, key, to - from);
    dj_buf_text(c->out, "</summary>\n\n");
    for (; at < to && has_room(c, at - from); at++)
        note(c, c->all->list.at[at].finding);
    dj_buf_text(c->out, "\n</details>\n\n");
    c->left_out += to - at;
}

static void body(comment *c)
{
    size_t shown = c->n_loud ? table(c) : 0;
    c->left_out = c->n_loud - shown;
    for (size_t i = 0; i < shown && has_room(c, i); i++)
        details(c, c->all->list.at[i].finding);
    fold(c, "comment-notes", c->n_loud, c->all->n_in_force);
    fold(c, "comment-suppressed", c->all->n_in_force, c->all->list.n);
    if (c->left_out) {
        say(c, "comment-left-out", c->left_out);
        dj_buf_byte(c->out, '\n');
    }
    if (c->all->n_in_force == 0) {
        say(c, "report-nothing", 0);
        dj_buf_byte(c->out, '\n');
    }
}

static void write_report(const dj_result *result, const dj_report_style *style, dj_buf *out)
{
    dj_arena *arena = dj_arena_new();
    dj_listing all = {0};
    dj_list_findings(arena, result, &all);
    comment c = {out, dj_arena_new(), style, result->speech, &all, out->n, 0, 0};
    while (c.n_loud < all.n_in_force && all.list.at[c.n_loud].finding->severity > DJ_NOTE)
        c.n_loud++;
    title(&c);
    body(&c);
    dj_arena_free(c.arena);
    dj_arena_free(arena);
}

const dj_report_form dj_report_markdown = {.whole = write_report};
