/* See keys.h. */
#include "rule/keys.h"

#include "base/nearest.h"

enum { MOST_KEYS = 16 /* of a group */ };

static const dj_key keys[] = {
#define DJ_KEY(GROUP, name, form, doc) {DJ_KEYS_##GROUP, name, form, doc},
#include "rule/keys.def"
#undef DJ_KEY
};

const dj_key *dj_key_of(dj_key_group group, size_t i)
{
    for (size_t k = 0; k < sizeof keys / sizeof *keys; k++)
        if (keys[k].group == group && i-- == 0)
            return &keys[k];
    return NULL;
}

const dj_key *dj_key_named(dj_key_group group, dj_slice name)
{
    for (size_t k = 0; k < sizeof keys / sizeof *keys; k++)
        if (keys[k].group == group && dj_slice_is(name, keys[k].name))
            return &keys[k];
    return NULL;
}

static void unknown_key(const dj_yaml *file, const dj_node *key, dj_key_group group, dj_diags *diags)
{
    static const char *const what[DJ_KEY_GROUPS] = {
        [DJ_KEYS_FILE] = "a rule file",       [DJ_KEYS_RULE] = "a rule",
        [DJ_KEYS_MODIFIER] = "a modifier",    [DJ_KEYS_EXAMPLE] = "an example",
        [DJ_KEYS_SHEET] = "a fact sheet",     [DJ_KEYS_FACT] = "a fact",
        [DJ_KEYS_CONFIG] = "a configuration", [DJ_KEYS_SUPPRESSION] = "a suppression"};
    const char *names[MOST_KEYS + 1] = {NULL};
    dj_buf list = dj_buf_new(1000);
    const dj_key *known;
    for (size_t i = 0; i < MOST_KEYS && (known = dj_key_of(group, i)); i++) {
        names[i] = known->name;
        dj_buf_fmt(&list, "%s%s", i ? ", " : "", known->name);
    }
    const char *meant = dj_nearest(key->text, names);
    if (meant)
        dj_error(diags, dj_node_place(file, key), "unknown key '%.*s'; did you mean '%s'?", DJ_FMT(key->text), meant);
    else
        dj_error(diags, dj_node_place(file, key), "unknown key '%.*s': %s has %.*s", DJ_FMT(key->text), what[group],
                 DJ_FMT(dj_buf_slice(&list)));
    dj_buf_free(&list);
}

bool dj_keys_check(const dj_yaml *file, const dj_node *map, dj_key_group group, dj_diags *diags)
{
    bool okay = true;
    for (size_t i = 0; i < map->n; i++) {
        if (dj_key_named(group, map->keys[i]->text))
            continue;
        unknown_key(file, map->keys[i], group, diags);
        okay = false;
    }
    return okay;
}

void dj_key_choices(dj_arena *arena, const dj_key *key, const char *choices[DJ_MOST_CHOICES + 1])
{
    size_t n = 0;
    dj_slice form = dj_slice_of(key->form);
    for (size_t at = 0; at <= form.n && n < DJ_MOST_CHOICES;) {
        size_t end = dj_slice_find(form, DJ_S("|"), at);
        choices[n++] = dj_slice_copy(arena, dj_slice_sub(form, at, end)).at;
        at = end + 1;
    }
    choices[n] = NULL;
}
