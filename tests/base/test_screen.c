#include "suite.h"

#include "base/screen.h"

static void hangul_takes_two_columns_and_marks_none(void)
{
    CU_ASSERT_EQUAL(dj_screen_width(DJ_S("5000억 달러")), 4 + 2 + 1 + 4);
    CU_ASSERT_EQUAL(dj_screen_width(DJ_S("e\xCC\x81")), 1);
    CU_ASSERT_EQUAL(dj_screen_width(DJ_S("“‘…·’”")), 6);
    CU_ASSERT_EQUAL(dj_screen_width(DJ_S("８９％「」")), 10);
    CU_ASSERT_EQUAL(dj_screen_width(DJ_S("")), 0);
}

static void a_decomposed_syllable_is_as_wide_as_a_composed_one(void)
{
    CU_ASSERT_EQUAL(dj_screen_width(DJ_S("\xE1\x84\x8B\xE1\x85\xA5\xE1\x86\xA8")), 2); /* 억 */
}

static void nothing_that_steers_a_terminal_passes(void)
{
    dj_buf out = dj_buf_new(SIZE_MAX);
    dj_screen_add(&out, DJ_S("\x1B[31m\x07\x7F\xC2\x9B\xE2\x80\xAE a\tb\nc\xFF"));
    CU_ASSERT_TRUE(dj_slice_is(dj_buf_slice(&out), "␛[31m␇␡\xEF\xBF\xBD\xEF\xBF\xBD a b c\xEF\xBF\xBD"));
    dj_buf_free(&out);
}

static void a_cut_never_splits_a_wide_letter(void)
{
    CU_ASSERT_TRUE(dj_slice_is(dj_screen_cut(DJ_S("가나다"), 5), "가나"));
    CU_ASSERT_TRUE(dj_slice_is(dj_screen_cut(DJ_S("가나다"), 6), "가나다"));
    CU_ASSERT_EQUAL(dj_screen_cut(DJ_S("가"), 1).n, 0);
    CU_ASSERT_TRUE(dj_slice_is(dj_screen_cut_end(DJ_S("가나다"), 5), "나다"));
    CU_ASSERT_EQUAL(dj_screen_cut_end(DJ_S("가나다"), 1).n, 0);
}

SUITE("base/screen", {"hangul takes two columns and marks none", hangul_takes_two_columns_and_marks_none},
      {"a decomposed syllable is as wide as a composed one", a_decomposed_syllable_is_as_wide_as_a_composed_one},
      {"nothing that steers a terminal passes", nothing_that_steers_a_terminal_passes},
      {"a cut never splits a wide letter", a_cut_never_splits_a_wide_letter})
