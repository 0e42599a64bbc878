/* See beside.h. The field is matched in place and not a piece cut from it, so that a pattern may look at the letter before. */
#include "extract/beside.h"

const dj_regex *dj_matches_behind(const dj_mention *m, const char *pattern, dj_scratch *scratch)
{
    const dj_regex *regex = dj_pack_pattern(m->in->pack, pattern);
    return regex && dj_regex_find(regex, scratch, dj_mention_field(m), m->end, true) == DJ_MATCH ? regex : NULL;
}

const dj_regex *dj_matches_before(const dj_mention *m, const char *pattern, uint32_t words, dj_scratch *scratch)
{
    const dj_regex *regex = dj_pack_pattern(m->in->pack, pattern);
    dj_slice left = dj_slice_sub(dj_mention_field(m), 0, m->start);
    return regex && dj_regex_find(regex, scratch, left, dj_words_before(m, words), false) == DJ_MATCH ? regex : NULL;
}

bool dj_matches_between(const dj_mention *a, const dj_mention *b, const char *pattern, bool at_once, dj_scratch *scratch)
{
    const dj_regex *regex = dj_pack_pattern(a->in->pack, pattern);
    return regex && a->end < b->start &&
           dj_regex_find(regex, scratch, dj_slice_sub(dj_mention_field(a), 0, b->start), a->end, at_once) == DJ_MATCH;
}

dj_slice dj_matched_beside(const dj_mention *m, const dj_regex *regex, const char *group, const dj_scratch *scratch)
{
    dj_span span = dj_group_named(regex, scratch, group);
    return dj_span_set(span) ? dj_slice_sub(dj_mention_field(m), span.from, span.to) : DJ_NONE;
}

dj_slice dj_group_that_matched(const dj_regex *regex, const dj_scratch *scratch)
{
    for (size_t i = 0; i < dj_regex_groups(regex); i++)
        if (dj_span_set(dj_group_span(regex, scratch, i)))
            return dj_regex_group_name(regex, i);
    return DJ_NONE;
}
