#include "reading.h"

static void keeps_the_whole_file_as_text(void)
{
    reading r = read_bytes(DJ_S("제목\n\n총 5000억 달러를 쓴다.\n"), DJ_FORMAT_TEXT);
    CU_ASSERT_TRUE(says(&r, DJ_FIELD_TEXT, "제목\n\n총 5000억 달러를 쓴다.\n"));
    CU_ASSERT_TRUE(says(&r, DJ_FIELD_TITLE, ""));
    const dj_story *story = r.stories.list.at[0];
    CU_ASSERT_TRUE(dj_slice_is(story->id, "desk/story"));
    CU_ASSERT_TRUE(dj_slice_is(story->source, "story"));
    CU_ASSERT_TRUE(dj_slice_is(story->lang, "ko"));
    CU_ASSERT_EQUAL(story->published, DJ_NO_DAY);
    CU_ASSERT_TRUE(lies_at(where_of(&r, 0, DJ_FIELD_TEXT, DJ_S("5000억")), 12, 19, 3, 3));
    reading_free(&r);
}

static void an_empty_file_is_an_empty_story(void)
{
    reading r = read_bytes(DJ_NONE, DJ_FORMAT_TEXT);
    CU_ASSERT_EQUAL(r.stories.list.n, 1);
    CU_ASSERT_TRUE(says(&r, DJ_FIELD_TEXT, ""));
    dj_where where = dj_story_where(r.stories.list.at[0], DJ_FIELD_TEXT, 0, 0);
    CU_ASSERT_TRUE(lies_at(where, 0, 0, 1, 1));
    reading_free(&r);
}

static void a_byte_order_mark_counts_for_bytes_alone(void)
{
    reading r = read_bytes(DJ_S("\xEF\xBB\xBF"
                                "3명"),
                           DJ_FORMAT_TEXT);
    CU_ASSERT_TRUE(says(&r, DJ_FIELD_TEXT, "3명"));
    CU_ASSERT_TRUE(lies_at(where_of(&r, 0, DJ_FIELD_TEXT, DJ_S("명")), 4, 7, 1, 2));
    reading_free(&r);
}

static void reads_cp949(void)
{
    /* "약 3조원\n730조" */
    reading r = read_bytes(DJ_S("\xBE\xE0 3\xC1\xB6\xBF\xF8\n730\xC1\xB6"), DJ_FORMAT_TEXT);
    CU_ASSERT_TRUE(says(&r, DJ_FIELD_TEXT, "약 3조원\n730조"));
    CU_ASSERT_TRUE(lies_at(where_of(&r, 0, DJ_FIELD_TEXT, DJ_S("3조원")), 3, 8, 1, 3));
    CU_ASSERT_TRUE(lies_at(where_of(&r, 0, DJ_FIELD_TEXT, DJ_S("730조")), 9, 14, 2, 1));
    reading_free(&r);
}

static void reads_utf16_of_both_orders(void)
{
    /* BOM, 3, 명, U+1F4CC, 5 */
    reading little = read_bytes(DJ_S("\xFF\xFE"
                                     "3\0\x85\xBA\x3D\xD8\xCC\xDC"
                                     "5\0"),
                                DJ_FORMAT_TEXT);
    CU_ASSERT_TRUE(says(&little, DJ_FIELD_TEXT,
                        "3명\xF0\x9F\x93\x8C"
                        "5"));
    CU_ASSERT_TRUE(lies_at(where_of(&little, 0, DJ_FIELD_TEXT, DJ_S("3명")), 2, 6, 1, 1));
    CU_ASSERT_TRUE(lies_at(where_of(&little, 0, DJ_FIELD_TEXT, DJ_S("5")), 10, 12, 1, 4));
    reading big = read_bytes(DJ_S("\xFE\xFF\0"
                                  "3\xBA\x85\xD8\x3D\0"
                                  "5\0"),
                             DJ_FORMAT_TEXT);
    CU_ASSERT_TRUE(says(&big, DJ_FIELD_TEXT,
                        "3명\xEF\xBF\xBD"
                        "5\xEF\xBF\xBD")); /* a lone surrogate, an odd byte */
    CU_ASSERT_TRUE(lies_at(where_of(&big, 0, DJ_FIELD_TEXT, DJ_S("5")), 8, 10, 1, 4));
    reading_free(&little);
    reading_free(&big);
}

static void composes_decomposed_hangul(void)
{
    /* ㅈㅗ + ㅇㅝㄴ decomposed: 6 and 9 bytes */
    reading r = read_bytes(DJ_S("3\xE1\x84\x8C\xE1\x85\xA9\xE1\x84\x8B\xE1\x85\xAF\xE1\x86\xAB.e\xCC\x81"), DJ_FORMAT_TEXT);
    CU_ASSERT_TRUE(says(&r, DJ_FIELD_TEXT, "3조원.\xC3\xA9"));
    CU_ASSERT_TRUE(lies_at(where_of(&r, 0, DJ_FIELD_TEXT, DJ_S("3조")), 0, 7, 1, 1));
    CU_ASSERT_TRUE(lies_at(where_of(&r, 0, DJ_FIELD_TEXT, DJ_S("원")), 7, 16, 1, 4)); /* columns are of the source */
    CU_ASSERT_TRUE(lies_at(where_of(&r, 0, DJ_FIELD_TEXT, DJ_S("\xC3\xA9")), 17, 20, 1, 8));
    reading_free(&r);
}

