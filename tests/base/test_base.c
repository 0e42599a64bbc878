#include "suite.h"

#include "base/diag.h"
#include "base/hangul.h"
#include "base/json_out.h"
#include "base/names.h"
#include "base/near.h"
#include "base/recall.h"
#include "base/screen.h"
#include "base/vec.h"

static void trims_the_white_space_of_feeds(void)
{
    CU_ASSERT_TRUE(dj_slice_is(dj_slice_trim(DJ_S(" \xC2\xA0\xE3\x80\x80가 나\xE3\x80\x80\n")), "가 나"));
    CU_ASSERT_EQUAL(dj_slice_trim(DJ_S("\xE3\x80\x80")).n, 0);
    CU_ASSERT_TRUE(dj_slice_is(dj_first_word(DJ_S("한빛 시 시장")), "한빛"));
    CU_ASSERT_TRUE(dj_slice_is(dj_last_word(DJ_S("한빛 시 시장")), "시장"));
    CU_ASSERT_TRUE(dj_slice_is(dj_first_word(DJ_S("시장")), "시장"));
    CU_ASSERT_TRUE(dj_slice_is(dj_last_word(DJ_S("시장")), "시장"));
    CU_ASSERT_EQUAL(dj_last_word(DJ_NONE).n, 0);
}

static void finds_and_compares_slices(void)
{
    CU_ASSERT_EQUAL(dj_slice_find(DJ_S("조억조억"), DJ_S("억조"), 0), 3);
    CU_ASSERT_EQUAL(dj_slice_find(DJ_S("abc"), DJ_S("d"), 0), 3);
    CU_ASSERT_TRUE(dj_slice_cmp(DJ_S("ab"), DJ_S("abc")) < 0);
    CU_ASSERT_TRUE(dj_slice_ends(DJ_S("달러를"), DJ_S("를")));
}

static void ill_formed_utf8_counts_byte_by_byte(void)
{
    CU_ASSERT_EQUAL(dj_utf8_count(DJ_S("가\xFF나")), 3);
    CU_ASSERT_FALSE(dj_utf8_valid(DJ_S("\xED\xA0\x80"))); /* a surrogate */
    CU_ASSERT_FALSE(dj_utf8_valid(DJ_S("\xC0\xAF"))); /* overlong */
    CU_ASSERT_FALSE(dj_utf8_valid(DJ_S("\xF4\x90\x80\x80"))); /* past U+10FFFF */
    CU_ASSERT_TRUE(dj_utf8_valid(DJ_S("대조 \xF0\x9F\x93\x8C")));
}

static void steps_back_over_code_points(void)
{
    dj_slice s = DJ_S("a가\xF0\x9F\x93\x8C");
    size_t pos = s.n;
    CU_ASSERT_EQUAL(dj_utf8_prev(s, &pos), 0x1F4CC);
    CU_ASSERT_EQUAL(dj_utf8_prev(s, &pos), 0xAC00);
    CU_ASSERT_EQUAL(dj_utf8_prev(s, &pos), 'a');
    CU_ASSERT_EQUAL(pos, 0);
}

static void spellings_are_measured_in_letters(void)
{
    CU_ASSERT_EQUAL(dj_jamo_distance(DJ_S("하스"), DJ_S("하그")), 1);
    CU_ASSERT_EQUAL(dj_jamo_distance(DJ_S("올트먼"), DJ_S("올튼먼")), 1);
    CU_ASSERT_EQUAL(dj_jamo_distance(DJ_S("샘 올트먼"), DJ_S("샘올트먼")), 0);
    CU_ASSERT_TRUE(dj_jamo_distance(DJ_S("손정의"), DJ_S("이재용")) > 4);
    unsigned shorter;
    CU_ASSERT_EQUAL(dj_same_sounds(DJ_S("되어야"), DJ_S("돼야"), &shorter), shorter);
    CU_ASSERT_EQUAL(dj_same_sounds(DJ_S("비추어"), DJ_S("비춰"), &shorter), shorter);
    CU_ASSERT_EQUAL(dj_same_sounds(DJ_S("기업이"), DJ_S("기관이"), &shorter), 2);
    CU_ASSERT_EQUAL(dj_jamo_distance(DJ_S("오릍먼"), DJ_S("올트먼")), 2);
    CU_ASSERT_EQUAL(dj_jamo_within(DJ_S("좋은논의를했다"), DJ_S("삼성과봏은논의를했다"), 2), 1);
    CU_ASSERT_TRUE(dj_jamo_within(DJ_S("좋은논의를했다"), DJ_S("나라마다다른셈법"), 2) > 2);
    CU_ASSERT_TRUE(dj_hangul_has_tail(DJ_S("730조원")));
    CU_ASSERT_FALSE(dj_hangul_has_tail(DJ_S("달러")));
}

