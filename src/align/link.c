/* See link.h. What speaks for a link is gathered here and weighed by evidence.h. */
#include "align/link.h"

#include <stdlib.h>

#include "align/day_kind.h"
#include "align/slip.h"
#include "align/two_facts.h"

enum { LONG_SLIP = 3 }; /* digits of a slip that its own story may state rightly elsewhere */

typedef struct linker {
    const dj_grounds *g;
    dj_weights weights;
    double least, lone; /* settings `different` and `lone` */
    bool takes_all;
} linker;

static double capped(double x, double most)
{
    return x < most ? x : most;
}

static const dj_context *context_of(const dj_grounds *g, uint32_t i)
{
    return &g->contexts->at[i];
}

static int by_groups(const void *a, const void *b)
{
    const dj_link *x = a, *y = b;
    if (x->a != y->a)
        return x->a < y->a ? -1 : 1;
    if (x->b != y->b)
        return x->b < y->b ? -1 : 1;
    return (x->pair > y->pair) - (x->pair < y->pair);
}

static void weigh_statements(const dj_grounds *g, uint32_t odd, uint32_t other, dj_evidence *out)
{
    uint32_t x = g->stated.number[odd], y = g->stated.number[other], story = context_of(g, odd)->story,
             witness = context_of(g, other)->story;
    bool odd_has_both = dj_stated_by(&g->stated, story, y), other_has_both = dj_stated_by(&g->stated, witness, x);
    size_t elsewhere = dj_stated_in_others(&g->stated, x, story, witness),
           witnesses = dj_stated_in_others(&g->stated, y, story, witness);
    out->of[DJ_FEATURE_ELSEWHERE] = capped((double)elsewhere, 3);
    out->of[DJ_FEATURE_LONE] = !elsewhere && !other_has_both;
    bool is_own_slip = out->of[DJ_FEATURE_LONE] > 0 && out->of[DJ_FEATURE_SLIP] >= LONG_SLIP;
    out->of[DJ_FEATURE_STATED] = (double)(odd_has_both && !is_own_slip) + (double)other_has_both;
    if (out->of[DJ_FEATURE_LONE] < 1)
        out->of[DJ_FEATURE_SLIP] *= out->of[DJ_FEATURE_LIKENESS];
    else if (witnesses && !odd_has_both)
        out->of[DJ_FEATURE_TELLING] = out->of[DJ_FEATURE_SLIP];
}

bool dj_states_less(const dj_grounds *g, const dj_pair *p)
{
    uint32_t a = context_of(g, p->a)->story, b = context_of(g, p->b)->story, x = g->stated.number[p->a],
             y = g->stated.number[p->b];
    size_t of_a = dj_stated_in_others(&g->stated, x, a, b), of_b = dj_stated_in_others(&g->stated, y, a, b);
    return of_a != of_b ? of_a < of_b : dj_stated_by(&g->stated, b, x);
}

/* the one of the two is the only figure of its noun that is not what all others say */
static bool is_counted_apart(const dj_grounds *g, const dj_pair *p)
{
    bool is_of_one_time = dj_scope_when(&context_of(g, p->a)->scope, &context_of(g, p->b)->scope) >= 0;
    return is_of_one_time && (dj_counted_departs(g->counted, p->a, p->b) || dj_counted_departs(g->counted, p->b, p->a));
}

/* Is a's group the odd one? The one with fewer stories is, or of small figures with as many the one that is stated less. */
static bool a_is_odd(const dj_grounds *g, const dj_link *l, const dj_pair *p)
{
    size_t n = g->groups.at[l->a].n_stories, m = g->groups.at[l->b].n_stories;
    if (n == m)
        return dj_states_less(g, p);
    return g->groups.of[p->a] == (n < m ? l->a : l->b);
}

