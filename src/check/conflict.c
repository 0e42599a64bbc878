/* A finding for all versions of a fact that depart as surely: the surest first, since it is the one that message and
 * reason speak of; then the others, then those that are departed from. Why they differ is read off the shape of the
 * figures and the times of the stories. */
#include "check/conflict.h"

#include <stdio.h>

#include "check/departure.h"
#include "check/recount.h"
#include "check/row.h"
#include "check/update.h"

enum { ODD_CLAIMS = 3, WITNESSES = 5 }; /* claims of either version that a finding shows */

typedef DJ_VEC(dj_departure) departures;

static const char *why_anew(const dj_checking *k, const dj_departure *d)
{
    if (dj_is_recounted(k->set, d, k->options->scratch))
        return "recount";
    return dj_is_update(k->set, d, k->options->scratch) ? "update" : NULL;
}

static const char *why_of(const dj_departure *d)
{
    if (d->anew)
        return d->anew;
    if (dj_is_one_apart(d))
        return d->fact->kind == DJ_DATE ? "day-apart" : "year-apart";
    if (d->fact->kind == DJ_TIME && dj_times_are_half_a_day_apart(&d->claim->value.time, &d->against->value.time))
        return "half-day";
    if (d->slip == DJ_SLIP_DIGIT || d->slip == DJ_SLIP_COARSE)
        return "digit";
    if (d->slip == DJ_SLIP_SWAP)
        return "swap";
    if (d->slip == DJ_SLIP_EXTRA)
        return "extra";
    if (d->slip == DJ_SLIP_UNIT)
        return "unit";
    if (d->of_one_text)
        return "copy";
    return d->other->n_voices > 1 ? "majority" : "alone";
}

/* another story of the source, with words that are told alike */
static bool is_said_before(dj_checking *k, const departures *list, size_t i)
{
    const dj_mention *claim = list->at[i].claim;
    for (size_t j = 0; j < i; j++)
        for (int side = 0; side < 2; side++) {
            const dj_mention *told = side ? list->at[j].against : list->at[j].claim;
            if (dj_slice_eq(dj_source_of(told), dj_source_of(claim)) && dj_slice_eq(dj_told(k, told), dj_told(k, claim)))
                return true;
        }
    return false;
}

/* "fact: source a, other b", then ", source c" for every further departure */
static void tell(dj_checking *k, dj_finding *finding, const departures *list)
{
    const dj_departure *d = &list->at[0];
    char n[24];
    snprintf(n, sizeof n, "%zu", dj_departs_from(d));
    dj_arg args[] = {{"fact", d->fact->label},
                     {"a", dj_told(k, d->claim)},
                     {"b", dj_told(k, d->against)},
                     {"source", dj_source_beside(k, d->claim, d->against)},
                     {"other", dj_source_beside(k, d->against, d->claim)},
                     {"n", dj_slice_of(n)}};
    dj_finding_tell(k, finding, "conflict", why_of(d), args, sizeof args / sizeof args[0]);
    for (size_t i = 1; i < list->n; i++) {
        if (is_said_before(k, list, i))
            continue;
        dj_arg more[] = {{"message", finding->message},
                         {"a", dj_told(k, list->at[i].claim)},
                         {"source", dj_source_beside(k, list->at[i].claim, d->against)}};
        finding->message = dj_checking_say(k, "conflict-more", more, sizeof more / sizeof more[0]);
    }
    if (!d->of_one_text)
        dj_finding_tell_copies(k, finding, d->odd->n_copies + d->other->n_copies);
}

typedef DJ_VEC(const dj_mention *) claims;

static bool is_among(const claims *list, const dj_mention *claim)
{
    for (size_t i = 0; i < list->n; i++)
        if (list->at[i] == claim)
            return true;
    return false;
}

