/* Buffer: bytes that grow, with a cap set at creation. Past the cap nothing is added and `full` is set, so a writer
 * runs to its end and its caller looks once. */
#ifndef DJ_BASE_BUF_H
#define DJ_BASE_BUF_H
#include <stdarg.h>
#include <stdint.h>

#include "base/slice.h"

typedef struct dj_buf {
    char *at;
    size_t n, cap, max; /* cap: bytes that are there to be written; 0 when full */
    bool full;
} dj_buf;

dj_buf dj_buf_new(size_t max); /* SIZE_MAX for no cap; free with dj_buf_free */
void dj_buf_free(dj_buf *buf);
void dj_buf_add_growing(dj_buf *buf, dj_slice s); /* dj_buf_add, where there is no room yet */
static inline void dj_buf_add(dj_buf *buf, dj_slice s)
{
    if (s.n == 0)
        return;
    if (buf->n + s.n > buf->cap) {
        dj_buf_add_growing(buf, s);
        return;
    }
    memcpy(buf->at + buf->n, s.at, s.n);
    buf->n += s.n;
}
static inline void dj_buf_text(dj_buf *buf, const char *text)
{
    dj_buf_add(buf, dj_slice_of(text));
}
static inline void dj_buf_byte(dj_buf *buf, char c)
{
    if (buf->n < buf->cap)
        buf->at[buf->n++] = c;
    else
        dj_buf_add_growing(buf, (dj_slice){&c, 1});
}
void dj_buf_rune(dj_buf *buf, uint32_t rune); /* as UTF-8 */
void dj_buf_fmt(dj_buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));
void dj_buf_vfmt(dj_buf *buf, const char *format, va_list args);
dj_slice dj_buf_slice(const dj_buf *buf); /* valid until the next change */
#endif
