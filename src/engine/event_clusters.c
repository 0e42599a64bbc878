/* Average linkage: of all pairs of groups the likest are joined first, until none is as like as `likeness`. The mean of
 * the cosines between two groups' stories is the product of the sums of their unit vectors, so no pair of stories is ever
 * counted again; only groups with a link between them are held against each other, the likest NEIGHBOURS of each. */
#include <stdlib.h>

#include "engine/event_parts.h"

enum {
    NEIGHBOURS = 32,
    LONGEST = 600 /* terms kept of a group */
};

typedef struct cluster {
    dj_event_terms sum;
    bool owns_sum;
    uint32_t n; /* stories; 0: joined to another */
    uint32_t version; /* counts the joins, so that what was reckoned before them is known to be old */
    double days; /* sum over the dated ones */
    uint32_t dated;
    DJ_VEC(uint32_t) neighbours;
} cluster;

typedef struct join { /* two groups that may be joined, as like as they were at the time */
    double likeness;
    uint32_t a, b, version_a, version_b;
} join;

typedef struct joiner {
    dj_events *events;
    cluster *clusters;
    uint32_t *parent, *mark, round;
    DJ_VEC(join) heap; /* the likest on top */
} joiner;

static bool is_above(const join *a, const join *b)
{
    if (a->likeness != b->likeness)
        return a->likeness > b->likeness;
    return a->a != b->a ? a->a < b->a : a->b < b->b;
}

static void push(joiner *k, join j)
{
    *DJ_PUSH(k->events->arena, &k->heap) = j;
    join *heap = k->heap.at;
    size_t i = k->heap.n - 1;
    for (; i > 0 && is_above(&j, &heap[(i - 1) / 2]); i = (i - 1) / 2)
        heap[i] = heap[(i - 1) / 2];
    heap[i] = j;
}

static join pop(joiner *k)
{
    join *heap = k->heap.at, top = heap[0], last = heap[--k->heap.n];
    size_t i = 0, n = k->heap.n;
    for (size_t child; (child = 2 * i + 1) < n; i = child) {
        if (child + 1 < n && is_above(&heap[child + 1], &heap[child]))
            child++;
        if (!is_above(&heap[child], &last))
            break;
        heap[i] = heap[child];
    }
    if (n)
        heap[i] = last;
    return top;
}

static uint32_t root_of(joiner *k, uint32_t i)
{
    while (k->parent[i] != i)
        i = k->parent[i] = k->parent[k->parent[i]];
    return i;
}

static dj_day day_of(const cluster *c)
{
    return c->dated ? (dj_day)(c->days / c->dated) : DJ_NO_DAY;
}

static double likeness(const joiner *k, const cluster *a, const cluster *b)
{
    double nearness = dj_event_nearness(k->events, day_of(a), day_of(b));
    return nearness > 0 ? nearness * dj_event_dot(&a->sum, &b->sum) / ((double)a->n * b->n) : 0;
}

static int heavier(const void *a, const void *b)
{
    const dj_event_term *x = a, *y = b;
    if (x->weight != y->weight)
        return x->weight < y->weight ? 1 : -1;
    return (x->stem > y->stem) - (x->stem < y->stem);
}

static int by_stem(const void *a, const void *b)
{
    const dj_event_term *x = a, *y = b;
    return (x->stem > y->stem) - (x->stem < y->stem);
}

/* the heaviest terms are kept, so that a large group costs no more than a small one */
static dj_event_terms add(const dj_event_terms *a, const dj_event_terms *b)
{
    dj_event_terms out = {dj_grow(NULL, (a->n + b->n + 1) * sizeof *out.at), 0};
    for (size_t i = 0, j = 0; i < a->n || j < b->n;) {
        bool of_a = j == b->n || (i < a->n && a->at[i].stem <= b->at[j].stem);
        bool of_b = i == a->n || (j < b->n && b->at[j].stem <= a->at[i].stem);
        uint32_t stem = of_a ? a->at[i].stem : b->at[j].stem;
        out.at[out.n++] = (dj_event_term){stem, (of_a ? a->at[i].weight : 0) + (of_b ? b->at[j].weight : 0)};
        i += of_a;
        j += of_b;
    }
    if (out.n > LONGEST) {
        qsort(out.at, out.n, sizeof *out.at, heavier);
        out.n = LONGEST;
        qsort(out.at, out.n, sizeof *out.at, by_stem);
    }
    return out;
}

static void drop_sum(cluster *c)
{
    if (c->owns_sum)
        free(c->sum.at);
    c->owns_sum = false;
}

