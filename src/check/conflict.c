/* A version that fewer stories hold is the odd one: its claim comes first in the finding, then those it departs from.
 * Why they differ is read off the shape of the figures and the times of the stories. */
#include "check/conflict.h"

#include <stdio.h>
#include <stdlib.h>

#include "align/slip.h"
#include "align/voice.h"

enum { ODD_CLAIMS = 3, WITNESSES = 5 }; /* claims of either version that a finding shows */

typedef struct departure {
    const dj_fact *fact;
    const dj_version *odd, *other;
    const dj_mention *claim, *against; /* of odd, of other */
    dj_slip slip;
    bool of_one_text; /* both stand in copies of one text */
    double strength;
} departure;

static bool holds(const dj_version *version, const dj_mention *claim)
{
    for (size_t c = 0; claim && c < version->claims.n; c++)
        if (version->claims.at[c] == claim)
            return true;
    return false;
}

/* independent ones; of a text that both sides copied, all who copied it: each says what it said */
static size_t sources(const dj_version *version, bool of_one_text)
{
    return version->n_voices + (of_one_text ? version->n_copies : 0);
}

static bool is_stronger(const dj_version *a, const dj_version *b)
{
    return a->n_voices != b->n_voices ? a->n_voices > b->n_voices : a->n_stories > b->n_stories;
}

/* the version of most voices */
static const dj_version *majority_of(const dj_fact *fact)
{
    const dj_version *most = &fact->versions.at[0];
    for (size_t v = 1; v < fact->versions.n; v++)
        if (is_stronger(&fact->versions.at[v], most))
            most = &fact->versions.at[v];
    return most;
}

/* The link that made one of the two join the fact gives the claims to show, and its strength. A version that joined by a
 * third one departs from the majority as surely as the weaker of the two links. */
static departure departure_of(const dj_fact *fact, const dj_version *odd, const dj_version *other)
{
    departure d = {fact, odd, other, odd->claim, odd->against, DJ_SLIP_NONE, false, odd->strength};
    if (!holds(other, d.against)) {
        bool is_linked = holds(odd, other->against);
        d.against = is_linked ? other->claim : other->claims.at[0];
        d.claim = is_linked ? other->against : odd->claim ? odd->claim : odd->claims.at[0];
        d.strength = odd->strength < other->strength ? odd->strength : other->strength;
    }
    d.of_one_text = dj_is_one_text(d.claim, d.against);
    if (dj_kind_about(fact->kind)->family == DJ_FAMILY_AMOUNT)
        d.slip = dj_amount_slip(&d.claim->value.amount, &d.against->value.amount);
    return d;
}

/* Two versions may state the majority's value in unlike sentences: the odd one departs from that of them to which it is
 * linked most surely. */
static departure departure_from(const dj_fact *fact, const dj_version *odd, const dj_version *majority)
{
    departure best = departure_of(fact, odd, majority);
    for (size_t v = 0; v < fact->versions.n; v++) {
        const dj_version *other = &fact->versions.at[v];
        bool is_linked = holds(other, odd->against) || holds(odd, other->against);
        if (other == odd || other == majority || !is_linked || is_stronger(odd, other))
            continue;
        departure d = departure_of(fact, odd, other);
        if (d.strength > best.strength)
            best = d;
    }
    return best;
}

static bool is_later(const dj_story *a, const dj_story *b)
{
    if (a->published != b->published)
        return a->published > b->published;
    return a->published_minute >= 0 && b->published_minute >= 0 && a->published_minute > b->published_minute;
}

/* A count that grows from story to story as the day goes on: every story with the higher figure is later than every one
 * with the lower. */
static bool is_update(const departure *d)
{
    if (d->fact->kind != DJ_QUANTITY || d->slip != DJ_SLIP_NONE)
        return false;
    dj_amount a = dj_reach(&d->claim->value.amount), b = dj_reach(&d->against->value.amount);
    if (!a.has_low || !b.has_low)
        return false;
    bool odd_is_higher = dj_dec_cmp(a.low, b.low) > 0;
    const dj_version *higher = odd_is_higher ? d->odd : d->other, *lower = odd_is_higher ? d->other : d->odd;
    for (size_t i = 0; i < higher->claims.n; i++)
        for (size_t j = 0; j < lower->claims.n; j++)
            if (!is_later(higher->claims.at[i]->in->story, lower->claims.at[j]->in->story))
                return false;
    return true;
}

/* one year of age, or one day: two ways of counting rather than a slip */
static bool is_one_apart(const departure *d)
{
    const dj_value *a = &d->claim->value, *b = &d->against->value;
    dj_dec apart;
    if (d->fact->kind == DJ_DATE)
        return a->date.from != DJ_NO_DAY && b->date.from != DJ_NO_DAY && abs(a->date.from - b->date.from) == 1;
    return d->fact->kind == DJ_AGE && a->amount.has_low && b->amount.has_low &&
           dj_dec_sub(a->amount.low, b->amount.low, &apart) && llabs(apart.mantissa) == 1 && apart.exponent == 0;
}

