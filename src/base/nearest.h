/* Which word was meant: the candidate that a misspelt word is most likely a slip for. */
#ifndef DJ_BASE_NEAREST_H
#define DJ_BASE_NEAREST_H
#include "base/slice.h"

/* NULL where none is near. Candidates end with NULL. */
const char *dj_nearest(dj_slice word, const char *const *candidates);
#endif
