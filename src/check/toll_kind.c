/* The kind is the group of the pattern that takes part. */
#include "check/toll_kind.h"

#include "extract/beside.h"

enum { BEFORE = 3 /* words before a figure */ };

static dj_toll_kind kind_of(const dj_regex *pattern, const dj_scratch *scratch)
{
    static const char *const groups[DJ_NO_TOLL] = {[DJ_DEAD] = "dead", [DJ_HURT] = "hurt", [DJ_MISSING] = "missing"};
    dj_toll_kind kind = 0;
    while (kind < DJ_NO_TOLL && !dj_span_set(dj_group_named(pattern, scratch, groups[kind])))
        kind++;
    return kind;
}

dj_toll_kind dj_toll_of(const dj_mention *count, dj_scratch *scratch)
{
    if (count->kind != DJ_QUANTITY)
        return DJ_NO_TOLL;
    const dj_regex *told = dj_matches_behind(count, "toll_behind", scratch);
    if (!told)
        told = dj_matches_before(count, "toll_before", BEFORE, scratch);
    return told ? kind_of(told, scratch) : DJ_NO_TOLL;
}
