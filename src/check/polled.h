/* Shares of those who were asked and of votes: two polls, a poll and a count, or a count that goes on, have figures of their own. */
#ifndef DJ_CHECK_POLLED_H
#define DJ_CHECK_POLLED_H
#include "check/departure.h"

/* Is the one of another poll than the others (pattern poll_behind), or a share of the votes that were counted until an hour, or
 * foretold by an exit poll, where the other has it of all (votes_in_count, votes_being_counted, votes_foretold)? */
bool dj_are_polled_apart(const dj_departure *d, dj_scratch *scratch);
#endif
