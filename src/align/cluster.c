/* Groups with different values are linked strongest link first: a group joins the fact that it is likest to, and once it is
 * in one it stays there. */
#include "align/cluster.h"

#include <stdlib.h>

#include "align/label.h"

typedef struct clusterer {
    const dj_grounds *g;
    dj_set *set;
    dj_fact **fact; /* by where its group stands; NULL before it has one */
} clusterer;

static int by_strength(const void *a, const void *b)
{
    const dj_link *x = a, *y = b;
    if (x->strength != y->strength)
        return x->strength < y->strength ? 1 : -1;
    return (x->pair > y->pair) - (x->pair < y->pair);
}

static dj_version *add_version(clusterer *k, dj_fact *fact, uint32_t at)
{
    const dj_group *group = &k->g->groups.at[at];
    dj_version *version = DJ_PUSH(k->g->arena, &fact->versions);
    for (size_t i = 0; i < group->members.n; i++)
        *DJ_PUSH(k->g->arena, &version->claims) = k->g->contexts->at[group->members.at[i]].mention;
    version->n_stories = group->n_stories;
    version->n_voices = group->n_voices;
    version->n_copies = group->n_copies;
    version->strength = 1;
    k->fact[at] = fact;
    return version;
}

static dj_fact *new_fact(clusterer *k, uint32_t at)
{
    dj_arena *arena = k->g->arena;
    const dj_group *group = &k->g->groups.at[at];
    dj_fact *fact = dj_alloc(arena, sizeof *fact);
    const dj_context **claims = dj_alloc(arena, group->members.n * sizeof *claims);
    for (size_t i = 0; i < group->members.n; i++)
        claims[i] = &k->g->contexts->at[group->members.at[i]];
    fact->kind = claims[0]->mention->kind;
    fact->label = dj_fact_label(arena, k->set, claims, group->members.n);
    *DJ_PUSH(arena, &k->set->facts) = fact;
    add_version(k, fact, at);
    return fact;
}

/* does the link's group a lead? Of as many voices the one whose value more of the other stories state. */
static bool a_is_first(const clusterer *k, const dj_link *l)
{
    const dj_group *a = &k->g->groups.at[l->a], *b = &k->g->groups.at[l->b];
    if (a->n_voices != b->n_voices)
        return a->n_voices > b->n_voices;
    if (a->n_stories != b->n_stories)
        return a->n_stories > b->n_stories;
    return (k->g->groups.of[l->pair->a] == l->a) != dj_states_less(k->g, l->pair);
}

/* the group that has a fact, or more voices, stays in front; the other joins it */
static void apply(clusterer *k, const dj_link *l)
{
    bool a_leads = k->fact[l->a] ? true : k->fact[l->b] ? false : a_is_first(k, l);
    uint32_t leader = a_leads ? l->a : l->b, other = a_leads ? l->b : l->a;
    if (k->fact[other])
        return;
    dj_version *version = add_version(k, k->fact[leader] ? k->fact[leader] : new_fact(k, leader), other);
    bool other_is_a = k->g->groups.of[l->pair->a] == other;
    version->claim = k->g->contexts->at[other_is_a ? l->pair->a : l->pair->b].mention;
    version->against = k->g->contexts->at[other_is_a ? l->pair->b : l->pair->a].mention;
    version->strength = l->strength;
    version->evidence = l->evidence;
}

static size_t stories_of(const dj_fact *fact)
{
    size_t n = 0;
    for (size_t v = 0; v < fact->versions.n; v++)
        n += fact->versions.at[v].n_stories;
    return n;
}

static void settle_status(clusterer *k)
{
    for (size_t i = 0; i < k->set->facts.n; i++) {
        dj_fact *fact = k->set->facts.at[i];
        fact->status = fact->versions.n > 1 ? DJ_CONFLICT : stories_of(fact) > 1 ? DJ_AGREED : DJ_SINGLE;
    }
}

void dj_facts_make(const dj_grounds *grounds, dj_set *set)
{
    clusterer k = {grounds, set, dj_alloc(grounds->arena, (grounds->contexts->n + 1) * sizeof *k.fact)};
    dj_links links = {0};
    dj_links_find(grounds, false, &links);
    if (links.n)
        qsort(links.at, links.n, sizeof *links.at, by_strength);
    for (size_t i = 0; i < links.n; i++)
        apply(&k, &links.at[i]);
    for (uint32_t i = 0; i < grounds->contexts->n; i++)
        if (grounds->groups.at[i].members.n && !k.fact[i])
            new_fact(&k, i);
    settle_status(&k);
}
