/* See tree.h. What is read here was compiled into the program, so it is believed. Nodes, texts and the pointers to nodes
 * lie in one block each: how many there are is known, and every node but the root is pointed to once. */
#include "rule/tree.h"

#include <stdint.h>

#include "base/vec.h"

typedef struct reader {
    const unsigned char *at;
    dj_slice file;
    dj_node *nodes; /* the next of each */
    const dj_node **pointers;
    char *texts;
    uint32_t line, end; /* of the node before, and of the text before that stands in the file */
} reader;

uint64_t dj_tree_hash(dj_slice bytes)
{
    uint64_t h = bytes.n * 0x9E3779B97F4A7C15u, word;
    for (size_t i = 0; i < bytes.n; i += sizeof word) {
        size_t n = bytes.n - i < sizeof word ? bytes.n - i : sizeof word;
        word = 0;
        memcpy(&word, bytes.at + i, n);
        h = (h ^ word) * 0xD6E8FEB86659FD93u;
        h ^= h >> 32;
    }
    return h;
}

static uint32_t number(reader *r)
{
    uint32_t n = 0;
    unsigned shift = 0;
    for (; *r->at & 0x80; shift += 7)
        n |= (uint32_t)(*r->at++ & 0x7F) << shift;
    return n | (uint32_t)*r->at++ << shift;
}

static dj_slice text(reader *r, bool is_here)
{
    uint32_t start = r->end + (is_here ? number(r) : 0), n = number(r);
    const char *from = is_here ? r->file.at + start : (const char *)r->at;
    dj_slice copy = {r->texts, n};
    memcpy(r->texts, from, n);
    r->texts[n] = '\0';
    r->texts += n + 1;
    if (is_here)
        r->end = start + n;
    else
        r->at += n;
    return copy;
}

static const dj_node **pointers(reader *r, size_t n)
{
    const dj_node **first = r->pointers;
    r->pointers += n;
    return first;
}

/* as deep as YAML is read: what is deeper was refused when the program was built */
static const dj_node *node(reader *r)
{
    dj_node *new = r->nodes++;
    uint32_t head = number(r), type = head & 3;
    *new = (dj_node){.is_plain = head >> 2 & 1, .line = r->line += number(r), .column = head >> 3};
    if (type == DJ_TREE_HERE || type == DJ_TREE_GIVEN) {
        new->type = DJ_NODE_SCALAR;
        new->text = text(r, type == DJ_TREE_HERE);
        return new;
    }
    new->type = type == DJ_TREE_MAP ? DJ_NODE_MAP : DJ_NODE_LIST;
    new->n = number(r);
    new->keys = type == DJ_TREE_MAP ? pointers(r, new->n) : NULL;
    new->items = pointers(r, new->n);
    for (size_t i = 0; i < new->n; i++) {
        if (new->keys)
            new->keys[i] = node(r);
        new->items[i] = node(r);
    }
    return new;
}

/* of a file whose every line but the last ends in a line feed */
static const uint32_t *line_starts(dj_arena *arena, dj_slice bytes, size_t n)
{
    uint32_t *starts = dj_alloc(arena, n * sizeof *starts);
    for (size_t line = 1, at = 0; line < n; line++) {
        const char *end = memchr(bytes.at + at, '\n', bytes.n - at);
        if (!end)
            break;
        starts[line] = (uint32_t)(at = (size_t)(end - bytes.at) + 1);
    }
    return starts;
}

bool dj_table_known(dj_slice bytes)
{
    const dj_known_table *known = dj_known_tables;
    uint64_t hash = dj_tree_hash(bytes);
    while (known->size && (known->hash != hash || known->size != bytes.n))
        known++;
    return known->size > 0;
}

bool dj_tree_find(dj_yaml *file)
{
    const dj_tree *tree = dj_trees;
    uint64_t hash = dj_tree_hash(file->bytes);
    while (tree->nodes && (tree->hash != hash || tree->size != file->bytes.n))
        tree++;
    file->tree = tree->nodes ? tree : NULL;
    return file->tree != NULL;
}

void dj_tree_read(dj_arena *arena, dj_yaml *file)
{
    const dj_tree *tree = file->tree;
    reader r = {.at = tree->at, .file = file->bytes};
    r.nodes = dj_alloc(arena, tree->nodes * sizeof *r.nodes);
    r.pointers = dj_alloc(arena, tree->nodes * sizeof *r.pointers);
    r.texts = dj_alloc(arena, tree->texts);
    file->root = node(&r);
    file->line_starts = line_starts(arena, file->bytes, tree->lines);
    file->n_lines = tree->lines;
}

bool dj_tree_take(dj_arena *arena, dj_yaml *file)
{
    bool is_known = dj_tree_find(file);
    if (is_known)
        dj_tree_read(arena, file);
    return is_known;
}
