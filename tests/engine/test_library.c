/* The public library as a stranger uses it: this file includes nothing of the project but daejo.h. */
#include "daejo.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include "engine/kept.h"
#include "suite.h"

static bool refuse(void *context, const char *bytes, size_t n)
{
    (void)context;
    (void)bytes;
    (void)n;
    return false;
}

static void add(daejo_run *run, const char *name, const char *words)
{
    CU_ASSERT(daejo_add_story(run, "budget", name, words, strlen(words)));
}

static daejo_run *budget(const daejo_rules *rules)
{
    daejo_run *run = daejo_run_new(rules);
    CU_ASSERT(daejo_set_input_format(run, "text"));
    CU_ASSERT(daejo_set_date(run, "2025-02-05"));
    add(run, "b.txt", "정부는 내년 국방 예산으로 657억 원을 편성했다고 밝혔다.\n");
    add(run, "a.txt", "정부는 내년 국방 예산으로 657조 원을 편성했다고 밝혔다.\n");
    add(run, "c.txt", "정부는 내년 국방 예산으로 657조 원을 편성했다고 밝혔다.\n");
    return run;
}

static void a_check_can_be_walked_from_finding_to_bytes(void)
{
    daejo_rules *rules = daejo_rules_load(NULL, 0);
    CU_ASSERT_FATAL(daejo_rules_usable(rules));
    daejo_run *run = budget(rules);
    CU_ASSERT(daejo_check(run));
    CU_ASSERT_EQUAL(daejo_story_count(run), 3);
    CU_ASSERT(says(daejo_story_path(daejo_story_at(run, 0)), "a.txt"));
    CU_ASSERT_FATAL(daejo_finding_count(run) > 0);
    const daejo_finding *finding = daejo_finding_at(run, 0);
    CU_ASSERT_STRING_EQUAL(daejo_finding_check(finding), "unit-slip");
    CU_ASSERT_EQUAL(daejo_finding_severity(finding), DAEJO_ERROR);
    CU_ASSERT_EQUAL(daejo_worst_severity(run), DAEJO_ERROR);
    CU_ASSERT_EQUAL(strlen(daejo_finding_fingerprint(finding)), 32);
    CU_ASSERT(daejo_finding_message(finding).n > 0);
    const daejo_mention *odd = daejo_finding_claim(finding, 0);
    CU_ASSERT(says(daejo_mention_text(odd), "657억 원"));
    CU_ASSERT(says(daejo_story_id(daejo_mention_story(odd)), "b.txt"));
    CU_ASSERT_STRING_EQUAL(daejo_mention_kind(odd), "money");
    CU_ASSERT_STRING_EQUAL(daejo_mention_field(odd), "text");
    daejo_place place = daejo_mention_place(odd);
    CU_ASSERT_EQUAL(place.start, strlen("정부는 내년 국방 예산으로 "));
    CU_ASSERT_EQUAL(place.end, place.start + strlen("657억 원"));
    CU_ASSERT_EQUAL(place.line, 1);
    CU_ASSERT_EQUAL(place.column, 16);
    kept value = {.n = 0};
    CU_ASSERT(daejo_mention_value(odd, keep, &value));
    CU_ASSERT_STRING_EQUAL(value.at,
                           "{\"currency\":\"KRW\",\"low\":\"65700000000\",\"high\":\"65700000000\",\"bound\":\"exact\"}");
    daejo_run_free(run);
    daejo_rules_free(rules);
}

