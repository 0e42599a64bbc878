/* Spellings with letters left out are kept as hashes of 32 bits in an open table, each with a chain of the names that have it;
 * equal hashes of different spellings cost a needless look and no more. Only the first letters of a name are left out, which
 * tell all but floods apart: an edit among them changes the end of that stretch at most by a letter more. */
#include "base/near.h"

#include <stdlib.h>

#include "base/hangul.h"

enum { HEAD = 20 /* letters of a name that are looked at */, CROWD = 64 /* names with one spelling */ };

typedef struct slot {
    uint32_t key; /* 0: free */
    uint32_t last; /* of its chain: number of an entry + 1 */
    uint32_t n;
} slot;

typedef struct entry {
    uint32_t name, before; /* the entry before it + 1; 0: none */
} entry;

struct dj_near {
    dj_arena *arena;
    unsigned letters;
    uint32_t n_names;
    slot *slots;
    size_t mask, used;
    DJ_VEC(entry) entries;
};

typedef struct visit { /* what is done with every spelling of a name */
    dj_near *to; /* the name is added; NULL: it is looked for */
    const dj_near *in;
    dj_arena *arena; /* of what is found */
    dj_near_list *out;
} visit;

static slot *slots_new(dj_arena *arena, size_t n)
{
    return dj_alloc(arena, n * sizeof(slot));
}

dj_near *dj_near_new(dj_arena *arena, unsigned letters)
{
    dj_near *near = dj_alloc(arena, sizeof *near);
    near->arena = arena;
    near->letters = letters < DJ_NEAR_MOST ? letters : DJ_NEAR_MOST;
    near->mask = 255;
    near->slots = slots_new(arena, near->mask + 1);
    return near;
}

static uint32_t hash(const uint32_t *letters, size_t n)
{
    uint64_t h = 14695981039346656037u;
    for (size_t i = 0; i < n; i++)
        h = (h ^ letters[i]) * 1099511628211u;
    h ^= h >> 32;
    return (uint32_t)h ? (uint32_t)h : 1;
}

static slot *slot_of(const dj_near *near, uint32_t key)
{
    size_t i = key & near->mask;
    while (near->slots[i].key && near->slots[i].key != key)
        i = (i + 1) & near->mask;
    return &near->slots[i];
}

static void grow(dj_near *near)
{
    slot *old = near->slots;
    size_t n = near->mask + 1;
    near->mask = n * 2 - 1;
    near->slots = slots_new(near->arena, n * 2);
    for (size_t i = 0; i < n; i++)
        if (old[i].key)
            *slot_of(near, old[i].key) = old[i];
}

static void add_to(dj_near *near, uint32_t key)
{
    slot *s = slot_of(near, key);
    if (s->n == CROWD || (s->n && near->entries.at[s->last - 1].name == near->n_names))
        return;
    *DJ_PUSH(near->arena, &near->entries) = (entry){near->n_names, s->last};
    near->used += s->n == 0;
    *s = (slot){key, (uint32_t)near->entries.n, s->n + 1};
    if (near->used * 2 > near->mask)
        grow(near);
}

static void take_from(const visit *v, uint32_t key)
{
    for (uint32_t l = slot_of(v->in, key)->last; l; l = v->in->entries.at[l - 1].before)
        *DJ_PUSH(v->arena, v->out) = v->in->entries.at[l - 1].name;
}

/* the letters, and the same with up to `left` of those from `from` on left out; deep as DJ_NEAR_MOST */
static void each_spelling(const visit *v, const uint32_t *letters, size_t n, size_t from, unsigned left)
{
    uint32_t key = hash(letters, n), fewer[HEAD];
    if (v->to)
        add_to(v->to, key);
    else
        take_from(v, key);
    for (size_t i = from; left && i < n; i++) {
        memcpy(fewer, letters, i * sizeof *letters);
        memcpy(fewer + i, letters + i + 1, (n - i - 1) * sizeof *letters);
        each_spelling(v, fewer, n - 1, i, left - 1);
    }
}

static void visit_spellings(const visit *v, unsigned letters_apart, dj_slice name)
{
    uint32_t letters[DJ_JAMO_MOST];
    size_t n = dj_jamo_letters(name, letters);
    if (n <= DJ_JAMO_MOST)
        each_spelling(v, letters, n < HEAD ? n : HEAD, 0, letters_apart);
}

void dj_near_add(dj_near *near, dj_slice name)
{
    visit_spellings(&(visit){.to = near}, near->letters, name);
    near->n_names++;
}

static int by_number(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

void dj_near_find(const dj_near *near, dj_slice name, dj_arena *arena, dj_near_list *out)
{
    size_t kept = 0;
    out->n = 0;
    visit_spellings(&(visit){.in = near, .arena = arena, .out = out}, near->letters, name);
    if (out->n)
        qsort(out->at, out->n, sizeof *out->at, by_number);
    for (size_t i = 0; i < out->n; i++)
        if (kept == 0 || out->at[kept - 1] != out->at[i])
            out->at[kept++] = out->at[i];
    out->n = kept;
}
