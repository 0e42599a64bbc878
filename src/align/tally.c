/* See voice.h. What was counted is marked with the number of the round, so that a new count begins without clearing. */
#include "align/voice.h"

dj_tally dj_tally_new(dj_arena *arena, const dj_set *set)
{
    dj_tally tally = {.round = 0};
    tally.outlet_seen = dj_alloc(arena, (set->texts.n + 1) * sizeof *tally.outlet_seen);
    tally.text_seen = dj_alloc(arena, (set->n_copied + 1) * sizeof *tally.text_seen);
    return tally;
}

void dj_tally_begin(dj_tally *tally)
{
    tally->round++;
    tally->stories = tally->outlets = tally->texts = 0;
    tally->last = NULL;
}

static bool is_new(uint32_t *seen, uint32_t round)
{
    bool is_first = *seen != round;
    *seen = round;
    return is_first;
}

static uint32_t copied_by(const dj_mention *claim)
{
    return claim->field == DJ_FIELD_TEXT ? claim->in->copied[claim->sentence] : 0;
}

bool dj_is_one_text(const dj_mention *a, const dj_mention *b)
{
    return copied_by(a) != 0 && copied_by(a) == copied_by(b);
}

void dj_tally_add(dj_tally *tally, const dj_mention *claim)
{
    const dj_text *text = claim->in;
    if (text != tally->last) {
        tally->last = text;
        tally->last_is_own = true;
        tally->stories++;
        tally->texts++;
        tally->outlets += is_new(&tally->outlet_seen[text->outlet], tally->round);
    }
    uint32_t copied = copied_by(claim);
    if (copied == 0)
        return;
    if (tally->last_is_own) /* it was counted as a text of its own */
        tally->texts--;
    tally->last_is_own = false;
    tally->texts += is_new(&tally->text_seen[copied], tally->round);
}

size_t dj_tally_voices(const dj_tally *tally)
{
    return tally->outlets < tally->texts ? tally->outlets : tally->texts;
}

size_t dj_tally_copies(const dj_tally *tally)
{
    return tally->outlets - dj_tally_voices(tally);
}
