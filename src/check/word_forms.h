/* The words of a set as they are written and by their stems: how often each form stands there, and between which others. */
#ifndef DJ_CHECK_WORD_FORMS_H
#define DJ_CHECK_WORD_FORMS_H
#include "base/near.h"
#include "check/words.h"

enum { DJ_FORM_LEAST_JOINED = 5 }; /* syllables of a word that a space may cut */

typedef struct dj_form {
    const dj_text *last;
    size_t n, n_stories;
    dj_word_place first;
    bool is_beside; /* frequent, and somewhere between stems between which another form is odd */
} dj_form;

typedef struct dj_forms_of_word { /* numbers, 0 for none */
    uint32_t written, stem;
} dj_forms_of_word;

typedef struct dj_forms {
    dj_arena *arena;
    const dj_set *set;
    size_t least; /* stories that have a frequent form */
    dj_names *texts; /* of forms */
    DJ_VEC(dj_form) list; /* by number - 1 */
    DJ_VEC(dj_forms_of_word) words; /* in the order in which they are visited */
    size_t n_visited;
    uint32_t *of_stem; /* 0: not asked yet */
    DJ_VEC(uint32_t) odd, odd_context; /* numbers of forms that may be slips, and of their contexts */
    dj_names *asked; /* contexts of those: the stems beside them */
    DJ_VEC(bool) answered; /* by number - 1: a frequent form stands between the same stems somewhere */
    dj_near *near; /* frequent forms that may be what was meant */
    DJ_VEC(uint32_t) frequent; /* their numbers */
    dj_names *contexts; /* of frequent forms */
    DJ_VEC(dj_word_place) places; /* by context - 1 */
} dj_forms;

/* least: stories that have a frequent form */
void dj_forms_count(dj_arena *arena, const dj_set *set, size_t least, dj_forms *out);
size_t dj_form_syllables(dj_slice text); /* 0 for a word that has something else, or too many */
/* the form between the stems beside it, 0 for the ends of the sentence; false where nothing stands beside it */
bool dj_form_context(const dj_word_place *at, uint32_t id, uint32_t out[3]);
bool dj_form_is_odd(const dj_forms *forms, uint32_t id); /* stands once in the set, and no story of the language has it */
bool dj_form_is_usual_whole(const dj_forms *forms, uint32_t id); /* may stand for a word that a space cut */
#endif
