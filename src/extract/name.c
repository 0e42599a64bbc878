/* Names of a field. Rules find titles, words of address and callings; the name beside each is read, persons are made of the
 * full names, and then every further place that means one of them is found: the name again, the last word of a foreign
 * name, a surname before a title (이 회장). A spelling that fits nobody stays a name of its own, so that a check can hold it
 * against the others. */
#include <stdlib.h>

#include "base/utf8.h"
#include "extract/name_person.h"
#include "extract/name_shape.h"
#include "extract/readers.h"

enum { LATER_TITLE = 6 /* words between a name and the last title of its phrase */ };

typedef struct place { /* a name found, not yet a mention */
    uint32_t start, end;
    dj_name_form form; /* DJ_NAME_NONE: an organisation */
    dj_slice role, title, styled;
    size_t person; /* SIZE_MAX: unknown yet, or an organisation */
    uint32_t title_at; /* where the title begins */
    bool is_new, is_former;
    size_t order; /* of being found: titles of one rule from left to right */
    const dj_rule *rule;
} place;

typedef struct lone_title { /* one that has no name beside it */
    uint32_t start, end;
    dj_slice canonical;
} lone_title;

typedef struct finder {
    dj_arena *arena;
    dj_text *text;
    dj_field_name field;
    dj_scratch *scratch;
    dj_name_words words;
    dj_persons persons;
    DJ_VEC(place) places;
    DJ_VEC(lone_title) unread;
} finder;

static place *add(finder *f, uint32_t start, uint32_t end, dj_name_form form, const dj_rule *rule)
{
    place *p = DJ_PUSH(f->arena, &f->places);
    *p = (place){.start = start, .end = end, .form = form, .person = SIZE_MAX, .order = f->places.n, .rule = rule};
    return p;
}

static dj_slice group(const finder *f, const dj_regex *regex, const char *name)
{
    dj_span span = dj_group_named(regex, f->scratch, name);
    return dj_span_set(span) ? dj_slice_sub(f->words.text, span.from, span.to) : DJ_NONE;
}

static dj_slice canonical_title(const finder *f, dj_slice role)
{
    dj_slice value;
    return f->words.words.title && dj_lexicon_find(f->words.words.title, role, &value) ? value : role;
}

static bool has_space(dj_slice name)
{
    return memchr(name.at, ' ', name.n) != NULL;
}

static void read_title(finder *f, const dj_rule *rule, dj_slice role)
{
    uint32_t from = (uint32_t)(role.at - f->words.text.at);
    dj_name_found found;
    dj_name_read_left(&f->words, from, from + (uint32_t)role.n, canonical_title(f, role), &found);
    if (found.form == DJ_NAME_NONE) {
        *DJ_PUSH(f->arena, &f->unread) = (lone_title){from, from + (uint32_t)role.n, canonical_title(f, role)};
        return;
    }
    place *p = add(f, found.start, found.end, found.form, rule);
    p->role = found.role;
    p->title = found.title;
    p->styled = found.styled;
    p->title_at = found.title_at;
    p->is_new = found.is_new;
    p->is_former = found.is_former;
    for (size_t i = 0; i < found.others.n; i++) {
        const dj_name_word *w = &f->words.list.at[found.others.at[i]];
        p = add(f, w->start, dj_name_word_end(&f->words, found.others.at[i]), DJ_NAME_FULL, rule);
        p->role = p->styled = found.styled;
        p->title = found.title;
    }
}

/* On Monday Mayor Ruth Ellison: the name without the capitals before it that are none of its own */
static dj_slice without_title(const finder *f, dj_slice name)
{
    for (const char *space = memchr(name.at, ' ', name.n); space; space = memchr(name.at, ' ', name.n)) {
        dj_slice word = dj_slice_sub(name, 0, (size_t)(space - name.at));
        if (!dj_lexicon_has(f->words.words.stop, word) && !dj_lexicon_has(f->words.words.title, word))
            break;
        name = dj_slice_sub(name, word.n + 1, name.n);
    }
    return name;
}

