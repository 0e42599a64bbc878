/* The part of role-conflict that looks at the words beside a name and its title. */
#ifndef DJ_CHECK_MISNAMED_H
#define DJ_CHECK_MISNAMED_H
#include "check/check.h"

/* A name where others have the organisation of the one behind it (이명박 정호진 대변인, elsewhere 정의당 정호진 대변인), and a
 * foreign surname with another given name than in role-conflict.stories others or more (마이클 트럼프 대통령, elsewhere 도널드
 * 트럼프 대통령): one name was exchanged for another. */
void dj_find_misnamed(dj_checking *k);
#endif
