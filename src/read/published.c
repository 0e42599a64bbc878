/* Publication dates as metadata writes them: ISO 8601 dates and date-times, and the looser forms of Korean pages
 * (2025.02.04 09:30, 20250204). A Korean desk means its own clock when it writes "today", so a moment with a stated
 * offset is moved to Korean time for a Korean story; others keep the clock that their metadata shows. */
#include "read/reader.h"

enum { MINUTES_A_DAY = 24 * 60, KOREA = 9 * 60, NO_OFFSET = INT32_MAX };

typedef struct cursor {
    dj_slice s;
    size_t pos;
} cursor;

static bool take(cursor *c, const char *any)
{
    if (c->pos == c->s.n || c->s.at[c->pos] == 0 || !strchr(any, c->s.at[c->pos]))
        return false;
    c->pos++;
    return true;
}

/* a number of least..most digits; -1, and nothing taken, where there is none */
static int number(cursor *c, int least, int most)
{
    int n = 0, value = 0;
    while (n < most && c->pos + (size_t)n < c->s.n && c->s.at[c->pos + (size_t)n] >= '0' && c->s.at[c->pos + (size_t)n] <= '9')
        value = value * 10 + (c->s.at[c->pos + (size_t)n++] - '0');
    if (n < least)
        return -1;
    c->pos += (size_t)n;
    return value;
}

static void skip_spaces(cursor *c)
{
    while (take(c, " "))
        ;
}

static dj_day take_day(cursor *c)
{
    int year = number(c, 4, 4);
    bool is_compact = !take(c, "-./");
    skip_spaces(c);
    int month = number(c, is_compact ? 2 : 1, 2);
    if (!is_compact && !take(c, "-./"))
        return DJ_NO_DAY;
    skip_spaces(c);
    int day = number(c, is_compact ? 2 : 1, 2);
    bool okay = year > 0 && month > 0 && day > 0 && dj_civil_valid(year, month, day);
    return okay ? dj_day_of(year, month, day) : DJ_NO_DAY;
}

/* minute of the day, -1 for none */
static int take_clock(cursor *c)
{
    while (take(c, ".T "))
        ;
    int hour = number(c, 1, 2);
    if (hour < 0 || hour > 23 || !take(c, ":"))
        return -1;
    int minute = number(c, 2, 2);
    if (minute < 0 || minute > 59)
        return -1;
    if (take(c, ":")) {
        number(c, 2, 2);
        if (take(c, ".,"))
            number(c, 1, 9);
    }
    return hour * 60 + minute;
}

/* minutes east of Greenwich */
static int take_offset(cursor *c)
{
    skip_spaces(c);
    if (take(c, "Zz"))
        return 0;
    int sign = take(c, "+") ? 1 : take(c, "-") ? -1 : 0;
    int hours = sign ? number(c, 2, 2) : -1;
    if (hours < 0 || hours > 14)
        return NO_OFFSET;
    take(c, ":");
    int minutes = number(c, 2, 2);
    return sign * (hours * 60 + (minutes > 0 && minutes < 60 ? minutes : 0));
}

bool dj_story_set_published(dj_story *story, dj_slice text)
{
    cursor c = {.s = dj_slice_trim(text)};
    dj_day day = take_day(&c);
    if (day == DJ_NO_DAY)
        return false;
    int minute = take_clock(&c);
    int offset = minute >= 0 ? take_offset(&c) : NO_OFFSET;
    if (offset != NO_OFFSET && dj_slice_is(story->lang, "ko")) {
        minute += KOREA - offset;
        day += minute < 0 ? -1 : minute >= MINUTES_A_DAY ? 1 : 0;
        minute = (minute + MINUTES_A_DAY) % MINUTES_A_DAY;
    }
    story->published = day;
    story->published_minute = minute;
    story->published_from = DJ_PUBLISHED_METADATA;
    return true;
}
