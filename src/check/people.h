/* Who is who in a set: people with their roles, and who holds which office. */
#ifndef DJ_CHECK_PEOPLE_H
#define DJ_CHECK_PEOPLE_H
#include "check/check.h"

typedef struct dj_bearer { /* of a name */
    dj_slice name;
    DJ_VEC(const dj_mention *) mentions; /* with a role, by story */
    size_t n_voices;
    const dj_text *looked_in; /* the last story whose first surname with a title was looked at */
} dj_bearer;

typedef struct dj_people {
    dj_names *names;
    DJ_VEC(dj_bearer) list; /* by name */
    dj_names *offices; /* that one person holds at a time, without spaces */
    DJ_VEC(uint32_t) holders; /* by office: a name; 0 where stories name several */
} dj_people;

void dj_people_meet(dj_checking *k, dj_people *out);
/* The one person who is meant by a surname with a title (김 대변인), or as the holder of an office; NULL where nobody is, or
 * several are. */
const dj_bearer *dj_person_meant(dj_checking *k, const dj_people *all, dj_slice speaker);
bool dj_person_has_surname_and_title(const dj_bearer *p, dj_slice surname, dj_slice title); /* 유 위원, for 유홍준 자문위원 */
#endif
