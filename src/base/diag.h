/* Diagnostics: what was wrong with an input (a rule, a story, an option), each with its place. They are collected, so
 * that all errors of a file are told at once and the run goes on to the next rule or story. */
#ifndef DJ_BASE_DIAG_H
#define DJ_BASE_DIAG_H
#include <stdint.h>

#include "base/buf.h"
#include "base/vec.h"

typedef struct dj_place {
    dj_slice path;
    uint32_t line, column; /* from 1, in code points; 0: the whole file */
    dj_slice excerpt; /* the line itself, may be empty */
} dj_place;

typedef struct dj_diag {
    dj_place place;
    dj_slice message; /* one line, lower case, without the place */
} dj_diag;

typedef struct dj_diags {
    dj_arena *arena;
    DJ_VEC(dj_diag) list;
} dj_diags;

void dj_error(dj_diags *diags, dj_place place, const char *format, ...) __attribute__((format(printf, 3, 4)));
void dj_diags_move(dj_diags *from, dj_diags *to); /* to its end, copied; from is empty then, and its arena may go */
/* path:line:column: message, then the excerpt with a caret under the column where there is one */
void dj_diag_print(const dj_diag *diag, dj_buf *out);
#endif