static void facts_join_the_claims_of_all_stories(void)
{
    daejo_rules *rules = daejo_rules_load(NULL, 0);
    daejo_run *run = budget(rules);
    daejo_check(run);
    bool found = false;
    for (size_t i = 0; i < daejo_fact_count(run); i++) {
        const daejo_fact *fact = daejo_fact_at(run, i);
        found = found || (strcmp(daejo_fact_kind(fact), "money") == 0 && strcmp(daejo_fact_status(fact), "conflict") == 0 &&
                          daejo_fact_claim_count(fact) == 3 && says(daejo_mention_text(daejo_fact_claim(fact, 2)), "657억 원"));
    }
    CU_ASSERT(found);
    CU_ASSERT_PTR_NULL(daejo_fact_at(run, daejo_fact_count(run)));
    daejo_run_free(run);
    daejo_rules_free(rules);
}

static void an_extraction_has_mentions_and_no_findings(void)
{
    daejo_rules *rules = daejo_rules_load(NULL, 0);
    daejo_run *run = budget(rules);
    CU_ASSERT(daejo_extract(run));
    CU_ASSERT_EQUAL(daejo_finding_count(run), 0);
    CU_ASSERT_EQUAL(daejo_worst_severity(run), DAEJO_CLEAN);
    CU_ASSERT(daejo_mention_count(daejo_story_at(run, 0)) > 0);
    kept out = {.n = 0};
    CU_ASSERT(daejo_write(run, "jsonl", &(daejo_style){.kinds = "money"}, keep, &out));
    CU_ASSERT_PTR_NOT_NULL(strstr(out.at, "\"kind\":\"money\""));
    CU_ASSERT_PTR_NULL(strstr(out.at, "\"kind\":\"date\""));
    CU_ASSERT_FALSE(daejo_write(run, "jsonl", &(daejo_style){.kinds = "money,honey"}, keep, &out));
    CU_ASSERT_FALSE(daejo_write(run, "json", NULL, keep, &out)); /* a format of checks */
    CU_ASSERT_FALSE(daejo_write(run, "jsonl", NULL, refuse, NULL));
    daejo_run_free(run);
    daejo_rules_free(rules);
}

static void what_is_wrong_is_a_problem_with_its_place(void)
{
    daejo_rules *rules = daejo_rules_load(NULL, 0);
    daejo_run *run = daejo_run_new(rules);
    CU_ASSERT_FALSE(daejo_add_path(run, "no/such/story.txt"));
    CU_ASSERT_FALSE(daejo_check(run));
    CU_ASSERT_EQUAL_FATAL(daejo_problem_count(run), 1);
    daejo_problem problem = daejo_problem_at(run, 0);
    CU_ASSERT(says(problem.path, "no/such/story.txt"));
    kept out = {.n = 0};
    CU_ASSERT(daejo_problem_write(&problem, keep, &out));
    CU_ASSERT_PTR_NOT_NULL(strstr(out.at, "no/such/story.txt: cannot read"));
    CU_ASSERT_FALSE(daejo_set_date(run, "5 February"));
    CU_ASSERT_FALSE(daejo_set_language(run, "fr"));
    CU_ASSERT_FALSE(daejo_set_input_format(run, "docx"));
    CU_ASSERT_FALSE(daejo_only_check(run, "nonsense"));
    daejo_run_free(run);
    daejo_rules_free(rules);
}

static void unusable_rules_say_why(void)
{
    const char *const missing[] = {"no/such/rules"};
    daejo_rules *rules = daejo_rules_load(missing, 1);
    CU_ASSERT_FALSE(daejo_rules_usable(rules));
    CU_ASSERT(daejo_rules_problem_count(rules) > 0);
    daejo_rules_free(rules);
}

enum { THREADS = 4 };

typedef struct share {
    const daejo_rules *rules;
    kept out;
    bool okay;
} share;

static void *check_once(void *context)
{
    share *mine = context;
    daejo_run *run = budget(mine->rules);
    mine->okay = daejo_check(run) && daejo_write(run, "json", NULL, keep, &mine->out);
    daejo_run_free(run);
    return NULL;
}

