/* Inputs made to break a whole run, each with a limit of time: a pass that is a square of any of them would take a hundred
 * times as long. Each is made here, checked, and written as text and as JSON. Sanitizers watch the rest. With VERBOSE set the
 * time of each is told. Inputs are a tenth of what the table says, a fortieth under sanitizers; with DAEJO_HOSTILE=whole, as
 * .ci/run sets it, they are whole. */
#include "daejo.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "flood.h"
#include "suite.h"

enum { THOUSAND = 1000, MILLION = 1000 * 1000 };
#ifdef DAEJO_SANITIZED
static const double SLOWER = 5;
enum { SCALED = 40 };
#else
static const double SLOWER = 1;
enum { SCALED = 10 };
#endif

typedef struct hostile {
    const char *name;
    const char *story; /* its suffix says the format */
    dj_slice before, unit, after; /* before, the unit `times` times, after; %d in a unit is its number */
    size_t times;
    double seconds; /* of processor time, the most; about five times what it takes */
} hostile;

#define S(literal)                                                                                                               \
    {                                                                                                                            \
        "" literal, sizeof(literal) - 1                                                                                          \
    }
static const hostile table[] = {
    {"three million digits", "a.txt", S(""), S("7"), S(""), 3 * MILLION, 2},
    {"digits with commas", "a.txt", S(""), S("777,"), S(""), 500 * THOUSAND, 5},
    {"letters for numbers", "a.txt", S(""), S("천만억"), S("원"), 300 * THOUSAND, 5},
    {"opening quotation marks", "a.txt", S(""), S("“"), S("라고 말했다."), 500 * THOUSAND, 5},
    {"quotation marks that close what was never open", "a.txt", S(""), S("”"), S(""), 500 * THOUSAND, 5},
    {"straight quotation marks", "a.txt", S(""), S("\"'"), S(""), 500 * THOUSAND, 5},
    {"quotations in a row", "a.txt", S(""), S("“가 나”, "), S("라고 김민수 장관이 말했다."), 100 * THOUSAND, 10},
    {"speakers without end", "a.txt", S(""), S("김%d수 장관은 “가”고 말했다. "), S(""), 50 * THOUSAND, 20},
    {"brackets that never close", "a.txt", S(""), S("3조 원("), S(""), 200 * THOUSAND, 10},
    {"one line of fifty megabytes", "a.txt", S(""), S("정부는 내년 국방 예산으로 657조 원을 편성했다고 밝혔다. "), S(""),
     650 * THOUSAND, 70},
    {"one sentence without an end", "a.txt", S(""), S("정부는 내년 국방 예산 657조 원과 "), S(""), 100 * THOUSAND, 20},
    {"one word", "a.txt", S(""), S("가"), S(""), MILLION, 5},
    {"one Latin word", "a.txt", S(""), S("a"), S(""), 3 * MILLION, 5},
    {"a million mentions", "a.txt", S(""), S("3명 "), S(""), MILLION, 60},
    {"a million different mentions", "a.txt", S(""), S("%d명\n"), S(""), MILLION, 60},
    {"conversions", "a.txt", S(""), S("5000억 달러(약 %d조 원) "), S(""), 10 * THOUSAND, 20},
    {"days", "a.txt", S(""), S("지난 4일 "), S(""), 100 * THOUSAND, 20},
    {"names", "a.txt", S(""), S("김민수 장관, 이%d호 대표, "), S(""), 100 * THOUSAND, 30},
    {"nested tags", "a.html", S(""), S("<div>"), S("3조 원"), 200 * THOUSAND, 2},
    {"brackets in a row", "a.jsonl", S(""), S("["), S("\n{\"text\":\"3조 원\"}\n"), 500 * THOUSAND, 2},
    {"NULs", "a.txt", S(""), S("\0"), S("3조 원"), MILLION, 5},
    {"lone surrogates in a row", "a.jsonl", S("{\"text\":\""), S("\\ud83d 3조 원 \\udc00"), S("\"}\n"), 20 * THOUSAND, 5},
    {"overlong and cut UTF-8", "a.txt", S("3조 원"), S("\xC0\xAF\xE0\x80\xAF\xED\xA0\x80 \xEA\xB0 \xF4\x90\x80\x80"), S("\xEA"),
     50 * THOUSAND, 5},
    {"CP949 and UTF-8 mixed", "a.txt", S(""), S("\xBF\xB9\xBB\xEA 3\xC1\xB6 \xBF\xF8 예산 3조 원\n"), S(""), 20 * THOUSAND, 5},
    {"escape sequences", "a.txt", S(""), S("\x1b[31m3조 원\x1b]0;x\x07"), S(""), 20 * THOUSAND, 10},
    {"marks on one letter", "a.txt", S("3조 원 e"), S("\xCC\x81"), S(""), MILLION, 5},
    {"stories in a set", "a.jsonl", S(""), S("{\"id\":\"%d\",\"text\":\"예산은 %d조 원이다.\"}\n"), S(""), 100 * THOUSAND, 100},
    {"stories in sets", "a.jsonl", S(""), S("{\"id\":\"%d\",\"set\":\"%d\",\"text\":\"예산은 3조 원이다.\"}\n"), S(""),
     100 * THOUSAND, 60},
    {"equal stories", "a.jsonl", S(""), S("{\"id\":\"%d\",\"text\":\"정부는 내년 국방 예산으로 657조 원을 편성했다.\"}\n"), S(""),
     20 * THOUSAND, 60},
    {"suppressions", "a.md", S(""), S("<!-- daejo-ignore unit-slip: %d -->\n\n3조 원\n\n"), S(""), 50 * THOUSAND, 20},
};