static const char *why_of(const departure *d)
{
    if (is_one_apart(d))
        return d->fact->kind == DJ_DATE ? "day-apart" : "year-apart";
    if (d->slip == DJ_SLIP_DIGIT)
        return "digit";
    if (d->slip == DJ_SLIP_SWAP)
        return "swap";
    if (d->slip == DJ_SLIP_EXTRA)
        return "extra";
    if (d->slip == DJ_SLIP_UNIT)
        return "unit";
    if (is_update(d))
        return "update";
    if (d->of_one_text)
        return "copy";
    return d->other->n_voices > 1 ? "majority" : "alone";
}

static void tell(dj_checking *k, dj_finding *finding, const departure *d)
{
    char n[16];
    snprintf(n, sizeof n, "%zu", sources(d->other, d->of_one_text));
    dj_arg args[] = {{"fact", d->fact->label},
                     {"a", dj_told(k, d->claim)},
                     {"b", dj_told(k, d->against)},
                     {"source", dj_source_of(d->claim)},
                     {"other", dj_source_of(d->against)},
                     {"n", dj_slice_of(n)}};
    dj_finding_tell(k, finding, "conflict", why_of(d), args, sizeof args / sizeof args[0]);
    if (!d->of_one_text)
        dj_finding_tell_copies(k, finding, d->odd->n_copies + d->other->n_copies);
}

/* `first`, then a claim of each further story that holds the version, `most` in all */
static size_t claims_of(const dj_version *version, const dj_mention *first, size_t most, const dj_mention **out)
{
    size_t n = 0;
    out[n++] = first;
    for (size_t c = 0; c < version->claims.n && n < most; c++) {
        const dj_mention *m = version->claims.at[c];
        if (m->in != first->in && m->in != out[n - 1]->in)
            out[n++] = m;
    }
    return n;
}

static bool has(const dj_finding *finding, const dj_mention *claim)
{
    for (size_t i = 0; i < finding->claims.n; i++)
        if (finding->claims.at[i] == claim)
            return true;
    return false;
}

static bool has_value(const dj_finding *finding, const dj_mention *claim)
{
    for (size_t i = 0; i < finding->claims.n; i++)
        if (dj_value_compare(&finding->claims.at[i]->value, &claim->value) == DJ_SAME)
            return true;
    return false;
}

/* does the finding set one of the two claims against the value of the other? */
static bool tells(const dj_finding *finding, const dj_mention *a, const dj_mention *b)
{
    return (has(finding, a) && has_value(finding, b)) || (has(finding, b) && has_value(finding, a));
}

static bool is_told(const dj_checking *k, const departure *d)
{
    for (size_t i = 0; i < k->findings->list.n; i++)
        if (k->findings->list.at[i]->check == k->info && tells(k->findings->list.at[i], d->claim, d->against))
            return true;
    return false;
}

/* A story that has the other value too tells of two facts, unless one is so like the other that it is its slip. */
static bool states_both(const departure *d)
{
    if (d->slip == DJ_SLIP_DIGIT || d->slip == DJ_SLIP_SWAP || d->slip == DJ_SLIP_UNIT)
        return false;
    for (size_t c = 0; c < d->other->claims.n; c++)
        if (d->other->claims.at[c]->in == d->claim->in)
            return true;
    return false;
}

static void find(dj_checking *k, const departure *d)
{
    if (is_told(k, d)) /* a claim may be linked into two facts */
        return;
    const dj_mention *claims[ODD_CLAIMS + WITNESSES];
    size_t n = claims_of(d->odd, d->claim, ODD_CLAIMS, claims);
    n += claims_of(d->other, d->against, WITNESSES, claims + n);
    bool is_loud = d->strength >= dj_threshold(k, "loud", 0.6) && !is_update(d) && !states_both(d);
    dj_severity severity = !is_loud ? DJ_NOTE : sources(d->other, d->of_one_text) > 1 && d->slip != DJ_SLIP_NONE ? DJ_ERROR : k->info->severity;
    tell(k, dj_finding_new(k, severity, claims, n), d);
}

static bool in_one_sentence(const dj_mention *a, const dj_mention *b)
{
    return a->in == b->in && a->field == b->field && a->sentence == b->sentence;
}

static void each_departure(dj_checking *k, const dj_fact *fact, bool of_units)
{
    const dj_version *majority = majority_of(fact);
    for (size_t v = 0; v < fact->versions.n; v++) {
        if (&fact->versions.at[v] == majority)
            continue;
        departure d = departure_from(fact, &fact->versions.at[v], majority);
        if (dj_value_compare(&d.claim->value, &d.against->value) == DJ_SAME) /* two versions that a third one linked */
            continue;
        if (in_one_sentence(d.claim, d.against)) /* 찬성 187명, 기권 17명: two facts */
            continue;
        bool is_converted = d.claim->of || d.against->of; /* held against rates and each other elsewhere */
        if (is_converted && (d.slip == DJ_SLIP_NONE || (d.claim->of && d.against->of)))
            continue;
        if ((d.slip == DJ_SLIP_UNIT) == of_units && d.strength >= dj_threshold(k, "note", 0.45))
            find(k, &d);
    }
}

void dj_find_conflicts(dj_checking *k, dj_kind kind)
{
    for (size_t i = 0; i < k->set->facts.n; i++)
        if (k->set->facts.at[i]->kind == kind)
            each_departure(k, k->set->facts.at[i], false);
}

void dj_find_unit_slips(dj_checking *k)
{
    for (size_t i = 0; i < k->set->facts.n; i++)
        each_departure(k, k->set->facts.at[i], true);
}
