/* See link.h. What speaks for a link is gathered here and weighed by evidence.h. */
#include "align/link.h"

#include <stdlib.h>

#include "align/slip.h"
#include "extract/beside.h"

enum { LONG_SLIP = 3 }; /* digits of a slip that its own story may state rightly elsewhere */

#define ONE_SENTENCE 0.7 /* likeness from which two sentences are nearly one */
#define UNLIKE 0.3 /* likeness below which they may be of anything */
#define LITTLE_LIKE 0.1 /* likeness below which they have next to nothing in common */

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

/* A day reckoned from another (전날, 사흘 전, 이날) is as sure as the reckoning: it may agree with others, but a
 * disagreement needs a stated day, month, quarter or year. */
static bool is_firm(const dj_mention *m)
{
    if (m->kind != DJ_DATE || dj_mention_slot(m, "day") || dj_mention_slot(m, "weekday") || dj_mention_slot(m, "quarter"))
        return true;
    return dj_mention_slot(m, "year") || (dj_mention_slot(m, "month") && !dj_mention_slot(m, "relative_year"));
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
    evidence->of[DJ_FEATURE_RECKONED] = !is_firm(context_of(g, best->a)->mention) || !is_firm(context_of(g, best->b)->mention);
    double strength = dj_evidence_strength(evidence, &k->weights);
    if (strength >= k->least)
        *DJ_PUSH(g->arena, out) = (dj_link){pairs->a, pairs->b, best, evidence, strength};
}

/* 12일 인천지법에 따르면: the day on which it was told, not that on which it was */
static bool is_of_telling(const dj_grounds *g, const dj_mention *m)
{
    enum { LED_BY = 3 /* words before */ };
    return dj_matches_behind(m, "date_of_telling", g->scratch) || dj_matches_before(m, "telling_before", LED_BY, g->scratch);
}

/* as of Friday: how things stood on the day of the story, which is another's in another story */
static bool is_of_state(const dj_grounds *g, const dj_mention *m)
{
    enum { LED_BY = 3 /* words before */ };
    return dj_matches_before(m, "state_before", LED_BY, g->scratch) != NULL;
}

/* 18일 돌아올 예정이었다: the day on which something was to be, and not that on which it was */
static bool is_of_plan(const dj_grounds *g, const dj_mention *m)
{
    return dj_matches_behind(m, "date_of_plan", g->scratch) != NULL;
}

/* 1일 오전 6시 기준 */
static bool is_as_of(const dj_grounds *g, const dj_mention *m)
{
    const dj_regex *state = dj_pack_pattern(m->in->pack, "date_of_state");
    return state && dj_regex_find(state, g->scratch, dj_mention_field(m), m->end, true) == DJ_MATCH;
}

/* the day of its story, or the one before */
static bool is_of_own_day(const dj_mention *m)
{
    dj_day day = m->value.date.from, published = m->in->story->published;
    return day != DJ_NO_DAY && published != DJ_NO_DAY && day <= published && day + 1 >= published;
}

/* how things stood on the day of the one, and another day, or the day of the other */
static bool are_of_own_days(const dj_grounds *g, const dj_mention *a, const dj_mention *b)
{
    bool of_a = is_as_of(g, a), of_b = is_as_of(g, b);
    if (of_a != of_b)
        return is_of_own_day(of_a ? a : b);
    return of_a && is_of_own_day(a) && is_of_own_day(b) && a->in->story->published != b->in->story->published;
}

/* 지난 1일 이후 1주일째: reckoned from the day of the story */
static bool is_since(const dj_grounds *g, const dj_mention *m)
{
    return dj_matches_behind(m, "state_since", g->scratch) != NULL;
}

/* The day on which something was told is none on which something was; but two sources may tell of one plan, or of one telling,
 * which one says in other words: 30일 지검에 따르면, 지검은 30일. Those who are left when others are counted are not all. */
static bool are_of_a_kind(const dj_grounds *g, const dj_pair *p)
{
    const dj_mention *a = context_of(g, p->a)->mention, *b = context_of(g, p->b)->mention;
    if (context_of(g, p->a)->scope.is_rest != context_of(g, p->b)->scope.is_rest)
        return false;
    if (a->kind != DJ_DATE)
        return true;
    if (is_of_plan(g, a) != is_of_plan(g, b) || are_of_own_days(g, a, b) || is_of_state(g, a) || is_of_state(g, b))
        return false;
    if (a->in->story->published != b->in->story->published && is_since(g, a) && is_since(g, b))
        return false;
    return p->likeness >= ONE_SENTENCE || is_of_telling(g, a) == is_of_telling(g, b);
}

/* after forecasts of 0.7%, in a story that has the other's 0.8% as well: what the one is held against is not what the other
 * is; an amount with another unit is likelier a slip of the same */