static size_t share(void)
{
    const char *wanted = getenv("DAEJO_HOSTILE");
    return wanted && strcmp(wanted, "whole") == 0 ? 1 : SCALED;
}

static dj_buf bytes_of(const hostile *h)
{
    dj_buf bytes = dj_buf_new(SIZE_MAX);
    dj_buf_add(&bytes, h->before);
    for (size_t i = 0; i < h->times / share(); i++)
        add_unit(&bytes, h->unit, i);
    dj_buf_add(&bytes, h->after);
    return bytes;
}

static bool count(void *context, const char *bytes, size_t n)
{
    (void)bytes;
    *(size_t *)context += n;
    return true;
}

static void checked(const daejo_rules *rules, const hostile *h)
{
    dj_buf bytes = bytes_of(h);
    double start = seconds();
    size_t written = 0;
    daejo_run *run = daejo_run_new(rules);
    daejo_set_date(run, "2025-02-05");
    daejo_add_story(run, "", h->story, bytes.at, bytes.n);
    if (daejo_check(run)) {
        CU_ASSERT(daejo_write(run, "text", NULL, count, &written));
        CU_ASSERT(daejo_write(run, "json", NULL, count, &written));
    }
    double took = seconds() - start;
    size_t stories = daejo_story_count(run), problems = daejo_problem_count(run), findings = daejo_finding_count(run);
    CU_ASSERT(stories + problems > 0); /* read, or told */
    daejo_run_free(run);
    double freed = seconds() - start, most = (h->seconds / (double)share() + 1) * SLOWER;
    CU_ASSERT(freed < most);
    if (freed >= most || getenv("VERBOSE"))
        printf("\n  %s: %.2f s (most %.0f), %zu KiB in, %zu KiB out, %zu stories, %zu problems, %zu findings", h->name, took,
               most, bytes.n / 1024, written / 1024, stories, problems, findings);
    fflush(stdout);
    dj_buf_free(&bytes);
}

static void hostile_stories_are_checked_in_time(void)
{
    const char *only = getenv("ONLY");
    daejo_rules *rules = daejo_rules_load(NULL, 0);
    CU_ASSERT_FATAL(daejo_rules_usable(rules));
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (!only || strstr(table[i].name, only))
            checked(rules, &table[i]);
    daejo_rules_free(rules);
}

static void every_byte_value_is_checked(void)
{
    static const char *const names[] = {"a.txt", "a.md", "a.html", "a.jsonl"};
    daejo_rules *rules = daejo_rules_load(NULL, 0);
    char all[512];
    for (int i = 0; i < 512; i++)
        all[i] = (char)i;
    for (size_t format = 0; format < 4; format++)
        for (size_t from = 0; from < 256; from += 15) {
            size_t written = 0;
            daejo_run *run = daejo_run_new(rules);
            daejo_add_story(run, "", names[format], all + from, 256);
            if (daejo_check(run))
                CU_ASSERT(daejo_write(run, "html", NULL, count, &written));
            CU_ASSERT(daejo_story_count(run) + daejo_problem_count(run) > 0);
            daejo_run_free(run);
        }
    daejo_rules_free(rules);
}

SUITE("hostile/inputs", {"hostile stories are checked in time", hostile_stories_are_checked_in_time},
      {"every byte value is checked", every_byte_value_is_checked})