static void weigh_groups(const dj_grounds *g, const dj_link *l, dj_evidence *out)
{
    size_t n = g->groups.at[l->a].n_stories, m = g->groups.at[l->b].n_stories;
    out->of[DJ_FEATURE_SUPPORT] = capped((double)(n > m ? n : m) - 1, 3);
    out->of[DJ_FEATURE_ODD] = capped((double)(n > m ? m : n) - 1, 3);
}

/* 맞벌이 45만원, 외벌이 42만원: a list that states the other value too, as often as the other does there, means two things; but of
 * 50억 and 50조 in one breath one is a slip */
static bool states_both(const dj_grounds *g, uint32_t one, uint32_t other)
{
    uint32_t number = g->stated.number[other];
    size_t n = dj_stated_beside(&g->stated, g->contexts, one, number);
    return n > 0 && n >= dj_stated_beside(&g->stated, g->contexts, other, number);
}

static bool are_stated_together(const dj_grounds *g, const dj_pair *p)
{
    uint32_t holder = context_of(g, p->a)->holder.id;
    if (holder && holder == context_of(g, p->b)->holder.id && context_of(g, p->a)->mention->kind != DJ_AGE)
        return false; /* each of the list's figures has a title of its own */
    const dj_value *a = &context_of(g, p->a)->mention->value, *b = &context_of(g, p->b)->mention->value;
    if (dj_kind_about(a->kind)->family != DJ_FAMILY_AMOUNT || dj_amount_slip(&a->amount, &b->amount) == DJ_SLIP_UNIT)
        return false;
    return states_both(g, p->a, p->b) || states_both(g, p->b, p->a);
}

/* one link from n pairs between two groups, unless a sentence tells them apart */
static void weigh(linker *k, const dj_link *pairs, size_t n, dj_links *out)
{
    const dj_grounds *g = k->g;
    const dj_pair *best = pairs[0].pair;
    double sum = 0;
    bool is_counted = false;
    for (size_t i = 0; i < n; i++) {
        if (are_stated_together(g, pairs[i].pair))
            return;
        sum += pairs[i].pair->likeness;
        is_counted = is_counted || is_counted_apart(g, pairs[i].pair);
        if (pairs[i].pair->strength > best->strength)
            best = pairs[i].pair;
    }
    dj_evidence *evidence = dj_alloc(g->arena, sizeof *evidence);
    dj_evidence_of_pair(g->contexts, best, evidence);
    evidence->of[DJ_FEATURE_COUNTED] = is_counted;
    evidence->of[DJ_FEATURE_PAIRS] = capped(sum - best->likeness, 2);
    weigh_groups(g, pairs, evidence);
    bool is_a = a_is_odd(g, pairs, best);
    weigh_statements(g, is_a ? best->a : best->b, is_a ? best->b : best->a, evidence);
    evidence->of[DJ_FEATURE_RECKONED] = !dj_day_is_firm(context_of(g, best->a)->mention) ||
                                        !dj_day_is_firm(context_of(g, best->b)->mention);
    double strength = dj_evidence_strength(evidence, &k->weights);
    if (strength >= k->least)
        *DJ_PUSH(g->arena, out) = (dj_link){pairs->a, pairs->b, best, evidence, strength};
}

/* 14조 in three stories, and in the fourth, which does not have it, 84조: there is one partner for it, be others likelier */
static bool is_lone_slip_of(const dj_grounds *g, uint32_t odd, uint32_t usual)
{
    uint32_t x = g->stated.number[odd], y = g->stated.number[usual], a = context_of(g, odd)->story,
             b = context_of(g, usual)->story;
    bool is_lone = !dj_stated_by(&g->stated, a, y) && !dj_stated_by(&g->stated, b, x) &&
                   !dj_stated_in_others(&g->stated, x, a, b);
    return is_lone && dj_stated_in_others(&g->stated, y, a, b);
}

