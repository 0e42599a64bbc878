/* The noun stands right behind the figure (44개 대안학교) or right before it (택배기사는 559명). Figures are sorted by their unit
 * and noun, so that the cost grows with their number times its logarithm. Figures below ten are too often counts of others. */
#include "align/counted.h"

#include <stdlib.h>

#include "align/slip.h"
#include "align/voice.h"

enum { BEHIND, BEFORE, SIDES, NOBODY = UINT32_MAX, LEAST = 10 };

typedef struct count {
    uint32_t unit, noun, side, said, context;
} count;

struct dj_counted {
    const dj_contexts *contexts;
    const uint32_t *said;
    uint32_t *usual[SIDES]; /* by context: what all others say, where it alone says otherwise; NOBODY where that is not so */
};

static int by_noun(const void *a, const void *b)
{
    const uint32_t *x = a, *y = b;
    for (size_t i = 0; i < sizeof(count) / sizeof *x; i++)
        if (x[i] != y[i])
            return x[i] < y[i] ? -1 : 1;
    return 0;
}

static uint32_t noun_of(const dj_context *c, size_t side)
{
    return side == BEHIND ? c->right[0] : c->left[0];
}

static size_t list_counts(const dj_counted *k, dj_names *units, count *out)
{
    size_t n = 0;
    for (uint32_t i = 0; i < k->contexts->n; i++) {
        const dj_context *c = &k->contexts->at[i];
        for (uint32_t side = 0; c->mention->kind == DJ_QUANTITY && side < SIDES; side++)
            if (noun_of(c, side))
                out[n++] = (count){dj_intern(units, c->unit), noun_of(c, side), side, k->said[i], i};
    }
    if (n)
        qsort(out, n, sizeof *out, by_noun);
    return n;
}

static size_t voices_of(dj_tally *tally, const dj_contexts *contexts, const count *counts, size_t n)
{
    dj_tally_begin(tally);
    for (size_t i = 0; i < n; i++)
        dj_tally_add(tally, contexts->at[counts[i].context].mention);
    return dj_tally_voices(tally);
}

/* 부산병원 환자 24명, where the 34명 are counted of no 부산병원 */
static bool is_of_another(const count *odd, const count *counts, size_t n, const dj_contexts *contexts)
{
    const dj_scope *scope = &contexts->at[odd->context].scope;
    for (size_t i = 0; scope->owner.n && i < n; i++)
        if (&counts[i] != odd && dj_scope_names(contexts->at[counts[i].context].mention, scope->owner))
            return false;
    return scope->owner.n > 0;
}

/* n counts of one noun: are there two numbers, of which one is there once? */
static void judge(dj_counted *k, dj_tally *tally, const count *counts, size_t n, size_t voices)
{
    bool is_first = n > 2 && counts[0].said != counts[1].said;
    const count *odd = is_first ? &counts[0] : &counts[n - 1], *usual = is_first ? &counts[1] : &counts[0];
    size_t last = is_first ? n - 1 : n - 2;
    if (n > 2 && odd->said != usual->said && counts[last].said == usual->said &&
        voices_of(tally, k->contexts, usual, n - 1) >= voices && !is_of_another(odd, counts, n, k->contexts))
        k->usual[odd->side][odd->context] = usual->said;
}

static bool departs(const dj_counted *k, size_t i)
{
    return k->usual[BEHIND][i] != NOBODY || k->usual[BEFORE][i] != NOBODY;
}

/* 찬성 202표, 반대 432표 where all others have 242 and 391: a sentence in which two figures depart tells of another thing */
static void leave_other_things(dj_counted *k)
{
    size_t n = k->contexts->n, last = n; /* the departing figure before */
    bool was_left = false;
    for (size_t i = 0; i < n; i++) {
        if (!departs(k, i))
            continue;
        bool is_other = last < n && dj_in_one_sentence(k->contexts->at[last].mention, k->contexts->at[i].mention);
        if (last < n && (is_other || was_left))
            k->usual[BEHIND][last] = k->usual[BEFORE][last] = NOBODY;
        was_left = is_other;
        last = i;
    }
    if (was_left)
        k->usual[BEHIND][last] = k->usual[BEFORE][last] = NOBODY;
}

dj_counted *dj_counted_make(dj_arena *arena, const dj_set *set, const dj_contexts *contexts, const uint32_t *said, size_t voices)
{
    dj_counted *k = dj_alloc(arena, sizeof *k);
    count *counts = dj_alloc(arena, (SIDES * contexts->n + 1) * sizeof *counts);
    dj_tally tally = dj_tally_new(arena, set);
    k->contexts = contexts;
    k->said = said;
    for (size_t side = 0; side < SIDES; side++) {
        k->usual[side] = dj_alloc(arena, (contexts->n + 1) * sizeof **k->usual);
        for (size_t i = 0; i < contexts->n; i++)
            k->usual[side][i] = NOBODY;
    }
    size_t n = list_counts(k, dj_names_new(arena), counts);
    for (size_t from = 0, to; from < n; from = to) {
        for (to = from + 1; to < n && counts[to].unit == counts[from].unit && counts[to].noun == counts[from].noun &&
                            counts[to].side == counts[from].side;)
            to++;
        judge(k, &tally, counts + from, to - from, voices);
    }
    leave_other_things(k);
    return k;
}

static bool are_a_digit_apart(const dj_amount *a, const dj_amount *b)
{
    return a->has_low && b->has_low && dj_dec_cmp(a->low, dj_dec_int(LEAST)) >= 0 && dj_dec_cmp(b->low, dj_dec_int(LEAST)) >= 0 &&
           dj_amount_slip(a, b) == DJ_SLIP_DIGIT;
}

bool dj_counted_departs(const dj_counted *k, uint32_t odd, uint32_t usual)
{
    const dj_context *a = &k->contexts->at[odd], *b = &k->contexts->at[usual];
    for (size_t side = 0; side < SIDES; side++)
        if (k->usual[side][odd] == k->said[usual] && noun_of(a, side) == noun_of(b, side))
            return are_a_digit_apart(&a->mention->value.amount, &b->mention->value.amount);
    return false;
}
