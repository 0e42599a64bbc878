/* What speaks for two figures being of one fact, a pair of sentences for each feature (align/evidence.def). */
#include "suite.h"

#include <math.h>

#include "align/link.h"
#include "engine/engine.h"

#define NEARLY(a, b) CU_ASSERT_DOUBLE_EQUAL(a, b, 0.0005)

static dj_rules *rules; /* loaded once: they are read only */

typedef struct weighed {
    dj_arena *arena;
    dj_set *set;
    dj_contexts contexts;
} weighed;

typedef struct said {
    const char *published, *text, *figure; /* the text of the mention that is looked at */
} said;

static weighed read_two(said a, said b)
{
    weighed w = {.arena = dj_arena_new()};
    dj_diags diags = {.arena = w.arena};
    dj_buf lines = dj_buf_new(SIZE_MAX);
    dj_buf_fmt(&lines, "{\"id\":\"1\",\"source\":\"가신문\",\"published\":\"%s\",\"text\":\"%s\"}\n", a.published, a.text);
    dj_buf_fmt(&lines, "{\"id\":\"2\",\"source\":\"나신문\",\"published\":\"%s\",\"text\":\"%s\"}\n", b.published, b.text);
    dj_stories stories = {.arena = w.arena};
    dj_read_options reading = {.format = DJ_FORMAT_JSONL, .max_bytes = 1 << 20};
    dj_read_bytes(dj_slice_copy(w.arena, dj_buf_slice(&lines)), DJ_S("rows.jsonl"), DJ_NONE, &reading, &stories, &diags);
    dj_buf_free(&lines);
    dj_run_options options = {.date = DJ_NO_DAY};
    dj_result result = {0};
    dj_run_stages(w.arena, rules, &stories, &options, &diags, &result);
    CU_ASSERT_EQUAL_FATAL(result.sets.n, 1);
    w.set = &result.sets.at[0]->set;
    dj_scratch *scratch = dj_scratch_new();
    dj_contexts_make(w.arena, w.set, dj_rules_settings(rules), scratch, &w.contexts);
    dj_scratch_free(scratch);
    return w;
}

static uint32_t context_of(const weighed *w, uint32_t story, const char *figure)
{
    for (uint32_t i = 0; i < w->contexts.n; i++)
        if (w->contexts.at[i].story == story && dj_slice_is(dj_mention_text(w->contexts.at[i].mention), figure))
            return i;
    printf("\n    no figure %s in story %u", figure, story + 1);
    CU_FAIL_FATAL("no such figure");
    return 0;
}

/* the evidence for the two figures; their likeness, slot and cover as they are, their margin as if they were the only pair */
static dj_evidence weigh(said a, said b)
{
    weighed w = read_two(a, b);
    dj_pair pair = {.a = context_of(&w, 0, a.figure), .b = context_of(&w, 1, b.figure)};
    const dj_context *x = &w.contexts.at[pair.a], *y = &w.contexts.at[pair.b];
    dj_contexts_hold(x, y, &pair.likeness, &pair.cover);
    pair.slot = dj_context_slot(x, y);
    dj_evidence evidence = {0};
    dj_evidence_of_pair(&w.contexts, &pair, &evidence);
    dj_arena_free(w.arena);
    return evidence;
}

/* one feature of figures in stories of one day */
static double feature(dj_feature which, const char *text_a, const char *figure_a, const char *text_b, const char *figure_b)
{
    return weigh((said){"2025-02-05", text_a, figure_a}, (said){"2025-02-05", text_b, figure_b}).of[which];
}

static double news(const char *published_a, const char *day_a, const char *published_b, const char *day_b)
{
    char a[256], b[256];
    snprintf(a, sizeof a, "경찰은 %s 강변 창고를 수색했다고 밝혔다.", day_a);
    snprintf(b, sizeof b, "경찰은 %s 강변 창고를 수색했다고 밝혔다.", day_b);
    return weigh((said){published_a, a, day_a}, (said){published_b, b, day_b}).of[DJ_FEATURE_NEWS];
}

