/* The same words in different mouths. Only speakers that the set knows as people count: an anonymous source (검찰
 * 관계자) may well be the one another story names. */
#include "check/quoted.h"

#include "base/hangul.h"
#include "check/unnamed.h"

enum { NEAR = 400 }; /* bytes between a quotation and the name of its speaker */

/* "손정의" and "손정의 회장", "올트먼" and "샘 올트먼" are one speaker */
static bool same_speaker(dj_checking *k, dj_slice a, dj_slice b)
{
    dj_slice x = dj_slice_unspaced(k->arena, a), y = dj_slice_unspaced(k->arena, b);
    return dj_slice_find(x, y, 0) < x.n || dj_slice_find(y, x, 0) < y.n || dj_jamo_distance(x, y) <= 2;
}

/* a surname with a title (황 대표) names nobody in full */
static bool is_full(dj_slice speaker)
{
    return dj_utf8_count(dj_first_word(speaker)) >= 2;
}

typedef struct standing {
    bool is_person; /* the set gives the speaker a role */
    bool speaks_for_another; /* a spokesman, a lawyer: the words may be the principal's */
} standing;

typedef struct people {
    dj_names *names; /* canonical names that have a role somewhere */
    DJ_VEC(standing) list; /* by name */
} people;

static void meet(dj_checking *k, people *all, const dj_mention *m)
{
    const dj_lexicon *agents = dj_pack_lexicon(m->in->pack, "speaks_for_another");
    uint32_t id = dj_intern(all->names, m->value.name.canonical);
    standing *s = id > all->list.n ? DJ_PUSH(k->arena, &all->list) : &all->list.at[id - 1];
    s->is_person = is_full(m->value.name.canonical);
    s->speaks_for_another = s->speaks_for_another || dj_lexicon_ends(agents, m->value.name.role);
}

static people meet_all(dj_checking *k)
{
    people all = {.names = dj_names_new(k->arena)};
    for (size_t t = 0; t < k->set->texts.n; t++)
        for (size_t i = 0; i < k->set->texts.at[t]->mentions.n; i++) {
            const dj_mention *m = k->set->texts.at[t]->mentions.at[i];
            if (m->kind == DJ_NAME && m->value.name.role.n)
                meet(k, &all, m);
        }
    return all;
}

static standing standing_of(const people *all, dj_slice speaker)
{
    uint32_t id = dj_names_find(all->names, speaker);
    return id ? all->list.at[id - 1] : (standing){false, false};
}

static dj_comparison compare(dj_checking *k, const dj_quote_pair *pair, const void *context)
{
    dj_slice a = pair->a->value.quote.speaker, b = pair->b->value.quote.speaker;
    double shorter = pair->n_a < pair->n_b ? pair->n_a : pair->n_b;
    if (!a.n || !b.n || pair->common < dj_threshold(k, "cover", 0.65) * shorter ||
        pair->likeness < dj_threshold(k, "likeness", 0.65) || pair->common < (uint32_t)dj_threshold(k, "words", 5))
        return DJ_NOT_COMPARED;
    standing x = standing_of(context, a), y = standing_of(context, b);
    if (!x.is_person || !y.is_person || x.speaks_for_another != y.speaks_for_another)
        return DJ_NOT_COMPARED;
    return same_speaker(k, a, b) ? DJ_ALIKE : DJ_UNLIKE;
}

/* Two people may say the like; two outlets and more do not hear the same person by chance. */
static bool is_sure(dj_checking *k, const dj_dissent *d)
{
    for (size_t i = 0; i < d->n_pairs; i++)
        if (d->n_agreeing >= 2 || d->pairs[i]->likeness >= dj_threshold(k, "alone", 0.9))
            return true;
    return false;
}

/* where the story names the speaker of a quotation: the nearest mention of that name; NULL where it stands far off */
static const dj_mention *speaker_of(const dj_mention *quote)
{
    const dj_mention *best = NULL;
    uint32_t least = NEAR;
    for (size_t i = 0; i < quote->in->mentions.n; i++) {
        const dj_mention *m = quote->in->mentions.at[i];
        if (m->kind != DJ_NAME || m->field != quote->field || !dj_slice_eq(m->value.name.canonical, quote->value.quote.speaker))
            continue;
        uint32_t apart = m->end <= quote->start ? quote->start - m->end : m->start >= quote->end ? m->start - quote->end : NEAR;
        if (apart < least) {
            least = apart;
            best = m;
        }
    }
    return best;
}

static void tell(dj_checking *k, const dj_dissent *d)
{
    const dj_mention *claims[2 + 2 * DJ_WITNESSES], *named = speaker_of(d->odd), *other = dj_other_side(d->pairs[0], d->odd);
    size_t n = 0;
    if (named)
        claims[n++] = named;
    claims[n++] = d->odd;
    for (size_t p = 0; p < d->n_pairs; p++)
        claims[n++] = dj_other_side(d->pairs[p], d->odd);
    if ((named = speaker_of(other)) != NULL)
        claims[n++] = named;
    dj_arg args[] = {{"a", d->odd->value.quote.speaker},
                     {"b", other->value.quote.speaker},
                     {"source", dj_source_beside(k, d->odd, other)},
                     {"other", dj_source_beside(k, other, d->odd)}};
    dj_finding_tell(k, dj_finding_new(k, k->info->severity, claims, n), NULL, "why", args, sizeof args / sizeof args[0]);
}

void dj_check_quote_attribution(dj_checking *k)
{
    dj_dissents all = {0};
    people known = meet_all(k);
    dj_dissents_find(k, compare, &known, &all);
    for (size_t i = 0; i < all.list.n; i++)
        if (is_sure(k, &all.list.at[i]))
            tell(k, &all.list.at[i]);
    dj_find_unnamed(k);
}
