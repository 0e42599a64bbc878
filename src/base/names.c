/* Open addressing, at most half full. A slot keeps half of the hash beside the number, so that what is not there is known
 * without a look at the strings, and growing hashes nothing anew. */
#include "base/names.h"

#include "base/vec.h"

typedef struct slot {
    uint32_t id, hash; /* id: 0 in an empty one */
} slot;

struct dj_names {
    dj_arena *arena;
    DJ_VEC(dj_slice) list; /* list.at[id - 1] */
    slot *slots;
    size_t mask;
};

dj_names *dj_names_new(dj_arena *arena)
{
    dj_names *names = dj_alloc(arena, sizeof *names);
    names->arena = arena;
    names->mask = 63;
    names->slots = dj_alloc(arena, (names->mask + 1) * sizeof *names->slots);
    return names;
}

/* the slot of s, or the empty one where it belongs */
static slot *slot_of(const dj_names *names, dj_slice s, uint32_t h)
{
    slot *at = &names->slots[h & names->mask];
    while (at->id && !(at->hash == h && dj_slice_eq(names->list.at[at->id - 1], s)))
        at = at == &names->slots[names->mask] ? names->slots : at + 1;
    return at;
}

uint32_t dj_names_find(const dj_names *names, dj_slice s)
{
    return slot_of(names, s, dj_slice_hash(s))->id;
}

static void widen(dj_names *names)
{
    const slot *old = names->slots;
    size_t n = names->mask + 1;
    names->mask = 2 * n - 1;
    names->slots = dj_alloc(names->arena, 2 * n * sizeof *names->slots);
    for (size_t i = 0; i < n; i++) {
        size_t to = old[i].hash & names->mask;
        while (old[i].id && names->slots[to].id)
            to = (to + 1) & names->mask;
        if (old[i].id)
            names->slots[to] = old[i];
    }
}

static uint32_t number_of(dj_names *names, dj_slice s, bool is_lasting)
{
    uint32_t h = dj_slice_hash(s);
    slot *at = slot_of(names, s, h);
    if (at->id)
        return at->id;
    *DJ_PUSH(names->arena, &names->list) = is_lasting ? s : dj_slice_copy(names->arena, s);
    uint32_t id = (uint32_t)names->list.n;
    *at = (slot){id, h};
    if (names->list.n * 2 > names->mask)
        widen(names);
    return id;
}

uint32_t dj_intern(dj_names *names, dj_slice s)
{
    return number_of(names, s, false);
}

uint32_t dj_intern_lasting(dj_names *names, dj_slice s)
{
    return number_of(names, s, true);
}

dj_slice dj_name(const dj_names *names, uint32_t id)
{
    return id ? names->list.at[id - 1] : DJ_NONE;
}

uint32_t dj_names_count(const dj_names *names)
{
    return (uint32_t)names->list.n;
}