/* 가수 정하늘, 김모(33)씨: the pattern holds the name; what is no name by its look must stand in the story again */
static void read_called(finder *f, const dj_rule *rule, dj_slice name, dj_slice role)
{
    uint32_t from = (uint32_t)(name.at - f->words.text.at), end = from + (uint32_t)name.n;
    size_t i = dj_name_word_at(&f->words, from);
    if (i == f->words.list.n || f->words.list.at[i].start != from)
        return;
    if (!f->words.words.surname) { /* a language whose patterns tell names by capitals */
        name = without_title(f, name);
        from = (uint32_t)(name.at - f->words.text.at);
        place *p = add(f, from, end, has_space(name) ? DJ_NAME_FULL : DJ_NAME_FOREIGN, rule);
        p->role = p->title = p->styled = dj_lexicon_has(f->words.words.title, role) ? canonical_title(f, role) : DJ_NONE;
        p->title_at = (uint32_t)(role.at - f->words.text.at);
        return;
    }
    bool is_anonymous = end < f->words.list.at[i].end || name.n <= 4 || dj_is_anonymous_name(&f->words, i);
    if (!is_anonymous) {
        bool is_alias = !dj_lexicon_has(dj_pack_lexicon(f->text->pack, "calling"), role);
        bool recurs = f->words.forms.at[f->words.list.at[i].core] > 1;
        if (dj_is_stopped(&f->words, i) || !(dj_is_full_name(&f->words, i, true) || dj_is_foreign_name(&f->words, i) ||
                                             (recurs && (dj_is_full_name(&f->words, i, false) || is_alias))))
            return;
        end = dj_name_word_end(&f->words, i);
    }
    place *p = add(f, from, end, is_anonymous ? DJ_NAME_ANONYMOUS : DJ_NAME_FULL, rule);
    bool is_title = dj_lexicon_has(f->words.words.title, role) || dj_lexicon_has(dj_pack_lexicon(f->text->pack, "calling"), role) ||
                    (!is_anonymous && dj_lexicon_has(dj_pack_lexicon(f->text->pack, "name_address"), role));
    p->role = p->title = p->styled = is_title ? canonical_title(f, role) : DJ_NONE;
    p->title_at = (uint32_t)(role.at - f->words.text.at);
}

static void read_organisation(finder *f, const dj_rule *rule, dj_slice name)
{
    uint32_t from = (uint32_t)(name.at - f->words.text.at);
    if (dj_lexicon_has(f->words.words.stop, name))
        return;
    if (dj_utf8_count(name) >= 3 || (unsigned char)name.at[0] < 0x80)
        add(f, from, from + (uint32_t)name.n, DJ_NAME_NONE, rule);
}

/* at `from` itself, or anywhere behind it; where the next match may begin, the end of the field where none does */
static size_t run_rule(finder *f, const dj_rule *rule, size_t from, bool anchored)
{
    dj_slice field = f->words.text;
    if (dj_regex_find(rule->regex, f->scratch, field, from, anchored) != DJ_MATCH)
        return anchored ? from : field.n;
    dj_span span = dj_match_span(f->scratch);
    dj_slice name = group(f, rule->regex, "name"), role = group(f, rule->regex, "role");
    if (name.n && role.n)
        read_called(f, rule, name, role);
    else if (name.n)
        read_organisation(f, rule, name);
    else if (role.n)
        read_title(f, rule, role);
    if (span.to <= from) /* \K can make it empty */
        dj_utf8_next(field, &from);
    return span.to > from ? span.to : from;
}

