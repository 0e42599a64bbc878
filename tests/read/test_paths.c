#define _POSIX_C_SOURCE 200809L
#include "reading.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/limits.h"

static reading read_path(const char *path)
{
    reading r = reading_new();
    dj_read_options options = {.format = DJ_FORMAT_AUTO, .max_bytes = 1 << 20};
    dj_read_path(path, &options, &r.stories, &r.diags);
    return r;
}

static void a_directory_is_one_set_in_order_of_names(void)
{
    reading r = read_path(TEST_DATA "/read/data/set//");
    static const struct {
        const char *name, *title, *text;
    } stories[] = {
        {"1-plain.txt", "", "첫째 매체는 투자 규모를 6000억 달러로 적었다."},
        {"2-post.md", "둘째 매체의 머리글", "투자 규모는 6000억 달러다."},
        {"3-page.HTM", "셋째 매체", "투자 규모는 6천억 달러라고 셋째 매체는 적었다."},
        {"4-rows.jsonl", "", "넷째 매체는 6000억 달러로 보았다."},
    };
    CU_ASSERT_EQUAL(r.diags.list.n, 0);
    CU_ASSERT_EQUAL_FATAL(r.stories.list.n, 5);
    for (size_t i = 0; i < 4; i++) {
        const dj_story *story = r.stories.list.at[i];
        CU_ASSERT_TRUE(dj_slice_is(story->set, TEST_DATA "/read/data/set"));
        CU_ASSERT_TRUE(dj_slice_ends(story->path, dj_slice_of(stories[i].name)));
        CU_ASSERT_TRUE(dj_slice_is(field_text(&r, i, DJ_FIELD_TITLE), stories[i].title));
        CU_ASSERT_TRUE(dj_slice_is(dj_slice_trim(field_text(&r, i, DJ_FIELD_TEXT)), stories[i].text));
    }
    CU_ASSERT_TRUE(dj_slice_is(r.stories.list.at[3]->id, "d"));
    CU_ASSERT_TRUE(dj_slice_is(r.stories.list.at[4]->set, TEST_DATA "/read/data/set/sub.txt"));
    reading_free(&r);
}

static void make(const char *path, const char *bytes)
{
    FILE *file = fopen(path, "w");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    fputs(bytes, file);
    fclose(file);
}

static void a_folder_below_is_a_set_of_its_own(void)
{
    char top[] = "/tmp/daejo-read-XXXXXX", path[6][64];
    static const char *const names[6] = {"/b.txt", "/a", "/a/1.txt", "/a/z", "/a/z/2.txt", "/a/z/up"};
    CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(top));
    for (size_t i = 0; i < 6; i++)
        snprintf(path[i], sizeof path[i], "%s%s", top, names[i]);
    mkdir(path[1], 0700);
    mkdir(path[3], 0700);
    for (size_t i = 0; i < 6; i += 2)
        make(path[i], "글이다.");
    CU_ASSERT_EQUAL(symlink("..", path[5]), 0); /* is not followed, or there would be no end */
    reading r = read_path(top);
    CU_ASSERT_EQUAL(r.diags.list.n, 0);
    CU_ASSERT_EQUAL_FATAL(r.stories.list.n, 3);
    CU_ASSERT_TRUE(dj_slice_is(r.stories.list.at[0]->set, top));
    CU_ASSERT_TRUE(dj_slice_is(r.stories.list.at[1]->set, path[1]));
    CU_ASSERT_TRUE(dj_slice_is(r.stories.list.at[2]->set, path[3]));
    reading_free(&r);
    for (size_t i = 6; i > 0; i--)
        remove(path[i - 1]);
    rmdir(top);
}

static void files_given_one_by_one_share_a_set(void)
{
    reading r = read_path(TEST_DATA "/read/data/set/1-plain.txt");
    CU_ASSERT_TRUE(dj_slice_is(r.stories.list.at[0]->set, ""));
    CU_ASSERT_TRUE(dj_slice_is(r.stories.list.at[0]->source, "1-plain.txt"));
    reading_free(&r);
}

static void what_cannot_be_read_is_told(void)
{
    char directory[] = "/tmp/daejo-read-XXXXXX", path[64];
    CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(directory));
    snprintf(path, sizeof path, "%s/a.txt", directory);
    CU_ASSERT_EQUAL(mkfifo(path, 0600), 0);
    reading r = read_path(directory);
    CU_ASSERT_EQUAL(r.stories.list.n, 0);
    CU_ASSERT_EQUAL(r.diags.list.n, 1);
    reading_free(&r);
    unlink(path);
    rmdir(directory);
    static const char *const missing[] = {"/nowhere/a.txt", "/dev/zero"};
    for (size_t i = 0; i < 2; i++) {
        r = read_path(missing[i]);
        CU_ASSERT_EQUAL(r.stories.list.n, 0);
        CU_ASSERT_EQUAL(r.diags.list.n, 1);
        reading_free(&r);
    }
}

static void content_tells_the_format_where_the_name_does_not(void)
{
    static const struct {
        const char *bytes, *text;
    } cases[] = {
        {"\n {\"text\":\"행\"}", "행"}, {"\xEF\xBB\xBF<!DOCTYPE HTML><p>쪽", "쪽"},
        {" <html><p>쪽", "쪽"},         {"---\ntitle: x\n---\n**굵게**", "굵게"},
        {"<b>글</b>", "<b>글</b>"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        reading r = reading_new();
        dj_read_options options = {.format = DJ_FORMAT_AUTO};
        dj_read_bytes(dj_slice_of(cases[i].bytes), DJ_S("-"), DJ_S(""), &options, &r.stories, &r.diags);
        CU_ASSERT_TRUE(says(&r, DJ_FIELD_TEXT, cases[i].text));
        reading_free(&r);
    }
}

/* DJ_LIMIT_OFFSETS, which only a caller of the library comes to: nothing of the story is looked at */
static void a_story_whose_offsets_would_not_fit_is_told(void)
{
    reading r = reading_new();
    dj_read_options options = {.format = DJ_FORMAT_AUTO};
    dj_read_bytes((dj_slice){"", (size_t)DJ_LIMIT_OFFSETS + 1}, DJ_S("vast.txt"), DJ_NONE, &options, &r.stories, &r.diags);
    CU_ASSERT_EQUAL(r.stories.list.n, 0);
    CU_ASSERT_EQUAL_FATAL(r.diags.list.n, 1);
    CU_ASSERT_TRUE(dj_slice_is(r.diags.list.at[0].message, "larger than 1073741824 bytes, the most that is read"));
    reading_free(&r);
}

static void formats_have_names(void)
{
    dj_format format;
    CU_ASSERT_TRUE(dj_format_named(DJ_S("markdown"), &format) && format == DJ_FORMAT_MARKDOWN);
    CU_ASSERT_TRUE(dj_format_named(DJ_S("auto"), &format) && format == DJ_FORMAT_AUTO);
    CU_ASSERT_FALSE(dj_format_named(DJ_S("pdf"), &format));
}

SUITE("read/paths", {"a directory is one set in order of names", a_directory_is_one_set_in_order_of_names},
      {"a folder below is a set of its own", a_folder_below_is_a_set_of_its_own},
      {"files given one by one share a set", files_given_one_by_one_share_a_set},
      {"what cannot be read is told", what_cannot_be_read_is_told},
      {"content tells the format where the name does not", content_tells_the_format_where_the_name_does_not},
      {"a story whose offsets would not fit is told", a_story_whose_offsets_would_not_fit_is_told},
      {"formats have names", formats_have_names})
