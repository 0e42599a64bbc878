/* Which figures may speak of one fact. Of the couples that share something, those that hardly can are left out: two holders,
 * two periods, two states of things; of the others it is said how much they are alike, and whether they differ as a slip does. */
#include "align/pairs.h"

#include <stdlib.h>

#include "align/couples.h"
#include "align/listed.h"
#include "align/relation.h"
#include "align/slip.h"

#define ESTIMATES_APART 1.05 /* times as much */
#define MUCH_LIKE 0.3 /* likeness of two contexts */
#define HARDLY_LIKE 0.12

typedef struct finder {
    const dj_contexts *contexts;
    dj_arena *arena, *work; /* work: of a bucket */
    double likeness_share, floor, apart;
    dj_names *digits; /* of long figures */
    dj_pairs *out;
} finder;

static int by_unit(const void *a, const void *b)
{
    const dj_context *x = *(const dj_context *const *)a, *y = *(const dj_context *const *)b;
    if (x->mention->kind != y->mention->kind)
        return x->mention->kind < y->mention->kind ? -1 : 1;
    int c = dj_slice_cmp(x->unit, y->unit);
    return c ? c : (x > y) - (x < y);
}

/* figures of three digits or more that differ as a slip does hardly meet by chance, nor do those of two with another unit:
 * they are a pair in any context */
static bool is_telling_slip(const dj_value *a, const dj_value *b)
{
    if (dj_kind_about(a->kind)->family != DJ_FAMILY_AMOUNT)
        return false;
    dj_slip slip = dj_amount_slip(&a->amount, &b->amount);
    unsigned n = dj_dec_digits(dj_nominal(&a->amount)), m = dj_dec_digits(dj_nominal(&b->amount)),
             least = slip == DJ_SLIP_UNIT ? 2 : 3;
    return slip != DJ_SLIP_NONE && (n >= least || m >= least);
}

/* 2013년 9월, 2015년 9월: the years are written, and those of two neighbouring years are held against each other often enough */
static bool is_slip_of_year(const dj_mention *a, const dj_mention *b)
{
    if (a->kind != DJ_DATE || a->value.date.from == DJ_NO_DAY || b->value.date.from == DJ_NO_DAY || !dj_mention_slot(a, "year") ||
        !dj_mention_slot(b, "year") || !dj_mention_slot(a, "month") || !dj_mention_slot(b, "month"))
        return false;
    dj_civil x = dj_civil_of(a->value.date.from), y = dj_civil_of(b->value.date.from);
    return x.month == y.month && x.day == y.day && x.year / 10 == y.year / 10 && abs(x.year - y.year) > 1;
}

/* a slip of any length in a sentence that is much like the other; its story may say it rightly in one that is liker still */
static bool is_slip_in_place(const dj_context *a, const dj_context *b, double likeness)
{
    const dj_value *x = &a->mention->value, *y = &b->mention->value;
    return likeness >= MUCH_LIKE && dj_kind_about(x->kind)->family == DJ_FAMILY_AMOUNT &&
           dj_amount_slip(&x->amount, &y->amount) != DJ_SLIP_NONE;
}

/* an age stands behind the name it belongs to: 김경수(52) is no other 김동원(50); that of a decade before it. '첫 배'는 12일 is not '새
 * 배'는 14일 */
static bool are_of_two(const dj_context *a, const dj_context *b)
{
    if (!a->holder.id || !b->holder.id || a->holder.id == b->holder.id)
        return false;
    return a->mention->kind != DJ_AGE ||
           (a->mention->value.amount.bound != DJ_BETWEEN && b->mention->value.amount.bound != DJ_BETWEEN);
}

/* 월 30만 and 연 80만; over 10조 a quarter in 2018, and under 10조 */
static bool are_reckoned_apart(const dj_context *a, const dj_context *b)
{
    double per = dj_scope_per(&a->scope, &b->scope);
    if (dj_kind_about(a->mention->kind)->family != DJ_FAMILY_AMOUNT)
        return false;
    int opposite = dj_direction(a->mention->value.amount.bound) * dj_direction(b->mention->value.amount.bound);
    return per >= 1 || (opposite < 0 && (per > 0 || dj_scope_when(&a->scope, &b->scope) < 0));
}

/* Gaming revenue was …, up 15%; net income was …, up 65%: where the subject of a clause is known by its verb, two subjects in
 * sentences that have little else in common are two facts */
static bool are_of_two_clauses(const dj_context *a, const dj_context *b, double likeness)
{
    bool is_share = a->mention->kind == DJ_PERCENT || a->mention->kind == DJ_MONEY;
    return is_share && likeness < HARDLY_LIKE && a->is_by_verb && b->is_by_verb && dj_context_subject(a, b) <= 0;
}

/* estimates of $1.24 and $1.26: everybody has his own, and they lie near each other */
static bool are_estimates(const dj_context *a, const dj_context *b)
{
    if (!a->scope.is_expected || !b->scope.is_expected || dj_kind_about(a->mention->kind)->family != DJ_FAMILY_AMOUNT)
        return false;
    double x = dj_dec_double(dj_nominal(&a->mention->value.amount)), y = dj_dec_double(dj_nominal(&b->mention->value.amount));
    return x <= y * ESTIMATES_APART && y <= x * ESTIMATES_APART;
}

