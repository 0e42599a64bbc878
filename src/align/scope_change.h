/* The part of scope.h that says whether a figure is what is, what was, or by how much it changed. */
#ifndef DJ_ALIGN_SCOPE_CHANGE_H
#define DJ_ALIGN_SCOPE_CHANGE_H
#include "align/scope.h"

/* Sets told, changed, share_of, is_base and is_expected; `at` is the mention's index among those of its story. */
void dj_scope_changes(const dj_mention *m, size_t at, dj_scratch *scratch, dj_scope *out);
#endif
