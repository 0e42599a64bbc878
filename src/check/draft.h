/* A draft held against its sources: of all findings of a set, those that touch the draft. */
#ifndef DJ_CHECK_DRAFT_H
#define DJ_CHECK_DRAFT_H
#include "check/finding.h"

bool dj_has_drafts(const dj_set *set);
/* Drops the findings that touch no draft; all stay where the set has none. A finding on the value that a draft and others
 * state alike touches the draft even where it shows the others alone: then the draft's claim is added to it. */
void dj_findings_of_drafts(dj_arena *arena, const dj_set *set, dj_findings *findings);
#endif
