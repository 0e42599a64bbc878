#include "suite.h"

#include "base/utf8.h"
#include "rule/dispatch.h"
#include "rule/regex.h"

static dj_arena *arena;

static dj_dispatch *dispatch_of(const char *pattern, bool *is_any)
{
    const dj_slice patterns[] = {dj_slice_of(pattern)};
    dj_dispatch *dispatch = dj_dispatch_new(arena, patterns, 1);
    *is_any = !dj_dispatch_has(dispatch, 0);
    return dispatch;
}

/* whether the walk says that a match of `pattern` may begin at `at` of text */
static bool begins_at(const char *pattern, const char *text, size_t at)
{
    bool any, okay = false;
    uint64_t rules;
    size_t from;
    arena = dj_arena_new();
    dj_steps *steps = dj_steps_new();
    dj_walk walk = dj_walk_begin(dispatch_of(pattern, &any), steps, dj_slice_of(text), 0);
    while (dj_walk_next(&walk, &from, &rules))
        okay |= from == at;
    dj_steps_free(steps);
    dj_arena_free(arena);
    return okay && !any;
}

/* whether a match may begin with `text`, behind `before` */
static bool begins(const char *pattern, const char *before, const char *text)
{
    char whole[100];
    snprintf(whole, sizeof whole, "%s%s", before, text);
    return begins_at(pattern, whole, strlen(before));
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
    CU_ASSERT_TRUE(begins("가|나다", "", "나다"));
    CU_ASSERT_FALSE(begins("가|나다", "", "다"));
    CU_ASSERT_FALSE(begins("가마|나다", "", "나라"));
    CU_ASSERT_FALSE(begins("가마|나다", "", "나"));
    CU_ASSERT_TRUE(begins("가?(?:나|[다-라])*마", "", "라마"));
    CU_ASSERT_TRUE(begins("가?(?:나|[다-라])*마", "", "마"));
    CU_ASSERT_FALSE(begins("가{1,3}나", "", "나"));
    CU_ASSERT_TRUE(begins("가{0,3}나", "", "나"));
    CU_ASSERT_FALSE(begins("가{3}나", "", "가가나"));
    CU_ASSERT_TRUE(begins("가{3}나", "", "가가가나"));
    CU_ASSERT_TRUE(begins("(?<num>(?P<low>(?'high'\\d)))", "", "7"));
    CU_ASSERT_TRUE(begins("[^\\W_]x", "", "Ax"));
    CU_ASSERT_FALSE(begins("[^가]x", "", "가x"));
    CU_ASSERT_TRUE(begins("\\x{1F4CC}", "", "\xF0\x9F\x93\x8C"));
}

static void the_letters_behind_a_figure_count(void)
{
    CU_ASSERT_TRUE(begins("[\\d,.]+ ?억 ?원", "", "1,234.5억원"));
    CU_ASSERT_FALSE(begins("\\d+ ?억 ?원", "", "1,234.5억원")); /* at the 5 */
    CU_ASSERT_TRUE(begins("\\d+ ?억 ?원", "", "12 억 원"));
    CU_ASSERT_FALSE(begins("\\d+ ?억 ?원", "", "12명"));
    CU_ASSERT_FALSE(begins("\\d+ ?억 ?원", "", "12 명"));
    CU_ASSERT_FALSE(begins("\\d+ ?억 ?원", "", "12"));
    CU_ASSERT_TRUE(begins("\\d{1,2}", "", "12345"));
    CU_ASSERT_TRUE(begins("\\d{4}년", "", "2025년"));
    CU_ASSERT_TRUE(begins("5, 6", "", "5, 6"));
    CU_ASSERT_TRUE(begins("\\d(?:(?<=[조억])일|월)", "", "5월"));
    CU_ASSERT_FALSE(begins("\\d(?:(?<=[조억])일|월)", "", "5일")); /* no 조 or 억 is before it */
    CU_ASSERT_TRUE(begins("\\d(?:(?<=[조억]|\\d)일|월)", "", "5일"));
    CU_ASSERT_TRUE(begins("\\d(?:(?<=[조억]\\d)일|월)", "", "5일"));
}

