/* Whom the places of a field mean. Persons are made of the full names; then every word that is one of those names again, or
 * the last word of a foreign one, becomes a place too, and a surname before a title (이 회장) is given to its person. */
#include "base/utf8.h"
#include "extract/name_place.h"
#include "extract/name_shape.h"

static bool has_space(dj_slice name)
{
    return dj_first_word(name).n < name.n;
}

/* 김모씨, A씨, A 총경 */
static dj_slice shown_name(const dj_name_finder *f, dj_slice name, dj_slice title)
{
    dj_buf text = dj_buf_new(200);
    dj_buf_add(&text, name);
    if (!dj_is_address(title) && title.n)
        dj_buf_byte(&text, ' ');
    dj_buf_add(&text, title);
    dj_slice shown = dj_slice_copy(f->arena, dj_buf_slice(&text));
    dj_buf_free(&text);
    return shown;
}

/* 도널드 트럼프 캠프: the full name of a word that stands before a title elsewhere, where a known first name stands before it */
static void find_full_names(dj_name_finder *f)
{
    dj_names *lone = dj_names_new(f->arena);
    const dj_rule *rule = NULL;
    for (size_t i = 0; i < f->places.n; i++)
        if (f->places.at[i].form == DJ_NAME_FOREIGN && !has_space(dj_name_place_text(f, &f->places.at[i]))) {
            dj_intern(lone, dj_name_place_text(f, &f->places.at[i]));
            rule = f->places.at[i].rule;
        }
    for (size_t i = 1; rule && i < f->words.list.n; i++) {
        const dj_name_word *first = &f->words.list.at[i - 1], *last = &f->words.list.at[i];
        uint32_t end = dj_names_find(lone, dj_name_word_text(&f->words, i)) ? last->end : last->core_end;
        if (last->gap == DJ_GAP_SPACE && last->start - first->end == 1 &&
            dj_names_find(lone, dj_slice_sub(f->words.text, last->start, end)) && dj_is_foreign_first(&f->words, i - 1))
            dj_person_add(&f->persons, dj_slice_sub(f->words.text, first->start, end), DJ_NONE, rule, first->start);
    }
}

static void make_person(dj_name_finder *f, dj_name_place *p)
{
    dj_slice name = dj_name_place_text(f, p);
    bool may_be_last = p->form == DJ_NAME_FOREIGN || (p->form == DJ_NAME_FULL && name.n == 6); /* 고노 외상 */
    if (!has_space(name) && may_be_last)
        p->person = dj_person_of_word(&f->persons, name);
    if (p->person != SIZE_MAX)
        name = f->persons.list.at[p->person].name;
    p->person = dj_person_add(&f->persons, name, p->title, p->rule, p->start);
    if (p->person == SIZE_MAX)
        return;
    dj_person_add(&f->persons, name, p->styled, p->rule, p->start);
    if (p->form == DJ_NAME_ANONYMOUS)
        f->persons.list.at[p->person].shown = shown_name(f, name, p->title);
}

static void make_persons(dj_name_finder *f, bool of_several_words)
{
    for (size_t i = 0; i < f->places.n; i++) {
        dj_name_place *p = &f->places.at[i];
        bool is_named = p->form == DJ_NAME_FULL || p->form == DJ_NAME_FOREIGN || p->form == DJ_NAME_ANONYMOUS;
        if (is_named && has_space(dj_name_place_text(f, p)) == of_several_words)
            make_person(f, p);
    }
}

/* names of several words first, so that a lone word finds its owner wherever it stands */
void dj_names_make_persons(dj_name_finder *f)
{
    for (size_t i = 0; i < f->text->mentions.n; i++) {
        const dj_mention *m = f->text->mentions.at[i];
        if (m->kind == DJ_NAME && m->rule && m->slots)
            dj_person_add(&f->persons, m->value.name.canonical, m->slots->text, m->rule, 0);
    }
    make_persons(f, true);
    find_full_names(f);
    make_persons(f, false);
}

