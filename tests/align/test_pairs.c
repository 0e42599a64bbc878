/* Which pairs are the best, and by how much. */
#include "suite.h"

#include "align/pairs.h"

#define NEARLY(a, b) CU_ASSERT_DOUBLE_EQUAL(a, b, 1e-9)

/* figure 0 of one story, 1 and 2 of another, 3 of a third one */
static void mark(dj_pairs *pairs)
{
    static dj_context figures[] = {{.story = 0}, {.story = 1}, {.story = 1}, {.story = 2}};
    dj_arena *arena = dj_arena_new();
    dj_contexts contexts = {.at = figures, .n = sizeof figures / sizeof *figures};
    dj_pairs_mark_best(arena, &contexts, pairs);
    dj_arena_free(arena);
}

static dj_pairs list(dj_pair *at, size_t n)
{
    return (dj_pairs){.at = at, .n = n};
}

static void the_likelier_of_two_is_best_by_its_lead(void)
{
    dj_pair two[] = {{.a = 0, .b = 1, .strength = 0.9}, {.a = 0, .b = 2, .strength = 0.6}};
    dj_pairs pairs = list(two, 2);
    mark(&pairs);
    CU_ASSERT_TRUE(two[0].is_best);
    NEARLY(two[0].margin, 0.3);
    CU_ASSERT_FALSE(two[1].is_best);
    NEARLY(two[1].margin, -0.3);
}

static void one_that_is_alone_leads_by_its_strength(void)
{
    dj_pair one[] = {{.a = 0, .b = 1, .strength = 0.7}};
    dj_pairs pairs = list(one, 1);
    mark(&pairs);
    CU_ASSERT_TRUE(one[0].is_best);
    NEARLY(one[0].margin, 0.7);
}

static void equals_are_both_best_and_lead_by_nothing(void)
{
    dj_pair two[] = {{.a = 0, .b = 1, .strength = 0.5}, {.a = 0, .b = 2, .strength = 0.5}};
    dj_pairs pairs = list(two, 2);
    mark(&pairs);
    CU_ASSERT_TRUE(two[0].is_best && two[1].is_best);
    NEARLY(two[0].margin, 0);
    NEARLY(two[1].margin, 0);
}

static void a_figure_has_a_best_one_in_every_story(void)
{
    dj_pair two[] = {{.a = 0, .b = 1, .strength = 0.9}, {.a = 0, .b = 3, .strength = 0.4}};
    dj_pairs pairs = list(two, 2);
    mark(&pairs);
    CU_ASSERT_TRUE(two[0].is_best && two[1].is_best);
    NEARLY(two[1].margin, 0.4);
}

SUITE("align/pairs", {"the likelier of two is best, by its lead", the_likelier_of_two_is_best_by_its_lead},
      {"one that is alone leads by its strength", one_that_is_alone_leads_by_its_strength},
      {"equals are both best, and lead by nothing", equals_are_both_best_and_lead_by_nothing},
      {"a figure has a best one in every story", a_figure_has_a_best_one_in_every_story})
