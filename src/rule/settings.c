/* Settings are looked up in the trees of checks.yaml as they are asked for: there are few, and each is asked for once a
 * run. The last file that has a setting decides. */
#include "rule/settings.h"

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

static const dj_setting_key *known_as(const dj_setting_key *known, size_t n, dj_slice section, dj_slice key)
{
    for (size_t i = 0; i < n; i++)
        if (dj_slice_is(section, known[i].section) && dj_slice_is(key, known[i].key))
            return &known[i];
    return NULL;
}

static void check_section(const dj_yaml *file, dj_slice name, const dj_node *section, const dj_setting_key *known, size_t n,
                          dj_diags *diags)
{
    for (size_t k = 0; k < section->n; k++) {
        const dj_node *value = section->items[k];
        const dj_setting_key *found = known_as(known, n, name, section->keys[k]->text);
        dj_dec number;
        if (!found)
            dj_error(diags, dj_node_place(file, section->keys[k]), "'%.*s' has no setting '%.*s'", DJ_FMT(name),
                     DJ_FMT(section->keys[k]->text));
        else if (found->is_number && !dj_dec_parse(value->text, &number))
            dj_error(diags, dj_node_place(file, value), "must be a number");
    }
}

void dj_settings_check(const dj_settings *settings, const dj_setting_key *known, size_t n, dj_diags *diags)
{
    for (size_t i = 0; i < settings->n; i++) {
        const dj_node *root = settings->files[i].root;
        for (size_t s = 0; root && s < root->n; s++)
            check_section(&settings->files[i], root->keys[s]->text, root->items[s], known, n, diags);
    }
}
