/* From the mentions of a set to its facts. */
#ifndef DJ_ALIGN_ALIGN_H
#define DJ_ALIGN_ALIGN_H
#include "align/fact.h"
#include "rule/settings.h"

void dj_align(dj_arena *arena, dj_set *set, const dj_settings *settings, dj_scratch *scratch);
#endif
