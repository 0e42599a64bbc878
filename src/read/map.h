/* Maps while they are made: text that is copied or rewritten piece by piece, with the source bytes of every piece, and
 * the composition of two such passes into one map. */
#ifndef DJ_READ_MAP_H
#define DJ_READ_MAP_H
#include "read/story.h"

typedef struct dj_traced { /* text, and where each byte of it came from */
    dj_slice text;
    dj_map map;
} dj_traced;

typedef struct dj_runs { /* on the heap while it grows: the map of another charset has a run a character */
    dj_run *list;
    size_t n, cap;
    uint32_t at, source; /* of the next byte, if the source goes on where it stopped */
} dj_runs;
void dj_runs_copy(dj_runs *runs, size_t bytes, uint32_t source);
/* bytes of text that stand for the source's from..to, which may be empty (a line end that markup implies) */
void dj_runs_step(dj_runs *runs, size_t bytes, uint32_t from, uint32_t to);
dj_map dj_runs_end(dj_runs *runs, dj_arena *arena); /* copied into the arena, the rest freed */

typedef struct dj_trace {
    dj_arena *arena;
    dj_buf text;
    dj_runs runs;
} dj_trace;
dj_trace dj_trace_new(dj_arena *arena);
void dj_trace_copy(dj_trace *trace, dj_slice source, uint32_t from, uint32_t to); /* source[from..to] as it stands */
void dj_trace_step(dj_trace *trace, dj_slice text, uint32_t from, uint32_t to);
dj_traced dj_trace_end(dj_trace *trace); /* copied into the arena, the rest freed */
void dj_trace_drop(dj_trace *trace);

dj_map dj_map_shift(dj_arena *arena, size_t bytes, uint32_t source); /* offset -> source + offset */
bool dj_map_is_identity(const dj_map *map);
/* first: text -> middle, second: middle -> source; the result: text -> source */
dj_map dj_map_compose(dj_arena *arena, const dj_map *first, const dj_map *second);
#endif
