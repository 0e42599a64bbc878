/* Sources that give one thing different places in an order. Most ordinals name a thing (2차 회담, 아폴로 11호) and are no
 * statement about it; those that are one are ranks, which are held against each other by their holders, and places told as
 * news (이번이 네 번째다), anniversaries and the like, of which facts are made. In copies of one text any other ordinal is a slip. */
#include <stdio.h>

#include "align/voice.h"
#include "check/conflict.h"
#include "check/ranking.h"

enum { MOST = 64 /* places of one set that are held against each other */, SHOWN = 8 };

typedef struct places {
    dj_tally tally;
    dj_ranking at[MOST];
    bool is_told[MOST];
    size_t n;
} places;

static void collect(dj_checking *k, places *all)
{
    for (size_t t = 0; t < k->set->texts.n; t++)
        for (size_t i = 0; i < k->set->texts.at[t]->mentions.n && all->n < MOST; i++)
            all->n += dj_ranking_of(k, i, k->set->texts.at[t], &all->at[all->n]);
}

static bool is_same_place(const dj_ranking *a, const dj_ranking *b)
{
    return dj_value_compare(&a->claim->value, &b->claim->value) <= DJ_COMPATIBLE;
}

/* who give the holder of `place` the place of `value` in its order */
static size_t voices_for(places *all, const dj_ranking *place, const dj_ranking *value)
{
    dj_tally_begin(&all->tally);
    for (size_t i = 0; i < all->n; i++)
        if (dj_rankings_meet(place, &all->at[i]) && is_same_place(value, &all->at[i]))
            dj_tally_add(&all->tally, all->at[i].claim);
    return dj_tally_voices(&all->tally);
}

static bool states(const places *all, const dj_text *in, const dj_ranking *place, const dj_ranking *value)
{
    for (size_t i = 0; i < all->n; i++)
        if (all->at[i].claim->in == in && dj_rankings_meet(place, &all->at[i]) && is_same_place(value, &all->at[i]))
            return true;
    return false;
}

/* one claim a story for the place of `value`, `first` first */
static size_t add_claims(places *all, size_t first, size_t other, const dj_mention **claims, size_t n)
{
    const dj_ranking *a = &all->at[first], *b = &all->at[other];
    size_t from = n;
    claims[n++] = a->claim;
    all->is_told[first] = true;
    for (size_t i = 0; i < all->n; i++) {
        bool is_another = is_same_place(a, &all->at[i]) && dj_rankings_meet(b, &all->at[i]);
        if (!is_another)
            continue;
        all->is_told[i] = true;
        if (n - from < SHOWN && all->at[i].claim->in != a->claim->in && all->at[i].claim->in != claims[n - 1]->in)
            claims[n++] = all->at[i].claim;
    }
    return n;
}

static void tell(dj_checking *k, places *all, size_t odd, size_t usual, size_t witnesses)
{
    const dj_mention *claims[2 * SHOWN];
    const dj_mention *a = all->at[odd].claim, *b = all->at[usual].claim;
    size_t n = add_claims(all, odd, usual, claims, 0);
    n = add_claims(all, usual, odd, claims, n);
    char stories[24];
    snprintf(stories, sizeof stories, "%zu", witnesses);
    dj_arg holder[] = {{"holder", all->at[usual].holder}};
    dj_arg args[] = {{"fact", dj_checking_say(k, "rank-conflict.fact", holder, 1)},
                     {"a", dj_told(k, a)},
                     {"b", dj_told(k, b)},
                     {"source", dj_source_beside(k, a, b)},
                     {"other", dj_source_beside(k, b, a)},
                     {"n", dj_slice_of(stories)}};
    dj_severity severity = witnesses > 1 ? k->info->severity : DJ_NOTE;
    dj_finding_tell(k, dj_finding_new(k, severity, claims, n), "conflict", witnesses > 1 ? "majority" : "alone", args, sizeof args / sizeof args[0]);
}

static void look_at(dj_checking *k, places *all, size_t i)
{
    const dj_ranking *odd = &all->at[i];
    for (size_t j = 0; j < all->n; j++) {
        const dj_ranking *usual = &all->at[j];
        if (all->is_told[i] || odd->claim->in == usual->claim->in || is_same_place(odd, usual) || !dj_rankings_meet(odd, usual))
            continue;
        size_t n = voices_for(all, usual, odd), witnesses = voices_for(all, odd, usual);
        bool is_outnumbered = n < witnesses || (n == witnesses && i < j);
        if (is_outnumbered && !states(all, odd->claim->in, odd, usual) && !states(all, usual->claim->in, usual, odd))
            tell(k, all, i, j, witnesses);
    }
}

/* 이번이 네 번째다 */
static bool is_told_as_news(const dj_checking *k, const dj_mention *m)
{
    const dj_regex *before = dj_pack_pattern(m->in->pack, "place_told_of"), *behind = dj_pack_pattern(m->in->pack, "place_told");
    const dj_sentence *sentence = &m->in->parts[m->field].sentences.at[m->sentence];
    dj_slice text = m->in->story->fields[m->field].text;
    return before && behind && dj_regex_find(before, k->options->scratch, dj_slice_sub(text, 0, m->start), sentence->start, false) == DJ_MATCH &&
           dj_regex_find(behind, k->options->scratch, text, m->end, true) == DJ_MATCH;
}

static bool is_statement(const dj_checking *k, const dj_mention *m)
{
    const dj_lexicon *units = dj_pack_lexicon(m->in->pack, "stated_ordinal");
    dj_slice value;
    return (units && dj_lexicon_find(units, m->value.amount.unit, &value)) || is_told_as_news(k, m);
}

/* a story of either side has a claim of the other: 2차 고발 and 3차 고발 are two things */
static bool has_both(const dj_departure *d)
{
    for (size_t i = 0; i < d->odd->claims.n; i++)
        for (size_t j = 0; j < d->other->claims.n; j++)
            if (d->odd->claims.at[i]->in == d->other->claims.at[j]->in)
                return true;
    return false;
}

static bool is_of_places(const dj_checking *k, const dj_departure *d)
{
    return (d->of_one_text && !has_both(d)) || (is_statement(k, d->claim) && is_statement(k, d->against));
}

void dj_check_rank_conflict(dj_checking *k)
{
    places *all = dj_alloc(k->arena, sizeof *all);
    all->tally = dj_tally_new(k->arena, k->set);
    collect(k, all);
    for (size_t i = 0; i < all->n; i++)
        look_at(k, all, i);
    dj_find_conflicts_of(k, DJ_ORDINAL, is_of_places);
}
