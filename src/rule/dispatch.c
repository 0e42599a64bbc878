/* The ends of all ranges of all rules cut the code points into intervals that no rule tells apart; intervals with the same
 * rules share a row of bits for each context. A code point leads to its row in one step; those past U+FFFF, which
 * begin next to nothing, share the union of their rows. */
#include "rule/dispatch.h"

#include <stdlib.h>

#include "base/names.h"

enum { DIRECT = 0x10000, RUNES = 0x110000, BITS = 64 };

typedef struct edge { /* a rule's range begins or ends */
    uint32_t at;
    uint32_t rule;
    unsigned after;
    bool is_end;
} edge;

typedef struct builder {
    dj_arena *arena;
    dj_dispatch *dispatch;
    DJ_VEC(edge) edges;
    uint32_t *depth; /* [before * n + rule]: ranges open here */
    size_t n;
    uint64_t *row; /* of the interval in hand: DJ_BEFORES times words */
    dj_names *rows; /* by their bytes, from 1 */
} builder;

struct dj_dispatch {
    size_t words;
    DJ_VEC(const uint64_t *) rows; /* each DJ_BEFORES times words; row 0 is empty */
    uint16_t row_of[DIRECT + 1]; /* the last: all code points past U+FFFF */
    bool *is_empty; /* [row * DJ_BEFORES + before] */
};

static int by_place(const void *a, const void *b)
{
    const edge *x = a, *y = b;
    return (x->at > y->at) - (x->at < y->at);
}

static void cross(builder *b, const edge *e)
{
    for (unsigned before = 0; before < DJ_BEFORES; before++) {
        uint32_t *depth = &b->depth[before * b->n + e->rule];
        uint64_t *word = &b->row[before * b->dispatch->words + e->rule / BITS], bit = (uint64_t)1 << e->rule % BITS;
        if (!(e->after & 1u << before))
            continue;
        *depth = e->is_end ? *depth - 1 : *depth + 1;
        *word = *depth ? *word | bit : *word & ~bit;
    }
}

static size_t row_bytes(const builder *b)
{
    return DJ_BEFORES * b->dispatch->words * sizeof(uint64_t);
}

/* the number of the row in hand; there are fewer than intervals, and of these fewer than code points below DIRECT */
static uint16_t row_number(builder *b)
{
    uint32_t id = dj_intern(b->rows, (dj_slice){(const char *)b->row, row_bytes(b)});
    if (id > b->dispatch->rows.n)
        *DJ_PUSH(b->arena, &b->dispatch->rows) = (const uint64_t *)(const void *)dj_name(b->rows, id).at;
    return (uint16_t)(id - 1);
}

static void close_interval(builder *b, uint32_t from, uint32_t to, uint64_t *beyond)
{
    if (from == to)
        return;
    if (from < DIRECT) {
        uint16_t row = row_number(b);
        for (uint32_t r = from; r < to && r < DIRECT; r++)
            b->dispatch->row_of[r] = row;
    }
    for (size_t i = 0; to > DIRECT && i < DJ_BEFORES * b->dispatch->words; i++)
        beyond[i] |= b->row[i];
}

static void add_edges(builder *b, const dj_first *first, uint32_t rule)
{
    for (size_t i = 0; first && i < first->ranges.n; i++) {
        dj_first_range r = first->ranges.at[i];
        *DJ_PUSH(b->arena, &b->edges) = (edge){r.from, rule, r.after, false};
        *DJ_PUSH(b->arena, &b->edges) = (edge){r.to + 1, rule, r.after, true};
    }
}

static void mark_empty(builder *b)
{
    dj_dispatch *d = b->dispatch;
    d->is_empty = dj_alloc(b->arena, d->rows.n * DJ_BEFORES * sizeof *d->is_empty);
    for (size_t i = 0; i < d->rows.n * DJ_BEFORES; i++) {
        const uint64_t *words = d->rows.at[i / DJ_BEFORES] + i % DJ_BEFORES * d->words;
        d->is_empty[i] = true;
        for (size_t w = 0; w < d->words; w++)
            d->is_empty[i] &= words[w] == 0;
    }
}

dj_dispatch *dj_dispatch_new(dj_arena *arena, const dj_first *const *firsts, size_t n)
{
    dj_dispatch *d = dj_alloc(arena, sizeof *d);
    d->words = (n + BITS - 1) / BITS;
    builder b = {.arena = arena, .dispatch = d, .n = n, .rows = dj_names_new(arena)};
    b.depth = dj_alloc(arena, DJ_BEFORES * n * sizeof *b.depth);
    b.row = dj_alloc(arena, row_bytes(&b));
    uint64_t *beyond = dj_alloc(arena, row_bytes(&b));
    row_number(&b);
    for (size_t i = 0; i < n; i++)
        add_edges(&b, firsts[i], (uint32_t)i);
    if (b.edges.n)
        qsort(b.edges.at, b.edges.n, sizeof *b.edges.at, by_place);
    uint32_t at = 0;
    for (size_t i = 0; i < b.edges.n; i++) {
        close_interval(&b, at, b.edges.at[i].at, beyond);
        at = b.edges.at[i].at;
        cross(&b, &b.edges.at[i]);
    }
    memcpy(b.row, beyond, row_bytes(&b));
    d->row_of[DIRECT] = row_number(&b);
    mark_empty(&b);
    return d;
}

const uint64_t *dj_dispatch_at(const dj_dispatch *dispatch, uint32_t rune, dj_before before)
{
    size_t row = dispatch->row_of[rune < DIRECT ? rune : DIRECT];
    return dispatch->is_empty[row * DJ_BEFORES + before] ? NULL : dispatch->rows.at[row] + (size_t)before * dispatch->words;
}

size_t dj_dispatch_words(const dj_dispatch *dispatch)
{
    return dispatch->words;
}