static void each_story_tells_its_days_news(void)
{
    NEARLY(news("2025-01-29", "29일", "2025-01-30", "30일"), 1);
    NEARLY(news("2025-01-29", "28일", "2025-01-30", "29일"), 1); /* of the day before, both of them */
    NEARLY(news("2025-01-29", "27일", "2025-01-30", "28일"), 0); /* two days back is no news of the day */
    NEARLY(news("2025-01-29", "29일", "2025-01-30", "29일"), 0);
    NEARLY(news("2025-01-30", "29일", "2025-01-30", "29일"), 0); /* one day's stories */
}

static void the_lead_is_three_sentences(void)
{
#define FILL "강변 창고에 불이 났다. 다친 사람은 없다. "
    NEARLY(feature(DJ_FEATURE_LEAD, FILL "경찰은 3일 수색했다.", "3일", FILL "경찰은 4일 수색했다.", "4일"), 1);
    NEARLY(feature(DJ_FEATURE_LEAD, FILL "소방차가 왔다. 경찰은 3일 수색했다.", "3일", FILL "경찰은 4일 수색했다.", "4일"), 0);
    NEARLY(feature(DJ_FEATURE_LEAD, FILL "경찰은 3일 수색했다.", "3일", FILL "소방차가 왔다. 경찰은 4일 수색했다.", "4일"), 0);
}

static void the_sentences_end_with_one_word(void)
{
    NEARLY(feature(DJ_FEATURE_VERB, "경찰은 3일 창고를 수색했다.", "3일", "검찰은 4일 집을 수색했다.", "4일"), 1);
    NEARLY(feature(DJ_FEATURE_VERB, "경찰은 3일 창고를 수색했다.", "3일", "검찰은 4일 집을 비웠다.", "4일"), 0);
    NEARLY(feature(DJ_FEATURE_VERB, "창고를 수색한 날은 3일.", "3일", "집을 수색한 날은 4일.", "4일"), 0); /* nothing follows */
}

static void a_time_of_day_stands_right_behind_both(void)
{
    NEARLY(
        feature(DJ_FEATURE_CLOCK, "경찰은 3일 오전 9시 창고를 수색했다.", "3일", "경찰은 4일 오전 9시 창고를 수색했다.", "4일"),
        1);
    NEARLY(
        feature(DJ_FEATURE_CLOCK, "경찰은 3일 오전 9시 창고를 수색했다.", "3일", "경찰은 4일 오전 8시 창고를 수색했다.", "4일"),
        0);
    NEARLY(feature(DJ_FEATURE_CLOCK, "경찰은 3일 강변에 있는 창고를 오전 9시 수색했다.", "3일",
                   "경찰은 4일 강변에 있는 창고를 오전 9시 수색했다.", "4일"),
           0);
    NEARLY(feature(DJ_FEATURE_CLOCK, "경찰은 3일 창고를 수색했다.", "3일", "경찰은 4일 창고를 수색했다.", "4일"), 0);
}

