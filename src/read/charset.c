/* Charsets: bytes to UTF-8 with a map. Character by character, since every character of another charset is a step of
 * its own in the map; UTF-8 itself is not copied. Text that is almost valid UTF-8 (a cut or damaged byte) stays UTF-8:
 * another charset is taken only where it explains the bytes with fewer errors. */
#include "read/charset.h"

#include <errno.h>
#include <iconv.h>
#include <strings.h>

#include "base/utf8.h"

/* Labels that mean more on the web than their name says (WHATWG Encoding Standard, section 4.2). */
static const char *const labels[][2] = {
    {"euc-kr", "CP949"},   {"ks_c_5601-1987", "CP949"}, {"ks_c_5601-1989", "CP949"}, {"ksc5601", "CP949"},
    {"ksc_5601", "CP949"}, {"korean", "CP949"},         {"windows-949", "CP949"},    {"x-windows-949", "CP949"},
    {"ms949", "CP949"},    {"shift_jis", "CP932"},      {"x-sjis", "CP932"},         {"gb2312", "GB18030"},
    {"gbk", "GB18030"},    {"iso-8859-1", "CP1252"},    {"latin1", "CP1252"},        {"us-ascii", "CP1252"},
};

static const char *canonical(dj_slice label, char name[48])
{
    label = dj_slice_trim(label);
    if (label.n == 0 || label.n >= 48)
        return NULL;
    for (size_t i = 0; i < label.n; i++) {
        char c = label.at[i];
        bool okay = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
        if (!okay)
            return NULL;
        name[i] = c;
    }
    name[label.n] = 0;
    for (size_t i = 0; i < sizeof labels / sizeof labels[0]; i++)
        if (strcasecmp(name, labels[i][0]) == 0)
            return labels[i][1];
    return name;
}

/* Opens only charsets that leave ASCII alone and have no shift states: others cannot be converted piece by piece. */
static bool open_charset(const char *name, iconv_t *out)
{
    iconv_t cd = iconv_open("UTF-8", name);
    if (cd == (iconv_t)-1 && errno == ENOMEM)
        dj_out_of_memory();
    if (cd == (iconv_t)-1)
        return false;
    char probe[] = "<A0>+~\x1B\x0E", made[32];
    char *in = probe, *to = made;
    size_t left = sizeof probe - 1, room = sizeof made;
    bool okay = iconv(cd, &in, &left, &to, &room) != (size_t)-1 && left == 0 && to - made == sizeof probe - 1 &&
                memcmp(made, "<A0>+~\x1B\x0E", sizeof probe - 1) == 0;
    if (okay)
        *out = cd;
    else
        iconv_close(cd);
    return okay;
}

/* One character of at most four bytes: its bytes, or 0 for none; the UTF-8 goes to `to`. The C library has code points past
 * U+10FFFF in what it calls UTF-8, which are none. */
static size_t convert_one(iconv_t cd, dj_slice rest, char to[16], size_t *made)
{
    char bytes[4];
    size_t most = rest.n < sizeof bytes ? rest.n : sizeof bytes;
    memcpy(bytes, rest.at, most);
    for (size_t n = 1; n <= most; n++) {
        char *in = bytes, *out = to;
        size_t left = n, room = 16;
        if (iconv(cd, &in, &left, &out, &room) != (size_t)-1 && left == 0) {
            *made = (size_t)(out - to);
            if (dj_utf8_valid((dj_slice){to, *made}))
                return n;
            break;
        }
        if (errno != EINVAL)
            break;
    }
    iconv(cd, NULL, NULL, NULL, NULL);
    return 0;
}

static size_t ascii_run(dj_slice s, size_t from)
{
    size_t to = from;
    while (to < s.n && (unsigned char)s.at[to] < 0x80)
        to++;
    return to;
}

static size_t decode_other(iconv_t cd, dj_slice bytes, dj_trace *trace)
{
    size_t errors = 0;
    char utf8[16];
    for (size_t pos = 0; pos < bytes.n;) {
        size_t plain = ascii_run(bytes, pos), made = 0;
        dj_trace_copy(trace, bytes, (uint32_t)pos, (uint32_t)plain);
        pos = plain;
        if (pos == bytes.n)
            break;
        size_t n = convert_one(cd, dj_slice_sub(bytes, pos, bytes.n), utf8, &made);
        if (n == 0) {
            errors++;
            made = dj_utf8_put(DJ_BAD_RUNE, utf8);
        }
        dj_trace_step(trace, (dj_slice){utf8, made}, (uint32_t)pos, (uint32_t)(pos + (n ? n : 1)));
        pos += n ? n : 1;
    }
    return errors;
}

