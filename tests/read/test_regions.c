/* Spans in lines and columns, each unit of its own: a syllable is one code point, one unit of UTF-16 and three bytes; a
 * pictograph one, two and four. */
#include "reading.h"

#include "base/buf.h"

static dj_region region_of(const reading *r, const char *words, dj_column_unit unit)
{
    dj_slice text = field_text(r, 0, DJ_FIELD_TEXT), needle = dj_slice_of(words);
    size_t at = dj_slice_find(text, needle, 0);
    CU_ASSERT_FATAL(at < text.n);
    return dj_story_region(r->stories.list.at[0], DJ_FIELD_TEXT, (uint32_t)at, (uint32_t)(at + needle.n), unit);
}

static bool is(dj_region region, uint32_t line, uint32_t column, uint32_t end_line, uint32_t end_column)
{
    return region.line == line && region.column == column && region.end_line == end_line && region.end_column == end_column;
}

static void columns_are_of_the_unit_asked_for(void)
{
    reading r = read_bytes(DJ_S("첫 줄\n가\xF0\x9F\x93\x8C 3조원 \xF0\x9F\x93\x8C 끝"), DJ_FORMAT_TEXT);
    CU_ASSERT_TRUE(is(region_of(&r, "3조원", DJ_COLUMN_RUNE), 2, 4, 2, 7));
    CU_ASSERT_TRUE(is(region_of(&r, "3조원", DJ_COLUMN_UTF16), 2, 5, 2, 8));
    CU_ASSERT_TRUE(is(region_of(&r, "3조원", DJ_COLUMN_UTF8), 2, 9, 2, 16));
    CU_ASSERT_TRUE(is(region_of(&r, "끝", DJ_COLUMN_UTF16), 2, 12, 2, 13));
    reading_free(&r);
}

static void columns_of_other_charsets_are_those_of_its_characters(void)
{
    reading r = read_bytes(DJ_S("\xB0\xA1\xB0\xA1 3\xC1\xB6\xBF\xF8\xC0\xBB, \xB0\xA1\xB0\xA1"), DJ_FORMAT_TEXT);
    CU_ASSERT_TRUE(is(region_of(&r, "3조원", DJ_COLUMN_RUNE), 1, 4, 1, 7));
    CU_ASSERT_TRUE(is(region_of(&r, "3조원", DJ_COLUMN_UTF8), 1, 8, 1, 15));
    reading_free(&r);
}

static void a_byte_order_mark_is_no_column(void)
{
    reading r = read_bytes(DJ_S("\xEF\xBB\xBF"
                                "3조원을"),
                           DJ_FORMAT_TEXT);
    CU_ASSERT_TRUE(is(region_of(&r, "3조원", DJ_COLUMN_UTF16), 1, 1, 1, 4));
    CU_ASSERT_TRUE(is(region_of(&r, "3조원", DJ_COLUMN_UTF8), 1, 1, 1, 8));
    reading_free(&r);
}

static void markup_within_a_span_belongs_to_it(void)
{
    reading r = read_bytes(DJ_S("<html><body><p>총 3<b>조</b>원을\n들였다고 했다.</body></html>"), DJ_FORMAT_HTML);
    dj_region region = region_of(&r, "3조원", DJ_COLUMN_RUNE);
    CU_ASSERT_TRUE(is(region, 1, 18, 1, 28));
    CU_ASSERT_TRUE(dj_slice_is(region.source, "3<b>조</b>원"));
    reading_free(&r);
}

static void a_span_may_end_on_another_line(void)
{
    reading r = read_bytes(DJ_S("“그는 갔다고\r\n말했다” 한다"), DJ_FORMAT_TEXT);
    CU_ASSERT_TRUE(is(region_of(&r, "“그는 갔다고\n말했다”", DJ_COLUMN_RUNE), 1, 1, 2, 5) ||
                   is(region_of(&r, "“그는 갔다고\r\n말했다”", DJ_COLUMN_RUNE), 1, 1, 2, 5));
    reading_free(&r);
}

static void columns_far_into_a_long_line_are_right(void)
{
    dj_buf text = dj_buf_new(SIZE_MAX);
    for (int i = 0; i < 5000; i++)
        dj_buf_text(&text, "가\xF0\x9F\x93\x8C ");
    dj_buf_text(&text, "3조원");
    reading r = read_bytes(dj_buf_slice(&text), DJ_FORMAT_TEXT);
    CU_ASSERT_TRUE(is(region_of(&r, "3조원", DJ_COLUMN_RUNE), 1, 15001, 1, 15004));
    CU_ASSERT_TRUE(is(region_of(&r, "3조원", DJ_COLUMN_UTF16), 1, 20001, 1, 20004));
    CU_ASSERT_TRUE(is(region_of(&r, "3조원", DJ_COLUMN_UTF8), 1, 40001, 1, 40008));
    reading_free(&r);
    dj_buf_free(&text);
}

static void a_row_knows_its_line(void)
{
    reading r = read_bytes(DJ_S("{\"text\":\"a\"}\n\n{\"text\":\"b\"}"), DJ_FORMAT_JSONL);
    CU_ASSERT_EQUAL(r.stories.list.at[0]->row, 1);
    CU_ASSERT_EQUAL(r.stories.list.at[1]->row, 3);
    reading_free(&r);
    r = read_bytes(DJ_S("a"), DJ_FORMAT_TEXT);
    CU_ASSERT_EQUAL(r.stories.list.at[0]->row, 0);
    reading_free(&r);
}

SUITE("read/regions", {"columns are of the unit asked for", columns_are_of_the_unit_asked_for},
      {"columns of other charsets are those of its characters", columns_of_other_charsets_are_those_of_its_characters},
      {"a byte order mark is no column", a_byte_order_mark_is_no_column},
      {"markup within a span belongs to it", markup_within_a_span_belongs_to_it},
      {"a span may end on another line", a_span_may_end_on_another_line},
      {"columns far into a long line are right", columns_far_into_a_long_line_are_right},
      {"a row knows its line", a_row_knows_its_line})
