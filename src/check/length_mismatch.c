/* 7일부터 10일까지 3박4일, 지난달 29일 이후 6일 만이다: how long a thing took beside the days from which that is reckoned. A
 * sentence says so by the pack's pattern `length-mismatch`, whose groups are
 *   length   how long
 *   span     both ends: a range of days, months or years, or of times of one day
 *   since    or where it began, and `end` where it ended; without one it is the story's day, or the day before
 * Whether the first day counts is a matter of taste, and lengths are rounded to their smallest unit. A day named near by
 * that fits may be the end that is meant. */
#include <stdio.h>
#include <stdlib.h>

#include "check/skeleton.h"
#include "check/words.h"

/* In seconds, in which the lengths of a year of 365 1/4 days and of its twelfth part are whole as well. */
enum { MINUTE = 60, HOUR = 60 * MINUTE, DAY = 24 * HOUR, WEEK = 7 * DAY, YEAR = 1461 * DAY / 4, MONTH = YEAR / 12 };
enum { MONTHS = 12, SATURDAY = 5 };

/* from the last moment that the first one may be to the first moment of the last, and the other way round */
typedef struct stretch {
    int64_t least, most;
    int months, years; /* by the calendar: from a March to a May are 2 */
    int weekdays; /* of a range of days; 0 for others */
} stretch;

typedef struct length {
    const dj_mention *mention;
    int64_t low, high, unit;
} length;

/* of the smallest unit that is stated: P1Y6M a month, PT5H30M a minute */
static int64_t unit_of(dj_slice iso)
{
    bool is_of_day = memchr(iso.at, 'T', iso.n) != NULL;
    switch (iso.n ? iso.at[iso.n - 1] : '\0') {
    case 'Y': return YEAR;
    case 'M': return is_of_day ? MINUTE : MONTH;
    case 'W': return WEEK;
    case 'D': return DAY;
    case 'H': return HOUR;
    default: return 0;
    }
}

static bool read_length(const dj_mention *m, length *out)
{
    if (!m || m->kind != DJ_DURATION || !m->value.is_known || m->defect)
        return false;
    const dj_duration *d = &m->value.duration;
    *out = (length){m, d->months * MONTH + d->seconds, d->high_months * MONTH + d->high_seconds, unit_of(d->iso)};
    return out->unit > 0;
}

static stretch between(dj_day first, dj_day first_end, dj_day last, dj_day last_end)
{
    dj_civil a = dj_civil_of(first), b = dj_civil_of(last_end);
    int months = MONTHS * (b.year - a.year) + b.month - a.month;
    return (stretch){(int64_t)DAY * (last - first_end), (int64_t)DAY * (last_end - first), months, b.year - a.year, 0};
}

static bool is_range(const dj_mention *m)
{
    for (size_t i = 0; i < m->n_slots; i++)
        if (dj_slice_starts(m->slots[i].name, dj_slice_of("to_")))
            return true;
    return false;
}

static int weekdays_of(dj_day from, dj_day to)
{
    int n = 0;
    for (dj_day day = from; day <= to && day - from <= YEAR / DAY; day++)
        n += dj_weekday(day) < SATURDAY;
    return n;
}

/* 7~10일: three days from the first to the last, and four with it; 9월~6월: whole months */
static bool read_days(const dj_date *d, stretch *out)
{
    static const int64_t longest[DJ_GRAINS] = {
        [DJ_GRAIN_DAY] = DAY, [DJ_GRAIN_WEEK] = WEEK, [DJ_GRAIN_MONTH] = MONTH, [DJ_GRAIN_YEAR] = YEAR};
    if (d->from == DJ_NO_DAY || d->to == DJ_NO_DAY || longest[d->grain] <= 0)
        return false;
    *out = between(d->from, d->from, d->to, d->to);
    out->most += DAY;
    out->months += 1; /* with the first */
    out->years += 1;
    out->weekdays = d->grain == DJ_GRAIN_DAY ? weekdays_of(d->from, d->to) : 0;
    out->least = out->most - (d->grain == DJ_GRAIN_DAY ? 1 : 2) * longest[d->grain];
    return out->most > DAY;
}

