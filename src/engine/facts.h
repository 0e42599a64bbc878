/* A fact sheet made of stories, and tried on them. */
#ifndef DJ_ENGINE_FACTS_H
#define DJ_ENGINE_FACTS_H
#include "engine/engine.h"

/* Fills `agreed` of the result of a run that kept its sets: what their stories agree on and, held against them as a sheet,
 * none of them contradicts. */
void dj_facts_agreed(dj_arena *arena, const dj_rules *rules, dj_result *result);
#endif