static void every_code_point_is_read_as_it_is_written(void)
{
    size_t n_wrong = 0;
    for (uint32_t rune = 0; rune <= 0x10FFFF; rune++) {
        char bytes[4] = {0};
        dj_slice written = {bytes, dj_utf8_put(rune, bytes)};
        size_t pos = 0, end = written.n;
        bool is_surrogate = rune >= 0xD800 && rune <= 0xDFFF;
        n_wrong += dj_utf8_next(written, &pos) != (is_surrogate ? DJ_BAD_RUNE : rune) || pos != (is_surrogate ? 1 : written.n);
        n_wrong += !is_surrogate && (dj_utf8_prev(written, &end) != rune || end != 0);
        n_wrong += dj_utf8_valid(written) == is_surrogate;
        for (size_t n = 1; n < written.n; n++)
            n_wrong += dj_utf8_valid(dj_slice_sub(written, 0, n));
    }
    CU_ASSERT_EQUAL(n_wrong, 0);
}

static void json_escapes_what_json_must(void)
{
    dj_buf out = dj_buf_new(SIZE_MAX);
    dj_json json = {.out = &out};
    dj_json_open(&json, '{');
    dj_json_key(&json, "a");
    dj_json_slice(&json, DJ_S("\"\\\n\x01\xFF 가"));
    dj_json_key(&json, "b");
    dj_json_open(&json, '[');
    dj_json_int(&json, -1);
    dj_json_null(&json);
    dj_json_close(&json, ']');
    dj_json_close(&json, '}');
    CU_ASSERT_TRUE(dj_slice_is(dj_buf_slice(&out), "{\"a\":\"\\\"\\\\\\n\\u0001\xEF\xBF\xBD 가\",\"b\":[-1,null]}"));
    dj_buf_free(&out);
}

static void a_full_buffer_says_so_and_keeps_what_it_had(void)
{
    dj_buf out = dj_buf_new(3);
    dj_buf_text(&out, "ab");
    dj_buf_text(&out, "cd");
    dj_buf_byte(&out, 'e');
    CU_ASSERT_TRUE(out.full);
    CU_ASSERT_TRUE(dj_slice_is(dj_buf_slice(&out), "ab"));
    dj_buf_free(&out);
}

static void names_are_numbered_by_first_sight(void)
{
    dj_arena *arena = dj_arena_new();
    dj_names *names = dj_names_new(arena);
    char key[16];
    for (int i = 0; i < 1000; i++) {
        snprintf(key, sizeof key, "k%d", i);
        CU_ASSERT_EQUAL(dj_intern(names, dj_slice_of(key)), (uint32_t)i + 1);
    }
    CU_ASSERT_EQUAL(dj_intern(names, DJ_S("k7")), 8);
    CU_ASSERT_EQUAL(dj_names_find(names, DJ_S("k1000")), 0);
    CU_ASSERT_TRUE(dj_slice_is(dj_name(names, 1000), "k999"));
    dj_arena_free(arena);
}

/* more words than there is room for: what is answered is right all the same */
static void what_is_recalled_is_what_was_kept(void)
{
    enum { WORDS = 40000 };
    dj_recall *recall = dj_recall_new();
    static const char asker, other;
    char word[16], answer[16];
    size_t n_known = 0;
    CU_ASSERT_PTR_NULL(dj_recalled(recall, &asker, DJ_S("k0")).at);
    for (int i = 0; i < WORDS; i++) {
        snprintf(word, sizeof word, "k%d", i);
        snprintf(answer, sizeof answer, "%d", i * 7);
        dj_recall_keep(recall, &asker, dj_slice_of(word), dj_slice_of(answer));
        CU_ASSERT_TRUE(dj_slice_is(dj_recalled(recall, &asker, dj_slice_of(word)), answer));
        CU_ASSERT_PTR_NULL(dj_recalled(recall, &other, dj_slice_of(word)).at);
    }
    for (int i = 0; i < WORDS; i++) {
        snprintf(word, sizeof word, "k%d", i);
        snprintf(answer, sizeof answer, "%d", i * 7);
        dj_slice known = dj_recalled(recall, &asker, dj_slice_of(word));
        CU_ASSERT_TRUE(!known.at || dj_slice_is(known, answer));
        n_known += known.at != NULL;
    }
    CU_ASSERT_TRUE(n_known > 3000 && n_known < WORDS);
    dj_recall_free(recall);
}

