/* The old array stays behind in the arena: doubling wastes at most what is in use. */
#include "base/vec.h"

#include <stdint.h>
#include <string.h>

void *dj_vec_grow(dj_arena *arena, void *old, size_t n, size_t *cap, size_t size)
{
    size_t wanted = *cap ? *cap * 2 : 8;
    if (wanted > SIZE_MAX / 2 / size)
        dj_out_of_memory();
    void *p = dj_alloc(arena, wanted * size);
    if (n)
        memcpy(p, old, n * size);
    *cap = wanted;
    return p;
}
