/* A story has few persons, so titles and surnames are searched in order; names are looked up by number. */
#include "extract/name_person.h"

#include "base/limits.h"
#include "base/utf8.h"

void dj_persons_init(dj_arena *arena, dj_persons *out)
{
    *out = (dj_persons){.arena = arena, .index = dj_names_new(arena)};
}

static uint64_t first_bit(dj_slice word)
{
    return (uint64_t)1 << dj_utf8_next(word, &(size_t){0}) % 64;
}

static void own(dj_persons *persons, dj_slice name, size_t person)
{
    uint32_t id = dj_intern(persons->index, name);
    bool is_new = id >= persons->owners.n;
    while (persons->owners.n <= id)
        *DJ_PUSH(persons->arena, &persons->owners) = 0;
    if (is_new)
        persons->owners.at[id] = (uint32_t)person + 1;
    else if (persons->owners.at[id] != person + 1)
        persons->owners.at[id] = 0;
    if (name.n > persons->longest)
        persons->longest = name.n;
    if (name.n)
        persons->firsts |= first_bit(name);
}

static bool has_title(const dj_person *person, dj_slice title)
{
    for (size_t i = 0; i < person->titles.n; i++)
        if (dj_slice_eq(person->titles.at[i], title))
            return true;
    return false;
}

/* How well a title goes with a person, 0 not at all: 회장 goes with 명예회장, 위원 with 최고위원; a word of address with everybody,
 * but best with one who was so addressed, and hardly with one who has a title. */
static unsigned fit(const dj_person *person, dj_slice title, dj_slice styled, bool is_new)
{
    if (has_title(person, styled))
        return styled.n > title.n ? 4 : 3;
    if (is_new)
        return !has_title(person, title);
    if (dj_is_address(title))
        return person->titles.n ? 1 : 2;
    for (size_t i = 0; i < person->titles.n; i++)
        if (!dj_is_address(person->titles.at[i]) &&
            (dj_slice_ends(person->titles.at[i], title) || dj_slice_ends(title, person->titles.at[i])))
            return 3;
    return 0;
}

size_t dj_person_named(const dj_persons *persons, dj_slice name)
{
    uint32_t id = name.n <= persons->longest ? dj_names_find(persons->index, name) : 0;
    return id && id < persons->owners.n && persons->owners.at[id] ? persons->owners.at[id] - 1 : SIZE_MAX;
}

bool dj_person_may_begin(const dj_persons *persons, dj_slice word)
{
    return persons->firsts & first_bit(word);
}

size_t dj_person_add(dj_persons *persons, dj_slice name, dj_slice title, const dj_rule *rule, uint32_t from)
{
    dj_slice key = dj_slice_unspaced(persons->arena, name);
    size_t i = dj_person_named(persons, key);
    if (i == SIZE_MAX) {
        if (persons->list.n == DJ_FLOOD_PERSONS)
            return SIZE_MAX;
        i = persons->list.n;
        dj_person *person = DJ_PUSH(persons->arena, &persons->list);
        *person = (dj_person){.name = name,
                              .shown = name,
                              .last = dj_last_word(name),
                              .first = dj_first_word(name),
                              .rule = rule,
                              .at = UINT32_MAX,
                              .from = from};
        own(persons, key, i);
        if (person->last.n < name.n)
            own(persons, person->last, i);
    }
    if (title.n && persons->list.at[i].titles.n < DJ_FLOOD_TITLES && !has_title(&persons->list.at[i], title))
        *DJ_PUSH(persons->arena, &persons->list.at[i].titles) = title;
    return i;
}

size_t dj_person_of_word(const dj_persons *persons, dj_slice word)
{
    for (size_t i = 0; i < persons->list.n; i++) {
        const dj_person *person = &persons->list.at[i];
        if (person->last.n < person->name.n && (dj_slice_eq(person->last, word) || dj_slice_eq(person->first, word)))
            return i;
    }
    return SIZE_MAX;
}

size_t dj_person_of_surname(const dj_persons *persons, dj_slice surname, dj_slice title, dj_slice styled, bool is_new)
{
    size_t best = SIZE_MAX;
    unsigned most = 1;
    for (size_t i = 0; i < persons->list.n; i++) {
        const dj_person *person = &persons->list.at[i];
        if (!dj_slice_starts(person->name, surname) || person->name.n <= surname.n)
            continue;
        unsigned fits = fit(person, title, styled, is_new);
        uint32_t at = best == SIZE_MAX ? UINT32_MAX : persons->list.at[best].at;
        bool is_nearer = best == SIZE_MAX || (person->at != UINT32_MAX && (at == UINT32_MAX || person->at > at));
        if (fits > most || (fits == most && is_nearer)) {
            best = i;
            most = fits;
        }
    }
    return best;
}

static bool only_signs(const dj_person *person, const dj_lexicon *byline)
{
    for (size_t i = 0; i < person->titles.n; i++)
        if (!dj_lexicon_has(byline, person->titles.at[i]))
            return false;
    return true;
}

size_t dj_person_alone(const dj_persons *persons, dj_slice surname, const dj_lexicon *byline, uint32_t before)
{
    size_t only = SIZE_MAX;
    for (size_t i = 0; i < persons->list.n; i++) {
        const dj_person *person = &persons->list.at[i];
        if (person->name.n != 9 || !dj_slice_starts(person->name, surname) || only_signs(person, byline))
            continue;
        if (only != SIZE_MAX)
            return SIZE_MAX;
        only = i;
    }
    return only != SIZE_MAX && persons->list.at[only].from < before ? only : SIZE_MAX;
}

bool dj_person_has_surname(const dj_persons *persons, dj_slice surname)
{
    for (size_t i = 0; i < persons->list.n; i++)
        if (persons->list.at[i].name.n > surname.n && dj_slice_starts(persons->list.at[i].name, surname))
            return true;
    return false;
}
