/* JSON is written as it is asked for; the only state is whether a comma is due. */
#include "base/json_out.h"

#include "base/utf8.h"

static void before_value(dj_json *json)
{
    if (json->comma)
        dj_buf_byte(json->out, ',');
    json->comma = true;
}

void dj_json_open(dj_json *json, char bracket)
{
    before_value(json);
    dj_buf_byte(json->out, bracket);
    json->comma = false;
}

void dj_json_close(dj_json *json, char bracket)
{
    dj_buf_byte(json->out, bracket);
    json->comma = true;
}

/* Those past ASCII too: a terminal takes them for commands. */
static bool is_control(uint32_t rune)
{
    return rune < 32 || (rune >= 0x7F && rune <= 0x9F);
}

static void rune_out(dj_buf *out, uint32_t rune)
{
    static const char *const named[32] = {['\b'] = "\\b", ['\t'] = "\\t", ['\n'] = "\\n", ['\f'] = "\\f", ['\r'] = "\\r"};
    if (rune < 32 && named[rune])
        dj_buf_text(out, named[rune]);
    else if (is_control(rune))
        dj_buf_fmt(out, "\\u%04x", (unsigned)rune);
    else
        dj_buf_rune(out, rune);
}

static void string_out(dj_buf *out, dj_slice s)
{
    dj_buf_byte(out, '"');
    size_t plain = 0;
    for (size_t pos = 0; pos < s.n;) {
        size_t from = pos;
        uint32_t rune = dj_utf8_next(s, &pos);
        bool is_plain = !is_control(rune) && rune != '"' && rune != '\\' && !(rune == DJ_BAD_RUNE && pos - from == 1);
        if (is_plain)
            continue;
        dj_buf_add(out, dj_slice_sub(s, plain, from));
        if (rune == '"' || rune == '\\')
            dj_buf_byte(out, '\\');
        rune_out(out, rune);
        plain = pos;
    }
    dj_buf_add(out, dj_slice_sub(s, plain, s.n));
    dj_buf_byte(out, '"');
}

void dj_json_key(dj_json *json, const char *key)
{
    before_value(json);
    string_out(json->out, dj_slice_of(key));
    dj_buf_byte(json->out, ':');
    json->comma = false;
}

void dj_json_slice(dj_json *json, dj_slice s)
{
    before_value(json);
    string_out(json->out, s);
}

void dj_json_text(dj_json *json, const char *text)
{
    if (text)
        dj_json_slice(json, dj_slice_of(text));
    else
        dj_json_null(json);
}

void dj_json_int(dj_json *json, long long n)
{
    before_value(json);
    dj_buf_fmt(json->out, "%lld", n);
}

void dj_json_null(dj_json *json)
{
    before_value(json);
    dj_buf_text(json->out, "null");
}