static void the_next_figure_is_the_same_or_another(void)
{
    NEARLY(feature(DJ_FEATURE_FIGURE, "3일 신청한 사람은 350명이다.", "3일", "4일 신청한 사람은 350명이다.", "4일"), 1);
    NEARLY(feature(DJ_FEATURE_FIGURE, "3일 신청한 사람은 350명이다.", "3일", "4일 신청한 사람은 920명이다.", "4일"), -1);
    NEARLY(feature(DJ_FEATURE_FIGURE, "3일 신청한 사람은 350명 이상이다.", "3일", "4일 신청한 사람은 350명이다.", "4일"), 1);
    NEARLY(feature(DJ_FEATURE_FIGURE, "3일 신청한 사람은 350명 이하다.", "3일", "4일 신청한 사람은 350명이다.", "4일"), 1);
    NEARLY(feature(DJ_FEATURE_FIGURE, "3일 신청한 사람은 3명이다.", "3일", "4일 신청한 사람은 3명이다.", "4일"),
           0); /* says little */
    NEARLY(feature(DJ_FEATURE_FIGURE, "3일 신청한 사람은 350명이다.", "3일", "4일 신청한 금액은 350원이다.", "4일"), 0);
    NEARLY(feature(DJ_FEATURE_FIGURE, "3일 신청한 사람은 350명이다.", "3일", "4일 시작해 5일 신청한 사람은 350명이다.", "4일"),
           0);
    NEARLY(feature(DJ_FEATURE_FIGURE, "3일 신청이 끝났다. 모두 350명이다.", "3일", "4일 신청한 사람은 350명이다.", "4일"), 0);
}

static void one_day_is_led_to(void)
{
    NEARLY(feature(DJ_FEATURE_LED, "지난 3일 창고를 수색했다.", "지난 3일", "4일 창고를 수색했다.", "4일"), 1);
    NEARLY(feature(DJ_FEATURE_LED, "지난 3일 창고를 수색했다.", "지난 3일", "지난 4일 창고를 수색했다.", "지난 4일"), 0);
}

static void the_same_is_quoted_beside_both(void)
{
    NEARLY(feature(DJ_FEATURE_SPEECH, "시장은 3일 “강변 공원 주차장 확대”라고 말했다.", "3일",
                   "시장은 4일 “강변 공원 주차장 확대”라고 말했다.", "4일"),
           1);
    NEARLY(feature(DJ_FEATURE_SPEECH, "시장은 3일 “강변 공원 주차장 확대”라고 말했다.", "3일",
                   "시장은 4일 “도서관 예산 열람실 증축”이라고 말했다.", "4일"),
           -1);
    NEARLY(feature(DJ_FEATURE_SPEECH, "시장은 3일 “강변 공원 주차장 확대”라고 말했다.", "3일",
                   "시장은 4일 “강변 예산 열람실 확대”라고 말했다.", "4일"),
           0); /* half of them */
    NEARLY(feature(DJ_FEATURE_SPEECH, "시장은 3일 “강변 공원 확대”라고 말했다.", "3일",
                   "시장은 4일 “강변 공원 주차장 확대”라고 말했다.", "4일"),
           0); /* too few words */
    NEARLY(feature(DJ_FEATURE_SPEECH, "시장은 3일 “강변 공원 주차장 확대”라고 말했다.", "3일",
                   "시장은 4일 “강변 공원 확대”라고 말했다.", "4일"),
           0);
    NEARLY(feature(DJ_FEATURE_SPEECH, "시장은 3일 ‘강변 공원 주차장 확대’라고 말했다.", "3일",
                   "시장은 4일 ‘강변 공원 주차장 확대’라고 말했다.", "4일"),
           0); /* a title */
}

static void days_are_near_by_the_calendar_or_the_keyboard(void)
{
    /* other sentences, so that their likeness does not make the days near */
#define DAYS(a, b) feature(DJ_FEATURE_NEAR, "경찰은 " a " 창고를 수색했다.", a, "노조와 회사가 " b " 임금에 합의했다.", b)
    NEARLY(DAYS("1월 13일", "1월 16일"), 1); /* three days */
    NEARLY(DAYS("1월 9일", "1월 15일"), 0);
    NEARLY(DAYS("1월 13일", "1월 31일"), 1); /* swapped */
    NEARLY(DAYS("1월 16일", "1월 26일"), 1); /* one digit */
    NEARLY(DAYS("1월 20일", "1월 28일"), 1);
    NEARLY(DAYS("1월 16일", "1월 27일"), 0);
    NEARLY(DAYS("1월 16일", "2월 16일"), 0); /* another month */
    NEARLY(DAYS("2021년 5월 6일", "2024년 5월 6일"), 1); /* a year of the decade */
    NEARLY(DAYS("2014년 5월 6일", "2024년 5월 6일"), 0);
    NEARLY(DAYS("2021년 5월 6일", "2024년 5월 7일"), 0);
    NEARLY(DAYS("2021년 5월", "2024년 5월"), 1);
    NEARLY(DAYS("2021년", "2024년"), 0);
    NEARLY(feature(DJ_FEATURE_NEAR, "경찰은 1월 6일 창고를 수색했다고 밝혔다.", "1월 6일",
                   "경찰은 1월 24일 창고를 수색했다고 밝혔다.", "1월 24일"),
           1); /* one sentence */
}