/* rule by rule: of equal places the rule that comes first has the say */
static void run_rules(finder *f, const dj_pack *pack, const dj_offsets *places)
{
    for (size_t i = 0; i < pack->n_rules; i++) {
        const dj_rule *rule = &pack->rules[i];
        bool is_dispatched = places && dj_dispatch_has(dj_pack_dispatch(pack), i);
        if (dj_kind_about(rule->kind)->layer != DJ_LAYER_NAMES)
            continue;
        for (size_t from = 0; !is_dispatched && from < f->words.text.n;)
            from = run_rule(f, rule, from, false);
        for (size_t k = 0, next = 0; is_dispatched && k < places[i].n; k++)
            if (places[i].at[k] >= next)
                next = run_rule(f, rule, places[i].at[k], true);
    }
}

/* earlier first, then persons before organisations, then the longer */
static int by_place(const void *a, const void *b)
{
    const place *x = a, *y = b;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    if ((x->form == DJ_NAME_NONE) != (y->form == DJ_NAME_NONE))
        return x->form == DJ_NAME_NONE ? 1 : -1;
    if (x->end != y->end)
        return x->end > y->end ? -1 : 1;
    return (x->order > y->order) - (x->order < y->order);
}

static uint32_t pair_of(finder *f, dj_names *pairs, const place *p)
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
static void settle_titles(finder *f)
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
        place *first = &f->places.at[i], *second = &f->places.at[i + 1];
        if (first->start != second->start || first->end != second->end || first->form == DJ_NAME_NONE || second->form == DJ_NAME_NONE)
            continue;
        bool keep_first = seen.at[pair_of(f, pairs, first)] > seen.at[pair_of(f, pairs, second)];
        place kept = keep_first ? *first : *second, other = keep_first ? *second : *first;
        if (dj_slice_eq(kept.styled, kept.title))
            kept.styled = other.title; /* he is called by both */
        *first = *second = kept;
    }
}

static void sort_places(finder *f)
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

static dj_slice name_at(const finder *f, const place *p)
{
    return dj_slice_sub(f->words.text, p->start, p->end);
}

/* the place of a person over a word */
static place *person_over(finder *f, size_t word)
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

/* 유홍준 광화문 대통령 시대 위원회 자문위원: of a phrase of nouns behind a name, its last title is the person's */
static void read_later_title(finder *f, const lone_title *t, const dj_lexicon *kin)
{
    size_t i = dj_name_word_at(&f->words, t->start);
    if (i == f->words.list.n || dj_lexicon_has(kin, t->canonical) || dj_is_address(t->canonical))
        return;
    for (int n = 0; n < LATER_TITLE; n++) {
        i = dj_name_word_before(&f->words, i);
        if (i == SIZE_MAX || f->words.list.at[i].syllables < 2)
            return;
        place *p = person_over(f, i);
        if (p && p->title.n && !dj_is_address(p->title) && p->end <= t->start && p->title_at > p->start && p->title_at < t->start &&
            (p->form == DJ_NAME_FULL || p->form == DJ_NAME_FOREIGN)) {
            p->styled = p->title; /* 부총리 겸 장관: he is called by both */
            p->role = p->title = t->canonical;
            p->title_at = t->start;
            return;
        }
        if (p || f->words.list.at[i].particle != DJ_PARTICLE_NONE)
            return;
    }
}

static void read_later_titles(finder *f)
{
    const dj_lexicon *kin = dj_pack_lexicon(f->text->pack, "title_beside");
    for (size_t i = 0; i < f->unread.n; i++)
        read_later_title(f, &f->unread.at[i], kin);
}

