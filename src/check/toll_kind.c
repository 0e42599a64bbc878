/* The kind is the group of the pattern that takes part. */
#include "check/toll_kind.h"

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
    const dj_regex *behind = dj_pack_pattern(count->in->pack, "toll_behind"), *before = dj_pack_pattern(count->in->pack, "toll_before");
    dj_slice text = dj_mention_field(count);
    dj_surroundings around = dj_mention_surroundings(count);
    if (count->kind != DJ_QUANTITY)
        return DJ_NO_TOLL;
    if (behind && dj_regex_find(behind, scratch, text, count->end, true) == DJ_MATCH)
        return kind_of(behind, scratch);
    if (!before || around.before == around.first)
        return DJ_NO_TOLL;
    uint32_t from = around.before - around.first > BEFORE ? around.before - BEFORE : around.first;
    dj_slice left = dj_slice_sub(text, count->in->parts[count->field].words.at[from].start, count->start);
    return dj_regex_find(before, scratch, left, 0, false) == DJ_MATCH ? kind_of(before, scratch) : DJ_NO_TOLL;
}
