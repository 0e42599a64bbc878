/* A desk's fact sheet made ready once for all sets of a run, so that a set costs what it says and not what the sheet has: its
 * names are looked up as they are; of its figures and quotations those are read for the set, with the set's day and stems,
 * that it may speak of. Read by all threads. */
#ifndef DJ_CHECK_DESK_H
#define DJ_CHECK_DESK_H
#include "check/known.h"

typedef struct dj_desk dj_desk;
typedef struct dj_sheet_index dj_sheet_index; /* of its names; sheet.h */
typedef DJ_VEC(const dj_sheet_fact *) dj_chosen;

/* all: every fact of the sheet, with stems of its own */
dj_desk *dj_desk_new(dj_arena *arena, const dj_rules *rules, const dj_knowns *all, const dj_names *stems);
const dj_sheet_index *dj_desk_names(const dj_desk *desk);
/* What a set may speak of, in the order of the sheet; for a set with a draft, which any fact may support, all of it. */
void dj_desk_choose(dj_arena *arena, const dj_desk *desk, const dj_set *set, dj_chosen *out);
#endif
