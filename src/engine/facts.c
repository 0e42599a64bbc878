/* See facts.h. A label of a few words is a poor guide to a fact, so the sheet is written, read back and held against its own
 * stories: what cannot be read, reads otherwise or is contradicted is dropped, until nothing is. */
#include "engine/facts.h"

#include "engine/texts.h"
#include "report/report.h"

typedef struct trial {
    dj_arena *arena;
    const dj_rules *rules;
    const dj_stories *stories;
    const dj_run_options *options;
    dj_result *result;
    dj_diags ignored;
} trial;

static bool is_figure(const dj_agreed_fact *fact)
{
    return fact->type != DJ_SHEET_NAME && fact->type != DJ_SHEET_QUOTE;
}

/* Keeps those of the agreed facts that the sheet has with their value. */
static void keep_readable(trial *t, const dj_sheet *sheet)
{
    dj_texting by = {t->arena, t->rules, dj_scratch_new(), &t->ignored};
    dj_knowns known = {0};
    dj_sheet_know(&by, sheet, dj_names_new(t->arena), DJ_NO_DAY, &known);
    dj_scratch_free(by.scratch);
    size_t kept = 0, k = 0;
    for (size_t i = 0; i < t->result->agreed.n; i++) { /* both are in the order of lines */
        dj_agreed_fact *fact = &t->result->agreed.at[i];
        while (k < known.list.n && known.list.at[k].fact->place.line < fact->line)
            k++;
        bool is_read = k < known.list.n && known.list.at[k].fact->place.line == fact->line;
        if (is_read && (!is_figure(fact) || dj_value_compare(&known.list.at[k].claim->value, &fact->claim->value) == DJ_SAME))
            t->result->agreed.at[kept++] = *fact;
    }
    t->result->agreed.n = kept;
}

/* Drops the facts that a finding cites. */
static void drop_cited(dj_arena *arena, dj_agreed *agreed, const dj_findings *findings, dj_slice path)
{
    DJ_VEC(bool) cited = {0}; /* by line */
    size_t kept = 0;
    for (size_t f = 0; f < findings->list.n; f++)
        for (size_t c = 0; c < findings->list.at[f]->claims.n; c++) {
            const dj_mention *m = findings->list.at[f]->claims.at[c];
            uint32_t line = m->in->story->path.at == path.at ? dj_story_where(m->in->story, m->field, m->start, m->end).line : 0;
            while (cited.n <= line)
                *DJ_PUSH(arena, &cited) = false;
            cited.at[line] = line > 0;
        }
    for (size_t i = 0; i < agreed->n; i++)
        if (agreed->at[i].line >= cited.n || !cited.at[agreed->at[i].line])
            agreed->at[kept++] = agreed->at[i];
    agreed->n = kept;
}

static void read_back(trial *t, dj_slice path, dj_sheet *sheet)
{
    dj_buf text = dj_buf_new(SIZE_MAX);
    dj_report_sheet.whole(t->result, &(dj_report_style){0}, &text);
    dj_sheet_read_bytes(t->arena, path, dj_slice_copy(t->arena, dj_buf_slice(&text)), sheet, &t->ignored);
    dj_buf_free(&text);
}

/* once over the stories with the sheet; what it takes is given back */
static void hold(trial *t)
{
    dj_arena *kept = t->arena;
    t->arena = t->ignored.arena = dj_arena_new();
    dj_slice path = DJ_S("facts.yaml");
    dj_sheet sheet = {0};
    dj_run_options options = *t->options;
    dj_result held = {0};
    read_back(t, path, &sheet);
    keep_readable(t, &sheet);
    options.sheet = &sheet;
    options.remarks = &t->ignored;
    options.checks_off = ~(UINT64_C(1) << DJ_CHECK_fact_sheet);
    dj_run_stages(t->arena, t->rules, t->stories, &options, &t->ignored, &held);
    for (size_t s = 0; s < held.sets.n; s++)
        drop_cited(t->arena, &t->result->agreed, &held.sets.at[s]->findings, path);
    dj_arena_free(t->arena);
    t->arena = t->ignored.arena = kept;
    t->ignored.list.n = t->ignored.list.cap = 0;
}

void dj_facts_agreed(dj_arena *arena, const dj_rules *rules, const dj_stories *stories, const dj_run_options *options, dj_result *result)
{
    trial t = {arena, rules, stories, options, result, {.arena = arena}};
    for (size_t s = 0; s < result->sets.n; s++)
        dj_agreed_find(arena, &result->sets.at[s]->set, dj_rules_settings(rules), &result->agreed);
    for (size_t before = result->agreed.n + 1; result->agreed.n && result->agreed.n < before;) {
        before = result->agreed.n;
        hold(&t);
    }
}
