/* Rows of JSON lines that are not kept as stories but looked at once, to see which set each belongs to, and read again when
 * their set is due: so a run needs memory for the stories of a set, and of all others a few bytes each. */
#ifndef DJ_READ_ROWS_H
#define DJ_READ_ROWS_H
#include "base/names.h"
#include "read/story.h"

typedef struct dj_row_file {
    dj_slice path; /* followed by a NUL */
    dj_slice bytes; /* as UTF-8, where they are held: of standard input, and of what is not UTF-8; at NULL: read from the path */
} dj_row_file;

typedef struct dj_row {
    uint32_t file; /* index in the rows' files */
    uint32_t at, n; /* bytes of it */
    uint32_t line; /* from 1 */
    uint32_t sum; /* of the bytes, by which a row that has changed is known */
    uint32_t set, lang; /* names of the rows */
    bool is_draft;
} dj_row;

typedef struct dj_rows {
    DJ_VEC(dj_row_file) files;
    DJ_VEC(dj_row) list; /* in the order in which they came */
    dj_names *names;
} dj_rows;

dj_rows *dj_rows_new(dj_arena *arena);
/* The n rows as stories, at the end of the list. What was wrong with them was told when they were looked at; where one is not
 * what it was then, that is told now. */
void dj_rows_read(const dj_rows *rows, const dj_row *const *at, size_t n, dj_stories *stories, dj_diags *diags);
#endif
