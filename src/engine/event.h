/* Which stories tell of one event, where nobody says: the sets of `--set-by auto`. */
#ifndef DJ_ENGINE_EVENT_H
#define DJ_ENGINE_EVENT_H
#include "read/story.h"
#include "rule/settings.h"

/* Gives every story the name of its event for a set, in place of the set it had. Stories of different languages are never
 * of one set. The order of the stories does not matter. Thresholds are in the `grouping` section of checks.yaml. */
void dj_group_by_event(dj_arena *arena, const dj_rules *rules, dj_scratch *scratch, const dj_stories *stories);
#endif
