/* Where the array is the last thing in its arena it grows in its place; else the old one stays behind, and doubling wastes
 * at most what is in use. Room is not zeroed until it is used: large arrays would touch pages that they never need. */
#include "base/vec.h"

#include <stdint.h>

void *dj_vec_grow(dj_arena *arena, void *old, size_t *cap, size_t size)
{
    size_t wanted = *cap ? *cap * 2 : 8;
    if (wanted > SIZE_MAX / 2 / size)
        dj_out_of_memory();
    void *p = dj_regrow(arena, old, *cap * size, wanted * size);
    *cap = wanted;
    return p;
}
