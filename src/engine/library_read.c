/* The public library: what was found, read from the run's own types through plain functions. */
#include "engine/library.h"

static const dj_text *text_of(const daejo_story *story)
{
    return (const dj_text *)story;
}

static const dj_mention *mention_of(const daejo_mention *mention)
{
    return (const dj_mention *)mention;
}

static const dj_fact *fact_of(const daejo_fact *fact)
{
    return (const dj_fact *)fact;
}

static const dj_finding *finding_of(const daejo_finding *finding)
{
    return (const dj_finding *)finding;
}

daejo_totals daejo_total(const daejo_run *run)
{
    const dj_report_totals *t = &run->totals;
    return (daejo_totals){t->sets, t->stories, t->mentions, t->facts, t->findings, t->largest};
}

size_t daejo_story_count(const daejo_run *run)
{
    return run->texts.n;
}

const daejo_story *daejo_story_at(const daejo_run *run, size_t i)
{
    return i < run->texts.n ? (const daejo_story *)run->texts.at[i] : NULL;
}

daejo_text daejo_story_set(const daejo_story *story)
{
    return daejo_text_of(text_of(story)->story->set);
}

daejo_text daejo_story_id(const daejo_story *story)
{
    return daejo_text_of(text_of(story)->story->id);
}

daejo_text daejo_story_path(const daejo_story *story)
{
    return daejo_text_of(text_of(story)->story->path);
}

daejo_text daejo_story_source(const daejo_story *story)
{
    return daejo_text_of(text_of(story)->story->source);
}

daejo_text daejo_story_title(const daejo_story *story)
{
    return daejo_text_of(text_of(story)->story->fields[DJ_FIELD_TITLE].text);
}

/* empty for no day */
static void write_day(dj_day day, char buffer[11])
{
    buffer[0] = '\0';
    if (day == DJ_NO_DAY)
        return;
    dj_buf iso = dj_buf_new(SIZE_MAX);
    dj_iso_write(day, &iso);
    size_t n = iso.n < 11 ? iso.n : 10;
    memcpy(buffer, iso.at, n);
    buffer[n] = '\0';
    dj_buf_free(&iso);
}

daejo_text daejo_story_language(const daejo_story *story)
{
    return daejo_text_of(text_of(story)->story->lang);
}

daejo_text daejo_story_published(const daejo_story *story, char buffer[11])
{
    write_day(text_of(story)->story->published, buffer);
    return (daejo_text){buffer, strlen(buffer)};
}

size_t daejo_mention_count(const daejo_story *story)
{
    return text_of(story)->mentions.n;
}

const daejo_mention *daejo_mention_at(const daejo_story *story, size_t i)
{
    const dj_text *text = text_of(story);
    return i < text->mentions.n ? (const daejo_mention *)text->mentions.at[i] : NULL;
}

const daejo_story *daejo_mention_story(const daejo_mention *mention)
{
    return (const daejo_story *)mention_of(mention)->in;
}

const char *daejo_mention_field(const daejo_mention *mention)
{
    return dj_field_label(mention_of(mention)->field);
}

const char *daejo_mention_kind(const daejo_mention *mention)
{
    return dj_kind_about(mention_of(mention)->kind)->name;
}

daejo_text daejo_mention_rule(const daejo_mention *mention)
{
    const dj_rule *rule = mention_of(mention)->rule;
    return daejo_text_of(rule ? rule->id : DJ_NONE);
}

daejo_text daejo_mention_text(const daejo_mention *mention)
{
    return daejo_text_of(dj_mention_text(mention_of(mention)));
}

daejo_place daejo_mention_place(const daejo_mention *mention)
{
    const dj_mention *m = mention_of(mention);
    dj_where where = dj_story_where(m->in->story, m->field, m->start, m->end);
    return (daejo_place){where.start, where.end, where.line, where.column};
}

size_t daejo_fact_count(const daejo_run *run)
{
    return run->facts.n;
}

const daejo_fact *daejo_fact_at(const daejo_run *run, size_t i)
{
    return i < run->facts.n ? (const daejo_fact *)run->facts.at[i] : NULL;
}

const char *daejo_fact_kind(const daejo_fact *fact)
{
    return dj_kind_about(fact_of(fact)->kind)->name;
}

daejo_text daejo_fact_label(const daejo_fact *fact)
{
    return daejo_text_of(fact_of(fact)->label);
}

const char *daejo_fact_status(const daejo_fact *fact)
{
    return dj_status_name(fact_of(fact)->status);
}

size_t daejo_fact_claim_count(const daejo_fact *fact)
{
    return dj_fact_claims(fact_of(fact));
}

const daejo_mention *daejo_fact_claim(const daejo_fact *fact, size_t i)
{
    return i < dj_fact_claims(fact_of(fact)) ? (const daejo_mention *)dj_fact_claim(fact_of(fact), i) : NULL;
}

size_t daejo_finding_count(const daejo_run *run)
{
    return run->findings.n;
}

const daejo_finding *daejo_finding_at(const daejo_run *run, size_t i)
{
    return i < run->findings.n ? (const daejo_finding *)run->findings.at[i] : NULL;
}

const char *daejo_finding_check(const daejo_finding *finding)
{
    return finding_of(finding)->check->id;
}

static daejo_severity severity_of(const dj_finding *finding)
{
    return (daejo_severity)(finding->severity + 1);
}

daejo_severity daejo_finding_severity(const daejo_finding *finding)
{
    return severity_of(finding_of(finding));
}

daejo_text daejo_finding_message(const daejo_finding *finding)
{
    return daejo_text_of(finding_of(finding)->message);
}

daejo_text daejo_finding_why(const daejo_finding *finding)
{
    return daejo_text_of(finding_of(finding)->why);
}

const char *daejo_finding_fingerprint(const daejo_finding *finding)
{
    return finding_of(finding)->fingerprint;
}

size_t daejo_finding_claim_count(const daejo_finding *finding)
{
    return finding_of(finding)->claims.n;
}

const daejo_mention *daejo_finding_claim(const daejo_finding *finding, size_t i)
{
    return i < finding_of(finding)->claims.n ? (const daejo_mention *)finding_of(finding)->claims.at[i] : NULL;
}

bool daejo_finding_suppression(const daejo_finding *finding, daejo_suppression *out)
{
    const dj_suppression *of = finding_of(finding)->suppression;
    if (!of)
        return false;
    *out = (daejo_suppression){.by = dj_suppressed_by_name(of->by),
                               .reason = daejo_text_of(of->reason),
                               .path = daejo_text_of(of->place.path),
                               .line = of->place.line,
                               .column = of->place.column};
    write_day(of->until, out->until);
    return true;
}

daejo_severity daejo_worst_severity(const daejo_run *run)
{
    int severity = DJ_SEVERITIES - 1;
    while (severity >= 0 && run->totals.counts.by_severity[severity] == 0)
        severity--;
    return (daejo_severity)(severity + 1);
}
