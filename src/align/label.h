/* A few words that say what a fact is about, taken from the stories themselves. */
#ifndef DJ_ALIGN_LABEL_H
#define DJ_ALIGN_LABEL_H
#include "align/context.h"

/* The words of the first claim's sentence that the other claims share most, in the order of the sentence. */
dj_slice dj_fact_label(dj_arena *arena, const dj_set *set, const dj_context *const *claims, size_t n);
#endif
