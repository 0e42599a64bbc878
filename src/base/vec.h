/* A growable array inside an arena: DJ_VEC(int) v = {0}; *DJ_PUSH(arena, &v) = 3; v.at[0] == 3. */
#ifndef DJ_BASE_VEC_H
#define DJ_BASE_VEC_H
#include "base/arena.h"

#define DJ_VEC(T)        \
    struct {             \
        T *at;           \
        size_t n, cap;   \
    }

/* the address of a new, zeroed element at the end */
#define DJ_PUSH(arena, v)                                                                               \
    ((v)->n == (v)->cap ? (void)((v)->at = dj_vec_grow((arena), (v)->at, (v)->n, &(v)->cap, sizeof *(v)->at)) \
                        : (void)0,                                                                      \
     &(v)->at[(v)->n++])

/* room for twice as many elements of `size` bytes; the first n are kept, the rest zeroed */
void *dj_vec_grow(dj_arena *arena, void *old, size_t n, size_t *cap, size_t size);
#endif
