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

/* what lives as long as the result; the parts of a claim that a check made are the story's or the pack's */
static dj_finding *kept(dj_arena *arena, const dj_finding *finding)
{
    dj_finding *copy = dj_alloc(arena, sizeof *copy);
    const dj_mention **claims = dj_alloc(arena, finding->claims.n * sizeof *claims);
    for (size_t i = 0; i < finding->claims.n; i++) {
        claims[i] = finding->claims.at[i];
        if (!claims[i]->is_made)
            continue;
        dj_mention *claim = dj_alloc(arena, sizeof *claim);
        *claim = *claims[i];
        claims[i] = claim;
    }
    *copy = *finding;
    copy->message = dj_slice_copy(arena, finding->message);
    copy->why = dj_slice_copy(arena, finding->why);
    copy->claims.at = claims;
    copy->claims.cap = finding->claims.n;
    return copy;
}

void dj_check(dj_arena *arena, const dj_set *set, const dj_check_options *options, dj_findings *out)
{
    static check_function *const functions[] = {
#define DJ_CHECK(name, id, number, severity, doc) dj_check_##name,
#include "check/checks.def"
#undef DJ_CHECK
    };
    dj_arena *work = dj_arena_new();
    dj_quote_pairs quotes = {0};
    dj_findings found = {0};
    dj_quotes_pair(work, set, options->settings, &quotes);
    dj_checking k = {.arena = work, .set = set, .options = options, .quotes = &quotes, .findings = &found};
    for (size_t i = 0; i < DJ_CHECKS; i++) {
        k.info = dj_check_about(i);
        if (!(options->off >> i & 1))
            functions[i](&k);
    }
    dj_findings_of_drafts(work, set, &found);
    if (found.list.n)
        qsort(found.list.at, found.list.n, sizeof *found.list.at, worst_first);
    dj_findings_tell_apart(&found);
    for (size_t i = 0; i < found.list.n; i++)
        *DJ_PUSH(arena, &out->list) = kept(arena, found.list.at[i]);
    dj_arena_free(work);
}
