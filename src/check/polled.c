/* A figure is of the poll whose days were told last before it. Votes are told by the words of the sentence, and by those of the
 * whole story where it says that the count goes on. */
#include "check/polled.h"

#include "check/as_of.h"
#include "extract/beside.h"

/* does the pattern match between the two? */
static bool is_said(const dj_mention *m, const char *pattern, dj_field_name field, uint32_t from, uint32_t to,
                    dj_scratch *scratch)
{
    const dj_regex *regex = dj_pack_pattern(m->in->pack, pattern);
    dj_slice text = dj_slice_sub(m->in->story->fields[field].text, 0, to);
    return regex && dj_regex_find(regex, scratch, text, from, false) == DJ_MATCH;
}

typedef enum votes { ALL_VOTES, SOME_VOTES, FORETOLD_VOTES } votes;

/* 개표율 89.3%인 0시45분 현재 53.2%, and what an exit poll foretold; a story that is told while votes are counted has no share of all */
static votes votes_of(const dj_mention *m, dj_scratch *scratch)
{
    const dj_sentence *sentence = &m->in->parts[m->field].sentences.at[m->sentence];
    bool is_of_votes = is_said(m, "votes_in_count", m->field, sentence->start, sentence->end, scratch);
    if (is_said(m, "votes_foretold", m->field, sentence->start, sentence->end, scratch))
        return FORETOLD_VOTES;
    bool is_counting = is_of_votes && dj_as_of_what(m, scratch).is_said;
    for (int f = 0; f < DJ_FIELDS && !is_counting && (is_of_votes || m->kind == DJ_PERCENT); f++)
        is_counting = is_said(m, "votes_being_counted", (dj_field_name)f, 0, (uint32_t)m->in->story->fields[f].text.n, scratch);
    return is_counting ? SOME_VOTES : ALL_VOTES;
}

/* the days on which those of a poll were asked: of the last one before the figure, or else the first of its story; NULL for
 * none */
static const dj_mention *poll_of(const dj_mention *m, dj_scratch *scratch)
{
    const dj_mention *poll = NULL;
    for (size_t i = 0; i < m->in->mentions.n; i++) {
        const dj_mention *day = m->in->mentions.at[i];
        bool is_day = day->kind == DJ_DATE && day->field == DJ_FIELD_TEXT && day->value.is_known &&
                      day->value.date.grain == DJ_GRAIN_DAY;
        if (poll && (m->field != DJ_FIELD_TEXT || day->start > m->start))
            break;
        if (is_day && dj_matches_behind(day, "poll_behind", scratch))
            poll = day;
    }
    return poll;
}

/* of no poll of which one of the others tells */
static bool is_of_other_poll(const dj_departure *d, dj_scratch *scratch)
{
    enum { CLAIMS = 16 /* that are looked at */ };
    const dj_mention *own = poll_of(d->claim, scratch);
    for (size_t c = 0; own && c < d->other->claims.n && c < CLAIMS; c++) {
        const dj_mention *other = poll_of(d->other->claims.at[c], scratch);
        if (!other || dj_value_compare(&own->value, &other->value) != DJ_DIFFERENT)
            return false;
    }
    return own != NULL;
}

bool dj_are_polled_apart(const dj_departure *d, dj_scratch *scratch)
{
    return votes_of(d->claim, scratch) != votes_of(d->against, scratch) || is_of_other_poll(d, scratch);
}
