/* dj_value_compare: how two values stand to each other, one comparison a family. Everything becomes a closed interval
 * first: two values are the same where they state the same, compatible where the intervals meet. */
#include "value/value.h"

#include <stdlib.h>

enum { DAY_SECONDS = 86400, DAY_MINUTES = 1440, SHORT_MONTH = 28, LONG_MONTH = 31, NOMINAL_MONTH = 30 };

static bool is_upper(dj_bound bound)
{
    return bound == DJ_AT_MOST || bound == DJ_LESS_THAN;
}

static bool is_lower(dj_bound bound)
{
    return bound == DJ_AT_LEAST || bound == DJ_MORE_THAN;
}

bool dj_bounds_oppose(const dj_amount *a, const dj_amount *b)
{
    const dj_amount *upper = is_upper(a->bound) ? a : b, *lower = upper == a ? b : a;
    return is_upper(upper->bound) && is_lower(lower->bound) && dj_slice_eq(a->unit, b->unit) && upper->has_high &&
           lower->has_low && dj_dec_eq(upper->high, lower->low);
}

static bool ends_equal(bool has_a, dj_dec a, bool has_b, dj_dec b)
{
    return has_a == has_b && (!has_a || dj_dec_eq(a, b));
}

static dj_relation compare_amounts(const dj_amount *a, const dj_amount *b)
{
    if (!dj_slice_eq(a->unit, b->unit))
        return DJ_INCOMPARABLE;
    if (ends_equal(a->has_low, a->low, b->has_low, b->low) && ends_equal(a->has_high, a->high, b->has_high, b->high))
        return DJ_SAME;
    dj_amount x = dj_reach(a), y = dj_reach(b);
    bool x_below = x.has_high && y.has_low && dj_dec_cmp(x.high, y.low) < 0;
    bool y_below = y.has_high && x.has_low && dj_dec_cmp(y.high, x.low) < 0;
    return x_below || y_below ? DJ_DIFFERENT : DJ_COMPATIBLE;
}

typedef struct interval {
    double low, high; /* seconds; widened for rounding, so that binary fractions do no harm */
} interval;

static double unit_seconds(char letter, bool after_t)
{
    switch (letter) {
    case 'Y': return 12.0 * NOMINAL_MONTH * DAY_SECONDS;
    case 'M': return after_t ? 60 : (double)NOMINAL_MONTH * DAY_SECONDS;
    case 'W': return 7.0 * DAY_SECONDS;
    case 'D': return DAY_SECONDS;
    case 'H': return 3600;
    default: return 1;
    }
}

/* half of the last significant digit of an ISO duration's last part: P2Y half a year, PT30M five minutes */
static double rounding(dj_slice iso)
{
    dj_dec count;
    size_t end = iso.n ? iso.n - 1 : 0, from = end;
    while (from > 0 && (iso.at[from - 1] == '.' || (iso.at[from - 1] >= '0' && iso.at[from - 1] <= '9')))
        from--;
    if (!end || !dj_dec_parse(dj_slice_sub(iso, from, end), &count))
        return 0;
    bool after_t = dj_slice_find(iso, DJ_S("T"), 0) < iso.n;
    return dj_dec_double(dj_dec_step(count)) * unit_seconds(iso.at[end], after_t) / 2;
}

static interval duration_reach(const dj_duration *d, bool is_mixed)
{
    double low_month = (is_mixed ? SHORT_MONTH : NOMINAL_MONTH) * (double)DAY_SECONDS;
    double high_month = (is_mixed ? LONG_MONTH : NOMINAL_MONTH) * (double)DAY_SECONDS;
    double fraction = dj_dec_double(d->months_fraction);
    double margin = d->bound == DJ_ABOUT ? rounding(d->iso) : 0;
    interval reach = {((double)d->months + fraction) * low_month + (double)d->seconds - margin,
                      ((double)d->high_months + fraction) * high_month + (double)d->high_seconds + margin};
    if (is_upper(d->bound))
        reach.low = 0;
    if (is_lower(d->bound))
        reach.high = 1e18;
    return reach;
}

