#include "reading.h"

static void a_line_is_a_story(void)
{
    reading r = read_bytes(
        DJ_S("{\"id\":\"a1\",\"set\":\"s/1\",\"source\":\"대조일보\",\"title\":\"총 3조\",\"text\":\"가\\n3조원\",\"url\":\"u\","
             "\"published\":\"2025-02-04\",\"unknown\":[{}]}\n\n{\"text\":\"two\"}"),
        DJ_FORMAT_JSONL);
    CU_ASSERT_EQUAL(r.stories.list.n, 2);
    CU_ASSERT_EQUAL(r.diags.list.n, 0);
    const dj_story *story = r.stories.list.at[0];
    CU_ASSERT_TRUE(dj_slice_is(story->id, "a1"));
    CU_ASSERT_TRUE(dj_slice_is(story->set, "s/1"));
    CU_ASSERT_TRUE(dj_slice_is(story->source, "대조일보"));
    CU_ASSERT_TRUE(dj_slice_is(story->url, "u"));
    CU_ASSERT_TRUE(dj_slice_is(story->lang, "ko"));
    CU_ASSERT_EQUAL(story->published, dj_day_of(2025, 2, 4));
    CU_ASSERT_EQUAL(story->published_minute, -1);
    CU_ASSERT_EQUAL(story->published_from, DJ_PUBLISHED_METADATA);
    CU_ASSERT_TRUE(says(&r, DJ_FIELD_TITLE, "총 3조"));
    story = r.stories.list.at[1];
    CU_ASSERT_TRUE(dj_slice_is(story->id, "line 3"));
    CU_ASSERT_TRUE(dj_slice_is(story->set, "s"));
    CU_ASSERT_TRUE(dj_slice_is(story->lang, "en"));
    reading_free(&r);
}

static void offsets_are_those_of_the_string(void)
{
    /* the second 원 is decomposed; escapes count as what they stand for */
    reading r = read_bytes(
        DJ_S("{\"id\":1,\"text\":\"가\\n\\ud83d\\udccc 3조\\uc6d0, 4\xE1\x84\x8B\xE1\x85\xAF\xE1\x86\xAB 5\"}"), DJ_FORMAT_JSONL);
    CU_ASSERT_TRUE(says(&r, DJ_FIELD_TEXT, "가\n\xF0\x9F\x93\x8C 3조원, 4원 5"));
    CU_ASSERT_TRUE(lies_at(where_of(&r, 0, DJ_FIELD_TEXT, DJ_S("3조원")), 9, 16, 2, 3));
    CU_ASSERT_TRUE(lies_at(where_of(&r, 0, DJ_FIELD_TEXT, DJ_S("4원")), 18, 28, 2, 8));
    CU_ASSERT_TRUE(lies_at(where_of(&r, 0, DJ_FIELD_TEXT, DJ_S("5")), 29, 30, 2, 13));
    CU_ASSERT_TRUE(dj_slice_is(r.stories.list.at[0]->id, "1"));
    reading_free(&r);
}

static void a_bad_line_is_told_and_the_rest_is_read(void)
{
    reading r = read_bytes(
        DJ_S("{\"text\":\"a\"}\n{\"text\":\n[1]\n{\"id\":\"x\"}\n{\"text\":5}\n{\"text\":\"b\",}\n{\"text\":\"c\"} {}\n"
             "{\"text\":\"d\",\"published\":\"soon\"}\n{\"text\":\"e\",\"published\":null,\"title\":null}\n"),
        DJ_FORMAT_JSONL);
    static const uint32_t lines[] = {2, 3, 4, 5, 6, 7, 8};
    CU_ASSERT_EQUAL(r.diags.list.n, sizeof lines / sizeof lines[0]);
    for (size_t i = 0; i < r.diags.list.n; i++)
        CU_ASSERT_EQUAL(r.diags.list.at[i].place.line, lines[i]);
    CU_ASSERT_EQUAL(r.stories.list.n, 3);
    CU_ASSERT_TRUE(dj_slice_is(field_text(&r, 1, DJ_FIELD_TEXT), "d"));
    CU_ASSERT_TRUE(dj_slice_is(field_text(&r, 2, DJ_FIELD_TEXT), "e"));
    reading_free(&r);
}

