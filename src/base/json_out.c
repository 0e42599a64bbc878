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

/* past the ASCII that stands for itself */
static size_t behind_plain(dj_slice s, size_t at)
{
    for (; at < s.n; at++) {
        unsigned char c = (unsigned char)s.at[at];
        if (c < ' ' || c >= 0x7F || c == '"' || c == '\\')
            break;
    }
    return at;
}

static void string_out(dj_buf *out, dj_slice s)
{
    dj_buf_byte(out, '"');
    size_t plain = 0;
    for (size_t pos = behind_plain(s, 0), from; pos < s.n; pos = behind_plain(s, pos)) {
        from = pos;
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
    dj_buf_byte(json->out, '"'); /* keys are the program's own: none has what must be escaped */
    dj_buf_text(json->out, key);
    dj_buf_add(json->out, DJ_S("\":"));
    json->comma = false;
}

void dj_json_slice(dj_json *json, dj_slice s)
{
    before_value(json);
    string_out(json->out, s);
}

void dj_json_begin_plain(dj_json *json)
{
    before_value(json);
    dj_buf_byte(json->out, '"');
}

void dj_json_end_plain(dj_json *json)
{
    dj_buf_byte(json->out, '"');
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
    char digits[3 * sizeof n];
    size_t at = sizeof digits;
    unsigned long long rest = n < 0 ? 0 - (unsigned long long)n : (unsigned long long)n;
    do
        digits[--at] = (char)('0' + rest % 10);
    while (rest /= 10);
    if (n < 0)
        digits[--at] = '-';
    before_value(json);
    dj_buf_add(json->out, (dj_slice){digits + at, sizeof digits - at});
}

void dj_json_null(dj_json *json)
{
    before_value(json);
    dj_buf_text(json->out, "null");
}