static void look_behind_forbids_contexts(void)
{
    CU_ASSERT_FALSE(begins("(?<![\\d.,])\\d+", "1", "5"));
    CU_ASSERT_TRUE(begins("(?<![\\d.,])\\d+", "가", "5"));
    CU_ASSERT_FALSE(begins("(?<![가-힣]|\\d)수", "가", "수"));
    CU_ASSERT_FALSE(begins("(?<![가-힣]|\\d)수", "1", "수"));
    CU_ASSERT_TRUE(begins("(?<![가-힣]|\\d)수", "a", "수"));
    CU_ASSERT_TRUE(begins("(?<![가-하])수", "힣", "수")); /* not all of Hangul */
    CU_ASSERT_TRUE(begins("(?<!제[0-9])5", "1", "5"));
    CU_ASSERT_TRUE(begins("(?:(?<![가-힣])수|백)", "가", "백"));
    CU_ASSERT_FALSE(begins("(?:(?<![가-힣])수|백)", "가", "수"));
    CU_ASSERT_TRUE(begins("가?(?<![가-힣])나|가나", "가", "가나"));
    CU_ASSERT_FALSE(begins("가?(?<![가-힣])나", "가", "나"));
    CU_ASSERT_FALSE(begins("(?<=[가-힣])5", "1", "5"));
}

static void the_begin_of_a_text_or_line_is_told(void)
{
    CU_ASSERT_TRUE(begins("^가", "", "가"));
    CU_ASSERT_TRUE(begins("(?m)^가", "나\n", "가"));
    CU_ASSERT_FALSE(begins("^가", "나", "가"));
    CU_ASSERT_FALSE(begins("(?:^|다)[가-힣]+=", "나", "가="));
    CU_ASSERT_TRUE(begins("(?:^|다)[가-힣]+=", "나", "다가="));
    CU_ASSERT_FALSE(begins("\\A가", "나", "가"));
}

static void case_is_folded_where_flags_say_so(void)
{
    CU_ASSERT_TRUE(begins("(?i)up to", "", "UP TO"));
    CU_ASSERT_FALSE(begins("(?:(?i)x)?up", "", "Up"));
    CU_ASSERT_TRUE(begins("(?:(?i:x)|up)", "", "X"));
    CU_ASSERT_FALSE(begins("(?:(?i:x)|up)", "", "Up"));
    CU_ASSERT_TRUE(begins("(?i)k", "", "\xE2\x84\xAA")); /* the Kelvin sign */
    CU_ASSERT_TRUE(begins("(?i)é", "", "É"));
    CU_ASSERT_TRUE(begins("(?i)[0-9０-９]x", "", "９X"));
    CU_ASSERT_FALSE(begins("(?i)[0-9０-９]x", "", "가x")); /* wide digits have no case */
}

static void what_is_not_understood_may_begin_anywhere(void)
{
    CU_ASSERT_TRUE(is_any("(?x) a"));
    CU_ASSERT_TRUE(is_any("(?<a>x)?(?(?=b)b|c)"));
    CU_ASSERT_TRUE(is_any("(?<a>x)(?&a)|(?&a)y"));
    CU_ASSERT_TRUE(is_any("[[:alpha:]]"));
    CU_ASSERT_TRUE(is_any("\\Qa\\E"));
    CU_ASSERT_FALSE(is_any("\\b(?=a)\\p{L}+$"));
}

