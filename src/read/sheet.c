/* See sheet.h. Only the form of the file is looked at here; whether a value can be read is known once the rules have been
 * run over it. */
#include "read/sheet.h"

#include "base/file.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "read/charset.h"
#include "read/nfc.h"
#include "read/reader.h"
#include "read/scalar.h"

typedef struct keys {
    const char *value; /* the key that says what kind of fact it is */
    const char *others[3];
} keys;

static const keys types[DJ_SHEET_TYPES] = {
    [DJ_SHEET_AMOUNT] = {"amount", {"about"}},   [DJ_SHEET_DATE] = {"date", {"about"}},     [DJ_SHEET_TIME] = {"time", {"about"}},
    [DJ_SHEET_NAME] = {"name", {"role", "not"}}, [DJ_SHEET_QUOTE] = {"quote", {"speaker"}},
};

typedef struct reader {
    dj_arena *arena;
    dj_document document;
    dj_yaml yaml;
    dj_source source;
    dj_sheet *sheet;
    dj_diags *diags;
} reader;

const char *dj_sheet_type_key(dj_sheet_type type)
{
    return types[type].value;
}

static bool wrong(const reader *r, const dj_node *node, const char *what)
{
    dj_error(r->diags, dj_node_place(&r->yaml, node), "%s", what);
    return false;
}

static bool is_text(const dj_node *node)
{
    return node && node->type == DJ_NODE_SCALAR && dj_slice_trim(node->text).n > 0;
}

/* NULL, and told, where the map has none of the keys that make a fact, or two */
static const keys *type_of(const reader *r, const dj_node *map)
{
    const keys *found = NULL;
    for (size_t t = 0; t < DJ_SHEET_TYPES; t++) {
        if (!dj_node_get(map, types[t].value))
            continue;
        if (found) {
            dj_error(r->diags, dj_node_place(&r->yaml, map), "a fact has one value, not both '%s' and '%s'", found->value,
                     types[t].value);
            return NULL;
        }
        found = &types[t];
    }
    if (!found)
        wrong(r, map, "a fact has one of amount, date, time, name and quote");
    return found;
}

static bool has_known_keys(const reader *r, const dj_node *map, const keys *of)
{
    bool okay = true;
    for (size_t i = 0; i < map->n; i++) {
        dj_slice key = map->keys[i]->text;
        bool is_known = dj_slice_is(key, of->value);
        for (size_t k = 0; k < 3 && of->others[k]; k++)
            is_known = is_known || dj_slice_is(key, of->others[k]);
        if (is_known)
            continue;
        dj_error(r->diags, dj_node_place(&r->yaml, map->keys[i]), "unknown key '%.*s': a fact with '%s' has %s%s%s", DJ_FMT(key),
                 of->value, of->others[0], of->others[1] ? " and " : "", of->others[1] ? of->others[1] : "");
        okay = false;
    }
    return okay;
}

/* the items of a list, or the node itself where it is a text */
static size_t items_of(const dj_node *const *node, const dj_node *const **items)
{
    bool is_list = (*node)->type == DJ_NODE_LIST;
    *items = is_list ? (*node)->items : node;
    return is_list ? (*node)->n : 1;
}

static bool read_texts(const reader *r, const dj_node *map, const char *key, dj_slice **texts, size_t *n)
{
    const dj_node *node = dj_node_get(map, key), *const * items;
    *n = 0;
    if (!node)
        return true;
    size_t count = items_of(&node, &items);
    *texts = dj_alloc(r->arena, (count + 1) * sizeof **texts);
    for (size_t i = 0; i < count; i++) {
        if (!is_text(items[i]))
            return wrong(r, items[i], "must be a text or a list of texts");
        (*texts)[(*n)++] = dj_slice_trim(dj_nfc(r->arena, items[i]->text).text);
    }
    return true;
}

static bool add_choice(const reader *r, const dj_node *node, dj_sheet_fact *fact, dj_trace *title)
{
    if (!is_text(node))
        return wrong(r, node, "a word of 'about' is a text, or a list of texts of which one is enough");
    dj_slice text = dj_slice_trim(dj_nfc(r->arena, node->text).text);
    dj_sheet_choice *choice = DJ_PUSH(r->arena, &fact->about);
    choice->word = fact->n_words;
    choice->start = (uint32_t)title->text.n;
    dj_trace_step(title, text, 0, 0);
    choice->end = (uint32_t)title->text.n;
    dj_trace_step(title, DJ_S("\n"), 0, 0);
    return true;
}

static bool read_about(const reader *r, const dj_node *map, dj_sheet_fact *fact, dj_trace *title)
{
    const dj_node *node = dj_node_get(map, "about"), *const * words, *const * choices;
    if (!node)
        return wrong(r, map, "'about' is missing: the words that a sentence on this fact has");
    size_t n = items_of(&node, &words);
    if (n > DJ_LIMIT_SHEET_WORDS)
        return wrong(r, node, "'about' has more than " DJ_SAID(DJ_LIMIT_SHEET_WORDS) " words");
    for (size_t i = 0; i < n; i++, fact->n_words++) {
        size_t m = items_of(&words[i], &choices);
        if (m == 0)
            return wrong(r, words[i], "a list in 'about' has no words");
        for (size_t c = 0; c < m; c++)
            if (!add_choice(r, choices[c], fact, title))
                return false;
    }
    return n > 0 || wrong(r, node, "'about' has no words");
}

