#include "reading.h"

static const char *text_of(reading *r, const char *source)
{
    *r = read_bytes(dj_slice_of(source), DJ_FORMAT_MARKDOWN);
    dj_slice text = dj_slice_trim(field_text(r, 0, DJ_FIELD_TEXT));
    return dj_copy(r->arena, text.at, text.n);
}

static void becomes(const char *source, const char *expected)
{
    reading r;
    const char *text = text_of(&r, source);
    CU_ASSERT_STRING_EQUAL(text, expected);
    if (strcmp(text, expected) != 0)
        printf("\n  %s\n  became   %s\n  expected %s\n", source, text, expected);
    reading_free(&r);
}

static void inline_tags_leave_words_together(void)
{
    becomes("총 USD <b>6000억 달러</b>(약 880조 원) 규모", "총 USD 6000억 달러(약 880조 원) 규모");
    becomes("<span style=\"color: red; a>b\">3명</span>이", "3명이");
    becomes("5 < 7 <표 1> <AP=대조> <b", "5 < 7 <표 1> <AP=대조> <b");
    becomes("a <b 5 and c > d", "a <b 5 and c > d");
}

static void block_tags_and_br_end_lines(void)
{
    becomes("첫 줄. <br>\n둘째 줄.<br/>셋째<br><br>넷째", "첫 줄. \n둘째 줄.\n셋째\n\n넷째");
    becomes("<p>하나</p><p>둘</p>", "하나\n\n둘");
    becomes("<ul><li>가</li><li>나</li></ul>", "가\n나");
    becomes("<table><tr><td>3</td><td>4</td></tr><tr><td>5</td></tr></table>", "3\t4\n5");
}

static void comments_and_scripts_are_dropped(void)
{
    becomes("가<!-- 5조 원\n\n# 없음 -->나<script>var a = '<b>';</script>다", "가나다");
    becomes("가 <!-- 나", "가 <!-- 나");
    becomes("<script> 가", "가");
}

static void entities_are_decoded(void)
{
    becomes("S&amp;P&nbsp;500 &lt;3&gt; &#51;조&#x2026; &ldquo;말&rdquo; A&B &none; &copy2025",
            "S&P 500 <3> 3조… “말” A&B &none; &copy2025");
}

static void emphasis_marks_are_taken_off(void)
{
    becomes("**삼성(주)**은 *첫* 행보, __굵게__ ~~옛~~ `code *a*`", "삼성(주)은 첫 행보, 굵게 옛 code *a*");
    becomes("'**3국 동맹**'이라는", "'3국 동맹'이라는");
    becomes("5*3*2=30, 3~~4%, 2**3, snake_case_name, * 홀로", "5*3*2=30, 3~~4%, 2**3, snake_case_name, * 홀로");
    becomes("\\*별표\\* 5\\.", "*별표* 5.");
}

static void links_keep_their_text(void)
{
    becomes("[5조 원](https://a.b/c_(d) \"제목\")을 ![사진 설명](/x.png) <https://a.b>", "5조 원을 사진 설명");
    becomes("[보도][1] [단독][속보] 각주[^1]\n\n[1]: https://a.b\n[^1]: 설명 3명", "보도 [단독][속보] 각주\n\n\n설명 3명");
    becomes("[![그림](a.png)](b) [열린", "그림 [열린");
}

static void headings_and_lists_keep_their_lines(void)
{
    becomes("앞\n## 소제목 ##\n뒤", "앞\n\n소제목\n\n뒤");
    becomes("제목\n====\n1. 하나\n2) 둘\n- 셋\n> 넷\n- [x] 다섯", "제목\n\n하나\n둘\n셋\n넷\n다섯");
    becomes("2025. 2. 4. 보도\n2. 4. 기준\n#태그 C#", "2025. 2. 4. 보도\n2. 4. 기준\n#태그 C#");
    becomes("| 가 | 나 |\n|---|:-:|\n| 3 | 4 |", "| 가 | 나 |\n| 3 | 4 |");
    becomes("가\n{: .notice}\n{% include x.html %}\n나", "가\n\n\n나");
}

static void fenced_code_is_kept_as_text(void)
{
    becomes("```sh\n# a <b>*x*</b> &amp;\n```\n*b*", "# a <b>*x*</b> &amp;\n\nb");
}

