/* Words are chosen once for each quotation, so that all who compare them count the same. */
#include "align/quotation.h"

#include "base/hangul.h"
#include "base/utf8.h"
#include "rule/frequency.h"

dj_slice dj_quotation_word(const dj_quotation *quotation, uint32_t i)
{
    const dj_word *w = &quotation->part->words.at[quotation->words[i]];
    return dj_slice_sub(dj_mention_field(quotation->mention), w->start, w->end);
}

static void choose_words(dj_arena *arena, dj_quotation *q)
{
    dj_slice text = dj_mention_field(q->mention);
    uint32_t *words = dj_alloc(arena, DJ_QUOTED_WORDS * sizeof *words), at = q->mention->start;
    int depth = 0;
    for (uint32_t i = (uint32_t)dj_word_from(q->part, q->mention->start); i < q->part->words.n && q->n < DJ_QUOTED_WORDS; i++) {
        const dj_word *w = &q->part->words.at[i];
        if (w->start >= q->mention->end)
            break;
        for (; at < w->start; at++)
            depth += (text.at[at] == '(') - (text.at[at] == ')');
        if (depth <= 0)
            words[q->n++] = i;
    }
    q->words = words;
}

static void number_words(dj_arena *arena, dj_names *stemless, uint32_t n_stems, dj_quotation *q)
{
    uint32_t *same = dj_alloc(arena, q->n * sizeof *same);
    for (uint32_t i = 0; i < q->n; i++) {
        dj_slice word = dj_quotation_word(q, i);
        uint32_t stem = q->part->words.at[q->words[i]].stem;
        same[i] = stem ? stem : n_stems + dj_intern(stemless, word);
        q->letters += (uint32_t)dj_utf8_count(word);
    }
    q->same = same;
}

uint32_t dj_quotations_collect(dj_arena *arena, const dj_set *set, dj_quotations *out)
{
    dj_names *stemless = dj_names_new(arena);
    uint32_t n_stems = dj_names_count(set->stems);
    for (uint32_t t = 0; t < set->texts.n; t++) {
        const dj_text *text = set->texts.at[t];
        for (size_t i = 0; i < text->mentions.n; i++) {
            const dj_mention *m = text->mentions.at[i];
            if (m->kind != DJ_QUOTE || m->zone == DJ_ZONE_TAIL)
                continue;
            dj_quotation q = {.mention = m, .part = &text->parts[m->field], .story = t};
            choose_words(arena, &q);
            if (q.n < 2)
                continue;
            number_words(arena, stemless, n_stems, &q);
            *DJ_PUSH(arena, out) = q;
        }
    }
    return n_stems + dj_names_count(stemless) + 1;
}

dj_slice dj_quotation_joined(dj_arena *arena, const dj_quotation *quotation, uint32_t from, uint32_t to)
{
    dj_buf text = dj_buf_new(4096);
    for (uint32_t i = from; i < to; i++)
        dj_buf_add(&text, dj_quotation_word(quotation, i));
    dj_slice s = dj_slice_copy(arena, dj_buf_slice(&text));
    dj_buf_free(&text);
    return s;
}

dj_wording dj_wording_of(const dj_set *set, const dj_settings *settings)
{
    dj_wording wording = {.stems = set->stems};
    if (set->texts.n) {
        wording.light = dj_pack_lexicon(set->texts.at[0]->pack, "light_root");
        wording.endings = dj_pack_lexicon(set->texts.at[0]->pack, "stem-ending");
    }
    wording.content = dj_dec_double(dj_setting(settings, "quotes", "content", dj_dec_make(18, -2)));
    return wording;
}

bool dj_has_content(const dj_wording *wording, const dj_quotation *quotation, uint32_t i)
{
    uint32_t stem = quotation->part->words.at[quotation->words[i]].stem;
    dj_slice text = dj_quotation_word(quotation, i), value;
    size_t length;
    if (dj_lexicon_prefix(wording->light, text, &length, &value))
        return false;
    return dj_utf8_count(text) >= 2 &&
           (stem == 0 || dj_rarity(quotation->mention->in->pack->frequencies, dj_name(wording->stems, stem)) >= wording->content);
}

/* one syllable with an ending, and it with another: stems keep two syllables and do not show it */
static bool is_same_syllable(const dj_wording *wording, dj_slice a, dj_slice b)
{
    size_t at = 0, bt = 0;
    dj_slice value;
    return wording->endings && dj_utf8_next(a, &at) == dj_utf8_next(b, &bt) &&
           dj_lexicon_find(wording->endings, dj_slice_sub(a, at, a.n), &value) &&
           dj_lexicon_find(wording->endings, dj_slice_sub(b, bt, b.n), &value);
}

bool dj_is_same_root(const dj_wording *wording, dj_slice a, dj_slice b)
{
    unsigned shorter, same = dj_same_sounds(a, b, &shorter);
    return same >= 4 || (same == shorter && same >= 2) || dj_jamo_distance(a, b) <= 2 || is_same_syllable(wording, a, b);
}

bool dj_is_short_for(dj_slice shorter, dj_slice longer)
{
    size_t met = dj_utf8_in_order(shorter, longer);
    return met >= 2 && met + 1 >= dj_utf8_count(shorter);
}
