/* Which figure alone is not what all others count of its noun (align/counted.h). */
#include "suite.h"

#include "align/counted.h"
#include "engine/engine.h"

enum { VOICES = 3 };

typedef struct counts {
    dj_arena *arena;
    dj_contexts *contexts; /* which `counted` points to */
    dj_counted *counted;
} counts;

static dj_rules *rules; /* loaded once: they are read only */

/* a story a text, each of a source of its own */
static counts count(const char *const *texts, size_t n)
{
    counts c = {.arena = dj_arena_new()};
    c.contexts = dj_alloc(c.arena, sizeof *c.contexts);
    dj_diags diags = {.arena = c.arena};
    dj_stories stories = {.arena = c.arena};
    dj_buf lines = dj_buf_new(SIZE_MAX);
    for (size_t i = 0; i < n; i++)
        dj_buf_fmt(&lines, "{\"id\":\"%zu\",\"source\":\"신문 %zu\",\"published\":\"2025-02-05\",\"text\":\"%s\"}\n", i, i,
                   texts[i]);
    dj_read_options reading = {.format = DJ_FORMAT_JSONL, .max_bytes = 1 << 20};
    dj_read_bytes(dj_slice_copy(c.arena, dj_buf_slice(&lines)), DJ_S("rows.jsonl"), DJ_NONE, &reading, &stories, &diags);
    dj_buf_free(&lines);
    dj_run_options options = {.date = DJ_NO_DAY};
    dj_result result = {0};
    dj_run_stages(c.arena, rules, &stories, &options, &diags, &result);
    CU_ASSERT_EQUAL_FATAL(result.sets.n, 1);
    const dj_set *set = &result.sets.at[0]->set;
    dj_scratch *scratch = dj_scratch_new();
    dj_contexts_make(c.arena, set, dj_rules_settings(rules), scratch, c.contexts);
    uint32_t *said = dj_alloc(c.arena, (c.contexts->n + 1) * sizeof *said);
    for (size_t i = 0; i < c.contexts->n; i++)
        said[i] = c.contexts->at[i].value;
    c.counted = dj_counted_make(c.arena, set, c.contexts, said, VOICES);
    dj_scratch_free(scratch);
    return c;
}

/* the figures of this text that stand out against the other one, anywhere in the set */
static size_t departures(const counts *c, const char *figure, const char *usual)
{
    size_t n = 0;
    for (uint32_t i = 0; i < c->contexts->n; i++)
        for (uint32_t j = 0; j < c->contexts->n; j++)
            n += dj_slice_is(dj_mention_text(c->contexts->at[i].mention), figure) &&
                 dj_slice_is(dj_mention_text(c->contexts->at[j].mention), usual) && dj_counted_departs(c->counted, i, j);
    return n;
}

#define COUNT(...) count((const char *const[]){__VA_ARGS__}, sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

static void the_noun_may_stand_behind_or_before(void)
{
    counts c = COUNT("시는 44개 대안학교를 돕는다.", "44개 대안학교가 문을 연다.", "급식을 받는 44개 대안학교는 다르다.",
                     "비가 새는 42개 대안학교를 고친다.");
    CU_ASSERT_EQUAL(departures(&c, "42개", "44개"), 3);
    CU_ASSERT_EQUAL(departures(&c, "44개", "42개"), 0);
    dj_arena_free(c.arena);
    c = COUNT("돈을 번 택배기사는 559명이다.", "빠른 택배기사는 559명으로 집계됐다.", "그런 택배기사가 559명이었다.",
              "그런데 택배기사는 459명이라고 한다.");
    CU_ASSERT_EQUAL(departures(&c, "459명", "559명"), 3);
    dj_arena_free(c.arena);
}

static void others_must_be_many_and_of_one_mind(void)
{
    counts c = COUNT("시는 44개 대안학교를 돕는다.", "44개 대안학교가 문을 연다.", "비가 새는 42개 대안학교를 고친다.");
    CU_ASSERT_EQUAL(departures(&c, "42개", "44개"), 0);
    dj_arena_free(c.arena);
    c = COUNT("시는 44개 대안학교를 돕는다.", "44개 대안학교가 문을 연다.", "급식을 받는 44개 대안학교는 다르다.",
              "비가 새는 42개 대안학교를 고친다.", "도내 17개 대안학교도 있다.");
    CU_ASSERT_EQUAL(departures(&c, "42개", "44개"), 0);
    dj_arena_free(c.arena);
    c = COUNT("시는 44개 대안학교를 돕는다.", "44개 대안학교가 문을 연다.", "급식을 받는 44개 대안학교는 다르다.",
              "비가 새는 42개 대안학교를 고친다.", "문 닫은 42개 대안학교를 판다.");
    CU_ASSERT_EQUAL(departures(&c, "42개", "44개"), 0);
    dj_arena_free(c.arena);
}

