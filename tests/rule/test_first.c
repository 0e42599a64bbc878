#include "suite.h"

#include "base/utf8.h"
#include "rule/dispatch.h"
#include "rule/regex.h"

static dj_arena *arena;

static dj_dispatch *dispatch_of(const char *pattern, bool *is_any)
{
    dj_first *first = dj_alloc(arena, sizeof *first);
    dj_first_of(arena, dj_slice_of(pattern), first);
    *is_any = first->is_any;
    const dj_first *firsts[] = {first};
    return dj_dispatch_new(arena, firsts, 1);
}

/* whether a match of `pattern` may begin with the letter `text` behind `before` */
static bool begins(const char *pattern, const char *text, dj_before before)
{
    bool is_any;
    arena = dj_arena_new();
    dj_dispatch *dispatch = dispatch_of(pattern, &is_any);
    size_t at = 0;
    bool okay = !is_any && dj_dispatch_at(dispatch, dj_utf8_next(dj_slice_of(text), &at), before) != NULL;
    dj_arena_free(arena);
    return okay;
}

static bool is_any(const char *pattern)
{
    bool any;
    arena = dj_arena_new();
    dispatch_of(pattern, &any);
    dj_arena_free(arena);
    return any;
}

static void alternatives_and_options_are_followed(void)
{
    CU_ASSERT_TRUE(begins("가|나다", "나", DJ_AFTER_OTHER));
    CU_ASSERT_FALSE(begins("가|나다", "다", DJ_AFTER_OTHER));
    CU_ASSERT_TRUE(begins("가?(?:나|[다-라])*마", "라", DJ_AFTER_OTHER));
    CU_ASSERT_TRUE(begins("가?(?:나|[다-라])*마", "마", DJ_AFTER_OTHER));
    CU_ASSERT_FALSE(begins("가{1,3}나", "나", DJ_AFTER_OTHER));
    CU_ASSERT_TRUE(begins("가{0,3}나", "나", DJ_AFTER_OTHER));
    CU_ASSERT_TRUE(begins("(?<num>(?P<low>(?'high'\\d)))", "7", DJ_AFTER_OTHER));
    CU_ASSERT_TRUE(begins("[^\\W_]x", "A", DJ_AFTER_OTHER));
    CU_ASSERT_FALSE(begins("[^가]x", "가", DJ_AFTER_OTHER));
    CU_ASSERT_TRUE(begins("\\x{1F4CC}", "\xF0\x9F\x93\x8C", DJ_AFTER_OTHER));
}

static void look_behind_forbids_contexts(void)
{
    CU_ASSERT_FALSE(begins("(?<![\\d.,])\\d+", "5", DJ_AFTER_DIGIT));
    CU_ASSERT_TRUE(begins("(?<![\\d.,])\\d+", "5", DJ_AFTER_HANGUL));
    CU_ASSERT_FALSE(begins("(?<![가-힣]|\\d)수", "수", DJ_AFTER_HANGUL));
    CU_ASSERT_FALSE(begins("(?<![가-힣]|\\d)수", "수", DJ_AFTER_DIGIT));
    CU_ASSERT_TRUE(begins("(?<![가-힣]|\\d)수", "수", DJ_AFTER_OTHER));
    CU_ASSERT_TRUE(begins("(?<![가-하])수", "수", DJ_AFTER_HANGUL)); /* not all of Hangul */
    CU_ASSERT_TRUE(begins("(?<!제[0-9])5", "5", DJ_AFTER_DIGIT));
    CU_ASSERT_TRUE(begins("(?:(?<![가-힣])수|백)", "백", DJ_AFTER_HANGUL));
    CU_ASSERT_FALSE(begins("(?:(?<![가-힣])수|백)", "수", DJ_AFTER_HANGUL));
    CU_ASSERT_TRUE(begins("가?(?<![가-힣])나", "가", DJ_AFTER_HANGUL));
    CU_ASSERT_FALSE(begins("가?(?<![가-힣])나", "나", DJ_AFTER_HANGUL));
}

static void case_is_folded_where_flags_say_so(void)
{
    CU_ASSERT_TRUE(begins("(?i)up to", "U", DJ_AFTER_OTHER));
    CU_ASSERT_FALSE(begins("(?:(?i)x)?up", "U", DJ_AFTER_OTHER));
    CU_ASSERT_TRUE(begins("(?:(?i:x)|up)", "X", DJ_AFTER_OTHER));
    CU_ASSERT_FALSE(begins("(?:(?i:x)|up)", "U", DJ_AFTER_OTHER));
    CU_ASSERT_TRUE(begins("(?i)k", "\xE2\x84\xAA", DJ_AFTER_OTHER)); /* the Kelvin sign */
    CU_ASSERT_TRUE(begins("(?i)é", "É", DJ_AFTER_OTHER));
}

