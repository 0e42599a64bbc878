#include "suite.h"

#include <pthread.h>
#include <stdlib.h>

#include "rule/meter.h"

static dj_regex *compile(const char *pattern)
{
    char message[200];
    size_t offset;
    return dj_regex_new(dj_slice_of(pattern), message, sizeof message, &offset);
}

static void groups_of_one_name_are_one_group(void)
{
    dj_regex *regex = compile("(?<a>x)1|(?<a>y)2|(?<b>z)");
    dj_scratch *scratch = dj_scratch_new();
    CU_ASSERT_EQUAL_FATAL(dj_regex_groups(regex), 2);
    CU_ASSERT_TRUE(dj_slice_is(dj_regex_group_name(regex, 0), "a"));
    CU_ASSERT_EQUAL(dj_regex_find(regex, scratch, DJ_S("..y2"), 0, false), DJ_MATCH);
    CU_ASSERT_EQUAL(dj_group_span(regex, scratch, 0).from, 2);
    CU_ASSERT_EQUAL(dj_group_span(regex, scratch, 0).to, 3);
    CU_ASSERT_FALSE(dj_span_set(dj_group_span(regex, scratch, 1)));
    dj_scratch_free(scratch);
    dj_regex_free(regex);
}

static void anchored_looks_behind_but_not_ahead(void)
{
    dj_regex *regex = compile("(?<!가)나");
    dj_scratch *scratch = dj_scratch_new();
    CU_ASSERT_EQUAL(dj_regex_find(regex, scratch, DJ_S("가나다나"), 3, true), DJ_NO_MATCH);
    CU_ASSERT_EQUAL(dj_regex_find(regex, scratch, DJ_S("가나다나"), 6, true), DJ_NO_MATCH);
    CU_ASSERT_EQUAL(dj_regex_find(regex, scratch, DJ_S("가나다나"), 9, true), DJ_MATCH);
    CU_ASSERT_EQUAL(dj_regex_find(regex, scratch, DJ_S("가나다나"), 0, false), DJ_MATCH);
    CU_ASSERT_EQUAL(dj_match_span(scratch).from, 9);
    CU_ASSERT_EQUAL(dj_regex_find(regex, scratch, DJ_NONE, 0, false), DJ_NO_MATCH);
    CU_ASSERT_EQUAL(dj_regex_find(regex, scratch, DJ_S("a"), 2, false), DJ_NO_MATCH);
    dj_scratch_free(scratch);
    dj_regex_free(regex);
}

typedef struct job {
    const dj_regex *regex;
    size_t n;
} job;

static void *match_often(void *data)
{
    job *j = data;
    dj_scratch *scratch = dj_scratch_new();
    for (int i = 0; i < 200; i++) {
        j->n += dj_regex_find(j->regex, scratch, DJ_S("가나다나"), 0, false) == DJ_MATCH;
        j->n += dj_regex_find(j->regex, scratch, DJ_S("가나다나"), 9, true) == DJ_MATCH;
    }
    dj_scratch_free(scratch);
    return NULL;
}

static void threads_share_a_regex_from_its_first_use_on(void)
{
    dj_regex *regex = compile("(?<!가)나");
    pthread_t threads[4];
    job jobs[4];
    for (int i = 0; i < 4; i++) {
        jobs[i] = (job){regex, 0};
        CU_ASSERT_EQUAL(pthread_create(&threads[i], NULL, match_often, &jobs[i]), 0);
    }
    for (int i = 0; i < 4; i++) {
        pthread_join(threads[i], NULL);
        CU_ASSERT_EQUAL(jobs[i].n, 400);
    }
    dj_regex_free(regex);
}

static void digits_and_words_stay_ascii(void)
{
    dj_regex *regex = compile("\\d|\\w");
    dj_scratch *scratch = dj_scratch_new();
    CU_ASSERT_EQUAL(dj_regex_find(regex, scratch, DJ_S("가５"), 0, false), DJ_NO_MATCH);
    CU_ASSERT_PTR_NULL(compile("(*UCP)a"));
    dj_scratch_free(scratch);
    dj_regex_free(regex);
}

static void a_pattern_that_can_match_nothing_is_refused(void)
{
    static const char *const empty[] = {"", "a*", "(?=a)", "a|", "(?:a?)(?:b?)", "(?<a>x)*"};
    char message[200];
    size_t offset;
    for (size_t i = 0; i < sizeof empty / sizeof *empty; i++) {
        CU_ASSERT_PTR_NULL(dj_regex_new(dj_slice_of(empty[i]), message, sizeof message, &offset));
        CU_ASSERT_STRING_EQUAL(message, "it can match nothing at all");
    }
}

static void a_bad_pattern_is_told_with_its_offset(void)
{
    char message[200];
    size_t offset;
    CU_ASSERT_PTR_NULL(dj_regex_new(DJ_S("ab(?<c>d"), message, sizeof message, &offset));
    CU_ASSERT_STRING_EQUAL(message, "missing closing parenthesis");
    CU_ASSERT_EQUAL(offset, 8);
}

