/* Figures fall into buckets by kind and unit; in a bucket an index of stems gives the candidates. */
#include "align/pairs.h"

#include <stdio.h>
#include <stdlib.h>

#include "align/listed.h"
#include "align/relation.h"
#include "align/slip.h"

enum {
    LONG_FIGURE = 4, /* significant digits */
    COMMON = 96, /* a stem with more figures stands for every value by a few of them */
    FEW = 4, /* of them, and of the next figures of a value that each is paired with */
    HEAVIEST = 12 /* stems of a figure that find others */
};

#define ESTIMATES_APART 1.05 /* times as much */
#define MUCH_LIKE 0.3 /* likeness of two contexts */
#define HARDLY_LIKE 0.12

typedef struct posting {
    uint32_t key, figure; /* its number in the bucket */
} posting;

typedef DJ_VEC(posting) postings;

typedef struct valued {
    uint32_t value, figure;
} valued;

typedef struct couple {
    uint32_t a, b; /* numbers of figures, a's the lower one */
} couple;

typedef DJ_VEC(couple) couples;

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
static void add_digits(finder *f, const dj_mention *m, uint32_t number, postings *list)
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
        uint32_t key = UINT32_MAX - dj_intern(f->digits, (dj_slice){digits, n});
        *DJ_PUSH(f->work, list) = (posting){key, number};
        digits[open] = left;
    }
}

/* the heaviest terms of each figure of a bucket, by term */
static size_t make_index(finder *f, const dj_context **bucket, uint32_t n, posting **index)
{
    postings list = {0};
    const dj_term *terms[HEAVIEST];
    for (uint32_t i = 0; i < n; i++) {
        add_digits(f, bucket[i]->mention, i, &list);
        for (size_t t = 0, n_terms = choose_heaviest(bucket[i], terms); t < n_terms; t++)
            *DJ_PUSH(f->work, &list) = (posting){terms[t]->key, i};
    }
    if (list.n)
        qsort(list.at, list.n, sizeof *list.at, by_term);
    *index = list.at;
    return list.n;
}

/* figures of three digits or more that differ as a slip does hardly meet by chance, nor do those of two with another unit:
 * they are a pair in any context */
static bool is_telling_slip(const dj_value *a, const dj_value *b)
{
    if (dj_kind_about(a->kind)->family != DJ_FAMILY_AMOUNT)
        return false;
    dj_slip slip = dj_amount_slip(&a->amount, &b->amount);
    unsigned n = dj_dec_digits(dj_nominal(&a->amount)), m = dj_dec_digits(dj_nominal(&b->amount)), least = slip == DJ_SLIP_UNIT ? 2 : 3;
    return slip != DJ_SLIP_NONE && (n >= least || m >= least);
}

/* 2013년 9월, 2015년 9월: the years are written, and those of two neighbouring years are held against each other often enough */
static bool is_slip_of_year(const dj_mention *a, const dj_mention *b)
{
    if (a->kind != DJ_DATE || a->value.date.from == DJ_NO_DAY || b->value.date.from == DJ_NO_DAY || !dj_mention_slot(a, "year") || !dj_mention_slot(b, "year") ||
        !dj_mention_slot(a, "month") || !dj_mention_slot(b, "month"))
        return false;
    dj_civil x = dj_civil_of(a->value.date.from), y = dj_civil_of(b->value.date.from);
    return x.month == y.month && x.day == y.day && x.year / 10 == y.year / 10 && abs(x.year - y.year) > 1;
}

/* a slip of any length in a sentence that is much like the other; its story may say it rightly in one that is liker still */
static bool is_slip_in_place(const dj_context *a, const dj_context *b, double likeness)
{
    const dj_value *x = &a->mention->value, *y = &b->mention->value;
    return likeness >= MUCH_LIKE && dj_kind_about(x->kind)->family == DJ_FAMILY_AMOUNT && dj_amount_slip(&x->amount, &y->amount) != DJ_SLIP_NONE;
}