static bool has_months(const dj_duration *d)
{
    return d->months || d->high_months || d->months_fraction.mantissa;
}

static bool has_seconds(const dj_duration *d)
{
    return d->seconds || d->high_seconds;
}

static dj_relation compare_durations(const dj_duration *a, const dj_duration *b)
{
    if (a->months == b->months && a->seconds == b->seconds && a->high_months == b->high_months &&
        a->high_seconds == b->high_seconds && dj_dec_eq(a->months_fraction, b->months_fraction) &&
        is_upper(a->bound) == is_upper(b->bound) && is_lower(a->bound) == is_lower(b->bound))
        return DJ_SAME;
    /* a month is no number of days: where one side counts months and the other days, 28 to 31 of them */
    bool is_mixed = (has_months(a) || has_months(b)) && (has_seconds(a) || has_seconds(b));
    interval x = duration_reach(a, is_mixed), y = duration_reach(b, is_mixed);
    return x.high < y.low || y.high < x.low ? DJ_DIFFERENT : DJ_COMPATIBLE;
}

static bool date_is_whole(const dj_date *d)
{
    return (d->from != DJ_NO_DAY && d->to != DJ_NO_DAY) || (d->bound != DJ_EXACT && (d->from != DJ_NO_DAY || d->to != DJ_NO_DAY));
}

/* what a date states of month and day, 0 for nothing; a resolved day states both */
static void stated(const dj_date *d, int *month, int *day)
{
    *month = d->month;
    *day = d->day;
    if (d->from == DJ_NO_DAY)
        return;
    dj_civil c = dj_civil_of(d->from);
    *month = d->grain == DJ_GRAIN_DAY || d->grain == DJ_GRAIN_MONTH ? c.month : 0;
    *day = d->grain == DJ_GRAIN_DAY ? c.day : 0;
}

static dj_relation compare_partial_dates(const dj_date *a, const dj_date *b)
{
    int month_a, day_a, month_b, day_b;
    stated(a, &month_a, &day_a);
    stated(b, &month_b, &day_b);
    bool share_month = month_a && month_b, share_day = day_a && day_b;
    if (!share_month && !share_day)
        return DJ_INCOMPARABLE;
    if ((share_month && month_a != month_b) || (share_day && day_a != day_b))
        return DJ_DIFFERENT;
    return month_a == month_b && day_a == day_b && !date_is_whole(a) && !date_is_whole(b) ? DJ_SAME : DJ_COMPATIBLE;
}

/* Days that a date may be off: 3년 전 is meant to about half a year. */
static int64_t date_slack(const dj_date *d)
{
    static const int16_t days[DJ_GRAINS] = {[DJ_GRAIN_DAY] = 1,      [DJ_GRAIN_WEEK] = 4,  [DJ_GRAIN_MONTH] = 15,
                                            [DJ_GRAIN_QUARTER] = 46, [DJ_GRAIN_HALF] = 92, [DJ_GRAIN_YEAR] = 183};
    return d->bound == DJ_ABOUT ? days[d->grain] : 0;
}

static dj_relation compare_dates(const dj_date *a, const dj_date *b)
{
    if (!date_is_whole(a) || !date_is_whole(b))
        return compare_partial_dates(a, b);
    if (a->from == b->from && a->to == b->to)
        return DJ_SAME;
    /* since one day and since another, until one and until another */
    bool are_since = a->bound == DJ_AT_LEAST && b->bound == DJ_AT_LEAST && a->from != DJ_NO_DAY && b->from != DJ_NO_DAY;
    bool are_until = a->bound == DJ_AT_MOST && b->bound == DJ_AT_MOST && a->to != DJ_NO_DAY && b->to != DJ_NO_DAY;
    int64_t slack = (a->is_local != b->is_local) + date_slack(a) +
                    date_slack(b); /* elsewhere it may be the day before or after */
    bool a_before = a->to != DJ_NO_DAY && b->from != DJ_NO_DAY && a->to + slack < b->from;
    bool b_before = b->to != DJ_NO_DAY && a->from != DJ_NO_DAY && b->to + slack < a->from;
    bool are_ends_apart = (are_since && llabs((int64_t)a->from - b->from) > slack) ||
                          (are_until && llabs((int64_t)a->to - b->to) > slack);
    return a_before || b_before || are_ends_apart ? DJ_DIFFERENT : DJ_COMPATIBLE;
}

