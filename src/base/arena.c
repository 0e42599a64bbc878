/* Blocks double up to a cap, so that a small run costs one allocation and a large one few. Under AddressSanitizer what lies
 * behind an allocation is out of bounds, as it is behind one of malloc, and so is all that was not given out yet. */
#include "base/arena.h"

#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef DAEJO_SANITIZED
#include <sanitizer/asan_interface.h>
enum { GAP = 16 };
#define CLOSE(at, n) ASAN_POISON_MEMORY_REGION(at, n)
#define OPEN(at, n) ASAN_UNPOISON_MEMORY_REGION(at, n)
#else
enum { GAP = 0 };
#define CLOSE(at, n) ((void)(at), (void)(n))
#define OPEN(at, n) ((void)(at), (void)(n))
#endif

enum { FIRST_BLOCK = 64 * 1024, LARGEST_STEP = 8 * 1024 * 1024 };

typedef struct block block;
struct block {
    block *next;
    size_t size, used;
    alignas(max_align_t) char data[];
};

struct dj_arena {
    block *top;
};

_Noreturn void dj_out_of_memory(void)
{
    fputs("daejo: out of memory\n", stderr);
    _Exit(2); /* not exit: other threads are at work, and may come here too */
}

void *dj_grow(void *old, size_t bytes)
{
    void *p = realloc(old, bytes ? bytes : 1);
    if (!p)
        dj_out_of_memory();
    return p;
}

static block *block_new(size_t size, block *next)
{
    if (size > SIZE_MAX - sizeof(block))
        dj_out_of_memory();
    block *b = dj_grow(NULL, sizeof(block) + size);
    b->next = next;
    b->size = size;
    b->used = 0;
    CLOSE(b->data, size);
    return b;
}

dj_arena *dj_arena_new(void)
{
    dj_arena *arena = dj_grow(NULL, sizeof *arena);
    arena->top = block_new(FIRST_BLOCK, NULL);
    return arena;
}

static void free_chain(block *b)
{
    while (b) {
        block *next = b->next;
        free(b);
        b = next;
    }
}

void dj_arena_free(dj_arena *arena)
{
    if (!arena)
        return;
    free_chain(arena->top);
    free(arena);
}

void dj_arena_adopt(dj_arena *arena, dj_arena *other)
{
    block *last = arena->top;
    while (last->next)
        last = last->next;
    last->next = other->top;
    free(other);
}

void dj_arena_reset(dj_arena *arena)
{
    block *keep = arena->top;
    for (block *b = arena->top; b; b = b->next)
        if (b->size > keep->size)
            keep = b;
    for (block *b = arena->top; b;) {
        block *next = b->next;
        if (b != keep)
            free(b);
        b = next;
    }
    keep->next = NULL;
    keep->used = 0;
    CLOSE(keep->data, keep->size);
    arena->top = keep;
}

/* what an allocation takes of its block */
static size_t room(size_t bytes)
{
    const size_t unit = alignof(max_align_t);
    if (bytes > SIZE_MAX / 2)
        dj_out_of_memory();
    return (bytes + GAP + unit - 1) / unit * unit;
}

/* not zeroed, so that no page is touched before it is used */
static void *take(dj_arena *arena, size_t bytes)
{
    block *b = arena->top;
    size_t need = room(bytes);
    if (b->size - b->used < need) {
        size_t size = b->size * 2 < LARGEST_STEP ? b->size * 2 : LARGEST_STEP;
        b = arena->top = block_new(need > size ? need : size, b);
    }
    void *p = b->data + b->used;
    b->used += need;
    OPEN(p, bytes);
    return p;
}

/* zeroed to the end of its room, since matchers of patterns read ahead of what they look at */
void *dj_alloc(dj_arena *arena, size_t bytes)
{
    return memset(take(arena, bytes), 0, GAP ? bytes : room(bytes));
}

void *dj_regrow(dj_arena *arena, void *old, size_t old_bytes, size_t bytes)
{
    size_t had = room(old_bytes), need = room(bytes);
    block *b = arena->top;
    bool is_last = had <= b->used && old == b->data + b->used - had;
    if (is_last && b->size - b->used >= need - had) {
        b->used += need - had;
        OPEN(old, bytes);
        return old;
    }
    void *p = take(arena, bytes);
    if (old_bytes)
        memcpy(p, old, old_bytes);
    return p;
}

char *dj_copy(dj_arena *arena, const char *from, size_t bytes)
{
    char *p = take(arena, bytes + 1);
    if (bytes)
        memcpy(p, from, bytes);
    memset(p + bytes, 0, (GAP ? bytes + 1 : room(bytes + 1)) - bytes);
    return p;
}

size_t dj_arena_bytes(const dj_arena *arena)
{
    size_t n = 0;
    for (const block *b = arena->top; b; b = b->next)
        n += b->size;
    return n;
}
