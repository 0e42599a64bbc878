/* What the stories of a set agree on, as facts of a sheet: the material of `daejo facts`. */
#ifndef DJ_CHECK_AGREED_H
#define DJ_CHECK_AGREED_H
#include "align/fact.h"
#include "read/sheet.h"
#include "rule/settings.h"

typedef struct dj_agreed_fact {
    dj_sheet_type type;
    dj_slice value; /* as a sheet has it */
    DJ_VEC(dj_slice) about, roles;
    dj_slice speaker; /* empty for none */
    const dj_mention *claim; /* where it stands first */
    size_t n_stories;
    uint32_t line; /* of its value in the sheet, set when that is written */
} dj_agreed_fact;

typedef DJ_VEC(dj_agreed_fact) dj_agreed;

/* Adds figures with one value in two stories or more and words to tell them by, names with a role and quotations that two
 * or more have alike; in this order, each sort as the set has it. */
void dj_agreed_find(dj_arena *arena, const dj_set *set, const dj_settings *settings, dj_agreed *out);
#endif
