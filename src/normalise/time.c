/* dj_make_time: the slots of a time mention to minutes of a day. A part of the day (오후, 밤, p.m.) says which of the two
 * rounds of the clock an hour is of; of a range one end says it for both. The day is that of the date beside it, which
 * stays a mention of its own. */
#include "normalise/date_point.h"
#include "normalise/makers.h"

enum { HALF_DAY = 12 * 60, DAY = 24 * 60, UNKNOWN = -1 };

typedef struct clock_end {
    dj_slice part; /* "am", "pm", "night", "midday", "noon", "midnight", empty for none */
    int hour, minute; /* as stated; hour -1: none */
    bool is_stated, is_padded; /* padded: 08시, which nobody writes of an evening */
} clock_end;

static clock_end read_end(const dj_mention *m, const char *part_slot, const char *hour_slot, const char *minute_slot)
{
    const dj_pack *pack = m->in->pack;
    const dj_slot *part = dj_mention_slot(m, part_slot), *hour = dj_mention_slot(m, hour_slot),
                  *minute = dj_mention_slot(m, minute_slot);
    clock_end end = {.hour = UNKNOWN, .is_stated = part || hour};
    if (part)
        end.part = dj_slot_word(pack, "day_part", part->text);
    if (hour)
        dj_slot_number(pack, "hour", hour->text, &end.hour);
    end.is_padded = hour && hour->text.at[0] == '0';
    if (minute)
        dj_slot_numeral(pack, "minute", minute->text, &end.minute);
    if (dj_mention_slot(m, "shift_from")) /* a quarter to three */
        end.minute = -end.minute;
    return end;
}

/* minutes from 0:00 on of a stated hour in its part of the day; UNKNOWN where it is no time */
static int minutes_of(const clock_end *end)
{
    int hour = end->hour, half = hour % 12;
    if (hour == UNKNOWN)
        return dj_slice_is(end->part, "noon") ? HALF_DAY : dj_slice_is(end->part, "midnight") ? 0 : UNKNOWN;
    if (hour > 24 || end->minute > 59)
        return UNKNOWN;
    if (hour <= 12 && dj_slice_is(end->part, "am"))
        hour = half;
    else if (hour <= 12 && dj_slice_is(end->part, "pm"))
        hour = half + 12;
    else if (hour <= 12 && dj_slice_is(end->part, "night")) /* 밤 9시, 밤 12시, 밤 2시 */
        hour = half >= 6 ? half + 12 : half;
    else if (hour <= 12 && (dj_slice_is(end->part, "midday") || dj_slice_is(end->part, "noon"))) /* 낮 11시, 낮 2시 */
        hour = half >= 9 ? half : half + 12;
    else if (dj_slice_is(end->part, "midnight"))
        hour = half;
    int minutes = (hour == 24 ? 0 : hour) * 60 + end->minute;
    return minutes < 0 ? minutes + DAY : minutes;
}

static bool is_open(const clock_end *end)
{
    return !end->part.n && end->hour <= 12;
}

/* Both ends of a range, the second maybe past midnight. An end without its part of the day is the one nearest to the
 * other: 오전 11시~3시 ends at 15:00, 11시~오전 3시 begins at 23:00. */
static bool resolve_ends(const clock_end *from, const clock_end *to, int *a, int *b)
{
    *a = minutes_of(from);
    *b = minutes_of(to);
    if (*a == UNKNOWN || *b == UNKNOWN)
        return false;
    if (is_open(to))
        while (*b <= *a)
            *b += HALF_DAY;
    else if (is_open(from) && *a + HALF_DAY < *b)
        *a += HALF_DAY;
    else if (is_open(from) && *b<*a && * b + DAY> * a + HALF_DAY && *a < HALF_DAY)
        *a += HALF_DAY;
    if (*b < *a)
        *b += DAY;
    return true;
}

static dj_day one_day(const dj_mention *date)
{
    const dj_date *d = &date->value.date;
    return date->value.is_known && d->from == d->to && d->grain == DJ_GRAIN_DAY ? d->from : DJ_NO_DAY;
}

/* whether nothing but white space, an opening bracket or a `time_join` stands between two places of a field */
static bool is_beside(const dj_text *text, dj_field_name field, uint32_t from, uint32_t to)
{
    enum { MAX_GAP = 16 };
    if (to < from || to - from > MAX_GAP)
        return false;
    dj_slice gap = dj_slice_trim(dj_slice_sub(text->story->fields[field].text, from, to));
    const dj_lexicon *joins = dj_pack_lexicon(text->pack, "time_join");
    return gap.n == 0 || dj_lexicon_has(joins, gap);
}

