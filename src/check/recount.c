/* Tolls are held against each other by what became of the people, other counts by the word they stand behind, or by their place
 * in the row, so that rows must be as long and the two figures stand in one place of them. */
#include "check/recount.h"

#include "check/row.h"
#include "check/toll_kind.h"

enum { LEAST = 2 /* that differ */ };

static bool differ(const dj_mention *a, const dj_mention *b)
{
    return dj_value_compare(&a->value, &b->value) == DJ_DIFFERENT;
}

/* the first toll of each kind; NULL where the row has none */
static void tolls_of(const dj_row *r, dj_scratch *scratch, const dj_mention *out[DJ_NO_TOLL])
{
    for (size_t i = 0; i < r->n; i++) {
        dj_toll_kind kind = dj_toll_of(r->at[i], scratch);
        if (kind != DJ_NO_TOLL && !out[kind])
            out[kind] = r->at[i];
    }
}

static bool all_tolls_differ(const dj_row *a, const dj_row *b, dj_scratch *scratch)
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

static bool all_in_row_differ(const dj_row *a, const dj_row *b)
{
    if (a->n != b->n || a->own != b->own)
        return false;
    for (size_t i = 0; i < a->n; i++)
        if (!differ(a->at[i], b->at[i]))
            return false;
    return a->n >= LEAST;
}

/* the place of the label in the row; r->n where it stands nowhere, or twice */
static size_t place_of(const dj_row *r, uint32_t label)
{
    size_t at = r->n;
    for (size_t i = 0; i < r->n; i++)
        if (r->label[i] == label) {
            if (at < r->n)
                return r->n;
            at = i;
        }
    return at;
}

/* 여성 97명, 남성 54명; 여성이 100명, 남성이 55명 */
static bool all_labelled_differ(const dj_row *a, const dj_row *b)
{
    size_t n = 0;
    bool is_own = false;
    for (size_t i = 0; i < a->n; i++) {
        size_t j = a->label[i] && place_of(a, a->label[i]) == i ? place_of(b, a->label[i]) : b->n;
        if (j == b->n)
            continue;
        if (!differ(a->at[i], b->at[j]))
            return false;
        is_own = is_own || (i == a->own && j == b->own);
        n++;
    }
    return is_own && n >= LEAST;
}

bool dj_are_tolls_recounted(const dj_set *set, const dj_mention *a, const dj_mention *b, dj_scratch *scratch)
{
    dj_row x = dj_row_of(a, set->stems), y = dj_row_of(b, set->stems);
    return x.own < DJ_ROW_COUNTS && y.own < DJ_ROW_COUNTS && all_tolls_differ(&x, &y, scratch);
}

bool dj_is_recounted(const dj_set *set, const dj_departure *d, dj_scratch *scratch)
{
    dj_row a = dj_row_of(d->claim, set->stems), b = dj_row_of(d->against, set->stems);
    if (a.own == DJ_ROW_COUNTS || b.own == DJ_ROW_COUNTS)
        return false;
    bool is_of_two_days = d->claim->in->story->published != d->against->in->story->published;
    return all_tolls_differ(&a, &b, scratch) || (is_of_two_days && (all_in_row_differ(&a, &b) || all_labelled_differ(&a, &b)));
}