static bool is_lone_slip(const linker *k, const dj_pair *p)
{
    const dj_value *a = &context_of(k->g, p->a)->mention->value, *b = &context_of(k->g, p->b)->mention->value;
    bool is_of_kind = dj_kind_about(a->kind)->family == DJ_FAMILY_AMOUNT &&
                      a->kind != DJ_QUANTITY; /* counts are small and many */
    if (!is_of_kind || p->margin < -k->lone || dj_amount_slip(&a->amount, &b->amount) == DJ_SLIP_NONE)
        return false;
    return is_lone_slip_of(k->g, p->a, p->b) || is_lone_slip_of(k->g, p->b, p->a);
}

/* of things, or days, of one kind; those who are left when others are counted are not all */
static bool are_of_a_kind(const dj_grounds *g, const dj_pair *p)
{
    const dj_context *a = context_of(g, p->a), *b = context_of(g, p->b);
    return a->scope.is_rest == b->scope.is_rest &&
           (a->mention->kind != DJ_DATE || dj_days_are_of_a_kind(a->mention, b->mention, p->likeness, g->scratch));
}

static bool is_apart(const linker *k, const dj_pair *p)
{
    const dj_mention *a = context_of(k->g, p->a)->mention, *b = context_of(k->g, p->b)->mention;
    if (p->relation != DJ_DIFFERENT || dj_are_two_facts(k->g, p))
        return false;
    bool is_candidate = p->is_best || p->is_slip || is_lone_slip(k, p) || is_counted_apart(k->g, p) ||
                        (k->takes_all && dj_kind_about(a->kind)->family == DJ_FAMILY_AMOUNT);
    return is_candidate && (dj_day_is_firm(a) || dj_day_is_firm(b)) && are_of_a_kind(k->g, p);
}

/* pairs of different values, the lower group first, by groups */
static dj_links list_apart(const linker *k)
{
    const dj_grounds *g = k->g;
    dj_links apart = {0};
    for (size_t i = 0; i < g->pairs->n; i++) {
        const dj_pair *p = &g->pairs->at[i];
        uint32_t a = g->groups.of[p->a], b = g->groups.of[p->b];
        if (is_apart(k, p) && a != b)
            *DJ_PUSH(g->arena, &apart) = (dj_link){a < b ? a : b, a < b ? b : a, p, NULL, 0};
    }
    if (apart.n)
        qsort(apart.at, apart.n, sizeof *apart.at, by_groups);
    return apart;
}

void dj_links_find(const dj_grounds *grounds, bool takes_all, dj_links *out)
{
    linker k = {.g = grounds, .weights.settings = grounds->settings, .takes_all = takes_all};
    k.least = dj_dec_double(dj_setting(grounds->settings, "align", "different", dj_dec_make(2, -1)));
    k.lone = dj_dec_double(dj_setting(grounds->settings, "align", "lone", dj_dec_make(12, -2)));
    dj_links apart = list_apart(&k);
    for (size_t from = 0, to; from < apart.n; from = to) {
        for (to = from + 1; to < apart.n && apart.at[to].a == apart.at[from].a && apart.at[to].b == apart.at[from].b;)
            to++;
        weigh(&k, apart.at + from, to - from, out);
    }
}

dj_grounds dj_grounds_make(dj_arena *arena, const dj_set *set, const dj_contexts *contexts, const dj_pairs *pairs,
                           const dj_settings *settings, dj_scratch *scratch)
{
    dj_grounds g = {.arena = arena, .contexts = contexts, .pairs = pairs, .settings = settings, .scratch = scratch};
    size_t voices = (size_t)dj_dec_double(dj_setting(settings, "align", "counted", dj_dec_int(3)));
    g.stated = dj_stated_make(arena, contexts);
    g.chances = dj_chances_make(arena, contexts, &g.stated);
    g.counted = dj_counted_make(arena, set, contexts, g.stated.number, voices);
    g.groups = dj_groups_make(arena, set, contexts, pairs, &g.stated, settings);
    return g;
}