static void only_a_digit_may_differ_and_none_below_ten(void)
{
    counts c = COUNT("시는 44개 대안학교를 돕는다.", "44개 대안학교가 문을 연다.", "급식을 받는 44개 대안학교는 다르다.",
                     "비가 새는 17개 대안학교를 고친다.");
    CU_ASSERT_EQUAL(departures(&c, "17개", "44개"), 0);
    dj_arena_free(c.arena);
    c = COUNT("시는 8개 대안학교를 돕는다.", "8개 대안학교가 문을 연다.", "급식을 받는 8개 대안학교는 다르다.",
              "비가 새는 3개 대안학교를 고친다.");
    CU_ASSERT_EQUAL(departures(&c, "3개", "8개"), 0);
    dj_arena_free(c.arena);
    c = COUNT("시는 10개 대안학교를 돕는다.", "10개 대안학교가 문을 연다.", "급식을 받는 10개 대안학교는 다르다.",
              "비가 새는 12개 대안학교를 고친다.");
    CU_ASSERT_EQUAL(departures(&c, "12개", "10개"), 3);
    dj_arena_free(c.arena);
}

static void a_sentence_in_which_two_depart_tells_of_another_thing(void)
{
    counts c = COUNT("안건은 찬성 242표, 반대 391표로 부결됐다.", "의회는 찬성 242표, 반대 391표로 등을 돌렸다.",
                     "찬성 242표, 반대 391표였다.", "첫 표결은 찬성 202표, 반대 432표였다.");
    CU_ASSERT_EQUAL(departures(&c, "202표", "242표"), 0);
    dj_arena_free(c.arena);
    c = COUNT("안건은 찬성 242표, 반대 391표로 부결됐다.", "의회는 찬성 242표, 반대 391표로 등을 돌렸다.",
              "찬성 242표, 반대 391표였다.", "첫 표결은 찬성 202표, 반대 391표였다.");
    CU_ASSERT_EQUAL(departures(&c, "202표", "242표"), 3);
    dj_arena_free(c.arena);
    c = COUNT("목수 35명이 비가 새는 42개 대안학교를 고친다.", "시는 44개 대안학교를 돕는다.", "44개 대안학교가 문을 연다.",
              "급식을 받는 44개 대안학교는 다르다.");
    CU_ASSERT_EQUAL(departures(&c, "42개", "44개"), 3);
    dj_arena_free(c.arena);
}

static void what_is_counted_of_a_place_that_no_other_names_is_another_number(void)
{
    counts c = COUNT("이날 환자는 34명이다.", "치료를 받는 환자는 34명이다.", "환자 34명이 걸어 나왔다.",
                     "새봄병원 환자 24명이 걸어 나왔다.");
    CU_ASSERT_EQUAL(departures(&c, "24명", "34명"), 0);
    dj_arena_free(c.arena);
    c = COUNT("이날 환자는 34명이다.", "치료를 받는 환자는 34명이다.", "새봄병원에서 환자 34명이 걸어 나왔다.",
              "새봄병원 환자는 24명이었다.");
    CU_ASSERT_EQUAL(departures(&c, "24명", "34명"), 3);
    dj_arena_free(c.arena);
    c = COUNT("이날 환자는 34명이다.", "치료를 받는 환자는 34명이다.", "환자가 34명이라고 한다.", "다친 환자는 24명이었다.");
    CU_ASSERT_EQUAL(departures(&c, "24명", "34명"), 3);
    dj_arena_free(c.arena);
}

static const test_case cases[] = {
    {"the noun may stand behind or before", the_noun_may_stand_behind_or_before},
    {"others must be many and of one mind", others_must_be_many_and_of_one_mind},
    {"only a digit may differ and none below ten", only_a_digit_may_differ_and_none_below_ten},
    {"a sentence in which two depart tells of another thing", a_sentence_in_which_two_depart_tells_of_another_thing},
    {"what is counted of a place that no other names is another number",
     what_is_counted_of_a_place_that_no_other_names_is_another_number},
};

int main(void)
{
    dj_arena *arena = dj_arena_new();
    dj_diags diags = {.arena = arena};
    const char *directories[] = {RULES_DIR};
    rules = dj_rules_load(arena, directories, 1, &diags);
    int status = rules ? suite_run("align/counted", cases, sizeof cases / sizeof cases[0]) : 2;
    dj_rules_free(rules);
    dj_arena_free(arena);
    return status;
}