/* what may follow a name in its word: a particle, a title, a word of address */
static bool is_tail(const dj_name_finder *f, dj_slice tail)
{
    return tail.n == 0 || dj_lexicon_has(f->words.words.particle, tail) || dj_lexicon_has(f->words.words.title, tail) ||
           dj_lexicon_has(dj_pack_lexicon(f->text->pack, "name_tail"), tail);
}

/* the person with whose name, or last word of it, the word begins; the longest */
static size_t person_in(const dj_name_finder *f, dj_slice word, size_t *length)
{
    size_t best = SIZE_MAX, most = word.n < f->persons.longest ? word.n : f->persons.longest;
    if (!dj_person_may_begin(&f->persons, word))
        return SIZE_MAX;
    for (size_t pos = 0; pos < most;) {
        dj_utf8_next(word, &pos);
        size_t person = dj_person_named(&f->persons, dj_slice_sub(word, 0, pos));
        if (person != SIZE_MAX && is_tail(f, dj_slice_sub(word, pos, word.n))) {
            best = person;
            *length = pos;
        }
    }
    return best;
}

/* the words before the last one of a foreign name, where they stand there */
static uint32_t name_start(const dj_name_finder *f, const dj_person *person, size_t word)
{
    uint32_t start = f->words.list.at[word].start;
    size_t before = person->name.n - person->last.n;
    if (before == 0 || start < before)
        return start;
    dj_slice text = dj_slice_sub(f->words.text, start - before, start);
    return dj_slice_eq(text, dj_slice_sub(person->name, 0, before)) ? start - (uint32_t)before : start;
}

/* 라이트하이저 대표: a title right behind a name that is known already */
static void read_title_behind(const dj_name_finder *f, size_t word, dj_name_place *p)
{
    dj_slice value;
    size_t next = word + 1;
    while (next < f->words.list.n && f->words.list.at[next].depth > f->words.list.at[word].depth)
        next++;
    if (next == f->words.list.n || f->words.list.at[next].gap != DJ_GAP_SPACE || p->end < f->words.list.at[word].end ||
        !f->words.words.title || !dj_lexicon_find(f->words.words.title, dj_name_word_core(&f->words, next), &value))
        return;
    p->role = p->title = p->styled = value;
    p->title_at = f->words.list.at[next].start;
}

void dj_names_find_again(dj_name_finder *f)
{
    size_t n_known = f->places.n, next = 0;
    for (size_t i = 0; i < f->words.list.n; i++) {
        const dj_name_word *w = &f->words.list.at[i];
        size_t length = 0, person = person_in(f, dj_name_word_text(&f->words, i), &length);
        if (person == SIZE_MAX)
            continue;
        uint32_t start = name_start(f, &f->persons.list.at[person], i), end = w->start + (uint32_t)length;
        while (next < n_known && f->places.at[next].end <= start)
            next++;
        if (next < n_known && f->places.at[next].start < end && f->places.at[next].form != DJ_NAME_NONE)
            continue;
        dj_name_place *p = dj_name_place_add(f, start, end, DJ_NAME_FULL, f->persons.list.at[person].rule);
        p->person = person;
        read_title_behind(f, i, p);
        if (length <= 3 && p->title.n == 0)
            f->places.n--; /* 바 장관 is somebody, 바 alone is not */
    }
}

void dj_names_resolve_surnames(dj_name_finder *f)
{
    for (size_t i = 0; i < f->places.n; i++) {
        dj_name_place *p = &f->places.at[i];
        if (p->form == DJ_NAME_SURNAME || p->form == DJ_NAME_SHARED_SURNAME)
            p->person = dj_person_of_surname(&f->persons, dj_name_place_text(f, p), p->title, p->styled, p->is_new);
        bool is_sure = p->form == DJ_NAME_SURNAME || (p->form == DJ_NAME_SHARED_SURNAME && p->is_former); /* 조 전 이사장 */
        if (is_sure && p->person == SIZE_MAX && !p->is_new && !dj_is_address(p->title))
            p->person = dj_person_alone(&f->persons, dj_name_place_text(f, p), dj_pack_lexicon(f->text->pack, "title_byline"),
                                        p->start);
        if (p->person != SIZE_MAX)
            f->persons.list.at[p->person].at = p->start;
    }
}
