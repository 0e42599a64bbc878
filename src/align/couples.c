/* An index from stems, and from digits, to the figures beside them, so that the cost grows with the stories and not with their
 * square. A stem of most stories of a large set would give every two figures: it stands for a few of each value. */
#include "align/couples.h"

#include <stdio.h>
#include <stdlib.h>

enum {
    LONG_FIGURE = 4, /* significant digits */
    COMMON = 96, /* a stem with more figures stands for every value by a few of them */
    FEW = 4, /* of them, and of the next figures of a value that each is paired with */
    HEAVIEST = 12 /* stems of a figure that find others */
};

typedef struct posting {
    uint32_t key, figure; /* its number in the bucket */
} posting;

typedef DJ_VEC(posting) postings;

typedef struct valued {
    uint32_t value, figure;
} valued;

typedef struct gathering { /* of the couples of a bucket */
    dj_arena *arena;
    dj_names *digits;
    const dj_context *const *bucket;
    dj_couples list;
} gathering;

static int by_term(const void *a, const void *b)
{
    const posting *x = a, *y = b;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return (x->figure > y->figure) - (x->figure < y->figure);
}

static bool is_heavier(const dj_term *a, const dj_term *b)
{
    return a->weight != b->weight ? a->weight > b->weight : a->key < b->key;
}

/* the heaviest terms, in the order of their weight */
static size_t choose_heaviest(const dj_context *context, const dj_term *out[HEAVIEST])
{
    size_t n = 0;
    for (size_t t = 0; t < context->n_terms; t++) {
        const dj_term *term = &context->terms[t];
        size_t at = n;
        if (n == HEAVIEST && !is_heavier(term, out[--at]))
            continue;
        for (; at > 0 && is_heavier(term, out[at - 1]); at--)
            out[at] = out[at - 1];
        out[at] = term;
        n += n < HEAVIEST;
    }
    return n;
}

/* Figures whose digits are the same but for a unit, or for one of four and more, are candidates in any context: they
 * stand under their digits, and under those with one left open (69?7). */
static void add_digits(gathering *g, const dj_mention *m, uint32_t number, postings *list)
{
    if (dj_kind_about(m->kind)->family != DJ_FAMILY_AMOUNT)
        return;
    char digits[24];
    dj_dec d = dj_nominal(&m->value.amount);
    size_t n = (size_t)snprintf(digits, sizeof digits, "%lld", llabs((long long)d.mantissa));
    for (size_t open = 0; n >= 2 && open <= n; open++) {
        if (open < n && n < LONG_FIGURE)
            continue;
        char left = digits[open];
        digits[open] = open < n ? '?' : '\0';
        uint32_t key = UINT32_MAX - dj_intern(g->digits, (dj_slice){digits, n});
        *DJ_PUSH(g->arena, list) = (posting){key, number};
        digits[open] = left;
    }
}

/* the heaviest terms of each figure of a bucket, by term */
static size_t make_index(gathering *g, uint32_t n, posting **index)
{
    postings list = {0};
    const dj_term *terms[HEAVIEST];
    for (uint32_t i = 0; i < n; i++) {
        add_digits(g, g->bucket[i]->mention, i, &list);
        for (size_t t = 0, n_terms = choose_heaviest(g->bucket[i], terms); t < n_terms; t++)
            *DJ_PUSH(g->arena, &list) = (posting){terms[t]->key, i};
    }
    if (list.n)
        qsort(list.at, list.n, sizeof *list.at, by_term);
    *index = list.at;
    return list.n;
}

static void couple_up(gathering *g, uint32_t x, uint32_t y)
{
    if (g->bucket[x]->story != g->bucket[y]->story)
        *DJ_PUSH(g->arena, &g->list) = (dj_couple){x < y ? x : y, x < y ? y : x};
}

static void couple_all(gathering *g, const posting *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        for (size_t j = i + 1; j < n; j++)
            couple_up(g, list[i].figure, list[j].figure);
}

static int by_value(const void *a, const void *b)
{
    const valued *x = a, *y = b;
    if (x->value != y->value)
        return x->value < y->value ? -1 : 1;
    return (x->figure > y->figure) - (x->figure < y->figure);
}

/* A word of most stories of a large set: equal figures meet their next ones, so that they hold together as a chain, and
 * the first ones of every value meet those of the others. */
static void couple_common(gathering *g, const posting *list, size_t n)
{
    valued *by = dj_alloc(g->arena, n * sizeof *by);
    for (size_t i = 0; i < n; i++)
        by[i] = (valued){g->bucket[list[i].figure]->value, list[i].figure};
    qsort(by, n, sizeof *by, by_value);
    posting *first = dj_alloc(g->arena, n * sizeof *first);
    size_t n_first = 0;
    for (size_t i = 0; i < n; i++) {
        for (size_t j = i + 1; j < n && j <= i + FEW && by[j].value == by[i].value; j++)
            couple_up(g, by[i].figure, by[j].figure);
        if (i < FEW || by[i - FEW].value != by[i].value)
            first[n_first++].figure = by[i].figure;
    }
    if (n_first <= COMMON)
        couple_all(g, first, n_first);
}

/* Sorts by one figure of each couple, keeping the order of equal ones: figures are counted, then laid out. */
static void sort_couples(dj_arena *arena, const dj_couple *from, size_t n, bool by_b, uint32_t n_figures, dj_couple *to)
{
    size_t *starts = dj_alloc(arena, (n_figures + 1) * sizeof *starts);
    for (size_t i = 0; i < n; i++)
        starts[(by_b ? from[i].b : from[i].a) + 1]++;
    for (uint32_t i = 0; i < n_figures; i++)
        starts[i + 1] += starts[i];
    for (size_t i = 0; i < n; i++)
        to[starts[by_b ? from[i].b : from[i].a]++] = from[i];
}

void dj_couples_of(dj_arena *arena, dj_names *digits, const dj_context *const *bucket, uint32_t n, dj_couples *out)
{
    gathering g = {.arena = arena, .digits = digits, .bucket = bucket};
    posting *index;
    size_t n_index = make_index(&g, n, &index);
    for (size_t from = 0, to; from < n_index; from = to) {
        for (to = from + 1; to < n_index && index[to].key == index[from].key;)
            to++;
        if (to - from > COMMON)
            couple_common(&g, index + from, to - from);
        else
            couple_all(&g, index + from, to - from);
    }
    dj_couple *half = dj_alloc(arena, g.list.n * sizeof *half), *all = g.list.at;
    sort_couples(arena, all, g.list.n, true, n, half);
    sort_couples(arena, half, g.list.n, false, n, all);
    size_t kept = 0;
    for (size_t i = 0; i < g.list.n; i++)
        if (kept == 0 || all[i].a != all[kept - 1].a || all[i].b != all[kept - 1].b)
            all[kept++] = all[i];
    g.list.n = kept;
    *out = g.list;
}