static int64_t seconds_of(double n, int64_t unit)
{
    return (int64_t)(n * (double)unit);
}

/* 오전 9시부터 오후 6시까지 8시간: of a long day an hour of rest may not count */
static bool read_span(const dj_checking *k, const dj_mention *m, stretch *out)
{
    if (m->kind == DJ_DATE)
        return m->value.is_known && is_range(m) && read_days(&m->value.date, out);
    const dj_time *t = &m->value.time;
    if (m->kind != DJ_TIME || !m->value.is_known || !is_range(m) || t->from < 0 || t->to <= t->from)
        return false;
    int64_t took = (int64_t)MINUTE * (t->to - t->from);
    *out = (stretch){.least = took, .most = took};
    if (out->most >= seconds_of(dj_threshold(k, "shift", 480), MINUTE))
        out->least -= seconds_of(dj_threshold(k, "rest", 60), MINUTE);
    return true;
}

/* the last day of a date; of 1989년 10월 이후 that of its beginning */
static dj_day end_of(const dj_date *d)
{
    static const int days[DJ_GRAINS] = {[DJ_GRAIN_DAY] = 1,      [DJ_GRAIN_WEEK] = 7,   [DJ_GRAIN_MONTH] = 30,
                                        [DJ_GRAIN_QUARTER] = 91, [DJ_GRAIN_HALF] = 182, [DJ_GRAIN_YEAR] = 365};
    return d->to != DJ_NO_DAY ? d->to : d->from + days[d->grain] - 1;
}

static bool is_dated(const dj_mention *m)
{
    return m && m->kind == DJ_DATE && m->value.is_known && m->value.date.from != DJ_NO_DAY && !is_range(m) &&
           !dj_mention_slot(m, "century") && !dj_mention_slot(m, "decade");
}

static stretch until(const dj_mention *since, const dj_mention *end)
{
    const dj_date *a = &since->value.date, *b = &end->value.date;
    return between(a->from, end_of(a), b->from, end_of(b));
}

static bool read_since(const dj_mention *since, const dj_mention *end, stretch *out)
{
    dj_day told = since->in->story->published;
    if (!is_dated(since) || (end ? !is_dated(end) : since->in->story->published_from != DJ_PUBLISHED_METADATA))
        return false;
    *out = end ? until(since, end) : between(since->value.date.from, end_of(&since->value.date), told - 1, told);
    return out->most >= 0;
}

/* `slack`: units by which a length may be off */
static bool fits(const length *l, const stretch *s, double slack)
{
    if (s->weekdays && dj_mention_slot(l->mention, "nights")) /* 3박4일: its days are counted with the first */
        return l->low == s->most;
    if (s->weekdays && l->unit >= DAY && l->unit < WEEK &&
        l->low == (int64_t)DAY * s->weekdays) /* 14일부터 20일까지 닷새간: without the weekend */
        return true;
    int64_t off = seconds_of(slack, l->unit);
    if (l->high >= s->least - off && l->low <= s->most + off)
        return true;
    int counted = l->unit >= YEAR ? s->years : s->months;
    return l->unit >= MONTH && llabs(l->low - counted * (int64_t)(l->unit >= YEAR ? YEAR : MONTH)) < DAY;
}

/* is an end named near by that fits, or where the end is stated, another beginning? */
static bool fits_other(const dj_checking *k, const dj_mention *since, const dj_mention *end, const length *l, double slack)
{
    uint32_t around = (uint32_t)dj_threshold(k, "sentences", 2);
    const dj_text *text = since->in;
    uint32_t first = since->sentence < around ? 0 : since->sentence - around;
    for (size_t i = dj_mention_from(text, since->field, text->parts[since->field].sentences.at[first].start);
         i < text->mentions.n; i++) {
        const dj_mention *m = text->mentions.at[i];
        if (m->field != since->field || m->sentence > since->sentence + around)
            return false;
        if (m == since || m == end || !is_dated(m) || m->value.date.grain > DJ_GRAIN_MONTH)
            continue;
        stretch s = end ? until(m, end) : until(since, m);
        if (s.most >= 0 && fits(l, &s, slack))
            return true;
    }
    return false;
}