static void what_is_too_long_to_keep_is_not_recalled(void)
{
    dj_recall *recall = dj_recall_new();
    char word[60];
    memset(word, 'a', sizeof word);
    dj_recall_keep(recall, recall, (dj_slice){word, sizeof word}, DJ_S("b"));
    CU_ASSERT_PTR_NULL(dj_recalled(recall, recall, (dj_slice){word, sizeof word}).at);
    dj_recall_keep(recall, recall, DJ_S("c"), DJ_NONE);
    dj_slice empty = dj_recalled(recall, recall, DJ_S("c"));
    CU_ASSERT_PTR_NOT_NULL(empty.at);
    CU_ASSERT_EQUAL(empty.n, 0);
    dj_recall_free(recall);
}

static bool is_found(dj_arena *arena, const dj_near *near, dj_slice name, uint32_t number)
{
    dj_near_list found = {0};
    dj_near_find(near, name, arena, &found);
    for (size_t i = 0; i < found.n; i++) {
        CU_ASSERT_TRUE(i == 0 || found.at[i - 1] < found.at[i]);
        if (found.at[i] == number)
            return true;
    }
    return false;
}

static void names_a_few_letters_away_are_found(void)
{
    dj_arena *arena = dj_arena_new();
    dj_near *near = dj_near_new(arena, 2);
    dj_near_add(near, DJ_S("올트먼"));
    dj_near_add(near, DJ_S("한빛그룹새봄재단이사회사무국"));
    dj_near_add(near, DJ_S("손정의"));
    CU_ASSERT_TRUE(is_found(arena, near, DJ_S("올트먼"), 0));
    CU_ASSERT_TRUE(is_found(arena, near, DJ_S("올튼먼"), 0));
    CU_ASSERT_TRUE(is_found(arena, near, DJ_S("오릍먼"), 0));
    CU_ASSERT_TRUE(is_found(arena, near, DJ_S("오트머"), 0));
    CU_ASSERT_TRUE(is_found(arena, near, DJ_S("한비그룹새봄재단이사회사무구"), 1));
    CU_ASSERT_TRUE(is_found(arena, near, DJ_S("손종이"), 2));
    CU_ASSERT_FALSE(is_found(arena, near, DJ_S("알트만스"), 0));
    CU_ASSERT_FALSE(is_found(arena, near, DJ_S("이재용"), 2));
    dj_arena_free(arena);
}

static void of_a_flood_of_like_names_only_the_first_are_found(void)
{
    dj_arena *arena = dj_arena_new();
    dj_near *near = dj_near_new(arena, 1);
    dj_near_list found = {0};
    for (int i = 0; i < 1000; i++)
        dj_near_add(near, DJ_S("가나다"));
    dj_near_find(near, DJ_S("가나다"), arena, &found);
    CU_ASSERT_TRUE(found.n > 0 && found.n < 100);
    CU_ASSERT_EQUAL(found.at[0], 0);
    dj_arena_free(arena);
}

static void diagnostics_point_under_wide_letters(void)
{
    dj_arena *arena = dj_arena_new();
    dj_diags diags = {.arena = arena};
    dj_error(&diags, (dj_place){DJ_S("a.yaml"), 3, 3, DJ_S("가나x")}, "unknown key '%s'", "x");
    dj_buf out = dj_buf_new(SIZE_MAX);
    dj_diag_print(&diags.list.at[0], &out);
    CU_ASSERT_TRUE(dj_slice_is(dj_buf_slice(&out), "a.yaml:3:3: unknown key 'x'\n    가나x\n        ^\n"));
    dj_buf_free(&out);
    dj_arena_free(arena);
}