/* the day that a date mention directly before or behind the time states */
static dj_day day_beside(dj_arena *arena, dj_text *text, size_t index)
{
    const dj_mention *m = text->mentions.at[index];
    if (index > 0) {
        const dj_mention *before = text->mentions.at[index - 1];
        if (before->kind == DJ_DATE && before->field == m->field && is_beside(text, m->field, before->end, m->start))
            return one_day(before);
        if (before->kind == DJ_TIME && before->field == m->field && is_beside(text, m->field, before->end, m->start))
            return before->value.time.to_day;
    }
    if (index + 1 < text->mentions.n) {
        const dj_mention *behind = text->mentions.at[index + 1];
        if (behind->kind == DJ_DATE && behind->field == m->field && is_beside(text, m->field, m->end, behind->start)) {
            dj_make_date(arena, text, index + 1); /* made again in its turn */
            return one_day(behind);
        }
    }
    return DJ_NO_DAY;
}

/* "12:00-17:59": the ends in minutes; false where it is not written so */
static bool read_span(dj_slice text, int *from, int *to)
{
    int part[4] = {0};
    if (text.n != 11 || text.at[2] != ':' || text.at[5] != '-' || text.at[8] != ':')
        return false;
    for (int i = 0; i < 4; i++)
        part[i] = (text.at[i * 3] - '0') * 10 + (text.at[i * 3 + 1] - '0');
    *from = part[0] * 60 + part[1];
    *to = part[2] * 60 + part[3];
    return true;
}

/* tonight, this morning name their day; else it is that of the date beside */
static dj_day day_named(dj_arena *arena, dj_text *text, size_t index)
{
    const dj_mention *m = text->mentions.at[index];
    dj_point point;
    dj_period day;
    if (dj_mention_slot(m, "relative_day") && dj_point_read(m, "", &point) && point.anchor == DJ_FROM_NOW &&
        dj_period_at(text->story->published, DJ_UNIT_DAY, point.offset, &day))
        return day.from;
    return day_beside(arena, text, index);
}

/* 오전, this evening: the hours that are meant by it */
static void make_part_of_day(dj_arena *arena, dj_text *text, size_t index, dj_slice span)
{
    dj_mention *m = text->mentions.at[index];
    dj_time time = {0};
    if (!read_span(span, &time.from, &time.to))
        return;
    time.day = day_named(arena, text, index);
    time.to_day = time.day != DJ_NO_DAY && time.to < time.from ? time.day + 1 : time.day;
    m->value = (dj_value){.kind = DJ_TIME, .is_known = true, .time = time};
}

/* the hours of a part of the day that stands beside a bare clock: this afternoon at 5, 9:15 on Tuesday night */
static bool span_beside(const dj_text *text, size_t index, int *from)
{
    const dj_mention *m = text->mentions.at[index], *part = NULL;
    const dj_slot *slot;
    int to;
    if (index > 0 && text->mentions.at[index - 1]->field == m->field &&
        is_beside(text, m->field, text->mentions.at[index - 1]->end, m->start))
        part = text->mentions.at[index - 1];
    if (!part || part->kind != DJ_TIME) {
        size_t next = index + 1;
        uint32_t end = m->end;
        for (; next < text->mentions.n && text->mentions.at[next]->kind == DJ_DATE &&
               is_beside(text, m->field, end, text->mentions.at[next]->start);
             next++)
            end = text->mentions.at[next]->end;
        bool is_near = next < text->mentions.n && text->mentions.at[next]->field == m->field &&
                       is_beside(text, m->field, end, text->mentions.at[next]->start);
        part = is_near ? text->mentions.at[next] : NULL;
    }
    if (!part || part->kind != DJ_TIME || !(slot = dj_mention_slot(part, "day_span")))
        return false;
    return read_span(dj_slot_word(text->pack, "day_span", slot->text), from, &to);
}

/* the part of the day of a clock that states none itself */
static dj_slice part_beside(const dj_text *text, size_t index)
{
    enum { EVENING = 17 * 60 };
    int from;
    if (!span_beside(text, index, &from))
        return DJ_NONE;
    return from < HALF_DAY - 60 ? DJ_S("am") : from < EVENING ? DJ_S("pm") : DJ_S("night");
}

