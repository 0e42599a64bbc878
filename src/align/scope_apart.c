/* Whether two scopes tell that their figures are of two facts, or that they are of one. */
#include "align/scope.h"

#include "align/slip.h"

/* two figures of which neither is the other, rounded, whatever they count */
static bool are_two_figures(const dj_mention *a, const dj_mention *b)
{
    if (!a || !b)
        return false;
    dj_value x = a->value, y = b->value;
    y.kind = x.kind;
    y.amount.unit = x.amount.unit;
    return dj_value_compare(&x, &y) == DJ_DIFFERENT && !dj_amount_rounds(&x.amount, &y.amount) &&
           !dj_amount_rounds(&y.amount, &x.amount);
}

/* of which a share is one: 711만5000명(14.2%), 1487명으로 39.3% */
static const dj_mention *number_of(const dj_scope *scope)
{
    return scope->told != DJ_TOLD_LEVEL ? NULL : scope->share_of ? scope->share_of : scope->changed;
}

bool dj_scope_changes_differ(const dj_scope *a, const dj_scope *b)
{
    bool are_of_a_kind = a->changed && b->changed && a->changed->kind == b->changed->kind &&
                         dj_slice_eq(a->changed->value.amount.unit, b->changed->value.amount.unit);
    return (are_of_a_kind && are_two_figures(a->changed, b->changed)) || are_two_figures(a->share_of, b->share_of) ||
           are_two_figures(number_of(a), number_of(b));
}

static double same_time(const dj_mention *a, const dj_mention *b)
{
    if (!a || !b)
        return 0;
    switch (dj_value_compare(&a->value, &b->value)) {
    case DJ_SAME:
    case DJ_COMPATIBLE: return 1;
    case DJ_DIFFERENT: return -1;
    case DJ_INCOMPARABLE: break;
    }
    return 0;
}

double dj_scope_when(const dj_scope *a, const dj_scope *b)
{
    return same_time(a->when, b->when);
}

bool dj_scope_periods_differ(const dj_scope *a, const dj_scope *b)
{
    return same_time(a->period, b->period) < 0;
}

bool dj_scope_told_apart(const dj_scope *a, const dj_scope *b)
{
    if (a->told == DJ_TOLD_RATIO || b->told == DJ_TOLD_RATIO)
        return a->told != b->told;
    return a->told != b->told && a->told != DJ_TOLD_CHANGE && b->told != DJ_TOLD_CHANGE;
}

double dj_scope_whole(const dj_scope *a, const dj_scope *b)
{
    return !a->whole || !b->whole ? 0 : a->whole == b->whole ? 1 : -1;
}

bool dj_scope_names(const dj_mention *m, dj_slice name)
{
    const dj_sentence *sentence = &m->in->parts[m->field].sentences.at[m->sentence];
    dj_slice text = dj_slice_sub(dj_mention_field(m), sentence->start, sentence->end);
    return dj_slice_find(text, name, 0) < text.n;
}

/* 16개 지역본부, 12개 항만 */
static bool are_of_two_things(const dj_mention *a, dj_slice of_a, const dj_mention *b, dj_slice of_b)
{
    return of_a.n && of_b.n && !dj_scope_names(b, of_a) && !dj_scope_names(a, of_b);
}

bool dj_scope_counts_apart(const dj_mention *a, const dj_scope *of_a, const dj_mention *b, const dj_scope *of_b)
{
    if (of_a->day && of_b->day && dj_value_compare(&of_a->day->value, &of_b->day->value) == DJ_DIFFERENT)
        return true;
    if (of_a->is_daily && of_b->is_daily && a->in->story->published != b->in->story->published)
        return true;
    if (are_of_two_things(a, of_a->what, b, of_b->what))
        return true;
    return (of_a->body.n && !dj_scope_names(b, of_a->body)) || (of_b->body.n && !dj_scope_names(a, of_b->body));
}

static bool are_two(dj_slice a, dj_slice b)
{
    return a.n && b.n && !dj_slice_eq(a, b);
}

/* 60대 and 60세 이상 are told of the same */
static bool are_of_two_ages(const dj_mention *a, const dj_mention *b)
{
    if (!a || !b || !a->value.amount.has_low || !b->value.amount.has_low)
        return false;
    const dj_amount *x = &a->value.amount, *y = &b->value.amount;
    bool is_decade = x->low.exponent > 0 && x->has_high != y->has_high;
    bool is_one_end = x->has_high == y->has_high && (!x->has_high || dj_dec_eq(x->high, y->high));
    return !dj_dec_eq(x->low, y->low) || (!is_one_end && !is_decade);
}

bool dj_scope_stands_apart(const dj_scope *a, const dj_scope *b)
{
    bool is_of_two_stages = a->stage && b->stage && dj_value_compare(&a->stage->value, &b->stage->value) == DJ_DIFFERENT;
    return is_of_two_stages || are_of_two_ages(a->ages, b->ages) || are_two(a->at, b->at) || are_two(a->since, b->since) ||
           are_two(a->side, b->side) || are_two(a->became, b->became);
}

double dj_scope_per(const dj_scope *a, const dj_scope *b)
{
    bool is_by_one_time = dj_slice_eq(a->per_time, b->per_time), is_one_thing = a->per_thing == b->per_thing;
    if ((!is_by_one_time && a->per_time.n && b->per_time.n) || (!is_one_thing && a->per_thing && b->per_thing))
        return 1;
    return is_by_one_time && is_one_thing ? 0 : 0.5;
}
