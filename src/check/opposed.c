/* See opposed.h. The claims are few, so that each is held against each. */
#include "check/opposed.h"

#include <stdio.h>

#include "align/voice.h"
#include "check/conflict.h"

enum { SHOWN = 8 /* claims of one side */, SIDES = 6 };

typedef struct finder {
    dj_checking *k;
    const dj_opposed *of;
    const dj_mention *claim[DJ_FLOOD_OPPOSED];
    char *kept; /* of->size bytes of each */
    size_t n;
    dj_tally tally;
    bool is_told[DJ_FLOOD_OPPOSED];
} finder;

static void *kept_of(const finder *f, size_t i)
{
    return f->kept + i * f->of->size;
}

static void collect(finder *f, const dj_text *text)
{
    for (size_t i = 0; i < text->mentions.n && f->n < DJ_FLOOD_OPPOSED; i++)
        if (f->of->read(f->k, text, i, kept_of(f, f->n)))
            f->claim[f->n++] = text->mentions.at[i];
}

static bool meet(const finder *f, size_t i, size_t j)
{
    return f->of->meet(kept_of(f, i), kept_of(f, j));
}

static dj_opposition describe(finder *f, size_t odd, size_t usual, size_t witnesses)
{
    return f->of->describe(f->k, kept_of(f, odd), kept_of(f, usual), witnesses);
}

static bool says(const finder *f, size_t i, size_t value)
{
    return dj_value_compare(&f->claim[i]->value, &f->claim[value]->value) <= DJ_COMPATIBLE;
}

static bool is_of(const finder *f, size_t i, size_t thing)
{
    return i == thing || meet(f, i, thing);
}

/* does claim i say what `value` does, of what that one or the opposite one speaks of? */
static bool agrees(const finder *f, size_t i, size_t value, size_t opposite)
{
    return says(f, i, value) && (is_of(f, i, value) || is_of(f, i, opposite));
}

/* who says of what claim `thing` speaks of what claim `value` says */
static size_t voices_for(finder *f, size_t thing, size_t value)
{
    dj_tally_begin(&f->tally);
    for (size_t i = 0; i < f->n; i++)
        if (agrees(f, i, value, thing))
            dj_tally_add(&f->tally, f->claim[i]);
    return dj_tally_voices(&f->tally);
}

static bool states(const finder *f, const dj_text *in, size_t thing, size_t value)
{
    for (size_t i = 0; i < f->n; i++)
        if (f->claim[i]->in == in && says(f, i, value) && is_of(f, i, thing))
            return true;
    return false;
}

/* one claim a story that says what `first` does of what `other` speaks of, `first` first */
static size_t add_claims(finder *f, size_t first, size_t other, const dj_mention **claims, size_t n)
{
    size_t from = n;
    claims[n++] = f->claim[first];
    f->is_told[first] = true;
    for (size_t i = 0; i < f->n; i++) {
        if (!agrees(f, i, first, other))
            continue;
        f->is_told[i] = true;
        if (n - from < SHOWN && f->claim[i]->in != f->claim[first]->in && f->claim[i]->in != claims[n - 1]->in)
            claims[n++] = f->claim[i];
    }
    return n;
}

/* how many witnesses claim `odd` has against it in claim `usual`; 0 where the two do not oppose, or `usual` has fewer */
static size_t witnesses_against(finder *f, size_t odd, size_t usual)
{
    const dj_text *a = f->claim[odd]->in, *b = f->claim[usual]->in;
    if (a == b || dj_value_compare(&f->claim[odd]->value, &f->claim[usual]->value) != DJ_DIFFERENT || !meet(f, odd, usual))
        return 0;
    size_t n = voices_for(f, usual, odd), witnesses = voices_for(f, odd, usual);
    bool is_outnumbered = n < witnesses || (n == witnesses && odd < usual);
    return is_outnumbered && !states(f, a, odd, usual) && !states(f, b, usual, odd) ? witnesses : 0;
}

static void say(finder *f, dj_finding *finding, const dj_opposition *what, size_t odd, size_t usual, size_t witnesses)
{
    const dj_mention *a = f->claim[odd], *b = f->claim[usual];
    char voices[24];
    snprintf(voices, sizeof voices, "%zu", witnesses);
    dj_arg args[] = {{"fact", what->fact},
                     {"a", dj_told(f->k, a)},
                     {"b", dj_told(f->k, b)},
                     {"source", dj_source_beside(f->k, a, b)},
                     {"other", dj_source_beside(f->k, b, a)},
                     {"n", dj_slice_of(voices)}};
    dj_finding_tell(f->k, finding, "conflict", what->why, args, sizeof args / sizeof args[0]);
}

static void say_more(finder *f, dj_finding *finding, size_t odd, size_t usual)
{
    const dj_mention *a = f->claim[odd];
    dj_arg more[] = {
        {"message", finding->message}, {"a", dj_told(f->k, a)}, {"source", dj_source_beside(f->k, a, f->claim[usual])}};
    finding->message = dj_checking_say(f->k, "conflict-more", more, sizeof more / sizeof more[0]);
}

/* `odd`, all others that depart from `usual` as loudly, then those that say what it does */
static void tell(finder *f, size_t odd, size_t usual, size_t witnesses)
{
    const dj_mention *claims[SIDES * SHOWN];
    size_t further[SIDES], n_further = 0;
    dj_opposition what = describe(f, odd, usual, witnesses);
    size_t n = add_claims(f, odd, usual, claims, 0);
    for (size_t i = 0; i < f->n && n_further < SIDES - 2; i++) {
        size_t against = f->is_told[i] ? 0 : witnesses_against(f, i, usual);
        if (against == 0 || describe(f, i, usual, against).is_loud != what.is_loud)
            continue;
        further[n_further++] = i;
        n = add_claims(f, i, usual, claims, n);
    }
    n = add_claims(f, usual, odd, claims, n);
    dj_finding *finding = dj_finding_new(f->k, what.is_loud ? f->k->info->severity : DJ_NOTE, claims, n);
    say(f, finding, &what, odd, usual, witnesses);
    for (size_t i = 0; i < n_further; i++)
        say_more(f, finding, further[i], usual);
}

static void look_at(finder *f, size_t i)
{
    for (size_t j = 0; j < f->n && !f->is_told[i]; j++) {
        size_t witnesses = witnesses_against(f, i, j);
        if (witnesses && f->of->is_loud_only && !describe(f, i, j, witnesses).is_loud)
            continue;
        if (witnesses && !dj_is_conflict_told(f->k, f->claim[i], f->claim[j]))
            tell(f, i, j, witnesses);
    }
}

void dj_opposed_find(dj_checking *k, const dj_opposed *of)
{
    finder f = {
        .k = k, .of = of, .kept = dj_alloc(k->arena, DJ_FLOOD_OPPOSED * of->size), .tally = dj_tally_new(k->arena, k->set)};
    for (size_t t = 0; t < k->set->texts.n; t++)
        collect(&f, k->set->texts.at[t]);
    for (size_t i = 0; i < f.n; i++)
        look_at(&f, i);
}