static void dates_without_a_word_in_common_are_faint(void)
{
    NEARLY(feature(DJ_FEATURE_FAINT, "경찰은 3일 창고를 수색했다.", "3일", "노조와 회사가 4일 임금에 합의했다.", "4일"), 1);
    NEARLY(feature(DJ_FEATURE_FAINT, "경찰은 3일 창고를 수색했다.", "3일", "경찰은 4일 창고를 수색했다.", "4일"), 0);
}

static void figures_are_of_one_time_or_of_two(void)
{
    NEARLY(feature(DJ_FEATURE_WHEN, "지난해 매출은 350억원이다.", "350억원", "2024년 매출은 920억원이다.", "920억원"), 1);
    NEARLY(feature(DJ_FEATURE_WHEN, "지난해 매출은 350억원이다.", "350억원", "올해 매출은 920억원이다.", "920억원"), -1);
    NEARLY(feature(DJ_FEATURE_WHEN, "지난해 매출은 350억원이다.", "350억원", "매출은 920억원이다.", "920억원"), 0);
    NEARLY(feature(DJ_FEATURE_WHEN, "매출 350억원은 지난해 것이다.", "350억원", "매출 920억원은 올해 것이다.", "920억원"),
           0); /* behind it */
    NEARLY(feature(DJ_FEATURE_WHEN, "지난해가 지났다. 매출은 350억원이다.", "350억원", "올해가 왔다. 매출은 920억원이다.",
                   "920억원"),
           0);
}

static void figures_are_of_one_period_or_of_two(void)
{
    NEARLY(feature(DJ_FEATURE_PERIOD, "물가는 올해 3.6% 오른다.", "3.6%", "물가는 올해 2.6% 오른다.", "2.6%"), 0);
    NEARLY(feature(DJ_FEATURE_PERIOD, "물가는 올해 3.6% 오른다.", "3.6%", "물가는 내년 2.6% 오른다.", "2.6%"), 1);
    NEARLY(feature(DJ_FEATURE_PERIOD, "물가는 올해 3.6% 오른다.", "3.6%", "물가는 내년보다 2.6% 낮다.", "2.6%"), 0);
    NEARLY(feature(DJ_FEATURE_PERIOD, "물가는 올해 3.6% 오른다.", "3.6%", "박 총재(2023년 6월)는 2.6%로 봤다.", "2.6%"), 0);
}

static void figures_are_told_as_a_rise_as_a_fall_or_as_what_is(void)
{
    NEARLY(feature(DJ_FEATURE_TOLD, "총액은 1500만 달러 많다.", "1500만 달러", "총액은 6500만 달러다.", "6500만 달러"), 1);
    NEARLY(feature(DJ_FEATURE_TOLD, "수출은 3.8%, 수입은 4.2% 각각 줄었다.", "3.8%", "수출은 3.9% 늘었다.", "3.9%"), 1);
    NEARLY(feature(DJ_FEATURE_TOLD, "수출은 3.8%(12억원) 줄었다.", "3.8%", "수출은 3.9% 감소했다.", "3.9%"), 0);
    NEARLY(feature(DJ_FEATURE_TOLD, "수출은 3.8% 줄었다.", "3.8%", "수출 감소율은 3.9%다.", "3.9%"), 0);
    NEARLY(feature(DJ_FEATURE_TOLD, "매출 59조원을 올렸다.", "59조원", "매출은 69조원이다.", "69조원"), 0);
}

