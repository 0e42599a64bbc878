/* The report for reading, made for an editor on deadline: loud findings first, each with who says what and where; then
 * notes, two lines each; then the facts side by side; then the counts. Several sets follow each other within each part,
 * so that what is worst stands first whatever the number of sets. */
#include <stdlib.h>

#include "report/counts.h"
#include "report/excerpt.h"
#include "report/table.h"

enum { EXCERPTS_SHOWN = 4, CLAIMS_LOOKED_AT = 64, NOTE_PLACES = 2, EXCERPT_INDENT = 4 };

typedef struct view {
    dj_flow flow;
    const dj_result *result;
    const dj_pack *speech;
} view;

static const dj_paint severity_paint[DJ_SEVERITIES] = {[DJ_NOTE] = DJ_CYAN, [DJ_WARNING] = DJ_YELLOW, [DJ_ERROR] = DJ_RED};

/* "path:line:column", with the id of a JSON line; `before` is joined to it */
static void place(view *v, const char *before, const dj_mention *claim)
{
    const dj_story *story = claim->in->story;
    dj_where where = dj_story_where(story, claim->field, claim->start, claim->end);
    dj_buf text = dj_buf_new(SIZE_MAX);
    dj_buf_fmt(&text, "%s%.*s", before, DJ_FMT(story->path));
    if (!dj_slice_eq(story->id, story->path))
        dj_buf_fmt(&text, "[%.*s]", DJ_FMT(story->id));
    dj_buf_fmt(&text, ":%u:%u", where.line, where.column);
    dj_flow_add(&v->flow, dj_buf_slice(&text), DJ_FAINT);
    dj_buf_free(&text);
}

/* A source that is only the file's name or the id is seen from the place. */
static bool has_publisher(const dj_story *story)
{
    return story->source.n > 0 && !dj_slice_ends(story->path, story->source) && !dj_slice_eq(story->source, story->id);
}

static bool dates_differ(const dj_finding *finding)
{
    for (size_t i = 1; i < finding->claims.n; i++) {
        if (finding->claims.at[i]->in->story->published != finding->claims.at[0]->in->story->published)
            return true;
    }
    return false;
}

static void claim_head(view *v, const dj_mention *claim, bool with_date)
{
    const dj_story *story = claim->in->story;
    dj_flow_begin(&v->flow, 2, 4);
    if (has_publisher(story))
        dj_flow_add(&v->flow, story->source, DJ_BOLD);
    place(v, has_publisher(story) ? " · " : "", claim);
    if (with_date && story->published != DJ_NO_DAY) {
        dj_buf day = dj_buf_new(SIZE_MAX);
        dj_buf_text(&day, " · ");
        dj_iso_write(story->published, &day);
        dj_flow_add(&v->flow, dj_buf_slice(&day), DJ_FAINT);
        dj_buf_free(&day);
    }
    dj_flow_end(&v->flow);
}

static void head(view *v, const dj_finding *finding)
{
    static const char *const keys[DJ_SEVERITIES] = {"report-note", "report-warning", "report-error"};
    dj_paint paint = severity_paint[finding->severity];
    dj_flow_begin(&v->flow, 0, 2);
    dj_flow_add(&v->flow, DJ_S("["), paint);
    dj_say_counts(&v->flow, v->speech, keys[finding->severity], NULL, 0, paint);
    dj_flow_add(&v->flow, DJ_S("] "), paint);
    dj_flow_add(&v->flow, finding->message, finding->severity == DJ_NOTE ? DJ_PLAIN : DJ_BOLD);
    dj_buf id = dj_buf_new(SIZE_MAX);
    dj_buf_fmt(&id, " (%s)", finding->check->id);
    dj_flow_add(&v->flow, dj_buf_slice(&id), DJ_FAINT);
    dj_buf_free(&id);
    dj_flow_end(&v->flow);
}

