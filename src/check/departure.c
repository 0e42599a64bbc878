/* The version of most voices is what the others depart from. The link that made a version join the fact gives the claims
 * to show and how sure they are; where it led to a third version, that one may be what it is held against. */
#include "check/departure.h"

#include <math.h>
#include <stdlib.h>

#include "align/voice.h"

static bool holds(const dj_version *version, const dj_mention *claim)
{
    for (size_t c = 0; claim && c < version->claims.n; c++)
        if (version->claims.at[c] == claim)
            return true;
    return false;
}

static bool is_stronger(const dj_version *a, const dj_version *b)
{
    return a->n_voices != b->n_voices ? a->n_voices > b->n_voices : a->n_stories > b->n_stories;
}

const dj_version *dj_majority_of(const dj_fact *fact)
{
    const dj_version *most = &fact->versions.at[0];
    for (size_t v = 1; v < fact->versions.n; v++)
        if (is_stronger(&fact->versions.at[v], most))
            most = &fact->versions.at[v];
    return most;
}

/* A version that joined by a third one departs from the majority as surely as the weaker of the two links. */
static dj_departure between(const dj_fact *fact, const dj_version *odd, const dj_version *other)
{
    dj_departure d = {
        .fact = fact, .odd = odd, .other = other, .claim = odd->claim, .against = odd->against, .strength = odd->strength};
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
static dj_departure surest(const dj_fact *fact, const dj_version *odd, const dj_version *majority)
{
    dj_departure best = between(fact, odd, majority);
    for (size_t v = 0; v < fact->versions.n; v++) {
        const dj_version *other = &fact->versions.at[v];
        bool is_linked = holds(other, odd->against) || holds(odd, other->against);
        if (other == odd || other == majority || !is_linked || is_stronger(odd, other))
            continue;
        dj_departure d = between(fact, odd, other);
        if (d.strength > best.strength)
            best = d;
    }
    return best;
}

/* 찬성 187명, 기권 17명, in sentences of two stories: two facts */
static bool stand_together(const dj_version *odd, const dj_version *other)
{
    enum { CLAIMS = 32 /* of each that are looked at */, STORIES = 2 };
    size_t n = 0;
    const dj_text *last = NULL;
    for (size_t i = 0; i < odd->claims.n && i < CLAIMS; i++)
        for (size_t j = 0; j < other->claims.n && j < CLAIMS; j++)
            if (odd->claims.at[i]->in != last && dj_in_one_sentence(odd->claims.at[i], other->claims.at[j])) {
                last = odd->claims.at[i]->in;
                n++;
            }
    return n >= STORIES;
}

/* 선원 5명과 승객 20명 등 25명: the second is the sum of the first and others */
static bool is_summed_by(const dj_mention *part, const dj_mention *sum, dj_scratch *scratch)
{
    const dj_regex *summed = dj_pack_pattern(part->in->pack, "summed_by");
    if (!summed || part->kind != DJ_QUANTITY || part->end > sum->start)
        return false;
    dj_slice between = dj_slice_sub(dj_mention_field(part), part->end, sum->start);
    return dj_regex_find(summed, scratch, between, 0, true) == DJ_MATCH && dj_match_span(scratch).to == between.n;
}

/* Where another says 승객 20명, the sentence above has a figure of its own for that, and 25명 is not it; nor is 남편(80), in one on a
 * woman of 75, where another says 70대 여성. */
static bool has_own_for(const dj_mention *claim, const dj_mention *against, dj_scratch *scratch)
{
    const dj_sentence *sentence = &claim->in->parts[claim->field].sentences.at[claim->sentence];
    bool is_of_decade = claim->kind == DJ_AGE && claim->value.amount.bound == DJ_EXACT &&
                        against->value.amount.bound == DJ_BETWEEN;
    bool is_sum = false, has_same = false;
    for (size_t i = dj_mention_from(claim->in, claim->field, sentence->start); i < claim->in->mentions.n; i++) {
        const dj_mention *own = claim->in->mentions.at[i];
        if (!dj_in_one_sentence(claim, own))
            break;
        if (own == claim || own->kind != claim->kind)
            continue;
        dj_relation relation = dj_value_compare(&own->value, &against->value);
        has_same = has_same || relation == DJ_SAME || (is_of_decade && relation == DJ_COMPATIBLE);
        is_sum = is_sum || is_summed_by(own, claim, scratch);
    }
    return has_same && (is_sum || is_of_decade);
}

bool dj_departure_of(const dj_fact *fact, const dj_version *odd, const dj_version *majority, dj_scratch *scratch,
                     dj_departure *out)
{
    if (odd == majority)
        return false;
    dj_departure d = surest(fact, odd, majority);
    if (dj_value_compare(&d.claim->value, &d.against->value) == DJ_SAME) /* two versions that a third one linked */
        return false;
    if (dj_in_one_sentence(d.claim, d.against) || (fact->kind != DJ_DATE && stand_together(odd, d.other)))
        return false;
    if (has_own_for(d.claim, d.against, scratch) || has_own_for(d.against, d.claim, scratch))
        return false;
    *out = d;
    return true;
}

size_t dj_departs_from(const dj_departure *d)
{
    return d->other->n_voices + (d->of_one_text ? d->other->n_copies : 0);
}

bool dj_is_one_apart(const dj_departure *d)
{
    const dj_value *a = &d->claim->value, *b = &d->against->value;
    dj_dec apart;
    if (d->fact->kind == DJ_DATE)
        return a->date.from != DJ_NO_DAY && b->date.from != DJ_NO_DAY && abs(a->date.from - b->date.from) == 1;
    return d->fact->kind == DJ_AGE && a->amount.has_low && b->amount.has_low &&
           dj_dec_sub(a->amount.low, b->amount.low, &apart) && llabs(apart.mantissa) == 1 && apart.exponent == 0;
}

/* 200 or more, and 207 */
static bool is_bound_of(const dj_amount *a, const dj_amount *b)
{
    return a->bound == DJ_AT_LEAST && dj_amount_rounds(a, b);
}

static const dj_mention *conversion_of(const dj_mention *m)
{
    for (size_t i = dj_mention_from(m->in, m->field, m->start); i < m->in->mentions.n; i++) {
        const dj_mention *other = m->in->mentions.at[i];
        if (other->of == m)
            return other;
        if (other->field != m->field || other->sentence != m->sentence)
            break;
    }
    return NULL;
}

static double stated(const dj_mention *m)
{
    const dj_amount *a = &m->value.amount;
    return dj_dec_double(dj_nominal(a));
}

bool dj_are_both_converted(const dj_departure *d)
{
    const dj_mention *a = d->fact->kind == DJ_MONEY ? conversion_of(d->claim) : NULL, *b = a ? conversion_of(d->against) : NULL;
    if (!b || !dj_slice_eq(a->value.amount.unit, b->value.amount.unit))
        return false;
    double apart = stated(d->claim) / stated(d->against), converted = stated(a) / stated(b);
    return fabs(converted / apart - 1) < fabs(apart - 1) / 4;
}

/* by a twentieth at most: 1조 for 1조400억, and not for 1조9000억 */
static bool rounds_little(const dj_amount *coarse, const dj_amount *fine)
{
    double x = dj_dec_double(dj_nominal(coarse)), y = dj_dec_double(dj_nominal(fine));
    return dj_amount_rounds(coarse, fine) && fabs(x - y) <= fabs(x) / 20;
}

/* 10조3104억, of which a third version has 10.3조: neither is alone with what is finer than 10조 */
static bool is_stated_by_third(const dj_departure *d)
{
    const dj_amount *odd = &d->claim->value.amount;
    for (size_t v = 0; v < d->fact->versions.n; v++) {
        const dj_version *version = &d->fact->versions.at[v];
        const dj_amount *third = &version->claims.at[0]->value.amount;
        if (version != d->odd && version != d->other && (rounds_little(third, odd) || rounds_little(odd, third)) &&
            dj_dec_digits(dj_nominal(third)) > 1)
            return true;
    }
    return false;
}

bool dj_is_told_roughly(const dj_departure *d)
{
    const dj_amount *odd = &d->claim->value.amount, *other = &d->against->value.amount;
    if (d->fact->kind != DJ_MONEY)
        return false;
    bool is_lone = d->odd->n_voices <= 1 && odd->bound != DJ_ABOUT && !is_stated_by_third(d);
    return rounds_little(odd, other) || (!is_lone && rounds_little(other, odd));
}

bool dj_states_both(const dj_departure *d)
{
    if (d->fact->kind == DJ_DATE) /* weighed as evidence */
        return false;
    bool is_slip = d->slip == DJ_SLIP_DIGIT || d->slip == DJ_SLIP_COARSE || d->slip == DJ_SLIP_SWAP || d->slip == DJ_SLIP_UNIT;
    const dj_amount *a = &d->claim->value.amount, *b = &d->against->value.amount;
    if (is_slip && !is_bound_of(a, b) && !is_bound_of(b, a))
        return false;
    for (size_t c = 0; c < d->other->claims.n; c++)
        if (d->other->claims.at[c]->in == d->claim->in)
            return true;
    return false;
}
