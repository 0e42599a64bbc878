/* Facts and quotations of small story sets, run through the stages. */
#include "suite.h"

#include <stdio.h>

#include "align/quotes.h"
#include "engine/engine.h"

typedef struct fixture {
    dj_arena *arena;
    dj_rules *rules;
    dj_result result;
} fixture;

static fixture run(const char *const *texts, size_t n)
{
    fixture f = {.arena = dj_arena_new()};
    dj_diags diags = {.arena = f.arena};
    const char *directories[] = {RULES_DIR};
    f.rules = dj_rules_load(f.arena, directories, 1, &diags);
    CU_ASSERT_PTR_NOT_NULL_FATAL(f.rules);
    dj_stories stories = {.arena = f.arena};
    dj_read_options read = {DJ_FORMAT_TEXT, 1 << 20};
    for (size_t i = 0; i < n; i++) {
        char name[16];
        snprintf(name, sizeof name, "%zu.txt", i + 1);
        dj_read_bytes(dj_slice_of(texts[i]), dj_slice_copy(f.arena, dj_slice_of(name)), DJ_NONE, &read, &stories, &diags);
    }
    dj_run_options options = {.date = dj_day_of(2025, 2, 5), .lang = "en"};
    dj_run_stages(f.arena, f.rules, &stories, &options, &diags, &f.result);
    CU_ASSERT_EQUAL_FATAL(f.result.sets.n, 1);
    return f;
}

static void end(fixture *f)
{
    dj_rules_free(f->rules);
    dj_arena_free(f->arena);
}

#define RUN(...) run((const char *const[]){__VA_ARGS__}, sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

/* the first fact of a kind with a claim that says `text`; NULL for none */
static const dj_fact *fact_with(const fixture *f, dj_kind kind, const char *text)
{
    const dj_set *set = &f->result.sets.at[0]->set;
    for (size_t i = 0; i < set->facts.n; i++)
        for (size_t c = 0; c < dj_fact_claims(set->facts.at[i]) && set->facts.at[i]->kind == kind; c++)
            if (dj_slice_is(dj_mention_text(dj_fact_claim(set->facts.at[i], c)), text))
                return set->facts.at[i];
    return NULL;
}

static void one_sum_in_two_notations_is_one_version(void)
{
    fixture f = RUN("한빛전자가 새 연구소를 짓는 데 3564억원을 들인다.", "한빛전자가 새 연구소를 짓는 데 3천564억 원을 들인다.");
    const dj_fact *fact = fact_with(&f, DJ_MONEY, "3564억원");
    CU_ASSERT_PTR_NOT_NULL_FATAL(fact);
    CU_ASSERT_EQUAL(fact->status, DJ_AGREED);
    CU_ASSERT_EQUAL(fact->versions.n, 1);
    CU_ASSERT_EQUAL(dj_fact_claims(fact), 2);
    end(&f);
}

static void one_sum_told_more_and_less_finely_is_one_fact(void)
{
    fixture f = RUN("한빛전자가 새 연구소를 짓는 데 3564억원을 들인다.", "한빛전자가 새 연구소를 짓는 데 약 3600억원을 들인다.",
                    "한빛전자가 새 연구소를 짓는 데 3500억원 넘게 들인다.");
    const dj_fact *fact = fact_with(&f, DJ_MONEY, "3564억원");
    CU_ASSERT_PTR_NOT_NULL_FATAL(fact);
    CU_ASSERT_EQUAL(fact->status, DJ_AGREED);
    CU_ASSERT_EQUAL(dj_fact_claims(fact), 3);
    end(&f);
}

static void a_slip_of_a_long_figure_is_met_in_another_sentence(void)
{
    fixture f = RUN("한빛전자의 지난해 연구소 예산은 3564억원으로 늘었다. 직원도 많아졌다.",
                    "공시를 보면 한빛전자 연구소가 쓴 돈은 3546억원이다.");
    const dj_fact *fact = fact_with(&f, DJ_MONEY, "3546억원");
    CU_ASSERT_PTR_NOT_NULL_FATAL(fact);
    CU_ASSERT_EQUAL(fact->status, DJ_CONFLICT);
    CU_ASSERT_EQUAL(fact->versions.n, 2);
    CU_ASSERT_PTR_NOT_NULL(fact->versions.at[1].evidence);
    end(&f);
}

static void other_figures_of_other_things_do_not_meet(void)
{
    fixture f = RUN("한빛전자 직원 120명이 봉사에 나섰다.", "바닷가에서 고래 34마리가 발견됐다. 관광객 57명이 이를 지켜봤다.");
    CU_ASSERT_EQUAL(fact_with(&f, DJ_QUANTITY, "120명")->status, DJ_SINGLE);
    CU_ASSERT_EQUAL(fact_with(&f, DJ_QUANTITY, "57명")->status, DJ_SINGLE);
    end(&f);
}

static void an_age_belongs_to_the_name_before_it(void)
{
    fixture f = RUN("법원은 공모 혐의로 기소된 박민호(52) 전 대표에게 징역 2년을 선고했다.",
                    "법원은 공모 혐의로 기소된 최윤서(50) 전 대표에게 징역 2년을 선고했다.");
    CU_ASSERT_EQUAL(fact_with(&f, DJ_AGE, "52")->status, DJ_SINGLE);
    end(&f);
}

