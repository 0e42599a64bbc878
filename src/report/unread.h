/* Figures in digits that no rule claimed: what an extraction passed over. */
#ifndef DJ_REPORT_UNREAD_H
#define DJ_REPORT_UNREAD_H
#include "extract/mention.h"

typedef struct dj_unread {
    dj_field_name field;
    uint32_t start, end;
} dj_unread;

typedef struct dj_coverage {
    size_t figures; /* in digits, read or not */
    DJ_VEC(dj_unread) unread; /* title first, then by place */
} dj_coverage;

/* A bare number (kind number) counts as unread: nothing says what it is a number of. Digits behind a Latin letter (G20,
 * HBM3) are part of a name and count not at all. */
dj_coverage dj_find_unread(dj_arena *arena, const dj_text *text);
#endif