/* minutes that a span counts: 지난 24시간, 5분 안에; UNKNOWN where it counts none */
static int counted_minutes(const dj_mention *m)
{
    const dj_pack *pack = m->in->pack;
    const dj_slot *hours = dj_mention_slot(m, "hours"), *minutes = dj_mention_slot(m, "minutes"),
                  *half = dj_mention_slot(m, "minute");
    int h = 0, n = 0, more = 0;
    if (!hours && !minutes && !half)
        return UNKNOWN;
    if ((hours && !dj_slot_numeral(pack, "count", hours->text, &h)) ||
        (minutes && !dj_slot_numeral(pack, "count", minutes->text, &n)) ||
        (half && !dj_slot_number(pack, "minute", half->text, &more)))
        return UNKNOWN;
    if (dj_mention_slot(m, "and_half")) /* an hour and a half */
        more += 30;
    return h * 60 + n + more;
}

/* a span from the minute of publication on or back to it, or the point at its end (shift); left as it is where that is unknown */
static void make_counted(const dj_mention *m, dj_time *out)
{
    const dj_story *story = m->in->story;
    const dj_slot *span = dj_mention_slot(m, "span"), *shift = dj_mention_slot(m, "shift");
    int count = counted_minutes(m);
    if (count == UNKNOWN || story->published == DJ_NO_DAY || story->published_minute < 0)
        return;
    dj_slice way = span    ? dj_slot_word(m->in->pack, "span", span->text)
                   : shift ? dj_slot_word(m->in->pack, "shift", shift->text)
                           : DJ_NONE;
    bool is_past = dj_slice_is(way, "past") || dj_slice_is(way, "last");
    int now = story->published_minute, other = is_past ? now - count : now + count;
    int from = shift ? other : is_past ? other : now, to = shift ? other : is_past ? now : other;
    int from_days = (from - (from < 0 ? DAY - 1 : 0)) / DAY, to_days = (to - (to < 0 ? DAY - 1 : 0)) / DAY;
    *out = (dj_time){.day = story->published + from_days,
                     .from = from - from_days * DAY,
                     .to = to - to_days * DAY,
                     .to_day = story->published + to_days};
}

void dj_make_time(dj_arena *arena, dj_text *text, size_t index)
{
    dj_mention *m = text->mentions.at[index];
    if (dj_mention_slot(m, "span") || dj_mention_slot(m, "shift")) {
        dj_time span = {.day = DJ_NO_DAY, .from = UNKNOWN, .to = UNKNOWN, .to_day = DJ_NO_DAY};
        make_counted(m, &span);
        m->value = (dj_value){.kind = DJ_TIME, .is_known = true, .time = span}; /* read, but at null without that minute */
        return;
    }
    const dj_slot *part_of_day = dj_mention_slot(m, "day_span");
    if (part_of_day) {
        make_part_of_day(arena, text, index, dj_slot_word(text->pack, "day_span", part_of_day->text));
        return;
    }
    clock_end from = read_end(m, "day_part", "hour", "minute"), to = read_end(m, "to_day_part", "to_hour", "to_minute");
    if (!to.is_stated && is_open(&from) && !from.is_padded)
        from.part = part_beside(text, index);
    int a = minutes_of(&from), b = a;
    if (to.is_stated ? !resolve_ends(&from, &to, &a, &b) : a == UNKNOWN)
        return;
    dj_time time = {.day = day_named(arena, text, index), .from = a % DAY, .to = b % DAY};
    time.is_of_either_half = !to.is_stated && is_open(&from) && !from.is_padded && from.hour > 0;
    bool is_midnight = from.hour == 24 || (from.hour == 12 && dj_slice_is(from.part, "night"));
    if (time.day != DJ_NO_DAY && is_midnight && !to.is_stated)
        time.day++;
    time.to_day = time.day == DJ_NO_DAY ? DJ_NO_DAY : time.day + b / DAY;
    dj_bound bound = m->modifier ? m->modifier->bound : DJ_EXACT;
    if (bound == DJ_AT_MOST || bound == DJ_LESS_THAN)
        time.from = UNKNOWN;
    else if (bound == DJ_AT_LEAST || bound == DJ_MORE_THAN)
        time.to = UNKNOWN;
    m->value = (dj_value){.kind = DJ_TIME, .is_known = true, .time = time};
}
