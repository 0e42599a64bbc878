/* What all checks need to make a finding. */
#include "check/finding.h"

#include <stdio.h>

#include "base/path.h"
#include "base/screen.h"
#include "check/check.h"
#include "normalise/say.h"

const char *dj_severity_name(dj_severity severity)
{
    static const char *const names[] = {[DJ_NOTE] = "note", [DJ_WARNING] = "warning", [DJ_ERROR] = "error"};
    return names[severity];
}

bool dj_severity_named(dj_slice name, dj_severity *out)
{
    for (int s = 0; s < DJ_SEVERITIES; s++)
        if (dj_slice_is(name, dj_severity_name((dj_severity)s))) {
            *out = (dj_severity)s;
            return true;
        }
    return false;
}

const char *dj_suppressed_by_name(dj_suppressed_by by)
{
    static const char *const names[] = {
        [DJ_BY_STORY] = "story", [DJ_BY_CONFIGURATION] = "configuration", [DJ_BY_BASELINE] = "baseline"};
    return names[by];
}

void dj_findings_count(const dj_findings *findings, dj_finding_counts *counts)
{
    for (size_t i = 0; i < findings->list.n; i++) {
        const dj_finding *finding = findings->list.at[i];
        if (finding->suppression) {
            counts->suppressed++;
            counts->by[finding->suppression->by]++;
        } else {
            counts->by_severity[finding->severity]++;
        }
    }
}

/* FNV-1a, the parts kept apart by a byte that no text holds */
static void mix(uint64_t hash[2], dj_slice s)
{
    for (int h = 0; h < 2; h++) {
        for (size_t i = 0; i < s.n; i++)
            hash[h] = (hash[h] ^ (unsigned char)s.at[i]) * 1099511628211u;
        hash[h] = (hash[h] ^ 0xFF) * 1099511628211u;
    }
}

static void write_hash(const uint64_t hash[2], dj_finding *finding)
{
    snprintf(finding->fingerprint, sizeof finding->fingerprint, "%016llx%016llx", (unsigned long long)hash[0],
             (unsigned long long)hash[1]);
}

/* The check, and what each claim says in which story: edits elsewhere leave it as it is. */
static void make_fingerprint(dj_checking *k, dj_finding *finding)
{
    uint64_t hash[2] = {14695981039346656037u, 0x9E3779B97F4A7C15u};
    mix(hash, dj_slice_of(finding->check->id));
    for (size_t i = 0; i < finding->claims.n; i++) {
        const dj_mention *m = finding->claims.at[i];
        mix(hash, dj_path_clean(k->arena, m->in->story->id));
        mix(hash, dj_slice_unspaced(k->arena, dj_mention_text(m)));
    }
    write_hash(hash, finding);
}

void dj_findings_tell_apart(dj_findings *findings)
{
    dj_arena *scratch = dj_arena_new();
    dj_names *names = dj_names_new(scratch);
    DJ_VEC(unsigned) seen = {0};
    for (size_t i = 0; i < findings->list.n; i++) {
        dj_finding *finding = findings->list.at[i];
        uint32_t id = dj_intern(names, dj_slice_of(finding->fingerprint));
        while (seen.n < id)
            DJ_PUSH(scratch, &seen);
        unsigned before = seen.at[id - 1]++;
        if (before == 0)
            continue;
        uint64_t hash[2] = {14695981039346656037u, 0x9E3779B97F4A7C15u};
        mix(hash, dj_slice_of(finding->fingerprint));
        char n[16];
        snprintf(n, sizeof n, "%u", before);
        mix(hash, dj_slice_of(n));
        write_hash(hash, finding);
    }
    dj_arena_free(scratch);
}

/* checks.yaml may give the loud findings of a check another severity; notes stay notes */
static dj_severity settle_severity(const dj_checking *k, dj_severity severity)
{
    dj_severity wanted;
    dj_slice said = dj_setting_text(k->options->settings, k->info->id, "severity", DJ_NONE);
    return severity > DJ_NOTE && dj_severity_named(said, &wanted) ? wanted : severity;
}

