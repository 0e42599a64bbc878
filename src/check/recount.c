/* Counts of one unit are gathered from both sentences. Tolls are held against each other by what became of the people, other
 * counts by their place in the row, so that rows must be as long and the two figures stand in one place of them. */
#include "check/recount.h"

#include "check/toll_kind.h"

enum { COUNTS = 12 /* of a sentence that are looked at */, LEAST = 2 /* that differ */ };

typedef struct row {
    const dj_mention *at[COUNTS];
    size_t n, own; /* own: index of the figure itself, n where it is past those looked at */
} row;

static row row_of(const dj_mention *m)
{
    row r = {.own = COUNTS};
    const dj_sentence *sentence = &m->in->parts[m->field].sentences.at[m->sentence];
    for (size_t i = dj_mention_from(m->in, m->field, sentence->start); i < m->in->mentions.n && r.n < COUNTS; i++) {
        const dj_mention *other = m->in->mentions.at[i];
        if (!dj_in_one_sentence(m, other))
            break;
        if (other->kind != DJ_QUANTITY || !other->value.is_known || !dj_slice_eq(other->value.amount.unit, m->value.amount.unit))
            continue;
        if (other == m)
            r.own = r.n;
        r.at[r.n++] = other;
    }
    return r;
}

static bool differ(const dj_mention *a, const dj_mention *b)
{
    return dj_value_compare(&a->value, &b->value) == DJ_DIFFERENT;
}

/* the first toll of each kind; NULL where the row has none */
static void tolls_of(const row *r, dj_scratch *scratch, const dj_mention *out[DJ_NO_TOLL])
{
    for (size_t i = 0; i < r->n; i++) {
        dj_toll_kind kind = dj_toll_of(r->at[i], scratch);
        if (kind != DJ_NO_TOLL && !out[kind])
            out[kind] = r->at[i];
    }
}

static bool all_tolls_differ(const row *a, const row *b, dj_scratch *scratch)
{
    const dj_mention *of_a[DJ_NO_TOLL] = {0}, *of_b[DJ_NO_TOLL] = {0};
    size_t n = 0;
    bool is_own = false;
    tolls_of(a, scratch, of_a);
    tolls_of(b, scratch, of_b);
    for (dj_toll_kind kind = 0; kind < DJ_NO_TOLL; kind++) {
        if (!of_a[kind] || !of_b[kind])
            continue;
        if (!differ(of_a[kind], of_b[kind]))
            return false;
        is_own = is_own || (of_a[kind] == a->at[a->own] && of_b[kind] == b->at[b->own]);
        n++;
    }
    return is_own && n >= LEAST;
}

static bool all_in_row_differ(const row *a, const row *b)
{
    for (size_t i = 0; i < a->n; i++)
        if (!differ(a->at[i], b->at[i]))
            return false;
    return a->n >= LEAST;
}

bool dj_are_recounted(const dj_mention *a, const dj_mention *b, dj_scratch *scratch)
{
    if (a->kind != DJ_QUANTITY || b->kind != DJ_QUANTITY)
        return false;
    row x = row_of(a), y = row_of(b);
    if (x.own == COUNTS || y.own == COUNTS)
        return false;
    bool is_of_two_days = a->in->story->published != b->in->story->published;
    return all_tolls_differ(&x, &y, scratch) || (is_of_two_days && x.n == y.n && x.own == y.own && all_in_row_differ(&x, &y));
}
