/* YAML to dj_node trees by libyaml's events. Events, not the document API: they show anchors and tags, which are refused
 * here (an alias may make a small file a huge tree, and a rule file has no use for them), and every node keeps its
 * mark. libyaml's columns count code points from 0, as its lines do. */
#include "rule/node.h"

#include <yaml.h>

#include "base/limits.h"
#include "base/names.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "rule/tree.h"

enum { FEW_KEYS = 12 };

typedef struct reader {
    dj_arena *arena;
    dj_diags *diags;
    const dj_yaml *file;
    yaml_parser_t parser;
    yaml_event_t event; /* the current one */
    bool has_event;
} reader;

/* bytes of the line break at the start of s, 0 for none; by YAML 1.1, which libyaml counts lines by */
static size_t line_break(dj_slice s)
{
    if (dj_slice_starts(s, DJ_S("\r\n")) || dj_slice_starts(s, DJ_S("\xC2\x85")))
        return 2;
    if (dj_slice_starts(s, DJ_S("\n")) || dj_slice_starts(s, DJ_S("\r")))
        return 1;
    return dj_slice_starts(s, DJ_S("\xE2\x80\xA8")) || dj_slice_starts(s, DJ_S("\xE2\x80\xA9")) ? 3 : 0;
}

static void index_lines(dj_arena *arena, dj_yaml *file)
{
    DJ_VEC(uint32_t) starts = {0};
    *DJ_PUSH(arena, &starts) = 0;
    for (size_t i = 0; i < file->bytes.n;) {
        unsigned char c = (unsigned char)file->bytes.at[i];
        size_t n = c < ' ' || c >= 0xC2 ? line_break(dj_slice_sub(file->bytes, i, file->bytes.n)) : 0;
        i += n ? n : 1;
        if (n)
            *DJ_PUSH(arena, &starts) = (uint32_t)i;
    }
    file->line_starts = starts.at;
    file->n_lines = starts.n;
}

static dj_slice line_of(const dj_yaml *file, uint32_t line)
{
    if (line == 0 || line > file->n_lines)
        return DJ_NONE;
    size_t start = file->line_starts[line - 1], end = line < file->n_lines ? file->line_starts[line] : file->bytes.n;
    size_t longest = end - start < 3 ? end - start : 3;
    while (longest > 0 && line_break(dj_slice_sub(file->bytes, end - longest, end)) != longest)
        longest--;
    return dj_slice_sub(file->bytes, start, end - longest);
}

static dj_place place_at(const dj_yaml *file, uint32_t line, uint32_t column)
{
    return (dj_place){file->path, line, column, line_of(file, line)};
}

static dj_place place_of_mark(const reader *r, yaml_mark_t mark)
{
    return place_at(r->file, (uint32_t)mark.line + 1, (uint32_t)mark.column + 1);
}

/* where byte `offset` of the file lies; the parser gives no mark for bytes that are no text */
static dj_place place_of_byte(const dj_yaml *file, size_t offset)
{
    uint32_t line = 1;
    while (line < file->n_lines && file->line_starts[line] <= offset)
        line++;
    size_t start = file->line_starts[line - 1];
    return place_at(file, line, (uint32_t)dj_utf8_count(dj_slice_sub(file->bytes, start, offset < start ? start : offset)) + 1);
}

static bool syntax_error(reader *r)
{
    const yaml_parser_t *p = &r->parser;
    if (p->error == YAML_MEMORY_ERROR)
        dj_out_of_memory();
    const char *problem = p->problem ? p->problem : "unreadable";
    if (p->error == YAML_READER_ERROR)
        dj_error(r->diags, place_of_byte(r->file, p->problem_offset), "not YAML: %s", problem);
    else if (p->context)
        dj_error(r->diags, place_of_mark(r, p->problem_mark), "not YAML: %s, %s", problem, p->context);
    else
        dj_error(r->diags, place_of_mark(r, p->problem_mark), "not YAML: %s", problem);
    return false;
}

static bool refuse(reader *r, const char *what)
{
    dj_error(r->diags, place_of_mark(r, r->event.start_mark), "%s", what);
    return false;
}

static bool next_event(reader *r)
{
    if (r->has_event)
        yaml_event_delete(&r->event);
    r->has_event = yaml_parser_parse(&r->parser, &r->event) != 0;
    return r->has_event || syntax_error(r);
}

static bool has_anchor_or_tag(const yaml_event_t *e)
{
    switch (e->type) {
    case YAML_SCALAR_EVENT: return e->data.scalar.anchor || e->data.scalar.tag;
    case YAML_SEQUENCE_START_EVENT: return e->data.sequence_start.anchor || e->data.sequence_start.tag;
    case YAML_MAPPING_START_EVENT: return e->data.mapping_start.anchor || e->data.mapping_start.tag;
    default: return false;
    }
}

static dj_node *node_new(const reader *r, dj_node_type type)
{
    dj_node *node = dj_alloc(r->arena, sizeof *node);
    node->type = type;
    node->line = (uint32_t)r->event.start_mark.line + 1;
    node->column = (uint32_t)r->event.start_mark.column + 1;
    return node;
}

