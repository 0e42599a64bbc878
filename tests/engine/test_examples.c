#include "rule/directory.h"

#include "engine/examples.h"
#include "suite.h"

static void print(const dj_diags *diags)
{
    dj_buf out = dj_buf_new(SIZE_MAX);
    for (size_t i = 0; i < diags->list.n; i++)
        dj_diag_print(&diags->list.at[i], &out);
    fprintf(stderr, "%.*s", DJ_FMT(dj_buf_slice(&out)));
    dj_buf_free(&out);
}

static void every_example_of_the_shipped_rules_holds(void)
{
    dj_arena *arena = dj_arena_new();
    dj_diags diags = {.arena = arena};
    const char *path = RULES_DIR;
    dj_rules *rules = dj_rules_load(arena, &path, 1, &diags);
    if (rules) {
        dj_example_counts counts = dj_examples_run(rules, &diags);
        CU_ASSERT_EQUAL(counts.failed, 0);
        CU_ASSERT_TRUE(counts.rules > 0 && counts.modifiers > 0 && counts.examples > counts.rules + counts.modifiers);
    }
    print(&diags);
    CU_ASSERT_PTR_NOT_NULL(rules);
    CU_ASSERT_EQUAL(diags.list.n, 0);
    dj_rules_free(rules);
    dj_arena_free(arena);
}

static void an_example_that_does_not_hold_is_told_in_its_place(void)
{
    static const char *const pack = "lexicons: {currency: {USD: 달러}, numeral: {'-': ['-']}}\n"
                                    "rules:\n"
                                    "  - id: sum\n"
                                    "    kind: money\n"
                                    "    pattern: '(?<num>\\d+)(?<currency>{{currency}})'\n"
                                    "    examples:\n"
                                    "      - {text: '총 5달러다', value: {currency: USD, low: 5.0, high: '5', bound: exact}}\n"
                                    "      - {text: '총 5달러다', value: {low: 6}}\n"
                                    "      - {text: '총 5달러다', value: {colour: 5}}\n"
                                    "      - {text: '총 5달러다', value: {low: null}}\n"
                                    "      - {text: '총 5달러다', nothing: true}\n"
                                    "      - {text: '총 5원이다', nothing: true}\n"
                                    "modifiers:\n"
                                    "  - {id: up-to, before: '최대 ', bound: at_most, examples: [{text: '최대 5달러', value: "
                                    "{high: 5, low: null}}, {text: 5달러, value: {low: 5}}]}\n";
    dj_arena *arena = dj_arena_new();
    dj_diags diags = {.arena = arena};
    dj_rules *rules = load_one(arena, pack, &diags);
    CU_ASSERT_PTR_NOT_NULL_FATAL(rules);
    dj_example_counts counts = dj_examples_run(rules, &diags);
    CU_ASSERT_EQUAL(counts.rules, 1);
    CU_ASSERT_EQUAL(counts.modifiers, 1);
    CU_ASSERT_EQUAL(counts.examples, 8);
    CU_ASSERT_EQUAL(counts.failed, 5);
    CU_ASSERT_EQUAL(diags.list.n, 5);
    CU_ASSERT_TRUE(
        error_is(&diags, 0, "8:9: sum (ko): '총 5달러다' should be low: 6, but is read as '5달러' by sum {\"currency\":\"USD\""));
    CU_ASSERT_TRUE(error_is(&diags, 1, "9:9: sum (ko): '총 5달러다' should be colour: 5"));
    CU_ASSERT_TRUE(error_is(&diags, 2, "10:9: sum (ko): '총 5달러다' should be low: null"));
    CU_ASSERT_TRUE(error_is(&diags, 3, "11:9: sum (ko): '총 5달러다' should be nothing"));
    CU_ASSERT_TRUE(error_is(&diags, 4, "14:"));
    dj_rules_free(rules);
    dj_arena_free(arena);
}

SUITE("engine/examples", {"every example of the shipped rules holds", every_example_of_the_shipped_rules_holds},
      {"an example that does not hold is told in its place", an_example_that_does_not_hold_is_told_in_its_place})
