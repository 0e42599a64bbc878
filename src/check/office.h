/* Offices that one person holds at a time. */
#ifndef DJ_CHECK_OFFICE_H
#define DJ_CHECK_OFFICE_H
#include "extract/mention.h"

/* Is the role of a name such an office (the lexicon `sole_title`), with its organisation named: 외교부 장관? */
bool dj_is_sole_office(const dj_mention *name);
/* One person under two names: 손정의 / 손정의 회장, 올트먼 / 샘 올트먼, or a slip of two letters; white space does not count. */
bool dj_is_one_person(dj_arena *arena, dj_slice a, dj_slice b);
/* The name with its role as its sentence has it, for a finding about the role: 이명희(70) 일우재단 이사장; the name alone
 * where the role stands elsewhere. */
const dj_mention *dj_with_role(dj_arena *arena, const dj_mention *name);
#endif
