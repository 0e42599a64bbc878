/* What stories lack without which less can be compared, and no check tells: text, and a day of publication. */
#ifndef DJ_ENGINE_LACKING_H
#define DJ_ENGINE_LACKING_H
#include "align/fact.h"
#include "rule/message.h"

typedef struct dj_lacking {
    size_t blank, undated,
        days; /* stories without text; without a day of publication, and the days in them that stay unresolved for it */
    dj_place first_blank, first_day;
    dj_slice day; /* as the first of them is written */
} dj_lacking;

void dj_lacking_count(dj_arena *arena, const dj_set *set, dj_lacking *out); /* adds those of a set, which may go then */
void dj_lacking_tell(const dj_lacking *lacking, dj_remarks *remarks);
#endif
