/* The library on what lies in memory alone: stories, drafts, and all that is read from a path otherwise. */
#include "daejo.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include "engine/kept.h"
#include "suite.h"

static const char wire_a[] = "정부는 내년 국방 예산으로 657조 원을 편성했다고 밝혔다. 5000억 달러(약 730조 원)를 더 쓴다.\n";
static const char wire_b[] =
    "{\"id\": \"b-1\", \"title\": \"국방 예산 657조 원\", \"source\": \"B통신\", \"published\": \"2025-02-05\", "
    "\"text\": \"정부는 내년 국방 예산으로 657조 원을 편성했다고 밝혔다.\"}\n";
static const char draft[] = "<html><body><p>정부는 내년 국방 예산으로 657억 원을 편성했다고 밝혔다. 5000억 달러(약 650조 원)를 "
                            "더 쓴다.</p></body></html>";
static const char sheet[] = "facts:\n  - about: [국방, 예산]\n    amount: '675조 원'\n";

static size_t count_of(const daejo_run *run, const char *check)
{
    size_t n = 0;
    for (size_t i = 0; i < daejo_finding_count(run); i++)
        n += strcmp(daejo_finding_check(daejo_finding_at(run, i)), check) == 0;
    return n;
}

/* the caller's bytes are gone when the work begins */
static daejo_run *desk(const daejo_rules *rules)
{
    char bytes[1000], name[] = "draft.html";
    daejo_run *run = daejo_run_new(rules);
    CU_ASSERT(daejo_set_date(run, "2025-02-05"));
    memcpy(bytes, draft, sizeof draft);
    CU_ASSERT(daejo_add_draft_story(run, name, bytes, strlen(bytes)));
    memset(bytes, 'x', sizeof bytes);
    memset(name, 'x', sizeof name - 1);
    CU_ASSERT(daejo_add_story(run, "wire", "a.txt", wire_a, strlen(wire_a)));
    CU_ASSERT(daejo_add_story(run, "other", "b.jsonl", wire_b, strlen(wire_b)));
    return run;
}

static bool is_of_draft(const daejo_mention *claim)
{
    return says(daejo_story_path(daejo_mention_story(claim)), "draft.html");
}

static void a_draft_is_held_against_stories_of_any_format(void)
{
    daejo_rules *rules = daejo_rules_load(NULL, 0);
    daejo_run *run = desk(rules);
    CU_ASSERT(daejo_check(run));
    CU_ASSERT_EQUAL(daejo_problem_count(run), 0);
    CU_ASSERT_EQUAL(count_of(run, "unit-slip"), 1);
    CU_ASSERT_EQUAL(count_of(run, "conversion-conflict"), 1);
    for (size_t i = 0; i < daejo_finding_count(run); i++) {
        const daejo_mention *odd = daejo_finding_claim(daejo_finding_at(run, i), 0);
        daejo_place place = daejo_mention_place(odd);
        daejo_text text = daejo_mention_text(odd);
        CU_ASSERT_TRUE(is_of_draft(odd));
        CU_ASSERT_FATAL(place.end <= strlen(draft) && place.end - place.start == text.n);
        CU_ASSERT(memcmp(draft + place.start, text.at, text.n) == 0);
    }
    daejo_run_free(run);
    daejo_rules_free(rules);
}

static void a_row_of_jsonl_says_what_its_story_is(void)
{
    daejo_rules *rules = daejo_rules_load(NULL, 0);
    daejo_run *run = daejo_run_new(rules);
    char day[11];
    CU_ASSERT(daejo_add_draft_story(run, "cms.jsonl", wire_b, strlen(wire_b)));
    CU_ASSERT(daejo_extract(run));
    const daejo_story *story = daejo_story_at(run, 0);
    CU_ASSERT_PTR_NOT_NULL_FATAL(story);
    CU_ASSERT(says(daejo_story_id(story), "b-1"));
    CU_ASSERT(says(daejo_story_source(story), "B통신"));
    CU_ASSERT(says(daejo_story_title(story), "국방 예산 657조 원"));
    CU_ASSERT(says(daejo_story_published(story, day), "2025-02-05"));
    CU_ASSERT(says(daejo_story_language(story), "ko"));
    daejo_run_free(run);
    daejo_rules_free(rules);
}

