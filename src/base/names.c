/* Open addressing, at most half full. */
#include "base/names.h"

#include "base/vec.h"

struct dj_names {
    dj_arena *arena;
    DJ_VEC(dj_slice) list; /* list.at[id - 1] */
    uint32_t *slots;
    size_t mask;
};

static uint32_t *slots_new(dj_arena *arena, size_t n)
{
    return dj_alloc(arena, n * sizeof(uint32_t));
}

dj_names *dj_names_new(dj_arena *arena)
{
    dj_names *names = dj_alloc(arena, sizeof *names);
    names->arena = arena;
    names->mask = 63;
    names->slots = slots_new(arena, names->mask + 1);
    return names;
}

/* eight bytes at a time, each stirred in by a multiplication whose upper half is folded back */
static uint64_t hash(dj_slice s)
{
    uint64_t h = s.n * 0x9E3779B97F4A7C15u, word;
    size_t i = 0;
    for (; i + sizeof word <= s.n; i += sizeof word) {
        memcpy(&word, s.at + i, sizeof word);
        h = (h ^ word) * 0xD6E8FEB86659FD93u;
        h ^= h >> 32;
    }
    word = 0;
    if (i < s.n)
        memcpy(&word, s.at + i, s.n - i);
    h = (h ^ word) * 0xD6E8FEB86659FD93u;
    return h ^ h >> 32;
}

static size_t slot_of(const dj_names *names, dj_slice s)
{
    size_t i = hash(s) & names->mask;
    while (names->slots[i] && !dj_slice_eq(names->list.at[names->slots[i] - 1], s))
        i = (i + 1) & names->mask;
    return i;
}

uint32_t dj_names_find(const dj_names *names, dj_slice s)
{
    return names->slots[slot_of(names, s)];
}

static void rehash(dj_names *names)
{
    names->mask = names->mask * 2 + 1;
    names->slots = slots_new(names->arena, names->mask + 1);
    for (uint32_t id = 1; id <= names->list.n; id++)
        names->slots[slot_of(names, names->list.at[id - 1])] = id;
}

uint32_t dj_intern(dj_names *names, dj_slice s)
{
    size_t i = slot_of(names, s);
    if (names->slots[i])
        return names->slots[i];
    *DJ_PUSH(names->arena, &names->list) = dj_slice_copy(names->arena, s);
    uint32_t id = names->slots[i] = (uint32_t)names->list.n;
    if (names->list.n * 2 > names->mask)
        rehash(names);
    return id;
}

dj_slice dj_name(const dj_names *names, uint32_t id)
{
    return id ? names->list.at[id - 1] : DJ_NONE;
}

uint32_t dj_names_count(const dj_names *names)
{
    return (uint32_t)names->list.n;
}
