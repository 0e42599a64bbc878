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

static void summary(dj_json *json, const dj_result *result)
{
    size_t facts = 0;
    dj_finding_counts counts = {0};
    for (size_t s = 0; s < result->sets.n; s++) {
        const dj_result_set *set = result->sets.at[s];
        facts += set->set.facts.n;
        dj_findings_count(&set->findings, &counts);
    }
    dj_json_key(json, "summary");
    dj_json_open(json, '{');
    count(json, "sets", result->sets.n);
    count(json, "stories", result->n_stories);
    count(json, "mentions", result->n_mentions);
    count(json, "facts", facts);
    for (int severity = DJ_SEVERITIES - 1; severity >= 0; severity--)
        count(json, dj_severity_name((dj_severity)severity), counts.by_severity[severity]);
    count(json, "suppressed", counts.suppressed);
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

void dj_report_json(const dj_result *result, const dj_report_style *style, dj_buf *out)
{
    dj_json json = {.out = out};
    begin(&json, style);
    dj_json_key(&json, "stories");
    dj_json_open(&json, '[');
    for (size_t s = 0; s < result->sets.n; s++)
        for (size_t i = 0; i < result->sets.at[s]->set.texts.n; i++)
            story(&json, result->sets.at[s]->set.name, result->sets.at[s]->set.texts.at[i]);
    dj_json_close(&json, ']');
    dj_json_key(&json, "facts");
    dj_json_open(&json, '[');
    for (size_t s = 0; s < result->sets.n; s++)
        for (size_t i = 0; i < result->sets.at[s]->set.facts.n; i++)
            fact(&json, result->sets.at[s]->set.name, result->sets.at[s]->set.facts.at[i]);
    dj_json_close(&json, ']');
    dj_json_key(&json, "findings");
    dj_json_open(&json, '[');
    for (size_t s = 0; s < result->sets.n; s++)
        for (size_t i = 0; i < result->sets.at[s]->findings.list.n; i++)
            dj_json_finding(&json, result->sets.at[s]->set.name, result->sets.at[s]->findings.list.at[i]);
    dj_json_close(&json, ']');
    summary(&json, result);
    dj_json_close(&json, '}');
    dj_buf_byte(out, '\n');
}