/* figures of stories that were printed many months apart are of two states of things, unless one day is told of both, and so
 * are shares that are measured anew day by day (시청률) of stories days apart */
static bool are_of_two_seasons(const finder *f, const dj_context *a, const dj_context *b)
{
    dj_day x = a->mention->in->story->published, y = b->mention->in->story->published;
    bool is_amount = dj_kind_about(a->mention->kind)->family == DJ_FAMILY_AMOUNT;
    bool is_daily = a->mention->kind == DJ_PERCENT && (a->scope.is_daily || b->scope.is_daily);
    return is_amount && x != DJ_NO_DAY && y != DJ_NO_DAY && labs((long)x - (long)y) > (is_daily ? 1 : f->apart) &&
           dj_scope_when(&a->scope, &b->scope) <= 0;
}

/* 지난해 같은 기간에는 265억 is not what 이달 1∼20일 26억 is; a base may be told of this year and of the last (올해 6470원보다) */
static bool is_of_another_year(const dj_context *a, const dj_context *b)
{
    const dj_date *d = b->scope.period ? &b->scope.period->value.date : NULL;
    if (!a->own_year.year || b->own_year.year || (a->scope.is_base && b->scope.is_base) || !d || d->from == DJ_NO_DAY ||
        d->to == DJ_NO_DAY)
        return false;
    return a->own_year.year < dj_civil_of(d->from).year || a->own_year.year > dj_civil_of(d->to).year;
}

static void try_pair(finder *f, const dj_context *x, const dj_context *y)
{
    if (are_of_two(x, y) || are_reckoned_apart(x, y) || dj_scope_stands_apart(&x->scope, &y->scope) ||
        dj_scope_changes_differ(&x->scope, &y->scope) || dj_own_years_differ(x->own_year, y->own_year) ||
        is_of_another_year(x, y) || is_of_another_year(y, x))
        return;
    dj_pair pair = {.a = (uint32_t)(x - f->contexts->at), .b = (uint32_t)(y - f->contexts->at), .slot = dj_context_slot(x, y)};
    dj_contexts_hold(x, y, &pair.likeness, &pair.cover);
    if (are_of_two_clauses(x, y, pair.likeness))
        return;
    pair.strength = f->likeness_share * pair.likeness + (1 - f->likeness_share) * pair.slot;
    pair.relation = dj_relation_in_place(x->mention, y->mention);
    if (pair.relation == DJ_DIFFERENT && (are_estimates(x, y) || dj_listed_apart(x, y) || are_of_two_seasons(f, x, y)))
        return;
    if (pair.relation == DJ_DIFFERENT && x->mention->kind == DJ_QUANTITY &&
        dj_scope_counts_apart(x->mention, &x->scope, y->mention, &y->scope))
        return;
    pair.is_slip = pair.relation == DJ_DIFFERENT &&
                   (is_telling_slip(&x->mention->value, &y->mention->value) || is_slip_of_year(x->mention, y->mention) ||
                    is_slip_in_place(x, y, pair.likeness));
    if (pair.strength < f->floor && !pair.is_slip)
        return;
    if (pair.relation != DJ_INCOMPARABLE)
        *DJ_PUSH(f->arena, f->out) = pair;
}

void dj_pairs_make(dj_arena *arena, const dj_contexts *contexts, const dj_settings *settings, dj_pairs *out)
{
    finder f = {.contexts = contexts, .arena = arena, .out = out, .work = dj_arena_new(), .digits = dj_names_new(arena)};
    f.likeness_share = dj_dec_double(dj_setting(settings, "align", "likeness", dj_dec_make(6, -1)));
    f.floor = dj_dec_double(dj_setting(settings, "align", "floor", dj_dec_make(1, -1)));
    f.apart = dj_dec_double(dj_setting(settings, "align", "apart", dj_dec_int(150)));
    const dj_context **all = dj_alloc(arena, (contexts->n + 1) * sizeof *all);
    for (size_t i = 0; i < contexts->n; i++)
        all[i] = &contexts->at[i];
    if (contexts->n)
        qsort(all, contexts->n, sizeof *all, by_unit);
    for (size_t from = 0, to; from < contexts->n; from = to) {
        for (to = from + 1; to < contexts->n && all[to]->mention->kind == all[from]->mention->kind &&
                            dj_slice_eq(all[to]->unit, all[from]->unit);)
            to++;
        dj_couples couples;
        dj_couples_of(f.work, f.digits, all + from, (uint32_t)(to - from), &couples);
        for (size_t i = 0; i < couples.n; i++)
            try_pair(&f, all[from + couples.at[i].a], all[from + couples.at[i].b]);
        dj_arena_reset(f.work);
    }
    dj_arena_free(f.work);
    dj_pairs_mark_best(arena, contexts, out);
}
