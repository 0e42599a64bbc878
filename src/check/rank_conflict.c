/* Sources that give one thing different places in an order. Most ordinals name a thing (2차 회담, 아폴로 11호) and are no
 * statement about it; those that are one are ranks, which are held against each other by their holders, and places told as
 * news (이번이 네 번째다), anniversaries and the like, of which facts are made. In copies of one text any other ordinal is a slip. */
#include "check/conflict.h"
#include "check/opposed.h"
#include "check/ranking.h"
#include "extract/beside.h"

enum { BEFORE = 4 /* words that tell of what a place is */ };

static bool read_rank(dj_checking *k, const dj_text *text, size_t at, void *out)
{
    return dj_ranking_of(k, at, text, out);
}

static bool meet(const void *a, const void *b)
{
    return dj_rankings_meet(a, b);
}

static dj_opposition describe(dj_checking *k, const void *odd, const void *usual, size_t witnesses)
{
    const dj_ranking *place = usual;
    dj_arg holder[] = {{"holder", place->holder}};
    (void)odd;
    return (dj_opposition){dj_checking_say(k, "rank-conflict.fact", holder, 1), witnesses > 1 ? "majority" : "alone",
                           witnesses > 1};
}

/* 이번이 네 번째다 */
static bool is_told_as_news(const dj_checking *k, const dj_mention *m)
{
    dj_scratch *scratch = k->options->scratch;
    return dj_matches_before(m, "place_told_of", BEFORE, scratch) && dj_matches_behind(m, "place_told", scratch);
}

static bool is_statement(const dj_checking *k, const dj_mention *m)
{
    const dj_lexicon *units = dj_pack_lexicon(m->in->pack, "stated_ordinal");
    return dj_lexicon_has(units, m->value.amount.unit) || is_told_as_news(k, m);
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
    static const dj_opposed ranks = {sizeof(dj_ranking), read_rank, meet, describe, false};
    dj_opposed_find(k, &ranks);
    dj_find_conflicts_of(k, DJ_ORDINAL, is_of_places);
}
