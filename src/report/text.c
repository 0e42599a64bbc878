/* The report for reading, made for an editor on deadline: loud findings first, each with who says what and where; then
 * notes, two lines each; then the facts side by side; then the counts. Several sets follow each other within each part,
 * so that what is worst stands first whatever the number of sets. */
#include "report/counts.h"
#include "report/excerpt.h"
#include "report/table.h"

enum { CLAIMS_SHOWN = 6 };

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

/* A source that is only the file's name is seen from the path. */
static bool has_publisher(const dj_story *story)
{
    return story->source.n > 0 && !dj_slice_ends(story->path, story->source);
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

static void more_claims(view *v, size_t n)
{
    dj_flow_begin(&v->flow, 2, 4);
    dj_say_counts(&v->flow, v->speech, "report-more-claims", &(dj_count){"n", n}, 1, DJ_FAINT);
    dj_flow_end(&v->flow);
}

static void loud(view *v, const dj_finding *finding)
{
    head(v, finding);
    size_t shown = finding->claims.n > CLAIMS_SHOWN + 1 ? CLAIMS_SHOWN : finding->claims.n;
    bool with_date = dates_differ(finding);
    for (size_t i = 0; i < shown; i++) {
        claim_head(v, finding->claims.at[i], with_date);
        dj_excerpt(&v->flow, finding->claims.at[i], 4);
    }
    if (shown < finding->claims.n)
        more_claims(v, finding->claims.n - shown);
    if (finding->why.n) {
        dj_flow_begin(&v->flow, 2, 4);
        dj_flow_add(&v->flow, DJ_S("→ "), DJ_CYAN);
        dj_flow_add(&v->flow, finding->why, DJ_PLAIN);
        dj_flow_end(&v->flow);
    }
    dj_buf_byte(v->flow.out, '\n');
}

static void quiet(view *v, const dj_finding *finding)
{
    head(v, finding);
    dj_flow_begin(&v->flow, 2, 4);
    for (size_t i = 0; i < finding->claims.n && i < CLAIMS_SHOWN; i++) {
        const dj_story *story = finding->claims.at[i]->in->story;
        if (has_publisher(story)) {
            dj_flow_add(&v->flow, i ? DJ_S(" · ") : DJ_NONE, DJ_FAINT);
            dj_flow_add(&v->flow, story->source, DJ_PLAIN);
        }
        place(v, has_publisher(story) ? " " : i ? " · " : "", finding->claims.at[i]);
    }
    dj_flow_end(&v->flow);
}

static void title(view *v, dj_slice text)
{
    dj_flow_begin(&v->flow, 0, 0);
    dj_flow_add(&v->flow, text, DJ_BOLD);
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
                title(v, set->set.name);
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
            title(v, set->name);
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
