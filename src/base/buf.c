/* See buf.h. Memory comes from the heap: a report outgrows any arena block, and is written and freed at once. */
#include "base/buf.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"

dj_buf dj_buf_new(size_t max)
{
    return (dj_buf){.max = max};
}

void dj_buf_free(dj_buf *buf)
{
    free(buf->at);
    *buf = (dj_buf){0};
}

static bool room(dj_buf *buf, size_t more)
{
    if (buf->full || more > buf->max - buf->n) {
        buf->full = true;
        buf->cap = 0;
        return false;
    }
    if (buf->cap - buf->n < more) {
        size_t cap = buf->cap ? buf->cap * 2 : 256;
        while (cap - buf->n < more)
            cap *= 2;
        cap = cap < buf->max ? cap : buf->max;
        buf->at = dj_grow(buf->at, cap);
        buf->cap = cap;
    }
    return true;
}

void dj_buf_add_growing(dj_buf *buf, dj_slice s)
{
    if (!room(buf, s.n))
        return;
    memcpy(buf->at + buf->n, s.at, s.n);
    buf->n += s.n;
}

void dj_buf_rune(dj_buf *buf, uint32_t rune)
{
    char bytes[4];
    dj_buf_add(buf, (dj_slice){bytes, dj_utf8_put(rune, bytes)});
}

void dj_buf_vfmt(dj_buf *buf, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    if (n > 0 && room(buf, (size_t)n + 1)) {
        vsnprintf(buf->at + buf->n, (size_t)n + 1, format, again);
        buf->n += (size_t)n;
    }
    va_end(again);
}

void dj_buf_fmt(dj_buf *buf, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    dj_buf_vfmt(buf, format, args);
    va_end(args);
}

dj_slice dj_buf_slice(const dj_buf *buf)
{
    return (dj_slice){buf->at, buf->n};
}
