/* The table of checks and the order of what they find. */
#include "check/check.h"

#include <stdlib.h>

#include "check/draft.h"

typedef void check_function(dj_checking *k);

const dj_check_info *dj_check_about(size_t row)
{
    static const dj_check_info table[] = {
#define DJ_CHECK(name, id, number, severity, doc) {id, number, doc, DJ_##severity},
#include "check/checks.def"
#undef DJ_CHECK
    };
    return &table[row];
}

bool dj_check_named(dj_slice id, size_t *row)
{
    for (size_t i = 0; i < DJ_CHECKS; i++)
        if (dj_slice_is(id, dj_check_about(i)->id)) {
            *row = i;
            return true;
        }
    return false;
}

static int by_place(const dj_mention *a, const dj_mention *b)
{
    int c = dj_slice_cmp(a->in->story->id, b->in->story->id);
    if (c || a->field != b->field)
        return c ? c : a->field < b->field ? -1 : 1;
    return (a->start > b->start) - (a->start < b->start);
}

static int worst_first(const void *a, const void *b)
{
    const dj_finding *x = *(const dj_finding *const *)a, *y = *(const dj_finding *const *)b;
    if (x->severity != y->severity)
        return x->severity > y->severity ? -1 : 1;
    if (x->check != y->check)
        return x->check < y->check ? -1 : 1;
    for (size_t i = 0; i < x->claims.n && i < y->claims.n; i++) {
        int c = by_place(x->claims.at[i], y->claims.at[i]);
        if (c)
            return c;
    }
    return (x->claims.n > y->claims.n) - (x->claims.n < y->claims.n);
}

void dj_check(dj_arena *arena, const dj_set *set, const dj_check_options *options, dj_findings *out)
{
    static check_function *const functions[] = {
#define DJ_CHECK(name, id, number, severity, doc) dj_check_##name,
#include "check/checks.def"
#undef DJ_CHECK
    };
    dj_quote_pairs quotes = {0};
    dj_quotes_pair(arena, set, options->settings, &quotes);
    dj_checking k = {.arena = arena, .set = set, .options = options, .quotes = &quotes, .findings = out};
    for (size_t i = 0; i < DJ_CHECKS; i++) {
        k.info = dj_check_about(i);
        if (!(options->off >> i & 1))
            functions[i](&k);
    }
    dj_findings_of_drafts(arena, set, out);
    if (out->list.n)
        qsort(out->list.at, out->list.n, sizeof *out->list.at, worst_first);
    dj_findings_tell_apart(out);
}