static void runs_in_threads_share_a_rule_set(void)
{
    static share shares[THREADS];
    daejo_rules *rules = daejo_rules_load(NULL, 0);
    pthread_t threads[THREADS];
    for (int i = 0; i < THREADS; i++) {
        shares[i].rules = rules;
        CU_ASSERT_EQUAL_FATAL(pthread_create(&threads[i], NULL, check_once, &shares[i]), 0);
    }
    for (int i = 0; i < THREADS; i++) {
        pthread_join(threads[i], NULL);
        CU_ASSERT(shares[i].okay);
        CU_ASSERT_STRING_EQUAL(shares[i].out.at, shares[0].out.at);
    }
    CU_ASSERT(shares[0].out.n > 1000);
    daejo_rules_free(rules);
}

static bool write_file(const char *path, const char *words)
{
    FILE *file = fopen(path, "w");
    bool okay = file && fputs(words, file) >= 0;
    return file && fclose(file) == 0 && okay;
}

static const daejo_finding *finding_of(const daejo_run *run, const char *check)
{
    for (size_t i = 0; i < daejo_finding_count(run); i++)
        if (strcmp(daejo_finding_check(daejo_finding_at(run, i)), check) == 0)
            return daejo_finding_at(run, i);
    return NULL;
}

static void a_claim_on_the_sheet_leads_to_its_line(void)
{
    const char *path = "library-facts.yaml";
    CU_ASSERT_FATAL(write_file(path, "facts:\n  - about: [국방, 예산]\n    amount: '675조 원'\n"));
    daejo_rules *rules = daejo_rules_load(NULL, 0);
    daejo_run *run = budget(rules);
    CU_ASSERT(daejo_set_facts(run, path));
    CU_ASSERT_FALSE(daejo_set_facts(run, "no/such/facts.yaml"));
    CU_ASSERT_EQUAL(daejo_problem_count(run), 1);
    CU_ASSERT(daejo_check(run));
    const daejo_finding *finding = finding_of(run, "fact-sheet");
    CU_ASSERT_PTR_NOT_NULL_FATAL(finding);
    CU_ASSERT_EQUAL_FATAL(daejo_finding_claim_count(finding), 2);
    const daejo_mention *known = daejo_finding_claim(finding, 1);
    daejo_place place = daejo_mention_place(known);
    CU_ASSERT(says(daejo_mention_text(known), "675조 원"));
    CU_ASSERT(says(daejo_story_path(daejo_mention_story(known)), path));
    CU_ASSERT_EQUAL(place.line, 3);
    CU_ASSERT_EQUAL(place.column, 14);
    CU_ASSERT_EQUAL(place.start, strlen("facts:\n  - about: [국방, 예산]\n    amount: '"));
    CU_ASSERT_EQUAL(daejo_story_count(run), 3); /* the sheet is none of the stories */
    daejo_run_free(run);
    daejo_rules_free(rules);
    remove(path);
}

static void a_draft_is_held_against_all_sets(void)
{
    const char *path = "library-draft.txt";
    CU_ASSERT_FATAL(write_file(path, "정부는 내년 국방 예산으로 675조 원을 편성했다고 밝혔다.\n"));
    daejo_rules *rules = daejo_rules_load(NULL, 0);
    daejo_run *run = budget(rules);
    CU_ASSERT(daejo_add_draft(run, path));
    CU_ASSERT(daejo_check(run));
    CU_ASSERT_FATAL(daejo_finding_count(run) > 0);
    for (size_t i = 0; i < daejo_finding_count(run); i++) {
        const daejo_finding *finding = daejo_finding_at(run, i);
        bool touches = false;
        for (size_t c = 0; c < daejo_finding_claim_count(finding); c++)
            touches = touches || says(daejo_story_path(daejo_mention_story(daejo_finding_claim(finding, c))), path);
        CU_ASSERT_TRUE(touches);
    }
    daejo_run_free(run);
    daejo_rules_free(rules);
    remove(path);
}