static void a_fact_sheet_in_memory_is_held_against_stories(void)
{
    daejo_rules *rules = daejo_rules_load(NULL, 0);
    daejo_run *run = desk(rules);
    CU_ASSERT(daejo_set_facts_text(run, "our facts", sheet, strlen(sheet)));
    CU_ASSERT(daejo_check(run));
    CU_ASSERT(count_of(run, "fact-sheet") > 0);
    daejo_run_free(run);
    daejo_rules_free(rules);
}

/* the only problem is of that path */
static bool complains_of(const daejo_run *run, const char *name)
{
    return daejo_problem_count(run) == 1 && says(daejo_problem_at(run, 0).path, name);
}

static void what_is_wrong_in_memory_is_told_by_its_name(void)
{
    daejo_rules *rules = daejo_rules_load(NULL, 0);
    bool (*const set[])(daejo_run *, const char *, const char *, size_t) = {daejo_set_facts_text, daejo_set_baseline_text,
                                                                            daejo_set_rates_text};
    for (size_t i = 0; i < sizeof set / sizeof *set; i++) {
        daejo_run *run = daejo_run_new(rules);
        CU_ASSERT_FALSE(set[i](run, "from the desk", "of no use\n", strlen("of no use\n")));
        CU_ASSERT(complains_of(run, "from the desk"));
        CU_ASSERT_FALSE(set[i](run, "nothing", "", 0));
        daejo_run_free(run);
    }
    daejo_config *config = daejo_config_read_text("desk", "fail-onn: error\n", strlen("fail-onn: error\n"));
    CU_ASSERT_EQUAL_FATAL(daejo_config_problem_count(config), 1);
    CU_ASSERT(says(daejo_config_problem(config, 0).path, "desk"));
    CU_ASSERT_EQUAL(daejo_config_problem(config, 0).line, 1);
    daejo_config_free(config);
    daejo_rules_free(rules);
}

static void a_baseline_that_was_written_is_read_again(void)
{
    static kept known;
    daejo_rules *rules = daejo_rules_load(NULL, 0);
    daejo_run *run = desk(rules);
    CU_ASSERT(daejo_check(run));
    CU_ASSERT(daejo_write(run, "baseline", NULL, keep, &known));
    CU_ASSERT(daejo_worst_severity(run) == DAEJO_ERROR);
    daejo_run_free(run);
    run = desk(rules);
    CU_ASSERT(daejo_set_baseline_text(run, "kept", known.at, known.n));
    CU_ASSERT(daejo_check(run));
    CU_ASSERT(daejo_finding_count(run) > 0);
    CU_ASSERT_EQUAL(daejo_worst_severity(run), DAEJO_CLEAN);
    daejo_run_free(run);
    daejo_rules_free(rules);
}

static void rates_in_memory_take_the_place_of_the_shipped_ones(void)
{
    static const char rates[] = "Date,USD,KRW,\n2025-02-05,1,1300,\n2025-02-04,1,1300,\n";
    daejo_rules *rules = daejo_rules_load(NULL, 0);
    size_t of_rates[2];
    for (int i = 0; i < 2; i++) {
        daejo_run *run = daejo_run_new(rules);
        CU_ASSERT(daejo_set_date(run, "2025-02-05"));
        CU_ASSERT(i == 0 || daejo_set_rates_text(run, "bank", rates, strlen(rates)));
        CU_ASSERT(daejo_only_check(run, "conversion-rate"));
        CU_ASSERT(daejo_add_story(run, "", "draft.html", draft, strlen(draft)));
        CU_ASSERT(daejo_check(run));
        of_rates[i] = daejo_finding_count(run);
        if (of_rates[i]) /* the day whose rate it is held against */
            CU_ASSERT_PTR_NOT_NULL(strstr(daejo_finding_why(daejo_finding_at(run, 0)).at, "2025-02-0"));
        daejo_run_free(run);
    }
    CU_ASSERT_EQUAL(of_rates[0], 1);
    CU_ASSERT_EQUAL(of_rates[1], 0);
    daejo_rules_free(rules);
}

