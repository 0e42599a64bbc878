/* A growable array inside an arena: DJ_VEC(int) v = {0}; *DJ_PUSH(arena, &v) = 3; v.at[0] == 3. */
#ifndef DJ_BASE_VEC_H
#define DJ_BASE_VEC_H
#include <string.h>

#include "base/arena.h"

#define DJ_VEC(T)                                                                                                                \
    struct {                                                                                                                     \
        T *at;                                                                                                                   \
        size_t n, cap;                                                                                                           \
    }

/* the address of a new, zeroed element at the end */
#define DJ_PUSH(arena, v)                                                                                                        \
    ((v)->n == (v)->cap ? (void)((v)->at = dj_vec_grow((arena), (v)->at, &(v)->cap, sizeof *(v)->at)) : (void)0,                 \
     (void)memset(&(v)->at[(v)->n], 0, sizeof *(v)->at), &(v)->at[(v)->n++])

/* room for twice as many elements of `size` bytes, of which those that were there are kept */
void *dj_vec_grow(dj_arena *arena, void *old, size_t *cap, size_t size);
#endif