static dj_relation compare_stated_times(const dj_time *a, const dj_time *b)
{
    if (a->from < 0 || a->to < 0 || b->from < 0 || b->to < 0)
        return DJ_INCOMPARABLE;
    bool have_days = a->day != DJ_NO_DAY && b->day != DJ_NO_DAY;
    int64_t shift = have_days ? ((int64_t)b->day - a->day) * DAY_MINUTES : 0;
    int64_t length_a = a->to - a->from, length_b = b->to - b->from;
    length_a += a->to_day != DJ_NO_DAY && a->day != DJ_NO_DAY ? ((int64_t)a->to_day - a->day) * DAY_MINUTES : 0;
    length_b += b->to_day != DJ_NO_DAY && b->day != DJ_NO_DAY ? ((int64_t)b->to_day - b->day) * DAY_MINUTES : 0;
    int64_t from_b = b->from + shift;
    if (a->from == from_b && length_a == length_b)
        return DJ_SAME;
    return a->from + length_a < from_b || from_b + length_b < a->from ? DJ_DIFFERENT : DJ_COMPATIBLE;
}

static dj_time in_other_half(const dj_time *time)
{
    dj_time other = *time;
    other.from = (time->from + DAY_MINUTES / 2) % DAY_MINUTES;
    other.to = (time->to + DAY_MINUTES / 2) % DAY_MINUTES;
    return other;
}

static dj_relation compare_times(const dj_time *a, const dj_time *b)
{
    dj_relation relation = compare_stated_times(a, b);
    if (relation != DJ_DIFFERENT)
        return relation;
    dj_time other_a = in_other_half(a), other_b = in_other_half(b);
    bool meet = (a->is_of_either_half && compare_stated_times(&other_a, b) != DJ_DIFFERENT) ||
                (b->is_of_either_half && compare_stated_times(a, &other_b) != DJ_DIFFERENT);
    return meet ? DJ_COMPATIBLE : DJ_DIFFERENT;
}

static dj_relation compare_quotes(const dj_quote *a, const dj_quote *b)
{
    bool speakers_agree = !a->speaker.n || !b->speaker.n || dj_slice_eq(a->speaker, b->speaker);
    return dj_slice_eq(a->text, b->text) && speakers_agree ? DJ_SAME : DJ_DIFFERENT;
}

static dj_relation compare_names(const dj_name_value *a, const dj_name_value *b)
{
    if (!dj_slice_eq(a->canonical, b->canonical))
        return DJ_DIFFERENT;
    return dj_slice_eq(a->role, b->role) ? DJ_SAME : DJ_COMPATIBLE;
}

dj_relation dj_value_compare(const dj_value *a, const dj_value *b)
{
    if (a->kind != b->kind || !a->is_known || !b->is_known)
        return DJ_INCOMPARABLE;
    switch (dj_kind_about(a->kind)->family) {
    case DJ_FAMILY_AMOUNT: return compare_amounts(&a->amount, &b->amount);
    case DJ_FAMILY_DURATION: return compare_durations(&a->duration, &b->duration);
    case DJ_FAMILY_DATE: return compare_dates(&a->date, &b->date);
    case DJ_FAMILY_TIME: return compare_times(&a->time, &b->time);
    case DJ_FAMILY_QUOTE: return compare_quotes(&a->quote, &b->quote);
    case DJ_FAMILY_NAME: return compare_names(&a->name, &b->name);
    }
    return DJ_INCOMPARABLE;
}