static bool has_hangul(dj_slice text)
{
    for (size_t pos = 0; pos < text.n;)
        if (dj_is_hangul(dj_utf8_next(text, &pos)))
            return true;
    return false;
}

static const dj_story *story_of(const reader *r, const dj_node *value, dj_traced title)
{
    dj_stories made = {.arena = r->arena};
    dj_story *story = dj_story_new(&made, &r->source);
    dj_field_fill(r->arena, &r->document, dj_trace_scalar(r->arena, &r->yaml, value), &story->fields[DJ_FIELD_TEXT]);
    dj_field_fill(r->arena, &r->document, title, &story->fields[DJ_FIELD_TITLE]);
    bool is_korean = has_hangul(story->fields[DJ_FIELD_TEXT].text) || has_hangul(story->fields[DJ_FIELD_TITLE].text);
    story->lang = is_korean ? DJ_S("ko") : DJ_S("en");
    return story;
}

static bool is_name_among(const reader *r, const dj_sheet_fact *fact, const dj_node *name)
{
    dj_slice right = dj_slice_trim(dj_nfc(r->arena, name->text).text);
    for (size_t i = 0; i < fact->wrong.n; i++)
        if (dj_slice_eq(fact->wrong.at[i], right))
            return true;
    return false;
}

static bool fill(const reader *r, const dj_node *map, const keys *of, dj_sheet_fact *fact)
{
    dj_trace title = dj_trace_new(r->arena);
    dj_slice *speaker = NULL;
    size_t n = 0;
    bool okay = strcmp(of->others[0], "about") != 0 || read_about(r, map, fact, &title);
    okay = read_texts(r, map, "role", &fact->roles.at, &fact->roles.n) && okay;
    okay = read_texts(r, map, "not", &fact->wrong.at, &fact->wrong.n) && okay;
    okay = read_texts(r, map, "speaker", &speaker, &n) && okay;
    dj_traced words = dj_trace_end(&title);
    const dj_node *value = dj_node_get(map, of->value);
    if (!is_text(value))
        return wrong(r, value, "must be a text");
    if (is_name_among(r, fact, value))
        return wrong(r, dj_node_get(map, "not"), "the name itself is listed as a wrong spelling");
    if (n > 1)
        return wrong(r, dj_node_get(map, "speaker"), "a quotation has one speaker");
    if (n)
        fact->speaker = speaker[0];
    fact->type = (dj_sheet_type)(of - types);
    fact->place = dj_node_place(&r->yaml, value);
    fact->story = story_of(r, value, words);
    return okay;
}

static void read_fact(const reader *r, const dj_node *node)
{
    if (node->type != DJ_NODE_MAP) {
        wrong(r, node, "a fact is a map of keys and values");
        return;
    }
    const keys *of = type_of(r, node);
    if (!of)
        return;
    dj_sheet_fact *fact = dj_alloc(r->arena, sizeof *fact);
    bool okay = has_known_keys(r, node, of);
    if (fill(r, node, of, fact) && okay)
        *DJ_PUSH(r->arena, &r->sheet->facts) = fact;
}

static void read_root(const reader *r)
{
    const dj_node *root = r->yaml.root, *facts = dj_node_get(root, "facts");
    for (size_t i = 0; root && root->type == DJ_NODE_MAP && i < root->n; i++)
        if (root->items[i] != facts)
            dj_error(r->diags, dj_node_place(&r->yaml, root->keys[i]),
                     "unknown key '%.*s': a fact sheet has 'facts' alone, with names and quotations among them",
                     DJ_FMT(root->keys[i]->text));
    if (!facts || facts->type != DJ_NODE_LIST) {
        dj_error(r->diags, (dj_place){.path = r->source.path}, "a fact sheet is a list of facts under the key 'facts'");
        return;
    }
    for (size_t i = 0; i < facts->n; i++)
        read_fact(r, facts->items[i]);
}

void dj_sheet_read_bytes(dj_arena *arena, dj_slice path, dj_slice bytes, dj_sheet *sheet, dj_diags *diags)
{
    reader r = {.arena = arena, .source = {bytes, path, DJ_NONE}, .sheet = sheet, .diags = diags};
    r.document = dj_document_new(arena, dj_decode(arena, bytes, DJ_NONE));
    if (dj_yaml_parse(arena, path, r.document.decoded.text, diags, &r.yaml))
        read_root(&r);
}

void dj_sheet_read(dj_arena *arena, const char *path, dj_sheet *sheet, dj_diags *diags)
{
    dj_slice bytes;
    if (dj_file_read(arena, path, DJ_LIMIT_SHEET_FILE, diags, &bytes))
        dj_sheet_read_bytes(arena, dj_slice_copy(arena, dj_slice_of(path)), bytes, sheet, diags);
}
