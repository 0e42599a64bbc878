/* See output.h. */
#define _XOPEN_SOURCE 700 /* realpath */
#include "cli/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/cli.h"

enum { MOST_LEFT = 100 };

/* An errno, 0 for none. A run that was killed has left its file behind, and in a container the next has its number again. */
static int open_beside(dj_output *out, const struct stat *existing)
{
    char *real = realpath(out->path, NULL);
    snprintf(out->target, sizeof out->target, "%s", real ? real : out->path);
    free(real);
    for (int left = 0; left < MOST_LEFT; left++) {
        int n = snprintf(out->beside, sizeof out->beside, "%s.part%ld-%d", out->target, (long)getpid(), left);
        if (n < 0 || (size_t)n >= sizeof out->beside)
            return ENAMETOOLONG;
        out->fd = open(out->beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (out->fd >= 0 || errno != EEXIST)
            break;
    }
    if (out->fd < 0)
        return errno;
    if (existing)
        fchmod(out->fd, existing->st_mode & 07777);
    return 0;
}

static int open_direct(dj_output *out)
{
    out->fd = open(out->path, O_WRONLY | O_CLOEXEC);
    return out->fd < 0 ? errno : 0;
}

/* why it cannot be written: an errno */
static void complain(const dj_output *out, int failed)
{
    const daejo_word words[] = {{"path", out->path}, {"why", strerror(failed)}};
    bool is_there = out->is_new && failed == EEXIST;
    const char *key = is_there ? "trouble-file-is-there" : out->path ? "trouble-cannot-write" : "trouble-cannot-write.stdout";
    dj_complain(out->language, key, words, sizeof words / sizeof *words);
}

bool dj_output_open(const char *language, const char *path, dj_output *out)
{
    *out = (dj_output){.language = language, .path = path, .fd = STDOUT_FILENO};
    if (!path)
        return true;
    struct stat st;
    bool exists = stat(path, &st) == 0;
    int failed = exists && !S_ISREG(st.st_mode) ? open_direct(out) : open_beside(out, exists ? &st : NULL);
    if (failed)
        complain(out, failed);
    return !failed;
}

bool dj_output_create(const char *language, const char *path, dj_output *out)
{
    *out = (dj_output){.language = language, .path = path, .is_new = true};
    struct stat st;
    int failed = lstat(path, &st) == 0 ? EEXIST : open_beside(out, NULL);
    if (failed)
        complain(out, failed);
    return !failed;
}

bool dj_output_write(void *context, const char *bytes, size_t n)
{
    dj_output *out = context;
    while (n > 0 && !out->failed) {
        ssize_t written = write(out->fd, bytes, n);
        if (written < 0 && errno != EINTR)
            out->failed = errno;
        if (written > 0) {
            bytes += written;
            n -= (size_t)written;
        }
    }
    return !out->failed;
}

bool dj_output_text(dj_output *out, const char *text)
{
    return dj_output_write(out, text, strlen(text));
}

bool dj_output_fmt(dj_output *out, const char *format, ...)
{
    char text[DJ_LONGEST_PATH];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    return dj_output_text(out, text);
}

/* An errno, 0 for none. A link replaces nothing, not even what came to be in the meantime; there are file systems without. */
static int take_place(const dj_output *out)
{
    if (out->is_new && link(out->beside, out->target) == 0) {
        unlink(out->beside);
        return 0;
    }
    if (out->is_new && errno == EEXIST)
        return errno;
    return rename(out->beside, out->target) == 0 ? 0 : errno;
}

/* The data must be on the disk before the name is, or a crash between the two leaves an empty file. */
static void finish_beside(dj_output *out, bool keep)
{
    if (!out->failed && keep && fsync(out->fd) != 0)
        out->failed = errno;
    if (close(out->fd) != 0 && !out->failed)
        out->failed = errno;
    if (!out->failed && keep)
        out->failed = take_place(out);
    if (out->failed || !keep)
        unlink(out->beside);
}

bool dj_output_close(dj_output *out, bool keep)
{
    if (out->beside[0])
        finish_beside(out, keep);
    else if (close(out->fd) != 0 && !out->failed)
        out->failed = errno;
    if (out->failed)
        complain(out, out->failed);
    return !out->failed;
}
