/* From the tree of a configuration file to settings. What a key may hold is said by its form in keys.def, so that a new key
 * of a known form needs a row there and its use, and nothing here. */
#include "base/file.h"
#include "base/nearest.h"
#include "base/path.h"
#include "check/check.h"
#include "engine/config.h"

typedef void form_reader(daejo_config *c, const dj_key *key, const dj_node *node);

static bool wrong(daejo_config *c, const dj_node *node, const char *what)
{
    dj_error(&c->problems, dj_node_place(&c->yaml, node), "%s", what);
    return false;
}

static bool is_text(const dj_node *node)
{
    return node && node->type == DJ_NODE_SCALAR && node->text.n > 0;
}

static void add_row(daejo_config *c, dj_slice key, dj_slice value, const dj_node *node)
{
    *DJ_PUSH(c->arena, &c->rows) = (dj_config_row){key, value, dj_node_place(&c->yaml, node)};
}

static void read_path(daejo_config *c, const dj_key *key, const dj_node *node)
{
    if (!is_text(node)) {
        wrong(c, node, "must be a path");
        return;
    }
    dj_slice path = dj_path_join(c->arena, c->folder, node->text);
    bool is_folder = strcmp(key->name, "rules") == 0;
    if (is_folder ? dj_is_directory(path.at) : dj_is_file(path.at))
        add_row(c, dj_slice_of(key->name), path, node);
    else
        dj_error(&c->problems, dj_node_place(&c->yaml, node), "there is no %s '%.*s'", is_folder ? "folder" : "file",
                 DJ_FMT(path));
}

static void read_paths(daejo_config *c, const dj_key *key, const dj_node *node)
{
    if (node->type != DJ_NODE_LIST)
        read_path(c, key, node);
    else
        for (size_t i = 0; i < node->n; i++)
            read_path(c, key, node->items[i]);
}

static void unknown_word(daejo_config *c, const dj_node *node, const char *what, const char *const *words, const char *instead)
{
    const char *meant = dj_nearest(node->text, words);
    dj_error(&c->problems, dj_node_place(&c->yaml, node), "%s, not '%.*s'%s%s%s", what, DJ_FMT(node->text),
             meant ? "; did you mean '" : instead, meant ? meant : "", meant ? "'?" : "");
}

static void read_choice(daejo_config *c, const dj_key *key, const dj_node *node)
{
    const char *choices[DJ_MOST_CHOICES + 1];
    dj_key_choices(c->arena, key, choices);
    for (size_t i = 0; is_text(node) && choices[i]; i++)
        if (dj_slice_is(node->text, choices[i])) {
            add_row(c, dj_slice_of(key->name), node->text, node);
            return;
        }
    dj_buf what = dj_buf_new(200);
    dj_buf_fmt(&what, "must be one of %s", key->form);
    dj_buf_byte(&what, '\0');
    if (is_text(node))
        unknown_word(c, node, what.at, choices, "");
    else
        wrong(c, node, what.at);
    dj_buf_free(&what);
}

static bool read_check_id(daejo_config *c, const dj_node *node, uint64_t *checks)
{
    const char *ids[DJ_CHECKS + 1] = {NULL};
    size_t row;
    if (is_text(node) && dj_check_named(node->text, &row)) {
        *checks |= UINT64_C(1) << row;
        return true;
    }
    if (!is_text(node))
        return wrong(c, node, "must be the name of a check");
    for (size_t i = 0; i < DJ_CHECKS; i++)
        ids[i] = dj_check_about(i)->id;
    unknown_word(c, node, "must be the name of a check", ids, "; see 'daejo explain'");
    return false;
}

static dj_slice dotted(daejo_config *c, const char *key, dj_slice name)
{
    dj_buf text = dj_buf_new(SIZE_MAX);
    dj_buf_fmt(&text, "%s.%.*s", key, DJ_FMT(name));
    dj_slice kept = dj_slice_copy(c->arena, dj_buf_slice(&text));
    dj_buf_free(&text);
    return kept;
}

/* a map of one key, as a checks.yaml would have it */
static const dj_node *severity_map(daejo_config *c, const dj_node *value)
{
    dj_node *key = dj_alloc(c->arena, sizeof *key), *map = dj_alloc(c->arena, sizeof *map);
    *key = *value;
    key->text = DJ_S("severity");
    *map = (dj_node){.type = DJ_NODE_MAP, .n = 1, .line = value->line, .column = value->column};
    map->keys = dj_alloc(c->arena, sizeof *map->keys);
    map->items = dj_alloc(c->arena, sizeof *map->items);
    map->keys[0] = key;
    map->items[0] = value;
    return map;
}

/* off, on or a severity; what is left of it as settings, NULL for nothing */
static const dj_node *read_switch(daejo_config *c, const dj_node *name, const dj_node *value)
{
    static const char *const words[] = {"off", "on", "error", "warning", "note", "false", "true", NULL};
    dj_severity severity;
    uint64_t check = 0;
    bool is_off = dj_slice_is(value->text, "off") || dj_slice_is(value->text, "false");
    bool is_on = dj_slice_is(value->text, "on") || dj_slice_is(value->text, "true");
    if (!is_off && !is_on && !dj_severity_named(value->text, &severity)) {
        unknown_word(c, value, "must be off, on, error, warning, note, or a map of settings", words, "");
        return NULL;
    }
    if (!read_check_id(c, name, &check))
        return NULL;
    add_row(c, dotted(c, "checks", name->text), value->text, value);
    if (is_off)
        c->checks_off |= check;
    return is_off || is_on ? NULL : severity_map(c, value);
}

