/* The name stands right behind the date and ends in a word for what happens once (the pack's pattern `happened`, group `event`).
 * Two are one where their words are, from the last one on as far as both go, and these are words that few stories have:
 * 추락 사고 there may be many.
 * The day of one is left to the facts, since it is told by the hour and the time zone. */
#include "check/happened.h"

#include "check/opposed.h"
#include "extract/beside.h"
#include "rule/frequency.h"

enum { WORDS = 3 };

#define LEAST_RARITY 0.7 /* of the words before the last, together */

typedef struct happened {
    const dj_mention *claim;
    uint32_t stems[WORDS]; /* the last one first; 0 for none */
    double rarity[WORDS];
} happened;

static bool event_behind(const dj_checking *k, const dj_mention *m, dj_span *span)
{
    const dj_regex *behind = dj_matches_behind(m, "happened", k->options->scratch);
    if (!behind)
        return false;
    *span = dj_group_named(behind, k->options->scratch, "event");
    return dj_span_set(*span);
}

static bool read_happened(dj_checking *k, const dj_text *text, size_t at, void *out)
{
    const dj_mention *m = text->mentions.at[at];
    happened *h = out;
    dj_span span;
    if (m->kind != DJ_DATE || !m->value.is_known || m->value.date.from == DJ_NO_DAY || m->zone == DJ_ZONE_TAIL ||
        !event_behind(k, m, &span))
        return false;
    *h = (happened){.claim = m};
    const dj_segmented *part = &text->parts[m->field];
    const dj_sentence *sentence = &part->sentences.at[m->sentence];
    uint32_t end = sentence->first_word + sentence->n_words, last = sentence->first_word;
    while (last < end && part->words.at[last].start < span.to)
        last++;
    for (size_t n = 0; n < WORDS && last > sentence->first_word + n && part->words.at[last - n - 1].start >= span.from; n++) {
        h->stems[n] = part->words.at[last - n - 1].stem;
        h->rarity[n] = dj_rarity(text->pack->frequencies, dj_name(k->set->stems, h->stems[n]));
    }
    return h->stems[1] != 0;
}

static bool meet(const void *one, const void *other)
{
    const happened *a = one, *b = other;
    double rarity = 0;
    size_t n = 0;
    for (; n < WORDS && a->stems[n] && a->stems[n] == b->stems[n]; n++)
        rarity += n ? a->rarity[n] : 0;
    bool are_two = n < WORDS && a->stems[n] && b->stems[n]; /* 별빛호 침몰 사고, 달빛호 침몰 사고 */
    return !are_two && rarity >= LEAST_RARITY &&
           dj_civil_of(a->claim->value.date.from).year != dj_civil_of(b->claim->value.date.from).year;
}

static dj_opposition describe(dj_checking *k, const void *odd, const void *usual, size_t witnesses)
{
    const happened *h = usual;
    dj_arg event[] = {{"what", dj_name(k->set->stems, h->stems[1])}, {"event", dj_name(k->set->stems, h->stems[0])}};
    (void)odd;
    return (dj_opposition){dj_checking_say(k, "date-conflict.happened", event, 2), witnesses > 1 ? "majority" : "alone", true};
}

void dj_find_happened(dj_checking *k)
{
    static const dj_opposed once = {sizeof(happened), read_happened, meet, describe, false};
    dj_opposed_find(k, &once);
}
