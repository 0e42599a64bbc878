/* What the formats for other programs have in common: paths, numbers of rules, limits, whatever the stories hold. */
#include "report/comment.h"
#include "report/spot.h"

#include "base/path.h"
#include "base/utf8.h"
#include "made.h"

static bool leads(const char *directory, const char *path, const char *told)
{
    dj_arena *arena = dj_arena_new();
    bool is = dj_slice_is(dj_path_from(arena, directory ? dj_slice_of(directory) : DJ_NONE, dj_slice_of(path)), told);
    dj_arena_free(arena);
    return is;
}

static void paths_are_told_from_the_working_directory(void)
{
    CU_ASSERT_TRUE(leads("/desk/today", "stories/a.txt", "stories/a.txt"));
    CU_ASSERT_TRUE(leads("/desk/today", "./stories//a.txt", "stories/a.txt"));
    CU_ASSERT_TRUE(leads("/desk/today", "/desk/today/a.txt", "a.txt"));
    CU_ASSERT_TRUE(leads("/desk/today", "stories/../a.txt", "a.txt"));
    CU_ASSERT_TRUE(leads("/desk/today", "../today/a.txt", "a.txt"));
    CU_ASSERT_TRUE(leads("/", "a.txt", "a.txt"));
    CU_ASSERT_TRUE(leads(NULL, "./a.txt", "a.txt"));
    CU_ASSERT_TRUE(leads("/desk/today", "-", "-"));
}

static void no_path_is_absolute(void)
{
    CU_ASSERT_TRUE(leads("/desk/today", "/desk/wire/a.txt", "../wire/a.txt"));
    CU_ASSERT_TRUE(leads("/desk/today", "/desk/todays/a.txt", "../todays/a.txt"));
    CU_ASSERT_TRUE(leads("/desk/today", "../a.txt", "../a.txt"));
    CU_ASSERT_TRUE(leads("/desk/today", "../../../../a.txt", "../../a.txt"));
    CU_ASSERT_TRUE(leads(NULL, "/desk/a.txt", "desk/a.txt"));
    CU_ASSERT_TRUE(leads(NULL, "../a.txt", "../a.txt"));
}

static void numbers_of_checks_are_their_own(void)
{
    for (size_t i = 0; i < DJ_CHECKS; i++) {
        unsigned number = dj_check_about(i)->number;
        CU_ASSERT_TRUE(number > 1000 && number < 4000 && number % 1000 < 100);
        for (size_t j = 0; j < i; j++)
            CU_ASSERT_NOT_EQUAL(number, dj_check_about(j)->number);
    }
    CU_ASSERT_EQUAL(dj_check_about(DJ_CHECK_unit_slip)->number, 1001); /* never to move */
    CU_ASSERT_EQUAL(dj_check_about(DJ_CHECK_conversion_rate)->number, 2001);
    CU_ASSERT_EQUAL(dj_check_about(DJ_CHECK_fact_sheet)->number, 3001);
}

static bool comments(const char *text, size_t columns, const char *wanted)
{
    dj_buf out = dj_buf_new(SIZE_MAX);
    dj_comment_add(&out, dj_slice_of(text), columns);
    bool is = dj_slice_is(dj_buf_slice(&out), wanted);
    dj_buf_free(&out);
    return is;
}

#define JOINER "\xE2\x81\xA0"

static void a_comment_makes_no_links_of_story_text(void)
{
    CU_ASSERT_TRUE(comments("@ops #1 !2", 99, "\\@" JOINER "ops \\#" JOINER "1 \\!" JOINER "2"));
    CU_ASSERT_TRUE(comments("http://a", 99, "http:" JOINER "//a"));
    CU_ASSERT_TRUE(comments("WWW.a GH-12", 99, "WWW" JOINER ".a GH-" JOINER "12"));
    CU_ASSERT_TRUE(comments("[a](b)<img>&lt;", 99, "\\[a\\](b)&lt;img&gt;&amp;lt;"));
    CU_ASSERT_TRUE(comments("a|b`c\\", 99, "a\\|b\\`c\\\\"));
    CU_ASSERT_TRUE(comments("3.5조 원 (약)", 99, "3.5조 원 (약)"));
    CU_ASSERT_TRUE(comments("\x1B[2Ja\nb", 99, "␛\\[2Ja b"));
    CU_ASSERT_TRUE(comments("가나다", 4, "가나…"));
}

/* so many findings, all of them with the worst text that there is */
static void flood(made *m, const char *words, size_t n)
{
    dj_buf text = dj_buf_new(SIZE_MAX);
    for (size_t i = 0; i < 4000; i++)
        dj_buf_text(&text, words);
    const char *all = dj_copy(m->arena, text.at, text.n); /* stories borrow */
    dj_buf_free(&text);
    dj_text *story = made_story(m, "a.txt", all, all);
    dj_mention *money = made_money(m, story, words, "KRW", 1);
    money->end = (uint32_t)story->story->fields[DJ_FIELD_TEXT].text.n;
    for (size_t i = 0; i < n; i++) {
        dj_finding *finding = made_finding(m, "unit-slip", i % 2 ? DJ_ERROR : DJ_NOTE, all, words);
        for (int c = 0; c < 12; c++)
            made_claim(m, finding, money);
    }
}

static void a_comment_is_short_enough_for_a_forge(void)
{
    static const char *const worst[] = {"@", "가#", "<", "\xCD\x8F\xCD\x8F", "a\xEF\xB8\x8F\xEF\xB8\x8F"};
    for (size_t i = 0; i < sizeof worst / sizeof *worst; i++) {
        made m = made_new("ko");
        flood(&m, worst[i], 80);
        dj_report_style style = {.version = "1"};
        char *report = made_report(&m, DJ_REPORT_CHECK, "markdown", &style);
        CU_ASSERT_TRUE(dj_utf8_count(dj_slice_of(report)) < 65536);
        size_t opened = 0, closed = 0;
        for (const char *at = report; (at = strstr(at, "<details>")); at++)
            opened++;
        for (const char *at = report; (at = strstr(at, "</details>")); at++)
            closed++;
        CU_ASSERT_TRUE(opened > 0 && opened == closed);
        made_free(&m);
    }
}

static void commands_are_ten_of_a_kind(void)
{
    made m = made_new("en");
    flood(&m, "a,b:c%", 50);
    dj_report_style style = {.version = "1", .directory = DJ_S("/desk")};
    char *report = made_report(&m, DJ_REPORT_CHECK, "github", &style);
    size_t lines = 0, commands = 0;
    for (const char *at = report; *at; at = strchr(at, '\n') + 1) {
        commands += strncmp(at, "::", 2) == 0;
        lines++;
    }
    CU_ASSERT_EQUAL(commands, 20);
    CU_ASSERT_EQUAL(lines, 21);
    CU_ASSERT_PTR_NOT_NULL(strstr(report, "errors 15, warnings 0, notes 15"));
    CU_ASSERT_PTR_NOT_NULL(strstr(report, "::a,b:c%25a,b:c%25"));
    made_free(&m);
}

SUITE("report/formats", {"paths are told from the working directory", paths_are_told_from_the_working_directory},
      {"no path is absolute", no_path_is_absolute}, {"numbers of checks are their own", numbers_of_checks_are_their_own},
      {"a comment makes no links of story text", a_comment_makes_no_links_of_story_text},
      {"a comment is short enough for a forge", a_comment_is_short_enough_for_a_forge},
      {"commands are ten of a kind", commands_are_ten_of_a_kind})
