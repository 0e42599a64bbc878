/* A rule's places are gathered over all texts before any is tried, so that the clock is asked twice a rule and not twice a
 * place, where asking costs as much as trying. */
#define _POSIX_C_SOURCE 200809L /* clock_gettime */
#include "engine/profile.h"

#include <stdlib.h>
#include <time.h>

#include "base/utf8.h"
#include "rule/dispatch.h"

typedef struct place {
    dj_slice text;
    size_t at;
} place;

typedef struct places {
    DJ_VEC(place) list;
} places;

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void gather(dj_arena *arena, const dj_pack *pack, dj_scratch *scratch, dj_slice text, places *of)
{
    const dj_dispatch *dispatch = dj_pack_dispatch(pack);
    const dj_offsets *at = dj_pack_places(arena, pack, scratch, text);
    for (size_t i = 0; i < pack->n_rules; i++) {
        for (size_t k = 0; k < at[i].n; k++)
            *DJ_PUSH(arena, &of[i].list) = (place){text, at[i].at[k]};
        if (!dj_dispatch_has(dispatch, i)) /* searched for: one place for the whole text */
            *DJ_PUSH(arena, &of[i].list) = (place){text, 0};
    }
}

static void search(dj_rule_cost *cost, dj_scratch *scratch, dj_slice text)
{
    for (size_t from = 0; dj_regex_find(cost->rule->regex, scratch, text, from, false) == DJ_MATCH;) {
        size_t end = dj_match_span(scratch).to;
        cost->matches++;
        if (end <= from && from < text.n)
            dj_utf8_next(text, &from);
        else
            from = end;
        if (from >= text.n)
            return;
    }
}

static void try_rule(dj_rule_cost *cost, dj_scratch *scratch, const places *of, bool anchored)
{
    double start = now();
    for (size_t i = 0; i < of->list.n; i++) {
        const place *p = &of->list.at[i];
        if (!anchored)
            search(cost, scratch, p->text);
        else
            cost->matches += dj_regex_find(cost->rule->regex, scratch, p->text, p->at, true) == DJ_MATCH;
    }
    cost->seconds = now() - start;
    cost->places = of->list.n;
}

/* the dearest first, and last those that were tried nowhere: what the clock says of nothing is noise */
static int by_cost(const void *a, const void *b)
{
    const dj_rule_cost *x = a, *y = b;
    if ((x->places == 0) != (y->places == 0))
        return x->places == 0 ? 1 : -1;
    return (x->seconds < y->seconds) - (x->seconds > y->seconds);
}

size_t dj_profile(dj_arena *arena, const dj_pack *pack, const dj_text *const *texts, size_t n, dj_rule_cost **costs)
{
    dj_arena *work = dj_arena_new();
    dj_scratch *scratch = dj_scratch_new();
    places *of = dj_alloc(work, pack->n_rules * sizeof *of);
    *costs = dj_alloc(arena, pack->n_rules * sizeof **costs);
    dj_pack_ready(pack);
    for (size_t i = 0; i < n; i++)
        for (int field = 0; texts[i]->pack == pack && field < DJ_FIELDS; field++)
            gather(work, pack, scratch, texts[i]->story->fields[field].text, of);
    for (size_t i = 0; i < pack->n_rules; i++) {
        dj_rule_cost *cost = &(*costs)[i];
        cost->rule = &pack->rules[i];
        dj_regex_find(cost->rule->regex, scratch, DJ_S(" "), 0, dj_dispatch_has(dj_pack_dispatch(pack), i)); /* machine code */
        try_rule(cost, scratch, &of[i], dj_dispatch_has(dj_pack_dispatch(pack), i));
    }
    if (pack->n_rules)
        qsort(*costs, pack->n_rules, sizeof **costs, by_cost);
    dj_scratch_free(scratch);
    dj_arena_free(work);
    return pack->n_rules;
}
