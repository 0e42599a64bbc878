#include "made.h"

#include <stdio.h>

#include "check/conversion.h"

static const dj_report_style style = {.version = "1"};

/* the page without what the program itself puts between <style> or <script> and their ends */
static char *without(made *m, const char *page, const char *open, const char *close)
{
    const char *from = strstr(page, open), *to = from ? strstr(from, close) : NULL;
    CU_ASSERT_PTR_NOT_NULL_FATAL(to);
    dj_buf out = dj_buf_new(SIZE_MAX);
    dj_buf_add(&out, (dj_slice){page, (size_t)(from - page) + strlen(open)});
    dj_buf_text(&out, to);
    char *copy = dj_copy(m->arena, out.at, out.n);
    dj_buf_free(&out);
    return copy;
}

static char *page_of(made *m)
{
    char *page = made_report(m, DJ_REPORT_CHECK, "html", &style);
    return without(m, without(m, page, "<style>", "</style>"), "<script>", "</script>");
}

static bool is_void(dj_slice name)
{
    return dj_slice_is(name, "meta") || dj_slice_is(name, "br") || dj_slice_is(name, "input") || dj_slice_is(name, "!DOCTYPE");
}

/* every element ends where it must, and nothing but an element stands behind a < */
static bool is_well_nested(const char *page)
{
    enum { DEEP = 64 };
    dj_slice open[DEEP];
    size_t n = 0;
    for (const char *at = strchr(page, '<'); at; at = strchr(at + 1, '<')) {
        bool ends = at[1] == '/';
        dj_slice name = {at + 1 + ends, strcspn(at + 1 + ends, " >/")};
        size_t length = strcspn(at, ">");
        if (is_void(name) || at[length - 1] == '/')
            continue;
        if (!ends && n < DEEP)
            open[n++] = name;
        else if (!ends || !n || !dj_slice_eq(open[--n], name)) {
            fprintf(stderr, "\n  does not nest: %.60s\n", at);
            return false;
        }
    }
    return n == 0;
}

static bool has_id(const char *page, dj_slice id)
{
    char wanted[96];
    snprintf(wanted, sizeof wanted, " id=\"%.*s\"", DJ_FMT(id));
    const char *first = strstr(page, wanted);
    return first && !strstr(first + 1, wanted); /* once */
}

static size_t links_that_lead_nowhere(const char *page)
{
    size_t n = 0;
    for (const char *at = strstr(page, "href=\"#"); at; at = strstr(at + 1, "href=\"#")) {
        dj_slice id = {at + 7, strcspn(at + 7, "\"")};
        if (!has_id(page, id)) {
            fprintf(stderr, "\n  no such place: %.*s\n", DJ_FMT(id));
            n++;
        }
    }
    return n;
}

static dj_finding *slip(made *m, const dj_mention *odd, const dj_mention *other)
{
    dj_finding *finding = made_finding(m, "unit-slip", DJ_ERROR, "예산: 657억 원, 657조 원", "단위를 확인하십시오.");
    made_claim(m, finding, odd);
    made_claim(m, finding, other);
    return finding;
}

/* one writes 억 for 조; a fact of both */
static made two_outlets(const char *lang)
{
    made m = made_new(lang);
    dj_text *a = made_story(&m, "a.txt", "한빛일보", "정부는 내년 예산으로 657조 원을 편성했다.\n");
    dj_text *b = made_story(&m, "b.txt", "새벽신문", "내년 예산안의 규모는 657억 원이다.\n");
    dj_text *c = made_story(&m, "c.txt", "c.txt", "내년 예산은 657조 원이다.\n");
    const dj_mention *claims[] = {made_money(&m, a, "657조 원", "KRW", 657000000000000),
                                  made_money(&m, c, "657조 원", "KRW", 657000000000000),
                                  made_money(&m, b, "657억 원", "KRW", 65700000000)};
    dj_fact *fact = made_fact(&m, "내년 예산", DJ_CONFLICT);
    made_version(&m, fact, 2, claims);
    made_version(&m, fact, 1, claims + 2);
    slip(&m, claims[2], claims[0]);
    return m;
}