static bool is_base_beside(const dj_grounds *g, uint32_t base, uint32_t other)
{
    const dj_context *a = context_of(g, base), *b = context_of(g, other);
    const dj_value *x = &a->mention->value, *y = &b->mention->value;
    bool is_amount = dj_kind_about(x->kind)->family == DJ_FAMILY_AMOUNT && dj_amount_slip(&x->amount, &y->amount) != DJ_SLIP_UNIT;
    return is_amount && a->scope.is_base && !b->scope.is_base && dj_stated_by(&g->stated, a->story, g->stated.number[other]);
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

/* 석유류가 물가를 0.24%포인트 and 채소류는 물가를 0.19%포인트, where the story of the one says 채소류는 0.19%포인트 as well: a subject of its own */
static bool is_of_other_subject(const dj_grounds *g, uint32_t odd, uint32_t other)
{
    const dj_context *a = context_of(g, odd), *b = context_of(g, other);
    bool is_amount = dj_kind_about(a->mention->kind)->family == DJ_FAMILY_AMOUNT;
    return is_amount && b->subjects[0] && a->subjects[0] && a->subjects[0] != b->subjects[0] &&
           dj_stated_of(&g->stated, g->contexts, a->story, g->stated.number[other], b->subjects[0]);
}

/* 김모(43), 또 다른 김모(46): the story of the one gives both ages behind one name, of two people */
static bool is_of_namesakes(const dj_grounds *g, uint32_t odd, uint32_t other)
{
    const dj_context *a = context_of(g, odd), *b = context_of(g, other);
    bool is_one_name = a->mention->kind == DJ_AGE && a->holder.id && a->holder.id == b->holder.id && !a->holder.is_person;
    return is_one_name && dj_stated_of_holder(&g->stated, g->contexts, a->story, g->stated.number[other], b->holder.id);
}

/* nowhere else, where two others or more state the usual one, its own story among them or not */
static bool is_stated_once(const dj_grounds *g, uint32_t odd, uint32_t usual)
{
    uint32_t x = g->stated.number[odd], y = g->stated.number[usual], a = context_of(g, odd)->story,
             b = context_of(g, usual)->story;
    return !dj_stated_by(&g->stated, b, x) && !dj_stated_in_others(&g->stated, x, a, b) &&
           dj_stated_in_others(&g->stated, y, a, b);
}

/* 0.1% and 0.2% are a digit apart, as any two figures of one digit are, and so are some two of forty percentages: of those the
 * sentences have to speak. That a unit is another is no chance. */
static bool is_chance(const linker *k, const dj_pair *p)
{
    const dj_value *a = &context_of(k->g, p->a)->mention->value, *b = &context_of(k->g, p->b)->mention->value;
    if (a->kind != DJ_PERCENT && a->kind != DJ_MONEY)
        return false;
    dj_slip slip = dj_amount_slip(&a->amount, &b->amount);
    const dj_chances *chances = &k->g->chances;
    const double *of = is_stated_once(k->g, p->a, p->b) || is_stated_once(k->g, p->b, p->a) ? chances->shared : chances->all;
    double expected = dj_dec_digits(a->amount.low) < dj_dec_digits(b->amount.low) ? of[p->b] : of[p->a];
    return slip != DJ_SLIP_NONE && slip != DJ_SLIP_UNIT &&
           p->likeness < LITTLE_LIKE * capped(expected, a->kind == DJ_PERCENT ? 3 : 1);
}

/* 60대 여성, 70대 여성: two people, if nothing else of the sentences is the same */
static bool are_nameless_decades(const linker *k, const dj_pair *p)
{
    const dj_context *a = context_of(k->g, p->a), *b = context_of(k->g, p->b);
    bool are_decades = a->mention->kind == DJ_AGE && a->mention->value.amount.bound == DJ_BETWEEN &&
                       b->mention->value.amount.bound == DJ_BETWEEN;
    return are_decades && (!a->holder.id || a->holder.id != b->holder.id) && p->likeness < UNLIKE;
}

/* 12가구 and 12만 가구, 110여 명 and 11만 명: small counts are many, and those of which one has a unit word more are hardly one in
 * sentences that are not alike */
static bool is_unit_by_chance(const linker *k, const dj_pair *p)
{
    const dj_value *a = &context_of(k->g, p->a)->mention->value, *b = &context_of(k->g, p->b)->mention->value;
    return a->kind == DJ_QUANTITY && p->likeness < UNLIKE && dj_amount_slip(&a->amount, &b->amount) == DJ_SLIP_UNIT;
}

static bool is_apart(const linker *k, const dj_pair *p)
{
    const dj_mention *a = context_of(k->g, p->a)->mention, *b = context_of(k->g, p->b)->mention;
    if (p->relation != DJ_DIFFERENT || is_base_beside(k->g, p->a, p->b) || is_base_beside(k->g, p->b, p->a) || is_chance(k, p) ||
        is_unit_by_chance(k, p) || are_nameless_decades(k, p) || is_of_other_subject(k->g, p->a, p->b) ||
        is_of_other_subject(k->g, p->b, p->a) || is_of_namesakes(k->g, p->a, p->b) || is_of_namesakes(k->g, p->b, p->a))
        return false;
    bool is_candidate = p->is_best || p->is_slip || is_lone_slip(k, p) || is_counted_apart(k->g, p) ||
                        (k->takes_all && dj_kind_about(a->kind)->family == DJ_FAMILY_AMOUNT);
    return is_candidate && (is_firm(a) || is_firm(b)) && are_of_a_kind(k->g, p);
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