/* `first`, then a claim of each further story that holds the version, `most` in all */
static void add_claims(dj_checking *k, const dj_version *version, const dj_mention *first, size_t most, claims *out)
{
    if (is_among(out, first))
        return;
    size_t from = out->n;
    *DJ_PUSH(k->arena, out) = first;
    for (size_t c = 0; c < version->claims.n && out->n - from < most; c++) {
        const dj_mention *m = version->claims.at[c];
        if (m->in != first->in && m->in != out->at[out->n - 1]->in && !is_among(out, m))
            *DJ_PUSH(k->arena, out) = m;
    }
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

bool dj_is_conflict_told(const dj_checking *k, const dj_mention *a, const dj_mention *b)
{
    for (size_t i = 0; i < k->findings->list.n; i++)
        if (k->findings->list.at[i]->check == k->info && tells(k->findings->list.at[i], a, b))
            return true;
    return false;
}

static dj_severity severity_of(const dj_checking *k, const dj_departure *d)
{
    if (d->anew || d->strength < dj_threshold(k, "loud", 0.5))
        return DJ_NOTE;
    if (dj_states_both(d) || dj_is_told_roughly(d) || dj_are_both_converted(d))
        return DJ_NOTE;
    return dj_departs_from(d) > 1 && d->slip != DJ_SLIP_NONE ? DJ_ERROR : k->info->severity;
}

/* the surest first, which is not later than the others among equals */
static void bring_surest_forward(departures *list)
{
    for (size_t i = list->n; i-- > 1;)
        if (list->at[i].strength > list->at[i - 1].strength) {
            dj_departure surer = list->at[i];
            list->at[i] = list->at[i - 1];
            list->at[i - 1] = surer;
        }
}

static void find(dj_checking *k, departures *list, dj_severity severity)
{
    if (list->n == 0)
        return;
    bring_surest_forward(list);
    claims shown = {0};
    for (size_t i = 0; i < list->n; i++)
        add_claims(k, list->at[i].odd, list->at[i].claim, ODD_CLAIMS, &shown);
    for (size_t i = 0; i < list->n; i++)
        add_claims(k, list->at[i].other, list->at[i].against, WITNESSES, &shown);
    tell(k, dj_finding_new(k, severity, shown.at, shown.n), list);
}

/* conversions are held against rates and each other elsewhere */
static bool is_for_conversions(const dj_departure *d)
{
    return (d->claim->of || d->against->of) && (d->slip == DJ_SLIP_NONE || (d->claim->of && d->against->of));
}

static bool is_in_another_place(const dj_checking *k, const dj_departure *d)
{
    dj_row a = dj_row_of(d->claim, k->set->stems), b = dj_row_of(d->against, k->set->stems);
    return dj_rows_stand_apart(&a, &b);
}

/* two versions of one value that nothing joined */
static bool departs_alike(const departures *list, const dj_departure *d)
{
    for (size_t i = 0; i < list->n; i++)
        if (dj_value_compare(&list->at[i].claim->value, &d->claim->value) == DJ_SAME)
            return true;
    return false;
}

static void each_departure(dj_checking *k, const dj_fact *fact, bool of_units, dj_is_meant *is_meant)
{
    departures loud = {0}, quiet = {0};
    dj_severity loudest = DJ_NOTE;
    const dj_version *majority = dj_majority_of(fact);
    for (size_t v = 0; v < fact->versions.n; v++) {
        dj_departure d;
        if (!dj_departure_of(fact, &fact->versions.at[v], majority, k->options->scratch, &d) || is_for_conversions(&d) ||
            (d.slip == DJ_SLIP_UNIT) != of_units || (is_meant && !is_meant(k, &d)))
            continue;
        if (d.strength < dj_threshold(k, "note", 0.3) || dj_is_conflict_told(k, d.claim, d.against) || is_in_another_place(k, &d))
            continue; /* told: a claim may be linked into two facts */
        d.anew = why_anew(k, &d);
        dj_severity severity = severity_of(k, &d);
        departures *list = severity > DJ_NOTE ? &loud : &quiet;
        if (departs_alike(list, &d))
            continue;
        *DJ_PUSH(k->arena, list) = d;
        loudest = severity > loudest ? severity : loudest;
    }
    find(k, &loud, loudest);
    find(k, &quiet, DJ_NOTE);
}

void dj_find_conflicts_of(dj_checking *k, dj_kind kind, dj_is_meant *is_meant)
{
    for (size_t i = 0; i < k->set->facts.n; i++)
        if (k->set->facts.at[i]->kind == kind)
            each_departure(k, k->set->facts.at[i], false, is_meant);
}

void dj_find_conflicts(dj_checking *k, dj_kind kind)
{
    dj_find_conflicts_of(k, kind, NULL);
}

void dj_find_unit_slips(dj_checking *k)
{
    for (size_t i = 0; i < k->set->facts.n; i++)
        each_departure(k, k->set->facts.at[i], true, NULL);
}
