#include "rule/directory.h"

#include "base/file.h"
#include "base/limits.h"
#include "suite.h"

#define EXAMPLES "    examples: [{text: '5달러', value: {low: 5}}]\n"

static dj_arena *arena;
static dj_diags diags;

static void start(void)
{
    dj_arena_free(arena);
    arena = dj_arena_new();
    diags = (dj_diags){.arena = arena};
}

static dj_rules *load(const char *text)
{
    start();
    return load_one(arena, text, &diags);
}

/* whether rule `i` of ko matches all of `text` */
static bool matches(const dj_rules *rules, size_t i, const char *text)
{
    dj_scratch *scratch = dj_scratch_new();
    const dj_rule *rule = &dj_rules_pack(rules, DJ_S("ko"))->rules[i];
    dj_slice subject = dj_slice_of(text);
    bool okay = dj_regex_find(rule->regex, scratch, subject, 0, true) == DJ_MATCH && dj_match_span(scratch).to == subject.n;
    dj_scratch_free(scratch);
    return okay;
}

static void a_rule_is_read_with_all_it_says(void)
{
    dj_rules *rules = load("rules:\n"
                           "  - id: ko-money\n"
                           "    kind: money\n"
                           "    pattern: '(?<num>\\d+)달러'\n"
                           "    rank: -3\n"
                           "    with: {bound: about}\n"
                           "    examples:\n"
                           "      - {text: '5달러', at: 2025-03-04, value: {low: 5, high: null}}\n"
                           "      - {text: '달러', nothing: true}\n");
    CU_ASSERT_PTR_NOT_NULL_FATAL(rules);
    const dj_pack *pack = dj_rules_pack(rules, DJ_S("ko"));
    const dj_rule *rule = &pack->rules[0];
    CU_ASSERT_EQUAL(pack->n_rules, 1);
    CU_ASSERT_TRUE(dj_slice_is(rule->id, "ko-money"));
    CU_ASSERT_EQUAL(rule->kind, DJ_MONEY);
    CU_ASSERT_EQUAL(rule->rank, -3);
    CU_ASSERT_PTR_EQUAL(rule->pack, pack);
    CU_ASSERT_TRUE(dj_slice_is(rule->with[0].name, "bound") && dj_slice_is(rule->with[0].text, "about"));
    CU_ASSERT_EQUAL(rule->examples[0].at, dj_day_of(2025, 3, 4));
    CU_ASSERT_TRUE(rule->examples[1].nothing && rule->examples[1].at == DJ_NO_DAY);
    CU_ASSERT_EQUAL(rule->examples[0].value->n, 2);
    CU_ASSERT_EQUAL(rule->place.line, 2);
    CU_ASSERT_EQUAL(rule->examples[1].place.line, 9);
    dj_rules_free(rules);
}

static void every_error_of_every_file_is_told_at_once(void)
{
    directory d = directory_new();
    const char *path = d.path;
    directory_add(&d, "ko/a.yaml",
                  "colour: 1\n"
                  "rules:\n"
                  "  - id: one\n"
                  "    kind: monny\n"
                  "    pattern: '(?<num>\\d+) ?원'\n"
                  "    size: 3\n" EXAMPLES "  - id: two\n"
                  "    kind: money\n"
                  "    pattern: '(?<amount>\\d+)원'\n" EXAMPLES "  - id: three\n"
                  "    kind: money\n"
                  "    pattern: '(\\d+'\n"
                  "    rank: high\n"
                  "    examples: [{text: '5원', nothing: true}]\n"
                  "  - kind: money\n");
    directory_add(&d, "ko/b.yaml", "a: [\n");
    directory_add(&d, "en/c.yaml", "rules: 3\n");
    directory_add(&d, "any/d.yaml", "modifiers: [{id: m, before: 'up', after: 'down', bound: most, examples: [{text: a}]}]\n");
    start();
    CU_ASSERT_PTR_NULL(dj_rules_load(arena, &path, 1, &diags));
    directory_remove(&d);
    CU_ASSERT_EQUAL(diags.list.n, 13);
    CU_ASSERT_TRUE(dj_slice_ends(diags.list.at[0].place.path, DJ_S("any/d.yaml")));
    CU_ASSERT_TRUE(error_is(&diags, 0, "1:13: needs a pattern as either"));
    CU_ASSERT_TRUE(error_is(&diags, 1, "1:57: must be a bound"));
    CU_ASSERT_TRUE(error_is(&diags, 2, "1:74: an example has either a value or"));
    CU_ASSERT_TRUE(dj_slice_ends(diags.list.at[3].place.path, DJ_S("en/c.yaml")));
    CU_ASSERT_TRUE(error_is(&diags, 3, "1:8: must be a list"));
    CU_ASSERT_TRUE(error_is(&diags, 4, "1:1: unknown key 'colour': a rule file has"));
    CU_ASSERT_TRUE(error_is(&diags, 5, "4:11: unknown kind 'monny'"));
    CU_ASSERT_TRUE(error_is(&diags, 6, "6:5: unknown key 'size'"));
    CU_ASSERT_TRUE(error_is(&diags, 7, "10:14: group 'amount' is no slot"));
    CU_ASSERT_TRUE(dj_slice_is(diags.list.at[7].place.excerpt, "    pattern: '(?<amount>\\d+)원'"));
    CU_ASSERT_TRUE(error_is(&diags, 8, "14:14: bad pattern: missing closing parenthesis"));
    CU_ASSERT_TRUE(error_is(&diags, 9, "15:11: a rank is a whole number"));
    CU_ASSERT_TRUE(error_is(&diags, 10, "16:15: needs at least one example with a value"));
    CU_ASSERT_TRUE(error_is(&diags, 11, "17:5: has no id"));
    CU_ASSERT_TRUE(error_is(&diags, 12, "2:1: not YAML"));
}