/* 김모씨, A씨, A 총경 */
static dj_slice shown_name(const finder *f, dj_slice name, dj_slice title)
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
static void find_full_names(finder *f)
{
    dj_names *lone = dj_names_new(f->arena);
    const dj_rule *rule = NULL;
    for (size_t i = 0; i < f->places.n; i++)
        if (f->places.at[i].form == DJ_NAME_FOREIGN && !has_space(name_at(f, &f->places.at[i]))) {
            dj_intern(lone, name_at(f, &f->places.at[i]));
            rule = f->places.at[i].rule;
        }
    for (size_t i = 1; rule && i < f->words.list.n; i++) {
        const dj_name_word *first = &f->words.list.at[i - 1], *last = &f->words.list.at[i];
        uint32_t end = dj_names_find(lone, dj_name_word_text(&f->words, i)) ? last->end : last->core_end;
        if (last->gap == DJ_GAP_SPACE && last->start - first->end == 1 && dj_names_find(lone, dj_slice_sub(f->words.text, last->start, end)) &&
            dj_is_foreign_first(&f->words, i - 1))
            dj_person_add(&f->persons, dj_slice_sub(f->words.text, first->start, end), DJ_NONE, rule, first->start);
    }
}

/* names of several words first, so that a lone word finds its owner wherever it stands */
static void make_persons(finder *f)
{
    for (size_t i = 0; i < f->text->mentions.n; i++) {
        const dj_mention *m = f->text->mentions.at[i];
        if (m->kind == DJ_NAME && m->rule && m->slots)
            dj_person_add(&f->persons, m->value.name.canonical, m->slots->text, m->rule, 0);
    }
    for (int round = 0; round < 2; round++) {
        if (round == 1)
            find_full_names(f);
        for (size_t i = 0; i < f->places.n; i++) {
            place *p = &f->places.at[i];
            bool is_named = p->form == DJ_NAME_FULL || p->form == DJ_NAME_FOREIGN || p->form == DJ_NAME_ANONYMOUS;
            dj_slice name = name_at(f, p);
            if (!is_named || has_space(name) != (round == 0))
                continue;
            if (round == 1 && (p->form == DJ_NAME_FOREIGN || (p->form == DJ_NAME_FULL && name.n == 6))) /* 고노 외상 */
                p->person = dj_person_of_word(&f->persons, name);
            if (p->person != SIZE_MAX)
                name = f->persons.list.at[p->person].name;
            p->person = dj_person_add(&f->persons, name, p->title, p->rule, p->start);
            if (p->person == SIZE_MAX)
                continue;
            dj_person_add(&f->persons, name, p->styled, p->rule, p->start);
            if (p->form == DJ_NAME_ANONYMOUS)
                f->persons.list.at[p->person].shown = shown_name(f, name, p->title);
        }
    }
}

/* what may follow a name in its word: a particle, a title, a word of address */
static bool is_tail(const finder *f, dj_slice tail)
{
    return tail.n == 0 || dj_lexicon_has(f->words.words.particle, tail) || dj_lexicon_has(dj_pack_lexicon(f->text->pack, "name_tail"), tail) || dj_lexicon_has(f->words.words.title, tail);
}

/* the person with whose name, or last word of it, the word begins; the longest */
static size_t person_in(const finder *f, dj_slice word, size_t *length)
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
static uint32_t name_start(const finder *f, const dj_person *person, size_t word)
{
    uint32_t start = f->words.list.at[word].start;
    size_t before = person->name.n - person->last.n;
    if (before == 0 || start < before)
        return start;
    dj_slice text = dj_slice_sub(f->words.text, start - before, start);
    return dj_slice_eq(text, dj_slice_sub(person->name, 0, before)) ? start - (uint32_t)before : start;
}

/* 라이트하이저 대표: a title right behind a name that is known already */
static void read_title_behind(const finder *f, size_t word, place *p)
{
    dj_slice value;
    size_t next = word + 1;
    while (next < f->words.list.n && f->words.list.at[next].depth > f->words.list.at[word].depth)
        next++;
    if (next == f->words.list.n || f->words.list.at[next].gap != DJ_GAP_SPACE || p->end < f->words.list.at[word].end || !f->words.words.title ||
        !dj_lexicon_find(f->words.words.title, dj_name_word_core(&f->words, next), &value))
        return;
    p->role = p->title = p->styled = value;
    p->title_at = f->words.list.at[next].start;
}

