/* A run's outcome made by hand, so that the writers are tested without the stages: stories from strings, mentions by the
 * words they stand on. */
#ifndef TESTS_REPORT_MADE_H
#define TESTS_REPORT_MADE_H
#include "check/check.h"
#include "read/read.h"
#include "report/report.h"
#include "suite.h"

typedef struct made {
    dj_arena *arena;
    dj_diags diags;
    dj_rules *rules;
    dj_stories stories;
    dj_names *stems;
    dj_scratch *scratch;
    dj_result result;
    dj_result_set *set;
} made;

static inline made made_new(const char *lang)
{
    static const char *const directories[] = {RULES_DIR};
    made m = {.arena = dj_arena_new(), .scratch = dj_scratch_new()};
    m.diags.arena = m.stories.arena = m.arena;
    m.rules = dj_rules_load(m.arena, directories, 1, &m.diags);
    CU_ASSERT_PTR_NOT_NULL_FATAL(m.rules);
    m.stems = dj_names_new(m.arena);
    m.result.speech = dj_rules_pack(m.rules, dj_slice_of(lang));
    m.set = dj_alloc(m.arena, sizeof *m.set);
    *DJ_PUSH(m.arena, &m.result.sets) = m.set;
    return m;
}

static inline void made_free(made *m)
{
    dj_rules_free(m->rules);
    dj_scratch_free(m->scratch);
    dj_arena_free(m->arena);
}

static inline dj_text *made_story(made *m, const char *path, const char *source, const char *words)
{
    dj_read_options options = {DJ_FORMAT_TEXT, 1 << 20};
    dj_read_bytes(dj_slice_of(words), dj_slice_of(path), DJ_NONE, &options, &m->stories, &m->diags);
    dj_story *story = m->stories.list.at[m->stories.list.n - 1];
    story->source = dj_slice_of(source);
    dj_text *text = dj_alloc(m->arena, sizeof *text);
    text->story = story;
    text->pack = dj_rules_pack(m->rules, DJ_S("ko"));
    for (int field = 0; field < DJ_FIELDS; field++)
        dj_segment(m->arena, story, (dj_field_name)field, text->pack, m->stems, m->scratch, &text->parts[field]);
    *DJ_PUSH(m->arena, &m->set->set.texts) = text;
    m->result.n_stories++;
    return text;
}

/* money of so many won or dollars, on the first place where `words` stand */
static inline dj_mention *made_money(made *m, dj_text *text, const char *words, const char *currency, int64_t amount)
{
    dj_slice all = text->story->fields[DJ_FIELD_TEXT].text, needle = dj_slice_of(words);
    size_t at = dj_slice_find(all, needle, 0);
    CU_ASSERT_FATAL(at < all.n);
    dj_mention *mention = dj_alloc(m->arena, sizeof *mention);
    mention->in = text;
    mention->field = DJ_FIELD_TEXT;
    mention->start = mention->core_start = (uint32_t)at;
    mention->end = mention->core_end = (uint32_t)(at + needle.n);
    mention->sentence = (uint32_t)dj_sentence_at(&text->parts[DJ_FIELD_TEXT], mention->start);
    mention->kind = mention->value.kind = DJ_MONEY;
    mention->value.is_known = true;
    mention->value.amount = (dj_amount){dj_slice_of(currency), dj_dec_int(amount), dj_dec_int(amount), true, true, DJ_EXACT};
    *DJ_PUSH(m->arena, &text->mentions) = mention;
    m->result.n_mentions++;
    return mention;
}

static inline dj_finding *made_finding(made *m, const char *check, dj_severity severity, const char *message, const char *why)
{
    size_t row;
    dj_finding *finding = dj_alloc(m->arena, sizeof *finding);
    CU_ASSERT_FATAL(dj_check_named(dj_slice_of(check), &row));
    finding->check = dj_check_about(row);
    finding->severity = severity;
    finding->message = dj_slice_of(message);
    finding->why = dj_slice_of(why);
    memset(finding->fingerprint, 'a', 32);
    *DJ_PUSH(m->arena, &m->set->findings.list) = finding;
    return finding;
}

static inline void made_claim(made *m, dj_finding *finding, const dj_mention *mention)
{
    *DJ_PUSH(m->arena, &finding->claims) = mention;
}

static inline dj_fact *made_fact(made *m, const char *label, dj_status status)
{
    dj_fact *fact = dj_alloc(m->arena, sizeof *fact);
    fact->kind = DJ_MONEY;
    fact->label = dj_slice_of(label);
    fact->status = status;
    *DJ_PUSH(m->arena, &m->set->set.facts) = fact;
    return fact;
}

static inline void made_version(made *m, dj_fact *fact, size_t n, const dj_mention *const *claims)
{
    dj_version *version = DJ_PUSH(m->arena, &fact->versions);
    version->n_stories = n;
    for (size_t i = 0; i < n; i++)
        *DJ_PUSH(m->arena, &version->claims) = claims[i];
}

static inline bool made_keep(void *out, const char *bytes, size_t n)
{
    dj_buf_add(out, (dj_slice){bytes, n});
    return true;
}

static inline char *made_report(made *m, dj_report_command command, const char *format, const dj_report_style *style)
{
    dj_buf out = dj_buf_new(SIZE_MAX);
    CU_ASSERT(dj_report_write(dj_report_named(command, dj_slice_of(format)), &m->result, style, made_keep, &out));
    char *text = dj_copy(m->arena, out.at, out.n);
    dj_buf_free(&out);
    return text;
}
#endif