static void figures_are_parts_of_one_whole_or_of_two(void)
{
    NEARLY(feature(DJ_FEATURE_WHOLE, "반도체는 수출의 20%를 차지한다.", "20%", "반도체는 수출의 25%를 차지한다.", "25%"), 1);
    NEARLY(feature(DJ_FEATURE_WHOLE, "반도체는 수출의 20%를 차지한다.", "20%", "반도체는 매출의 25%를 차지한다.", "25%"), -1);
    NEARLY(feature(DJ_FEATURE_WHOLE, "반도체는 수출의 20%를 차지한다.", "20%", "반도체는 지난해 25%를 차지한다.", "25%"), 0);
}

static void figures_are_reckoned_by_one_thing_or_by_two(void)
{
    NEARLY(feature(DJ_FEATURE_PER, "지원금은 월 30만원이다.", "30만원", "지원금은 월 80만원이다.", "80만원"), 0);
    NEARLY(feature(DJ_FEATURE_PER, "지원금은 월 30만원이다.", "30만원", "지원금은 연 80만원이다.", "80만원"), 1);
    NEARLY(feature(DJ_FEATURE_PER, "지원금은 월 30만원이다.", "30만원", "지원금은 80만원이다.", "80만원"), 0.5);
    NEARLY(feature(DJ_FEATURE_PER, "지원금은 가구당 30만원이다.", "30만원", "지원금은 학생당 80만원이다.", "80만원"), 1);
    NEARLY(feature(DJ_FEATURE_PER, "지원금은 가구당 30만원이다.", "30만원", "지원금은 가구당 80만원이다.", "80만원"), 0);
    NEARLY(feature(DJ_FEATURE_PER, "지원금은 가구당 30만원이다.", "30만원", "지원금은 80만원이다.", "80만원"), 0.5);
}

static void one_figure_is_what_the_other_is_held_against(void)
{
    NEARLY(feature(DJ_FEATURE_BASE, "매출이 350억원에서 크게 늘었다.", "350억원", "매출이 920억원에 그쳤다.", "920억원"), 1);
    NEARLY(feature(DJ_FEATURE_BASE, "매출이 350억원에서 크게 늘었다.", "350억원", "매출이 920억원보다 크게 늘었다.", "920억원"),
           0);
}

static void an_age_stands_behind_one_name(void)
{
    NEARLY(feature(DJ_FEATURE_NAMED, "경찰은 박민호(52) 씨를 불렀다.", "52", "검찰은 박민호(57) 씨를 만났다.", "57"), 2);
    NEARLY(feature(DJ_FEATURE_NAMED, "경찰은 박민호(52) 전 사장을 불렀다.", "52", "57세인 박민호 전 사장은 숨었다.", "57세"), 2);
    NEARLY(feature(DJ_FEATURE_NAMED, "경찰은 박모(52)씨를 불렀다.", "52", "검찰은 박모씨(57)를 만났다.", "57"), 1);
    NEARLY(feature(DJ_FEATURE_NAMED, "경찰은 박민호(52) 씨를 불렀다.", "52", "경찰은 최윤서(57) 씨를 불렀다.", "57"), 0);
}

static void figures_are_nearly_equal_or_a_fifth_apart(void)
{
#define SUMS(which, a, b) feature(which, "매출은 " a "이다.", a, "매출은 " b "이다.", b)
    NEARLY(SUMS(DJ_FEATURE_NEAR, "100억원", "90억원"), 0.5);
    NEARLY(SUMS(DJ_FEATURE_NEAR, "90억원", "100억원"), 0.5);
    NEARLY(SUMS(DJ_FEATURE_NEAR, "100억원", "80억원"), 0);
    NEARLY(SUMS(DJ_FEATURE_NEAR, "100억원", "30억원"), 0);
}

