/* See finding.h. Claims of one sentence share an excerpt, so that a conversion and its original are seen together. */
#include "report/finding.h"

#include <stdlib.h>

#include "report/counts.h"
#include "report/excerpt.h"

enum { EXCERPTS_SHOWN = 4, CLAIMS_LOOKED_AT = 64, NOTE_PLACES = 2, EXCERPT_INDENT = 4 };

static const dj_paint severity_paint[DJ_SEVERITIES] = {[DJ_NOTE] = DJ_CYAN, [DJ_WARNING] = DJ_YELLOW, [DJ_ERROR] = DJ_RED};

/* "path:line:column" of what the excerpt marks, with the id of a JSON line; `before` is joined to it */
static void place(dj_flow *flow, const char *before, const dj_mention *claim)
{
    const dj_story *story = claim->in->story;
    dj_where where = dj_story_where(story, claim->field, dj_mention_focus_start(claim), dj_mention_focus_end(claim));
    dj_buf text = dj_buf_new(SIZE_MAX);
    dj_buf_fmt(&text, "%s%.*s", before, DJ_FMT(story->path));
    if (!dj_slice_eq(story->id, story->path))
        dj_buf_fmt(&text, "[%.*s]", DJ_FMT(story->id));
    dj_buf_fmt(&text, ":%u:%u", where.line, where.column);
    dj_flow_add(flow, dj_buf_slice(&text), DJ_FAINT);
    dj_buf_free(&text);
}

static bool dates_differ(const dj_finding *finding)
{
    for (size_t i = 1; i < finding->claims.n; i++) {
        if (finding->claims.at[i]->in->story->published != finding->claims.at[0]->in->story->published)
            return true;
    }
    return false;
}

static void claim_head(dj_flow *flow, const dj_mention *claim, bool with_date)
{
    const dj_story *story = claim->in->story;
    dj_flow_begin(flow, 2, 4);
    if (dj_story_has_publisher(story))
        dj_flow_add(flow, story->source, DJ_BOLD);
    place(flow, dj_story_has_publisher(story) ? " · " : "", claim);
    if (with_date && story->published != DJ_NO_DAY) {
        dj_buf day = dj_buf_new(SIZE_MAX);
        dj_buf_text(&day, " · ");
        dj_iso_write(story->published, &day);
        dj_flow_add(flow, dj_buf_slice(&day), DJ_FAINT);
        dj_buf_free(&day);
    }
    dj_flow_end(flow);
}

static void head(dj_flow *flow, const dj_pack *speech, const dj_finding *finding)
{
    static const char *const keys[DJ_SEVERITIES] = {"report-note", "report-warning", "report-error"};
    dj_paint paint = severity_paint[finding->severity];
    dj_flow_begin(flow, 0, 2);
    dj_flow_add(flow, DJ_S("["), paint);
    dj_say_counts(flow, speech, keys[finding->severity], NULL, 0, paint);
    dj_flow_add(flow, DJ_S("] "), paint);
    dj_flow_add(flow, finding->message, finding->severity == DJ_NOTE ? DJ_PLAIN : DJ_BOLD);
    dj_buf id = dj_buf_new(SIZE_MAX);
    dj_buf_fmt(&id, " (%s)", finding->check->id);
    dj_flow_add(flow, dj_buf_slice(&id), DJ_FAINT);
    dj_buf_free(&id);
    dj_flow_end(flow);
}

/* "3 more: A, B": how many claims are not shown, and whose */
static void more_claims(dj_flow *flow, const dj_pack *speech, const dj_finding *finding, const bool *shown, size_t left)
{
    const dj_text *last = NULL;
    size_t named = 0;
    dj_flow_begin(flow, 2, 4);
    dj_say_counts(flow, speech, "report-more-claims", &(dj_count){"n", left}, 1, DJ_FAINT);
    for (size_t i = 0; i < finding->claims.n && i < CLAIMS_LOOKED_AT; i++) {
        const dj_text *text = finding->claims.at[i]->in;
        if (shown[i] || text == last)
            continue;
        last = text;
        dj_flow_add(flow, named++ ? DJ_S(", ") : DJ_S(": "), DJ_FAINT);
        dj_flow_add(flow, text->story->source, DJ_FAINT);
    }
    dj_flow_end(flow);
}

static void why(dj_flow *flow, const dj_finding *finding)
{
    if (finding->why.n == 0)
        return;
    dj_flow_begin(flow, 2, 4);
    dj_flow_add(flow, DJ_S("→ "), DJ_CYAN);
    dj_flow_add(flow, finding->why, DJ_PLAIN);
    dj_flow_end(flow);
}