static void the_worst_finding_has_both_passages_and_the_odd_one_is_marked(void)
{
    made m = two_outlets("ko");
    char *page = page_of(&m), *finding = strstr(page, "<article class=\"finding error\" id=\"s1f1\"");
    CU_ASSERT_PTR_NOT_NULL_FATAL(finding);
    CU_ASSERT_PTR_NOT_NULL(strstr(finding, "내년 예산안의 규모는 <mark class=\"odd\">657억 원</mark>이다."));
    CU_ASSERT_PTR_NOT_NULL(strstr(finding, "정부는 내년 예산으로 <mark>657조 원</mark>을 편성했다."));
    CU_ASSERT_PTR_NOT_NULL(strstr(finding, "단위를 확인하십시오."));
    made_free(&m);
}

static void a_finding_and_its_passages_lead_to_each_other(void)
{
    made m = two_outlets("ko");
    char *page = page_of(&m);
    CU_ASSERT_PTR_NOT_NULL(strstr(page, "<a href=\"#s1t2m1\"><bdi>b.txt</bdi>:1:"));
    CU_ASSERT_PTR_NOT_NULL(
        strstr(page, "<mark id=\"s1t2m1\" class=\"error odd\">657억 원</mark><sup><a class=\"back\" href=\"#s1f1\">1</a></sup>"));
    CU_ASSERT_EQUAL(links_that_lead_nowhere(page), 0);
    CU_ASSERT(is_well_nested(page));
    made_free(&m);
}

static void the_table_flags_the_odd_cell_alone(void)
{
    made m = two_outlets("ko");
    char *table = strstr(page_of(&m), "<table>");
    CU_ASSERT_PTR_NOT_NULL_FATAL(table);
    *strstr(table, "</table>") = '\0';
    char *odd = strstr(table, "<td class=\"odd\">");
    CU_ASSERT_PTR_NOT_NULL_FATAL(odd);
    CU_ASSERT_PTR_NOT_NULL(strstr(odd, "657억 원</a> <span class=\"flag\">"));
    CU_ASSERT_PTR_NULL(strstr(odd + 16, "class=\"odd\""));
    made_free(&m);
}

static void the_page_speaks_one_language_and_says_which(void)
{
    static const char *const languages[] = {"ko", "en"};
    for (int i = 0; i < 2; i++) {
        made m = two_outlets(languages[i]);
        char *page = page_of(&m), wanted[32];
        snprintf(wanted, sizeof wanted, "<html lang=\"%s\">", languages[i]);
        CU_ASSERT_PTR_NOT_NULL(strstr(page, wanted));
        CU_ASSERT_PTR_NULL(strstr(page, "{html-"));
        CU_ASSERT_PTR_NULL(strstr(page, "{report-"));
        made_free(&m);
    }
}

#define HOSTILE                                                                                                                  \
    "<script>alert(1)</script>\"'><img src=x "                                                                                   \
    "onerror=alert(1)>&lt;\x1b[31m\x07\xe2\x80\xae\xd8\x9c\xef\xbf\xbf</title></style><!--"

static void a_story_cannot_write_markup(void)
{
    made m = made_new("ko");
    dj_text *a = made_story(&m, "a" HOSTILE ".txt", "나" HOSTILE, HOSTILE " 예산은 5억 원 " HOSTILE "이다.\n");
    dj_text *b = made_story(&m, "b.txt", "b.txt", "예산은 5조 원이다.\n");
    dj_story *story = m.stories.list.at[0];
    story->url = dj_slice_of("https://x/\"><script>" HOSTILE);
    story->lang = dj_slice_of("ko\"><script>");
    story->fields[DJ_FIELD_TITLE].text = dj_slice_of(HOSTILE);
    const dj_mention *claims[] = {made_money(&m, a, "5억 원", "KRW", 500000000),
                                  made_money(&m, b, "5조 원", "KRW", 5000000000000)};
    dj_fact *fact = made_fact(&m, HOSTILE, DJ_CONFLICT);
    made_version(&m, fact, 1, claims);
    made_version(&m, fact, 1, claims + 1);
    dj_finding *finding = slip(&m, claims[0], claims[1]);
    finding->message = finding->why = dj_slice_of(HOSTILE);
    m.set->set.name = dj_slice_of(HOSTILE);
    char *page = page_of(&m);
    CU_ASSERT(is_well_nested(page));
    CU_ASSERT_EQUAL(links_that_lead_nowhere(page), 0);
    CU_ASSERT_PTR_NULL(strstr(page, "<img"));
    CU_ASSERT_PTR_NULL(strstr(page, "<!--"));
    CU_ASSERT_PTR_NULL(strstr(page, "<script>alert"));
    CU_ASSERT_PTR_NULL(strchr(page, '\x1b'));
    CU_ASSERT_PTR_NULL(strchr(page, '\x07'));
    CU_ASSERT_PTR_NULL(strstr(page, "\xe2\x80\xae"));
    CU_ASSERT_PTR_NULL(strstr(page, "\xd8\x9c"));
    CU_ASSERT_PTR_NULL(strstr(page, "\xef\xbf\xbf"));
    CU_ASSERT_PTR_NOT_NULL(strstr(page, "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&gt;"));
    made_free(&m);
}

