/* trees FILE… >trees.c: the trees of rule files as C, to be compiled into the program; rule/tree.h says how each is written. Of
 * rates and frequencies it notes that they can be read. A file that is not read without an error, is empty or has other ends of
 * lines than line feeds is left out: the program reads it as it reads any, and says what is wrong with it. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "rule/dfa.h"
#include "rule/frequency.h"
#include "rule/rates.h"
#include "rule/tree.h"

const dj_tree dj_trees[] = {{.nodes = 0}}; /* here all are read as YAML, */
const dj_known_table dj_known_tables[] = {{.size = 0}};
const dj_known_dfa dj_known_dfas[] = {{.size = 0}}; /* and no pattern is walked */
const size_t dj_known_dfa_count = 0;

typedef struct writer {
    const dj_yaml *yaml;
    dj_buf out;
    uint32_t line, end; /* of the node before, and of the text before that stands in the file */
    uint32_t nodes, texts;
} writer;

static void write_number(writer *w, uint32_t n)
{
    for (; n >= 0x80; n >>= 7)
        dj_buf_byte(&w->out, (char)(n | 0x80));
    dj_buf_byte(&w->out, (char)n);
}

/* where a scalar's text stands as it is: at its mark, or behind the quote that is there; SIZE_MAX where it does not */
static size_t place_of(const dj_yaml *yaml, const dj_node *scalar)
{
    size_t at = yaml->line_starts[scalar->line - 1];
    for (uint32_t column = 1; column < scalar->column && at < yaml->bytes.n; column++)
        dj_utf8_next(yaml->bytes, &at);
    at += !scalar->is_plain;
    return dj_slice_eq(dj_slice_sub(yaml->bytes, at, at + scalar->text.n), scalar->text) ? at : SIZE_MAX;
}

static void write_head(writer *w, const dj_node *node, dj_tree_type type)
{
    write_number(w, node->column << 3 | (uint32_t)node->is_plain << 2 | type);
    write_number(w, node->line - w->line);
    w->line = node->line;
    w->nodes++;
}

static void write_scalar(writer *w, const dj_node *node)
{
    size_t at = place_of(w->yaml, node);
    bool is_here = at != SIZE_MAX;
    write_head(w, node, is_here ? DJ_TREE_HERE : DJ_TREE_GIVEN);
    if (is_here)
        write_number(w, (uint32_t)at - w->end);
    write_number(w, (uint32_t)node->text.n);
    if (is_here)
        w->end = (uint32_t)(at + node->text.n);
    else
        dj_buf_add(&w->out, node->text);
    w->texts += (uint32_t)node->text.n + 1;
}

static void write_node(writer *w, const dj_node *node)
{
    if (node->type == DJ_NODE_SCALAR) {
        write_scalar(w, node);
        return;
    }
    write_head(w, node, node->type == DJ_NODE_MAP ? DJ_TREE_MAP : DJ_TREE_LIST);
    write_number(w, (uint32_t)node->n);
    for (size_t i = 0; i < node->n; i++) {
        if (node->type == DJ_NODE_MAP)
            write_node(w, node->keys[i]);
        write_node(w, node->items[i]);
    }
}

static bool ends_lines_plainly(const dj_yaml *yaml)
{
    for (size_t line = 1; line < yaml->n_lines; line++) {
        size_t end = yaml->line_starts[line];
        if (yaml->bytes.at[end - 1] != '\n' || (end > 1 && yaml->bytes.at[end - 2] == '\r'))
            return false;
    }
    return true;
}

static bool is_readable(dj_arena *arena, dj_slice path, dj_slice bytes, dj_diags *diags)
{
    if (dj_slice_ends(path, DJ_S("rates.csv")))
        return dj_rates_parse(arena, path, bytes, diags) && diags->list.n == 0;
    return dj_frequencies_parse(arena, path, bytes, diags) && diags->list.n == 0;
}

static void write_table(dj_arena *arena, const char *path, dj_buf *tables)
{
    dj_diags diags = {.arena = arena};
    dj_slice bytes;
    if (dj_file_read(arena, path, DJ_LIMIT_FREQUENCY_FILE, &diags, &bytes) &&
        is_readable(arena, dj_slice_of(path), bytes, &diags))
        dj_buf_fmt(tables, "    {UINT64_C(%" PRIu64 "), %zu},\n", dj_tree_hash(bytes), bytes.n);
}

/* the bytes of file i, and its row of the table */
static void write_file(dj_arena *arena, const char *path, int i, dj_buf *table)
{
    dj_diags diags = {.arena = arena};
    dj_slice bytes;
    dj_yaml yaml;
    if (!dj_file_read(arena, path, DJ_LIMIT_RULE_FILE, &diags, &bytes) ||
        !dj_yaml_parse(arena, dj_slice_of(path), bytes, &diags, &yaml) || !yaml.root || !ends_lines_plainly(&yaml))
        return;
    writer w = {.yaml = &yaml, .out = dj_buf_new(SIZE_MAX)};
    write_node(&w, yaml.root);
    printf("static const unsigned char tree_%d[] = {", i);
    for (size_t k = 0; k < w.out.n; k++)
        printf("%s%u,", k % 32 ? "" : "\n    ", (unsigned char)w.out.at[k]);
    puts("\n};");
    dj_buf_fmt(table, "    {UINT64_C(%" PRIu64 "), %zu, %zu, %u, %u, tree_%d},\n", dj_tree_hash(bytes), bytes.n, yaml.n_lines,
               (unsigned)w.nodes, (unsigned)w.texts, i);
    dj_buf_free(&w.out);
}

int main(int n, char **paths)
{
    dj_buf trees = dj_buf_new(SIZE_MAX), tables = dj_buf_new(SIZE_MAX);
    puts("/* Made by cmake/trees.c. */\n#include \"rule/tree.h\"\n");
    for (int i = 1; i < n; i++) {
        dj_arena *arena = dj_arena_new();
        if (dj_slice_ends(dj_slice_of(paths[i]), DJ_S(".yaml")))
            write_file(arena, paths[i], i, &trees);
        else
            write_table(arena, paths[i], &tables);
        dj_arena_free(arena);
    }
    printf("\nconst dj_tree dj_trees[] = {\n%.*s    {.nodes = 0}};\n", DJ_FMT(dj_buf_slice(&trees)));
    printf("\nconst dj_known_table dj_known_tables[] = {\n%.*s    {.size = 0}};\n", DJ_FMT(dj_buf_slice(&tables)));
    dj_buf_free(&trees);
    dj_buf_free(&tables);
    return fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
