/* A fact sheet made of stories, and tried on them. */
#ifndef DJ_ENGINE_FACTS_H
#define DJ_ENGINE_FACTS_H
#include "engine/engine.h"

/* Fills `result->agreed` of a run done over `stories`: what they agree on and, held against them as a sheet, none of them
 * contradicts. */
void dj_facts_agreed(dj_arena *arena, const dj_rules *rules, const dj_stories *stories, const dj_run_options *options, dj_result *result);
#endif