static void a_story_that_states_both_speaks_of_two_things(void)
{
    fixture f = RUN("중위소득은 연 6810만원이다. 택배기사의 71.5%가 연소득 6000만원 이상이다.",
                    "택배기사의 71.5%가 연소득 6810만원이다.");
    CU_ASSERT_PTR_NOT_EQUAL(fact_with(&f, DJ_MONEY, "6810만원"), fact_with(&f, DJ_MONEY, "6000만원 이상"));
    end(&f);
}

static void a_figure_stated_once_has_one_partner_though_another_is_likelier(void)
{
    fixture f = RUN(
        "지난해 3분기 영업이익은 17조5700억원의 신기록 행진이었다. 회사의 분기 영업이익이 14조원 아래로 떨어진 것은 처음이다.",
        "지난해 3분기 영업이익 17조5700억원의 신기록 행진이 그쳤다. 이번에는 분기 영업이익이 14조원을 밑돌자 주가가 내렸다.",
        "지난해 3분기까지 회사의 분기 영업이익 84조원 이상의 신기록 행진도 그쳤다.");
    const dj_fact *fact = fact_with(&f, DJ_MONEY, "84조원 이상");
    CU_ASSERT_PTR_NOT_NULL_FATAL(fact);
    CU_ASSERT_PTR_EQUAL(fact, fact_with(&f, DJ_MONEY, "14조원"));
    end(&f);
    f = RUN(
        "지난해 3분기 영업이익은 17조5700억원의 신기록 행진이었다. 회사의 분기 영업이익이 14조원 아래로 떨어진 것은 처음이다.",
        "지난해 3분기 영업이익 17조5700억원의 신기록 행진이 그쳤다. 이번에는 분기 영업이익이 14조원을 밑돌자 주가가 내렸다.",
        "지난해 3분기까지 회사의 분기 영업이익 84조원 이상의 신기록 행진도 그쳤다.",
        "이 시장의 크기는 84조원이다."); /* it is stated twice */
    CU_ASSERT_PTR_NOT_EQUAL(fact_with(&f, DJ_MONEY, "84조원 이상"), fact_with(&f, DJ_MONEY, "14조원"));
    end(&f);
}

static void a_headline_may_round(void)
{
    fixture f = RUN("한빛전자, 연구소에 3500억원 투자\n\n한빛전자가 새 연구소를 짓는 데 3564억원을 투자한다고 밝혔다.",
                    "한빛전자가 새 연구소를 짓는 데 3564억원을 투자한다고 밝혔다.");
    const dj_fact *fact = fact_with(&f, DJ_MONEY, "3564억원");
    CU_ASSERT_PTR_NOT_NULL_FATAL(fact);
    CU_ASSERT_EQUAL(fact->status, DJ_AGREED);
    end(&f);
}

static void a_fact_of_very_many_stories_stays_one_and_shows_its_odd_figure(void)
{
    enum { MANY = 600 };
    const char *texts[MANY];
    for (size_t i = 0; i < MANY; i++)
        texts[i] = "한빛전자가 새 연구소를 짓는 데 3564억원을 들인다고 밝혔다.";
    texts[MANY - 20] = "한빛전자가 새 연구소를 짓는 데 3546억원을 들인다고 밝혔다.";
    fixture f = run(texts, MANY);
    const dj_fact *fact = fact_with(&f, DJ_MONEY, "3546억원");
    CU_ASSERT_PTR_NOT_NULL_FATAL(fact);
    CU_ASSERT_EQUAL(fact->status, DJ_CONFLICT);
    CU_ASSERT_EQUAL(dj_fact_claims(fact), MANY);
    end(&f);
}

static void a_label_has_no_word_twice(void)
{
    fixture f = RUN("솔빛시는 하늘다리, 그 하늘다리에 480억원.", "솔빛시는 하늘다리, 그 하늘다리에 480억원.");
    const dj_fact *fact = fact_with(&f, DJ_MONEY, "480억원");
    CU_ASSERT_PTR_NOT_NULL_FATAL(fact);
    size_t at = dj_slice_find(fact->label, DJ_S("하늘다리"), 0);
    CU_ASSERT_TRUE(at < fact->label.n);
    CU_ASSERT_EQUAL(dj_slice_find(fact->label, DJ_S("하늘다리"), at + 1), fact->label.n);
    end(&f);
}

/* how many pairs of quotations two stories with one each have */
static size_t pairs_of(const char *a, const char *b)
{
    char first[512], second[512];
    snprintf(first, sizeof first, "김민수 대표는 이날 “%s”고 말했다.", a);
    snprintf(second, sizeof second, "김민수 대표는 이날 “%s”고 말했다.", b);
    fixture f = RUN(first, second);
    dj_quote_pairs pairs = {0};
    dj_quotes_pair(f.arena, &f.result.sets.at[0]->set, dj_rules_settings(f.rules), &pairs);
    size_t n = pairs.n;
    end(&f);
    return n;
}

