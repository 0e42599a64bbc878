/* Places where names are written, in the order of the field. Several rules may read one name, each with its title; which
 * reading stays is settled here, once all rules have run. */
#include "extract/name_place.h"

#include <stdlib.h>

dj_name_place *dj_name_place_add(dj_name_finder *f, uint32_t start, uint32_t end, dj_name_form form, const dj_rule *rule)
{
    dj_name_place *p = DJ_PUSH(f->arena, &f->places);
    *p = (dj_name_place){.start = start, .end = end, .form = form, .person = SIZE_MAX, .order = f->places.n, .rule = rule};
    return p;
}

dj_slice dj_name_place_text(const dj_name_finder *f, const dj_name_place *p)
{
    return dj_slice_sub(f->words.text, p->start, p->end);
}

/* earlier first, then persons before organisations, then the longer */
static int by_place(const void *a, const void *b)
{
    const dj_name_place *x = a, *y = b;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    if ((x->form == DJ_NAME_NONE) != (y->form == DJ_NAME_NONE))
        return x->form == DJ_NAME_NONE ? 1 : -1;
    if (x->end != y->end)
        return x->end > y->end ? -1 : 1;
    return (x->order > y->order) - (x->order < y->order);
}

static uint32_t pair_of(dj_name_finder *f, dj_names *pairs, const dj_name_place *p)
{
    dj_buf pair = dj_buf_new(400);
    dj_buf_add(&pair, dj_slice_sub(f->words.text, p->start, p->end));
    dj_buf_byte(&pair, 0);
    dj_buf_add(&pair, p->title);
    uint32_t id = dj_intern(pairs, dj_buf_slice(&pair));
    dj_buf_free(&pair);
    return id;
}

/* Of two titles behind one name (노영민 대통령 비서실장) the later is the person's, unless the story gives the first to that name
 * at another place as well. */
static void settle_titles(dj_name_finder *f)
{
    dj_names *pairs = dj_names_new(f->arena);
    DJ_VEC(uint32_t) seen = {0};
    for (size_t i = 0; i < f->places.n; i++) {
        uint32_t id = pair_of(f, pairs, &f->places.at[i]);
        while (seen.n <= id)
            *DJ_PUSH(f->arena, &seen) = 0;
        seen.at[id]++;
    }
    for (size_t i = 0; i + 1 < f->places.n; i++) {
        dj_name_place *first = &f->places.at[i], *second = &f->places.at[i + 1];
        if (first->start != second->start || first->end != second->end || first->form == DJ_NAME_NONE ||
            second->form == DJ_NAME_NONE)
            continue;
        bool keep_first = seen.at[pair_of(f, pairs, first)] > seen.at[pair_of(f, pairs, second)];
        dj_name_place kept = keep_first ? *first : *second, other = keep_first ? *second : *first;
        if (dj_slice_eq(kept.styled, kept.title))
            kept.styled = other.title; /* he is called by both */
        *first = *second = kept;
    }
}

void dj_name_places_sort(dj_name_finder *f)
{
    size_t kept = 0;
    if (f->places.n == 0)
        return;
    qsort(f->places.at, f->places.n, sizeof *f->places.at, by_place);
    settle_titles(f);
    for (size_t i = 0; i < f->places.n; i++)
        if (kept == 0 || f->places.at[i].start >= f->places.at[kept - 1].end)
            f->places.at[kept++] = f->places.at[i];
    f->places.n = kept;
}

/* the place of a person over a word */
dj_name_place *dj_name_place_over(dj_name_finder *f, size_t word)
{
    const dj_name_word *w = &f->words.list.at[word];
    size_t low = 0, high = f->places.n;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (f->places.at[middle].end <= w->start)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < f->places.n && f->places.at[low].start < w->end; low++)
        if (f->places.at[low].form != DJ_NAME_NONE)
            return &f->places.at[low];
    return NULL;
}
