/* Stories are read whole: each is small, and offsets must lead back to its bytes. A pipe or device is opened without
 * waiting for it. */
#define _XOPEN_SOURCE 700 /* realpath */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static dj_place at_path(const char *path)
{
    return (dj_place){.path = dj_slice_of(path)};
}

/* up to n bytes of an open file; fewer only where it ends. 0 or an errno */
static int read_up_to(int fd, char *to, size_t n, size_t *got)
{
    for (*got = 0; *got < n;) {
        ssize_t here = read(fd, to + *got, n - *got);
        if (here < 0 && errno != EINTR)
            return errno;
        if (here == 0)
            break;
        *got += here > 0 ? (size_t)here : 0;
    }
    return 0;
}

/* all bytes of an open file into `out`, up to its cap; 0 or an errno */
static int read_all(int fd, dj_buf *out)
{
    char chunk[65536];
    for (size_t n = sizeof chunk; n == sizeof chunk && !out->full;) {
        int failed = read_up_to(fd, chunk, sizeof chunk, &n);
        if (failed)
            return failed;
        dj_buf_add(out, (dj_slice){chunk, n});
    }
    return 0;
}

static int open_regular(const char *path, int *fd, off_t *size)
{
    struct stat st;
    if (stat(path, &st) != 0)
        return errno;
    if (S_ISDIR(st.st_mode))
        return EISDIR;
    if (!S_ISREG(st.st_mode))
        return ENOTSUP; /* a FIFO or a device might never end */
    *fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    *size = st.st_size;
    return *fd < 0 ? errno : 0;
}

/* What a file of that size holds, straight into the arena, with zeros behind it, since matchers of patterns read ahead. Where it
 * has grown, or says no size, as the system's own files do, by way of a buffer. */
static int read_sized(dj_arena *arena, int fd, size_t size, dj_buf *rest, dj_slice *bytes)
{
    enum { ZEROS = 16 };
    size_t n;
    char *to = dj_regrow(arena, NULL, 0, size + ZEROS);
    int failed = read_up_to(fd, to, size + 1, &n);
    memset(to + n, 0, size + ZEROS - n);
    *bytes = (dj_slice){to, n};
    if (failed || n <= size)
        return failed;
    dj_buf_add(rest, *bytes);
    failed = read_all(fd, rest);
    *bytes = dj_slice_copy(arena, dj_buf_slice(rest));
    return failed;
}

bool dj_file_read(dj_arena *arena, const char *path, size_t max, dj_diags *diags, dj_slice *bytes)
{
    bool is_stdin = strcmp(path, "-") == 0;
    int fd = STDIN_FILENO;
    off_t size = 0;
    int failed = is_stdin ? 0 : open_regular(path, &fd, &size);
    if (failed) {
        dj_error(diags, at_path(path), "cannot read: %s", failed == ENOTSUP ? "it is no regular file" : strerror(failed));
        return false;
    }
    dj_buf rest = dj_buf_new(max);
    dj_slice all = DJ_NONE;
    bool is_large = (uintmax_t)size > max;
    if (!is_large)
        failed = read_sized(arena, fd, (size_t)size, &rest, &all);
    if (!is_stdin)
        close(fd);
    is_large = is_large || rest.full;
    dj_buf_free(&rest);
    if (failed)
        dj_error(diags, at_path(path), "cannot read: %s", strerror(failed));
    else if (is_large)
        dj_error(diags, at_path(path), "larger than %zu bytes, the most that is read", max);
    else
        *bytes = all;
    return !failed && !is_large;
}

bool dj_file_open(const char *path, dj_file *out)
{
    struct stat st;
    int fd = -1;
    off_t unused;
    if (open_regular(path, &fd, &unused) != 0)
        return false;
    bool okay = fstat(fd, &st) == 0 && S_ISREG(st.st_mode);
    if (okay)
        *out = (dj_file){fd, (size_t)st.st_size};
    else
        close(fd);
    return okay;
}

bool dj_file_piece(const dj_file *file, size_t at, char *to, size_t n)
{
    while (n > 0) {
        ssize_t got = pread(file->fd, to, n, (off_t)at);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        to += got;
        at += (size_t)got;
        n -= (size_t)got;
    }
    return true;
}

void dj_file_close(const dj_file *file)
{
    close(file->fd);
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

bool dj_directory_read(dj_arena *arena, const char *path, dj_diags *diags, dj_paths *paths)
{
    DIR *dir = opendir(path);
    if (!dir) {
        dj_error(diags, at_path(path), "cannot read: %s", strerror(errno));
        return false;
    }
    size_t before = paths->n, n = strlen(path);
    const char *slash = n && path[n - 1] == '/' ? "" : "/";
    for (struct dirent *entry; (entry = readdir(dir)) != NULL;) {
        if (entry->d_name[0] == '.')
            continue;
        size_t size = n + strlen(entry->d_name) + 2;
        char *joined = dj_alloc(arena, size);
        snprintf(joined, size, "%s%s%s", path, slash, entry->d_name);
        *DJ_PUSH(arena, paths) = joined;
    }
    closedir(dir);
    if (paths->n > before)
        qsort(paths->at + before, paths->n - before, sizeof *paths->at, by_bytes);
    return true;
}

bool dj_leads_out(const char *path, const char *folder)
{
    struct stat st;
    if (lstat(path, &st) != 0 || !S_ISLNK(st.st_mode))
        return false;
    char *target = realpath(path, NULL), *within = realpath(folder, NULL);
    size_t n = within ? strlen(within) : 0;
    bool is_root = n == 1;
    bool leads_out = target && within && !is_root && (strncmp(target, within, n) != 0 || target[n] != '/');
    free(target);
    free(within);
    return leads_out;
}

bool dj_is_file(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISREG(st.st_mode);
}

bool dj_is_directory(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

bool dj_is_folder(const char *path)
{
    struct stat st;
    return lstat(path, &st) == 0 && S_ISDIR(st.st_mode);
}