static size_t utf8_errors(dj_slice bytes)
{
    size_t errors = 0;
    for (size_t pos = ascii_run(bytes, 0), from; pos < bytes.n; pos = ascii_run(bytes, pos)) {
        from = pos;
        errors += dj_utf8_next(bytes, &pos) == DJ_BAD_RUNE && pos - from == 1;
    }
    return errors;
}

/* UTF-8 from `from` on, ill-formed bytes replaced one by one */
static dj_traced decode_utf8(dj_arena *arena, dj_slice bytes, size_t from, size_t errors)
{
    if (errors == 0)
        return (dj_traced){dj_slice_sub(bytes, from, bytes.n), dj_map_shift(arena, bytes.n - from, (uint32_t)from)};
    dj_trace trace = dj_trace_new(arena);
    for (size_t pos = from; pos < bytes.n;) {
        size_t plain = ascii_run(bytes, pos);
        dj_trace_copy(&trace, bytes, (uint32_t)pos, (uint32_t)plain);
        pos = plain;
        if (pos == bytes.n)
            break;
        if (dj_utf8_next(bytes, &pos) == DJ_BAD_RUNE && pos - plain == 1)
            dj_trace_step(&trace, DJ_S("\xEF\xBF\xBD"), (uint32_t)plain, (uint32_t)pos);
        else
            dj_trace_copy(&trace, bytes, (uint32_t)plain, (uint32_t)pos);
    }
    return dj_trace_end(&trace);
}

static uint32_t unit_at(dj_slice bytes, size_t at, bool big)
{
    const unsigned char *p = (const unsigned char *)bytes.at + at;
    return big ? (uint32_t)p[0] << 8 | p[1] : (uint32_t)p[1] << 8 | p[0];
}

/* the code point at *pos, which moves past it; lone surrogates and an odd last byte are bad */
static uint32_t next_utf16(dj_slice bytes, bool big, size_t *pos)
{
    if (bytes.n - *pos < 2) {
        *pos = bytes.n;
        return DJ_BAD_RUNE;
    }
    uint32_t high = unit_at(bytes, *pos, big);
    *pos += 2;
    if (high < 0xD800 || high > 0xDFFF)
        return high;
    if (high > 0xDBFF || bytes.n - *pos < 2)
        return DJ_BAD_RUNE;
    uint32_t low = unit_at(bytes, *pos, big);
    if (low < 0xDC00 || low > 0xDFFF)
        return DJ_BAD_RUNE;
    *pos += 2;
    return 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
}

static dj_traced decode_utf16(dj_arena *arena, dj_slice bytes, bool big)
{
    dj_trace trace = dj_trace_new(arena);
    char utf8[4];
    for (size_t pos = 2; pos < bytes.n;) {
        size_t from = pos, n = dj_utf8_put(next_utf16(bytes, big, &pos), utf8);
        dj_trace_step(&trace, (dj_slice){utf8, n}, (uint32_t)from, (uint32_t)pos);
    }
    return dj_trace_end(&trace);
}

/* false where the charset is unknown or explains the bytes with more than `most` errors */
static bool decode_named(dj_arena *arena, dj_slice bytes, const char *name, size_t most, dj_traced *out)
{
    iconv_t cd;
    if (!name || !open_charset(name, &cd))
        return false;
    dj_trace trace = dj_trace_new(arena);
    size_t errors = decode_other(cd, bytes, &trace);
    iconv_close(cd);
    if (errors <= most)
        *out = dj_trace_end(&trace);
    else
        dj_trace_drop(&trace);
    return errors <= most;
}

dj_traced dj_decode(dj_arena *arena, dj_slice bytes, dj_slice declared)
{
    if (dj_slice_starts(bytes, DJ_S("\xEF\xBB\xBF")))
        return decode_utf8(arena, bytes, 3, utf8_errors(bytes));
    if (dj_slice_starts(bytes, DJ_S("\xFF\xFE")) || dj_slice_starts(bytes, DJ_S("\xFE\xFF")))
        return decode_utf16(arena, bytes, bytes.at[0] == '\xFE');
    size_t errors = utf8_errors(bytes);
    char name[48];
    dj_traced traced;
    if (errors && (decode_named(arena, bytes, canonical(declared, name), errors, &traced) ||
                   decode_named(arena, bytes, "CP949", errors - 1, &traced)))
        return traced;
    return decode_utf8(arena, bytes, 0, errors);
}