static void what_stories_agree_on_is_written_as_a_sheet(void)
{
    daejo_rules *rules = daejo_rules_load(NULL, 0);
    daejo_run *run = daejo_run_new(rules);
    CU_ASSERT(daejo_set_input_format(run, "text"));
    add(run, "a.txt", "정부는 내년 국방 예산으로 657조 원을 편성했다고 밝혔다.\n");
    add(run, "c.txt", "정부는 내년 국방 예산으로 657조 원을 편성했다고 밝혔다.\n");
    CU_ASSERT(daejo_facts(run));
    kept sheet = {.n = 0};
    CU_ASSERT(daejo_write(run, "yaml", NULL, keep, &sheet));
    CU_ASSERT_PTR_NOT_NULL(strstr(sheet.at, "    amount: 657조 원\n"));
    CU_ASSERT_FALSE(daejo_write(run, "text", NULL, keep, &sheet));
    daejo_run_free(run);
    daejo_rules_free(rules);
}

static daejo_run *configured_budget(const daejo_rules *rules, const daejo_config *config, const char *today)
{
    daejo_run *run = budget(rules);
    CU_ASSERT(daejo_set_config(run, config));
    CU_ASSERT(daejo_set_today(run, today));
    CU_ASSERT(daejo_check(run));
    return run;
}

static void a_configuration_suppresses_until_its_day(void)
{
    daejo_config *config = daejo_config_read(TEST_DATA "/engine/desk.yaml");
    CU_ASSERT_EQUAL_FATAL(daejo_config_problem_count(config), 0);
    CU_ASSERT(says(daejo_config_at(config, 0).key, "fail-on"));
    CU_ASSERT(says(daejo_config_at(config, 0).value, "error"));
    CU_ASSERT_EQUAL(daejo_config_at(config, 0).line, 1);
    daejo_rules *rules = daejo_rules_load_with(config, NULL, 0, false);
    CU_ASSERT_FATAL(daejo_rules_usable(rules));
    daejo_run *run = configured_budget(rules, config, "2025-03-31");
    daejo_suppression of;
    CU_ASSERT_EQUAL_FATAL(daejo_finding_count(run), 1);
    CU_ASSERT_FATAL(daejo_finding_suppression(daejo_finding_at(run, 0), &of));
    CU_ASSERT_STRING_EQUAL(of.by, "configuration");
    CU_ASSERT(says(of.reason, "as the ministry has it"));
    CU_ASSERT_STRING_EQUAL(of.until, "2025-03-31");
    CU_ASSERT_EQUAL(of.line, 6);
    CU_ASSERT_EQUAL(daejo_worst_severity(run), DAEJO_CLEAN);
    CU_ASSERT_EQUAL(daejo_remark_count(run), 0);
    daejo_run_free(run);
    run = configured_budget(rules, config, "2025-04-01");
    CU_ASSERT_FALSE(daejo_finding_suppression(daejo_finding_at(run, 0), &of));
    CU_ASSERT_EQUAL(daejo_worst_severity(run), DAEJO_ERROR);
    CU_ASSERT_EQUAL(daejo_remark_count(run), 1);
    daejo_run_free(run);
    daejo_rules_free(rules);
    daejo_config_free(config);
}

typedef struct watched {
    size_t calls, done, all, findings;
    bool is_in_order;
    daejo_stage last;
} watched;

static void watch(void *context, const daejo_progress *now)
{
    watched *w = context;
    w->calls++;
    w->is_in_order = w->is_in_order && now->stage >= w->last && now->done <= 3;
    w->last = now->stage;
    w->done = now->done;
    w->all = now->all;
    w->findings = now->findings;
}

