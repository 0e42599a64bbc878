/* Lengths of time, part by part, of the ISO text that was read; the longer end of 3~4년 has no text and is told by its months
 * and seconds. */
#include <stdio.h>

#include "normalise/say_parts.h"

enum { MONTHS_OF_YEAR = 12 };

/* "3", "Y" as 3년; a message of its own for one (1 year) */
static void say_length_part(dj_slice n, dj_slice unit, const dj_pack *pack, dj_buf *out)
{
    char one[24], many[24];
    snprintf(one, sizeof one, "say-one-%.*s", DJ_FMT(unit));
    snprintf(many, sizeof many, "say-length-%.*s", DJ_FMT(unit));
    dj_slice so_far = dj_buf_slice(out);
    if (so_far.n && !dj_slice_ends(so_far, DJ_S("~")))
        dj_buf_byte(out, ' ');
    dj_say(pack, dj_slice_is(n, "1") && dj_can_say(pack, one) ? one : many, &(dj_arg){"n", n}, 1, out);
}

static void say_iso_length(dj_slice iso, const dj_pack *pack, dj_buf *out)
{
    bool is_clock = false;
    for (size_t i = 1, from = 1; i < iso.n; i++) {
        char c = iso.at[i], unit[3] = {'T', c, '\0'};
        if (c == 'T')
            is_clock = true;
        if (c == 'T')
            from = i + 1;
        if (c == 'T' || c == '.' || (c >= '0' && c <= '9'))
            continue;
        say_length_part(dj_slice_sub(iso, from, i), dj_slice_of(is_clock ? unit : unit + 1), pack, out);
        from = i + 1;
    }
}

static void say_count(int64_t n, const char *unit, const dj_pack *pack, dj_buf *out)
{
    char digits[24];
    snprintf(digits, sizeof digits, "%lld", (long long)n);
    if (n)
        say_length_part(dj_slice_of(digits), dj_slice_of(unit), pack, out);
}

static void say_high_length(const dj_duration *d, const dj_pack *pack, dj_buf *out)
{
    enum { HOUR = 3600, DAY = 24 * HOUR };
    say_count(d->high_months / MONTHS_OF_YEAR, "Y", pack, out);
    say_count(d->high_months % MONTHS_OF_YEAR, "M", pack, out);
    say_count(d->high_seconds / DAY, "D", pack, out);
    say_count(d->high_seconds % DAY / HOUR, "TH", pack, out);
    say_count(d->high_seconds % HOUR / 60, "TM", pack, out);
    say_count(d->high_seconds % 60, "TS", pack, out);
}

void dj_say_duration(const dj_duration *d, const dj_pack *pack, dj_buf *out)
{
    dj_buf low = dj_say_room(), high = dj_say_room(), whole = dj_say_room();
    say_iso_length(d->iso, pack, &low);
    say_high_length(d, pack, &high);
    if (d->bound == DJ_BETWEEN)
        dj_say_between(dj_buf_slice(&low), dj_buf_slice(&high), pack, &whole);
    else
        dj_buf_add(&whole, dj_buf_slice(&low));
    dj_say_bounded(d->bound, dj_buf_slice(&whole), pack, out);
    dj_buf_free(&low);
    dj_buf_free(&high);
    dj_buf_free(&whole);
}
