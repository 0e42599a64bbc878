/* The role of a name that is read: 전 강원랜드 + 사장. The organisation stands between the name and the title, or before the name. */
#include "extract/name_reading.h"

static void add_words(const dj_name_reading *r, dj_buf *role, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        const dj_name_word *w = dj_word_of(r, i);
        if (w->depth > dj_word_of(r, r->title)->depth)
            continue;
        if (role->n)
            dj_buf_byte(role, ' ');
        bool is_of = w->core_end < w->end && w->particle == DJ_PARTICLE_OTHER && dj_is_closed(r, i);
        dj_buf_add(role, dj_slice_sub(r->words->text, w->start, is_of ? w->core_end : w->end));
    }
}

static dj_slice keep(const dj_name_reading *r, dj_buf *text)
{
    const dj_name_word *t = dj_word_of(r, r->title);
    if (text->n)
        dj_buf_byte(text, ' ');
    if (t->start < r->title_from && r->out->word < r->title)
        dj_buf_add(text, dj_slice_sub(r->words->text, t->start, r->title_from));
    dj_buf_add(text, r->canonical);
    dj_slice kept = dj_slice_copy(r->words->arena, dj_buf_slice(text));
    dj_buf_free(text);
    return kept;
}

void dj_name_set_role(dj_name_reading *r)
{
    dj_buf role = dj_buf_new(300), styled = dj_buf_new(300);
    size_t name = r->out->word, first = dj_name_word_at(r->words, r->out->start), middle = name + 1;
    while (middle < r->title && (dj_is_modifier(r, middle) || dj_word_of(r, middle)->depth > dj_word_of(r, r->title)->depth))
        middle++;
    size_t organisation = dj_word_before(r, first);
    bool is_full = r->out->form != DJ_NAME_SURNAME && r->out->form != DJ_NAME_SHARED_SURNAME;
    if (is_full && middle >= r->title && organisation != SIZE_MAX && organisation + 1 == first)
        add_words(r, &role, dj_organisation_from(r, organisation), first);
    add_words(r, &role, name + 1, r->title);
    if (middle >= r->title)
        add_words(r, &styled, name + 1, r->title);
    r->out->role = keep(r, &role);
    r->out->styled = keep(r, &styled);
    r->out->title = r->canonical;
    r->out->title_at = r->title_from;
    for (size_t i = name + 1; i < r->title; i++) {
        dj_slice kind;
        if (!dj_is_modifier(r, i) || !dj_lexicon_find(r->words->words.modifier, dj_name_word_text(r->words, i), &kind))
            continue;
        r->out->is_new = r->out->is_new || dj_slice_is(kind, "new");
        r->out->is_former = r->out->is_former || dj_slice_is(kind, "former");
    }
}
