/* A departure of which both figures are right, each at its time. */
#ifndef DJ_CHECK_UPDATE_H
#define DJ_CHECK_UPDATE_H
#include "check/departure.h"

/* A count that grows from story to story as the day goes on: every story with the higher figure is later than every one
 * with the lower. Or a count or share of which both say at what hour they have it (pattern count_as_of), which is not the
 * same; and the days of two such. Or a figure of one poll and of another (pattern poll_behind), or a share of the votes that
 * were counted until an hour or foretold by an exit poll, where the other has it of all. */
bool dj_is_update(const dj_set *set, const dj_departure *d, dj_scratch *scratch);
/* two counts of the dead, of which the story with the lower one says that people are still looked for, and is not the later
 * (pattern toll_in_progress) */
bool dj_is_still_counted(const dj_mention *a, const dj_mention *b, dj_scratch *scratch);
#endif