static void quotations_are_of_one_utterance_by_half_of_the_shorter_and_near_each_other(void)
{
    CU_ASSERT_EQUAL(pairs_of("강변 공원 주차장 확대 도서관 열람실 증축 예산", "강변 공원 주차장 확대 수영장 체육관 보수 공사"),
                    1);
    CU_ASSERT_EQUAL(
        pairs_of("강변 공원 주차장 확대 도서관 열람실 증축 예산 심의", "강변 공원 주차장 확대 수영장 체육관 보수 공사 발주"),
        0); /* 4 of 9 */
    CU_ASSERT_EQUAL(pairs_of("강변 나무 공원 다리 주차장 연못 확대 열람실", "강변 시장 공원 학교 주차장 병원 확대 체육관"),
                    0); /* 4 of 7 between the first and the last */
}

/* the change in the first difference of the only pair of quotations; -1 for none */
static int change(const char *a, const char *b)
{
    char first[512], second[512];
    snprintf(first, sizeof first, "김민수 대표는 이날 “%s”고 말했다.", a);
    snprintf(second, sizeof second, "김민수 대표는 이날 “%s”고 말했다.", b);
    fixture f = RUN(first, second);
    dj_quote_pairs pairs = {0};
    dj_quotes_pair(f.arena, &f.result.sets.at[0]->set, dj_rules_settings(f.rules), &pairs);
    CU_ASSERT_EQUAL(pairs.n, 1);
    int got = pairs.n && pairs.at[0].differences.n ? (int)pairs.at[0].differences.at[0].change : -1;
    end(&f);
    return got;
}

static void quotations_differ_in_one_of_four_ways(void)
{
    const char *said = "우리 연구소는 앞으로 더 많은 기업이 참여해야 비로소 가능한 사업이라";
    CU_ASSERT_EQUAL(change(said, said), -1);
    CU_ASSERT_EQUAL(change(said, "우리 연구소는 앞으로 더 많은 기업들이 참여해야 비로소 가능한 사업이라"), DJ_INFLECTED);
    CU_ASSERT_EQUAL(change(said, "우리 연구소는 앞으로 더 많은 대학이 참여해야 비로소 가능한 사업이라"), DJ_REPLACED);
    CU_ASSERT_EQUAL(change(said, "우리 연구소는 앞으로 더 많은 기업이 비로소 가능한 사업이라"), DJ_DROPPED);
    CU_ASSERT_EQUAL(change(said, "우리 연구소는 앞으로 더 많은 기업이 참여해야 비롤소 가능한 사업이라"), DJ_MISSPELT);
    CU_ASSERT_EQUAL(change(said, "우리 연구소는 앞으로 더 많은 것이 참여해야 비로소 가능한 사업이라"),
                    DJ_REPLACED); /* by a word without content */
}

static void a_short_quotation_is_met_by_its_letters(void)
{
    CU_ASSERT_EQUAL(change("강변 공원을 넓히겠다", "강변 공언을 넓히겠다"), DJ_MISSPELT);
    CU_ASSERT_EQUAL(change("공원부터 넓히겠다", "공원부터 넗히겠다"), DJ_MISSPELT);
}

static void spaces_and_the_reporters_brackets_make_no_difference(void)
{
    const char *said = "우리 연구소는 앞으로 더 많은 기업이 참여해야 비로소 가능한 사업이라";
    CU_ASSERT_EQUAL(change(said, "우리 연구소는 앞으로 더많은 기업이 참여해야 비로소 가능한 사업이라"), -1);
    CU_ASSERT_EQUAL(change(said, "우리 (서울의) 연구소는 앞으로 더 많은 기업이 참여해야 비로소 가능한 사업이라"), -1);
}

SUITE("align/facts", {"one sum in two notations is one version", one_sum_in_two_notations_is_one_version},
      {"one sum told more and less finely is one fact", one_sum_told_more_and_less_finely_is_one_fact},
      {"a slip of a long figure is met in another sentence", a_slip_of_a_long_figure_is_met_in_another_sentence},
      {"other figures of other things do not meet", other_figures_of_other_things_do_not_meet},
      {"an age belongs to the name before it", an_age_belongs_to_the_name_before_it},
      {"a story that states both speaks of two things", a_story_that_states_both_speaks_of_two_things},
      {"a figure stated once has one partner though another is likelier",
       a_figure_stated_once_has_one_partner_though_another_is_likelier},
      {"a headline may round", a_headline_may_round},
      {"a fact of very many stories stays one and shows its odd figure",
       a_fact_of_very_many_stories_stays_one_and_shows_its_odd_figure},
      {"quotations differ in one of four ways", quotations_differ_in_one_of_four_ways},
      {"a label has no word twice", a_label_has_no_word_twice},
      {"quotations are of one utterance by half of the shorter, and near each other",
       quotations_are_of_one_utterance_by_half_of_the_shorter_and_near_each_other},
      {"a short quotation is met by its letters", a_short_quotation_is_met_by_its_letters},
      {"spaces and the reporter's brackets make no difference", spaces_and_the_reporters_brackets_make_no_difference})
