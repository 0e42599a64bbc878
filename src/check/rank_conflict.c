/* Sources that give one thing different places in an order. Most ordinals name a thing (2차 회담, 아폴로 11호) and are no
 * statement about it; those that are one are ranks, which are held against each other by their holders, and places told as
 * news (이번이 네 번째다), anniversaries and the like, of which facts are made. In copies of one text any other ordinal is a slip. */
#include "check/conflict.h"
#include "check/opposed.h"
#include "check/ranking.h"

enum { BEFORE = 4 /* words that tell of what a place is */ };

static bool meet(const void *context, size_t i, size_t j)
{
    const dj_ranking *places = context;
    return dj_rankings_meet(&places[i], &places[j]);
}

static dj_opposition describe(dj_checking *k, const void *context, size_t odd, size_t usual, size_t witnesses)
{
    const dj_ranking *places = context;
    dj_arg holder[] = {{"holder", places[usual].holder}};
    (void)odd;
    return (dj_opposition){dj_checking_say(k, "rank-conflict.fact", holder, 1), witnesses > 1 ? "majority" : "alone", witnesses > 1};
}

static void find_ranks(dj_checking *k)
{
    dj_ranking *places = dj_alloc(k->arena, (DJ_FLOOD_OPPOSED + 1) * sizeof *places);
    dj_opposed opposed = {.context = places, .meet = meet, .describe = describe};
    for (size_t t = 0; t < k->set->texts.n; t++) {
        const dj_text *text = k->set->texts.at[t];
        for (size_t i = 0; i < text->mentions.n && opposed.n < DJ_FLOOD_OPPOSED; i++)
            if (dj_ranking_of(k, i, text, &places[opposed.n])) {
                opposed.claim[opposed.n] = places[opposed.n].claim;
                opposed.n++;
            }
    }
    dj_opposed_find(k, &opposed);
}

/* 이번이 네 번째다 */
static bool is_told_as_news(const dj_checking *k, const dj_mention *m)
{
    const dj_regex *before = dj_pack_pattern(m->in->pack, "place_told_of"), *behind = dj_pack_pattern(m->in->pack, "place_told");
    dj_slice text = m->in->story->fields[m->field].text;
    return before && behind && dj_regex_find(before, k->options->scratch, dj_slice_sub(text, 0, m->start), dj_words_before(m, BEFORE), false) == DJ_MATCH &&
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
    find_ranks(k);
    dj_find_conflicts_of(k, DJ_ORDINAL, is_of_places);
}
