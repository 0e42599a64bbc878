/* A story says once that a figure is not sure, and gives it again in its title or further down: all places of the figure are asked. */
#include "check/made_sure.h"

#include "extract/beside.h"

static bool says_estimated(const dj_mention *m, dj_scratch *scratch)
{
    const dj_regex *pattern = dj_pack_pattern(m->in->pack, "count_estimated");
    const dj_sentence *sentence = &m->in->parts[m->field].sentences.at[m->sentence];
    return pattern &&
           dj_regex_find(pattern, scratch, dj_slice_sub(dj_mention_field(m), 0, sentence->end), m->end, false) == DJ_MATCH;
}

/* 잠정 8.6%, 8.6%로 잠정 집계됐다 */
static bool says_provisional(const dj_mention *m, dj_scratch *scratch)
{
    enum { BEFORE = 3 /* words */ };
    return dj_matches_before(m, "provisional_before", BEFORE, scratch) || dj_matches_behind(m, "provisional_behind", scratch);
}

typedef bool says_so(const dj_mention *m, dj_scratch *scratch);

/* the story says so of the figure, be it where it repeats it */
static bool is_told_so(const dj_mention *figure, says_so *says, dj_scratch *scratch)
{
    enum { LOOK = 64 /* mentions */ };
    const dj_text *text = figure->in;
    if (says(figure, scratch))
        return true;
    for (size_t i = 0; i < text->mentions.n && i < LOOK; i++) {
        const dj_mention *other = text->mentions.at[i];
        if (other->kind == figure->kind && dj_value_compare(&other->value, &figure->value) == DJ_SAME && says(other, scratch))
            return true;
    }
    return false;
}

bool dj_is_made_sure(const dj_departure *d, dj_scratch *scratch)
{
    const dj_mention *a = d->claim, *b = d->against;
    bool is_a_first = a->in->story->published < b->in->story->published;
    const dj_mention *first = is_a_first ? a : b, *second = is_a_first ? b : a;
    if (first->in->story->published == second->in->story->published)
        return false;
    bool is_estimate = d->fact->kind == DJ_QUANTITY && is_told_so(first, says_estimated, scratch);
    return is_estimate || (is_told_so(first, says_provisional, scratch) && !is_told_so(second, says_provisional, scratch));
}
