/* Arena: memory that lives and dies together. One arena holds a rule set, one a run; slices point into them and
 * never own. Running out of memory ends the program in one place (dj_out_of_memory), so no caller checks for NULL. */
#ifndef DJ_BASE_ARENA_H
#define DJ_BASE_ARENA_H
#include <stddef.h>

typedef struct dj_arena dj_arena;

dj_arena *dj_arena_new(void);
void dj_arena_free(dj_arena *arena); /* NULL is allowed */
void dj_arena_reset(dj_arena *arena); /* everything allocated is gone; the largest block is kept for reuse */
void dj_arena_adopt(dj_arena *arena, dj_arena *other); /* all that the other holds; the other itself is gone */
void *dj_alloc(dj_arena *arena, size_t bytes); /* zeroed, aligned for any type, never NULL */
/* Room for `bytes`, more than before, that begins with what `old` holds: in the same place where nothing was allocated since.
 * What is new in it is not zeroed. */
void *dj_regrow(dj_arena *arena, void *old, size_t old_bytes, size_t bytes);
char *dj_copy(dj_arena *arena, const char *from, size_t bytes); /* followed by a NUL */
size_t dj_arena_bytes(const dj_arena *arena); /* held from the system */
_Noreturn void dj_out_of_memory(void);
void *dj_grow(void *block, size_t bytes); /* realloc that never returns NULL; for the few buffers outside arenas */
#endif