static void find_again(finder *f)
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
        place *p = add(f, start, end, DJ_NAME_FULL, f->persons.list.at[person].rule);
        p->person = person;
        read_title_behind(f, i, p);
        if (length <= 3 && p->title.n == 0)
            f->places.n--; /* 바 장관 is somebody, 바 alone is not */
    }
}

static void resolve_surnames(finder *f)
{
    for (size_t i = 0; i < f->places.n; i++) {
        place *p = &f->places.at[i];
        if (p->form == DJ_NAME_SURNAME || p->form == DJ_NAME_SHARED_SURNAME)
            p->person = dj_person_of_surname(&f->persons, name_at(f, p), p->title, p->styled, p->is_new);
        bool is_sure = p->form == DJ_NAME_SURNAME || (p->form == DJ_NAME_SHARED_SURNAME && p->is_former); /* 조 전 이사장 */
        if (is_sure && p->person == SIZE_MAX && !p->is_new && !dj_is_address(p->title))
            p->person = dj_person_alone(&f->persons, name_at(f, p), dj_pack_lexicon(f->text->pack, "title_byline"), p->start);
        if (p->person != SIZE_MAX)
            f->persons.list.at[p->person].at = p->start;
    }
}

static dj_slice canonical_of(const finder *f, const place *p)
{
    if (p->person != SIZE_MAX)
        return f->persons.list.at[p->person].shown;
    if (p->form != DJ_NAME_SURNAME && p->form != DJ_NAME_SHARED_SURNAME)
        return name_at(f, p);
    dj_buf name = dj_buf_new(200);
    dj_buf_add(&name, name_at(f, p));
    dj_buf_byte(&name, ' ');
    dj_buf_add(&name, p->title);
    dj_slice canonical = dj_slice_copy(f->arena, dj_buf_slice(&name));
    dj_buf_free(&name);
    return canonical;
}

static void emit(finder *f, const place *p)
{
    bool is_other_word = p->form == DJ_NAME_SHARED_SURNAME && !(p->is_former && dj_person_has_surname(&f->persons, name_at(f, p)));
    if (is_other_word && p->person == SIZE_MAX)
        return;
    dj_mention *m = dj_alloc(f->arena, sizeof *m);
    m->in = f->text;
    m->field = f->field;
    m->start = m->core_start = p->start;
    m->end = m->core_end = p->end;
    m->sentence = (uint32_t)dj_sentence_at(f->words.part, p->start);
    m->zone = m->sentence < f->words.part->sentences.n ? f->words.part->sentences.at[m->sentence].zone : DJ_ZONE_BODY;
    m->kind = m->value.kind = DJ_NAME;
    m->rule = p->rule;
    m->value.is_known = true;
    m->value.name.canonical = canonical_of(f, p);
    m->value.name.role = p->role;
    if (p->form != DJ_NAME_NONE) { /* a person: the slot says where the title is, and which */
        dj_slot *slot = dj_alloc(f->arena, sizeof *slot);
        *slot = (dj_slot){DJ_S("role"), p->title, p->title_at, p->title_at + (uint32_t)p->title.n};
        m->slots = slot;
        m->n_slots = 1;
    }
    *DJ_PUSH(f->arena, &f->text->mentions) = m;
}

void dj_extract_names(dj_arena *arena, dj_text *text, const dj_name_words *words, dj_field_name field, const dj_offsets *places, dj_scratch *scratch)
{
    finder f = {.arena = arena, .text = text, .field = field, .scratch = scratch, .words = *words};
    dj_persons_init(arena, &f.persons);
    run_rules(&f, text->pack, places);
    sort_places(&f);
    read_later_titles(&f);
    make_persons(&f);
    find_again(&f);
    sort_places(&f);
    resolve_surnames(&f);
    for (size_t i = 0; i < f.places.n; i++)
        emit(&f, &f.places.at[i]);
}
