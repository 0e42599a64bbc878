/* Whole files into an arena. */
#ifndef DJ_BASE_FILE_H
#define DJ_BASE_FILE_H
#include "base/diag.h"

/* The bytes of a file ("-": standard input), at most max of them; false and a diagnostic where it cannot be read, is
 * no regular file or is larger. */
bool dj_file_read(dj_arena *arena, const char *path, size_t max, dj_diags *diags, dj_slice *bytes);

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