static void a_bad_pattern_is_told_where_it_is_written(void)
{
    CU_ASSERT_PTR_NULL(load("lexicons: {unit: {USD: [달러, 불]}}\n"
                            "parts: {digits: '\\d+'}\n"
                            "rules:\n"
                            "  - id: a\n"
                            "    kind: money\n"
                            "    pattern: '가{{digits}}나{{unit}}[다'\n" EXAMPLES "  - id: b\n"
                            "    kind: money\n"
                            "    pattern: '(?<num>{{digits}}*)?'\n" EXAMPLES "  - id: c\n"
                            "    kind: money\n"
                            "    pattern: '{{nothing}}원'\n" EXAMPLES));
    CU_ASSERT_TRUE(error_is(&diags, 0, "6:14: bad pattern: missing terminating ] for character class, at character 23"));
    CU_ASSERT_TRUE(error_is(&diags, 1, "10:14: bad pattern: it can match nothing at all"));
    CU_ASSERT_TRUE(error_is(&diags, 2, "14:14: {{nothing}}: no such part or lexicon"));
    CU_ASSERT_EQUAL(diags.list.n, 3);
}

static void a_bad_part_is_told_once_not_by_all_its_users(void)
{
    CU_ASSERT_PTR_NULL(load("parts: {bad: '(?<num>\\d+', user: '{{bad}}'}\n"
                            "rules:\n"
                            "  - {id: a, kind: money, pattern: '{{user}}원', examples: [{text: '1원', value: {low: 1}}]}\n"
                            "  - {id: b, kind: money, pattern: '{{bad}}원', examples: [{text: '1원', value: {low: 1}}]}\n"));
    CU_ASSERT_EQUAL(diags.list.n, 1);
    CU_ASSERT_TRUE(error_is(&diags, 0, "1:14: bad pattern: missing closing parenthesis"));
}

static void parts_that_contain_themselves_are_refused(void)
{
    CU_ASSERT_PTR_NULL(load("parts: {a: 'x{{b}}', b: 'y{{c}}', c: 'z{{a}}', self: '{{self}}'}\n"));
    CU_ASSERT_TRUE(error_is(&diags, 0, "1:12: {{b}}: a part that contains itself"));
    CU_ASSERT_TRUE(error_is(&diags, 1, "1:54: {{self}}: a part that contains itself"));
    CU_ASSERT_EQUAL(diags.list.n, 2);
}

static void parts_that_multiply_end_at_the_cap(void)
{
    static const char *const eight = "{{%c}}{{%c}}{{%c}}{{%c}}{{%c}}{{%c}}{{%c}}{{%c}}";
    char text[1000] = "parts:\n";
    for (int c = 'a'; c < 'l'; c++) { /* 8^11 letters in the first part */
        snprintf(text + strlen(text), sizeof text - strlen(text), "  %c: '", c);
        snprintf(text + strlen(text), sizeof text - strlen(text), eight, c + 1, c + 1, c + 1, c + 1, c + 1, c + 1, c + 1, c + 1);
        snprintf(text + strlen(text), sizeof text - strlen(text), "'\n");
    }
    snprintf(text + strlen(text), sizeof text - strlen(text), "  l: x\n");
    CU_ASSERT_PTR_NULL(load(text));
    CU_ASSERT_TRUE(error_is(&diags, 0, "2:6: longer than 1048576 bytes with its parts"));
}

