/* The report as one JSON object, the contract "daejo-report/1": the same keys in the same order always, one line. */
#include "report/json.h"
#include "report/report.h"

static void pair(dj_json *json, const char *key, dj_slice value)
{
    dj_json_key(json, key);
    dj_json_slice(json, value);
}

static void count(dj_json *json, const char *key, size_t n)
{
    dj_json_key(json, key);
    dj_json_int(json, (long long)n);
}

static void story(dj_json *json, dj_slice set, const dj_text *text)
{
    const dj_story *s = text->story;
    dj_json_open(json, '{');
    pair(json, "set", set);
    pair(json, "story", s->id);
    pair(json, "path", s->path);
    pair(json, "source", s->source);
    dj_json_key(json, "published");
    dj_json_day(json, s->published);
    pair(json, "published_from", dj_slice_of(dj_published_from_label(s->published_from)));
    size_t n[DJ_KINDS] = {0};
    for (size_t i = 0; i < text->mentions.n; i++)
        n[text->mentions.at[i]->kind]++;
    dj_json_key(json, "mentions");
    dj_json_open(json, '{');
    for (int kind = 0; kind < DJ_KINDS; kind++) {
        if (n[kind])
            count(json, dj_kind_about((dj_kind)kind)->name, n[kind]);
    }
    dj_json_close(json, '}');
    dj_json_close(json, '}');
}

static void fact(dj_json *json, dj_slice set, const dj_fact *f)
{
    dj_json_open(json, '{');
    pair(json, "set", set);
    pair(json, "kind", dj_slice_of(dj_kind_about(f->kind)->name));
    pair(json, "label", f->label);
    pair(json, "status", dj_slice_of(dj_status_name(f->status)));
    dj_json_key(json, "claims");
    dj_json_open(json, '[');
    for (size_t v = 0; v < f->versions.n; v++)
        for (size_t i = 0; i < f->versions.at[v].claims.n; i++)
            dj_json_claim(json, set, f->versions.at[v].claims.at[i]);
    dj_json_close(json, ']');
    dj_json_close(json, '}');
}

static void summary(dj_json *json, const dj_report_totals *totals)
{
    dj_json_key(json, "summary");
    dj_json_open(json, '{');
    count(json, "sets", totals->sets);
    count(json, "stories", totals->stories);
    count(json, "mentions", totals->mentions);
    count(json, "facts", totals->facts);
    for (int severity = DJ_SEVERITIES - 1; severity >= 0; severity--)
        count(json, dj_severity_name((dj_severity)severity), totals->counts.by_severity[severity]);
    count(json, "suppressed", totals->counts.suppressed);
    dj_json_close(json, '}');
}

static void begin(dj_json *json, const dj_report_style *style)
{
    dj_json_open(json, '{');
    pair(json, "schema", DJ_S("daejo-report/1"));
    dj_json_key(json, "tool");
    dj_json_open(json, '{');
    pair(json, "name", DJ_S("daejo"));
    pair(json, "version", dj_slice_of(style->version));
    dj_json_close(json, '}');
}

enum { STORIES, FACTS, FINDINGS, PARTS }; /* the arrays of the object */
static const char *const part_keys[PARTS] = {[STORIES] = "stories", [FACTS] = "facts", [FINDINGS] = "findings"};

static dj_json json_of(dj_report *report, size_t part)
{
    return (dj_json){.out = dj_report_part_of(report, part), .comma = dj_spool_bytes(&report->parts[part]) > 0};
}

static void add(dj_report *report, const dj_result_set *set)
{
    dj_slice name = set->set.name;
    dj_json json = json_of(report, STORIES);
    for (size_t i = 0; i < set->set.texts.n; i++)
        story(&json, name, set->set.texts.at[i]);
    json = json_of(report, FACTS);
    for (size_t i = 0; i < set->set.facts.n; i++)
        fact(&json, name, set->set.facts.at[i]);
    json = json_of(report, FINDINGS);
    for (size_t i = 0; i < set->findings.list.n; i++)
        dj_json_finding(&json, name, set->findings.list.at[i]);
}

static void end(dj_report *report)
{
    dj_json json = {.out = &report->frame};
    begin(&json, &report->style);
    for (size_t part = 0; part < PARTS; part++) {
        dj_json_key(&json, part_keys[part]);
        dj_json_open(&json, '[');
        dj_report_pour(report, part);
        dj_json_close(&json, ']');
    }
    summary(&json, &report->totals);
    dj_json_close(&json, '}');
    dj_buf_byte(&report->frame, '\n');
}

const dj_report_form dj_report_json = {.add = add, .end = end};
