/* The sentence says so by the pack's pattern `sum-halves`, whose groups are
 *   a, b        the halves: badly and lightly hurt, men and women
 *   dead, hurt  take part where it is the dead, or the hurt, that are told so
 * What they make up is a toll of that kind, wherever the story has it. Halves that are less than it may leave some out, so
 * that only what is one digit off, by ten or more, is told. */
#include "check/halves.h"

#include "check/skeleton.h"
#include "check/toll_kind.h"

enum { LEAST_OFF = 10, LOOK = 64 /* mentions */ };

typedef struct halves {
    const dj_mention *a, *b, *whole;
    dj_dec sum;
} halves;

static bool is_exact(const dj_mention *m)
{
    return m && m->kind == DJ_QUANTITY && m->value.is_known && m->value.amount.bound == DJ_EXACT && m->value.amount.has_low;
}

static bool is_before(const dj_mention *m, const dj_mention *other)
{
    return m->field < other->field || (m->field == other->field && m->start < other->start);
}

/* false where the count is the sum of the halves; else it may be the whole: the toll of the kind that is told last before them,
 * or first */
static bool take(const dj_checking *k, halves *h, dj_toll_kind kind, const dj_mention *m)
{
    if (m == h->a || m == h->b || !is_exact(m) || !dj_slice_eq(m->value.amount.unit, h->a->value.amount.unit))
        return true;
    dj_dec n = m->value.amount.low;
    bool is_half = dj_dec_eq(n, h->a->value.amount.low) || dj_dec_eq(n, h->b->value.amount.low); /* told again */
    if (!is_half && dj_toll_of(m, k->options->scratch) == kind && (!h->whole || is_before(m, h->a)))
        h->whole = m;
    return !dj_dec_eq(n, h->sum);
}

/* looks at the beginning of the story and around the halves */
static bool find_whole(const dj_checking *k, halves *h, dj_toll_kind kind)
{
    const dj_text *text = h->a->in;
    size_t at = dj_mention_from(text, h->a->field, h->a->start),
           end = at + LOOK < text->mentions.n ? at + LOOK : text->mentions.n;
    for (size_t i = 0; i < end; i = i + 1 == LOOK && at > 2 * LOOK ? at - LOOK : i + 1)
        if (!take(k, h, kind, text->mentions.at[i]))
            return false;
    return h->whole != NULL;
}

/* one digit off, by ten or more */
static bool is_digit_off(dj_dec more, dj_dec less)
{
    dj_dec apart;
    return dj_dec_sub(more, less, &apart) && dj_dec_cmp(apart, dj_dec_int(LEAST_OFF)) >= 0 && dj_dec_digits(apart) == 1;
}

static void tell(dj_checking *k, const halves *h, bool is_more)
{
    const dj_mention *claims[] = {h->whole, h->a, h->b}, *source = h->whole;
    dj_mention sum = *h->a;
    sum.value.amount.low = sum.value.amount.high = h->sum;
    dj_buf parts = dj_buf_new(256);
    dj_buf_add(&parts, dj_told(k, h->a));
    dj_buf_text(&parts, " + ");
    dj_buf_add(&parts, dj_told(k, h->b));
    dj_arg args[] = {{"total", dj_told(k, h->whole)},
                     {"parts", dj_slice_copy(k->arena, dj_buf_slice(&parts))},
                     {"sum", dj_told(k, &sum)},
                     {"source", dj_source_of(source)}};
    dj_buf_free(&parts);
    dj_finding_tell(k, dj_finding_new(k, is_more ? k->info->severity : DJ_WARNING, claims, 3), NULL, is_more ? "more" : "less",
                    args, sizeof args / sizeof args[0]);
}

static void look_at(dj_checking *k, const dj_join *join)
{
    halves h = {.a = dj_join_figure(join, "a"), .b = dj_join_figure(join, "b")};
    dj_toll_kind kind = dj_join_text(join, "dead").n ? DJ_DEAD : DJ_HURT;
    if (!is_exact(h.a) || !is_exact(h.b) || !dj_slice_eq(h.a->value.amount.unit, h.b->value.amount.unit) ||
        !dj_dec_add(h.a->value.amount.low, h.b->value.amount.low, &h.sum) || !find_whole(k, &h, kind))
        return;
    bool is_more = dj_dec_cmp(h.sum, h.whole->value.amount.low) > 0;
    if (is_more || is_digit_off(h.whole->value.amount.low, h.sum))
        tell(k, &h, is_more);
}

void dj_find_halves(dj_checking *k)
{
    dj_joins_visit(k, "sum-halves", 2, look_at);
}
