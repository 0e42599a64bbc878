/* The rule set from directories, and what is asked of it. Errors come sorted by place and once each: what `any` says wrong
 * is found again for every language. */
#include "rule/rules.h"

#include <stdio.h>
#include <stdlib.h>

#include "rule/build.h"
#include "rule/frequency.h"
#include "rule/settings.h"

struct dj_rules {
    DJ_VEC(dj_pack) packs; /* by language */
    DJ_VEC(dj_yaml) checks;
    const dj_settings *settings;
};

static int by_place(const void *a, const void *b)
{
    const dj_diag *x = a, *y = b;
    int c = dj_slice_cmp(x->place.path, y->place.path);
    if (c == 0 && x->place.line != y->place.line)
        c = x->place.line < y->place.line ? -1 : 1;
    if (c == 0 && x->place.column != y->place.column)
        c = x->place.column < y->place.column ? -1 : 1;
    return c ? c : dj_slice_cmp(x->message, y->message);
}

/* those of this load alone: from `first` on */
static void sort_errors(dj_diags *diags, size_t first)
{
    size_t n = diags->list.n - first, kept = 0;
    if (n == 0)
        return;
    dj_diag *at = diags->list.at + first;
    qsort(at, n, sizeof *at, by_place);
    for (size_t i = 0; i < n; i++)
        if (i == 0 || by_place(&at[kept - 1], &at[i]) != 0)
            at[kept++] = at[i];
    diags->list.n = first + kept;
}

static int by_bytes(const void *a, const void *b)
{
    return dj_slice_cmp(*(const dj_slice *)a, *(const dj_slice *)b);
}

static size_t languages(dj_arena *arena, const dj_sources *sources, dj_slice **out)
{
    dj_names *names = dj_names_new(arena);
    for (size_t i = 0; i < sources->packs.n; i++)
        if (!dj_slice_is(sources->packs.at[i].lang, "any"))
            dj_intern(names, sources->packs.at[i].lang);
    size_t n = dj_names_count(names);
    *out = dj_alloc(arena, n * sizeof **out);
    for (uint32_t id = 1; id <= n; id++)
        (*out)[id - 1] = dj_name(names, id);
    if (n)
        qsort(*out, n, sizeof **out, by_bytes);
    return n;
}

/* <directory>/<lang>/frequencies.tsv of the last directory that has one */
static const dj_frequencies *frequencies_of(dj_arena *arena, const char *const *directories, size_t n, dj_slice lang,
                                            dj_diags *diags)
{
    const dj_frequencies *found = NULL;
    for (size_t i = n; i-- > 0 && !found;) {
        size_t size = strlen(directories[i]) + lang.n + 32;
        char *path = dj_alloc(arena, size);
        snprintf(path, size, "%s/%.*s/frequencies.tsv", directories[i], DJ_FMT(lang));
        found = dj_frequencies_load(arena, path, diags);
    }
    return found;
}

static dj_rules *load(dj_arena *arena, const char *const *directories, size_t n, dj_trust trust, dj_diags *diags)
{
    dj_rules *rules = dj_alloc(arena, sizeof *rules);
    dj_sources sources = {0};
    size_t first = diags->list.n;
    dj_sources_read(arena, directories, n, diags, &sources);
    dj_slice *langs;
    size_t n_langs = languages(arena, &sources, &langs);
    for (size_t i = 0; i < n_langs; i++)
        DJ_PUSH(arena, &rules->packs); /* all of them first: rules point to their packs */
    for (size_t i = 0; i < n_langs; i++) {
        dj_draft draft = {0};
        dj_draft_make(arena, &sources, langs[i], diags, &draft);
        dj_pack_compile(arena, &draft, trust, diags, &rules->packs.at[i]);
        rules->packs.at[i].frequencies = frequencies_of(arena, directories, n, langs[i], diags);
    }
    for (size_t i = 0; i < sources.checks.n; i++)
        *DJ_PUSH(arena, &rules->checks) = sources.checks.at[i];
    rules->settings = dj_settings_new(arena, rules->checks.at, rules->checks.n, diags);
    sort_errors(diags, first);
    if (diags->list.n == first)
        return rules;
    dj_rules_free(rules);
    return NULL;
}

dj_rules *dj_rules_load(dj_arena *arena, const char *const *directories, size_t n, dj_diags *diags)
{
    return load(arena, directories, n, DJ_TRUST_NONE, diags);
}

dj_rules *dj_rules_load_proven(dj_arena *arena, const char *const *directories, size_t n, dj_diags *diags)
{
    return load(arena, directories, n, n == 1 ? DJ_TRUST_ALL : DJ_TRUST_KNOWN, diags);
}

void dj_rules_free(dj_rules *rules)
{
    if (!rules)
        return;
    for (size_t i = 0; i < rules->packs.n; i++)
        dj_pack_free(&rules->packs.at[i]);
}

const dj_pack *dj_rules_pack(const dj_rules *rules, dj_slice lang)
{
    for (size_t i = 0; i < rules->packs.n; i++)
        if (dj_slice_eq(rules->packs.at[i].lang, lang))
            return &rules->packs.at[i];
    return NULL;
}

void dj_rules_configure(dj_arena *arena, dj_rules *rules, const dj_yaml *checks, dj_diags *diags)
{
    *DJ_PUSH(arena, &rules->checks) = *checks;
    rules->settings = dj_settings_new(arena, rules->checks.at, rules->checks.n, diags);
}

size_t dj_rules_packs(const dj_rules *rules)
{
    return rules->packs.n;
}

const dj_pack *dj_rules_pack_at(const dj_rules *rules, size_t i)
{
    return &rules->packs.at[i];
}

const dj_regex *dj_pack_pattern(const dj_pack *pack, const char *name)
{
    uint32_t id = dj_names_find(pack->patterns->names, dj_slice_of(name));
    return id ? pack->patterns->list[id - 1] : NULL;
}

dj_slice dj_pack_called(const dj_pack *pack, const dj_regex *regex)
{
    for (size_t i = 0; i < pack->n_rules; i++)
        if (pack->rules[i].regex == regex)
            return pack->rules[i].id;
    for (size_t i = 0; i < pack->n_modifiers; i++)
        if (pack->modifiers[i].before == regex || pack->modifiers[i].after == regex)
            return pack->modifiers[i].id;
    for (uint32_t i = 0; i < dj_names_count(pack->patterns->names); i++)
        if (pack->patterns->list[i] == regex)
            return dj_name(pack->patterns->names, i + 1);
    return DJ_NONE;
}

const dj_lexicon *dj_pack_lexicon(const dj_pack *pack, const char *name)
{
    return dj_lexicon_named(pack->words, name);
}

dj_slice dj_pack_message(const dj_pack *pack, const char *key)
{
    uint32_t id = dj_names_find(pack->messages->names, dj_slice_of(key));
    return id ? pack->messages->list[id - 1] : DJ_NONE;
}

const dj_settings *dj_rules_settings(const dj_rules *rules)
{
    return rules->settings;
}
