/* The persons of a story: who was named in full, and whom a surname or the last word of a foreign name means. */
#ifndef DJ_EXTRACT_NAME_PERSON_H
#define DJ_EXTRACT_NAME_PERSON_H
#include "extract/name_left.h"

typedef struct dj_person {
    dj_slice name; /* as the story writes it first */
    dj_slice shown; /* the canonical name: the name, or what stands for it (A씨) */
    dj_slice last; /* of a foreign name: its last word, else the name */
    dj_slice first; /* of a foreign name: its first word */
    DJ_VEC(dj_slice) titles; /* canonical, and with modifiers: 사장, 전 사장 */
    const dj_rule *rule; /* that found it */
    uint32_t from; /* where it is named first; 0: in a field before */
    uint32_t at; /* where it was named last while a field is read, UINT32_MAX before */
} dj_person;

typedef struct dj_persons {
    dj_arena *arena;
    DJ_VEC(dj_person) list;
    dj_names *index; /* names without spaces, and last words; to owners */
    DJ_VEC(uint32_t) owners; /* by number in index: place in list + 1; 0: of several persons */
    size_t longest; /* bytes of the longest name in index */
    uint64_t firsts; /* bit set by the first letters of all in index, each less its multiples of 64 */
} dj_persons;

void dj_persons_init(dj_arena *arena, dj_persons *out);
/* The person so named, added where new; SIZE_MAX where there are too many already. `from`: where. */
size_t dj_person_add(dj_persons *persons, dj_slice name, dj_slice title, const dj_rule *rule, uint32_t from);
/* The person of whom this is the name or the last word; SIZE_MAX for none. */
size_t dj_person_named(const dj_persons *persons, dj_slice name);
/* false where no name or last word begins with the word's first letter, so that none of its beginnings need be looked up */
bool dj_person_may_begin(const dj_persons *persons, dj_slice word);
/* A foreign name of one word: the person whose name begins or ends with it. */
size_t dj_person_of_word(const dj_persons *persons, dj_slice word);
/* Whom 이 회장 means: somebody of that surname with the title as styled (전 사장), or one that goes with it; of several, the
 * one named last, or else the first. Who is new in a title (신임 회장) may have been named with another one so far, and is
 * nobody who had that title already. */
size_t dj_person_of_surname(const dj_persons *persons, dj_slice surname, dj_slice title, dj_slice styled, bool is_new);
/* The only person with a surname and a Korean name of three syllables, whatever his title; SIZE_MAX where there are none or
 * several, or where that one is named behind the place `before` only: papers name people in full first. Who has a title of
 * byline alone does not count. */
size_t dj_person_alone(const dj_persons *persons, dj_slice surname, const dj_lexicon *byline, uint32_t before);
/* Is anybody of that surname named in full? */
bool dj_person_has_surname(const dj_persons *persons, dj_slice surname);
#endif