static void a_later_directory_adds_and_overrides_by_id(void)
{
    directory first = directory_new(), second = directory_new();
    const char *paths[] = {first.path, second.path};
    directory_add(&first, "ko/a.yaml",
                  "lexicons: {unit: {USD: [달러], KRW: [원]}}\n"
                  "parts: {n: '\\d+'}\n"
                  "messages: {hello: old, bye: kept}\n"
                  "patterns: {line: 'a'}\n"
                  "rules:\n"
                  "  - id: a\n    kind: money\n    pattern: '{{n}}{{unit}}'\n" EXAMPLES
                  "  - id: b\n    kind: money\n    pattern: '{{n}}불'\n" EXAMPLES);
    directory_add(&second, "ko/a.yaml",
                  "lexicons: {unit: {JPY: [엔], CAD: [달러]}}\n"
                  "parts: {n: '[0-9,]+'}\n"
                  "messages: {hello: new}\n"
                  "rules:\n"
                  "  - {id: b, off: true}\n"
                  "  - id: c\n    kind: money\n    rank: 5\n    pattern: '{{n}}프랑'\n" EXAMPLES);
    start();
    dj_rules *rules = dj_rules_load(arena, paths, 2, &diags);
    directory_remove(&first);
    directory_remove(&second);
    CU_ASSERT_PTR_NOT_NULL_FATAL(rules);
    const dj_pack *pack = dj_rules_pack(rules, DJ_S("ko"));
    dj_slice value;
    CU_ASSERT_EQUAL(pack->n_rules, 2);
    CU_ASSERT_TRUE(dj_slice_is(pack->rules[0].id, "c")); /* by rank */
    CU_ASSERT_TRUE(matches(rules, 1, "1,000엔"));
    CU_ASSERT_TRUE(dj_lexicon_find(dj_pack_lexicon(pack, "unit"), DJ_S("달러"), &value) && dj_slice_is(value, "CAD"));
    CU_ASSERT_TRUE(dj_lexicon_find(dj_pack_lexicon(pack, "unit"), DJ_S("원"), &value) && dj_slice_is(value, "KRW"));
    CU_ASSERT_TRUE(dj_slice_is(dj_pack_message(pack, "hello"), "new"));
    CU_ASSERT_TRUE(dj_slice_is(dj_pack_message(pack, "bye"), "kept"));
    CU_ASSERT_EQUAL(dj_pack_message(pack, "none").n, 0);
    CU_ASSERT_PTR_NOT_NULL(dj_pack_pattern(pack, "line"));
    CU_ASSERT_PTR_NULL(dj_pack_pattern(pack, "none"));
    dj_rules_free(rules);
}

static void what_any_says_holds_in_every_language(void)
{
    directory d = directory_new();
    const char *path = d.path;
    directory_add(&d, "any/a.yaml",
                  "lexicons: {unit: {'%': '%'}}\n"
                  "parts: {n: '\\d'}\n"
                  "rules:\n  - id: percent\n    kind: percent\n    pattern: '{{n}}{{unit}}'\n"
                  "    examples: [{text: '5%', value: {low: 5}}]\n");
    directory_add(&d, "ko/a.yaml", "lexicons: {unit: {'%': 퍼센트}}\nparts: {n: '\\d+'}\n");
    directory_add(&d, "en/a.yaml", "messages: {a: b}\n");
    start();
    dj_rules *rules = dj_rules_load(arena, &path, 1, &diags);
    directory_remove(&d);
    CU_ASSERT_PTR_NOT_NULL_FATAL(rules);
    CU_ASSERT_EQUAL(dj_rules_packs(rules), 2);
    CU_ASSERT_EQUAL(dj_rules_pack(rules, DJ_S("en"))->n_rules, 1);
    CU_ASSERT_TRUE(matches(rules, 0, "15퍼센트"));
    CU_ASSERT_TRUE(matches(rules, 0, "15%"));
    CU_ASSERT_PTR_NULL(dj_rules_pack(rules, DJ_S("any")));
    dj_rules_free(rules);
}

