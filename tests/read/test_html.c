#include "reading.h"

#define HEAD "<!DOCTYPE html><html lang=\"ko\"><head><meta charset=utf-8>"
#define BODY "</head><body>"
#define END "</body></html>"

static void becomes(const char *body, const char *expected)
{
    dj_buf page = dj_buf_new(SIZE_MAX);
    dj_buf_fmt(&page, HEAD BODY "%s" END, body);
    reading r = read_bytes(dj_buf_slice(&page), DJ_FORMAT_HTML);
    dj_slice text = dj_slice_trim(field_text(&r, 0, DJ_FIELD_TEXT));
    CU_ASSERT_TRUE(dj_slice_is(text, expected));
    if (!dj_slice_is(text, expected))
        printf("\n  %s\n  became   %.*s\n  expected %s\n", body, DJ_FMT(text), expected);
    dj_buf_free(&page);
    reading_free(&r);
}

static void text_is_laid_out_in_lines(void)
{
    becomes("<p>총 USD <b>6000억\n 달러</b>(약\t880조 원)</p><p>둘</p>", "총 USD 6000억 달러(약 880조 원)\n\n둘");
    becomes("가<br>나<br><br>다<div>라</div>마", "가\n나\n\n다\n\n라\n\n마");
    becomes("<ul><li>하나<li>둘</ul><table><tr><td>3<td>4<tr><td>5</table>", "하나\n둘\n\n3\t4\n5");
    becomes("<pre>가  나\n다</pre> <hr>라", "가  나\n다\n\n라");
}

static void comments_and_scripts_leave_words_together(void)
{
    becomes("5000<!-- -->억<!-- 9명 --> 달러<script>if (a < b) \"</div><p>7명\"</script>를", "5000억 달러를");
    becomes("<div>가</foo>나</b></div><style>p{}</style><textarea>8명</textarea>", "가나");
    becomes("<svg><title>그림 <div></title></svg>가<select><option>9명</select>", "가");
}

static void references_are_resolved(void)
{
    becomes("S&amp;P&nbsp;500 &#51;조 &#x201C;말&#148; A&B &amp;lt; &copy;", "S&P 500 3조 “말” A&B &lt; ©");
}

static void menus_and_forms_are_left_out(void)
{
    becomes("<nav>정치 3명</nav><p>본문은 메뉴보다 길게 이어진다. 그래야 본문으로 보인다.</p><aside>관련 4명</aside>"
            "<form><button>보내기</button></form><p hidden>숨김</p><footer>끝 2025</footer>",
            "본문은 메뉴보다 길게 이어진다. 그래야 본문으로 보인다.");
    becomes("<form><p>쪽 전체가 폼에 든 페이지도 있다.</p></form>", "쪽 전체가 폼에 든 페이지도 있다.");
}

static void the_marked_body_is_taken(void)
{
    becomes(
        "<div>머리말이다</div><div itemprop=\"articleBody\"><p>본문 첫 문단은 여기에 있다.</p></div>"
        "<div itemprop=articleBody><p>본문 둘째 문단.</p></div>"
        "<ul><li><a href=1>다른 기사 7명 사망</a><li><a href=2>또 다른 기사</a></ul>",
        "머리말이다\n\n본문 첫 문단은 여기에 있다.\n\n본문 둘째 문단.\n\n다른 기사 7명 사망\n또 다른 기사"); /* parts: all that lies between */
    becomes("<div>머리말</div><article><p>본문은 여기에 있고 머리말보다 훨씬 길다.</p></article><div>댓글 9개</div>",
            "본문은 여기에 있고 머리말보다 훨씬 길다.");
    becomes("<div><div>광고</div><div><p>가장 긴 글이 든 곳이 본문이며, 이름이 없어도 찾는다. 글은 이어진다.</p>"
            "<p>둘째 문단도 같은 곳에 든다.</p></div></div>",
            "가장 긴 글이 든 곳이 본문이며, 이름이 없어도 찾는다. 글은 이어진다.\n\n둘째 문단도 같은 곳에 든다.");
}

static void a_small_article_does_not_hide_the_page(void)
{
    becomes("<article>짧은 소개</article><div><p>본문은 이름 없는 곳에 길게 있을 수 있다. 소개는 본문이 아니다.</p></div>",
            "짧은 소개\n\n본문은 이름 없는 곳에 길게 있을 수 있다. 소개는 본문이 아니다.");
}

static void offsets_lead_back_to_the_page(void)
{
    dj_slice page = DJ_S(HEAD "<title>t</title>" BODY "<p>가</p>\n<p>총 <b>6000억</b> 달러&#40;약 880조&rpar;\n3명</p>" END);
    reading r = read_bytes(page, DJ_FORMAT_HTML);
    uint32_t at = (uint32_t)dj_slice_find(page, DJ_S("6000억"), 0), end = (uint32_t)dj_slice_find(page, DJ_S(" 880조"), 0);
    dj_where where = where_of(&r, 0, DJ_FIELD_TEXT, DJ_S("6000억 달러(약"));
    CU_ASSERT_TRUE(lies_at(where, at, end, 2, 9));
    at = (uint32_t)dj_slice_find(page, DJ_S("3명"), 0);
    CU_ASSERT_TRUE(lies_at(where_of(&r, 0, DJ_FIELD_TEXT, DJ_S("3명")), at, at + 4, 3, 1));
    reading_free(&r);
}

