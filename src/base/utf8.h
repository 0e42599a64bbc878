/* UTF-8 by the Unicode Standard, table 3-7: overlong forms, surrogates and bytes past U+10FFFF are ill-formed. */
#ifndef DJ_BASE_UTF8_H
#define DJ_BASE_UTF8_H
#include <stdint.h>

#include "base/slice.h"

enum { DJ_BAD_RUNE = 0xFFFD };

uint32_t dj_utf8_decode(dj_slice s, size_t *pos); /* dj_utf8_next, for whatever bytes */
/* The code point at *pos, which moves past it; an ill-formed byte gives DJ_BAD_RUNE and moves by one. *pos < s.n. */
static inline uint32_t dj_utf8_next(dj_slice s, size_t *pos)
{
    const unsigned char *p = (const unsigned char *)s.at + *pos;
    if (p[0] < 0x80) {
        ++*pos;
        return p[0];
    }
    /* of three bytes, as all of Hangul is */
    if ((p[0] & 0xF0) == 0xE0 && s.n - *pos >= 3 && (p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80) {
        uint32_t rune = (uint32_t)(p[0] & 0xF) << 12 | (uint32_t)(p[1] & 0x3F) << 6 | (p[2] & 0x3F);
        if (rune >= 0x800 && (rune < 0xD800 || rune > 0xDFFF)) {
            *pos += 3;
            return rune;
        }
    }
    return dj_utf8_decode(s, pos);
}
/* The code point that ends at *pos, which moves to its start. *pos > 0. */
uint32_t dj_utf8_prev(dj_slice s, size_t *pos);
size_t dj_utf8_put(uint32_t rune, char to[4]); /* bytes written, 1 to 4 */
/* How many code points of `shorter`, from its first on, stand in `longer` in the same order. */
size_t dj_utf8_in_order(dj_slice shorter, dj_slice longer);
size_t dj_utf8_count(dj_slice s); /* code points; each ill-formed byte counts as one */
bool dj_utf8_valid(dj_slice s);
/* The place nearest to `at`, not behind it, where a code point begins or the text ends; and the nearest not before it. at <=
 * s.n */
static inline size_t dj_utf8_floor(dj_slice s, size_t at)
{
    while (at > 0 && at < s.n && ((unsigned char)s.at[at] & 0xC0) == 0x80)
        at--;
    return at;
}
static inline size_t dj_utf8_ceil(dj_slice s, size_t at)
{
    while (at < s.n && ((unsigned char)s.at[at] & 0xC0) == 0x80)
        at++;
    return at;
}
static inline size_t dj_utf8_runes(dj_slice s) /* dj_utf8_count, of well-formed text: all bytes but the continuation bytes */
{
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++)
        n += ((unsigned char)s.at[i] & 0xC0) != 0x80;
    return n;
}

static inline char dj_ascii_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* In well-formed text: whether the three bytes at pos are one of the syllables from U+B000 to U+CFFF, most of Hangul, told by
 * the first alone. */
static inline bool dj_utf8_is_hangul(dj_slice s, size_t pos)
{
    return (unsigned char)(s.at[pos] - 0xEB) < 2 && s.n - pos >= 3;
}

static inline bool dj_is_hangul(uint32_t rune) /* a precomposed syllable */
{
    return rune >= 0xAC00 && rune <= 0xD7A3;
}
#endif
