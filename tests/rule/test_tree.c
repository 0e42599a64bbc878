/* Every rule file of this tree, taken from the program and read as YAML: the same. */
#include "rule/tree.h"

#include "base/file.h"
#include "base/limits.h"
#include "suite.h"

static bool are_same(const dj_node *a, const dj_node *b)
{
    if (a->type != b->type || a->is_plain != b->is_plain || a->line != b->line || a->column != b->column || a->n != b->n ||
        !dj_slice_eq(a->text, b->text) || (a->text.n && a->text.at[a->text.n] != '\0'))
        return false;
    for (size_t i = 0; i < a->n; i++)
        if ((a->type == DJ_NODE_MAP && !are_same(a->keys[i], b->keys[i])) || !are_same(a->items[i], b->items[i]))
            return false;
    return true;
}

/* The same bytes with a comment behind them are another file, whose tree is the same. */
static bool is_read_the_same(dj_arena *arena, dj_slice bytes)
{
    dj_buf more = dj_buf_new(SIZE_MAX);
    dj_buf_add(&more, bytes);
    dj_buf_text(&more, "\n# end");
    dj_diags diags = {.arena = arena};
    dj_yaml taken = {.bytes = bytes}, read = {.bytes = dj_slice_copy(arena, dj_buf_slice(&more))};
    dj_buf_free(&more);
    bool okay = dj_tree_take(arena, &taken) && !dj_tree_take(arena, &read) &&
                dj_yaml_parse(arena, DJ_S("a.yaml"), read.bytes, &diags, &read) && are_same(taken.root, read.root) &&
                taken.n_lines + 1 == read.n_lines;
    return okay && memcmp(taken.line_starts, read.line_starts, taken.n_lines * sizeof *taken.line_starts) == 0;
}

static void each_file(dj_arena *arena, const char *folder, size_t *n)
{
    dj_paths paths = {0};
    dj_diags diags = {.arena = arena};
    CU_ASSERT_TRUE_FATAL(dj_directory_read(arena, folder, &diags, &paths));
    for (size_t i = 0; i < paths.n; i++) {
        dj_slice bytes, path = dj_slice_of(paths.at[i]);
        if (dj_is_directory(paths.at[i]))
            each_file(arena, paths.at[i], n);
        if (!dj_slice_ends(path, DJ_S(".yaml")))
            continue;
        CU_ASSERT_TRUE_FATAL(dj_file_read(arena, paths.at[i], DJ_LIMIT_RULE_FILE, &diags, &bytes));
        bool okay = is_read_the_same(arena, bytes);
        CU_ASSERT_TRUE(okay);
        if (!okay)
            fprintf(stderr, "\n  %s\n", paths.at[i]);
        ++*n;
    }
}

static void what_is_taken_is_what_would_be_read(void)
{
    dj_arena *arena = dj_arena_new();
    size_t n = 0;
    each_file(arena, RULES_DIR, &n);
    CU_ASSERT_TRUE(n > 50);
    dj_arena_free(arena);
}

static void a_file_that_was_changed_has_no_tree(void)
{
    dj_arena *arena = dj_arena_new();
    dj_diags diags = {.arena = arena};
    dj_yaml file = {0};
    CU_ASSERT_TRUE_FATAL(dj_file_read(arena, RULES_DIR "/checks.yaml", DJ_LIMIT_RULE_FILE, &diags, &file.bytes));
    char *bytes = dj_copy(arena, file.bytes.at, file.bytes.n);
    file.bytes.at = bytes;
    CU_ASSERT_TRUE(dj_tree_take(arena, &file));
    for (size_t i = 0; i < file.bytes.n; i++) {
        bytes[i] ^= 1;
        if (dj_tree_take(arena, &file))
            CU_FAIL("a change was not seen");
        bytes[i] ^= 1;
    }
    file.bytes.n--;
    CU_ASSERT_FALSE(dj_tree_take(arena, &file));
    file.bytes.n = 0;
    CU_ASSERT_FALSE(dj_tree_take(arena, &file));
    dj_arena_free(arena);
}

SUITE("rule/tree", {"what is taken is what would be read", what_is_taken_is_what_would_be_read},
      {"a file that was changed has no tree", a_file_that_was_changed_has_no_tree})
