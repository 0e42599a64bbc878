/* A first visit to all words counts their forms; of those that are odd the stems beside them are noted, and a second visit looks
 * for frequent forms between the same stems, so that only words that may be each other's slip are kept to be compared. */
#include "check/word_forms.h"

#include "base/utf8.h"
#include "rule/frequency.h"

enum { SHORTEST = 3, LONGEST = 8, SHORTEST_PART = 2 /* syllables of a word, and of one that a space cut off */ };

size_t dj_form_syllables(dj_slice text)
{
    size_t n = 0;
    for (size_t pos = 0; pos < text.n; n++)
        if (!dj_is_hangul(dj_utf8_next(text, &pos)))
            return 0;
    return n <= LONGEST ? n : 0;
}

static uint32_t number_of(dj_forms *f, dj_slice text)
{
    uint32_t id = dj_intern_lasting(f->texts, text); /* of a story, or a stem */
    if (id > f->list.n)
        DJ_PUSH(f->arena, &f->list);
    return id;
}

static void count(dj_forms *f, uint32_t id, const dj_word_place *at, uint32_t end)
{
    dj_form *found = &f->list.at[id - 1];
    if (found->n++ == 0) {
        found->first = *at;
        found->first.end = end;
    }
    found->n_stories += found->last != at->in;
    found->last = at->in;
}

/* the word as written and, where that is another, its stem */
static void count_forms(void *context, const dj_word_place *at)
{
    enum { NO_FORM = UINT32_MAX };
    dj_forms *f = context;
    dj_forms_of_word *forms = DJ_PUSH(f->arena, &f->words);
    uint32_t number = dj_word_at(at)->stem, *known = &f->of_stem[number];
    dj_slice written = dj_slice_sub(at->in->story->fields[at->field].text, at->start, at->end),
             stem = dj_name(f->set->stems, number);
    if (dj_form_syllables(written) >= SHORTEST_PART)
        count(f, forms->written = number_of(f, written), at, at->end);
    if (!dj_slice_starts(written, stem) || stem.n == written.n)
        return;
    if (*known == 0)
        *known = dj_form_syllables(stem) >= SHORTEST_PART ? number_of(f, stem) : NO_FORM;
    if (*known != NO_FORM)
        count(f, forms->stem = *known, at, at->start + (uint32_t)stem.n);
}

bool dj_form_context(const dj_word_place *at, uint32_t id, uint32_t out[3])
{
    const dj_sentence *sentence = &at->in->parts[at->field].sentences.at[at->sentence];
    const dj_word *word = dj_word_at(at);
    out[0] = at->word > sentence->first_word ? word[-1].stem : 0;
    out[1] = id;
    out[2] = at->word + 1 < sentence->first_word + sentence->n_words ? word[1].stem : 0;
    return out[0] || out[2];
}

bool dj_form_is_odd(const dj_forms *f, uint32_t id)
{
    const dj_form *found = &f->list.at[id - 1];
    const dj_pack *pack = found->first.in->pack;
    return found->n == 1 && dj_stem_rarity(f->set, pack, dj_word_at(&found->first)->stem) >= 1 &&
           dj_rarity(pack->frequencies, dj_name(f->texts, id)) >= 1;
}

static void find_odd(dj_forms *f)
{
    uint32_t context[3];
    for (uint32_t id = 1; id <= f->list.n; id++)
        if (dj_name(f->texts, id).n >= 3 * SHORTEST && dj_form_context(&f->list.at[id - 1].first, 0, context) &&
            dj_form_is_odd(f, id)) {
            uint32_t number = dj_intern(f->asked, (dj_slice){(const char *)context, sizeof context});
            *DJ_PUSH(f->arena, &f->odd) = id;
            *DJ_PUSH(f->arena, &f->odd_context) = number;
            if (number > f->answered.n)
                *DJ_PUSH(f->arena, &f->answered) = false;
        }
}

static bool is_frequent(const dj_forms *f, uint32_t id)
{
    return id && f->list.at[id - 1].n_stories >= f->least && dj_name(f->texts, id).n >= 3 * SHORTEST;
}

static void know_form(dj_forms *f, uint32_t context[3], uint32_t id, const dj_word_place *at, uint32_t end)
{
    if (!is_frequent(f, id))
        return;
    context[1] = id;
    uint32_t number = dj_intern(f->contexts, (dj_slice){(const char *)context, 3 * sizeof *context});
    if (number > f->places.n) {
        dj_word_place *place = DJ_PUSH(f->arena, &f->places);
        *place = *at;
        place->end = end;
        f->list.at[id - 1].is_beside = true;
    }
}

/* frequent forms between stems between which a form is odd */
static void know_context(void *visited, const dj_word_place *at)
{
    dj_forms *f = visited;
    dj_forms_of_word forms = f->words.at[f->n_visited++];
    uint32_t context[3], number;
    if ((!is_frequent(f, forms.written) && !is_frequent(f, forms.stem)) || !dj_form_context(at, 0, context))
        return;
    number = dj_names_find(f->asked, (dj_slice){(const char *)context, sizeof context});
    if (!number)
        return;
    f->answered.at[number - 1] = true;
    know_form(f, context, forms.written, at, at->end);
    know_form(f, context, forms.stem, at, at->start + (uint32_t)dj_name(f->texts, forms.stem).n);
}

bool dj_form_is_usual_whole(const dj_forms *f, uint32_t id)
{
    return f->list.at[id - 1].n_stories > f->least && dj_name(f->texts, id).n >= 3 * DJ_FORM_LEAST_JOINED;
}

static void know_frequent(dj_forms *f)
{
    for (uint32_t id = 1; id <= f->list.n; id++)
        if (f->list.at[id - 1].is_beside || dj_form_is_usual_whole(f, id)) {
            *DJ_PUSH(f->arena, &f->frequent) = id;
            dj_near_add(f->near, dj_name(f->texts, id));
        }
}

void dj_forms_count(dj_arena *arena, const dj_set *set, size_t least, dj_forms *out)
{
    *out = (dj_forms){.arena = arena, .set = set, .least = least, .texts = dj_names_new(arena), .near = dj_near_new(arena, 1)};
    out->contexts = dj_names_new(arena);
    out->asked = dj_names_new(arena);
    out->of_stem = dj_alloc(arena, (dj_names_count(set->stems) + 1) * sizeof *out->of_stem);
    for (size_t t = 0; t < set->texts.n; t++)
        dj_words_visit(set->texts.at[t], count_forms, out);
    find_odd(out);
    for (size_t t = 0; t < set->texts.n; t++)
        dj_words_visit(set->texts.at[t], know_context, out);
    know_frequent(out);
}