static void only_web_addresses_are_links(void)
{
    made m = two_outlets("ko");
    m.stories.list.at[0]->url = dj_slice_of("javascript:alert(1)");
    m.stories.list.at[1]->url = dj_slice_of("https://news.example/1?a=1&b=2");
    char *page = page_of(&m);
    CU_ASSERT_PTR_NULL(strstr(page, "javascript:"));
    CU_ASSERT_PTR_NOT_NULL(strstr(page, "<a href=\"https://news.example/1?a=1&amp;b=2\" rel="));
    made_free(&m);
}

static void marks_that_cross_or_run_on_still_nest(void)
{
    made m = made_new("ko");
    dj_text *a = made_story(&m, "a.txt", "가", "그는 “5억 원을 냈다.\n\n그리고 7억 원을 더 냈다”고 말했다.\n");
    dj_text *b = made_story(&m, "b.txt", "나", "9억 원이다.\n");
    const dj_mention *whole = made_money(&m, a, "“5억 원을 냈다.\n\n그리고 7억 원을 더 냈다”", "KRW", 1);
    const dj_mention *inner = made_money(&m, a, "5억 원", "KRW", 2);
    const dj_mention *crossing = made_money(&m, a, "더 냈다”고 말했다", "KRW", 3), *other = made_money(&m, b, "9억 원", "KRW", 4);
    slip(&m, whole, other);
    slip(&m, inner, crossing);
    char *page = page_of(&m);
    CU_ASSERT(is_well_nested(page));
    CU_ASSERT_EQUAL(links_that_lead_nowhere(page), 0);
    made_free(&m);
}

static void a_suppressed_finding_is_folded_with_its_reason_and_counts_no_more(void)
{
    made m = two_outlets("ko");
    const dj_suppression known = {.by = DJ_BY_STORY, .reason = dj_slice_of("사내 <기준>"), .until = dj_day_of(2026, 1, 31)};
    m.set->findings.list.at[0]->suppression = &known;
    char *page = page_of(&m), *folded = strstr(page, "<details class=\"put-by\">");
    CU_ASSERT_PTR_NOT_NULL_FATAL(folded);
    CU_ASSERT_PTR_NOT_NULL(strstr(folded, "사내 &lt;기준&gt;"));
    CU_ASSERT_PTR_NOT_NULL(strstr(folded, "2026-01-31"));
    CU_ASSERT_PTR_NULL(strstr(page, "class=\"finding error\""));
    CU_ASSERT_EQUAL(links_that_lead_nowhere(page), 0);
    made_free(&m);
}

static size_t size_with(size_t stories)
{
    made m = made_new("ko");
    dj_fact *fact = made_fact(&m, "예산", DJ_CONFLICT);
    dj_finding *finding = made_finding(&m, "amount-conflict", DJ_WARNING, "예산", "확인하십시오.");
    const dj_mention **claims = dj_alloc(m.arena, stories * sizeof *claims);
    for (size_t i = 0; i < stories; i++) {
        char path[32];
        snprintf(path, sizeof path, "%06zu.txt", i);
        claims[i] = made_money(&m, made_story(&m, dj_copy(m.arena, path, strlen(path)), "가", "예산은 5억 원이다.\n"), "5억 원",
                               "KRW", 500000000);
        made_claim(&m, finding, claims[i]);
    }
    made_version(&m, fact, stories, claims);
    size_t n = strlen(page_of(&m));
    made_free(&m);
    return n;
}

