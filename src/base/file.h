/* Files, whole into an arena or piece by piece. */
#ifndef DJ_BASE_FILE_H
#define DJ_BASE_FILE_H
#include "base/diag.h"

/* The bytes of a file ("-": standard input), at most max of them; false and a diagnostic where it cannot be read, is
 * no regular file or is larger. */
bool dj_file_read(dj_arena *arena, const char *path, size_t max, dj_diags *diags, dj_slice *bytes);

/* A regular file whose bytes are asked for piece by piece. */
typedef struct dj_file {
    int fd;
    size_t n; /* bytes, when it was opened */
} dj_file;
bool dj_file_open(const char *path, dj_file *out); /* false where it cannot be, or is no regular file */
bool dj_file_piece(const dj_file *file, size_t at, char *to, size_t n); /* false where there are no n bytes at `at` any more */
void dj_file_close(const dj_file *file);

/* The names in a directory that do not begin with a dot, sorted by bytes, each joined to `path`. */
typedef struct dj_paths {
    const char **at;
    size_t n, cap;
} dj_paths;
bool dj_directory_read(dj_arena *arena, const char *path, dj_diags *diags, dj_paths *paths);
bool dj_leads_out(const char *path, const char *folder); /* a symbolic link to what lies in no part of the folder */
bool dj_is_directory(const char *path);
bool dj_is_folder(const char *path); /* the same, but no symbolic link to one: what lies below is a tree */
bool dj_is_file(const char *path); /* a regular one */
#endif
