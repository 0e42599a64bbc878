/* Figures that differ and are of two facts, by what else their stories state. */
#ifndef DJ_ALIGN_TWO_FACTS_H
#define DJ_ALIGN_TWO_FACTS_H
#include "align/link.h"

/* What the one is held against is not what the other is; nor is what has a subject or a namesake of its own, or a slip that is
 * none but by chance. */
bool dj_are_two_facts(const dj_grounds *grounds, const dj_pair *pair);
#endif