static void the_page_grows_with_the_stories_not_with_their_square(void)
{
    size_t few = size_with(100), many = size_with(400);
    CU_ASSERT(many < 5 * few);
}

static void conversions_are_plotted_against_the_reference_rate(void)
{
    made m = two_outlets("ko");
    dj_diags none = {.arena = m.arena};
    m.result.rates = dj_rates_parse(m.arena, DJ_S("r"),
                                    DJ_S("Date,USD,KRW,\n2025-02-04,1,1455,\n2025-02-03,1,1460,\n2025-01-15,1,1440,\n"), &none);
    for (size_t i = 0; i < 2; i++) {
        dj_text *text = m.set->set.texts.at[i];
        m.stories.list.at[i]->published = dj_day_of(2025, 2, 4);
        dj_mention *won = text->mentions.at[0], *dollars = dj_alloc(m.arena, sizeof *dollars);
        *dollars = *won;
        dollars->value.amount.unit = DJ_S("USD");
        *DJ_PUSH(m.arena, &m.set->conversions) = (dj_conversion){.from = dollars,
                                                                 .to = won,
                                                                 .has_rate = true,
                                                                 .rate_low = dj_dec_int(1455 + (int)i * 3000),
                                                                 .rate_high = dj_dec_int(1456 + (int)i * 3000)};
    }
    char *page = page_of(&m);
    CU_ASSERT_PTR_NOT_NULL(strstr(page, "<polyline class=\"reference\" points=\""));
    CU_ASSERT_PTR_NOT_NULL(strstr(page, "<circle class=\"usual\""));
    CU_ASSERT_PTR_NOT_NULL(strstr(page, "<path class=\"odd\"")); /* an arrow: far off */
    CU_ASSERT(is_well_nested(page));
    made_free(&m);
}

/* sets are written as they come, and stand in the page by what was found in them */
static void the_set_with_the_worst_findings_comes_first(void)
{
    made m = two_outlets("ko");
    dj_result_set *quiet = dj_alloc(m.arena, sizeof *quiet);
    quiet->set.name = DJ_S("조용한 묶음");
    m.set->set.name = DJ_S("다른 묶음");
    m.result.sets.n = 0;
    *DJ_PUSH(m.arena, &m.result.sets) = quiet;
    *DJ_PUSH(m.arena, &m.result.sets) = m.set;
    const char *page = page_of(&m), *first = strstr(page, "<section class=\"set\" id=\"s2\">"),
               *second = strstr(page, "<section class=\"set\" id=\"s1\">");
    CU_ASSERT_TRUE(first && second && first < second);
    CU_ASSERT_TRUE(strstr(page, "<li><a href=\"#s2\"><bdi>다른 묶음") < strstr(page, "<li><a href=\"#s1\"><bdi>조용한 묶음"));
    CU_ASSERT_PTR_NOT_NULL(strstr(page, "<a href=\"#s2f1\">")); /* from the tally */
    CU_ASSERT_TRUE(is_well_nested(page));
    made_free(&m);
}

SUITE("report/html", {"the set with the worst findings comes first", the_set_with_the_worst_findings_comes_first},
      {"the worst finding has both passages and the odd one is marked",
       the_worst_finding_has_both_passages_and_the_odd_one_is_marked},
      {"a finding and its passages lead to each other", a_finding_and_its_passages_lead_to_each_other},
      {"the table flags the odd cell alone", the_table_flags_the_odd_cell_alone},
      {"the page speaks one language and says which", the_page_speaks_one_language_and_says_which},
      {"a story cannot write markup", a_story_cannot_write_markup},
      {"only web addresses are links", only_web_addresses_are_links},
      {"marks that cross or run on still nest", marks_that_cross_or_run_on_still_nest},
      {"a suppressed finding is folded with its reason and counts no more",
       a_suppressed_finding_is_folded_with_its_reason_and_counts_no_more},
      {"the page grows with the stories, not with their square", the_page_grows_with_the_stories_not_with_their_square},
      {"conversions are plotted against the reference rate", conversions_are_plotted_against_the_reference_rate})