/* an age stands behind the name it belongs to: 김경수(52) is no other 김동원(50); that of a decade before it. '첫 배'는 12일 is not '새 배'는 14일 */
static bool are_of_two(const dj_context *a, const dj_context *b)
{
    if (!a->holder.id || !b->holder.id || a->holder.id == b->holder.id)
        return false;
    return a->mention->kind != DJ_AGE || (a->mention->value.amount.bound != DJ_BETWEEN && b->mention->value.amount.bound != DJ_BETWEEN);
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

/* figures of stories that were printed many months apart are of two states of things, unless one day is told of both */
static bool are_of_two_seasons(const finder *f, const dj_context *a, const dj_context *b)
{
    dj_day x = a->mention->in->story->published, y = b->mention->in->story->published;
    bool is_amount = dj_kind_about(a->mention->kind)->family == DJ_FAMILY_AMOUNT;
    return is_amount && x != DJ_NO_DAY && y != DJ_NO_DAY && labs((long)x - (long)y) > f->apart && dj_scope_when(&a->scope, &b->scope) <= 0;
}

static void try_pair(finder *f, const dj_context *x, const dj_context *y)
{
    if (are_of_two(x, y) || are_reckoned_apart(x, y) || dj_scope_stands_apart(&x->scope, &y->scope) || dj_scope_changes_differ(&x->scope, &y->scope) ||
        dj_own_years_differ(x->own_year, y->own_year))
        return;
    dj_pair pair = {.a = (uint32_t)(x - f->contexts->at), .b = (uint32_t)(y - f->contexts->at), .slot = dj_context_slot(x, y)};
    dj_contexts_hold(x, y, &pair.likeness, &pair.cover);
    if (are_of_two_clauses(x, y, pair.likeness))
        return;
    pair.strength = f->likeness_share * pair.likeness + (1 - f->likeness_share) * pair.slot;
    pair.relation = dj_relation_in_place(x->mention, y->mention);
    if (pair.relation == DJ_DIFFERENT && (are_estimates(x, y) || dj_listed_apart(x, y) || are_of_two_seasons(f, x, y)))
        return;
    if (pair.relation == DJ_DIFFERENT && x->mention->kind == DJ_QUANTITY && dj_scope_counts_apart(x->mention, &x->scope, y->mention, &y->scope))
        return;
    pair.is_slip = pair.relation == DJ_DIFFERENT && (is_telling_slip(&x->mention->value, &y->mention->value) || is_slip_of_year(x->mention, y->mention) || is_slip_in_place(x, y, pair.likeness));
    if (pair.strength < f->floor && !pair.is_slip)
        return;
    if (pair.relation != DJ_INCOMPARABLE)
        *DJ_PUSH(f->arena, f->out) = pair;
}

typedef struct gathering { /* of the couples of a bucket */
    dj_arena *arena;
    const dj_context **bucket;
    couples list;
} gathering;

static void couple_up(gathering *g, uint32_t x, uint32_t y)
{
    if (g->bucket[x]->story != g->bucket[y]->story)
        *DJ_PUSH(g->arena, &g->list) = (couple){x < y ? x : y, x < y ? y : x};
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
static void sort_couples(dj_arena *arena, const couple *from, size_t n, bool by_b, uint32_t n_figures, couple *to)
{
    size_t *starts = dj_alloc(arena, (n_figures + 1) * sizeof *starts);
    for (size_t i = 0; i < n; i++)
        starts[(by_b ? from[i].b : from[i].a) + 1]++;
    for (uint32_t i = 0; i < n_figures; i++)
        starts[i + 1] += starts[i];
    for (size_t i = 0; i < n; i++)
        to[starts[by_b ? from[i].b : from[i].a]++] = from[i];
}

/* every two figures of different stories that stand under one term, once each */
static void pair_bucket(finder *f, const dj_context **bucket, uint32_t n)
{
    posting *index;
    size_t n_index = make_index(f, bucket, n, &index);
    gathering g = {f->work, bucket, {0}};
    for (size_t from = 0, to; from < n_index; from = to) {
        for (to = from + 1; to < n_index && index[to].key == index[from].key;)
            to++;
        if (to - from > COMMON)
            couple_common(&g, index + from, to - from);
        else
            couple_all(&g, index + from, to - from);
    }
    couple *half = dj_alloc(f->work, g.list.n * sizeof *half), *all = g.list.at;
    sort_couples(f->work, all, g.list.n, true, n, half);
    sort_couples(f->work, half, g.list.n, false, n, all);
    for (size_t i = 0; i < g.list.n; i++)
        if (i == 0 || all[i].a != all[i - 1].a || all[i].b != all[i - 1].b)
            try_pair(f, bucket[all[i].a], bucket[all[i].b]);
}

typedef struct choice { /* a figure, a story, and the pair that is its likeliest there */
    uint32_t figure, story, pair;
    double strength;
} choice;

static int by_choice(const void *a, const void *b)
{
    const choice *x = a, *y = b;
    if (x->figure != y->figure)
        return x->figure < y->figure ? -1 : 1;
    if (x->story != y->story)
        return x->story < y->story ? -1 : 1;
    return (x->strength < y->strength) - (x->strength > y->strength);
}

/* choices from..to are one figure's in one story, the strongest first: it wins by its lead over the second, the others
 * lose by what they lack */
static void judge(const choice *choices, size_t from, size_t to, dj_pairs *pairs, unsigned char *votes)
{
    double first = choices[from].strength, second = to - from > 1 ? choices[from + 1].strength : 0;
    for (size_t i = from; i < to; i++) {
        bool is_first = choices[i].strength >= first;
        double margin = is_first ? first - second : choices[i].strength - first;
        dj_pair *pair = &pairs->at[choices[i].pair];
        votes[choices[i].pair] += is_first;
        if (margin < pair->margin)
            pair->margin = margin;
    }
}

/* a pair is best where it is (one of) the strongest for both its figures */
static void mark_best(finder *f)
{
    dj_pairs *pairs = f->out;
    choice *choices = dj_alloc(f->arena, (2 * pairs->n + 1) * sizeof *choices);
    unsigned char *votes = dj_alloc(f->arena, pairs->n + 1);
    for (uint32_t i = 0; i < pairs->n; i++) {
        dj_pair *p = &pairs->at[i];
        p->margin = p->strength;
        choices[2 * i] = (choice){p->a, f->contexts->at[p->b].story, i, p->strength};
        choices[2 * i + 1] = (choice){p->b, f->contexts->at[p->a].story, i, p->strength};
    }
    size_t n = 2 * pairs->n;
    if (n)
        qsort(choices, n, sizeof *choices, by_choice);
    for (size_t from = 0, to; from < n; from = to) {
        for (to = from + 1; to < n && choices[to].figure == choices[from].figure && choices[to].story == choices[from].story;)
            to++;
        judge(choices, from, to, pairs, votes);
    }
    for (size_t i = 0; i < pairs->n; i++)
        pairs->at[i].is_best = votes[i] == 2;
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
        for (to = from + 1; to < contexts->n && all[to]->mention->kind == all[from]->mention->kind && dj_slice_eq(all[to]->unit, all[from]->unit);)
            to++;
        pair_bucket(&f, all + from, (uint32_t)(to - from));
        dj_arena_reset(f.work);
    }
    dj_arena_free(f.work);
    mark_best(&f);
}
