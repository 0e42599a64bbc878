/* From a rule's match to a place that names somebody. A rule finds a title or a word of address, and the name beside it is
 * read leftwards (dj_name_read_left); or its pattern holds the name itself, and all that is asked is whether it may be one. */
#include "base/utf8.h"
#include "extract/name_place.h"
#include "extract/name_shape.h"

enum { LATER_TITLE = 6 /* words between a name and the last title of its phrase */ };

static dj_slice canonical_title(const dj_name_finder *f, dj_slice role)
{
    dj_slice value;
    return dj_lexicon_find(f->words.words.title, role, &value) ? value : role;
}

static uint32_t offset_of(const dj_name_finder *f, dj_slice part)
{
    return (uint32_t)(part.at - f->words.text.at);
}

static void read_title(dj_name_finder *f, const dj_rule *rule, dj_slice role)
{
    uint32_t from = offset_of(f, role), end = from + (uint32_t)role.n;
    dj_slice canonical = canonical_title(f, role);
    dj_name_found found;
    dj_name_read_left(&f->words, from, end, canonical, &found);
    if (found.form == DJ_NAME_NONE) {
        *DJ_PUSH(f->arena, &f->unread) = (dj_lone_title){from, end, canonical};
        return;
    }
    dj_name_place *p = dj_name_place_add(f, found.start, found.end, found.form, rule);
    p->role = found.role;
    p->title = found.title;
    p->styled = found.styled;
    p->title_at = found.title_at;
    p->is_new = found.is_new;
    p->is_former = found.is_former;
    for (size_t i = 0; i < found.others.n; i++) {
        const dj_name_word *w = &f->words.list.at[found.others.at[i]];
        p = dj_name_place_add(f, w->start, dj_name_word_end(&f->words, found.others.at[i]), DJ_NAME_FULL, rule);
        p->role = p->styled = found.styled;
        p->title = found.title;
    }
}

static void set_title(const dj_name_finder *f, dj_name_place *p, dj_slice role, bool is_title)
{
    p->role = p->title = p->styled = is_title ? canonical_title(f, role) : DJ_NONE;
    p->title_at = offset_of(f, role);
}

/* On Monday Mayor Ruth Ellison, where names are told by their capitals: without those before it that are none of its own */
static void read_capitals(dj_name_finder *f, const dj_rule *rule, dj_slice name, dj_slice role)
{
    dj_slice word = dj_first_word(name);
    while (word.n < name.n && (dj_lexicon_has(f->words.words.stop, word) || dj_lexicon_has(f->words.words.title, word))) {
        name = dj_slice_sub(name, word.n + 1, name.n);
        word = dj_first_word(name);
    }
    uint32_t from = offset_of(f, name);
    dj_name_form form = word.n < name.n ? DJ_NAME_FULL : DJ_NAME_FOREIGN;
    dj_name_place *p = dj_name_place_add(f, from, from + (uint32_t)name.n, form, rule);
    set_title(f, p, role, dj_lexicon_has(f->words.words.title, role));
}

/* 가수 정하늘, 김모(33)씨: what is no name by its look must stand in the story again */
static bool may_be_called(const dj_name_finder *f, size_t word, bool is_alias)
{
    bool recurs = f->words.forms.at[f->words.list.at[word].core] > 1;
    if (dj_is_stopped(&f->words, word))
        return false;
    return dj_is_full_name(&f->words, word, true) || dj_is_foreign_name(&f->words, word) ||
           (recurs && (is_alias || dj_is_full_name(&f->words, word, false)));
}

static void read_called(dj_name_finder *f, const dj_rule *rule, dj_slice name, dj_slice role)
{
    uint32_t from = offset_of(f, name), end = from + (uint32_t)name.n;
    size_t i = dj_name_word_at(&f->words, from);
    if (i == f->words.list.n || f->words.list.at[i].start != from)
        return;
    if (!f->words.words.surname) {
        read_capitals(f, rule, name, role);
        return;
    }
    bool is_calling = dj_lexicon_has(dj_pack_lexicon(f->text->pack, "calling"), role);
    bool is_anonymous = end < f->words.list.at[i].end || name.n <= 4 || dj_is_anonymous_name(&f->words, i);
    if (!is_anonymous && !may_be_called(f, i, !is_calling))
        return;
    if (!is_anonymous)
        end = dj_name_word_end(&f->words, i);
    dj_name_place *p = dj_name_place_add(f, from, end, is_anonymous ? DJ_NAME_ANONYMOUS : DJ_NAME_FULL, rule);
    bool is_address = !is_anonymous && dj_lexicon_has(dj_pack_lexicon(f->text->pack, "name_address"), role);
    set_title(f, p, role, is_calling || is_address || dj_lexicon_has(f->words.words.title, role));
}

static void read_organisation(dj_name_finder *f, const dj_rule *rule, dj_slice name)
{
    uint32_t from = offset_of(f, name);
    if (dj_lexicon_has(f->words.words.stop, name))
        return;
    if (dj_utf8_count(name) >= 3 || (unsigned char)name.at[0] < 0x80)
        dj_name_place_add(f, from, from + (uint32_t)name.n, DJ_NAME_NONE, rule);
}

void dj_name_match(dj_name_finder *f, const dj_rule *rule, dj_slice name, dj_slice role)
{
    if (name.n && role.n)
        read_called(f, rule, name, role);
    else if (name.n)
        read_organisation(f, rule, name);
    else if (role.n)
        read_title(f, rule, role);
}

/* 유홍준 광화문 대통령 시대 위원회 자문위원: of a phrase of nouns behind a name, its last title is the person's */
static void read_later_title(dj_name_finder *f, const dj_lone_title *t, const dj_lexicon *kin)
{
    size_t i = dj_name_word_at(&f->words, t->start);
    if (i == f->words.list.n || dj_lexicon_has(kin, t->canonical) || dj_is_address(t->canonical))
        return;
    for (int n = 0; n < LATER_TITLE; n++) {
        i = dj_name_word_before(&f->words, i);
        if (i == SIZE_MAX || f->words.list.at[i].syllables < 2)
            return;
        dj_name_place *p = dj_name_place_over(f, i);
        if (p && p->title.n && !dj_is_address(p->title) && p->end <= t->start && p->title_at > p->start &&
            p->title_at < t->start && (p->form == DJ_NAME_FULL || p->form == DJ_NAME_FOREIGN)) {
            p->styled = p->title; /* 부총리 겸 장관: he is called by both */
            p->role = p->title = t->canonical;
            p->title_at = t->start;
            return;
        }
        if (p || f->words.list.at[i].particle != DJ_PARTICLE_NONE)
            return;
    }
}

void dj_names_read_later_titles(dj_name_finder *f)
{
    const dj_lexicon *kin = dj_pack_lexicon(f->text->pack, "title_beside");
    for (size_t i = 0; i < f->unread.n; i++)
        read_later_title(f, &f->unread.at[i], kin);
}
