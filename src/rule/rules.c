/* The rule set from directories, and what is asked of it. Errors come sorted by place and once each: what `any` says wrong
 * is found again for every language. */
#include "rule/rules.h"

#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/limits.h"
#include "base/parallel.h"
#include "rule/build.h"
#include "rule/frequency.h"
#include "rule/settings.h"
#include "rule/tree.h"

typedef struct making { /* of a pack */
    dj_slice lang, frequency_path, frequencies; /* the last two are empty where no directory has any */
    dj_arena *arena; /* the pack's own, where it is made when first asked for; else NULL */
    dj_lock *lock;
    atomic_bool is_made;
} making;

struct dj_rules {
    dj_sources sources;
    DJ_VEC(dj_pack) packs; /* by language */
    making *makings; /* [pack] */
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
static void find_frequencies(dj_arena *arena, const char *const *directories, size_t n, dj_diags *diags, making *m)
{
    for (size_t i = n; i-- > 0 && !m->frequencies.n;) {
        size_t size = strlen(directories[i]) + m->lang.n + 32;
        char *path = dj_alloc(arena, size);
        snprintf(path, size, "%s/%.*s/frequencies.tsv", directories[i], DJ_FMT(m->lang));
        m->frequency_path = dj_slice_of(path);
        if (dj_is_file(path))
            dj_file_read(arena, path, DJ_LIMIT_FREQUENCY_FILE, diags, &m->frequencies);
    }
}

static bool is_of(const dj_source *source, dj_slice lang)
{
    return dj_slice_eq(source->lang, lang) || dj_slice_is(source->lang, "any");
}

static bool is_in(const dj_sources *sources, const dj_tree *tree)
{
    bool is = false;
    for (size_t i = 0; i < sources->packs.n && !is; i++)
        is = sources->packs.at[i].directory == 0 && sources->packs.at[i].yaml.tree == tree;
    for (size_t i = 0; i < sources->checks.n && !is; i++)
        is = sources->checks.at[i].tree == tree;
    return is;
}

/* the first directory holds all files that the program was built with: then nothing is wrong in them that would have to be
 * told */
static bool is_as_built(const dj_sources *sources)
{
    bool is = true;
    for (const dj_tree *tree = dj_trees; tree->nodes && is; tree++)
        is = is_in(sources, tree);
    return is && dj_trees->nodes;
}

/* Whether nothing is said of the language but what the program was built with. A run seldom reads two languages, so the pack is
 * made when it is first asked for. */
static bool may_wait(const dj_rules *rules, const making *m)
{
    bool may = m->frequencies.n == 0 || dj_table_known(m->frequencies);
    for (size_t i = 0; i < rules->sources.packs.n && may; i++) {
        const dj_source *source = &rules->sources.packs.at[i];
        may = !is_of(source, m->lang) || (source->directory == 0 && source->yaml.tree);
    }
    return may;
}

static void make_pack(dj_arena *arena, const dj_rules *rules, const making *m, dj_trust trust, dj_diags *diags, dj_pack *pack)
{
    dj_sources *own = dj_alloc(arena, sizeof *own);
    dj_draft draft = {0};
    for (size_t i = 0; i < rules->sources.packs.n; i++) {
        if (!is_of(&rules->sources.packs.at[i], m->lang))
            continue;
        dj_source *source = DJ_PUSH(arena, &own->packs);
        *source = rules->sources.packs.at[i];
        if (source->yaml.tree)
            dj_tree_read(arena, &source->yaml);
    }
    dj_draft_make(arena, own, m->lang, diags, &draft);
    dj_pack_compile(arena, &draft, trust, diags, pack);
    if (m->frequencies.n)
        pack->frequencies = dj_frequencies_parse(arena, m->frequency_path, m->frequencies, diags);
}

static void make_packs(dj_arena *arena, dj_rules *rules, const char *const *directories, size_t n, dj_trust trust,
                       dj_diags *diags)
{
    dj_slice *langs;
    size_t n_langs = languages(arena, &rules->sources, &langs);
    bool are_built = trust == DJ_TRUST_KNOWN && is_as_built(&rules->sources);
    rules->makings = dj_alloc(arena, n_langs * sizeof *rules->makings);
    for (size_t i = 0; i < n_langs; i++)
        DJ_PUSH(arena, &rules->packs); /* all of them first: rules point to their packs */
    for (size_t i = 0; i < n_langs; i++) {
        making *m = &rules->makings[i];
        m->lang = langs[i];
        m->lock = dj_lock_new();
        find_frequencies(arena, directories, n, diags, m);
        bool waits = are_built && may_wait(rules, m);
        atomic_init(&m->is_made, !waits);
        if (!waits)
            make_pack(arena, rules, m, trust, diags, &rules->packs.at[i]);
    }
}

static const dj_pack *made(const dj_rules *rules, size_t i)
{
    making *m = &rules->makings[i];
    if (atomic_load_explicit(&m->is_made, memory_order_acquire))
        return &rules->packs.at[i];
    dj_lock_take(m->lock);
    if (!atomic_load_explicit(&m->is_made, memory_order_relaxed)) {
        m->arena = dj_arena_new();
        dj_diags none = {.arena = m->arena};
        make_pack(m->arena, rules, m, DJ_TRUST_ALL, &none, &rules->packs.at[i]);
        atomic_store_explicit(&m->is_made, true, memory_order_release);
    }
    dj_lock_give(m->lock);
    return &rules->packs.at[i];
}

static dj_rules *load(dj_arena *arena, const char *const *directories, size_t n, dj_trust trust, dj_diags *diags)
{
    dj_rules *rules = dj_alloc(arena, sizeof *rules);
    size_t first = diags->list.n;
    dj_sources_read(arena, directories, n, diags, &rules->sources);
    make_packs(arena, rules, directories, n, trust, diags);
    for (size_t i = 0; i < rules->sources.checks.n; i++)
        *DJ_PUSH(arena, &rules->checks) = rules->sources.checks.at[i];
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
    return load(arena, directories, n, DJ_TRUST_KNOWN, diags);
}

void dj_rules_free(dj_rules *rules)
{
    for (size_t i = 0; rules && i < rules->packs.n; i++) {
        if (atomic_load(&rules->makings[i].is_made))
            dj_pack_free(&rules->packs.at[i]);
        dj_arena_free(rules->makings[i].arena);
        dj_lock_free(rules->makings[i].lock);
    }
}

const dj_pack *dj_rules_pack(const dj_rules *rules, dj_slice lang)
{
    for (size_t i = 0; i < rules->packs.n; i++)
        if (dj_slice_eq(rules->makings[i].lang, lang))
            return made(rules, i);
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
    return made(rules, i);
}

dj_slice dj_rules_language(const dj_rules *rules, size_t i)
{
    return rules->makings[i].lang;
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
