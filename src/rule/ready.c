/* Getting a pack ready: the automata of its rules of figures and of names, and of the patterns that are searched for all over a
 * text. A run seldom reads two languages, so it is done when the first story asks for it. Packs are shared by threads, so
 * one of them does it while the others wait. */
#include "rule/dispatch.h"

#include <pthread.h>
#include <stdatomic.h>

#include "rule/build.h"

struct dj_readiness {
    atomic_bool is_ready;
    pthread_mutex_t lock;
    dj_arena *arena;
    const dj_dispatch *dispatch, *searched;
};

void dj_readiness_new(dj_arena *arena, dj_pack *pack)
{
    pack->readiness = dj_alloc(arena, sizeof *pack->readiness);
    atomic_init(&pack->readiness->is_ready, false);
    if (pthread_mutex_init(&pack->readiness->lock, NULL) != 0)
        dj_out_of_memory();
}

void dj_pack_free(const dj_pack *pack)
{
    for (size_t i = 0; i < pack->n_rules; i++)
        dj_regex_free(pack->rules[i].regex);
    for (size_t i = 0; i < pack->n_modifiers; i++) {
        dj_regex_free(pack->modifiers[i].before);
        dj_regex_free(pack->modifiers[i].after);
    }
    for (size_t i = 0; i < dj_names_count(pack->patterns->names); i++)
        dj_regex_free(pack->patterns->list[i]);
    dj_regex_free(pack->before_any);
    dj_regex_free(pack->after_any);
    dj_arena_free(pack->readiness->arena);
    pthread_mutex_destroy(&pack->readiness->lock);
}

static const dj_regex *searched(const dj_pack *pack, dj_searched what)
{
    return what == DJ_SEARCHED_MODIFIER ? pack->before_any : dj_pack_pattern(pack, "sentence-cut");
}

const dj_slice *dj_pack_walked(dj_arena *arena, const dj_pack *pack)
{
    dj_slice *patterns = dj_alloc(arena, (pack->n_rules + DJ_SEARCHED) * sizeof *patterns);
    for (size_t i = 0; i < pack->n_rules; i++)
        if (dj_kind_about(pack->rules[i].kind)->layer != DJ_LAYER_QUOTES)
            patterns[i] = pack->rules[i].pattern;
    for (int i = 0; i < DJ_SEARCHED; i++)
        if (searched(pack, (dj_searched)i))
            patterns[pack->n_rules + (size_t)i] = dj_regex_pattern(searched(pack, (dj_searched)i));
    return patterns;
}

static void add_pattern(dj_arena *arena, const dj_regex *regex, dj_pattern_list *out)
{
    if (regex)
        *DJ_PUSH(arena, out) = dj_regex_pattern(regex);
}

void dj_pack_tried(dj_arena *arena, const dj_pack *pack, dj_pattern_list *out)
{
    for (size_t i = 0; i < pack->n_rules; i++)
        if (dj_kind_about(pack->rules[i].kind)->layer == DJ_LAYER_QUOTES)
            add_pattern(arena, pack->rules[i].regex, out);
    for (size_t i = 0; i < pack->n_modifiers; i++) {
        add_pattern(arena, pack->modifiers[i].before, out);
        add_pattern(arena, pack->modifiers[i].after, out);
    }
    for (size_t i = 0; i < dj_names_count(pack->patterns->names); i++)
        add_pattern(arena, pack->patterns->list[i], out);
    add_pattern(arena, pack->after_any, out);
}

void dj_pack_ready(const dj_pack *pack)
{
    struct dj_readiness *r = pack->readiness;
    if (atomic_load(&r->is_ready))
        return;
    pthread_mutex_lock(&r->lock);
    if (!atomic_load(&r->is_ready)) {
        r->arena = dj_arena_new();
        const dj_slice *patterns = dj_pack_walked(r->arena, pack);
        r->dispatch = dj_dispatch_new(r->arena, patterns, pack->n_rules);
        r->searched = dj_dispatch_new(r->arena, patterns + pack->n_rules, DJ_SEARCHED);
        atomic_store(&r->is_ready, true);
    }
    pthread_mutex_unlock(&r->lock);
}

const dj_dispatch *dj_pack_dispatch(const dj_pack *pack)
{
    return atomic_load(&pack->readiness->is_ready) ? pack->readiness->dispatch : NULL;
}

dj_match dj_pack_search(const dj_pack *pack, dj_searched what, dj_scratch *scratch, dj_slice text, size_t from)
{
    const dj_regex *regex = searched(pack, what);
    const dj_dispatch *dispatch = atomic_load(&pack->readiness->is_ready) ? pack->readiness->searched : NULL;
    if (!regex || from >= text.n)
        return DJ_NO_MATCH;
    if (!dispatch || !dj_dispatch_has(dispatch, what))
        return dj_regex_find(regex, scratch, text, from, false);
    dj_walk walk = dj_walk_begin(dispatch, dj_scratch_steps(scratch), text, from);
    uint64_t found;
    dj_match match = DJ_NO_MATCH;
    while (match == DJ_NO_MATCH && dj_walk_next(&walk, &from, &found))
        if (found >> what & 1)
            match = dj_regex_find(regex, scratch, text, from, true);
    return match;
}
