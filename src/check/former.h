/* Former or present: the part of role-conflict that looks at one person's office. */
#ifndef DJ_CHECK_FORMER_H
#define DJ_CHECK_FORMER_H
#include "check/check.h"

/* A story that gives a person the office that role-conflict.former or more others (three times as many) call former, and
 * never calls it so itself. Offices spoken of in their time (대법원장 시절) do not count. */
void dj_find_former(dj_checking *k);
/* Does the role of the name say that it was held once? */
bool dj_is_former(const dj_mention *name);
#endif
