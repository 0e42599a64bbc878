/* Claims of which some say otherwise than others of the same thing, where a check tells by itself which ones speak of one. */
#ifndef DJ_CHECK_OPPOSED_H
#define DJ_CHECK_OPPOSED_H
#include "base/limits.h"
#include "check/check.h"

typedef struct dj_opposition {
    dj_slice fact; /* what both sides speak of */
    const char *why; /* key of the message "conflict.<why>" */
    bool is_loud;
} dj_opposition;

typedef struct dj_opposed {
    size_t size; /* of what is kept of a claim, for the functions */
    bool (*read)(dj_checking *k, const dj_text *text, size_t at, void *out); /* false where mention `at` is no such claim */
    bool (*meet)(const void *a, const void *b); /* do both speak of one thing? */
    /* what to say of two that do; witnesses: who say what `usual` does */
    dj_opposition (*describe)(dj_checking *k, const void *odd, const void *usual, size_t witnesses);
    bool is_loud_only; /* what is not loud is not told */
} dj_opposed;

/* Tells every claim that fewer say than what stands against it, once, with those that say the same and those that do not; what
 * departs from one claim, as loudly, is told together. A story that states both speaks of two things. Of the first
 * DJ_FLOOD_OPPOSED claims, by story, then place. */
void dj_opposed_find(dj_checking *k, const dj_opposed *of);
#endif
