/* Comments by which a story suppresses findings on it:
 *
 *   <!-- daejo-ignore conversion-rate: the desk's house rate -->
 *   <!-- daejo-ignore amount-conflict, unit-slip until 2025-12-31: as the ministry has it -->
 *   <!-- daejo-ignore-story name-variant: our spelling of it -->
 *
 * The first two hold for the paragraph that they stand in or, on a line of their own, for the next one. A paragraph is what
 * segmentation makes of lines, and in formats that have blocks the whole block. */
#ifndef DJ_READ_IGNORE_H
#define DJ_READ_IGNORE_H
#include "read/map.h"

/* For formats in which a comment would be text: the text without these comments, and without the lines that hold nothing
 * else. */
dj_traced dj_ignores_cut(dj_arena *arena, dj_slice text);

typedef struct dj_ignore_reading {
    dj_arena *arena;
    dj_diags *diags;
    bool has_blocks;
    const dj_place *row; /* of a JSON line, the place of all that is wrong; else NULL */
} dj_ignore_reading;
/* Fills the story's list by the comments of what its fields were decoded from; what is wrong with one is told. */
void dj_ignores_read(const dj_ignore_reading *how, dj_story *story);
#endif