static const dj_node *scalar_of_event(const reader *r)
{
    dj_node *node = node_new(r, DJ_NODE_SCALAR);
    dj_slice text = {(const char *)r->event.data.scalar.value, r->event.data.scalar.length};
    node->text = dj_slice_copy(r->arena, text);
    node->is_plain = r->event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    return node;
}

static bool key_seen(const dj_node *const *keys, size_t n, dj_names **index, dj_slice key)
{
    if (n < FEW_KEYS) {
        for (size_t i = 0; i < n; i++)
            if (dj_slice_eq(keys[i]->text, key))
                return true;
        return false;
    }
    if (n == FEW_KEYS)
        for (size_t i = 0; i < n; i++)
            dj_intern(*index, keys[i]->text);
    uint32_t before = dj_names_count(*index);
    return dj_intern(*index, key) <= before;
}

static bool read_node(reader *r, unsigned depth, const dj_node **out);

static bool read_list(reader *r, unsigned depth, const dj_node **out)
{
    dj_node *node = node_new(r, DJ_NODE_LIST);
    DJ_VEC(const dj_node *) items = {0};
    while (next_event(r)) {
        if (r->event.type == YAML_SEQUENCE_END_EVENT) {
            node->items = items.at;
            node->n = items.n;
            *out = node;
            return true;
        }
        const dj_node *item;
        if (!read_node(r, depth, &item))
            return false;
        *DJ_PUSH(r->arena, &items) = item;
    }
    return false;
}

static bool read_map(reader *r, unsigned depth, const dj_node **out)
{
    dj_node *node = node_new(r, DJ_NODE_MAP);
    DJ_VEC(const dj_node *) keys = {0}, items = {0};
    dj_names *index = NULL;
    while (next_event(r)) {
        if (r->event.type == YAML_MAPPING_END_EVENT) {
            node->keys = keys.at;
            node->items = items.at;
            node->n = keys.n;
            *out = node;
            return true;
        }
        if (r->event.type != YAML_SCALAR_EVENT)
            return refuse(r, "a key must be a word");
        const dj_node *key, *item;
        if (!read_node(r, depth, &key))
            return false;
        if (keys.n == FEW_KEYS && !index)
            index = dj_names_new(r->arena);
        if (key_seen(keys.at, keys.n, &index, key->text)) {
            dj_error(r->diags, dj_node_place(r->file, key), "key '%.*s' is given twice", DJ_FMT(key->text));
            return false;
        }
        if (!next_event(r) || !read_node(r, depth, &item))
            return false;
        *DJ_PUSH(r->arena, &keys) = key;
        *DJ_PUSH(r->arena, &items) = item;
    }
    return false;
}

/* the node that the current event begins */
static bool read_node(reader *r, unsigned depth, const dj_node **out)
{
    if (r->event.type == YAML_ALIAS_EVENT)
        return refuse(r, "aliases are not read: write it out");
    if (has_anchor_or_tag(&r->event))
        return refuse(r, "anchors and tags are not read: write it out");
    if (depth == DJ_LIMIT_YAML_DEPTH)
        return refuse(r, "nested deeper than " DJ_SAID(DJ_LIMIT_YAML_DEPTH) " levels");
    if (r->event.type == YAML_SEQUENCE_START_EVENT)
        return read_list(r, depth + 1, out);
    if (r->event.type == YAML_MAPPING_START_EVENT)
        return read_map(r, depth + 1, out);
    *out = scalar_of_event(r);
    return true;
}

static bool read_stream(reader *r, const dj_node **root)
{
    *root = NULL;
    while (next_event(r)) {
        if (r->event.type == YAML_STREAM_END_EVENT)
            return true;
        if (r->event.type != YAML_DOCUMENT_START_EVENT)
            continue;
        if (*root)
            return refuse(r, "more than one document in a file");
        if (!next_event(r) || !read_node(r, 0, root))
            return false;
    }
    return false;
}

bool dj_yaml_parse(dj_arena *arena, dj_slice path, dj_slice bytes, dj_diags *diags, dj_yaml *out)
{
    dj_yaml file = {.path = path, .bytes = bytes};
    if (dj_tree_take(arena, &file)) {
        *out = file;
        return true;
    }
    index_lines(arena, &file);
    reader r = {.arena = arena, .diags = diags, .file = &file};
    if (!yaml_parser_initialize(&r.parser))
        dj_out_of_memory();
    yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&r.parser, (const unsigned char *)(bytes.at ? bytes.at : ""), bytes.n);
    bool okay = read_stream(&r, &file.root);
    if (r.has_event)
        yaml_event_delete(&r.event);
    yaml_parser_delete(&r.parser);
    if (okay)
        *out = file;
    return okay;
}

const dj_node *dj_node_get(const dj_node *map, const char *key)
{
    if (!map || map->type != DJ_NODE_MAP)
        return NULL;
    dj_slice wanted = dj_slice_of(key);
    for (size_t i = 0; i < map->n; i++)
        if (dj_slice_eq(map->keys[i]->text, wanted))
            return map->items[i];
    return NULL;
}

dj_place dj_node_place(const dj_yaml *file, const dj_node *node)
{
    return place_at(file, node->line, node->column);
}