static void more_groups_than_expected_find_room(void)
{
    char pattern[2000] = "";
    for (int i = 0; i < 60; i++)
        snprintf(pattern + strlen(pattern), sizeof pattern - strlen(pattern), "(?<g%d>a)?", i);
    snprintf(pattern + strlen(pattern), sizeof pattern - strlen(pattern), "(?<last>b)");
    dj_regex *regex = compile(pattern);
    dj_scratch *scratch = dj_scratch_new();
    CU_ASSERT_EQUAL(dj_regex_find(regex, scratch, DJ_S("aab"), 0, false), DJ_MATCH);
    CU_ASSERT_EQUAL(dj_regex_groups(regex), 61);
    CU_ASSERT_TRUE(dj_slice_is(dj_regex_group_name(regex, 60), "last"));
    CU_ASSERT_EQUAL(dj_group_span(regex, scratch, 60).from, 2);
    dj_scratch_free(scratch);
    dj_regex_free(regex);
}

static void runaway_backtracking_ends_at_the_limit(void)
{
    dj_regex *regex = compile("(?:a+)+b");
    dj_regex *deep = compile("(?:(?<x>a|b))+c");
    dj_scratch *scratch = dj_scratch_new();
    size_t n = 4 * 1024 * 1024;
    char *text = malloc(n);
    memset(text, 'a', n);
    text[n - 1] = 'b'; /* so that no look ahead for a letter that must come ends it at once */
    CU_ASSERT_EQUAL(dj_regex_find(regex, scratch, (dj_slice){text, 40}, 0, false), DJ_NO_MATCH);
    memcpy(text + 40, "!b", 2);
    CU_ASSERT_EQUAL(dj_regex_find(regex, scratch, (dj_slice){text, 42}, 0, false), DJ_MATCH_LIMIT);
    memset(text, 'a', n - 1);
    CU_ASSERT_EQUAL(dj_regex_find(deep, scratch, (dj_slice){text, n}, 0, true), DJ_MATCH_LIMIT);
    CU_ASSERT_EQUAL(dj_regex_find(regex, scratch, DJ_S("aab"), 0, false), DJ_MATCH);
    free(text);
    dj_scratch_free(scratch);
    dj_regex_free(regex);
    dj_regex_free(deep);
}

static void under_watch_a_pattern_that_was_stopped_is_not_tried_again(void)
{
    char text[43], message[200];
    size_t offset;
    memset(text, 'a', sizeof text);
    dj_arena *arena = dj_arena_new();
    dj_meter *meter = dj_meter_new(arena);
    dj_regex *regex = dj_regex_new(DJ_S("(?:a+)+b"), message, sizeof message, &offset);
    dj_regex *other = dj_regex_new(DJ_S("a{43}"), message, sizeof message, &offset);
    dj_scratch *scratch = dj_scratch_new();
    dj_scratch_measure(scratch, meter);
    dj_scratch_watch(scratch);
    for (int i = 0; i < 3; i++) {
        CU_ASSERT_EQUAL(dj_regex_find(regex, scratch, (dj_slice){text, sizeof text}, 0, true), DJ_MATCH_LIMIT);
        CU_ASSERT_EQUAL(dj_regex_find(other, scratch, (dj_slice){text, sizeof text}, 0, true), DJ_MATCH);
    }
    CU_ASSERT_PTR_EQUAL(dj_scratch_stopped(scratch, 0), regex);
    CU_ASSERT_PTR_NULL(dj_scratch_stopped(scratch, 1));
    dj_scratch_watch_end(scratch);
    CU_ASSERT_PTR_NULL(dj_scratch_stopped(scratch, 0));
    CU_ASSERT_EQUAL(dj_regex_find(regex, scratch, DJ_S("aab"), 0, true), DJ_MATCH);
    dj_tries tries = dj_meter_tries(meter, regex);
    CU_ASSERT_EQUAL(tries.tries, 2);
    CU_ASSERT_EQUAL(tries.stopped, 1);
    CU_ASSERT_EQUAL(tries.matches, 1);
    CU_ASSERT_TRUE(tries.seconds > dj_meter_tries(meter, other).seconds);
    CU_ASSERT_EQUAL(dj_meter_tries(meter, other).matches, 3);
    CU_ASSERT_EQUAL(dj_meter_tries(meter, NULL).tries, 0);
    dj_scratch_free(scratch);
    dj_regex_free(regex);
    dj_regex_free(other);
    dj_arena_free(arena);
}

SUITE("rule/regex", {"groups of one name are one group", groups_of_one_name_are_one_group},
      {"anchored looks behind but not ahead", anchored_looks_behind_but_not_ahead},
      {"threads share a regex from its first use on", threads_share_a_regex_from_its_first_use_on},
      {"digits and words stay ASCII", digits_and_words_stay_ascii},
      {"a pattern that can match nothing is refused", a_pattern_that_can_match_nothing_is_refused},
      {"a bad pattern is told with its offset", a_bad_pattern_is_told_with_its_offset},
      {"more groups than expected find room", more_groups_than_expected_find_room},
      {"runaway backtracking ends at the limit", runaway_backtracking_ends_at_the_limit},
      {"under watch a pattern that was stopped is not tried again", under_watch_a_pattern_that_was_stopped_is_not_tried_again})