/* Whether a claim can stand in one excerpt with those from..to of a sentence: beside them, and the whole on a line. */
static bool joins(const dj_flow *flow, const dj_mention *of, const dj_mention *claim, uint32_t from, uint32_t to)
{
    if (claim->in != of->in || claim->field != of->field || claim->sentence != of->sentence)
        return false;
    if (claim->start < to && from < claim->end)
        return false;
    uint32_t start = claim->start < from ? claim->start : from, end = claim->end > to ? claim->end : to;
    size_t columns = dj_screen_width(dj_slice_sub(dj_mention_field(of), start, end));
    return columns + 4 * EXCERPT_INDENT < flow->width;
}

static int by_start(const void *a, const void *b)
{
    const dj_mention *x = *(const dj_mention *const *)a, *y = *(const dj_mention *const *)b;
    return (x->start > y->start) - (x->start < y->start);
}

/* claim i of a finding with the later ones of its sentence; those are shown then */
static void excerpt(dj_flow *flow, const dj_finding *finding, size_t i, bool *shown)
{
    const dj_mention *together[CLAIMS_LOOKED_AT] = {finding->claims.at[i]};
    uint32_t from = together[0]->start, to = together[0]->end;
    size_t n = 1;
    for (size_t j = i + 1; j < finding->claims.n && j < CLAIMS_LOOKED_AT; j++) {
        const dj_mention *claim = finding->claims.at[j];
        if (shown[j] || !joins(flow, together[0], claim, from, to))
            continue;
        shown[j] = true;
        together[n++] = claim;
        from = claim->start < from ? claim->start : from;
        to = claim->end > to ? claim->end : to;
    }
    qsort(together, n, sizeof *together, by_start);
    dj_excerpt(flow, together, n, EXCERPT_INDENT);
}

void dj_show_loud(dj_flow *flow, const dj_pack *speech, const dj_finding *finding)
{
    bool shown[CLAIMS_LOOKED_AT] = {false}, with_date = dates_differ(finding);
    size_t excerpts = 0, left = finding->claims.n;
    head(flow, speech, finding);
    for (size_t i = 0; i < finding->claims.n && i < CLAIMS_LOOKED_AT && excerpts < EXCERPTS_SHOWN; i++) {
        if (shown[i])
            continue;
        claim_head(flow, finding->claims.at[i], with_date);
        shown[i] = true;
        excerpt(flow, finding, i, shown);
        excerpts++;
    }
    for (size_t i = 0; i < CLAIMS_LOOKED_AT; i++)
        left -= shown[i];
    if (left)
        more_claims(flow, speech, finding, shown, left);
    why(flow, finding);
    dj_buf_byte(flow->out, '\n');
}

void dj_show_quiet(dj_flow *flow, const dj_pack *speech, const dj_finding *finding)
{
    head(flow, speech, finding);
    why(flow, finding);
    dj_flow_begin(flow, 2, 4);
    size_t n = finding->claims.n > NOTE_PLACES + 1 ? NOTE_PLACES : finding->claims.n;
    for (size_t i = 0; i < n; i++) {
        const dj_story *story = finding->claims.at[i]->in->story;
        if (dj_story_has_publisher(story)) {
            dj_flow_add(flow, i ? DJ_S(" · ") : DJ_NONE, DJ_FAINT);
            dj_flow_add(flow, story->source, DJ_PLAIN);
        }
        place(flow, dj_story_has_publisher(story) ? " " : i ? " · " : "", finding->claims.at[i]);
    }
    if (n < finding->claims.n) {
        dj_flow_add(flow, DJ_S(" · "), DJ_FAINT);
        dj_say_counts(flow, speech, "report-more-claims", &(dj_count){"n", finding->claims.n - n}, 1, DJ_FAINT);
    }
    dj_flow_end(flow);
}

void dj_show_suppressed(dj_flow *flow, const dj_finding *finding)
{
    const dj_suppression *of = finding->suppression;
    dj_buf text = dj_buf_new(SIZE_MAX);
    dj_flow_begin(flow, 2, 4);
    dj_flow_add(flow, finding->message, DJ_FAINT);
    dj_buf_fmt(&text, " (%s)", finding->check->id);
    if (of->reason.n)
        dj_buf_fmt(&text, " — %.*s", DJ_FMT(of->reason));
    if (of->place.path.n)
        dj_buf_fmt(&text, " (%.*s:%u", DJ_FMT(of->place.path), of->place.line);
    if (of->place.path.n && of->until != DJ_NO_DAY) {
        dj_buf_text(&text, ", –");
        dj_iso_write(of->until, &text);
    }
    dj_buf_text(&text, of->place.path.n ? ")" : "");
    dj_flow_add(flow, dj_buf_slice(&text), DJ_FAINT);
    dj_flow_end(flow);
    dj_buf_free(&text);
}