static void the_work_says_how_far_it_is(void)
{
    daejo_rules *rules = daejo_rules_load(NULL, 0);
    daejo_run *run = budget(rules);
    watched w = {.is_in_order = true};
    daejo_set_watcher(run, watch, &w);
    CU_ASSERT(daejo_check(run));
    CU_ASSERT(w.is_in_order);
    CU_ASSERT(w.calls >= 6);
    CU_ASSERT_EQUAL(w.last, DAEJO_STAGE_CHECK);
    CU_ASSERT_EQUAL(w.done, 3);
    CU_ASSERT_EQUAL(w.all, 3);
    CU_ASSERT_EQUAL(w.findings, 1);
    daejo_run_free(run);
    daejo_rules_free(rules);
}

static void a_sentence_is_said_in_the_language_asked_for(void)
{
    daejo_rules *rules = daejo_rules_load(NULL, 0);
    const daejo_word words[] = {{"value", "soon"}};
    kept ko = {.n = 0}, en = {.n = 0}, other = {.n = 0};
    CU_ASSERT(daejo_say(rules, "en", "usage-date", words, 1, keep, &en));
    CU_ASSERT_STRING_EQUAL(en.at, "--date is a day such as 2025-02-05, not 'soon'");
    CU_ASSERT(daejo_say(rules, "ko", "usage-date", words, 1, keep, &ko));
    CU_ASSERT_STRING_EQUAL(ko.at, "--date 값은 2025-02-05 같은 날짜여야 합니다: 'soon'");
    CU_ASSERT(daejo_say(rules, "fr", "usage-date", words, 1, keep, &other));
    CU_ASSERT_STRING_EQUAL(other.at, en.at);
    CU_ASSERT_FALSE(daejo_say(rules, "en", "usage-date", words, 1, refuse, NULL));
    daejo_run *run = budget(rules);
    CU_ASSERT_STRING_EQUAL(daejo_language(run), "en");
    CU_ASSERT(daejo_check(run));
    CU_ASSERT_STRING_EQUAL(daejo_language(run), "ko"); /* that of the stories */
    daejo_run_free(run);
    daejo_rules_free(rules);
}

static void a_story_that_nothing_dates_is_remarked_upon(void)
{
    daejo_rules *rules = daejo_rules_load(NULL, 0);
    daejo_run *run = daejo_run_new(rules);
    CU_ASSERT(daejo_set_language(run, "en"));
    add(run, "a.txt", "정부는 지난 4일 예산으로 657조 원을 편성했다고 밝혔다.\n");
    CU_ASSERT(daejo_check(run));
    CU_ASSERT_EQUAL_FATAL(daejo_remark_count(run), 1);
    daejo_problem remark = daejo_remark_at(run, 0);
    CU_ASSERT(says(remark.path, "a.txt"));
    CU_ASSERT_EQUAL(remark.column, 5);
    CU_ASSERT_PTR_NOT_NULL(strstr(remark.message.at, "no day of publication was found for 1 of the stories"));
    daejo_run_free(run);
    daejo_rules_free(rules);
}

SUITE("engine/library", {"a configuration suppresses until its day", a_configuration_suppresses_until_its_day},
      {"the work says how far it is", the_work_says_how_far_it_is},
      {"a check can be walked from finding to bytes", a_check_can_be_walked_from_finding_to_bytes},
      {"facts join the claims of all stories", facts_join_the_claims_of_all_stories},
      {"an extraction has mentions and no findings", an_extraction_has_mentions_and_no_findings},
      {"what is wrong is a problem with its place", what_is_wrong_is_a_problem_with_its_place},
      {"unusable rules say why", unusable_rules_say_why}, {"runs in threads share a rule set", runs_in_threads_share_a_rule_set},
      {"a claim on the sheet leads to its line", a_claim_on_the_sheet_leads_to_its_line},
      {"a draft is held against all sets", a_draft_is_held_against_all_sets},
      {"a sentence is said in the language asked for", a_sentence_is_said_in_the_language_asked_for},
      {"a story that nothing dates is remarked upon", a_story_that_nothing_dates_is_remarked_upon},
      {"what stories agree on is written as a sheet", what_stories_agree_on_is_written_as_a_sheet})