/* the groups that those in the lists are part of now, each once */
static size_t gather(joiner *k, uint32_t self, const cluster *from, join *out, size_t n, size_t most)
{
    for (size_t i = 0; i < from->neighbours.n && n < most; i++) {
        uint32_t other = root_of(k, from->neighbours.at[i]);
        if (other == self || k->mark[other] == k->round)
            continue;
        k->mark[other] = k->round;
        double like = likeness(k, &k->clusters[self], &k->clusters[other]);
        if (like >= k->events->likeness)
            out[n++] = (join){like, self, other, k->clusters[self].version, k->clusters[other].version};
    }
    return n;
}

static int likest_first(const void *a, const void *b)
{
    const join *x = a, *y = b;
    return is_above(x, y) ? -1 : is_above(y, x);
}

static void find_neighbours(joiner *k, uint32_t self, const cluster *gone)
{
    join *found = dj_grow(NULL, (k->clusters[self].neighbours.n + gone->neighbours.n + 1) * sizeof *found);
    size_t most = k->clusters[self].neighbours.n + gone->neighbours.n;
    k->round++;
    size_t n = gather(k, self, &k->clusters[self], found, 0, most);
    n = gather(k, self, gone, found, n, most);
    qsort(found, n, sizeof *found, likest_first);
    k->clusters[self].neighbours.n = 0;
    for (size_t i = 0; i < n && i < NEIGHBOURS; i++) {
        *DJ_PUSH(k->events->arena, &k->clusters[self].neighbours) = found[i].b;
        push(k, found[i]);
    }
    free(found);
}

static void join_two(joiner *k, uint32_t a, uint32_t b)
{
    cluster *into = &k->clusters[a], *gone = &k->clusters[b];
    dj_event_terms sum = add(&into->sum, &gone->sum);
    drop_sum(into);
    drop_sum(gone);
    into->sum = sum;
    into->owns_sum = true;
    into->n += gone->n;
    into->days += gone->days;
    into->dated += gone->dated;
    into->version++;
    gone->n = 0;
    k->parent[b] = a;
    find_neighbours(k, a, gone);
}

static void begin(joiner *k)
{
    dj_events *events = k->events;
    k->clusters = dj_alloc(events->arena, (events->n + 1) * sizeof *k->clusters);
    k->parent = dj_alloc(events->arena, (events->n + 1) * sizeof *k->parent);
    k->mark = dj_alloc(events->arena, (events->n + 1) * sizeof *k->mark);
    for (uint32_t i = 0; i < events->n; i++) {
        dj_day day = events->stories[i]->published;
        k->parent[i] = i;
        k->clusters[i] = (cluster){.sum = events->terms[i], .n = 1, .dated = day != DJ_NO_DAY};
        k->clusters[i].days = day != DJ_NO_DAY ? day : 0;
    }
    for (size_t i = 0; i < events->links.n; i++) {
        uint32_t a = events->links.at[i].a, b = events->links.at[i].b;
        *DJ_PUSH(events->arena, &k->clusters[a].neighbours) = b;
        *DJ_PUSH(events->arena, &k->clusters[b].neighbours) = a;
        push(k, (join){likeness(k, &k->clusters[a], &k->clusters[b]), a, b, 0, 0});
    }
}

/* numbers from 0 in the order of the first story */
static void number(joiner *k)
{
    dj_events *events = k->events;
    events->event_of = dj_alloc(events->arena, (events->n + 1) * sizeof *events->event_of);
    events->events = dj_alloc(events->arena, (events->n + 1) * sizeof *events->events);
    uint32_t *of = dj_alloc(events->arena, (events->n + 1) * sizeof *of); /* by root, from 1 */
    for (uint32_t i = 0; i < events->n; i++) {
        cluster *c = &k->clusters[root_of(k, i)];
        uint32_t *event = &of[root_of(k, i)];
        if (*event == 0) {
            *event = (uint32_t)++events->n_events;
            dj_event_terms *sum = &events->events[*event - 1];
            sum->n = c->sum.n;
            sum->at = dj_alloc(events->arena, (sum->n + 1) * sizeof *sum->at);
            memcpy(sum->at, c->sum.at, sum->n * sizeof *sum->at);
            drop_sum(c);
        }
        events->event_of[i] = *event - 1;
    }
}

void dj_event_clusters_make(dj_events *events)
{
    joiner k = {.events = events};
    begin(&k);
    while (k.heap.n) {
        join top = pop(&k);
        const cluster *a = &k.clusters[top.a], *b = &k.clusters[top.b];
        if (a->n == 0 || b->n == 0 || a->version != top.version_a || b->version != top.version_b ||
            top.likeness < events->likeness)
            continue;
        uint32_t into = top.a < top.b ? top.a : top.b;
        join_two(&k, into, top.a + top.b - into);
    }
    number(&k);
}