/* "3 more: A, B": how many claims are not shown, and whose */
static void more_claims(view *v, const dj_finding *finding, const bool *shown, size_t left)
{
    const dj_text *last = NULL;
    size_t named = 0;
    dj_flow_begin(&v->flow, 2, 4);
    dj_say_counts(&v->flow, v->speech, "report-more-claims", &(dj_count){"n", left}, 1, DJ_FAINT);
    for (size_t i = 0; i < finding->claims.n && i < CLAIMS_LOOKED_AT; i++) {
        const dj_text *text = finding->claims.at[i]->in;
        if (shown[i] || text == last)
            continue;
        last = text;
        dj_flow_add(&v->flow, named++ ? DJ_S(", ") : DJ_S(": "), DJ_FAINT);
        dj_flow_add(&v->flow, text->story->source, DJ_FAINT);
    }
    dj_flow_end(&v->flow);
}

static void why(view *v, const dj_finding *finding)
{
    if (finding->why.n == 0)
        return;
    dj_flow_begin(&v->flow, 2, 4);
    dj_flow_add(&v->flow, DJ_S("→ "), DJ_CYAN);
    dj_flow_add(&v->flow, finding->why, DJ_PLAIN);
    dj_flow_end(&v->flow);
}

/* Whether a claim can stand in one excerpt with those from..to of a sentence: beside them, and the whole on a line. */
static bool joins(const view *v, const dj_mention *of, const dj_mention *claim, uint32_t from, uint32_t to)
{
    if (claim->in != of->in || claim->field != of->field || claim->sentence != of->sentence)
        return false;
    if (claim->start < to && from < claim->end)
        return false;
    uint32_t start = claim->start < from ? claim->start : from, end = claim->end > to ? claim->end : to;
    size_t columns = dj_screen_width(dj_slice_sub(of->in->story->fields[of->field].text, start, end));
    return columns + 4 * EXCERPT_INDENT < v->flow.width;
}

static int by_start(const void *a, const void *b)
{
    const dj_mention *x = *(const dj_mention *const *)a, *y = *(const dj_mention *const *)b;
    return (x->start > y->start) - (x->start < y->start);
}

/* claim i of a finding with the later ones of its sentence; those are shown then */
static void excerpt(view *v, const dj_finding *finding, size_t i, bool *shown)
{
    const dj_mention *together[CLAIMS_LOOKED_AT] = {finding->claims.at[i]};
    uint32_t from = together[0]->start, to = together[0]->end;
    size_t n = 1;
    for (size_t j = i + 1; j < finding->claims.n && j < CLAIMS_LOOKED_AT; j++) {
        const dj_mention *claim = finding->claims.at[j];
        if (shown[j] || !joins(v, together[0], claim, from, to))
            continue;
        shown[j] = true;
        together[n++] = claim;
        from = claim->start < from ? claim->start : from;
        to = claim->end > to ? claim->end : to;
    }
    qsort(together, n, sizeof *together, by_start);
    dj_excerpt(&v->flow, together, n, EXCERPT_INDENT);
}

static void loud(view *v, const dj_finding *finding)
{
    bool shown[CLAIMS_LOOKED_AT] = {false}, with_date = dates_differ(finding);
    size_t excerpts = 0, left = finding->claims.n;
    head(v, finding);
    for (size_t i = 0; i < finding->claims.n && i < CLAIMS_LOOKED_AT && excerpts < EXCERPTS_SHOWN; i++) {
        if (shown[i])
            continue;
        claim_head(v, finding->claims.at[i], with_date);
        shown[i] = true;
        excerpt(v, finding, i, shown);
        excerpts++;
    }
    for (size_t i = 0; i < CLAIMS_LOOKED_AT; i++)
        left -= shown[i];
    if (left)
        more_claims(v, finding, shown, left);
    why(v, finding);
    dj_buf_byte(v->flow.out, '\n');
}

