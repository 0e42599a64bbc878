/* See short.h. */
#include "report/short.h"

#include "normalise/say.h"

const char *dj_bound_sign(dj_bound bound)
{
    static const char *const signs[DJ_BOUNDS] = {
        [DJ_EXACT] = "",      [DJ_ABOUT] = "≈",     [DJ_AT_LEAST] = "≥", [DJ_AT_MOST] = "≤",
        [DJ_MORE_THAN] = ">", [DJ_LESS_THAN] = "<", [DJ_BETWEEN] = ""};
    return signs[bound];
}

/* days as 2025-02-04, months as 2025-02: a cell has no room for words */
static void add_date(const dj_date *date, dj_buf *out)
{
    static const size_t lengths[DJ_GRAINS] = {[DJ_GRAIN_DAY] = 10, [DJ_GRAIN_MONTH] = 7, [DJ_GRAIN_YEAR] = 4};
    dj_buf iso = dj_buf_new(SIZE_MAX);
    dj_iso_write(date->from, &iso);
    dj_buf_add(out, dj_slice_sub(dj_buf_slice(&iso), 0, lengths[date->grain]));
    dj_buf_free(&iso);
}

static bool is_one_period(const dj_date *date)
{
    if (date->from == DJ_NO_DAY || date->to == DJ_NO_DAY)
        return false;
    return (date->grain == DJ_GRAIN_DAY && date->from == date->to) ||
           (date->grain == DJ_GRAIN_MONTH && date->to == dj_month_end(date->from, 0)) ||
           (date->grain == DJ_GRAIN_YEAR && date->to == dj_month_end(date->from, 11));
}

static void add_amount(const dj_value *value, const dj_pack *speech, dj_buf *out)
{
    dj_value bare = *value;
    dj_buf_text(out, dj_bound_sign(value->amount.bound));
    bare.amount.bound = DJ_EXACT;
    if (!bare.amount.has_low)
        bare.amount.low = bare.amount.high;
    bare.amount.high = bare.amount.low;
    bare.amount.has_low = bare.amount.has_high = true;
    dj_value_say(&bare, speech, out);
}

/* 02-04 14:30: the year of a time of day is hardly ever in doubt */
static void add_time(const dj_time *time, dj_buf *out)
{
    if (time->day != DJ_NO_DAY) {
        dj_civil civil = dj_civil_of(time->day);
        dj_buf_fmt(out, "%02d-%02d ", civil.month, civil.day);
    }
    dj_buf_fmt(out, "%02d:%02d", (int)(time->from / 60), (int)(time->from % 60));
}

void dj_say_short(const dj_mention *claim, const dj_pack *speech, dj_buf *out)
{
    const dj_value *value = &claim->value;
    dj_family family = dj_kind_about(claim->kind)->family;
    bool is_vague = family == DJ_FAMILY_AMOUNT && value->amount.bound == DJ_BETWEEN; /* 8900여만원 says it best itself */
    if (!value->is_known || is_vague)
        dj_buf_add(out, dj_mention_text(claim));
    else if (family == DJ_FAMILY_AMOUNT)
        add_amount(value, speech, out);
    else if (family == DJ_FAMILY_DATE && is_one_period(&value->date))
        add_date(&value->date, out);
    else if (family == DJ_FAMILY_TIME && value->time.from >= 0 && value->time.from == value->time.to)
        add_time(&value->time, out);
    else if (family == DJ_FAMILY_QUOTE)
        dj_buf_fmt(out, "“%.*s”", DJ_FMT(value->quote.text));
    else
        dj_value_say(value, speech, out);
}
