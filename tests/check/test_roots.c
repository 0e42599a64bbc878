/* Facts of a sheet are found by the words of sentences, and none is missed (check/roots.h). Whatever dj_known_is_meant says
 * of a figure and a fact must be among what its sentence and the one before meet; the facts that they meet must be few. */
#include "suite.h"

#include "check/roots.h"
#include "engine/texts.h"
#include "normalise/normalise.h"
#include "read/read.h"

#define SHARE 0.75

static const char sheet_text[] = "facts:\n"
                                 "  - {about: [새봄전자, 투자], amount: 700억 원}\n"
                                 "  - {about: [새봄전자, 공장, 일자리], amount: 300명}\n"
                                 "  - {about: [한강시, 지진, [숨지, 사망]], amount: 12명}\n"
                                 "  - {about: [한강시, 축제, 관람객], amount: 5만 명}\n"
                                 "  - {about: [관세], amount: 25%}\n"
                                 "  - {about: [[두 나라, 양국], 관세, 협상], date: 2025년 3월 4일}\n"
                                 "  - {about: [새봄전자, 매출, 지난해, 수출], amount: 9000억 원}\n"
                                 "  - {about: [openai, 예산], amount: 40억 달러}\n";

static const char story_text[] =
    "새봄전자의 투자액은 800억 원이다. 공장이 들어선다. 새 일자리는 310명이라고 새봄전자는 밝혔다. 한강시에서는 지진이 났다. 이 "
    "지진으로 11명이 숨졌다. "
    "사망자는 12명이다. 양국은 관세 협상을 4일 열었다. 한강시의 축제에는 관람객 6만 명이 왔다. 두 나라의 관세는 20%다. "
    "새봄전자가 지난해 수출로 올린 매출은 "
    "9500억 원이다. 비는 30mm 내렸다. 매출 이야기는 없다. 직원 40명이 쉬었다. OpenAI의 예산은 50억 달러다.";

typedef struct met_with {
    dj_arena *arena;
    dj_scratch *scratch;
    dj_names *stems;
    dj_text *text;
    dj_knowns knowns;
} met_with;

static met_with read_both(const dj_rules *rules)
{
    met_with w = {.arena = dj_arena_new(), .scratch = dj_scratch_new()};
    dj_diags diags = {.arena = w.arena};
    dj_stories stories = {.arena = w.arena};
    dj_sheet sheet = {0};
    dj_texting by = {w.arena, rules, w.scratch, &diags};
    dj_buf line = dj_buf_new(SIZE_MAX);
    dj_buf_fmt(&line, "{\"id\":\"1\",\"published\":\"2025-03-05\",\"text\":\"%s\"}\n", story_text);
    dj_read_options reading = {.format = DJ_FORMAT_JSONL, .max_bytes = 1 << 20};
    dj_read_bytes(dj_slice_copy(w.arena, dj_buf_slice(&line)), DJ_S("rows.jsonl"), DJ_NONE, &reading, &stories, &diags);
    dj_buf_free(&line);
    dj_sheet_read_bytes(w.arena, DJ_S("facts.yaml"), dj_slice_of(sheet_text), &sheet, &diags);
    CU_ASSERT_EQUAL_FATAL(stories.list.n, 1);
    CU_ASSERT_EQUAL_FATAL(sheet.facts.n, 8);
    w.stems = dj_names_new(w.arena);
    w.text = dj_text_of(&by, stories.list.at[0], w.stems);
    dj_normalise(w.arena, w.text, w.scratch);
    dj_sheet_know(&by, sheet.facts.at, sheet.facts.n, w.stems, stories.list.at[0]->published, &w.knowns);
    CU_ASSERT_EQUAL_FATAL(w.knowns.list.n, 8);
    return w;
}

static void meet_sentence(const met_with *w, const dj_roots *roots, const dj_mention *m, uint32_t sentence, dj_met *met)
{
    const dj_segmented *part = &w->text->parts[m->field];
    const dj_sentence *s = &part->sentences.at[sentence];
    for (uint32_t i = s->first_word; i < s->first_word + s->n_words; i++) {
        dj_slice word = dj_slice_sub(w->text->story->fields[m->field].text, part->words.at[i].start, part->words.at[i].end);
        dj_roots_meet(roots, w->stems, word, part->words.at[i].stem, met);
    }
}

static bool is_among(const dj_met *met, uint32_t fact)
{
    for (size_t i = 0; i < met->facts.n; i++)
        if (met->facts.at[i] == fact)
            return true;
    return false;
}

/* of every figure of the story and every fact: *meant, and *met among them all */
static void count(const met_with *w, double share, size_t *meant, size_t *met_all, size_t *all)
{
    const dj_roots *roots = dj_roots_new(w->arena, &w->knowns, w->stems, share);
    dj_met met = dj_met_new(w->arena, &w->knowns);
    *meant = *met_all = *all = 0;
    for (size_t i = 0; i < w->text->mentions.n; i++) {
        const dj_mention *m = w->text->mentions.at[i];
        dj_met_begin(&met);
        meet_sentence(w, roots, m, m->sentence, &met);
        if (m->sentence > 0)
            meet_sentence(w, roots, m, m->sentence - 1, &met);
        *met_all += met.facts.n;
        for (uint32_t f = 0; f < w->knowns.list.n; f++, *all += 1) {
            uint32_t apart;
            if (!dj_known_is_meant(&w->knowns.list.at[f], w->stems, share, m, &apart))
                continue;
            *meant += 1;
            CU_ASSERT_TRUE(is_among(&met, f));
        }
    }
}

static dj_rules *rules; /* loaded once: they are read only */

static void every_fact_that_is_meant_is_met(void)
{
    met_with w = read_both(rules);
    static const double shares[] = {0.1, 0.5, SHARE, 1, 1.5};
    for (size_t i = 0; i < sizeof shares / sizeof *shares; i++) {
        size_t meant, met, all;
        count(&w, shares[i], &meant, &met, &all);
        CU_ASSERT_EQUAL(meant > 0, shares[i] <= 1);
    }
    dj_scratch_free(w.scratch);
    dj_arena_free(w.arena);
}

static void few_facts_are_met_that_are_not_meant(void)
{
    met_with w = read_both(rules);
    size_t meant, met, all;
    count(&w, SHARE, &meant, &met, &all);
    CU_ASSERT_TRUE(meant >= 7);
    CU_ASSERT_TRUE(met < all / 2);
    dj_scratch_free(w.scratch);
    dj_arena_free(w.arena);
}

static const test_case cases[] = {
    {"every fact that is meant is met", every_fact_that_is_meant_is_met},
    {"few facts are met that are not meant", few_facts_are_met_that_are_not_meant},
};

int main(void)
{
    dj_arena *arena = dj_arena_new();
    dj_diags diags = {.arena = arena};
    const char *directories[] = {RULES_DIR};
    rules = dj_rules_load(arena, directories, 1, &diags);
    int status = rules ? suite_run("check/roots", cases, sizeof cases / sizeof cases[0]) : 2;
    dj_rules_free(rules);
    dj_arena_free(arena);
    return status;
}
