/* A story is held against the stories before it that have its rarest stems: of each stem the last few, which are the
 * nearest in time. A stem that everybody has is then as cheap as a rare one, and what is left of a large event hangs
 * together through its neighbours. */
#include <stdlib.h>

#include "engine/event_parts.h"

enum {
    RAREST = 32, /* stems of a story that are looked up */
    LAST = 48, /* stories looked at for each of them */
    LINKS = 16 /* kept a story */
};

typedef struct posting {
    uint32_t story;
    float weight;
    uint32_t before; /* the posting of the same stem before, from 1; 0: none */
} posting;

typedef struct candidate {
    uint32_t story;
    double likeness;
} candidate;

typedef struct finder {
    dj_events *events;
    DJ_VEC(posting) postings;
    uint32_t *last; /* by stem: its last posting, from 1 */
    double *shared; /* by story: the likeness that the stems looked up make */
    DJ_VEC(uint32_t) touched;
} finder;

static int heavier(const void *a, const void *b)
{
    const dj_event_term *x = a, *y = b;
    if (x->weight != y->weight)
        return x->weight < y->weight ? 1 : -1;
    return (x->stem > y->stem) - (x->stem < y->stem);
}

static void look_up(finder *k, uint32_t story, const dj_event_term *term)
{
    uint32_t seen = 0;
    for (uint32_t p = k->last[term->stem]; p && seen < LAST; p = k->postings.at[p - 1].before, seen++) {
        const posting *found = &k->postings.at[p - 1];
        if (dj_event_nearness(k->events, k->events->stories[found->story]->published, k->events->stories[story]->published) <= 0)
            break;
        if (k->shared[found->story] == 0)
            *DJ_PUSH(k->events->arena, &k->touched) = found->story;
        k->shared[found->story] += (double)found->weight * term->weight;
    }
    *DJ_PUSH(k->events->arena, &k->postings) = (posting){story, term->weight, k->last[term->stem]};
    k->last[term->stem] = (uint32_t)k->postings.n;
}

static int likeliest(const void *a, const void *b)
{
    const candidate *x = a, *y = b;
    if (x->likeness != y->likeness)
        return x->likeness < y->likeness ? 1 : -1;
    return (x->story > y->story) - (x->story < y->story);
}

/* links to the likeliest of those touched; nothing is touched then */
static void link(finder *k, uint32_t story)
{
    dj_events *events = k->events;
    candidate candidates[RAREST * LAST];
    size_t n = 0;
    for (size_t i = 0; i < k->touched.n; i++) {
        uint32_t other = k->touched.at[i];
        double nearness = dj_event_nearness(events, events->stories[other]->published, events->stories[story]->published);
        if (k->shared[other] * nearness >= events->likeness / 2) { /* the stems that were not looked up add to it */
            double likeness = dj_event_dot(&events->terms[other], &events->terms[story]) * nearness;
            if (likeness >= events->likeness)
                candidates[n++] = (candidate){other, likeness};
        }
        k->shared[other] = 0;
    }
    k->touched.n = 0;
    qsort(candidates, n, sizeof *candidates, likeliest);
    for (size_t i = 0; i < n && i < LINKS; i++)
        *DJ_PUSH(events->arena, &events->links) = (dj_event_link){candidates[i].story, story};
}

void dj_event_links_find(dj_events *events)
{
    finder k = {.events = events};
    size_t longest = 0;
    for (size_t i = 0; i < events->n; i++)
        longest = events->terms[i].n > longest ? events->terms[i].n : longest;
    k.last = dj_alloc(events->arena, (dj_names_count(events->stems) + 1) * sizeof *k.last);
    k.shared = dj_alloc(events->arena, (events->n + 1) * sizeof *k.shared);
    dj_event_term *terms = dj_alloc(events->arena, (longest + 1) * sizeof *terms);
    for (uint32_t i = 0; i < events->n; i++) {
        const dj_event_terms *all = &events->terms[i];
        if (all->n == 0)
            continue;
        memcpy(terms, all->at, all->n * sizeof *terms);
        qsort(terms, all->n, sizeof *terms, heavier);
        for (size_t t = 0; t < all->n && t < RAREST; t++)
            look_up(&k, i, &terms[t]);
        link(&k, i);
    }
}
