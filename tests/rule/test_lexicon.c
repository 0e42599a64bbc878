#include "rule/directory.h"

#include "suite.h"

static const char *const words = "lexicons:\n"
                                 "  unit: {USD: [달러, 미 달러, 미국 달러, US$, 달러화], KRW: 원, EUR: ['€', 유로(EUR)]}\n"
                                 "  verb: [말했다, 밝혔다]\n"
                                 "patterns:\n"
                                 "  unit: '{{unit}}'\n"
                                 "  sum: '\\d+{{unit}}(?!화)'\n"
                                 "  not_after: '(?<!{{unit}})\\d'\n";

static dj_arena *arena;
static dj_rules *rules;
static const dj_lexicon *unit;

static void start(void)
{
    arena = dj_arena_new();
    dj_diags diags = {.arena = arena};
    rules = load_one(arena, words, &diags);
    CU_ASSERT_PTR_NOT_NULL_FATAL(rules);
    unit = dj_pack_lexicon(dj_rules_pack_at(rules, 0), "unit");
}

static void stop(void)
{
    dj_rules_free(rules);
    dj_arena_free(arena);
}

static bool is_value(const char *surface, const char *expected)
{
    dj_slice value;
    return dj_lexicon_find(unit, dj_slice_of(surface), &value) && dj_slice_is(value, expected);
}

/* bytes of `text` that the pattern covers from its start, 0 for no match */
static size_t covered(const char *pattern, const char *text)
{
    dj_scratch *scratch = dj_scratch_new();
    const dj_regex *regex = dj_pack_pattern(dj_rules_pack_at(rules, 0), pattern);
    size_t n = dj_regex_find(regex, scratch, dj_slice_of(text), 0, true) == DJ_MATCH ? dj_match_span(scratch).to : 0;
    dj_scratch_free(scratch);
    return n;
}

static void white_space_in_a_surface_is_folded(void)
{
    start();
    CU_ASSERT_TRUE(is_value("미 달러", "USD"));
    CU_ASSERT_TRUE(is_value("미달러", "USD"));
    CU_ASSERT_TRUE(is_value("미\xC2\xA0\xE3\x80\x80\n달러", "USD"));
    CU_ASSERT_FALSE(is_value("미", "USD"));
    CU_ASSERT_FALSE(is_value("", "USD"));
    char long_text[1000];
    memset(long_text, 'x', sizeof long_text - 1);
    long_text[sizeof long_text - 1] = '\0';
    CU_ASSERT_FALSE(is_value(long_text, "USD"));
    stop();
}

static void a_pattern_takes_the_longest_surface_and_any_space(void)
{
    start();
    CU_ASSERT_EQUAL(covered("unit", "달러화는"), strlen("달러화"));
    CU_ASSERT_EQUAL(covered("unit", "달러를"), strlen("달러"));
    CU_ASSERT_EQUAL(covered("unit", "미국\xE3\x80\x80 달러"), strlen("미국\xE3\x80\x80 달러"));
    CU_ASSERT_EQUAL(covered("unit", "미국달러"), strlen("미국달러"));
    CU_ASSERT_EQUAL(covered("unit", "미국"), 0);
    CU_ASSERT_EQUAL(covered("unit", "US$5"), 3);
    CU_ASSERT_EQUAL(covered("unit", "유로(EUR)"), strlen("유로(EUR)"));
    CU_ASSERT_EQUAL(covered("unit", "유로"), 0);
    CU_ASSERT_EQUAL(covered("sum", "5원"), strlen("5원"));
    stop();
}

static void a_pattern_falls_back_to_shorter_surfaces(void)
{
    start();
    CU_ASSERT_EQUAL(covered("sum", "5달러화"), strlen("5달러화"));
    CU_ASSERT_EQUAL(covered("sum", "5달러화화"), 0);
    CU_ASSERT_EQUAL(covered("sum", "5달러"), strlen("5달러"));
    stop();
}

static void surfaces_may_stand_in_a_look_behind(void)
{
    start();
    dj_scratch *scratch = dj_scratch_new();
    const dj_regex *regex = dj_pack_pattern(dj_rules_pack_at(rules, 0), "not_after");
    CU_ASSERT_EQUAL(dj_regex_find(regex, scratch, DJ_S("미국 달러5"), 0, false), DJ_NO_MATCH);
    CU_ASSERT_EQUAL(dj_regex_find(regex, scratch, DJ_S("프랑5"), 0, false), DJ_MATCH);
    dj_scratch_free(scratch);
    stop();
}

static void the_longest_prefix_and_suffix_are_found(void)
{
    start();
    dj_slice value;
    size_t n;
    CU_ASSERT_TRUE(dj_lexicon_prefix(unit, DJ_S("달러화로"), &n, &value) && n == strlen("달러화"));
    CU_ASSERT_TRUE(dj_lexicon_suffix(unit, DJ_S("5 미국 달러"), &n, &value) && n == strlen("미국 달러"));
    CU_ASSERT_FALSE(dj_lexicon_suffix(unit, DJ_S("달러를"), &n, &value));
    CU_ASSERT_FALSE(dj_lexicon_prefix(unit, DJ_NONE, &n, &value));
    stop();
}

static void a_list_of_words_gives_each_as_its_value(void)
{
    start();
    dj_slice surface, value;
    const dj_lexicon *verb = dj_pack_lexicon(dj_rules_pack_at(rules, 0), "verb");
    CU_ASSERT_EQUAL(dj_lexicon_count(verb), 2);
    dj_lexicon_entry(verb, 1, &surface, &value);
    CU_ASSERT_TRUE(dj_slice_is(surface, "밝혔다") && dj_slice_is(value, "밝혔다"));
    CU_ASSERT_PTR_NULL(dj_pack_lexicon(dj_rules_pack_at(rules, 0), "none"));
    stop();
}

SUITE("rule/lexicon", {"white space in a surface is folded", white_space_in_a_surface_is_folded},
      {"a pattern takes the longest surface and any space", a_pattern_takes_the_longest_surface_and_any_space},
      {"a pattern falls back to shorter surfaces", a_pattern_falls_back_to_shorter_surfaces},
      {"surfaces may stand in a look-behind", surfaces_may_stand_in_a_look_behind},
      {"the longest prefix and suffix are found", the_longest_prefix_and_suffix_are_found},
      {"a list of words gives each as its value", a_list_of_words_gives_each_as_its_value})