static void titles_come_from_metadata_then_headings(void)
{
    reading r = read_bytes(DJ_S(HEAD "<title>쪽</title><meta property='og:title' content='&quot;3조&quot;  말'>" BODY
                                     "<h1>&ldquo;3조&rdquo; 말</h1><p>본문</p>" END),
                           DJ_FORMAT_HTML);
    CU_ASSERT_TRUE(says(&r, DJ_FIELD_TITLE, "\"3조\" 말"));
    CU_ASSERT_TRUE(says(&r, DJ_FIELD_TEXT, "“3조” 말\n\n본문")); /* the marks differ: another headline */
    reading_free(&r);
    r = read_bytes(DJ_S(HEAD "<title>쪽 이름</title>" BODY "<h1>3조\n말</h1><p>본문</p>" END), DJ_FORMAT_HTML);
    CU_ASSERT_TRUE(says(&r, DJ_FIELD_TITLE, "3조 말"));
    CU_ASSERT_TRUE(says(&r, DJ_FIELD_TEXT, "본문"));
    reading_free(&r);
    dj_slice page = DJ_S(HEAD "<title> 쪽 <b>이름 </title>" BODY "<p>본문</p>" END);
    uint32_t at = (uint32_t)dj_slice_find(page, DJ_S("쪽"), 0);
    r = read_bytes(page, DJ_FORMAT_HTML);
    CU_ASSERT_TRUE(says(&r, DJ_FIELD_TITLE, "쪽 이름"));
    CU_ASSERT_TRUE(lies_at(where_of(&r, 0, DJ_FIELD_TITLE, DJ_S("쪽 이름")), at, at + 13, 1, at + 1));
    reading_free(&r);
}

static void metadata_gives_date_and_publisher(void)
{
    static const struct {
        const char *head;
        int day, minute;
        const char *source;
    } cases[] = {
        {"<meta property=\"article:published_time\" content=\"2025-02-04T22:00:00Z\"><meta property=og:site_name "
         "content=\"A&amp;B 일보\">",
         5, 420, "A&B 일보"},
        {"<script type=\"application/ld+json\">{\"@graph\":[{\"@type\":\"WebPage\",\"datePublished\":\"2024-01-01\"},"
         "{\"@type\":[\"NewsArticle\"],\"datePublished\":\"2025-02-04T10:00:00+09:00\",\"publisher\":{\"name\":\"대조신문\"}}]}</"
         "script>"
         "<meta name=date content=2025-02-09>",
         4, 600, "대조신문"},
        {"<script type='application/ld+json'>{broken</script><meta name=\"Date\" content=\"2025-02-09\">"
         "<meta itemprop=\"datePublished\" content=\"2025.02.04 09:30\">",
         4, 570, "story"},
        {"<meta name=date content=\"어제\"><time datetime=\"2025-02-04\">4일</time>", 4, -1, "story"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        dj_buf page = dj_buf_new(SIZE_MAX);
        dj_buf_fmt(&page, HEAD "%s" BODY "<p>본문이다</p>" END, cases[i].head);
        reading r = read_bytes(dj_buf_slice(&page), DJ_FORMAT_HTML);
        const dj_story *story = r.stories.list.at[0];
        CU_ASSERT_EQUAL(story->published, dj_day_of(2025, 2, cases[i].day));
        CU_ASSERT_EQUAL(story->published_minute, cases[i].minute);
        CU_ASSERT_TRUE(dj_slice_is(story->source, cases[i].source));
        dj_buf_free(&page);
        reading_free(&r);
    }
}

static void a_template_s_language_is_not_believed(void)
{
    reading r = read_bytes(DJ_S("<html lang=en><link rel=canonical href='https://a.b/1'><p>한국어 기사이다."), DJ_FORMAT_HTML);
    CU_ASSERT_TRUE(dj_slice_is(r.stories.list.at[0]->lang, "ko"));
    CU_ASSERT_TRUE(dj_slice_is(r.stories.list.at[0]->url, "https://a.b/1"));
    reading_free(&r);
    r = read_bytes(DJ_S("<html lang=ja><p>3"), DJ_FORMAT_HTML);
    CU_ASSERT_TRUE(dj_slice_is(r.stories.list.at[0]->lang, "ja"));
    reading_free(&r);
}

static void declared_charsets_are_read(void)
{
    /* "3조" in EUC-KR, with a letter that only its extension CP949 has (U+BFB0) */
    dj_slice page = DJ_S("<html><meta http-equiv=Content-Type content=\"text/html; charset=euc-kr\"><p>3\xC1\xB6 \x94\xEE</p>");
    reading r = read_bytes(page, DJ_FORMAT_HTML);
    uint32_t at = (uint32_t)dj_slice_find(page, DJ_S("3\xC1"), 0);
    CU_ASSERT_TRUE(lies_at(where_of(&r, 0, DJ_FIELD_TEXT, DJ_S("3조")), at, at + 3, 1, at + 1));
    reading_free(&r);
    r = read_bytes(DJ_S("<meta charset='windows-1252'><p>\x80"
                        "5 caf\xE9 \x93ok\x94 \x80 \x80</p>"),
                   DJ_FORMAT_HTML);
    CU_ASSERT_TRUE(says(&r, DJ_FIELD_TEXT, "€5 café “ok” € €"));
    reading_free(&r);
}

SUITE("read/html", {"text is laid out in lines", text_is_laid_out_in_lines},
      {"comments and scripts leave words together", comments_and_scripts_leave_words_together},
      {"references are resolved", references_are_resolved}, {"menus and forms are left out", menus_and_forms_are_left_out},
      {"the marked body is taken", the_marked_body_is_taken},
      {"a small article does not hide the page", a_small_article_does_not_hide_the_page},
      {"offsets lead back to the page", offsets_lead_back_to_the_page},
      {"titles come from metadata, then headings", titles_come_from_metadata_then_headings},
      {"metadata gives date and publisher", metadata_gives_date_and_publisher},
      {"a template's language is not believed", a_template_s_language_is_not_believed},
      {"declared charsets are read", declared_charsets_are_read})
