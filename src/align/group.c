/* See group.h. Groups grow by union-find over contexts; the lowest context stands for its group. */
#include "align/group.h"

#include "align/relation.h"
#include "align/slip.h"
#include "align/voice.h"

typedef struct grouper {
    dj_arena *arena;
    const dj_contexts *contexts;
    const dj_pairs *pairs;
    const dj_stated *stated;
    const dj_settings *settings;
    uint32_t *parent; /* by context */
} grouper;

static uint32_t root_of(grouper *k, uint32_t i)
{
    while (k->parent[i] != i)
        i = k->parent[i] = k->parent[k->parent[i]];
    return i;
}

static void join(grouper *k, uint32_t a, uint32_t b)
{
    a = root_of(k, a);
    b = root_of(k, b);
    if (a != b)
        k->parent[a > b ? a : b] = a < b ? a : b;
}

bool dj_is_telling(const dj_value *value)
{
    if (dj_kind_about(value->kind)->family != DJ_FAMILY_AMOUNT)
        return false;
    dj_dec d = dj_nominal(&value->amount);
    unsigned digits = dj_dec_digits(d);
    return digits >= 3 || (value->kind == DJ_MONEY && d.exponent + (int)digits >= 8);
}

/* A story that repeats a telling figure speaks of one thing. */
static void join_within_stories(grouper *k)
{
    for (size_t i = 1; i < k->stated->n; i++) {
        const dj_statement *a = &k->stated->at[i - 1], *b = &k->stated->at[i];
        if (a->number == b->number && a->story == b->story && dj_is_telling(&k->contexts->at[b->context].mention->value))
            join(k, a->context, b->context);
    }
}

/* 6810만원 is over 6000만원, and 6일 within 5~7일, but a story that states both speaks of two things; of 내년 and 내년 5월 it may be one */
static bool are_both_stated(const grouper *k, const dj_pair *p)
{
    uint32_t x = k->stated->number[p->a], y = k->stated->number[p->b];
    const dj_context *a = &k->contexts->at[p->a], *b = &k->contexts->at[p->b];
    const dj_value *u = &a->mention->value, *v = &b->mention->value;
    bool is_coarse = u->kind == DJ_DATE && u->date.grain != v->date.grain;
    return !is_coarse && x != y && (dj_stated_by(k->stated, a->story, y) || dj_stated_by(k->stated, b->story, x));
}

static bool is_exact_date(const dj_date *d)
{
    return d->bound == DJ_EXACT && d->from != DJ_NO_DAY && d->to != DJ_NO_DAY;
}

/* how much an exact value says: the digits of an amount, the grain of a date and where it is that day; 0 for others */
static unsigned fineness_of(const grouper *k, uint32_t i)
{
    const dj_value *value = &k->contexts->at[i].mention->value;
    if (value->kind == DJ_DATE)
        return is_exact_date(&value->date) ? 2 * (DJ_GRAINS - value->date.grain) + value->date.is_local : 0;
    bool is_exact = dj_kind_about(value->kind)->family == DJ_FAMILY_AMOUNT && value->amount.bound == DJ_EXACT &&
                    value->amount.has_low;
    return is_exact ? dj_dec_digits(value->amount.low) : 0;
}

/* the exact value that says most in each group, under its root; the number of contexts where it has none */
static uint32_t *find_finest(grouper *k)
{
    uint32_t n = (uint32_t)k->contexts->n, *finest = dj_alloc(k->arena, (n + 1) * sizeof *finest);
    for (uint32_t i = 0; i < n; i++)
        finest[i] = n;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t root = root_of(k, i);
        unsigned fineness = fineness_of(k, i);
        if (fineness && (finest[root] == n || fineness > fineness_of(k, finest[root])))
            finest[root] = i;
    }
    return finest;
}

/* About 40% goes with 40.05% and with 40.09%, and next month with its 1st to 3rd and with its 1st to 5th, but does not make
 * one of the two: true where joining the groups would. */
static bool hides(const grouper *k, uint32_t finest_a, uint32_t finest_b)
{
    if (finest_a >= k->contexts->n || finest_b >= k->contexts->n)
        return false;
    const dj_value *a = &k->contexts->at[finest_a].mention->value, *b = &k->contexts->at[finest_b].mention->value;
    if (a->kind == DJ_DATE)
        return dj_relation_of_days(a, b) == DJ_DIFFERENT;
    return dj_value_compare(a, b) == DJ_DIFFERENT && !dj_amount_rounds(&a->amount, &b->amount) &&
           !dj_amount_rounds(&b->amount, &a->amount);
}

static void join_compatible(grouper *k, const dj_pair *p, uint32_t *finest)
{
    uint32_t x = finest[root_of(k, p->a)], y = finest[root_of(k, p->b)], n = (uint32_t)k->contexts->n;
    if (hides(k, x, y))
        return;
    bool is_y_finer = x == n || (y != n && fineness_of(k, y) > fineness_of(k, x));
    join(k, p->a, p->b);
    finest[root_of(k, p->a)] = is_y_finer ? y : x;
}

static void join_pairs(grouper *k)
{
    double plain = dj_dec_double(dj_setting(k->settings, "align", "same", dj_dec_make(3, -1)));
    double telling = dj_dec_double(dj_setting(k->settings, "align", "same-telling", dj_dec_make(12, -2)));
    DJ_VEC(const dj_pair *) compatible = {0}; /* joined last, when it is known what they would bring together */
    for (size_t i = 0; i < k->pairs->n; i++) {
        const dj_pair *p = &k->pairs->at[i];
        if (p->strength < (dj_is_telling(&k->contexts->at[p->a].mention->value) ? telling : plain))
            continue;
        if (p->relation == DJ_SAME)
            join(k, p->a, p->b);
        else if (p->relation == DJ_COMPATIBLE && p->is_best && !are_both_stated(k, p))
            *DJ_PUSH(k->arena, &compatible) = p;
    }
    uint32_t *finest = find_finest(k);
    for (size_t i = 0; i < compatible.n; i++)
        join_compatible(k, compatible.at[i], finest);
}

static void count_voices(const grouper *k, const dj_set *set, dj_groups *groups)
{
    dj_tally tally = dj_tally_new(k->arena, set);
    for (size_t i = 0; i < k->contexts->n; i++) {
        dj_group *g = &groups->at[i];
        dj_tally_begin(&tally);
        for (size_t m = 0; m < g->members.n; m++)
            dj_tally_add(&tally, k->contexts->at[g->members.at[m]].mention);
        g->n_stories = tally.stories;
        g->n_voices = dj_tally_voices(&tally);
        g->n_copies = dj_tally_copies(&tally);
    }
}

dj_groups dj_groups_make(dj_arena *arena, const dj_set *set, const dj_contexts *contexts, const dj_pairs *pairs,
                         const dj_stated *stated, const dj_settings *settings)
{
    uint32_t n = (uint32_t)contexts->n, *of = dj_alloc(arena, (n + 1) * sizeof *of);
    grouper k = {arena, contexts, pairs, stated, settings, of};
    for (uint32_t i = 0; i < n; i++)
        of[i] = i;
    join_within_stories(&k);
    join_pairs(&k);
    dj_groups groups = {dj_alloc(arena, (n + 1) * sizeof *groups.at), of};
    for (uint32_t i = 0; i < n; i++) {
        of[i] = root_of(&k, i);
        *DJ_PUSH(arena, &groups.at[of[i]].members) = i;
    }
    count_voices(&k, set, &groups);
    return groups;
}
