/* Paths as text: cleaning, joining, and forms with stars. */
#include "suite.h"

#include "base/nearest.h"
#include "base/path.h"

static bool cleans_to(const char *path, const char *clean)
{
    dj_arena *arena = dj_arena_new();
    bool is = dj_slice_is(dj_path_clean(arena, dj_slice_of(path)), clean);
    dj_arena_free(arena);
    return is;
}

static void one_path_has_one_clean_form(void)
{
    CU_ASSERT_TRUE(cleans_to("./a//b/../c", "a/c"));
    CU_ASSERT_TRUE(cleans_to("a", "a"));
    CU_ASSERT_TRUE(cleans_to("a/..", "."));
    CU_ASSERT_TRUE(cleans_to("", "."));
    CU_ASSERT_TRUE(cleans_to("../../a/", "../../a"));
    CU_ASSERT_TRUE(cleans_to("/../a/./b/", "/a/b"));
    CU_ASSERT_TRUE(cleans_to("/a/..", "/"));
    CU_ASSERT_TRUE(cleans_to("a/../../b", "../b"));
}

static void a_path_is_seen_from_a_folder_unless_it_begins_at_the_root(void)
{
    dj_arena *arena = dj_arena_new();
    CU_ASSERT_TRUE(dj_slice_is(dj_path_join(arena, DJ_S("../x"), DJ_S("./a")), "../x/a"));
    CU_ASSERT_TRUE(dj_slice_is(dj_path_join(arena, DJ_S("../x"), DJ_S("/a")), "/a"));
    CU_ASSERT_TRUE(dj_slice_is(dj_path_join(arena, DJ_NONE, DJ_S("a/b")), "a/b"));
    CU_ASSERT_TRUE(dj_slice_is(dj_path_folder(DJ_S("a/b/c")), "a/b"));
    CU_ASSERT_TRUE(dj_slice_is(dj_path_folder(DJ_S("/c")), "/"));
    CU_ASSERT_TRUE(dj_slice_is(dj_path_folder(DJ_S("c")), ""));
    CU_ASSERT_TRUE(dj_slice_starts(dj_path_absolute(arena, DJ_S("a")), DJ_S("/")));
    dj_arena_free(arena);
}

static bool matches(const char *path, const char *form)
{
    return dj_path_matches(dj_slice_of(path), dj_slice_of(form));
}

static void a_star_stays_within_its_part_and_two_do_not(void)
{
    CU_ASSERT_TRUE(matches("/a/b.txt", "/a/*.txt"));
    CU_ASSERT_TRUE(matches("/a/가나.txt", "/a/??.txt"));
    CU_ASSERT_TRUE(matches("/a/aab", "/a/*a*b"));
    CU_ASSERT_TRUE(matches("/a/x/y/b.txt", "/a/**/b.txt"));
    CU_ASSERT_TRUE(matches("/a/b.txt", "/a/**/b.txt"));
    CU_ASSERT_TRUE(matches("/a/b/c", "/a/**"));
    CU_ASSERT_TRUE(matches("/x/a/1/b/2/a/3/b", "/**/a/*/b"));
    CU_ASSERT_FALSE(matches("/a/x/b.txt", "/a/*.txt"));
    CU_ASSERT_FALSE(matches("/a/xb.txt", "/a/**/b.txt"));
    CU_ASSERT_FALSE(matches("/a/b.txt", "/a/b"));
    CU_ASSERT_FALSE(matches("/a", "/a/*"));
    CU_ASSERT_FALSE(matches("/a/b", "/a"));
    CU_ASSERT_FALSE(matches("", "?"));
}

static void what_was_meant_is_near(void)
{
    static const char *const words[] = {"unit-slip", "amount-conflict", NULL};
    const char *meant = dj_nearest(DJ_S("unit-slop"), words);
    CU_ASSERT_PTR_EQUAL(meant, words[0]);
    CU_ASSERT_PTR_EQUAL(dj_nearest(DJ_S("amount"), words), words[1]);
    CU_ASSERT_PTR_NULL(dj_nearest(DJ_S("nonsense"), words));
}

SUITE("base/path", {"one path has one clean form", one_path_has_one_clean_form},
      {"a path is seen from a folder unless it begins at the root", a_path_is_seen_from_a_folder_unless_it_begins_at_the_root},
      {"a star stays within its part, and two do not", a_star_stays_within_its_part_and_two_do_not},
      {"the word that was meant is the nearest", what_was_meant_is_near})
