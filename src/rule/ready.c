/* Machine code costs more than all the rest of loading, and a run seldom reads two languages: so a pack's is made when the
 * first story asks for it. Packs are shared by threads, so one of them makes it while the others wait. */
#include "rule/rules.h"

#include <stdatomic.h>
#include <threads.h>

#include "rule/build.h"

struct dj_readiness {
    atomic_bool is_ready;
    mtx_t lock;
};

static void each_regex(const dj_pack *pack, void (*act)(dj_regex *))
{
    for (size_t i = 0; i < pack->n_rules; i++)
        act(pack->rules[i].regex);
    for (size_t i = 0; i < pack->n_modifiers; i++)
        act(pack->modifiers[i].before ? pack->modifiers[i].before : pack->modifiers[i].after);
    if (pack->before_any)
        act(pack->before_any);
    if (pack->after_any)
        act(pack->after_any);
    for (size_t i = 0; i < dj_names_count(pack->patterns->names); i++)
        if (pack->patterns->list[i])
            act(pack->patterns->list[i]);
}

void dj_readiness_new(dj_arena *arena, dj_pack *pack)
{
    pack->readiness = dj_alloc(arena, sizeof *pack->readiness);
    atomic_init(&pack->readiness->is_ready, false);
    if (mtx_init(&pack->readiness->lock, mtx_plain) != thrd_success)
        dj_out_of_memory();
}

void dj_pack_free(const dj_pack *pack)
{
    each_regex(pack, dj_regex_free);
    mtx_destroy(&pack->readiness->lock);
}

void dj_pack_ready(const dj_pack *pack)
{
    struct dj_readiness *r = pack->readiness;
    if (atomic_load(&r->is_ready))
        return;
    mtx_lock(&r->lock);
    if (!atomic_load(&r->is_ready))
        each_regex(pack, dj_regex_ready);
    atomic_store(&r->is_ready, true);
    mtx_unlock(&r->lock);
}
