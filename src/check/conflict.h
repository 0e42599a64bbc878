/* The part that the checks of one kind's conflicts share: facts whose versions differ. */
#ifndef DJ_CHECK_CONFLICT_H
#define DJ_CHECK_CONFLICT_H
#include "check/check.h"
#include "check/departure.h"

/* A finding for the versions of a fact of this kind that depart from the first: loud from `loud` on, and another one, a
 * note, for those from `note` on. Unit slips are left to unit-slip, conversions to the conversion checks. */
void dj_find_conflicts(dj_checking *k, dj_kind kind);
/* The same of those departures only that are meant. */
typedef bool dj_is_meant(const dj_checking *k, const dj_departure *departure);
void dj_find_conflicts_of(dj_checking *k, dj_kind kind, dj_is_meant *is_meant);
/* Has the running check told that these two differ, or one of them from the value of the other? */
bool dj_is_conflict_told(const dj_checking *k, const dj_mention *a, const dj_mention *b);
/* The same for those departures that are a slip of a unit. */
void dj_find_unit_slips(dj_checking *k);
#endif
