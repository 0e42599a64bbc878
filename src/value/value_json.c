/* dj_value as the "value" object of extract lines and reports: decimals as strings, so that no reader rounds them, days
 * in ISO 8601, and null for what is open or unknown. */
#include "value/value.h"

enum { MINUTES_OF_HOUR = 60 };

static void decimal(dj_json *json, const char *key, bool is_set, dj_dec value)
{
    dj_json_key(json, key);
    if (!is_set) {
        dj_json_null(json);
        return;
    }
    dj_json_begin_plain(json);
    dj_dec_write(value, json->out);
    dj_json_end_plain(json);
}

static void text_or_null(dj_json *json, const char *key, dj_slice text)
{
    dj_json_key(json, key);
    if (text.n)
        dj_json_slice(json, text);
    else
        dj_json_null(json);
}

static void bound(dj_json *json, dj_bound value)
{
    dj_json_key(json, "bound");
    dj_json_text(json, dj_bound_name(value));
}

static void amount_json(const dj_amount *amount, const char *unit_key, dj_json *json)
{
    text_or_null(json, unit_key, amount->unit);
    decimal(json, "low", amount->has_low, amount->low);
    decimal(json, "high", amount->has_high, amount->high);
    bound(json, amount->bound);
}

static void part(dj_buf *out, int64_t n, char letter)
{
    if (n)
        dj_buf_fmt(out, "%lld%c", (long long)n, letter);
}

static void write_iso(int64_t months, int64_t seconds, dj_buf *out)
{
    enum { HOUR = 3600, DAY = 24 * HOUR };
    dj_buf_byte(out, 'P');
    part(out, months / 12, 'Y');
    part(out, months % 12, 'M');
    part(out, seconds / DAY, 'D');
    if (seconds % DAY)
        dj_buf_byte(out, 'T');
    part(out, seconds % DAY / HOUR, 'H');
    part(out, seconds % HOUR / 60, 'M');
    part(out, seconds % 60, 'S');
    if (!months && !seconds)
        dj_buf_text(out, "T0S");
}

static void duration_json(const dj_duration *duration, dj_json *json)
{
    text_or_null(json, "iso", duration->iso);
    if (duration->bound == DJ_BETWEEN) {
        dj_json_key(json, "iso_high");
        dj_json_begin_plain(json);
        write_iso(duration->high_months, duration->high_seconds, json->out);
        dj_json_end_plain(json);
    }
    bound(json, duration->bound);
}

static void day_json(dj_json *json, const char *key, dj_day day)
{
    dj_json_key(json, key);
    if (day == DJ_NO_DAY) {
        dj_json_null(json);
        return;
    }
    dj_json_begin_plain(json);
    dj_iso_write(day, json->out);
    dj_json_end_plain(json);
}

static void date_json(const dj_date *date, dj_json *json)
{
    day_json(json, "from", date->from);
    day_json(json, "to", date->to);
    dj_json_key(json, "grain");
    dj_json_text(json, dj_grain_name(date->grain));
}

static void minute_json(dj_json *json, const char *key, dj_day day, int32_t minute)
{
    dj_json_key(json, key);
    if (minute < 0) {
        dj_json_null(json);
        return;
    }
    dj_json_begin_plain(json);
    if (day != DJ_NO_DAY) {
        dj_iso_write(day, json->out);
        dj_buf_byte(json->out, 'T');
    }
    dj_buf_fmt(json->out, "%02d:%02d", (int)minute / MINUTES_OF_HOUR, (int)minute % MINUTES_OF_HOUR);
    dj_json_end_plain(json);
}

static void time_json(const dj_time *time, dj_json *json)
{
    if (time->from == time->to && (time->to_day == time->day || time->to_day == DJ_NO_DAY)) {
        minute_json(json, "at", time->day, time->from);
        return;
    }
    minute_json(json, "from", time->day, time->from);
    minute_json(json, "to", time->to_day, time->to);
}

void dj_value_json(const dj_value *value, dj_json *json)
{
    if (!value->is_known) {
        dj_json_null(json);
        return;
    }
    dj_json_open(json, '{');
    switch (dj_kind_about(value->kind)->family) {
    case DJ_FAMILY_AMOUNT: amount_json(&value->amount, value->kind == DJ_MONEY ? "currency" : "unit", json); break;
    case DJ_FAMILY_DURATION: duration_json(&value->duration, json); break;
    case DJ_FAMILY_DATE: date_json(&value->date, json); break;
    case DJ_FAMILY_TIME: time_json(&value->time, json); break;
    case DJ_FAMILY_QUOTE:
        text_or_null(json, "speaker", value->quote.speaker);
        text_or_null(json, "text", value->quote.text);
        break;
    case DJ_FAMILY_NAME:
        text_or_null(json, "canonical", value->name.canonical);
        text_or_null(json, "role", value->name.role);
        break;
    }
    dj_json_close(json, '}');
}
