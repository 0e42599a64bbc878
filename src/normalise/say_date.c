/* Days and times. Days that are a whole month, quarter, half or year are said as that. */
#include <stdio.h>

#include "normalise/say_parts.h"

enum { MONTHS_OF_YEAR = 12, MINUTES_OF_HOUR = 60 };

static void say_parts(const char *key, int year, int month, int day, int n, const dj_pack *pack, dj_buf *out)
{
    char years[12], months[12], days[12], ns[12], name_key[24];
    snprintf(years, sizeof years, "%d", year);
    snprintf(months, sizeof months, "%d", month);
    snprintf(days, sizeof days, "%d", day);
    snprintf(ns, sizeof ns, "%d", n);
    snprintf(name_key, sizeof name_key, "say-month-%d", month);
    dj_arg args[] = {{"year", dj_slice_of(years)},
                     {"month", dj_slice_of(months)},
                     {"day", dj_slice_of(days)},
                     {"n", dj_slice_of(ns)},
                     {"month_name", dj_pack_message(pack, name_key)}};
    dj_say(pack, key, args, sizeof args / sizeof *args, out);
}

static void say_day(dj_day day, const dj_pack *pack, dj_buf *out)
{
    dj_civil c = dj_civil_of(day);
    say_parts("say-date-day", c.year, c.month, c.day, 0, pack, out);
}

/* months that the days from..to are, whole and from a month's first day on; 0 where they are no such period */
static int whole_months(dj_day from, dj_day to)
{
    static const int periods[] = {1, 3, 6, 12};
    if (dj_civil_of(from).day != 1)
        return 0;
    for (size_t i = 0; i < sizeof periods / sizeof *periods; i++)
        if (dj_month_end(from, periods[i] - 1) == to)
            return periods[i];
    return 0;
}

static void say_period(dj_day from, dj_day to, const dj_pack *pack, dj_buf *out)
{
    dj_civil c = dj_civil_of(from);
    int months = whole_months(from, to);
    if (months == 1) {
        say_parts("say-date-month", c.year, c.month, 0, 0, pack, out);
    } else if (months == 3 && c.month % 3 == 1) {
        say_parts("say-date-quarter", c.year, 0, 0, c.month / 3 + 1, pack, out);
    } else if (months == 6 && c.month % 6 == 1) {
        say_parts(c.month == 1 ? "say-date-half-1" : "say-date-half-2", c.year, 0, 0, 0, pack, out);
    } else if (months == MONTHS_OF_YEAR && c.month == 1) {
        say_parts("say-date-year", c.year, 0, 0, 0, pack, out);
    } else if (from == to) {
        say_day(from, pack, out);
    } else {
        dj_buf low = dj_say_room(), high = dj_say_room();
        say_day(from, pack, &low);
        say_day(to, pack, &high);
        dj_say_between(dj_buf_slice(&low), dj_buf_slice(&high), pack, out);
        dj_buf_free(&low);
        dj_buf_free(&high);
    }
}

static void say_partial_date(const dj_date *d, const dj_pack *pack, dj_buf *out)
{
    const char *key = d->month && d->day ? "say-date-month-day" : d->month ? "say-date-month-alone" : "say-date-day-alone";
    say_parts(d->month || d->day ? key : "say-unknown", 0, d->month, d->day, 0, pack, out);
}

void dj_say_date(const dj_date *d, const dj_pack *pack, dj_buf *out)
{
    bool has_from = d->from != DJ_NO_DAY, has_to = d->to != DJ_NO_DAY;
    dj_buf day = dj_say_room();
    if (has_from != has_to)
        say_day(has_from ? d->from : d->to, pack, &day);
    if (has_from && has_to)
        say_period(d->from, d->to, pack, out);
    else if (has_from || has_to)
        dj_say(pack, has_from ? "say-date-since" : "say-date-until", &(dj_arg){"x", dj_buf_slice(&day)}, 1, out);
    else
        say_partial_date(d, pack, out);
    dj_buf_free(&day);
}

static void say_minute(dj_day day, int32_t minute, const dj_pack *pack, dj_buf *out)
{
    char hours[12], minutes[12];
    if (day != DJ_NO_DAY) {
        say_day(day, pack, out);
        dj_buf_byte(out, ' ');
    }
    snprintf(hours, sizeof hours, "%d", (int)minute / MINUTES_OF_HOUR);
    snprintf(minutes, sizeof minutes, "%02d", (int)minute % MINUTES_OF_HOUR);
    dj_arg args[] = {{"hour", dj_slice_of(hours)}, {"minute", dj_slice_of(minutes)}};
    dj_say(pack, minute % MINUTES_OF_HOUR ? "say-time" : "say-time-hour", args, 2, out);
}

void dj_say_time(const dj_time *t, const dj_pack *pack, dj_buf *out)
{
    bool is_point = t->from == t->to && (t->to_day == t->day || t->to_day == DJ_NO_DAY);
    if (t->from < 0) {
        dj_say(pack, "say-unknown", NULL, 0, out);
        return;
    }
    if (is_point || t->to < 0) {
        say_minute(t->day, t->from, pack, out);
        return;
    }
    dj_buf from = dj_say_room(), to = dj_say_room();
    say_minute(t->day, t->from, pack, &from);
    say_minute(t->to_day == t->day ? DJ_NO_DAY : t->to_day, t->to, pack, &to);
    dj_say_between(dj_buf_slice(&from), dj_buf_slice(&to), pack, out);
    dj_buf_free(&from);
    dj_buf_free(&to);
}
