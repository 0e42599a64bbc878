/* See opposed.h. The claims are few, so that each is held against each. */
#include "check/opposed.h"

#include "align/voice.h"

enum { SHOWN = 8 /* of either side */ };

typedef struct finder {
    dj_checking *k;
    const dj_opposed *of;
    dj_tally tally;
    bool is_told[DJ_OPPOSED_MOST];
} finder;

static bool says(const finder *f, size_t i, size_t value)
{
    return dj_value_compare(&f->of->claim[i]->value, &f->of->claim[value]->value) <= DJ_COMPATIBLE;
}

static bool is_of(const finder *f, size_t i, size_t thing)
{
    return i == thing || f->of->meet(f->of->context, i, thing);
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
    for (size_t i = 0; i < f->of->n; i++)
        if (agrees(f, i, value, thing))
            dj_tally_add(&f->tally, f->of->claim[i]);
    return dj_tally_voices(&f->tally);
}

static bool states(const finder *f, const dj_text *in, size_t thing, size_t value)
{
    for (size_t i = 0; i < f->of->n; i++)
        if (f->of->claim[i]->in == in && says(f, i, value) && is_of(f, i, thing))
            return true;
    return false;
}

/* one claim a story that says what `first` does of what `other` speaks of, `first` first */
static size_t add_claims(finder *f, size_t first, size_t other, const dj_mention **claims, size_t n)
{
    const dj_opposed *of = f->of;
    size_t from = n;
    claims[n++] = of->claim[first];
    f->is_told[first] = true;
    for (size_t i = 0; i < of->n; i++) {
        if (!agrees(f, i, first, other))
            continue;
        f->is_told[i] = true;
        if (n - from < SHOWN && of->claim[i]->in != of->claim[first]->in && of->claim[i]->in != claims[n - 1]->in)
            claims[n++] = of->claim[i];
    }
    return n;
}

static void tell(finder *f, size_t odd, size_t usual, size_t witnesses)
{
    const dj_mention *claims[2 * SHOWN];
    size_t n = add_claims(f, odd, usual, claims, 0);
    n = add_claims(f, usual, odd, claims, n);
    f->of->tell(f->k, f->of->context, odd, usual, witnesses, claims, n);
}

static void look_at(finder *f, size_t i)
{
    const dj_opposed *of = f->of;
    for (size_t j = 0; j < of->n && !f->is_told[i]; j++) {
        const dj_text *odd = of->claim[i]->in, *usual = of->claim[j]->in;
        if (odd == usual || dj_value_compare(&of->claim[i]->value, &of->claim[j]->value) != DJ_DIFFERENT || !of->meet(of->context, i, j))
            continue;
        size_t n = voices_for(f, j, i), witnesses = voices_for(f, i, j);
        if ((n < witnesses || (n == witnesses && i < j)) && !states(f, odd, i, j) && !states(f, usual, j, i))
            tell(f, i, j, witnesses);
    }
}

void dj_opposed_find(dj_checking *k, const dj_opposed *opposed)
{
    finder f = {.k = k, .of = opposed, .tally = dj_tally_new(k->arena, k->set)};
    for (size_t i = 0; i < opposed->n; i++)
        look_at(&f, i);
}