static void what_is_not_understood_may_begin_anywhere(void)
{
    CU_ASSERT_TRUE(is_any("(?x) a"));
    CU_ASSERT_TRUE(is_any("(?<a>x)?(?(<a>)b|c)"));
    CU_ASSERT_TRUE(is_any("(?<a>x)(?&a)|(?&a)y"));
    CU_ASSERT_TRUE(is_any("[[:alpha:]]"));
    CU_ASSERT_TRUE(is_any("\\Qa\\E"));
    CU_ASSERT_FALSE(is_any("\\b(?=a)\\p{L}+$"));
}

/* every match that a search finds begins where the dispatch says that one may */
static void no_match_is_ever_missed(void)
{
    static const char *const patterns[] = {
        "(?<![가-힣])(?:수|몇 ?)?[십백천만]+(?= ?명)", "(?i)\\bto\\b|s{2,}", "[^\\s가-힣]+", "\\S\\d", "(?<=제)\\d+|\\h+\\d",
        "(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?%?", "[]x-]+", "[\\w.+-]+@", "\\R+|\\.", "[^]a]{2}", "(?s-i:.)다", "\\N\\X명", "\\D\\W\\H"};
    const dj_slice text = DJ_S("제3차 수백 명이 1,234.5% To ASS ss ſs x-] a@b.c\r\n 몇 천명]다. \xC2\xA0" "9\xF0\x9F\x93\x8C끝\xE2\x80\xA8-");
    dj_scratch *scratch = dj_scratch_new();
    for (size_t p = 0; p < sizeof patterns / sizeof *patterns; p++) {
        char message[100];
        size_t offset, n = 0;
        bool any;
        arena = dj_arena_new();
        dj_dispatch *dispatch = dispatch_of(patterns[p], &any);
        dj_regex *regex = dj_regex_new(dj_slice_of(patterns[p]), DJ_REGEX_ANCHORED, message, sizeof message, &offset);
        CU_ASSERT_FALSE(any);
        dj_before before = DJ_AFTER_OTHER;
        for (size_t at = 0; at < text.n;) {
            size_t from = at;
            uint32_t rune = dj_utf8_next(text, &at);
            bool is_match = dj_regex_find(regex, scratch, text, from, true) == DJ_MATCH;
            n += is_match;
            CU_ASSERT_TRUE(!is_match || dj_dispatch_at(dispatch, rune, before));
            before = dj_before_of(rune);
        }
        CU_ASSERT_TRUE(n > 0);
        dj_regex_free(regex);
        dj_arena_free(arena);
    }
    dj_scratch_free(scratch);
}

static void many_rules_share_a_table(void)
{
    enum { RULES = 150 };
    const dj_first *firsts[RULES];
    arena = dj_arena_new();
    for (size_t i = 0; i < RULES; i++) {
        char pattern[16];
        dj_first *first = dj_alloc(arena, sizeof *first);
        snprintf(pattern, sizeof pattern, "\\x{%zx}|z", 0xAC00 + i);
        dj_first_of(arena, dj_slice_copy(arena, dj_slice_of(pattern)), first);
        firsts[i] = i == 70 ? NULL : first;
    }
    dj_dispatch *dispatch = dj_dispatch_new(arena, firsts, RULES);
    CU_ASSERT_EQUAL(dj_dispatch_words(dispatch), 3);
    const uint64_t *rules = dj_dispatch_at(dispatch, 0xAC00 + 140, DJ_AFTER_OTHER);
    CU_ASSERT_TRUE(rules && rules[0] == 0 && rules[1] == 0 && rules[2] == (uint64_t)1 << (140 - 128));
    CU_ASSERT_PTR_NULL(dj_dispatch_at(dispatch, 0xAC00 + 70, DJ_AFTER_OTHER));
    rules = dj_dispatch_at(dispatch, 'z', DJ_AFTER_DIGIT);
    CU_ASSERT_TRUE(rules && rules[0] == UINT64_MAX && rules[1] == ~((uint64_t)1 << 6) && rules[2] == ((uint64_t)1 << 22) - 1);
    CU_ASSERT_PTR_NULL(dj_dispatch_at(dispatch, 0x1F4CC, DJ_AFTER_OTHER));
    dj_arena_free(arena);
}

SUITE("rule/first", {"alternatives and options are followed", alternatives_and_options_are_followed},
      {"look-behind forbids contexts", look_behind_forbids_contexts},
      {"case is folded where flags say so", case_is_folded_where_flags_say_so},
      {"what is not understood may begin anywhere", what_is_not_understood_may_begin_anywhere},
      {"no match is ever missed", no_match_is_ever_missed},
      {"many rules share a table", many_rules_share_a_table})