static void an_id_twice_in_a_set_is_told_and_both_are_read(void)
{
    reading r = read_bytes(DJ_S("{\"id\":\"a\",\"set\":\"1\",\"text\":\"x\"}\n{\"id\":\"a\",\"set\":\"2\",\"text\":\"x\"}\n"
                                "{\"id\":\"a\",\"set\":\"1\",\"text\":\"y\"}"),
                           DJ_FORMAT_JSONL);
    CU_ASSERT_EQUAL(r.stories.list.n, 3);
    CU_ASSERT_EQUAL(r.diags.list.n, 1);
    CU_ASSERT_EQUAL(r.diags.list.at[0].place.line, 3);
    reading_free(&r);
}

static void published_is_moved_to_korean_time_for_korean_stories(void)
{
    static const struct {
        const char *row;
        int day, minute;
    } cases[] = {
        {"{\"text\":\"가\",\"published\":\"2025-02-04T09:30:00+09:00\"}", 4, 570},
        {"{\"text\":\"가\",\"published\":\"2025-02-04T22:00:00Z\"}", 5, 420},
        {"{\"text\":\"가\",\"published\":\"2025-02-04T05:00:00.123+10:00\"}", 4, 240},
        {"{\"text\":\"가\",\"published\":\"2025-02-04 22:00\"}", 4, 1320},
        {"{\"text\":\"a\",\"published\":\"2025-02-04T22:00:00Z\"}", 4, 1320},
        {"{\"text\":\"가\",\"published\":\"2025.02.04. 9:30\"}", 4, 570},
        {"{\"text\":\"가\",\"published\":\"20250204\"}", 4, -1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        reading r = read_bytes(dj_slice_of(cases[i].row), DJ_FORMAT_JSONL);
        CU_ASSERT_EQUAL(r.stories.list.at[0]->published, dj_day_of(2025, 2, cases[i].day));
        CU_ASSERT_EQUAL(r.stories.list.at[0]->published_minute, cases[i].minute);
        reading_free(&r);
    }
}

static void a_stated_language_wins(void)
{
    reading r = read_bytes(
        DJ_S("{\"text\":\"$20\",\"lang\":\"en\"}\n{\"text\":\"abc\",\"lang\":\"ko-KR\"}\n{\"text\":\"abc\",\"lang\":\"?\"}"),
        DJ_FORMAT_JSONL);
    CU_ASSERT_TRUE(dj_slice_is(r.stories.list.at[0]->lang, "en"));
    CU_ASSERT_TRUE(dj_slice_is(r.stories.list.at[1]->lang, "ko"));
    CU_ASSERT_TRUE(dj_slice_is(r.stories.list.at[2]->lang, "en"));
    reading_free(&r);
}

static void lone_surrogates_and_nul_are_text(void)
{
    reading r = read_bytes(DJ_S("{\"text\":\"a\\ud800b\\u0000c\"}"), DJ_FORMAT_JSONL);
    CU_ASSERT_TRUE(dj_slice_eq(field_text(&r, 0, DJ_FIELD_TEXT), DJ_S("a\xEF\xBF\xBD"
                                                                      "b\0c")));
    reading_free(&r);
}

static void rows_in_cp949_are_read(void)
{
    reading r = read_bytes(DJ_S("{\"id\":\"\xB0\xA1\",\"text\":\"3\xC1\xB6\"}"), DJ_FORMAT_JSONL);
    CU_ASSERT_TRUE(says(&r, DJ_FIELD_TEXT, "3조"));
    CU_ASSERT_TRUE(lies_at(where_of(&r, 0, DJ_FIELD_TEXT, DJ_S("조")), 1, 4, 1, 2)); /* of the string, which is UTF-8 */
    reading_free(&r);
}

SUITE("read/jsonl", {"a line is a story", a_line_is_a_story},
      {"offsets are those of the string", offsets_are_those_of_the_string},
      {"a bad line is told and the rest is read", a_bad_line_is_told_and_the_rest_is_read},
      {"an id twice in a set is told and both are read", an_id_twice_in_a_set_is_told_and_both_are_read},
      {"published is moved to Korean time for Korean stories", published_is_moved_to_korean_time_for_korean_stories},
      {"a stated language wins", a_stated_language_wins}, {"lone surrogates and NUL are text", lone_surrogates_and_nul_are_text},
      {"rows in CP949 are read", rows_in_cp949_are_read})