/* Which settings a section has is known with the rules: they are held against the shipped checks.yaml then. */
static void read_checks(daejo_config *c, const dj_key *key, const dj_node *node)
{
    (void)key;
    if (node->type != DJ_NODE_MAP) {
        wrong(c, node, "must be a map of checks");
        return;
    }
    dj_node *root = dj_alloc(c->arena, sizeof *root);
    *root = (dj_node){.type = DJ_NODE_MAP, .line = node->line, .column = node->column};
    root->keys = dj_alloc(c->arena, (node->n + 1) * sizeof *root->keys);
    root->items = dj_alloc(c->arena, (node->n + 1) * sizeof *root->items);
    for (size_t i = 0; i < node->n; i++) {
        const dj_node *settings = node->items[i];
        if (settings->type == DJ_NODE_LIST)
            wrong(c, settings, "must be off, on, a severity, or a map of settings");
        else if (settings->type == DJ_NODE_SCALAR)
            settings = read_switch(c, node->keys[i], settings);
        if (!settings || settings->type != DJ_NODE_MAP)
            continue;
        root->keys[root->n] = node->keys[i];
        root->items[root->n++] = settings;
    }
    c->checks = c->yaml;
    c->checks.root = root;
}

static bool read_check_ids(daejo_config *c, const dj_node *map, const dj_node *node, uint64_t *checks)
{
    bool okay = node ? node->type != DJ_NODE_LIST || node->n > 0 : wrong(c, map, "a suppression names a check");
    if (node && !okay)
        return wrong(c, node, "a suppression names a check");
    if (node && node->type != DJ_NODE_LIST)
        return read_check_id(c, node, checks);
    for (size_t i = 0; node && i < node->n; i++)
        okay = read_check_id(c, node->items[i], checks) && okay;
    return okay;
}

static bool read_text(daejo_config *c, const dj_node *map, const char *key, dj_slice *out)
{
    const dj_node *node = dj_node_get(map, key);
    if (node && !is_text(node))
        return wrong(c, node, "must be a text");
    *out = node ? node->text : DJ_NONE;
    return true;
}

static bool read_until(daejo_config *c, const dj_node *map, dj_day *out)
{
    const dj_node *node = dj_node_get(map, "until");
    *out = DJ_NO_DAY;
    if (!node || (is_text(node) && node->text.n == strlen("2025-02-05") && dj_iso_parse(node->text, out)))
        return true;
    return wrong(c, node, "must be a day such as 2025-12-31");
}

static void read_suppression(daejo_config *c, const dj_key *key, const dj_node *map)
{
    dj_standing s = {.as = {.by = DJ_BY_CONFIGURATION, .place = dj_node_place(&c->yaml, map)}};
    dj_slice path = DJ_NONE;
    if (map->type != DJ_NODE_MAP) {
        wrong(c, map, "a suppression is a map such as {check: unit-slip, path: 'feed/*.md', reason: why}");
        return;
    }
    const dj_node *check = dj_node_get(map, "check");
    bool okay = dj_keys_check(&c->yaml, map, DJ_KEYS_SUPPRESSION, &c->problems);
    okay = read_check_ids(c, map, check, &s.checks) && okay;
    okay = read_text(c, map, "path", &path) && okay;
    okay = read_text(c, map, "set", &s.set) && okay;
    okay = read_text(c, map, "text", &s.text) && okay;
    okay = read_text(c, map, "reason", &s.as.reason) && okay;
    okay = read_until(c, map, &s.as.until) && okay;
    if (!dj_node_get(map, "reason"))
        okay = wrong(c, map, "a suppression needs a reason");
    if (path.n)
        s.path = dj_path_join(c->arena, c->absolute, path);
    if (!okay)
        return;
    *DJ_PUSH(c->arena, &c->standing) = s;
    for (size_t i = 0; i < DJ_CHECKS; i++)
        if (s.checks >> i & 1)
            add_row(c, dotted(c, key->name, dj_slice_of(dj_check_about(i)->id)), s.as.reason, map);
}

static void read_suppressions(daejo_config *c, const dj_key *key, const dj_node *node)
{
    if (node->type != DJ_NODE_LIST)
        wrong(c, node, "must be a list of suppressions");
    else
        for (size_t i = 0; i < node->n; i++)
            read_suppression(c, key, node->items[i]);
}

static form_reader *reader_of(const char *form)
{
    static const struct {
        const char *form;
        form_reader *read;
    } readers[] = {{"path", read_path}, {"paths", read_paths}, {"checks", read_checks}, {"[SUPPRESSION]", read_suppressions}};
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++)
        if (strcmp(form, readers[i].form) == 0)
            return readers[i].read;
    return read_choice;
}

void dj_config_read_root(daejo_config *c)
{
    const dj_node *root = c->yaml.root;
    if (!root)
        return;
    if (root->type != DJ_NODE_MAP) {
        wrong(c, root, "a configuration is a map of keys and values");
        return;
    }
    dj_keys_check(&c->yaml, root, DJ_KEYS_CONFIG, &c->problems);
    for (size_t i = 0; i < root->n; i++) {
        const dj_key *key = dj_key_named(DJ_KEYS_CONFIG, root->keys[i]->text);
        bool is_empty = root->items[i]->type == DJ_NODE_SCALAR && root->items[i]->is_plain && root->items[i]->text.n == 0;
        if (key && !is_empty) /* `suppressions:` with all of its items commented out */
            reader_of(key->form)(c, key, root->items[i]);
    }
}