dj_finding *dj_finding_new(dj_checking *k, dj_severity severity, const dj_mention *const *claims, size_t n)
{
    dj_finding *finding = dj_alloc(k->arena, sizeof *finding);
    finding->check = k->info;
    finding->severity = settle_severity(k, severity);
    for (size_t i = 0; i < n; i++)
        *DJ_PUSH(k->arena, &finding->claims) = claims[i];
    make_fingerprint(k, finding);
    *DJ_PUSH(k->arena, &k->findings->list) = finding;
    return finding;
}

dj_slice dj_checking_say(dj_checking *k, const char *key, const dj_arg *args, size_t n)
{
    dj_buf text = dj_buf_new(16384);
    dj_say(k->options->speech, key, args, n, &text);
    dj_slice said = dj_slice_copy(k->arena, dj_buf_slice(&text));
    dj_buf_free(&text);
    return said;
}

void dj_finding_tell(dj_checking *k, dj_finding *finding, const char *subject, const char *why, const dj_arg *args, size_t n)
{
    char key[96];
    if (!subject)
        subject = k->info->id;
    finding->message = dj_checking_say(k, subject, args, n);
    snprintf(key, sizeof key, "%s.%s", subject, why);
    finding->why = dj_checking_say(k, key, args, n);
}

void dj_finding_tell_copies(dj_checking *k, dj_finding *finding, size_t copies)
{
    char n[24];
    snprintf(n, sizeof n, "%zu", copies);
    dj_arg args[] = {{"why", finding->why}, {"n", dj_slice_of(n)}};
    if (copies)
        finding->why = dj_checking_say(k, "why-with-copies", args, sizeof args / sizeof args[0]);
}

dj_slice dj_told(dj_checking *k, const dj_mention *mention)
{
    bool is_vague = dj_kind_about(mention->kind)->family == DJ_FAMILY_AMOUNT && mention->value.amount.bound == DJ_BETWEEN;
    if (is_vague) /* 7조원대 says it better than its two ends */
        return dj_mention_text(mention);
    dj_buf text = dj_buf_new(4096);
    dj_value_say(&mention->value, k->options->speech, &text);
    dj_slice told = dj_slice_copy(k->arena, dj_buf_slice(&text));
    dj_buf_free(&text);
    return told;
}

dj_slice dj_day_told(dj_checking *k, dj_day day)
{
    dj_buf text = dj_buf_new(32);
    dj_iso_write(day, &text);
    dj_slice told = dj_slice_copy(k->arena, dj_buf_slice(&text));
    dj_buf_free(&text);
    return told;
}

double dj_threshold(const dj_checking *k, const char *key, double fallback)
{
    dj_dec d = dj_dec_make((int64_t)(fallback * 10000 + (fallback < 0 ? -0.5 : 0.5)), -4);
    return dj_dec_double(dj_setting(k->options->settings, k->info->id, key, d));
}

dj_slice dj_source_of(const dj_mention *mention)
{
    return mention->in->story->source;
}

static dj_slice title_of(const dj_story *story)
{
    return dj_slice_trim(story->fields[DJ_FIELD_TITLE].text);
}

dj_slice dj_source_beside(dj_checking *k, const dj_mention *mention, const dj_mention *other)
{
    enum { TITLE = 24 /* columns */ };
    const dj_story *story = mention->in->story, *beside = other->in->story;
    if (story == beside || !dj_slice_eq(story->source, beside->source))
        return story->source;
    dj_slice title = dj_slice_trim(dj_screen_cut(title_of(story), TITLE));
    bool tells = title.n > 0 && !dj_slice_eq(title, dj_slice_trim(dj_screen_cut(title_of(beside), TITLE)));
    bool is_cut = tells && title.n < title_of(story).n;
    dj_arg args[] = {{"source", story->source}, {"story", tells ? title : story->id}};
    return dj_checking_say(k, is_cut ? "source-of-stories.cut" : "source-of-stories", args, sizeof args / sizeof args[0]);
}
