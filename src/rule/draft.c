/* Drafts: what all files say for one language, after `any` is merged in and later directories have added and overridden.
 * Everything named goes through one table, so that overriding is decided in one place. */
#include "rule/build.h"

#include "base/limits.h"
#include "rule/keys.h"

typedef struct gatherer {
    dj_arena *arena;
    dj_diags *diags;
    dj_draft *draft;
    const dj_source *source;
    dj_origin origin;
} gatherer;

const dj_entry *dj_table_find(const dj_table *table, dj_slice name)
{
    uint32_t id = dj_names_find(table->index, name);
    return id ? &table->list.at[id - 1] : NULL;
}

static void wrong(const gatherer *g, const dj_node *node, const char *what)
{
    dj_error(g->diags, dj_source_place(g->source, node), "%s", what);
}

static void put(gatherer *g, dj_table *table, const dj_node *named_at, const dj_node *node)
{
    dj_slice name = named_at->text;
    uint32_t id = dj_intern(table->index, name);
    dj_entry new = {dj_name(table->index, id), g->source, node, named_at, g->origin};
    if (id > table->list.n) {
        *DJ_PUSH(g->arena, &table->list) = new;
        return;
    }
    dj_entry *old = &table->list.at[id - 1];
    if (old->origin == g->origin)
        dj_error(g->diags, dj_source_place(g->source, named_at), "'%.*s' is given twice: first in %.*s, line %u", DJ_FMT(name),
                 DJ_FMT(old->source->yaml.path), old->named_at->line);
    else
        *old = new;
}

/* lexicon and part names stand in {{…}} */
static bool is_name(dj_slice s)
{
    for (size_t i = 0; i < s.n; i++) {
        char c = s.at[i];
        bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!is_letter && !(c >= '0' && c <= '9') && c != '_' && c != '-' && c != '.')
            return false;
    }
    return s.n > 0;
}

static bool check_name(const gatherer *g, const dj_node *node)
{
    if (dj_is_scalar(node) && is_name(node->text))
        return true;
    wrong(g, node, "a name is made of letters, digits, '-', '_' and '.'");
    return false;
}

static bool check_map(const gatherer *g, const dj_node *node)
{
    if (node->type != DJ_NODE_MAP)
        wrong(g, node, "must be a map");
    return node->type == DJ_NODE_MAP;
}

static void add_texts(gatherer *g, const dj_node *map, dj_table *table)
{
    if (!check_map(g, map))
        return;
    for (size_t i = 0; i < map->n; i++)
        if (!check_name(g, map->keys[i]))
            continue;
        else if (!dj_is_scalar(map->items[i]))
            wrong(g, map->items[i], "must be a text");
        else
            put(g, table, map->keys[i], map->items[i]);
}

static void add_items(gatherer *g, const dj_node *list, dj_table *table)
{
    if (list->type != DJ_NODE_LIST) {
        wrong(g, list, "must be a list");
        return;
    }
    for (size_t i = 0; i < list->n; i++) {
        const dj_node *id = dj_node_get(list->items[i], "id");
        if (list->items[i]->type != DJ_NODE_MAP)
            wrong(g, list->items[i], "must be a map with an id");
        else if (!id)
            wrong(g, list->items[i], "has no id");
        else if (check_name(g, id))
            put(g, table, id, list->items[i]);
    }
}

/* A possessive may be set with a curly apostrophe: Father’s Day. A copy with these, or DJ_NONE where there are none. */
static dj_slice with_curly_apostrophes(dj_arena *arena, dj_slice surface)
{
    if (surface.n == 0 || !memchr(surface.at, '\'', surface.n))
        return DJ_NONE;
    dj_buf out = dj_buf_new(SIZE_MAX);
    for (size_t i = 0; i < surface.n; i++) {
        bool is_apostrophe = surface.at[i] == '\'' && i > 0 && (surface.at[i - 1] | 32) >= 'a' && (surface.at[i - 1] | 32) <= 'z';
        if (is_apostrophe)
            dj_buf_text(&out, "’");
        else
            dj_buf_byte(&out, surface.at[i]);
    }
    dj_slice copy = out.n > surface.n ? dj_slice_copy(arena, dj_buf_slice(&out)) : DJ_NONE;
    dj_buf_free(&out);
    return copy;
}