static int64_t rounded(int64_t seconds, int64_t unit)
{
    return seconds < 0 ? 0 : (seconds + unit / 2) / unit;
}

/* in years and months, days, or hours and minutes, as the length is stated */
static void write_iso(const length *l, const stretch *s, char *out, size_t size)
{
    long long months = rounded(s->most, MONTH), days = rounded(s->least, DAY), minutes = rounded(s->most, MINUTE);
    bool is_whole = l->unit >= YEAR && (months + 1) % MONTHS <= 2; /* give or take a month */
    if (is_whole && months >= MONTHS)
        snprintf(out, size, "P%lldY", (months + 1) / MONTHS);
    else if (l->unit >= MONTH && months < MONTHS)
        snprintf(out, size, "P%lldM", months);
    else if (l->unit >= MONTH && months % MONTHS)
        snprintf(out, size, "P%lldY%lldM", months / MONTHS, months % MONTHS);
    else if (l->unit >= MONTH)
        snprintf(out, size, "P%lldY", months / MONTHS);
    else if (l->unit >= DAY)
        snprintf(out, size, "P%lldD", days);
    else if (minutes % 60)
        snprintf(out, size, "PT%lldH%lldM", minutes / 60, minutes % 60);
    else
        snprintf(out, size, "PT%lldH", minutes / 60);
}

static dj_slice reckoned(dj_checking *k, const length *l, const stretch *s)
{
    dj_mention *m = dj_claim_like(k->arena, l->mention);
    char iso[64];
    write_iso(l, s, iso, sizeof iso);
    bool is_between = l->unit >= DAY && l->unit < MONTH && rounded(s->most, DAY) > rounded(s->least, DAY);
    m->value.duration = (dj_duration){
        .high_seconds = s->most, .iso = dj_slice_copy(k->arena, dj_slice_of(iso)), .bound = is_between ? DJ_BETWEEN : DJ_EXACT};
    return dj_told(k, m);
}

static void tell(dj_checking *k, const length *l, const stretch *s, const dj_mention *from, const dj_mention *end,
                 const char *why)
{
    const dj_mention *claims[] = {l->mention, from, end};
    dj_day told = from->in->story->published;
    dj_arg args[] = {{"length", dj_mention_text(l->mention)},
                     {"from", dj_mention_text(from)},
                     {"to", end ? dj_mention_text(end) : DJ_NONE},
                     {"day", told == DJ_NO_DAY ? DJ_NONE : dj_day_told(k, told)},
                     {"right", reckoned(k, l, s)},
                     {"source", dj_source_of(from)}};
    dj_finding_tell(k, dj_finding_new(k, k->info->severity, claims, end ? 3 : 2), NULL, why, args, sizeof args / sizeof args[0]);
}

static void look_at(dj_checking *k, const dj_join *join)
{
    const dj_mention *span = dj_join_figure(join, "span"), *since = dj_join_figure(join, "since"),
                     *end = dj_join_figure(join, "end");
    length l;
    stretch s;
    if (!read_length(dj_join_figure(join, "length"), &l))
        return;
    if (span) {
        if (read_span(k, span, &s) && !fits(&l, &s, dj_threshold(k, "span", 0.5)))
            tell(k, &l, &s, span, NULL, "span");
        return;
    }
    double slack = l.unit < YEAR ? dj_threshold(k, "since", 1) : 0.5;
    if (!since || !read_since(since, end, &s) || fits(&l, &s, slack) || fits_other(k, since, end, &l, slack))
        return;
    double far = dj_threshold(k, "far", 3);
    if (end || ((double)l.low < far * (double)s.most && (double)s.least < far * (double)l.high))
        tell(k, &l, &s, since, end, end ? "end" : "since");
}

void dj_check_length_mismatch(dj_checking *k)
{
    dj_joins_visit(k, "length-mismatch", 2, look_at);
}
