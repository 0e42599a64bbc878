/* Settings are looked up in the trees of checks.yaml as they are asked for: there are few, and each is asked for once a
 * run. The last file that has a setting decides. */
#include "rule/settings.h"

#include "base/names.h"
#include "base/nearest.h"

struct dj_settings {
    const dj_yaml *files;
    size_t n;
};

dj_settings *dj_settings_new(dj_arena *arena, const dj_yaml *files, size_t n, dj_diags *diags)
{
    dj_settings *settings = dj_alloc(arena, sizeof *settings);
    *settings = (dj_settings){files, n};
    for (size_t i = 0; i < n; i++) {
        const dj_node *root = files[i].root;
        if (root && root->type != DJ_NODE_MAP)
            dj_error(diags, dj_node_place(&files[i], root), "must be a map of checks");
        for (size_t s = 0; root && root->type == DJ_NODE_MAP && s < root->n; s++) {
            const dj_node *section = root->items[s];
            if (section->type != DJ_NODE_MAP)
                dj_error(diags, dj_node_place(&files[i], section), "must be a map of settings");
            for (size_t k = 0; section->type == DJ_NODE_MAP && k < section->n; k++)
                if (section->items[k]->type != DJ_NODE_SCALAR)
                    dj_error(diags, dj_node_place(&files[i], section->items[k]), "must be a number or a text");
        }
    }
    return settings;
}

static const dj_node *find(const dj_settings *settings, const char *section, const char *key)
{
    for (size_t i = settings->n; i > 0; i--) {
        const dj_node *node = dj_node_get(dj_node_get(settings->files[i - 1].root, section), key);
        if (node && node->type == DJ_NODE_SCALAR)
            return node;
    }
    return NULL;
}

dj_dec dj_setting(const dj_settings *settings, const char *section, const char *key, dj_dec fallback)
{
    const dj_node *node = find(settings, section, key);
    dj_dec value;
    return node && dj_dec_parse(node->text, &value) ? value : fallback;
}

dj_slice dj_setting_text(const dj_settings *settings, const char *section, const char *key, dj_slice fallback)
{
    const dj_node *node = find(settings, section, key);
    return node ? node->text : fallback;
}

/* the last file that has the setting decides; the first one's order holds */
size_t dj_settings_list(dj_arena *arena, const dj_settings *settings, dj_setting_row **out)
{
    DJ_VEC(dj_setting_row) rows = {0};
    dj_names *seen = dj_names_new(arena);
    for (size_t i = 0; i < settings->n; i++) {
        const dj_node *root = settings->files[i].root;
        for (size_t s = 0; root && s < root->n; s++)
            for (size_t k = 0; k < root->items[s]->n; k++) {
                dj_buf name = dj_buf_new(SIZE_MAX);
                dj_buf_fmt(&name, "%.*s.%.*s", DJ_FMT(root->keys[s]->text), DJ_FMT(root->items[s]->keys[k]->text));
                uint32_t id = dj_intern(seen, dj_buf_slice(&name));
                dj_buf_free(&name);
                if (id > rows.n)
                    DJ_PUSH(arena, &rows);
                const dj_node *value = root->items[s]->items[k];
                rows.at[id - 1] = (dj_setting_row){dj_name(seen, id), value->text, dj_node_place(&settings->files[i], value),
                                                   i == 0};
            }
    }
    *out = rows.at;
    return rows.n;
}

static bool is_one_of(dj_slice name, const char *const *names, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (dj_slice_is(name, names[i]))
            return true;
    return false;
}

static void check_severity(const dj_yaml *file, const dj_node *value, dj_diags *diags)
{
    static const char *const severities[] = {"error", "warning", "note"};
    if (!is_one_of(value->text, severities, 3))
        dj_error(diags, dj_node_place(file, value), "'%.*s' is no severity: error, warning or note", DJ_FMT(value->text));
}

/* what is unknown, and which of the keys of `map` (and of `more`) was meant; key texts have a NUL behind them */
static void unknown(const dj_yaml *file, const dj_node *key, const char *what, const dj_node *map, const char *const *more,
                    size_t n_more, dj_diags *diags)
{
    dj_arena *scratch = dj_arena_new();
    size_t n = map ? map->n : 0;
    const char **names = dj_alloc(scratch, (n + n_more + 1) * sizeof *names);
    for (size_t i = 0; i < n; i++)
        names[i] = map->keys[i]->text.at;
    for (size_t i = 0; i < n_more; i++)
        names[n + i] = more[i];
    const char *meant = dj_nearest(key->text, names);
    dj_error(diags, dj_node_place(file, key), "%s '%.*s'%s%s%s", what, DJ_FMT(key->text), meant ? "; did you mean '" : "",
             meant ? meant : "", meant ? "'?" : "");
    dj_arena_free(scratch);
}

static void unknown_setting(const dj_yaml *file, const dj_node *name, const dj_node *key, const dj_node *shipped, bool is_check,
                            dj_diags *diags)
{
    static const char *const severity[] = {"severity"};
    dj_buf what = dj_buf_new(200);
    dj_buf_fmt(&what, "'%.*s' has no setting", DJ_FMT(name->text));
    dj_buf_byte(&what, '\0');
    unknown(file, key, what.at, shipped, severity, is_check, diags);
    dj_buf_free(&what);
}

/* a section held against the first file's section of that name, `shipped`; NULL where it has none */
static void check_section(const dj_yaml *file, const dj_node *name, const dj_node *section, const dj_node *shipped, bool is_check,
                          dj_diags *diags)
{
    for (size_t k = 0; k < section->n; k++) {
        const dj_node *key = section->keys[k], *value = section->items[k], *known = NULL;
        dj_dec number;
        for (size_t s = 0; shipped && s < shipped->n && !known; s++)
            known = dj_slice_eq(shipped->keys[s]->text, key->text) ? shipped->items[s] : NULL;
        if (is_check && dj_slice_is(key->text, "severity"))
            check_severity(file, value, diags);
        else if (!known)
            unknown_setting(file, name, key, shipped, is_check, diags);
        else if (dj_dec_parse(known->text, &number) && !dj_dec_parse(value->text, &number))
            dj_error(diags, dj_node_place(file, value), "must be a number, not '%.*s'", DJ_FMT(value->text));
    }
}

void dj_settings_check(const dj_settings *settings, const char *const *checks, size_t n, dj_diags *diags)
{
    const dj_node *shipped = settings->n ? settings->files[0].root : NULL;
    for (size_t i = 0; i < settings->n; i++) {
        const dj_node *root = settings->files[i].root;
        for (size_t s = 0; root && s < root->n; s++) {
            const dj_node *known = NULL;
            bool is_check = is_one_of(root->keys[s]->text, checks, n);
            for (size_t j = 0; j < shipped->n && !known; j++)
                known = dj_slice_eq(shipped->keys[j]->text, root->keys[s]->text) ? shipped->items[j] : NULL;
            if (!known && !is_check)
                unknown(&settings->files[i], root->keys[s], "there is no check or section", shipped, checks, n, diags);
            else
                check_section(&settings->files[i], root->keys[s], root->items[s], known, is_check, diags);
        }
    }
}
