/* A name is words that people wrote: the heaviest words of the event that stand in the title or the first words of its most
 * typical story, in their order there. */
#include <stdlib.h>

#include "base/utf8.h"
#include "engine/event_parts.h"

#define TITLE 1.5 /* a word of the title counts as so many */
enum { WORDS = 3, LOOKED_AT = 120 };

typedef struct word {
    const dj_word *word;
    dj_field_name field;
    double weight;
    size_t order; /* of sight: the title's first */
} word;

static double weight_of(const dj_event_terms *terms, uint32_t stem)
{
    size_t low = 0, high = terms->n;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (terms->at[middle].stem < stem)
            low = middle + 1;
        else
            high = middle;
    }
    return low < terms->n && terms->at[low].stem == stem ? terms->at[low].weight : 0;
}

static int heavier(const void *a, const void *b)
{
    const word *x = a, *y = b;
    if (x->weight != y->weight)
        return x->weight < y->weight ? 1 : -1;
    return (x->order > y->order) - (x->order < y->order);
}

static int earlier(const void *a, const void *b)
{
    const word *x = a, *y = b;
    return (x->order > y->order) - (x->order < y->order);
}

/* adds the words of a field that weigh something, each stem once */
static size_t collect(const dj_events *events, uint32_t event, const dj_segmented *part, dj_field_name field, word *out, size_t n)
{
    for (size_t w = 0; w < part->words.n && n < LOOKED_AT; w++) {
        const dj_word *at = &part->words.at[w];
        double weight = at->end - at->start > 3 ? weight_of(&events->events[event], at->stem) : 0; /* more than a syllable */
        for (size_t i = 0; i < n; i++)
            weight = out[i].word->stem == at->stem ? 0 : weight;
        if (weight > 0) /* titles name what they tell of */
            out[n] = (word){at, field, field == DJ_FIELD_TITLE ? TITLE * weight : weight, n};
        n += weight > 0;
    }
    return n;
}

/* as written, a Korean word without its particle */
static dj_slice shown(const dj_events *events, dj_slice text, const dj_word *at)
{
    dj_slice written = dj_slice_sub(text, at->start, at->end), stem = dj_name(events->stems, at->stem);
    size_t pos = 0;
    return dj_slice_starts(written, stem) && dj_is_hangul(dj_utf8_next(stem, &pos)) ? stem : written;
}

static dj_slice name_of(dj_events *events, uint32_t event, const dj_story *story)
{
    static const dj_field_name fields[] = {DJ_FIELD_TITLE, DJ_FIELD_TEXT};
    dj_story lead = dj_event_lead(events, story);
    dj_segmented parts[DJ_FIELDS] = {0};
    word words[LOOKED_AT];
    size_t n = 0;
    for (int i = 0; i < DJ_FIELDS; i++) {
        dj_segment(events->arena, &lead, fields[i], events->pack, events->stems, events->scratch, &parts[i]);
        n = collect(events, event, &parts[i], fields[i], words, n);
    }
    qsort(words, n, sizeof *words, heavier);
    n = n < WORDS ? n : WORDS;
    qsort(words, n, sizeof *words, earlier);
    dj_buf name = dj_buf_new(SIZE_MAX);
    for (size_t i = 0; i < n; i++) {
        if (i)
            dj_buf_byte(&name, ' ');
        dj_buf_add(&name, shown(events, lead.fields[words[i].field].text, words[i].word));
    }
    dj_slice out = n ? dj_slice_copy(events->arena, dj_buf_slice(&name)) : DJ_S("…");
    dj_buf_free(&name);
    return out;
}

void dj_event_names_make(dj_events *events, dj_slice *out)
{
    const dj_story **typical = dj_alloc(events->arena, (events->n_events + 1) * sizeof *typical);
    double *most = dj_alloc(events->arena, (events->n_events + 1) * sizeof *most);
    for (size_t i = 0; i < events->n; i++) {
        uint32_t event = events->event_of[i];
        double like = dj_event_dot(&events->terms[i], &events->events[event]);
        if (!typical[event] || like > most[event]) {
            typical[event] = events->stories[i];
            most[event] = like;
        }
    }
    for (uint32_t e = 0; e < events->n_events; e++)
        out[e] = name_of(events, e, typical[e]);
}
