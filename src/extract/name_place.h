/* The names of a field while they are looked for: places where one is written, and the persons they mean. */
#ifndef DJ_EXTRACT_NAME_PLACE_H
#define DJ_EXTRACT_NAME_PLACE_H
#include "extract/name_person.h"

typedef struct dj_name_place { /* a name found, not yet a mention */
    uint32_t start, end;
    dj_name_form form; /* DJ_NAME_NONE: an organisation */
    dj_slice role, title, styled;
    size_t person; /* SIZE_MAX: unknown yet, or an organisation */
    uint32_t title_at; /* where the title begins */
    bool is_new, is_former;
    size_t order; /* of being found: titles of one rule from left to right */
    const dj_rule *rule;
} dj_name_place;

typedef struct dj_lone_title { /* one that has no name beside it */
    uint32_t start, end;
    dj_slice canonical;
} dj_lone_title;

typedef struct dj_name_finder {
    dj_arena *arena;
    dj_text *text;
    dj_field_name field;
    dj_scratch *scratch;
    dj_name_words words;
    dj_persons persons;
    DJ_VEC(dj_name_place) places;
    DJ_VEC(dj_lone_title) unread;
} dj_name_finder;

dj_name_place *dj_name_place_add(dj_name_finder *f, uint32_t start, uint32_t end, dj_name_form form, const dj_rule *rule);
dj_slice dj_name_place_text(const dj_name_finder *f, const dj_name_place *p); /* the name as the story writes it */
/* the place of a person over a word; NULL for none. The places are sorted. */
dj_name_place *dj_name_place_over(dj_name_finder *f, size_t word);
/* Sorts the places and keeps the best of those that overlap. */
void dj_name_places_sort(dj_name_finder *f);

/* name_match.c: what a rule's match names becomes a place; name and role are the pattern's groups, empty where not set */
void dj_name_match(dj_name_finder *f, const dj_rule *rule, dj_slice name, dj_slice role);
/* a title that stands alone may be the last of a phrase whose name is read already; after the places are sorted */
void dj_names_read_later_titles(dj_name_finder *f);

/* name_again.c: the persons of the names so far, and every further place that means one of them */
void dj_names_make_persons(dj_name_finder *f);
void dj_names_find_again(dj_name_finder *f);
void dj_names_resolve_surnames(dj_name_finder *f);
#endif
