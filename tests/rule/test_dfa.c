#include "rule/dfa.h"

#include "base/utf8.h"
#include "rule/dispatch.h"
#include "suite.h"

/* where the automaton stands behind the letters of `text`, the first of which is before the place */
static uint32_t behind(const dj_dfa *dfa, const char *text)
{
    dj_slice letters = dj_slice_of(text);
    uint32_t state = DJ_DFA_START;
    for (size_t at = 0; at < letters.n && state != DJ_DFA_MATCH;) {
        uint32_t rune = dj_utf8_next(letters, &at);
        state = dj_dfa_next(dfa, state, rune < DJ_LETTERS ? rune : (uint32_t)DJ_LETTER_FAR);
    }
    return state;
}

static dj_dfa made(dj_arena *arena, const char *pattern)
{
    return dj_dfa_new(arena, arena, dj_slice_of(pattern), DJ_DFA_WHILE_RUN);
}

static bool are_same(const dj_dfa *a, const dj_dfa *b)
{
    return a->n_states == b->n_states && memcmp(a->states, b->states, (a->n_states + 1) * sizeof *a->states) == 0 &&
           memcmp(a->moves, b->moves, a->states[a->n_states].first * sizeof *a->moves) == 0;
}

static void what_is_known_is_what_would_be_made(void)
{
    dj_arena *arena = dj_arena_new();
    dj_diags diags = {.arena = arena};
    const char *path = RULES_DIR;
    dj_rules *rules = dj_rules_load(arena, &path, 1, &diags);
    size_t n = 0;
    CU_ASSERT_PTR_NOT_NULL_FATAL(rules);
    for (size_t p = 0; p < dj_rules_packs(rules); p++) {
        const dj_pack *pack = dj_rules_pack_at(rules, p);
        const dj_slice *patterns = dj_pack_walked(arena, pack);
        for (size_t i = 0; i < pack->n_rules + DJ_SEARCHED; i++) {
            dj_arena *work = dj_arena_new();
            if (patterns[i].n) {
                dj_dfa known = dj_dfa_of(arena, work, patterns[i]), again = dj_dfa_of(arena, work, patterns[i]);
                dj_dfa new = dj_dfa_new(arena, work, patterns[i], DJ_DFA_WHILE_BUILT);
                CU_ASSERT_TRUE(known.n_states > 0 && known.moves == again.moves); /* the program's own */
                CU_ASSERT_TRUE(are_same(&known, &new));
                n++;
            }
            dj_arena_free(work);
        }
    }
    CU_ASSERT_TRUE(n > 200);
    dj_rules_free(rules);
    dj_arena_free(arena);
}

static void states_that_lead_alike_are_one(void)
{
    dj_arena *arena = dj_arena_new();
    dj_dfa one = made(arena, "[가나]다라마"), many = made(arena, "가다라마|나다(?:라마|라(?:마|마))");
    CU_ASSERT_EQUAL(one.n_states, 5); /* before the place, and before each letter */
    CU_ASSERT_EQUAL(many.n_states, 5);
    CU_ASSERT_EQUAL(behind(&many, " 나다라마"), DJ_DFA_MATCH);
    CU_ASSERT_EQUAL(behind(&many, " 나다라"), behind(&many, " 가다라"));
    CU_ASSERT_EQUAL(behind(&many, " 나라"), DJ_DFA_DEAD);
    dj_arena_free(arena);
}

static void what_differs_little_is_kept_as_differences(void)
{
    static const char *const words[] = {"서울", "부산", "대구", "인천", "광주", "대전",
                                        "울산", "세종", "경기", "강원", "충북", "충남"};
    char pattern[400] = "[가-힣]{1,6}(?:";
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        snprintf(pattern + strlen(pattern), sizeof pattern - strlen(pattern), "%s%s", i ? "|" : "", words[i]);
    strcat(pattern, ")시");
    dj_arena *arena = dj_arena_new();
    dj_dfa dfa = made(arena, pattern);
    CU_ASSERT_TRUE(dfa.states[dfa.n_states].first < 4 * dfa.n_states); /* each by itself would have some twenty */
    CU_ASSERT_EQUAL(behind(&dfa, " 가나충남시"), DJ_DFA_MATCH);
    CU_ASSERT_EQUAL(behind(&dfa, " 충충남시"), DJ_DFA_MATCH);
    CU_ASSERT_EQUAL(behind(&dfa, " 가충시"), behind(&dfa, " 가나다"));
    CU_ASSERT_EQUAL(behind(&dfa, " 가나충남도"), behind(&dfa, " 가나다라마"));
    CU_ASSERT_EQUAL(behind(&dfa, " 가나 충남시"), DJ_DFA_DEAD);
    dj_arena_free(arena);
}

static void letters_past_two_bytes_are_one(void)
{
    dj_arena *arena = dj_arena_new();
    dj_dfa after = made(arena, "(?<!\U0001F4CC)가"), all = made(arena, "(?<![\\x{10000}-\\x{10FFFF}])가");
    CU_ASSERT_EQUAL(behind(&after, "\U0001F4CD가"), DJ_DFA_MATCH); /* another one is not forbidden */
    CU_ASSERT_EQUAL(behind(&all, "\U0001F4CD가"), DJ_DFA_DEAD);
    CU_ASSERT_EQUAL(behind(&all, "나가"), DJ_DFA_MATCH);
    dj_arena_free(arena);
}

/* where among the last letters an a was: 2 to the power of 13 states */
static void what_takes_too_much_may_match(void)
{
    dj_arena *arena = dj_arena_new();
    dj_dfa dfa = made(arena, "[ab]*a[ab][ab][ab][ab][ab][ab][ab][ab][ab][ab][ab][ab]c");
    CU_ASSERT_TRUE(dfa.n_states > 0 && dfa.n_states <= DJ_DFA_WHILE_RUN);
    CU_ASSERT_EQUAL(behind(&dfa, " abbabababbbab"), DJ_DFA_MATCH);
    CU_ASSERT_EQUAL(behind(&dfa, " abbac"), DJ_DFA_DEAD);
    dj_arena_free(arena);
}

static void what_may_match_nothing_has_no_automaton(void)
{
    dj_arena *arena = dj_arena_new();
    CU_ASSERT_EQUAL(made(arena, "가?").n_states, 0);
    CU_ASSERT_EQUAL(made(arena, "(?<=가)나*").n_states, 0);
    CU_ASSERT_EQUAL(made(arena, "(?<a>가)\\k<a>").n_states, 0);
    CU_ASSERT_TRUE(made(arena, "가+").n_states > 0);
    dj_arena_free(arena);
}

SUITE("rule/dfa", {"what is known is what would be made", what_is_known_is_what_would_be_made},
      {"states that lead alike are one", states_that_lead_alike_are_one},
      {"what differs little is kept as differences", what_differs_little_is_kept_as_differences},
      {"letters past two bytes are one", letters_past_two_bytes_are_one},
      {"what takes too much may match", what_takes_too_much_may_match},
      {"what may match nothing has no automaton", what_may_match_nothing_has_no_automaton})