static void front_matter_gives_title_date_and_source(void)
{
    dj_slice source = DJ_S("---\nlayout: single\ntitle: \"총 880조 투자\"\ndate: 2025-02-04 10:00:00 +0900\nauthor: 대조일보\n"
                           "tags: [a, b]\nlang: ko-KR\n---\n\n본문 **3명**이다.\n");
    reading r = read_bytes(source, DJ_FORMAT_MARKDOWN);
    const dj_story *story = r.stories.list.at[0];
    CU_ASSERT_EQUAL(r.diags.list.n, 0);
    CU_ASSERT_TRUE(says(&r, DJ_FIELD_TITLE, "총 880조 투자"));
    CU_ASSERT_TRUE(says(&r, DJ_FIELD_TEXT, "\n본문 3명이다.\n"));
    CU_ASSERT_TRUE(dj_slice_is(story->source, "대조일보"));
    CU_ASSERT_TRUE(dj_slice_is(story->lang, "ko"));
    CU_ASSERT_EQUAL(story->published, dj_day_of(2025, 2, 4));
    CU_ASSERT_EQUAL(story->published_minute, 600);
    uint32_t title = (uint32_t)dj_slice_find(source, DJ_S("880조"), 0), body = (uint32_t)dj_slice_find(source, DJ_S("3명"), 0);
    CU_ASSERT_TRUE(lies_at(where_of(&r, 0, DJ_FIELD_TITLE, DJ_S("880조")), title, title + 6, 3, 11));
    CU_ASSERT_TRUE(lies_at(where_of(&r, 0, DJ_FIELD_TEXT, DJ_S("3명")), body, body + 4, 10, 6));
    reading_free(&r);
}

static void a_title_with_escapes_leads_to_its_line(void)
{
    dj_slice source = DJ_S("---\ntitle: \"\\\"3조\\\" 말\"\n---\n");
    reading r = read_bytes(source, DJ_FORMAT_MARKDOWN);
    CU_ASSERT_TRUE(says(&r, DJ_FIELD_TITLE, "\"3조\" 말"));
    CU_ASSERT_TRUE(lies_at(where_of(&r, 0, DJ_FIELD_TITLE, DJ_S("3조")), 12, 25, 2, 9));
    reading_free(&r);
}

static void bad_front_matter_is_told_and_the_body_is_read(void)
{
    reading r = read_bytes(DJ_S("---\ntitle: [a\n---\n본문\n"), DJ_FORMAT_MARKDOWN);
    CU_ASSERT_EQUAL(r.diags.list.n, 1);
    CU_ASSERT_TRUE(says(&r, DJ_FIELD_TEXT, "본문\n"));
    reading_free(&r);
    r = read_bytes(DJ_S("---\n본문\n---\n"), DJ_FORMAT_MARKDOWN); /* rules around a text are no front matter */
    CU_ASSERT_EQUAL(r.diags.list.n, 0);
    CU_ASSERT_TRUE(says(&r, DJ_FIELD_TEXT, "\n본문\n\n"));
    reading_free(&r);
    r = read_bytes(DJ_S("---\ntitle: a\ndate: soon\n---\n본문\n"), DJ_FORMAT_MARKDOWN);
    CU_ASSERT_EQUAL(r.diags.list.n, 1);
    reading_free(&r);
}

static void a_text_with_front_matter_is_markdown(void)
{
    reading r = reading_new();
    dj_read_options options = {.format = DJ_FORMAT_AUTO};
    dj_read_bytes(DJ_S("---\ntitle: 제목\n---\n**3명**"), DJ_S("a.txt"), DJ_S(""), &options, &r.stories, &r.diags);
    CU_ASSERT_TRUE(says(&r, DJ_FIELD_TITLE, "제목"));
    CU_ASSERT_TRUE(says(&r, DJ_FIELD_TEXT, "3명"));
    reading_free(&r);
}

static void a_post_is_dated_by_its_name(void)
{
    reading r = reading_new();
    dj_read_options options = {.format = DJ_FORMAT_AUTO};
    dj_read_bytes(DJ_S("본문"), DJ_S("posts/2025-02-04-ai.md"), DJ_S(""), &options, &r.stories, &r.diags);
    CU_ASSERT_EQUAL(r.stories.list.at[0]->published, dj_day_of(2025, 2, 4));
    reading_free(&r);
}

SUITE("read/markdown", {"inline tags leave words together", inline_tags_leave_words_together},
      {"block tags and br end lines", block_tags_and_br_end_lines},
      {"comments and scripts are dropped", comments_and_scripts_are_dropped}, {"entities are decoded", entities_are_decoded},
      {"emphasis marks are taken off", emphasis_marks_are_taken_off}, {"links keep their text", links_keep_their_text},
      {"headings and lists keep their lines", headings_and_lists_keep_their_lines},
      {"fenced code is kept as text", fenced_code_is_kept_as_text},
      {"front matter gives title, date and source", front_matter_gives_title_date_and_source},
      {"a title with escapes leads to its line", a_title_with_escapes_leads_to_its_line},
      {"bad front matter is told and the body is read", bad_front_matter_is_told_and_the_body_is_read},
      {"a text with front matter is Markdown", a_text_with_front_matter_is_markdown},
      {"a post is dated by its name", a_post_is_dated_by_its_name})
