/* The part of scope.h that says of what time a figure is, or of which of several stages. */
#ifndef DJ_ALIGN_SCOPE_TIME_H
#define DJ_ALIGN_SCOPE_TIME_H
#include "align/scope.h"

/* Sets when, period, stage, day and since; `at` is the mention's index among those of its story. */
void dj_scope_times(const dj_mention *m, size_t at, dj_scratch *scratch, dj_scope *out);
#endif
