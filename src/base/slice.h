/* Slice: borrowed bytes, usually UTF-8, not NUL-terminated. The empty slice may have a NULL pointer. */
#ifndef DJ_BASE_SLICE_H
#define DJ_BASE_SLICE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"

typedef struct dj_slice {
    const char *at;
    size_t n;
} dj_slice;

#define DJ_S(literal) ((dj_slice){"" literal, sizeof(literal) - 1})
#define DJ_NONE ((dj_slice){NULL, 0})
#define DJ_FMT(s) (int)(s).n, (s).at ? (s).at : "" /* for "%.*s" */

static inline dj_slice dj_slice_of(const char *text)
{
    return (dj_slice){text, text ? strlen(text) : 0};
}

static inline bool dj_slice_eq(dj_slice a, dj_slice b)
{
    return a.n == b.n && (a.n == 0 || memcmp(a.at, b.at, a.n) == 0);
}

static inline bool dj_slice_is(dj_slice s, const char *text)
{
    return dj_slice_eq(s, dj_slice_of(text));
}

static inline dj_slice dj_slice_sub(dj_slice s, size_t from, size_t to)
{
    return (dj_slice){s.at ? s.at + from : NULL, to - from}; /* no arithmetic on NULL, which C11 leaves undefined */
}

uint32_t dj_slice_hash(dj_slice s);
int dj_slice_cmp(dj_slice a, dj_slice b); /* by bytes, shorter first on a common prefix */
bool dj_slice_starts(dj_slice s, dj_slice prefix);
bool dj_slice_ends(dj_slice s, dj_slice suffix);
size_t dj_slice_find(dj_slice s, dj_slice needle, size_t from); /* offset, or s.n where absent */
dj_slice dj_first_word(dj_slice s); /* up to its first space; all of it where it has none, as the last word is too */
dj_slice dj_last_word(dj_slice s);
size_t dj_space_at(dj_slice s); /* bytes of the white space that s begins with, 0 for none */
dj_slice dj_slice_trim(dj_slice s); /* without ASCII white space, U+00A0 and U+3000 at both ends */
dj_slice dj_slice_copy(dj_arena *arena, dj_slice s);
dj_slice dj_slice_unspaced(dj_arena *arena, dj_slice s); /* a copy without any of the white space of dj_slice_trim */
#endif
