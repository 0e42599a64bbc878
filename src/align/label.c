/* See label.h. What the claims share comes first, then what is rare in the language and near the figure; what is rare in
 * the set says nothing here, since the subject of all stories is what a label should name. */
#include "align/label.h"

#include <stdlib.h>

#include "base/utf8.h"

enum {
    WORDS = 3,
    CLAIMS = 8,
    NEAR = 24, /* bytes at which a word's weight has halved: three words */
    SIDE = 100 /* words looked at on each side, lest a sentence of thousands cost their square */
};

typedef struct candidate {
    const dj_word *word;
    double weight;
} candidate;

static bool stands_in(const dj_context *context, uint32_t stem)
{
    for (size_t i = 0; i < context->n_terms; i++)
        if (context->terms[i].key == stem)
            return true;
    return false;
}

static int heavier(const void *a, const void *b)
{
    const candidate *x = a, *y = b;
    if (x->weight != y->weight)
        return x->weight < y->weight ? 1 : -1;
    return (x->word > y->word) - (x->word < y->word);
}

static int earlier(const void *a, const void *b)
{
    const candidate *x = a, *y = b;
    return (x->word > y->word) - (x->word < y->word);
}

/* 원보다 of 5400억 원보다: a word that is part of some figure; mentions stand in order, and few in each other */
static bool is_of_figure(const dj_text *text, dj_field_name field, const dj_word *word)
{
    enum { BACK = 4 };
    size_t end = dj_mention_from(text, field, word->end);
    for (size_t i = end; i > 0 && i + BACK > end; i--) {
        const dj_mention *m = text->mentions.at[i - 1];
        if (dj_kind_about(m->kind)->layer == DJ_LAYER_FIGURES && m->field == field && m->end > word->start)
            return true;
    }
    return false;
}

/* was, had: what stands behind every subject names nothing */
static bool is_auxiliary(const dj_mention *m, const dj_word *word)
{
    const dj_lexicon *verbs = dj_pack_lexicon(m->in->pack, "subject_verb");
    dj_slice value;
    return dj_lexicon_find(verbs, dj_slice_sub(dj_mention_field(m), word->start, word->end), &value) && dj_slice_is(value, "be");
}

static size_t collect(const dj_set *set, const dj_context *const *claims, size_t n, candidate out[2 * SIDE])
{
    const dj_mention *m = claims[0]->mention;
    const dj_segmented *part = &m->in->parts[m->field];
    const dj_sentence *sentence = &part->sentences.at[m->sentence];
    size_t found = 0;
    uint32_t at = dj_word_behind(part, sentence, m->start), from = at > SIDE ? at - SIDE : 0;
    for (uint32_t w = from; w < sentence->n_words && w < at + SIDE; w++) {
        const dj_word *word = &part->words.at[sentence->first_word + w];
        bool is_short = word->end - word->start < 4; /* one syllable says little */
        if (word->stem == 0 || is_short || is_of_figure(m->in, m->field, word) || is_auxiliary(m, word))
            continue;
        double shared = 0, distance = word->end <= m->start ? m->start - word->end : word->start - m->end;
        for (size_t c = 0; c < n && c < CLAIMS; c++)
            shared += stands_in(claims[c], word->stem);
        double weight = shared * shared * dj_stem_rarity(set, m->in->pack, word->stem) / (1 + distance / NEAR);
        for (size_t i = 0; i < found; i++)
            if (out[i].word->stem == word->stem)
                weight = 0;
        if (weight > 0)
            out[found++] = (candidate){word, weight};
    }
    return found;
}

/* the word as the story has it, a Korean one without its particle */
static dj_slice shown(const dj_set *set, const dj_mention *m, const dj_word *word)
{
    dj_slice written = dj_slice_sub(dj_mention_field(m), word->start, word->end);
    dj_slice stem = dj_name(set->stems, word->stem);
    size_t pos = 0;
    return dj_slice_starts(written, stem) && dj_is_hangul(dj_utf8_next(stem, &pos)) ? stem : written;
}

dj_slice dj_fact_label(dj_arena *arena, const dj_set *set, const dj_context *const *claims, size_t n)
{
    const dj_mention *m = claims[0]->mention;
    candidate words[2 * SIDE];
    size_t found = collect(set, claims, n, words);
    if (found)
        qsort(words, found, sizeof *words, heavier);
    size_t kept = found < WORDS ? found : WORDS;
    if (kept)
        qsort(words, kept, sizeof *words, earlier);
    dj_buf text = dj_buf_new(1024);
    for (size_t i = 0; i < kept; i++) {
        if (i)
            dj_buf_byte(&text, ' ');
        dj_buf_add(&text, shown(set, m, words[i].word));
    }
    dj_slice label = dj_slice_copy(arena, dj_buf_slice(&text));
    dj_buf_free(&text);
    return label;
}
