/* See spool.h. The file loses its name as soon as it is made, so that nothing is left behind however the program ends. */
#define _XOPEN_SOURCE 700 /* mkstemp, pread */
#include "base/spool.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

enum { MOST_HELD = 1 << 20, PIECE = 1 << 16, NO_FILE = -1 };

dj_spool dj_spool_new(const char *folder)
{
    return (dj_spool){.folder = folder, .held = dj_buf_new(SIZE_MAX), .fd = NO_FILE};
}

void dj_spool_free(dj_spool *spool)
{
    if (spool->fd != NO_FILE)
        close(spool->fd);
    dj_buf_free(&spool->held);
    *spool = dj_spool_new(spool->folder);
}

static int open_nameless(const char *folder)
{
    dj_buf path = dj_buf_new(SIZE_MAX);
    dj_buf_fmt(&path, "%s/daejo-XXXXXX", folder ? folder : "/tmp");
    dj_buf_byte(&path, '\0');
    int fd = mkstemp(path.at);
    if (fd != NO_FILE)
        unlink(path.at);
    dj_buf_free(&path);
    return fd;
}

static bool file_away(int fd, uint64_t at, const char *bytes, size_t n)
{
    while (n > 0) {
        ssize_t written = pwrite(fd, bytes, n, (off_t)at);
        if (written < 0 && errno != EINTR)
            return false;
        if (written > 0) {
            bytes += written;
            at += (uint64_t)written;
            n -= (size_t)written;
        }
    }
    return true;
}

void dj_spool_settle(dj_spool *spool)
{
    if (spool->held.n < MOST_HELD)
        return;
    if (spool->fd == NO_FILE && !spool->failed)
        spool->fd = open_nameless(spool->folder);
    spool->failed = spool->failed || spool->fd == NO_FILE || !file_away(spool->fd, spool->n_filed, spool->held.at, spool->held.n);
    spool->n_filed += spool->held.n;
    dj_buf_free(&spool->held);
    spool->held = dj_buf_new(SIZE_MAX);
}

uint64_t dj_spool_bytes(const dj_spool *spool)
{
    return spool->n_filed + spool->held.n;
}

static bool pour_file(const dj_spool *spool, uint64_t from, uint64_t to, dj_sink *sink, void *context)
{
    char piece[PIECE];
    for (uint64_t at = from; at < to;) {
        uint64_t left = to - at;
        ssize_t got = pread(spool->fd, piece, left < PIECE ? (size_t)left : PIECE, (off_t)at);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0 || !sink(context, piece, (size_t)got))
            return false;
        at += (uint64_t)got;
    }
    return true;
}

bool dj_spool_pour(const dj_spool *spool, uint64_t from, uint64_t to, dj_sink *sink, void *context)
{
    uint64_t filed = spool->n_filed;
    if (spool->failed || (from < filed && !pour_file(spool, from, to < filed ? to : filed, sink, context)))
        return false;
    if (to <= filed || from == to)
        return true;
    uint64_t held = from > filed ? from - filed : 0;
    return sink(context, spool->held.at + held, (size_t)(to - filed - held));
}
