/* See became.h. */
#include "align/became.h"

#include "extract/beside.h"

enum { BEFORE = 2 /* words */ };

dj_slice dj_became_of(const dj_mention *count, dj_scratch *scratch)
{
    if (count->kind != DJ_QUANTITY)
        return DJ_NONE;
    const dj_regex *behind = dj_matches_behind(count, "became_behind", scratch);
    dj_slice told = behind ? dj_group_that_matched(behind, scratch) : DJ_NONE;
    const dj_regex *before = dj_matches_before(count, "became_before", BEFORE, scratch);
    if (!before)
        return told;
    return told.n ? DJ_NONE : dj_group_that_matched(before, scratch);
}