static void the_shape_of_a_difference_is_weighed(void)
{
    NEARLY(SUMS(DJ_FEATURE_ROUND, "13억원", "25억원"), 1);
    NEARLY(SUMS(DJ_FEATURE_ROUND, "13억원", "256억원"), 0);
    NEARLY(SUMS(DJ_FEATURE_UNIT, "135억원", "135조원"), 1);
    NEARLY(SUMS(DJ_FEATURE_UNIT, "135억원", "136억원"), 0);
    NEARLY(SUMS(DJ_FEATURE_SLIP, "3554억원", "3564억원"), 4);
    NEARLY(SUMS(DJ_FEATURE_SLIP, "3554억1256만원", "3564억1256만원"), 5); /* no more than five say more */
    NEARLY(SUMS(DJ_FEATURE_SLIP, "1779억원", "179억원"), 3); /* those in common */
    NEARLY(SUMS(DJ_FEATURE_SLIP, "3554억원", "8216억원"), 0);
    NEARLY(SUMS(DJ_FEATURE_BOUND, "350억원 이상", "920억원"), 1);
    NEARLY(SUMS(DJ_FEATURE_BOUND, "350억원 이상", "920억원 이상"), 0);
    NEARLY(SUMS(DJ_FEATURE_BOUND, "약 350억원", "920억원"), 0);
}

static void subjects_are_shared_wholly_in_part_or_not(void)
{
    NEARLY(feature(DJ_FEATURE_SUBJECT, "한빛전자는 매출 350억원을 올렸다.", "350억원", "한빛전자는 매출 920억원을 올렸다.",
                   "920억원"),
           1);
    NEARLY(feature(DJ_FEATURE_SUBJECT, "한빛전자는 매출 350억원을 올렸다.", "350억원", "샛별화학은 매출 920억원을 올렸다.",
                   "920억원"),
           0);
    NEARLY(feature(DJ_FEATURE_SUBJECT, "한빛전자는 매출 350억원을 올렸다.", "350억원", "매출 920억원을 올렸다.", "920억원"), 0.5);
    NEARLY(feature(DJ_FEATURE_SUBJECT, "한빛전자 공장은 매출 350억원을 올렸다.", "350억원",
                   "한빛전자 본사는 매출 920억원을 올렸다.", "920억원"),
           1.0 / 3);
}

static void words_next_to_the_figure_say_most(void)
{
    const char *a = "하나 두리 세라 350억원 네모 다섯 여섯";
    NEARLY(feature(DJ_FEATURE_SLOT, a, "350억원", "하나 두리 세라 920억원 네모 다섯 여섯", "920억원"), 1);
    NEARLY(feature(DJ_FEATURE_SLOT, a, "350억원", "가람 나루 세라 920억원 네모 보라 사자", "920억원"),
           0.5); /* 3 of 6, both sides */
    NEARLY(feature(DJ_FEATURE_SLOT, a, "350억원", "하나 나루 다래 920억원 마루 보라 사자", "920억원"),
           1.0 / 12); /* the third, 1 of 6, on one */
    NEARLY(feature(DJ_FEATURE_SLOT, a, "350억원", "가람 나루 하나 920억원 마루 보라 사자", "920억원"),
           1.0 / 12); /* by its farther place */
    NEARLY(feature(DJ_FEATURE_SLOT, a, "350억원", "가람 나루 네모 920억원 세라 보라 사자", "920억원"), 0); /* on the other side */
}