static void quiet(view *v, const dj_finding *finding)
{
    head(v, finding);
    why(v, finding);
    dj_flow_begin(&v->flow, 2, 4);
    size_t n = finding->claims.n > NOTE_PLACES + 1 ? NOTE_PLACES : finding->claims.n;
    for (size_t i = 0; i < n; i++) {
        const dj_story *story = finding->claims.at[i]->in->story;
        if (has_publisher(story)) {
            dj_flow_add(&v->flow, i ? DJ_S(" · ") : DJ_NONE, DJ_FAINT);
            dj_flow_add(&v->flow, story->source, DJ_PLAIN);
        }
        place(v, has_publisher(story) ? " " : i ? " · " : "", finding->claims.at[i]);
    }
    if (n < finding->claims.n) {
        dj_flow_add(&v->flow, DJ_S(" · "), DJ_FAINT);
        dj_say_counts(&v->flow, v->speech, "report-more-claims", &(dj_count){"n", finding->claims.n - n}, 1, DJ_FAINT);
    }
    dj_flow_end(&v->flow);
}

static void set_title(view *v, dj_slice name)
{
    dj_flow_begin(&v->flow, 0, 3);
    dj_flow_add(&v->flow, DJ_S("== "), DJ_FAINT);
    dj_flow_add(&v->flow, name, DJ_BOLD);
    dj_flow_add(&v->flow, DJ_S(" =="), DJ_FAINT);
    dj_flow_end(&v->flow);
    dj_buf_byte(v->flow.out, '\n');
}

/* all findings of the sets that are loud, or all that are not; whether there was any */
static bool findings(view *v, bool loud_ones)
{
    bool any = false;
    for (size_t s = 0; s < v->result->sets.n; s++) {
        const dj_result_set *set = v->result->sets.at[s];
        bool is_first = true;
        for (size_t i = 0; i < set->findings.list.n; i++) {
            const dj_finding *finding = set->findings.list.at[i];
            if ((finding->severity > DJ_NOTE) != loud_ones)
                continue;
            if (is_first && v->result->sets.n > 1)
                set_title(v, set->set.name);
            is_first = false;
            (loud_ones ? loud : quiet)(v, finding);
        }
        any = any || !is_first;
        if (!is_first && !loud_ones)
            dj_buf_byte(v->flow.out, '\n');
    }
    return any;
}

static void tables(view *v)
{
    for (size_t s = 0; s < v->result->sets.n; s++) {
        const dj_set *set = &v->result->sets.at[s]->set;
        if (!dj_table_has_rows(set))
            continue;
        if (v->result->sets.n > 1)
            set_title(v, set->name);
        dj_table(&v->flow, set, v->speech);
        dj_buf_byte(v->flow.out, '\n');
    }
}

static void summary(view *v)
{
    size_t facts = 0, by_severity[DJ_SEVERITIES] = {0};
    for (size_t s = 0; s < v->result->sets.n; s++) {
        const dj_result_set *set = v->result->sets.at[s];
        facts += set->set.facts.n;
        for (size_t i = 0; i < set->findings.list.n; i++)
            by_severity[set->findings.list.at[i]->severity]++;
    }
    const dj_count counts[] = {{"stories", v->result->n_stories}, {"mentions", v->result->n_mentions}, {"facts", facts},
                               {"error", by_severity[DJ_ERROR]},  {"warning", by_severity[DJ_WARNING]}, {"note", by_severity[DJ_NOTE]}};
    dj_flow_begin(&v->flow, 0, 0);
    dj_say_counts(&v->flow, v->speech, "report-summary", counts, sizeof counts / sizeof *counts, DJ_BOLD);
    dj_flow_end(&v->flow);
}

void dj_report_text(const dj_result *result, const dj_report_style *style, dj_buf *out)
{
    view v = {dj_flow_new(out, style), result, result->speech};
    bool any = findings(&v, true);
    any = findings(&v, false) || any;
    if (!any) {
        dj_flow_begin(&v.flow, 0, 0);
        dj_say_counts(&v.flow, v.speech, "report-nothing", NULL, 0, DJ_PLAIN);
        dj_flow_end(&v.flow);
        dj_buf_byte(out, '\n');
    }
    tables(&v);
    summary(&v);
}
