#include "rule/directory.h"

#include "rule/message.h"
#include "rule/settings.h"
#include "suite.h"

static dj_arena *arena;
static dj_rules *rules;

static void start(void)
{
    const char *path = RULES_DIR;
    directory d = directory_new();
    const char *paths[] = {path, d.path};
    directory_add(&d, "ko/a.yaml",
                  "messages: {topic: '{a}은(는) 왔다', to: '{a}으로(로)', is: '{a}이라(라)', two: '{a}와(과) {b}을(를)', "
                  "open: '{a} {b', plain: '은(는)'}\n");
    directory_add(&d, "checks.yaml",
                  "conversion: {days: 7, words: many}\nnew: {a: 0.5}\nbound-conflict: {severity: loud}\n"
                  "date-conflict: {severity: note}\nalign: {reach: far}\n");
    arena = dj_arena_new();
    dj_diags diags = {.arena = arena};
    rules = dj_rules_load(arena, paths, 2, &diags);
    directory_remove(&d);
    CU_ASSERT_PTR_NOT_NULL_FATAL(rules);
}

static void stop(void)
{
    dj_rules_free(rules);
    dj_arena_free(arena);
}

static bool says(const char *key, const char *a, const char *expected)
{
    dj_buf out = dj_buf_new(SIZE_MAX);
    dj_arg arg = {"a", dj_slice_of(a)};
    dj_say(dj_rules_pack(rules, DJ_S("ko")), key, &arg, 1, &out);
    bool okay = dj_slice_is(dj_buf_slice(&out), expected);
    if (!okay)
        fprintf(stderr, "\n  expected: %s\n  said:     %.*s\n", expected, DJ_FMT(dj_buf_slice(&out)));
    dj_buf_free(&out);
    return okay;
}

static void particles_follow_the_final_letter(void)
{
    start();
    CU_ASSERT_TRUE(says("topic", "730조 원", "730조 원은 왔다"));
    CU_ASSERT_TRUE(says("topic", "달러", "달러는 왔다"));
    CU_ASSERT_TRUE(says("to", "서울", "서울로"));
    CU_ASSERT_TRUE(says("to", "달러", "달러로"));
    CU_ASSERT_TRUE(says("to", "원", "원으로"));
    CU_ASSERT_TRUE(says("is", "서울", "서울이라"));
    CU_ASSERT_TRUE(says("two", "원", "원과 {b}을(를)"));
    stop();
}

static void figures_are_read_aloud_in_korean(void)
{
    start();
    CU_ASSERT_TRUE(says("topic", "1", "1은 왔다"));
    CU_ASSERT_TRUE(says("topic", "2", "2는 왔다"));
    CU_ASSERT_TRUE(says("to", "7", "7로"));
    CU_ASSERT_TRUE(says("to", "3", "3으로"));
    CU_ASSERT_TRUE(says("topic", "10", "10은 왔다"));
    CU_ASSERT_TRUE(says("topic", "1,000", "1,000은 왔다"));
    CU_ASSERT_TRUE(says("topic", "5000000000000", "5000000000000는 왔다"));
    CU_ASSERT_TRUE(says("topic", "0", "0은 왔다"));
    CU_ASSERT_TRUE(says("topic", "3%", "3%는 왔다"));
    CU_ASSERT_TRUE(says("topic", "3%p", "3%p는 왔다"));
    stop();
}

static void latin_letters_are_read_as_koreans_do(void)
{
    start();
    CU_ASSERT_TRUE(says("topic", "IBM", "IBM은 왔다"));
    CU_ASSERT_TRUE(says("topic", "KBS", "KBS는 왔다"));
    CU_ASSERT_TRUE(says("to", "URL", "URL로"));
    CU_ASSERT_TRUE(says("topic", "Google", "Google은 왔다"));
    CU_ASSERT_TRUE(says("topic", "Amazon", "Amazon은 왔다"));
    CU_ASSERT_TRUE(says("topic", "Tesla", "Tesla는 왔다"));
    stop();
}

static void marks_and_brackets_are_passed_over(void)
{
    start();
    CU_ASSERT_TRUE(says("topic", "“협력”", "“협력”은 왔다"));
    CU_ASSERT_TRUE(says("topic", "손정의(孫正義)", "손정의(孫正義)는 왔다"));
    CU_ASSERT_TRUE(says("topic", "(달러)", "(달러)는 왔다"));
    CU_ASSERT_TRUE(says("topic", "孫", "孫은(는) 왔다"));
    CU_ASSERT_TRUE(says("topic", ")))", ")))은(는) 왔다"));
    CU_ASSERT_TRUE(says("topic", "", "은(는) 왔다"));
    stop();
}

static void what_is_missing_shows(void)
{
    start();
    CU_ASSERT_TRUE(says("none", "x", "{none}"));
    CU_ASSERT_TRUE(says("open", "x", "x {b"));
    CU_ASSERT_TRUE(says("plain", "x", "은(는)"));
    stop();
}

static void settings_of_a_later_directory_replace_single_keys(void)
{
    start();
    const dj_settings *settings = dj_rules_settings(rules);
    CU_ASSERT_TRUE(dj_dec_eq(dj_setting(settings, "conversion", "days", dj_dec_int(1)), dj_dec_int(7)));
    CU_ASSERT_TRUE(dj_dec_eq(dj_setting(settings, "quotes", "words", dj_dec_int(1)), dj_dec_int(4)));
    CU_ASSERT_TRUE(dj_dec_eq(dj_setting(settings, "quotes", "none", dj_dec_int(1)), dj_dec_int(1)));
    CU_ASSERT_TRUE(dj_slice_is(dj_setting_text(settings, "conversion", "words", DJ_NONE), "many"));
    stop();
}

static void settings_that_no_check_reads_are_errors(void)
{
    start();
    dj_diags diags = {.arena = arena};
    static const char *const checks[] = {"bound-conflict", "date-conflict"};
    dj_settings_check(dj_rules_settings(rules), checks, 2, &diags);
    CU_ASSERT_EQUAL_FATAL(diags.list.n, 4);
    CU_ASSERT_TRUE(error_is(&diags, 0, "1:23: 'conversion' has no setting 'words'"));
    CU_ASSERT_TRUE(error_is(&diags, 1, "2:1: there is no check or section 'new'"));
    CU_ASSERT_TRUE(error_is(&diags, 2, "3:28: 'loud' is no severity: error, warning or note"));
    CU_ASSERT_TRUE(error_is(&diags, 3, "5:16: must be a number"));
    stop();
}

SUITE("rule/message", {"particles follow the final letter", particles_follow_the_final_letter},
      {"figures are read aloud in Korean", figures_are_read_aloud_in_korean},
      {"Latin letters are read as Koreans do", latin_letters_are_read_as_koreans_do},
      {"marks and brackets are passed over", marks_and_brackets_are_passed_over},
      {"what is missing shows", what_is_missing_shows},
      {"settings of a later directory replace single keys", settings_of_a_later_directory_replace_single_keys},
      {"settings that no check reads are errors", settings_that_no_check_reads_are_errors})