static void one_id_twice_in_a_directory_is_an_error(void)
{
    CU_ASSERT_PTR_NULL(load("rules:\n"
                            "  - {id: a, kind: money, pattern: x, examples: [{text: x, value: {low: 1}}]}\n"
                            "  - {id: a, kind: money, pattern: y, examples: [{text: x, value: {low: 1}}]}\n"
                            "lexicons: {n: {'1': 하나, '2': 하나}}\n"
                            "parts: {n: x}\n"));
    CU_ASSERT_TRUE(error_is(&diags, 0, "3:10: 'a' is given twice: first in "));
    CU_ASSERT_TRUE(error_is(&diags, 1, "4:30: '하나' stands for two values"));
    CU_ASSERT_TRUE(error_is(&diags, 2, "5:9: 'n' is a lexicon's name too"));
}

static void files_that_would_go_unread_are_told(void)
{
    directory d = directory_new();
    const char *paths[] = {d.path, "/nonexistent/rules"};
    directory_add(&d, "money.yaml", "rules: []\n");
    directory_add(&d, "ko/a.yml", "rules: []\n");
    directory_add(&d, "ko/README", "what\n");
    start();
    CU_ASSERT_PTR_NULL(dj_rules_load(arena, paths, 2, &diags));
    CU_ASSERT_EQUAL(diags.list.n, 3);
    directory_remove(&d);
    d = directory_new();
    paths[0] = d.path;
    start();
    CU_ASSERT_PTR_NULL(dj_rules_load(arena, paths, 1, &diags));
    CU_ASSERT_TRUE(dj_slice_is(diags.list.at[0].message, "holds no rule files"));
    directory_remove(&d);
}

static void shipped_rules_are_the_same_when_they_are_made_late(void)
{
    const char *path = RULES_DIR;
    start();
    dj_rules *late = dj_rules_load_proven(arena, &path, 1, &diags), *early = dj_rules_load(arena, &path, 1, &diags);
    CU_ASSERT_TRUE_FATAL(late && early);
    CU_ASSERT_EQUAL(dj_rules_packs(late), dj_rules_packs(early));
    for (size_t i = 0; i < dj_rules_packs(early); i++) {
        const dj_pack *a = dj_rules_pack_at(early, i), *b = dj_rules_pack(late, dj_rules_language(late, i));
        CU_ASSERT_TRUE(dj_slice_eq(a->lang, b->lang) && a->n_rules == b->n_rules && a->n_modifiers == b->n_modifiers);
        for (size_t k = 0; k < a->n_rules; k++)
            CU_ASSERT_TRUE(dj_slice_eq(a->rules[k].id, b->rules[k].id) && dj_slice_eq(a->rules[k].pattern, b->rules[k].pattern));
    }
    dj_rules_free(late);
    dj_rules_free(early);
}

static void what_a_shipped_file_lacks_is_told_at_once(void)
{
    directory d = directory_new();
    const char *path = d.path;
    dj_slice bytes;
    start();
    CU_ASSERT_TRUE_FATAL(dj_file_read(arena, RULES_DIR "/ko/money.yaml", DJ_LIMIT_RULE_FILE, &diags, &bytes));
    directory_add(&d, "ko/money.yaml", bytes.at);
    CU_ASSERT_PTR_NULL(dj_rules_load_proven(arena, &path, 1, &diags)); /* its parts are in other files */
    CU_ASSERT_TRUE(diags.list.n > 0);
    directory_remove(&d);
}

SUITE("rule/rules", {"a rule is read with all it says", a_rule_is_read_with_all_it_says},
      {"every error of every file is told at once", every_error_of_every_file_is_told_at_once},
      {"a bad pattern is told where it is written", a_bad_pattern_is_told_where_it_is_written},
      {"a bad part is told once, not by all its users", a_bad_part_is_told_once_not_by_all_its_users},
      {"parts that contain themselves are refused", parts_that_contain_themselves_are_refused},
      {"parts that multiply end at the cap", parts_that_multiply_end_at_the_cap},
      {"a later directory adds and overrides by id", a_later_directory_adds_and_overrides_by_id},
      {"what `any` says holds in every language", what_any_says_holds_in_every_language},
      {"one id twice in a directory is an error", one_id_twice_in_a_directory_is_an_error},
      {"shipped rules are the same when they are made late", shipped_rules_are_the_same_when_they_are_made_late},
      {"what a shipped file lacks is told at once", what_a_shipped_file_lacks_is_told_at_once},
      {"files that would go unread are told", files_that_would_go_unread_are_told})
