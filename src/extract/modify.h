/* The words beside a figure that bound it: 최대, 약, 이상, up to, at least. They become part of the mention. */
#ifndef DJ_EXTRACT_MODIFY_H
#define DJ_EXTRACT_MODIFY_H
#include "extract/mention.h"

/* Reads the modifiers around a mention whose start and end are those of its core; from and to limit how far it may grow
 * (the mentions beside it). Of one before and one after, the one that gives a direction decides over `about` and `exact`. */
void dj_modify(dj_mention *mention, dj_slice field, uint32_t from, uint32_t to, dj_scratch *scratch);
#endif