static void a_sentence_is_like_itself_and_the_half_of_it_is_held_by_it(void)
{
    const char *whole = "한빛전자는 강변 창고를 고치는 데 350억원을 들였다.";
    dj_evidence same = weigh((said){"2025-02-05", whole, "350억원"},
                             (said){"2025-02-05", "한빛전자는 강변 창고를 고치는 데 920억원을 들였다.", "920억원"});
    NEARLY(same.of[DJ_FEATURE_LIKENESS], 1);
    NEARLY(same.of[DJ_FEATURE_HIGH], 1);
    NEARLY(same.of[DJ_FEATURE_COVER], 1);
    dj_evidence part = weigh((said){"2025-02-05", whole, "350억원"},
                             (said){"2025-02-05", "창고를 고치는 데 920억원을 들였다.", "920억원"});
    CU_ASSERT_TRUE(part.of[DJ_FEATURE_LIKENESS] < 1 && part.of[DJ_FEATURE_LIKENESS] > 0.5);
    NEARLY(part.of[DJ_FEATURE_COVER], 1);
}

static void a_word_that_stands_twice_counts_once(void)
{
    NEARLY(feature(DJ_FEATURE_LIKENESS, "강변 강변 350억원이다.", "350억원", "강변 920억원이다.", "920억원"), 1);
}

static void two_figures_are_a_pair_once_by_whatever_words_they_meet(void)
{
    weighed w = read_two((said){"2025-02-05", "한빛전자는 강변 창고를 고치는 데 350억원을 들였다.", "350억원"},
                         (said){"2025-02-05", "한빛전자는 강변 창고를 고치는 데 920억원을 들였다.", "920억원"});
    dj_pairs pairs = {0};
    dj_pairs_make(w.arena, &w.contexts, dj_rules_settings(rules), &pairs);
    CU_ASSERT_EQUAL(pairs.n, 1);
    CU_ASSERT_TRUE(pairs.n && pairs.at[0].is_best);
    dj_arena_free(w.arena);
}

/* of the surest link between figures of two stories */
static double surest(const char *a, const char *b)
{
    weighed w = read_two((said){"2025-02-05", a, NULL}, (said){"2025-02-05", b, NULL});
    dj_pairs pairs = {0};
    dj_links links = {0};
    double most = 0;
    dj_pairs_make(w.arena, &w.contexts, dj_rules_settings(rules), &pairs);
    dj_scratch *scratch = dj_scratch_new();
    dj_grounds grounds = dj_grounds_make(w.arena, w.set, &w.contexts, &pairs, dj_rules_settings(rules), scratch);
    dj_links_find(&grounds, true, &links);
    dj_scratch_free(scratch);
    for (size_t i = 0; i < links.n; i++)
        most = links.at[i].strength > most ? links.at[i].strength : most;
    dj_arena_free(w.arena);
    return most;
}

static void the_order_of_two_stories_makes_no_link_surer(void)
{
    const char *one = "다리 공사에 일꾼 35명이 나섰다.", *both = "다리 공사에는 일꾼 36명이 왔다. 길 건너 주민 35명도 도왔다.";
    CU_ASSERT_TRUE(surest(one, both) > 0);
    NEARLY(surest(one, both), surest(both, one));
}

static void a_number_of_other_things_is_not_the_same_figure(void)
{
    const char *one = "다리 공사에 일꾼 35명이 나섰다.";
    NEARLY(surest(one, "다리 공사에는 일꾼 36명이 왔다. 길 건너 나무 35그루도 심었다."),
           surest(one, "다리 공사에는 일꾼 36명이 왔다. 길 건너 나무 81그루도 심었다."));
}

static void the_tail_of_a_story_makes_no_word_common(void)
{
#define STORY(tail) "한빛전자는 강변 창고를 고치는 데 350억원을 들였다. 강변에 새 길이 났다." tail
#define OTHER "샛별화학은 강변 공장을 고치는 데 920억원을 들였다."
    double with = feature(DJ_FEATURE_LIKENESS, STORY("\\n\\n무단 전재 및 재배포 금지. 강변 창고 공장"), "350억원", OTHER,
                          "920억원");
    NEARLY(with, feature(DJ_FEATURE_LIKENESS, STORY(""), "350억원", OTHER, "920억원"));
}

