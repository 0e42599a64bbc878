/* White space is what real feeds hold: ASCII, U+00A0 (C2 A0) and U+3000 (E3 80 80). */
#define _GNU_SOURCE /* memmem */
#include "base/slice.h"

int dj_slice_cmp(dj_slice a, dj_slice b)
{
    size_t n = a.n < b.n ? a.n : b.n;
    int c = n ? memcmp(a.at, b.at, n) : 0;
    return c ? c : (a.n > b.n) - (a.n < b.n);
}

/* all bytes of a string of fewer than eight: some of them twice, so that each is loaded with a fixed size */
static uint64_t few_bytes(dj_slice s)
{
    uint32_t first, last;
    if (s.n < sizeof first) {
        const unsigned char *p = (const unsigned char *)s.at;
        return s.n ? p[0] | (uint64_t)p[s.n / 2] << 8 | (uint64_t)p[s.n - 1] << 16 : 0;
    }
    memcpy(&first, s.at, sizeof first);
    memcpy(&last, s.at + s.n - sizeof last, sizeof last);
    return first | (uint64_t)last << 32;
}

static uint64_t stirred(uint64_t h, uint64_t word)
{
    h = (h ^ word) * 0xD6E8FEB86659FD93u;
    return h ^ h >> 32;
}

/* eight bytes at a time, the last of which may overlap; stirred once more, since a multiplication carries upwards only */
uint32_t dj_slice_hash(dj_slice s)
{
    uint64_t h = s.n * 0x9E3779B97F4A7C15u, word = 0;
    for (size_t i = 0; i + sizeof word < s.n; i += sizeof word) {
        memcpy(&word, s.at + i, sizeof word);
        h = stirred(h, word);
    }
    if (s.n < sizeof word)
        word = few_bytes(s);
    else
        memcpy(&word, s.at + s.n - sizeof word, sizeof word);
    return (uint32_t)stirred(stirred(h, word), 0);
}

bool dj_slice_starts(dj_slice s, dj_slice prefix)
{
    return s.n >= prefix.n && (prefix.n == 0 || memcmp(s.at, prefix.at, prefix.n) == 0);
}

bool dj_slice_ends(dj_slice s, dj_slice suffix)
{
    return s.n >= suffix.n && (suffix.n == 0 || memcmp(s.at + s.n - suffix.n, suffix.at, suffix.n) == 0);
}

size_t dj_slice_find(dj_slice s, dj_slice needle, size_t from)
{
    if (from > s.n || needle.n == 0 || needle.n > s.n - from)
        return s.n;
    const char *hit = memmem(s.at + from, s.n - from, needle.at, needle.n);
    return hit ? (size_t)(hit - s.at) : s.n;
}

dj_slice dj_first_word(dj_slice s)
{
    return dj_slice_sub(s, 0, dj_slice_find(s, DJ_S(" "), 0));
}

dj_slice dj_last_word(dj_slice s)
{
    size_t from = s.n;
    while (from > 0 && s.at[from - 1] != ' ')
        from--;
    return dj_slice_sub(s, from, s.n);
}

size_t dj_space_at(dj_slice s)
{
    if (s.n == 0)
        return 0;
    if (s.at[0] == ' ' || (s.at[0] >= '\t' && s.at[0] <= '\r'))
        return 1;
    if (dj_slice_starts(s, DJ_S("\xC2\xA0")))
        return 2;
    return dj_slice_starts(s, DJ_S("\xE3\x80\x80")) ? 3 : 0;
}

static size_t space_before_end(dj_slice s)
{
    for (size_t k = 1; k <= 3 && k <= s.n; k++)
        if (dj_space_at(dj_slice_sub(s, s.n - k, s.n)) == k)
            return k;
    return 0;
}

dj_slice dj_slice_trim(dj_slice s)
{
    for (size_t k; (k = dj_space_at(s)) > 0;)
        s = dj_slice_sub(s, k, s.n);
    for (size_t k; (k = space_before_end(s)) > 0;)
        s.n -= k;
    return s;
}

dj_slice dj_slice_copy(dj_arena *arena, dj_slice s)
{
    return (dj_slice){dj_copy(arena, s.at, s.n), s.n};
}

dj_slice dj_slice_unspaced(dj_arena *arena, dj_slice s)
{
    char *to = dj_alloc(arena, s.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < s.n;) {
        size_t k = dj_space_at(dj_slice_sub(s, i, s.n));
        if (k == 0)
            to[n++] = s.at[i++];
        i += k;
    }
    return (dj_slice){to, n};
}
