/* How the stories of a set spell the names of people: each distinct spelling with where it stands. */
#ifndef DJ_CHECK_SPELLINGS_H
#define DJ_CHECK_SPELLINGS_H
#include "check/check.h"

typedef struct dj_spelling {
    dj_slice text; /* as written, without spaces */
    size_t syllables;
    bool is_part; /* one word of a longer name: 도널드 of 도널드 트럼프; its mentions are those of the whole */
    bool is_stray; /* a word that no reader took for a name; see strays.h */
    DJ_VEC(const dj_mention *) mentions; /* in order */
    size_t n_stories;
} dj_spelling;

typedef struct dj_spellings {
    DJ_VEC(dj_spelling) list; /* in order of sight */
} dj_spellings;

/* Names of three syllables or more, Latin letters before them left out, that are written out (not 이 회장, which stands for a
 * name written elsewhere, nor 김모, which stands for none), outside tails and bylines; behind them the parts of those of
 * several words. */
void dj_spellings_find(dj_checking *k, dj_spellings *out);
/* The one role that mentions of both spellings are given, empty where there is none; *clash: both have roles, none alike. */
dj_slice dj_spellings_role(const dj_spelling *a, const dj_spelling *b, bool *clash);
/* Do the two stand in one sentence somewhere, as two people do? */
bool dj_spellings_meet(const dj_spelling *a, const dj_spelling *b);
#endif