static void a_configuration_in_memory_switches_a_check_off(void)
{
    static const char off[] = "checks:\n  unit-slip: off\n";
    daejo_config *config = daejo_config_read_text("desk.yaml", off, strlen(off));
    CU_ASSERT_EQUAL_FATAL(daejo_config_problem_count(config), 0);
    CU_ASSERT(says(daejo_config_path(config), "desk.yaml"));
    daejo_rules *rules = daejo_rules_load_with(config, NULL, 0, false);
    daejo_run *run = desk(rules);
    CU_ASSERT(daejo_set_config(run, config));
    CU_ASSERT(daejo_check(run));
    CU_ASSERT_EQUAL(count_of(run, "unit-slip"), 0);
    CU_ASSERT_EQUAL(count_of(run, "conversion-conflict"), 1);
    daejo_run_free(run);
    daejo_rules_free(rules);
    daejo_config_free(config);
}

static void every_check_has_a_number_of_its_own(void)
{
    for (size_t i = 0; i < daejo_check_count(); i++) {
        CU_ASSERT(daejo_check_number(i) >= 1001 && daejo_check_number(i) <= 9999);
        for (size_t other = 0; other < i; other++)
            CU_ASSERT_NOT_EQUAL(daejo_check_number(i), daejo_check_number(other));
        if (strcmp(daejo_check_id(i), "conversion-rate") == 0)
            CU_ASSERT_EQUAL(daejo_check_number(i), 2001);
    }
    CU_ASSERT_EQUAL(daejo_check_number(daejo_check_count()), 0);
}

enum { THREADS = 4, ROUNDS = 3 };

typedef struct share {
    const daejo_rules *rules;
    const daejo_config *config;
    kept out;
    bool okay;
} share;

static void *work(void *context)
{
    share *mine = context;
    mine->okay = true;
    for (int i = 0; i < ROUNDS; i++) {
        mine->out.n = 0;
        daejo_run *run = desk(mine->rules);
        mine->okay = daejo_set_config(run, mine->config) && daejo_set_facts_text(run, "facts", sheet, strlen(sheet)) &&
                     daejo_check(run) && daejo_write(run, "json", NULL, keep, &mine->out) && mine->okay;
        daejo_run_free(run);
    }
    return NULL;
}

static void threads_share_rules_and_a_configuration(void)
{
    static share shares[THREADS];
    static const char own[] = "suppressions:\n  - check: unit-slip\n    reason: the desk knows\n";
    daejo_config *config = daejo_config_read_text("desk.yaml", own, strlen(own));
    CU_ASSERT_EQUAL_FATAL(daejo_config_problem_count(config), 0);
    daejo_rules *rules = daejo_rules_load_with(config, NULL, 0, false);
    pthread_t threads[THREADS];
    for (int i = 0; i < THREADS; i++) {
        shares[i].rules = rules;
        shares[i].config = config;
        CU_ASSERT_EQUAL_FATAL(pthread_create(&threads[i], NULL, work, &shares[i]), 0);
    }
    for (int i = 0; i < THREADS; i++) {
        pthread_join(threads[i], NULL);
        CU_ASSERT(shares[i].okay);
        CU_ASSERT_STRING_EQUAL(shares[i].out.at, shares[0].out.at);
    }
    CU_ASSERT_PTR_NOT_NULL(strstr(shares[0].out.at, "the desk knows"));
    daejo_rules_free(rules);
    daejo_config_free(config);
}

SUITE("engine/memory", {"a draft is held against stories of any format", a_draft_is_held_against_stories_of_any_format},
      {"a row of JSONL says what its story is", a_row_of_jsonl_says_what_its_story_is},
      {"a fact sheet in memory is held against stories", a_fact_sheet_in_memory_is_held_against_stories},
      {"what is wrong in memory is told by its name", what_is_wrong_in_memory_is_told_by_its_name},
      {"a baseline that was written is read again", a_baseline_that_was_written_is_read_again},
      {"rates in memory take the place of the shipped ones", rates_in_memory_take_the_place_of_the_shipped_ones},
      {"a configuration in memory switches a check off", a_configuration_in_memory_switches_a_check_off},
      {"every check has a number of its own", every_check_has_a_number_of_its_own},
      {"threads share rules and a configuration", threads_share_rules_and_a_configuration})
