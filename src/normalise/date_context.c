/* Context of dates: looks back over a bounded number of mentions and bytes, so that a story made of nothing but 이날
 * costs no quadratic time. */
#include "normalise/date_context.h"

#include "base/utf8.h"
#include "normalise/date_point.h"

enum {
    LOOK_BACK = 200 /* mentions */,
    LOOK_AROUND = 400 /* bytes */,
    MAX_JOIN = 24 /* bytes between joined dates */,
    LATELY = 2 /* days */,
    QUARTER_DAYS = 93 /* more than any quarter has */
};

static bool is_letter(dj_slice s, size_t at)
{
    return at < s.n && ((unsigned char)s.at[at] >= 0x80 || ((s.at[at] | 32) >= 'a' && (s.at[at] | 32) <= 'z'));
}

/* The cue that begins at `at`. Latin cues are whole words, or their ends ("past ending": -ed); Korean ones stand anywhere, or
 * only at the end of a word ("past word"). */
static dj_tense cue_at(const dj_lexicon *cues, dj_slice text, size_t at)
{
    size_t length;
    dj_slice value;
    if (!dj_lexicon_prefix(cues, dj_slice_sub(text, at, text.n), &length, &value))
        return DJ_TENSE_NONE;
    bool is_latin = (unsigned char)text.at[at] < 0x80;
    bool begins_word = !(at && is_letter(text, at - 1)), ends_word = !is_letter(text, at + length);
    if (is_latin && (begins_word == dj_slice_ends(value, DJ_S(" ending")) || !ends_word))
        return DJ_TENSE_NONE;
    if (dj_slice_ends(value, DJ_S(" word")) && !ends_word)
        return DJ_TENSE_NONE;
    return dj_slice_starts(value, DJ_S("past"))     ? DJ_TENSE_PAST
           : dj_slice_starts(value, DJ_S("future")) ? DJ_TENSE_FUTURE
                                                    : DJ_TENSE_NONE;
}

static dj_tense cue_after(const dj_lexicon *cues, dj_slice text, size_t from, size_t to)
{
    dj_tense tense = DJ_TENSE_NONE;
    for (size_t at = from; at < to && tense == DJ_TENSE_NONE; dj_utf8_next(text, &at))
        tense = cue_at(cues, text, at);
    return tense;
}

static dj_tense cue_before(const dj_lexicon *cues, dj_slice text, size_t from, size_t to)
{
    dj_tense tense = DJ_TENSE_NONE;
    for (size_t at = to; at > from && tense == DJ_TENSE_NONE;) {
        dj_utf8_prev(text, &at);
        tense = cue_at(cues, text, at);
    }
    return tense;
}

dj_tense dj_tense_at(const dj_text *text, const dj_mention *mention)
{
    const dj_lexicon *before = dj_pack_lexicon(text->pack, "tense_before"), *after = dj_pack_lexicon(text->pack, "tense_after");
    dj_slice field = text->story->fields[mention->field].text;
    const dj_segmented *part = &text->parts[mention->field];
    size_t from = 0, to = field.n;
    if (mention->sentence < part->sentences.n) {
        from = part->sentences.at[mention->sentence].start;
        to = part->sentences.at[mention->sentence].end;
    }
    if (mention->start > from + LOOK_AROUND)
        from = dj_utf8_ceil(field, mention->start - LOOK_AROUND);
    if (to > mention->end + LOOK_AROUND)
        to = mention->end + LOOK_AROUND;
    dj_slice head = dj_slice_sub(field, 0, to);
    dj_tense tense = before ? cue_before(before, head, from, mention->start) : DJ_TENSE_NONE;
    if (tense == DJ_TENSE_NONE && after)
        tense = cue_after(after, head, mention->end, to);
    if (tense == DJ_TENSE_NONE && before) /* since Monday: the words that bound it */
        tense = cue_before(before, head, mention->start, mention->core_start);
    return tense;
}

static bool same_month(dj_day a, dj_day b)
{
    dj_civil x = dj_civil_of(a), y = dj_civil_of(b);
    return x.year == y.year && x.month == y.month;
}

/* whether a date says which day (week, month, year) is spoken of */
static bool names_unit(const dj_date *d, dj_unit unit)
{
    if (d->from == DJ_NO_DAY || d->to == DJ_NO_DAY || d->bound != DJ_EXACT)
        return false;
    switch (unit) {
    case DJ_UNIT_DAY: return d->from == d->to && d->grain == DJ_GRAIN_DAY;
    case DJ_UNIT_WEEK:
    case DJ_UNIT_WEEKEND: return d->grain <= DJ_GRAIN_WEEK && d->to - d->from < 7;
    case DJ_UNIT_QUARTER: return d->grain == DJ_GRAIN_QUARTER && d->to - d->from < QUARTER_DAYS;
    case DJ_UNIT_MONTH: return d->grain <= DJ_GRAIN_MONTH && same_month(d->from, d->to);
    default: return dj_civil_of(d->from).year == dj_civil_of(d->to).year;
    }
}

static bool has_slot_like(const dj_mention *m, const char *slot, const char *lexicon, const char *beginning)
{
    const dj_slot *found = dj_mention_slot(m, slot);
    return found && dj_slice_starts(dj_slot_word(m->in->pack, lexicon, found->text), dj_slice_of(beginning));
}

/* A date that the story does not stand at: one that has to be led to (지난 22일, 지난달 3일), where a bare day is the day
 * that is told of. */
