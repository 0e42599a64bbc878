/* Terms after tf-idf of Salton & Buckley (1988). How rare a stem is comes from the batch and from the language: a batch of
 * one event says nothing of rarity by itself, so it is counted as if it stood among `background` more stories. */
#include <math.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "engine/event_parts.h"
#include "rule/frequency.h"

double dj_event_setting(const dj_events *events, const char *key, dj_dec fallback)
{
    return dj_dec_double(dj_setting(events->settings, "grouping", key, fallback));
}

double dj_event_dot(const dj_event_terms *a, const dj_event_terms *b)
{
    double dot = 0;
    for (size_t i = 0, j = 0; i < a->n && j < b->n;) {
        const dj_event_term *x = &a->at[i], *y = &b->at[j];
        if (x->stem == y->stem)
            dot += (double)x->weight * y->weight;
        i += x->stem <= y->stem;
        j += y->stem <= x->stem;
    }
    return dot;
}

double dj_event_nearness(const dj_events *events, dj_day a, dj_day b)
{
    if (a == DJ_NO_DAY || b == DJ_NO_DAY)
        return 1;
    double apart = fabs((double)a - b);
    return apart >= events->days ? 0 : 1 - apart / events->days;
}

typedef struct bag { /* the stems of one story, as often as they stand there */
    DJ_VEC(dj_event_term) terms;
} bag;

/* figures of several digits stand for themselves: two stories seldom share one by chance */
static uint32_t stem_of(dj_events *events, dj_slice text, const dj_word *word)
{
    bool is_figure = text.at[word->start] >= '0' && text.at[word->start] <= '9' && word->end - word->start >= 2;
    if (word->stem || !is_figure)
        return word->stem;
    return dj_intern(events->stems, dj_slice_sub(text, word->start, word->end));
}

dj_story dj_event_lead(const dj_events *events, const dj_story *story)
{
    dj_story lead = *story;
    for (int f = 0; f < DJ_FIELDS; f++) {
        dj_slice *text = &lead.fields[f].text;
        if (text->n > events->lead)
            *text = dj_slice_sub(*text, 0, dj_utf8_floor(*text, events->lead));
    }
    return lead;
}

static void add_field(dj_events *events, dj_arena *arena, const dj_story *story, dj_field_name field, float weight, bag *out)
{
    dj_segmented part = {0};
    dj_segment(arena, story, field, events->pack, events->stems, events->scratch, &part);
    for (size_t s = 0; s < part.sentences.n; s++) {
        const dj_sentence *sentence = &part.sentences.at[s];
        bool counts = sentence->zone == DJ_ZONE_BODY || sentence->zone == DJ_ZONE_HEADLINE;
        for (uint32_t w = 0; counts && w < sentence->n_words; w++) {
            uint32_t stem = stem_of(events, story->fields[field].text, &part.words.at[sentence->first_word + w]);
            if (stem)
                *DJ_PUSH(arena, &out->terms) = (dj_event_term){stem, weight};
        }
    }
}

static int by_stem(const void *a, const void *b)
{
    const dj_event_term *x = a, *y = b;
    return (x->stem > y->stem) - (x->stem < y->stem);
}

/* one term a stem, its weights added up */
static dj_event_terms fold(dj_arena *arena, bag *all)
{
    dj_event_terms out = {dj_alloc(arena, (all->terms.n + 1) * sizeof *out.at), 0};
    if (all->terms.n)
        qsort(all->terms.at, all->terms.n, sizeof *all->terms.at, by_stem);
    for (size_t i = 0; i < all->terms.n; i++) {
        if (out.n && out.at[out.n - 1].stem == all->terms.at[i].stem)
            out.at[out.n - 1].weight += all->terms.at[i].weight;
        else
            out.at[out.n++] = all->terms.at[i];
    }
    return out;
}

static void read_story(dj_events *events, dj_arena *scrap, size_t i)
{
    dj_story lead = dj_event_lead(events, events->stories[i]);
    bag all = {0};
    add_field(events, scrap, &lead, DJ_FIELD_TITLE, (float)dj_event_setting(events, "title", dj_dec_int(1)), &all);
    add_field(events, scrap, &lead, DJ_FIELD_TEXT, 1, &all);
    events->terms[i] = fold(events->arena, &all);
}

static void weigh(dj_events *events)
{
    size_t n_stems = dj_names_count(events->stems);
    double *rarity = dj_alloc(events->arena, (n_stems + 1) * sizeof *rarity);
    double stories = (double)events->n + dj_event_setting(events, "background", dj_dec_int(1000));
    for (size_t i = 0; i < events->n; i++)
        for (size_t t = 0; t < events->terms[i].n; t++)
            rarity[events->terms[i].at[t].stem]++;
    for (uint32_t stem = 1; stem <= n_stems; stem++)
        rarity[stem] = log(1 + stories / (1 + rarity[stem])) * dj_rarity(events->pack->frequencies, dj_name(events->stems, stem));
    for (size_t i = 0; i < events->n; i++) {
        double squares = 0;
        for (size_t t = 0; t < events->terms[i].n; t++) {
            dj_event_term *term = &events->terms[i].at[t];
            term->weight = (float)(log(1 + term->weight) * rarity[term->stem]);
            squares += (double)term->weight * term->weight;
        }
        for (size_t t = 0; t < events->terms[i].n && squares > 0; t++)
            events->terms[i].at[t].weight /= (float)sqrt(squares);
    }
}

void dj_event_terms_make(dj_events *events)
{
    dj_arena *scrap = dj_arena_new();
    events->terms = dj_alloc(events->arena, (events->n + 1) * sizeof *events->terms);
    for (size_t i = 0; i < events->n; i++) {
        read_story(events, scrap, i);
        dj_arena_reset(scrap);
    }
    dj_arena_free(scrap);
    weigh(events);
}