static void add_surface(gatherer *g, dj_lexicon *lexicon, dj_slice value, const dj_node *node)
{
    dj_slice surface = dj_is_scalar(node) ? dj_slice_trim(node->text) : DJ_NONE;
    if (surface.n == 0)
        wrong(g, node, "must be a word");
    else if (surface.n > DJ_LIMIT_SURFACE)
        wrong(g, node, "longer than " DJ_SAID(DJ_LIMIT_SURFACE) " bytes");
    else if (!dj_lexicon_add(lexicon, surface, value.at ? value : surface, g->origin))
        dj_error(g->diags, dj_source_place(g->source, node), "'%.*s' stands for two values", DJ_FMT(surface));
    dj_slice curly = with_curly_apostrophes(g->arena, surface);
    if (curly.n)
        dj_lexicon_add(lexicon, curly, value.at ? value : surface, g->origin);
}

/* a word alone, or a list of them; a lexicon that is a list gives each word itself as the value (DJ_NONE) */
static void add_surfaces(gatherer *g, dj_lexicon *lexicon, dj_slice value, const dj_node *node)
{
    if (node->type != DJ_NODE_LIST)
        add_surface(g, lexicon, value, node);
    else
        for (size_t i = 0; i < node->n; i++)
            add_surface(g, lexicon, value, node->items[i]);
}

static void add_lexicons(gatherer *g, const dj_node *map, dj_table *unused)
{
    (void)unused;
    if (!check_map(g, map))
        return;
    for (size_t i = 0; i < map->n; i++) {
        const dj_node *words = map->items[i];
        if (!check_name(g, map->keys[i]))
            continue;
        dj_lexicon *lexicon = dj_lexicon_open(g->draft->lexicons, map->keys[i]->text);
        if (words->type == DJ_NODE_SCALAR)
            wrong(g, words, "must be a map from values to words, or a list of words");
        else if (words->type == DJ_NODE_LIST)
            add_surfaces(g, lexicon, DJ_NONE, words);
        else
            for (size_t k = 0; k < words->n; k++)
                add_surfaces(g, lexicon, words->keys[k]->text, words->items[k]);
    }
}

static void add_section(gatherer *g, dj_slice key, const dj_node *node)
{
    dj_draft *d = g->draft;
    const struct {
        const char *key;
        void (*add)(gatherer *, const dj_node *, dj_table *);
        dj_table *table;
    } sections[] = {{"lexicons", add_lexicons, NULL},      {"parts", add_texts, &d->parts},
                    {"patterns", add_texts, &d->patterns}, {"messages", add_texts, &d->messages},
                    {"rules", add_items, &d->rules},       {"modifiers", add_items, &d->modifiers}};
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++)
        if (dj_slice_is(key, sections[i].key))
            sections[i].add(g, node, sections[i].table);
}

static void add_source(gatherer *g)
{
    const dj_node *root = g->source->yaml.root;
    if (!root)
        return;
    if (!check_map(g, root))
        return;
    dj_keys_check(&g->source->yaml, root, DJ_KEYS_FILE, g->diags);
    for (size_t i = 0; i < root->n; i++)
        add_section(g, root->keys[i]->text, root->items[i]);
}

/* {{name}} must mean one thing */
static void check_parts_against_lexicons(gatherer *g)
{
    for (size_t i = 0; i < g->draft->parts.list.n; i++) {
        const dj_entry *part = &g->draft->parts.list.at[i];
        if (dj_lexicon_named(g->draft->lexicons, part->name.at))
            dj_error(g->diags, dj_source_place(part->source, part->named_at), "'%.*s' is a lexicon's name too",
                     DJ_FMT(part->name));
    }
}

void dj_draft_make(dj_arena *arena, const dj_sources *sources, dj_slice lang, dj_diags *diags, dj_draft *out)
{
    dj_table *tables[] = {&out->parts, &out->patterns, &out->messages, &out->rules, &out->modifiers};
    out->lang = lang;
    out->bad_parts = dj_names_new(arena);
    out->expanded = dj_names_new(arena);
    out->lexicons = dj_lexicons_new(arena);
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        tables[i]->index = dj_names_new(arena);
    gatherer g = {.arena = arena, .diags = diags, .draft = out};
    for (unsigned is_own = 0; is_own < 2; is_own++)
        for (size_t i = 0; i < sources->packs.n; i++) {
            const dj_source *source = &sources->packs.at[i];
            if (!dj_slice_eq(source->lang, is_own ? lang : DJ_S("any")))
                continue;
            g.source = source;
            g.origin = source->directory * 2 + is_own;
            add_source(&g);
        }
    dj_lexicons_close(out->lexicons);
    check_parts_against_lexicons(&g);
}
