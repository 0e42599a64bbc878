/* Two lengths are of one thing where they are reckoned from one day, or from one event (the word before them), and further words
 * around them meet. A day more or less is a way of counting: 10일 to 12일 is 이틀 만 and 3일 만. */
#include "check/elapsed.h"

#include <stdlib.h>

#include "check/opposed.h"
#include "extract/beside.h"
#include "rule/frequency.h"

enum { AROUND = 5 /* words on each side */, DAY_SECONDS = 86400, NOMINAL_MONTH = 30 * DAY_SECONDS };

#define LEAST_RARITY 0.3 /* words that every story has say nothing */
#define FARTHEST 5.0 /* times as long: further apart they are of two things */

typedef struct elapsed {
    const dj_mention *claim, *since, *reached; /* since: the day from which it is reckoned; reached: a figure; NULL for none */
    uint32_t stems[2 * AROUND]; /* with content, those before it first, from it outwards */
    size_t n_left, n;
} elapsed;

static bool is_elapsed(const dj_checking *k, const dj_mention *m)
{
    return m->kind == DJ_DURATION && m->value.is_known && m->zone != DJ_ZONE_TAIL &&
           dj_matches_behind(m, "elapsed", k->options->scratch);
}

static const dj_mention *since_of(const dj_mention *m, size_t at)
{
    for (size_t i = at; i-- > 0;) {
        const dj_mention *other = m->in->mentions.at[i];
        if (other->field != m->field || other->sentence != m->sentence)
            return NULL;
        if (other->kind == DJ_DATE && other->value.is_known && other->value.date.from != DJ_NO_DAY)
            return other;
    }
    return NULL;
}

/* what was reached in that time: 6일 만에 20만명 */
static const dj_mention *reached_of(const dj_mention *m, size_t at)
{
    for (size_t i = at + 1; i < m->in->mentions.n; i++) {
        const dj_mention *other = m->in->mentions.at[i];
        if (other->field != m->field || other->sentence != m->sentence)
            return NULL;
        if (dj_kind_about(other->kind)->family == DJ_FAMILY_AMOUNT && other->value.is_known)
            return other;
    }
    return NULL;
}

static bool is_in_figure(const dj_mention *m, size_t at, const dj_word *word)
{
    for (size_t i = at < 4 ? 0 : at - 4; i < m->in->mentions.n && i < at + 4; i++) {
        const dj_mention *other = m->in->mentions.at[i];
        bool is_figure = dj_kind_about(other->kind)->layer == DJ_LAYER_FIGURES && other->field == m->field;
        if (is_figure && other->start < word->end && word->start < other->end)
            return true;
    }
    return false;
}

static void add_stem(const dj_checking *k, elapsed *e, size_t at, uint32_t w)
{
    const dj_word *word = &e->claim->in->parts[e->claim->field].words.at[w];
    const dj_lexicon *light = dj_pack_lexicon(e->claim->in->pack, "elapsed_light");
    dj_slice stem = dj_name(k->set->stems, word->stem);
    bool is_light = !word->stem || dj_lexicon_has(light, stem) || dj_rarity(e->claim->in->pack->frequencies, stem) < LEAST_RARITY;
    if (!is_light && !is_in_figure(e->claim, at, word))
        e->stems[e->n++] = word->stem;
}

static bool read_elapsed(dj_checking *k, const dj_text *text, size_t at, void *out)
{
    const dj_mention *m = text->mentions.at[at];
    if (!is_elapsed(k, m))
        return false;
    elapsed *e = out;
    *e = (elapsed){.claim = m, .since = since_of(m, at), .reached = reached_of(m, at)};
    dj_surroundings around = dj_mention_surroundings(m);
    for (uint32_t w = around.before; w-- > around.first && around.before - w <= AROUND;)
        add_stem(k, e, at, w);
    e->n_left = e->n;
    for (uint32_t w = around.after; w < around.end && w < around.after + AROUND; w++)
        add_stem(k, e, at, w);
    return true;
}

static double length_of(const elapsed *e)
{
    const dj_duration *d = &e->claim->value.duration;
    return (double)d->months * NOMINAL_MONTH + (double)d->seconds;
}

static bool are_far(const elapsed *a, const elapsed *b)
{
    double x = length_of(a), y = length_of(b);
    return x * FARTHEST < y || y * FARTHEST < x;
}

static bool has(const uint32_t *stems, size_t n, uint32_t stem)
{
    for (size_t i = 0; i < n; i++)
        if (stems[i] == stem)
            return true;
    return false;
}

static size_t shared(const uint32_t *a, size_t n_a, const uint32_t *b, size_t n_b)
{
    size_t n = 0;
    for (size_t i = 0; i < n_a; i++)
        n += !has(a, i, a[i]) && has(b, n_b, a[i]);
    return n;
}

static bool are_of_two(const elapsed *a, const elapsed *b)
{
    if (!a->reached || !b->reached)
        return false;
    const dj_amount *x = &a->reached->value.amount, *y = &b->reached->value.amount;
    return a->reached->kind == b->reached->kind && dj_slice_eq(x->unit, y->unit) && x->has_low && y->has_low &&
           !dj_dec_eq(x->low, y->low);
}

static bool meet(const void *one, const void *other)
{
    const elapsed *a = one, *b = other;
    if (are_far(a, b) || are_of_two(a, b))
        return false;
    size_t left = shared(a->stems, a->n_left, b->stems, b->n_left);
    size_t right = shared(a->stems + a->n_left, a->n - a->n_left, b->stems + b->n_left, b->n - b->n_left);
    if (a->since && b->since)
        return dj_value_compare(&a->since->value, &b->since->value) <= DJ_COMPATIBLE && left + right > 0;
    return a->n_left && b->n_left && a->stems[0] == b->stems[0] && left + right > 1;
}

static bool is_a_day_apart(const elapsed *a, const elapsed *b)
{
    const dj_duration *x = &a->claim->value.duration, *y = &b->claim->value.duration;
    return !x->months && !y->months && llabs(x->seconds - y->seconds) == DAY_SECONDS;
}

static dj_opposition describe(dj_checking *k, const void *odd, const void *usual, size_t witnesses)
{
    const elapsed *e = usual;
    bool is_counting = is_a_day_apart(odd, e);
    dj_slice day = e->since ? dj_mention_text(e->since) : DJ_NONE;
    dj_arg since[] = {{"since", e->n_left ? dj_name(k->set->stems, e->stems[0]) : day}};
    const char *why = is_counting ? "first-day" : witnesses > 1 ? "majority" : "alone";
    return (dj_opposition){dj_checking_say(k, "duration-conflict.since", since, 1), why, witnesses > 1 && !is_counting};
}

void dj_find_elapsed(dj_checking *k)
{
    static const dj_opposed lengths = {sizeof(elapsed), read_elapsed, meet, describe, false};
    dj_opposed_find(k, &lengths);
}
