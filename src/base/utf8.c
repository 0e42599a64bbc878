/* One code point at a time, checked as it is read: stories come as they come, and nobody before has looked at them. */
#include "base/utf8.h"

/* bytes of the well-formed sequence at s.at, 0 for none; the code point goes to *rune */
static size_t decode(dj_slice s, uint32_t *rune)
{
    const unsigned char *p = (const unsigned char *)s.at;
    if (p[0] < 0x80) {
        *rune = p[0];
        return 1;
    }
    size_t n = p[0] >= 0xF0 ? 4 : p[0] >= 0xE0 ? 3 : 2;
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    if (p[0] < 0xC2 || p[0] > 0xF4 || s.n < n)
        return 0;
    uint32_t r = p[0] & (0xFFu >> (n + 1));
    for (size_t i = 1; i < n; i++) {
        if ((p[i] & 0xC0) != 0x80)
            return 0;
        r = r << 6 | (p[i] & 0x3Fu);
    }
    if (r < least[n] || r > 0x10FFFF || (r >= 0xD800 && r <= 0xDFFF))
        return 0;
    *rune = r;
    return n;
}

uint32_t dj_utf8_decode(dj_slice s, size_t *pos)
{
    uint32_t rune = DJ_BAD_RUNE;
    size_t n = decode(dj_slice_sub(s, *pos, s.n), &rune);
    *pos += n ? n : 1;
    return rune;
}

uint32_t dj_utf8_prev(dj_slice s, size_t *pos)
{
    for (size_t back = 1; back <= 4 && back <= *pos; back++) {
        uint32_t rune;
        size_t from = *pos - back;
        if (decode(dj_slice_sub(s, from, *pos), &rune) == back) {
            *pos = from;
            return rune;
        }
    }
    *pos -= 1;
    return DJ_BAD_RUNE;
}

size_t dj_utf8_put(uint32_t rune, char to[4])
{
    if (rune < 0x80) {
        to[0] = (char)rune;
        return 1;
    }
    size_t n = rune < 0x800 ? 2 : rune < 0x10000 ? 3 : 4;
    for (size_t i = n - 1; i > 0; i--, rune >>= 6)
        to[i] = (char)(0x80 | (rune & 0x3F));
    static const unsigned char lead[] = {0, 0, 0xC0, 0xE0, 0xF0};
    to[0] = (char)(lead[n] | rune);
    return n;
}

size_t dj_utf8_in_order(dj_slice shorter, dj_slice longer)
{
    size_t met = 0;
    for (size_t i = 0, j = 0; i < shorter.n; met++) {
        uint32_t rune = dj_utf8_next(shorter, &i);
        bool found = false;
        while (j < longer.n && !found)
            found = dj_utf8_next(longer, &j) == rune;
        if (!found)
            break;
    }
    return met;
}

size_t dj_utf8_count(dj_slice s)
{
    size_t n = 0;
    for (size_t pos = 0; pos < s.n; n++)
        dj_utf8_next(s, &pos);
    return n;
}

/* past ASCII and well-formed letters of three bytes, but for those whose first byte not all bytes may follow */
static size_t behind_usual(dj_slice s, size_t pos)
{
    const unsigned char *p = (const unsigned char *)s.at;
    for (;;) {
        if (pos < s.n && p[pos] < 0x80)
            pos++;
        else if (s.n - pos >= 3 && p[pos] > 0xE0 && p[pos] < 0xED && (p[pos + 1] & 0xC0) == 0x80 && (p[pos + 2] & 0xC0) == 0x80)
            pos += 3;
        else
            return pos;
    }
}

bool dj_utf8_valid(dj_slice s)
{
    for (size_t pos = 0, from; (pos = behind_usual(s, pos)) < s.n;) {
        from = pos;
        if (dj_utf8_next(s, &pos) == DJ_BAD_RUNE && pos - from == 1)
            return false;
    }
    return true;
}
