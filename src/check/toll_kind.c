/* However badly they are hurt: stories part them or do not. */
#include "check/toll_kind.h"

#include "align/became.h"

dj_toll_kind dj_toll_of(const dj_mention *count, dj_scratch *scratch)
{
    dj_slice became = dj_became_of(count, scratch);
    if (dj_slice_is(became, "dead"))
        return DJ_DEAD;
    if (dj_slice_ends(became, DJ_S("hurt")))
        return DJ_HURT;
    return dj_slice_is(became, "missing") ? DJ_MISSING : DJ_NO_TOLL;
}
