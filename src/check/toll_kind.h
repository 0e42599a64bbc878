/* What became of so many people: died, were hurt, or are missing. */
#ifndef DJ_CHECK_TOLL_KIND_H
#define DJ_CHECK_TOLL_KIND_H
#include "extract/mention.h"

typedef enum dj_toll_kind { DJ_DEAD, DJ_HURT, DJ_MISSING, DJ_NO_TOLL } dj_toll_kind;

/* as dj_became_of says: 13명이 숨지고, 사망자는 13명 */
dj_toll_kind dj_toll_of(const dj_mention *count, dj_scratch *scratch);
#endif