static void invisible_characters_part_no_figure(void)
{
    reading r = read_bytes(DJ_S("5\xE2\x80\x8B"
                                "000\xC2\xAD"
                                "억\xEF\xBB\xBF 3"),
                           DJ_FORMAT_TEXT);
    CU_ASSERT_TRUE(says(&r, DJ_FIELD_TEXT, "5000억 3"));
    CU_ASSERT_TRUE(lies_at(where_of(&r, 0, DJ_FIELD_TEXT, DJ_S("5000억")), 0, 12, 1, 1));
    CU_ASSERT_TRUE(lies_at(where_of(&r, 0, DJ_FIELD_TEXT, DJ_S("3")), 16, 17, 1, 10));
    reading_free(&r);
}

static void spaces_that_keep_a_line_together_are_spaces(void)
{
    reading r = read_bytes(DJ_S("다음달\xC2\xA0"
                                "9일\xE2\x80\xAF"
                                "발표\xE2\x80\x83"
                                "끝\xE2\x80\x8A"
                                "남"),
                           DJ_FORMAT_TEXT);
    CU_ASSERT_TRUE(says(&r, DJ_FIELD_TEXT, "다음달 9일 발표 끝 남"));
    CU_ASSERT_TRUE(lies_at(where_of(&r, 0, DJ_FIELD_TEXT, DJ_S("다음달 9일")), 0, 15, 1, 1));
    reading_free(&r);
}

static void columns_count_code_points(void)
{
    reading r = read_bytes(DJ_S("\xF0\x9F\x93\x8C\xF0\x9F\x93\x8C 3\n\xF0\x9F\x91\x8D\xEF\xB8\x8F 4"), DJ_FORMAT_TEXT);
    CU_ASSERT_TRUE(lies_at(where_of(&r, 0, DJ_FIELD_TEXT, DJ_S("3")), 9, 10, 1, 4));
    CU_ASSERT_TRUE(lies_at(where_of(&r, 0, DJ_FIELD_TEXT, DJ_S("4")), 19, 20, 2, 4)); /* variation selector */
    reading_free(&r);
}

static void line_ends_of_any_system_are_one(void)
{
    reading r = read_bytes(DJ_S("가\r\n나\r다"), DJ_FORMAT_TEXT);
    CU_ASSERT_TRUE(says(&r, DJ_FIELD_TEXT, "가\n나\n다"));
    CU_ASSERT_TRUE(lies_at(where_of(&r, 0, DJ_FIELD_TEXT, DJ_S("나")), 5, 8, 2, 1));
    CU_ASSERT_TRUE(lies_at(where_of(&r, 0, DJ_FIELD_TEXT, DJ_S("\n나")), 3, 8, 1, 2));
    reading_free(&r);
}

static void a_damaged_byte_does_not_change_the_charset(void)
{
    reading r = read_bytes(DJ_S("올해 3\xEB\xAA명 \xED\xA0\x80 끝"), DJ_FORMAT_TEXT);
    CU_ASSERT_TRUE(says(&r, DJ_FIELD_TEXT, "올해 3\xEF\xBF\xBD\xEF\xBF\xBD명 \xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD 끝"));
    CU_ASSERT_TRUE(lies_at(where_of(&r, 0, DJ_FIELD_TEXT, DJ_S("명")), 10, 13, 1, 7));
    CU_ASSERT_TRUE(lies_at(where_of(&r, 0, DJ_FIELD_TEXT, DJ_S("끝")), 18, 21, 1, 13));
    reading_free(&r);
}

static void english_is_told_from_korean(void)
{
    reading english = read_bytes(DJ_S("Son Jeong-ui (손정의) said $500 billion would be spent."), DJ_FORMAT_TEXT);
    CU_ASSERT_TRUE(dj_slice_is(english.stories.list.at[0]->lang, "en"));
    reading korean = read_bytes(DJ_S("OpenAI CEO Sam Altman은 NVIDIA GB200을 샀다고 말했다."), DJ_FORMAT_TEXT);
    CU_ASSERT_TRUE(dj_slice_is(korean.stories.list.at[0]->lang, "ko"));
    reading_free(&english);
    reading_free(&korean);
}

SUITE("read/text", {"keeps the whole file as text", keeps_the_whole_file_as_text},
      {"an empty file is an empty story", an_empty_file_is_an_empty_story},
      {"a byte order mark counts for bytes alone", a_byte_order_mark_counts_for_bytes_alone}, {"reads CP949", reads_cp949},
      {"reads UTF-16 of both orders", reads_utf16_of_both_orders}, {"composes decomposed Hangul", composes_decomposed_hangul},
      {"invisible characters part no figure", invisible_characters_part_no_figure},
      {"spaces that keep a line together are spaces", spaces_that_keep_a_line_together_are_spaces},
      {"columns count code points", columns_count_code_points},
      {"line ends of any system are one", line_ends_of_any_system_are_one},
      {"a damaged byte does not change the charset", a_damaged_byte_does_not_change_the_charset},
      {"English is told from Korean", english_is_told_from_korean})