static void the_strength_is_the_logistic_function_of_the_weighted_sum(void)
{
    dj_weights weights = {.is_read = {[DJ_WEIGHED_AS_FIGURES] = true}};
    weights.of[DJ_WEIGHED_AS_FIGURES][DJ_FEATURE_BIAS] = -6;
    weights.of[DJ_WEIGHED_AS_FIGURES][DJ_FEATURE_LIKENESS] = 6;
    weights.of[DJ_WEIGHED_AS_FIGURES][DJ_FEATURE_SLOT] = 2;
    dj_evidence evidence = {0};
    NEARLY(dj_evidence_strength(&evidence, &weights), 0.5);
    evidence.of[DJ_FEATURE_BIAS] = 1;
    NEARLY(dj_evidence_strength(&evidence, &weights), 1 / (1 + exp(6)));
    evidence.of[DJ_FEATURE_LIKENESS] = 1;
    evidence.of[DJ_FEATURE_SLOT] = 0.5;
    NEARLY(dj_evidence_strength(&evidence, &weights), 1 / (1 + exp(-1)));
}

static const test_case cases[] = {
    {"each story tells its day's news", each_story_tells_its_days_news},
    {"the lead is three sentences", the_lead_is_three_sentences},
    {"the sentences end with one word", the_sentences_end_with_one_word},
    {"a time of day stands right behind both", a_time_of_day_stands_right_behind_both},
    {"the next figure is the same or another", the_next_figure_is_the_same_or_another},
    {"one day is led to", one_day_is_led_to},
    {"the same is quoted beside both", the_same_is_quoted_beside_both},
    {"days are near by the calendar or the keyboard", days_are_near_by_the_calendar_or_the_keyboard},
    {"dates without a word in common are faint", dates_without_a_word_in_common_are_faint},
    {"figures are of one time or of two", figures_are_of_one_time_or_of_two},
    {"figures are of one period or of two", figures_are_of_one_period_or_of_two},
    {"figures are told as a rise, as a fall or as what is", figures_are_told_as_a_rise_as_a_fall_or_as_what_is},
    {"figures are parts of one whole or of two", figures_are_parts_of_one_whole_or_of_two},
    {"figures are reckoned by one thing or by two", figures_are_reckoned_by_one_thing_or_by_two},
    {"one figure is what the other is held against", one_figure_is_what_the_other_is_held_against},
    {"an age stands behind one name", an_age_stands_behind_one_name},
    {"figures are nearly equal or a fifth apart", figures_are_nearly_equal_or_a_fifth_apart},
    {"the shape of a difference is weighed", the_shape_of_a_difference_is_weighed},
    {"subjects are shared wholly, in part or not", subjects_are_shared_wholly_in_part_or_not},
    {"words next to the figure say most", words_next_to_the_figure_say_most},
    {"a sentence is like itself, and the half of it is held by it", a_sentence_is_like_itself_and_the_half_of_it_is_held_by_it},
    {"a word that stands twice counts once", a_word_that_stands_twice_counts_once},
    {"two figures are a pair once, by whatever words they meet", two_figures_are_a_pair_once_by_whatever_words_they_meet},
    {"the order of two stories makes no link surer", the_order_of_two_stories_makes_no_link_surer},
    {"a number of other things is not the same figure", a_number_of_other_things_is_not_the_same_figure},
    {"the tail of a story makes no word common", the_tail_of_a_story_makes_no_word_common},
    {"the strength is the logistic function of the weighted sum", the_strength_is_the_logistic_function_of_the_weighted_sum},
};

int main(void)
{
    dj_arena *arena = dj_arena_new();
    dj_diags diags = {.arena = arena};
    const char *directories[] = {RULES_DIR};
    rules = dj_rules_load(arena, directories, 1, &diags);
    int status = rules ? suite_run("align/evidence", cases, sizeof cases / sizeof cases[0]) : 2;
    dj_rules_free(rules);
    dj_arena_free(arena);
    return status;
}