static void of_a_very_long_line_only_what_is_near_is_shown(void)
{
    static char line[100000];
    memset(line, 'x', sizeof line - 1);
    line[50000] = 'Y';
    dj_arena *arena = dj_arena_new();
    dj_diags diags = {.arena = arena};
    dj_error(&diags, (dj_place){DJ_S("a.jsonl"), 1, 50001, dj_slice_of(line)}, "odd");
    dj_buf out = dj_buf_new(SIZE_MAX);
    dj_diag_print(&diags.list.at[0], &out);
    CU_ASSERT_TRUE(out.n < 300);
    dj_buf_byte(&out, '\0');
    const char *letter = strchr(out.at, 'Y'), *caret = strchr(out.at, '^');
    CU_ASSERT_PTR_NOT_NULL_FATAL(letter);
    CU_ASSERT_PTR_NOT_NULL_FATAL(caret);
    dj_slice over = {strstr(out.at, "\n    …") + 1, 0}, under = {strchr(letter, '\n') + 1, 0};
    over.n = (size_t)(letter - over.at);
    under.n = (size_t)(caret - under.at);
    CU_ASSERT_EQUAL(dj_screen_width(over), dj_screen_width(under));
    dj_buf_free(&out);
    dj_arena_free(arena);
}

static void an_arena_holds_large_and_small(void)
{
    dj_arena *arena = dj_arena_new();
    char *big = dj_alloc(arena, 20 * 1024 * 1024);
    big[20 * 1024 * 1024 - 1] = 1;
    DJ_VEC(int) v = {0};
    for (int i = 0; i < 10000; i++)
        *DJ_PUSH(arena, &v) = i;
    CU_ASSERT_EQUAL(v.at[9999], 9999);
    dj_arena_reset(arena);
    CU_ASSERT_EQUAL(*(char *)dj_alloc(arena, 1), 0);
    dj_arena_free(arena);
}

static void an_array_grows_where_it_is_or_moves(void)
{
    dj_arena *arena = dj_arena_new();
    DJ_VEC(int) alone = {0}, among = {0};
    for (int i = 0; i < 100; i++)
        *DJ_PUSH(arena, &alone) = i;
    CU_ASSERT_TRUE((char *)dj_alloc(arena, 1) - (char *)(alone.at + alone.cap) < 64); /* no smaller array was left behind */
    const int *before = alone.at;
    for (int i = 100; i < 200; i++) {
        *DJ_PUSH(arena, &alone) = i;
        *DJ_PUSH(arena, &among) = i;
    }
    CU_ASSERT_PTR_NOT_EQUAL(alone.at, before);
    for (int i = 0; i < 200; i++)
        CU_ASSERT_EQUAL(alone.at[i], i);
    among.n = 0;
    CU_ASSERT_EQUAL(*DJ_PUSH(arena, &among), 0);
    dj_arena_free(arena);
}

SUITE("base", {"trims the white space of feeds", trims_the_white_space_of_feeds},
      {"finds and compares slices", finds_and_compares_slices},
      {"ill-formed UTF-8 counts byte by byte", ill_formed_utf8_counts_byte_by_byte},
      {"steps back over code points", steps_back_over_code_points},
      {"spellings are measured in letters", spellings_are_measured_in_letters},
      {"JSON escapes what JSON must", json_escapes_what_json_must},
      {"a full buffer says so and keeps what it had", a_full_buffer_says_so_and_keeps_what_it_had},
      {"every code point is read as it is written", every_code_point_is_read_as_it_is_written},
      {"names are numbered by first sight", names_are_numbered_by_first_sight},
      {"what is recalled is what was kept", what_is_recalled_is_what_was_kept},
      {"what is too long to keep is not recalled", what_is_too_long_to_keep_is_not_recalled},
      {"names a few letters away are found", names_a_few_letters_away_are_found},
      {"of a flood of like names only the first are found", of_a_flood_of_like_names_only_the_first_are_found},
      {"diagnostics point under wide letters", diagnostics_point_under_wide_letters},
      {"of a very long line only what is near is shown", of_a_very_long_line_only_what_is_near_is_shown},
      {"an arena holds large and small", an_arena_holds_large_and_small},
      {"an array grows where it is, or moves", an_array_grows_where_it_is_or_moves})
