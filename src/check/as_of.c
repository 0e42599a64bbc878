/* The nearest sentence that says it is believed, the figure's own first: a report gives its hour once, and the sentences behind it,
 * and the title, count at that hour too. */
#include "check/as_of.h"

/* the hour or day that ends within the part of the field */
static const dj_mention *moment_in(const dj_mention *m, dj_field_name field, dj_span span)
{
    const dj_segmented *part = &m->in->parts[field];
    uint32_t sentence = part->sentences.at[dj_sentence_at(part, (uint32_t)span.from)].start;
    for (size_t i = dj_mention_from(m->in, field, sentence); i < m->in->mentions.n; i++) {
        const dj_mention *other = m->in->mentions.at[i];
        if (other->field != field || other->start >= span.to)
            return NULL;
        bool is_moment = (other->kind == DJ_TIME || other->kind == DJ_DATE) && other->value.is_known;
        if (is_moment && other->end > span.from && other->end <= span.to)
            return other;
    }
    return NULL;
}

static bool is_as_of(const dj_mention *m, dj_field_name field, const dj_sentence *sentence, dj_scratch *scratch)
{
    const dj_regex *pattern = dj_pack_pattern(m->in->pack, "count_as_of");
    dj_slice text = dj_slice_sub(m->in->story->fields[field].text, 0, sentence->end);
    return pattern && dj_regex_find(pattern, scratch, text, sentence->start, false) == DJ_MATCH;
}

dj_as_of dj_as_of_what(const dj_mention *m, dj_scratch *scratch)
{
    enum { BEHIND = 8 /* sentences */ };
    const dj_segmented *own = &m->in->parts[m->field], *text = &m->in->parts[DJ_FIELD_TEXT];
    for (size_t i = m->sentence + 1; i-- > 0 && m->sentence - i <= BEHIND;)
        if (is_as_of(m, m->field, &own->sentences.at[i], scratch))
            return (dj_as_of){i == m->sentence, i + 1 >= m->sentence, moment_in(m, m->field, dj_match_span(scratch))};
    for (size_t i = 0; m->field != DJ_FIELD_TEXT && i < text->sentences.n && i <= BEHIND; i++)
        if (is_as_of(m, DJ_FIELD_TEXT, &text->sentences.at[i], scratch))
            return (dj_as_of){false, false, moment_in(m, DJ_FIELD_TEXT, dj_match_span(scratch))};
    return (dj_as_of){false, false, NULL};
}