static bool is_aside(const dj_mention *m)
{
    static const char *const leading[] = {"direction", "month", "relative_month", "relative_year", "year"};
    for (size_t i = 0; i < sizeof leading / sizeof *leading; i++)
        if (dj_mention_slot(m, leading[i]))
            return true;
    return false;
}

/* 전날, yesterday: a look back, after which the story goes on from where it stood */
static bool looks_back(const dj_mention *m)
{
    return has_slot_like(m, "relative_day", "relative_day", "day-") ||
           has_slot_like(m, "relative_day", "relative_day", "then day-") ||
           has_slot_like(m, "relative_day", "relative_day", "main day-");
}

static bool is_counted_from_sentence(const dj_mention *m)
{
    return has_slot_like(m, "relative_year", "relative_year", "near ") ||
           has_slot_like(m, "relative_quarter", "relative_quarter", "near ") ||
           has_slot_like(m, "relative_month", "relative_month", "near ");
}

/* A day yet to come: the story does not stand at it. One of the morrow in the past tense is told by a paper of its eve. */
static bool is_announced(const dj_text *text, const dj_mention *m, dj_day published)
{
    return published != DJ_NO_DAY && m->value.date.grain == DJ_GRAIN_DAY && m->value.date.from > published &&
           dj_tense_at(text, m) == DJ_TENSE_FUTURE;
}

const dj_date *dj_date_before(const dj_text *text, size_t index, dj_unit unit, dj_told told)
{
    const dj_mention *self = text->mentions.at[index];
    const dj_date *aside = NULL, *old = NULL;
    dj_day published = text->story->published;
    for (size_t i = index, steps = 0; i-- > 0 && steps < LOOK_BACK; steps++) {
        const dj_mention *m = text->mentions.at[i];
        if (m->field != self->field || (told == DJ_TOLD_IN_SENTENCE && m->sentence != self->sentence))
            break;
        if (m->kind != DJ_DATE || !m->value.is_known || !names_unit(&m->value.date, unit) ||
            (told != DJ_TOLD_IN_SENTENCE && published != DJ_NO_DAY && m->value.date.from > published + 1))
            continue;
        if (told == DJ_TOLD_IN_SENTENCE && is_counted_from_sentence(m)) /* 전년보다 … 전년보다: both are of one year */
            continue;
        if (told == DJ_TOLD_HAPPENED && is_announced(text, m, published)) /* 11일 의결할 예정이다. 전날 … */
            continue;
        bool is_lately = told == DJ_TOLD_LATELY || told == DJ_TOLD_HAPPENED;
        if (unit != DJ_UNIT_DAY || (told != DJ_TOLD_MAINLY && !is_lately))
            return &m->value.date;
        if (looks_back(m))
            continue;
        bool is_old = is_lately && published != DJ_NO_DAY && m->value.date.from < published - LATELY;
        if (!is_aside(m) && !is_old)
            return &m->value.date;
        const dj_date **kept = is_aside(m) ? &aside : &old;
        if (!*kept)
            *kept = &m->value.date;
    }
    return old ? old : aside;
}

/* a year of which a story tells its news: this one or the last, in words or in figures, and none that it recalls (1976년 이후) */
static bool is_told_year(const dj_mention *m, dj_day published)
{
    const dj_date *d = &m->value.date;
    if (d->grain != DJ_GRAIN_YEAR || !names_unit(d, DJ_UNIT_YEAR) || is_counted_from_sentence(m))
        return false;
    int back = published == DJ_NO_DAY ? -1 : dj_civil_of(published).year - dj_civil_of(d->from).year;
    return back == 0 || back == 1;
}

const dj_date *dj_date_told_year(const dj_text *text, size_t index)
{
    const dj_mention *self = text->mentions.at[index];
    for (size_t i = index, steps = 0; i-- > 0 && steps < LOOK_BACK; steps++) {
        const dj_mention *m = text->mentions.at[i];
        if (m->field != self->field)
            break;
        if (m->kind != DJ_DATE || !m->value.is_known || m->value.date.grain < DJ_GRAIN_MONTH)
            continue;
        if (is_told_year(m, text->story->published))
            return &m->value.date;
        if (m->value.date.grain < DJ_GRAIN_YEAR) /* of a month the story tells as of this year */
            break;
    }
    return NULL;
}

const dj_date *dj_date_joined(const dj_text *text, size_t index)
{
    const dj_mention *self = text->mentions.at[index];
    const dj_lexicon *joins = dj_pack_lexicon(text->pack, "date_join");
    for (size_t i = index, steps = 0; joins && i-- > 0 && steps < LOOK_BACK; steps++) {
        const dj_mention *m = text->mentions.at[i];
        if (m->field != self->field || m->end + MAX_JOIN < self->start)
            return NULL;
        if (m->kind != DJ_DATE || m->end > self->start)
            continue;
        dj_slice between = dj_slice_sub(text->story->fields[self->field].text, m->end, self->start);
        const dj_date *date = &m->value.date;
        bool joined = m->value.is_known && date->from != DJ_NO_DAY && dj_lexicon_has(joins, dj_slice_trim(between));
        return joined ? date : NULL;
    }
    return NULL;
}

dj_day dj_date_base(const dj_text *text, size_t index)
{
    if (text->story->published != DJ_NO_DAY)
        return text->story->published;
    const dj_date *stated = dj_date_before(text, index, DJ_UNIT_DAY, DJ_TOLD_MAINLY);
    return stated ? stated->from : DJ_NO_DAY;
}
