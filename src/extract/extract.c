/* A story's mentions: figures, then names, then quotations, which need the names of both fields for their speakers; then
 * in the order in which a reader meets them. */
#include "extract/extract.h"

#include <stdlib.h>

#include "extract/readers.h"

/* title first, then by start, the longer first; kinds decide between mentions of one span */
static int by_place(const void *a, const void *b)
{
    const dj_mention *x = *(dj_mention *const *)a, *y = *(dj_mention *const *)b;
    if (x->field != y->field)
        return x->field == DJ_FIELD_TITLE ? -1 : 1;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    if (x->end != y->end)
        return x->end > y->end ? -1 : 1;
    return (x->kind > y->kind) - (x->kind < y->kind);
}

static void keep_strings(dj_arena *arena, dj_mention *m)
{
    dj_slot *slots = dj_alloc(arena, m->n_slots * sizeof *slots);
    for (size_t i = 0; i < m->n_slots; i++)
        slots[i] = m->slots[i];
    m->slots = slots;
    if (m->kind == DJ_QUOTE)
        m->value.quote.speaker = dj_slice_copy(arena, m->value.quote.speaker);
    if (m->kind != DJ_NAME)
        return; /* the other slices are the story's and the rules' */
    m->value.name.canonical = dj_slice_copy(arena, m->value.name.canonical);
    m->value.name.role = dj_slice_copy(arena, m->value.name.role);
    for (size_t i = 0; i < m->n_slots; i++)
        slots[i].text = dj_slice_copy(arena, slots[i].text);
}

/* What was read lives in the arena; what it was read with is given back. */
static void keep(dj_arena *arena, dj_text *text)
{
    size_t n = text->mentions.n;
    dj_mention *mentions = dj_alloc(arena, n * sizeof *mentions), **at = dj_alloc(arena, n * sizeof *at);
    for (size_t i = 0; i < n; i++) {
        mentions[i] = *text->mentions.at[i];
        keep_strings(arena, &mentions[i]);
        at[i] = &mentions[i];
    }
    text->mentions.at = at;
    text->mentions.cap = n;
}

void dj_extract(dj_arena *arena, dj_text *text, dj_scratch *scratch)
{
    dj_arena *work = dj_arena_new();
    dj_name_words words[DJ_FIELDS];
    for (dj_field_name field = 0; field < DJ_FIELDS; field++) {
        const dj_offsets *places = dj_pack_places(work, text->pack, scratch, text->story->fields[field].text);
        dj_extract_figures(work, text, field, places, scratch);
        dj_name_words_cut(work, text, field, &words[field]);
        dj_extract_names(work, text, &words[field], field, places, scratch);
    }
    for (dj_field_name field = 0; field < DJ_FIELDS; field++)
        dj_extract_quotes(work, text, &words[field], field, scratch);
    if (text->mentions.n)
        qsort(text->mentions.at, text->mentions.n, sizeof *text->mentions.at, by_place);
    keep(arena, text);
    dj_arena_free(work);
}
