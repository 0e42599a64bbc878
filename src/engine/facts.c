/* See facts.h. A label of a few words is a poor guide to a fact, so the sheet is written, read back and held against its own
 * stories: what cannot be read, reads otherwise or is contradicted is dropped, until nothing is. */
#include "engine/facts.h"

#include "engine/texts.h"
#include "report/report.h"

typedef struct trial {
    dj_arena *arena;
    const dj_rules *rules;
    dj_result *result;
    dj_scratch *scratch;
    dj_diags ignored;
} trial;

static bool is_figure(const dj_agreed_fact *fact)
{
    return fact->type != DJ_SHEET_NAME && fact->type != DJ_SHEET_QUOTE;
}

/* Keeps those of the agreed facts that the sheet has with their value. */
static void keep_readable(trial *t, const dj_sheet *sheet)
{
    dj_texting by = {t->arena, t->rules, t->scratch, &t->ignored};
    dj_knowns known = {0};
    dj_sheet_know(&by, sheet->facts.at, sheet->facts.n, dj_names_new(t->arena), DJ_NO_DAY, &known);
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

typedef DJ_VEC(bool) lines; /* of the sheet: is it cited by a finding */

static void mark_cited(dj_arena *arena, const dj_findings *findings, dj_slice path, lines *cited)
{
    for (size_t f = 0; f < findings->list.n; f++)
        for (size_t c = 0; c < findings->list.at[f]->claims.n; c++) {
            const dj_mention *m = findings->list.at[f]->claims.at[c];
            uint32_t line = m->in->story->path.at == path.at ? dj_story_where(m->in->story, m->field, m->start, m->end).line : 0;
            while (cited->n <= line)
                *DJ_PUSH(arena, cited) = false;
            cited->at[line] = line > 0;
        }
}

static void drop_cited(dj_agreed *agreed, const lines *cited)
{
    size_t kept = 0;
    for (size_t i = 0; i < agreed->n; i++)
        if (agreed->at[i].line >= cited->n || !cited->at[agreed->at[i].line])
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

static dj_names *copied(dj_arena *arena, const dj_names *names)
{
    dj_names *copy = dj_names_new(arena);
    for (uint32_t id = 1; id <= dj_names_count(names); id++)
        dj_intern(copy, dj_name(names, id));
    return copy;
}

/* a set that is read and compared already; the sheet's words get numbers behind its own */
static void hold_set(trial *t, const dj_desk *desk, dj_set set, dj_slice path, lines *cited)
{
    dj_texting by = {t->arena, t->rules, t->scratch, &t->ignored};
    dj_names *stems = copied(t->arena, set.stems);
    dj_knowns known = {0};
    dj_findings found = {0};
    set.stems = stems;
    dj_sheet_know_for(&by, desk, &set, stems, &known);
    dj_check_options options = {
        .settings = dj_rules_settings(t->rules), .speech = t->result->speech, .desk = desk, .known = &known};
    options.scratch = t->scratch;
    options.off = ~(UINT64_C(1) << DJ_CHECK_fact_sheet);
    dj_check(t->arena, &set, &options, &found);
    mark_cited(t->arena, &found, path, cited);
}

/* once over the sets with the sheet; what it takes is given back */
static void hold(trial *t)
{
    dj_arena *kept = t->arena;
    t->arena = t->ignored.arena = dj_arena_new();
    dj_slice path = DJ_S("facts.yaml");
    dj_sheet sheet = {0};
    lines cited = {0};
    read_back(t, path, &sheet);
    keep_readable(t, &sheet);
    const dj_desk *desk = dj_sheet_ready(&(dj_texting){t->arena, t->rules, t->scratch, &t->ignored}, &sheet, DJ_NO_DAY);
    for (size_t s = 0; s < t->result->sets.n; s++)
        hold_set(t, desk, t->result->sets.at[s]->set, path, &cited);
    drop_cited(&t->result->agreed, &cited);
    dj_arena_free(t->arena);
    t->arena = t->ignored.arena = kept;
    t->ignored.list.n = t->ignored.list.cap = 0;
}

void dj_facts_agreed(dj_arena *arena, const dj_rules *rules, dj_result *result)
{
    trial t = {.arena = arena, .rules = rules, .result = result, .scratch = dj_scratch_new(), .ignored = {.arena = arena}};
    for (size_t s = 0; s < result->sets.n; s++)
        dj_agreed_find(arena, &result->sets.at[s]->set, dj_rules_settings(rules), &result->agreed);
    for (size_t before = result->agreed.n + 1; result->agreed.n && result->agreed.n < before;) {
        before = result->agreed.n;
        hold(&t);
    }
    dj_scratch_free(t.scratch);
}
