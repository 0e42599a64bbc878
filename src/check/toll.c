/* The figure stands in the title or in one of the first sentences, and it is a toll (toll_kind.h). Two are of one accident where
 * their sentences share a word that few stories have. Tolls grow, and stories of two days may both be right; and what is not a
 * slip of the other may be of another place. */
#include "check/toll.h"

#include "align/slip.h"
#include "check/opposed.h"
#include "check/recount.h"
#include "check/toll_kind.h"
#include "check/update.h"
#include "rule/frequency.h"

enum { LEAD = 2 /* sentences */, WORDS = 24, SURE = 3 /* witnesses */ };

#define LEAST_RARITY 0.5 /* of a word that two accidents do not share */

static const char *const messages[] = {
    [DJ_DEAD] = "count-conflict.dead", [DJ_HURT] = "count-conflict.hurt", [DJ_MISSING] = "count-conflict.missing"};

typedef struct toll {
    const dj_mention *claim;
    dj_toll_kind kind;
    uint32_t stems[WORDS]; /* of the sentence, rare ones */
    size_t n;
} toll;

static bool begins_with(const dj_mention *m)
{
    bool is_lead = m->field == DJ_FIELD_TITLE || m->sentence < LEAD;
    return is_lead && (m->zone == DJ_ZONE_BODY || m->zone == DJ_ZONE_HEADLINE);
}

static bool is_said_number(const dj_amount *a)
{
    return a->has_low && (a->bound == DJ_EXACT || a->bound == DJ_AT_LEAST);
}

static bool read_toll(dj_checking *k, const dj_text *text, size_t at, void *out)
{
    const dj_mention *m = text->mentions.at[at];
    toll *t = out;
    if (m->kind != DJ_QUANTITY || !m->value.is_known || !begins_with(m) || !is_said_number(&m->value.amount))
        return false;
    *t = (toll){.claim = m, .kind = dj_toll_of(m, k->options->scratch)};
    if (t->kind == DJ_NO_TOLL)
        return false;
    const dj_segmented *part = &m->in->parts[m->field];
    const dj_sentence *sentence = &part->sentences.at[m->sentence];
    for (uint32_t w = 0; w < sentence->n_words && t->n < WORDS; w++) {
        uint32_t stem = part->words.at[sentence->first_word + w].stem;
        if (stem && dj_rarity(text->pack->frequencies, dj_name(k->set->stems, stem)) >= LEAST_RARITY)
            t->stems[t->n++] = stem;
    }
    return true;
}

static bool share_a_word(const toll *a, const toll *b)
{
    for (size_t i = 0; i < a->n; i++)
        for (size_t j = 0; j < b->n; j++)
            if (a->stems[i] == b->stems[j])
                return true;
    return false;
}

static bool meet(const void *one, const void *other)
{
    const toll *a = one, *b = other;
    return a->kind == b->kind && dj_slice_eq(a->claim->value.amount.unit, b->claim->value.amount.unit) && share_a_word(a, b);
}

static dj_opposition describe(dj_checking *k, const void *odd, const void *usual, size_t witnesses)
{
    const toll *a = odd, *b = usual;
    bool is_of_one_day = a->claim->in->story->published == b->claim->in->story->published;
    bool is_slip = dj_amount_slip(&a->claim->value.amount, &b->claim->value.amount) != DJ_SLIP_NONE;
    bool is_recounted = dj_are_tolls_recounted(k->set, a->claim, b->claim, k->options->scratch) ||
                        dj_is_still_counted(a->claim, b->claim, k->options->scratch);
    dj_slice fact = dj_checking_say(k, messages[a->kind], NULL, 0);
    return (dj_opposition){fact, "toll", is_of_one_day && is_slip && witnesses >= SURE && !is_recounted};
}

void dj_find_tolls(dj_checking *k)
{
    static const dj_opposed tolls = {sizeof(toll), read_toll, meet, describe, true};
    dj_opposed_find(k, &tolls);
}
