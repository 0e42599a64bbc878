/* From a story to a text: segmented and extracted. */
#ifndef DJ_ENGINE_TEXTS_H
#define DJ_ENGINE_TEXTS_H
#include "check/desk.h"
#include "rule/rules.h"

typedef struct dj_texting {
    dj_arena *arena;
    const dj_rules *rules;
    dj_scratch *scratch;
    dj_diags *diags;
} dj_texting;

/* NULL, and told, where no pack can read it */
dj_text *dj_text_of(const dj_texting *k, const dj_story *story, dj_names *stems);
dj_day dj_first_day(const dj_set *set); /* on which a story of it was published; DJ_NO_DAY for none */
/* Facts of a sheet for one set, whose stories have dates by now; what cannot be read is told with its place. */
void dj_sheet_know(const dj_texting *k, const dj_sheet_fact *const *facts, size_t n, dj_names *stems, dj_day day, dj_knowns *out);
/* The sheet for all sets; what is told of it has been told when it was read. */
dj_desk *dj_sheet_ready(const dj_texting *k, const dj_sheet *sheet, dj_day day);
/* What a set, whose stems these are, may speak of. */
void dj_sheet_know_for(const dj_texting *k, const dj_desk *desk, const dj_set *set, dj_names *stems, dj_knowns *out);
#endif
