/* Each of these looks from one of the two figures at the story of the other: where it has both, it tells them apart itself. */
#include "align/two_facts.h"

#include <math.h>

#include "align/slip.h"

#define UNLIKE 0.3 /* likeness below which two sentences may be of anything */
#define LITTLE_LIKE 0.1 /* likeness below which they have next to nothing in common */

static const dj_context *context_of(const dj_grounds *g, uint32_t i)
{
    return &g->contexts->at[i];
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
static bool is_chance(const dj_grounds *g, const dj_pair *p)
{
    const dj_value *a = &context_of(g, p->a)->mention->value, *b = &context_of(g, p->b)->mention->value;
    if (a->kind != DJ_PERCENT && a->kind != DJ_MONEY)
        return false;
    dj_slip slip = dj_amount_slip(&a->amount, &b->amount);
    const dj_chances *chances = &g->chances;
    const double *of = is_stated_once(g, p->a, p->b) || is_stated_once(g, p->b, p->a) ? chances->shared : chances->all;
    double expected = dj_dec_digits(a->amount.low) < dj_dec_digits(b->amount.low) ? of[p->b] : of[p->a];
    return slip != DJ_SLIP_NONE && slip != DJ_SLIP_UNIT &&
           p->likeness < LITTLE_LIKE * fmin(expected, a->kind == DJ_PERCENT ? 3 : 1);
}

/* 60대 여성, 70대 여성: two people, if nothing else of the sentences is the same */
static bool are_nameless_decades(const dj_grounds *g, const dj_pair *p)
{
    const dj_context *a = context_of(g, p->a), *b = context_of(g, p->b);
    bool are_decades = a->mention->kind == DJ_AGE && a->mention->value.amount.bound == DJ_BETWEEN &&
                       b->mention->value.amount.bound == DJ_BETWEEN;
    return are_decades && (!a->holder.id || a->holder.id != b->holder.id) && p->likeness < UNLIKE;
}

/* 12가구 and 12만 가구, 110여 명 and 11만 명: small counts are many, and those of which one has a unit word more are hardly one in
 * sentences that are not alike */
static bool is_unit_by_chance(const dj_grounds *g, const dj_pair *p)
{
    const dj_value *a = &context_of(g, p->a)->mention->value, *b = &context_of(g, p->b)->mention->value;
    return a->kind == DJ_QUANTITY && p->likeness < UNLIKE && dj_amount_slip(&a->amount, &b->amount) == DJ_SLIP_UNIT;
}

static bool is_told_apart(const dj_grounds *g, uint32_t one, uint32_t other)
{
    return is_base_beside(g, one, other) || is_of_other_subject(g, one, other) || is_of_namesakes(g, one, other);
}

bool dj_are_two_facts(const dj_grounds *g, const dj_pair *p)
{
    return is_told_apart(g, p->a, p->b) || is_told_apart(g, p->b, p->a) || is_chance(g, p) || is_unit_by_chance(g, p) ||
           are_nameless_decades(g, p);
}