/* at every place where a pattern matches, the walk stops */
static void no_match_is_ever_missed(void)
{
    static const char *const patterns[] = {"(?<![가-힣])(?:수|몇 ?)?[십백천만]+(?= ?명)",
                                           "(?i)\\bto\\b|s{2,}",
                                           "[^\\s가-힣]+",
                                           "\\S\\d",
                                           "(?<=제)\\d+|\\h+\\d",
                                           "(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?%?",
                                           "\\d(?:\\.|,)(?:\\d|,)*(?<=[0-9])%",
                                           "(?:(?:제|\\d)+차? ?)*(?<=\\h)수",
                                           "(?<a>몇 ?)?(?(<a>)천|수)[백명]",
                                           "(?<a>몇 )?(?('a')천)+[명이]",
                                           "[]x-]+",
                                           "[\\w.+-]+@",
                                           "\\R+|\\.",
                                           "[^]a]{2}",
                                           "(?s-i:.)다",
                                           "\\N\\X명",
                                           "\\d+\\z|-$",
                                           "\\D\\W\\H"};
    const dj_slice text = DJ_S("제3차 수백 명이 1,234.5% To ASS ss ſs x-] a@b.c\r\n 몇 천명]다. \xC2\xA0"
                               "9\xF0\x9F\x93\x8C끝\xE2\x80\xA8-5");
    dj_scratch *scratch = dj_scratch_new();
    for (size_t p = 0; p < sizeof patterns / sizeof *patterns; p++) {
        char message[100];
        size_t offset, n = 0, stop = 0;
        bool any;
        uint64_t rules;
        arena = dj_arena_new();
        dj_steps *steps = dj_steps_new();
        dj_walk walk = dj_walk_begin(dispatch_of(patterns[p], &any), steps, text, 0);
        dj_regex *regex = dj_regex_new(dj_slice_of(patterns[p]), message, sizeof message, &offset);
        CU_ASSERT_FALSE(any);
        bool has_stop = dj_walk_next(&walk, &stop, &rules);
        for (size_t at = 0; at < text.n; dj_utf8_next(text, &at)) {
            bool is_match = dj_regex_find(regex, scratch, text, at, true) == DJ_MATCH;
            n += is_match;
            CU_ASSERT_TRUE(!is_match || (has_stop && stop == at));
            if (has_stop && stop == at)
                has_stop = dj_walk_next(&walk, &stop, &rules);
        }
        CU_ASSERT_TRUE(n > 0);
        dj_regex_free(regex);
        dj_steps_free(steps);
        dj_arena_free(arena);
    }
    dj_scratch_free(scratch);
}

static void many_rules_share_a_table(void)
{
    enum { RULES = 150 };
    dj_slice patterns[RULES];
    uint64_t rules[3];
    size_t from;
    arena = dj_arena_new();
    for (size_t i = 0; i < RULES; i++) {
        char pattern[16];
        snprintf(pattern, sizeof pattern, "\\x{%zx}|z", 0xAC00 + i);
        patterns[i] = i == 70 ? DJ_NONE : dj_slice_copy(arena, dj_slice_of(pattern));
    }
    dj_dispatch *dispatch = dj_dispatch_new(arena, patterns, RULES);
    CU_ASSERT_EQUAL(dj_dispatch_words(dispatch), 3);
    dj_steps *steps = dj_steps_new();
    dj_walk walk = dj_walk_begin(dispatch, steps, DJ_S("\uAC8C\uAC46\U0001F4CCz"), 0);
    CU_ASSERT_TRUE(dj_walk_next(&walk, &from, rules) && from == 0);
    CU_ASSERT_TRUE(rules[0] == 0 && rules[1] == 0 && rules[2] == (uint64_t)1 << (140 - 128));
    CU_ASSERT_TRUE(dj_walk_next(&walk, &from, rules) && from == 10);
    CU_ASSERT_TRUE(rules[0] == UINT64_MAX && rules[1] == ~((uint64_t)1 << 6) && rules[2] == ((uint64_t)1 << 22) - 1);
    CU_ASSERT_FALSE(dj_walk_next(&walk, &from, rules));
    dj_steps_free(steps);
    dj_arena_free(arena);
}

/* loops in loops are walked again and again: the budget ends it */
static void nested_loops_end_soon(void)
{
    char pattern[2000] = "";
    for (int i = 0; i < 200; i++)
        strcat(pattern, "(?:a");
    for (int i = 0; i < 200; i++)
        strcat(pattern, "b?)+");
    CU_ASSERT_TRUE(is_any(pattern) || begins(pattern, "", "aaa"));
}

SUITE("rule/nfa", {"alternatives and options are followed", alternatives_and_options_are_followed},
      {"look-behind forbids contexts", look_behind_forbids_contexts},
      {"the begin of a text or line is told", the_begin_of_a_text_or_line_is_told},
      {"case is folded where flags say so", case_is_folded_where_flags_say_so},
      {"what is not understood may begin anywhere", what_is_not_understood_may_begin_anywhere},
      {"no match is ever missed", no_match_is_ever_missed},
      {"the letters behind a figure count", the_letters_behind_a_figure_count}, {"nested loops end soon", nested_loops_end_soon},
      {"many rules share a table", many_rules_share_a_table})
