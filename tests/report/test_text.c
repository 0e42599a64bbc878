#include "made.h"

#include "base/screen.h"

/* Two outlets on one budget: one writes 억 for 조 in a sentence far longer than a line. */
static made two_outlets(void)
{
    made m = made_new("ko");
    dj_text *a = made_story(&m, "a.txt", "한빛일보", "정부는 내년 예산으로 657조 원을 편성했다고 12일 밝혔다.\n");
    dj_text *b = made_story(&m, "b.txt", "새벽신문",
                            "올해보다 지출을 크게 늘리지 않겠다는 방침에 따라 정부가 마련해 국회에 내기로 한 내년 예산안의 "
                            "규모는 모두 657억 원이며 국회는 다음 달 초부터 상임위원회별로 이를 나누어 심사하게 된다.\n");
    dj_text *c = made_story(&m, "c.txt", "c.txt", "내년 예산은 657조 원이다.\n");
    const dj_mention *claims[] = {made_money(&m, a, "657조 원", "KRW", 657000000000000),
                                  made_money(&m, c, "657조 원", "KRW", 657000000000000),
                                  made_money(&m, b, "657억 원", "KRW", 65700000000)};
    dj_fact *fact = made_fact(&m, "내년 예산", DJ_CONFLICT);
    made_version(&m, fact, 2, claims);
    made_version(&m, fact, 1, claims + 2);
    dj_finding *finding = made_finding(&m, "unit-slip", DJ_ERROR, "내년 예산: 새벽신문 657억 원, 한빛일보 657조 원",
                                       "단위를 잘못 쓴 것으로 보입니다.");
    made_claim(&m, finding, claims[2]);
    made_claim(&m, finding, claims[0]);
    return m;
}

static void each_claim_shows_who_where_and_the_figure_marked(void)
{
    made m = two_outlets();
    char *text = made_report(&m, DJ_REPORT_CHECK, "text", &(dj_report_style){.version = "1"});
    CU_ASSERT_PTR_NOT_NULL(strstr(text, "[오류] 내년 예산: 새벽신문 657억 원, 한빛일보 657조 원 (unit-slip)\n"));
    CU_ASSERT_PTR_NOT_NULL(strstr(text, "  새벽신문 · b.txt:1:62\n"));
    CU_ASSERT_PTR_NOT_NULL(strstr(text, "정부는 내년 예산으로 ⟦657조 원⟧을 편성했다고 12일 밝혔다.\n"));
    CU_ASSERT_PTR_NOT_NULL(strstr(text, "  → 단위를 잘못 쓴 것으로 보입니다.\n"));
    made_free(&m);
}

static void no_line_is_wider_than_the_screen(void)
{
    made m = two_outlets();
    for (unsigned width = 40; width < 140; width += 7) {
        char *text = made_report(&m, DJ_REPORT_CHECK, "text", &(dj_report_style){.width = width, .version = "1"});
        for (char *line = text; *line; line += strcspn(line, "\n") + 1)
            CU_ASSERT(dj_screen_width((dj_slice){line, strcspn(line, "\n")}) <= width);
    }
    made_free(&m);
}

static void colours_come_only_when_asked_for(void)
{
    made m = two_outlets();
    CU_ASSERT_PTR_NULL(strchr(made_report(&m, DJ_REPORT_CHECK, "text", &(dj_report_style){.version = "1"}), '\x1b'));
    char *text = made_report(&m, DJ_REPORT_CHECK, "text", &(dj_report_style){.color = true, .version = "1"});
    CU_ASSERT_PTR_NOT_NULL(strstr(text, "\x1b[1;4m657조 원\x1b[0m"));
    CU_ASSERT_PTR_NULL(strstr(text, "⟦"));
    made_free(&m);
}

static void the_table_marks_the_odd_cell(void)
{
    made m = two_outlets();
    char *text = made_report(&m, DJ_REPORT_CHECK, "text", &(dj_report_style){.version = "1"});
    char *row = strstr(text, "\n내년 예산  ");
    CU_ASSERT_PTR_NOT_NULL_FATAL(row);
    CU_ASSERT_PTR_NOT_NULL(strstr(row, "!657억 원"));
    CU_ASSERT_PTR_NULL(strstr(row, "!657조 원"));
    made_free(&m);
}

static void a_story_cannot_steer_the_terminal(void)
{
    made m = made_new("ko");
    dj_text *a = made_story(&m, "a\x1b]0;x\x07.txt", "나\x1b[2J라", "\x1b[31m붉은 5억 원\x07 끝.\n");
    dj_finding *finding = made_finding(&m, "unit-slip", DJ_WARNING, "a\x1b[0m", "b");
    made_claim(&m, finding, made_money(&m, a, "5억 원", "KRW", 500000000));
    char *text = made_report(&m, DJ_REPORT_CHECK, "text", &(dj_report_style){.version = "1"});
    CU_ASSERT_PTR_NULL(strchr(text, '\x1b'));
    CU_ASSERT_PTR_NULL(strchr(text, '\x07'));
    char *marked = made_report(&m, DJ_REPORT_EXTRACT, "text",
                               &(dj_report_style){.kinds = UINT32_MAX, .unread = true, .version = "1"});
    CU_ASSERT_PTR_NULL(strchr(marked, '\x1b'));
    made_free(&m);
}

static void notes_are_short(void)
{
    made m = two_outlets();
    m.set->findings.list.at[0]->severity = DJ_NOTE;
    char *text = made_report(&m, DJ_REPORT_CHECK, "text", &(dj_report_style){.version = "1"});
    CU_ASSERT_PTR_NOT_NULL(strstr(text, "[참고] 내년 예산: 새벽신문 657억 원, 한빛일보 657조 원 (unit-slip)\n"
                                        "  → 단위를 잘못 쓴 것으로 보입니다.\n"
                                        "  새벽신문 b.txt:1:62 · 한빛일보 a.txt:1:13\n\n"));
    made_free(&m);
}

SUITE("report/text", {"each claim shows who, where and the figure marked", each_claim_shows_who_where_and_the_figure_marked},
      {"no line is wider than the screen", no_line_is_wider_than_the_screen},
      {"colours come only when asked for", colours_come_only_when_asked_for},
      {"the table marks the odd cell", the_table_marks_the_odd_cell},
      {"a story cannot steer the terminal", a_story_cannot_steer_the_terminal}, {"notes are short", notes_are_short})
