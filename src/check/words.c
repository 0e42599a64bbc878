/* See words.h. */
#include "check/words.h"

void dj_words_visit(const dj_text *text, dj_word_visit *visit, void *context)
{
    for (int field = 0; field < DJ_FIELDS; field++)
        for (uint32_t s = 0; s < text->parts[field].sentences.n; s++) {
            const dj_sentence *sentence = &text->parts[field].sentences.at[s];
            bool is_of_story = sentence->zone != DJ_ZONE_TAIL && sentence->zone != DJ_ZONE_BYLINE;
            for (uint32_t w = sentence->first_word; is_of_story && w < sentence->first_word + sentence->n_words; w++) {
                const dj_word *word = &text->parts[field].words.at[w];
                visit(context, &(dj_word_place){text, (dj_field_name)field, s, w, word->start, word->end});
            }
        }
}

const dj_word *dj_word_at(const dj_word_place *at)
{
    return &at->in->parts[at->field].words.at[at->word];
}

dj_mention *dj_claim_like(dj_arena *arena, const dj_mention *of)
{
    dj_mention *claim = dj_alloc(arena, sizeof *claim);
    *claim = *of;
    claim->is_made = true;
    claim->original = dj_mention_own(of);
    return claim;
}

dj_mention *dj_claim_of_bytes(dj_arena *arena, const dj_text *text, dj_field_name field, uint32_t start, uint32_t end)
{
    const dj_segmented *part = &text->parts[field];
    dj_mention *m = dj_alloc(arena, sizeof *m);
    m->is_made = true;
    m->in = text;
    m->field = field;
    m->start = m->core_start = start;
    m->end = m->core_end = end;
    m->sentence = (uint32_t)dj_sentence_at(part, start);
    m->zone = part->sentences.at[m->sentence].zone;
    m->kind = m->value.kind = DJ_NAME;
    m->value.is_known = true;
    m->value.name.canonical = dj_mention_text(m);
    return m;
}

dj_mention *dj_claim_of_word(dj_checking *k, const dj_word_place *at)
{
    return dj_claim_of_bytes(k->arena, at->in, at->field, at->start, at->end);
}
