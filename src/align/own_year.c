/* See own_year.h. What may stand between a year and its figure is for the pack to say: patterns `figure_of_year`,
 * `year_of_figure` and `since_figure`. */
#include "align/own_year.h"

#include "extract/beside.h"

/* does the pattern match all that stands between the two? */
static bool are_joined(const dj_mention *left, const dj_mention *right, const char *pattern, dj_scratch *scratch)
{
    return left->end <= right->start && dj_matches_behind(left, pattern, scratch) && dj_match_span(scratch).to == right->start;
}

/* a year of the same sentence; NULL where the mention is none */
static const dj_mention *year_at(const dj_mention *m, size_t at)
{
    const dj_mention *other = m->in->mentions.at[at];
    bool is_year = other->kind == DJ_DATE && other->value.is_known && other->value.date.grain == DJ_GRAIN_YEAR &&
                   other->value.date.from != DJ_NO_DAY;
    return is_year && other->field == m->field && other->sentence == m->sentence ? other : NULL;
}

static const dj_mention *year_beside(const dj_mention *m, size_t at, dj_scratch *scratch)
{
    const dj_mention *before = at > 0 ? year_at(m, at - 1) : NULL,
                     *behind = at + 1 < m->in->mentions.n ? year_at(m, at + 1) : NULL;
    if (before && are_joined(before, m, "figure_of_year", scratch))
        return before;
    return behind && are_joined(m, behind, "year_of_figure", scratch) ? behind : NULL;
}

dj_own_year dj_own_year_of(const dj_mention *m, size_t at, dj_scratch *scratch)
{
    const dj_mention *year = dj_kind_about(m->kind)->family == DJ_FAMILY_AMOUNT ? year_beside(m, at, scratch) : NULL;
    if (!year)
        return (dj_own_year){0, false};
    bool is_open = year->value.date.to == DJ_NO_DAY; /* 2001년 이후 */
    bool is_record = is_open || dj_matches_behind(m, "since_figure", scratch);
    return (dj_own_year){dj_civil_of(year->value.date.from).year, is_record};
}

bool dj_own_years_differ(dj_own_year a, dj_own_year b)
{
    if (a.year && b.year)
        return a.year != b.year;
    return a.is_record || b.is_record;
}
