/* The distance of two rows of letters: how many must be changed, added or dropped to make one of the other (Levenshtein). */
#ifndef DJ_BASE_EDIT_H
#define DJ_BASE_EDIT_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { DJ_EDIT_MOST = 64 }; /* letters of either */

/* anywhere: a is held against the place of b that it is nearest to, not against the whole of b. n, m: no more than
 * DJ_EDIT_MOST. Rows that are more than `most` apart are told as any number above it. */
unsigned dj_edit_distance(const uint32_t *a, size_t n, const uint32_t *b, size_t m, bool anywhere, unsigned most);
#endif
