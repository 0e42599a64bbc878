/* From links to facts: a group is a version, and groups that speak of one fact are its versions. */
#ifndef DJ_ALIGN_CLUSTER_H
#define DJ_ALIGN_CLUSTER_H
#include "align/link.h"

void dj_facts_make(const dj_grounds *grounds, dj_set *set);
#endif
