/* Offset maps: look-up by binary search, and composition by walking the second map's runs under each run of the first.
 * A map has as many runs as the source has departures from plain copying, so that most stories need two. */
#include "read/map.h"

#include <stdlib.h>

/* index of the run that holds text offset `at`; never the sentinel, unless it is alone */
static size_t run_at(const dj_map *map, uint32_t at)
{
    size_t low = 0, high = map->n > 1 ? map->n - 1 : 1;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (map->runs[middle].at <= at)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static uint32_t source_of(const dj_map *map, uint32_t at)
{
    const dj_run *run = &map->runs[run_at(map, at)];
    return run->is_step ? run->source : run->source + (at - run->at);
}

void dj_map_span(const dj_map *map, uint32_t start, uint32_t end, uint32_t *source_start, uint32_t *source_end)
{
    uint32_t last = map->runs[map->n - 1].at;
    if (end > last)
        end = last;
    *source_start = source_of(map, start);
    *source_end = *source_start;
    if (end <= start)
        return;
    size_t i = run_at(map, end - 1);
    const dj_run *run = &map->runs[i];
    uint32_t to = run->is_step ? map->runs[i + 1].source : run->source + (end - run->at);
    if (to > *source_start)
        *source_end = to;
}

static void push(dj_runs *runs, uint32_t source, bool is_step)
{
    if (runs->n == runs->cap) {
        runs->cap = runs->cap ? runs->cap * 2 : 16;
        runs->list = dj_grow(runs->list, runs->cap * sizeof *runs->list);
    }
    runs->list[runs->n++] = (dj_run){runs->at, source, is_step};
}

/* Ends the run before at its own source end where the next one begins elsewhere. */
static bool continues(dj_runs *runs, uint32_t source)
{
    if (runs->n == 0)
        return false;
    bool after_step = runs->list[runs->n - 1].is_step;
    if (after_step && runs->source != source)
        push(runs, runs->source, false);
    return !after_step && runs->source == source;
}

void dj_runs_copy(dj_runs *runs, size_t bytes, uint32_t source)
{
    if (bytes == 0)
        return;
    if (!continues(runs, source))
        push(runs, source, false);
    runs->at += (uint32_t)bytes;
    runs->source = source + (uint32_t)bytes;
}

void dj_runs_step(dj_runs *runs, size_t bytes, uint32_t from, uint32_t to)
{
    if (bytes == 0)
        return;
    continues(runs, from);
    push(runs, from, true);
    runs->at += (uint32_t)bytes;
    runs->source = to;
}

dj_map dj_runs_end(dj_runs *runs, dj_arena *arena)
{
    push(runs, runs->source, false);
    dj_run *kept = dj_alloc(arena, runs->n * sizeof *kept);
    memcpy(kept, runs->list, runs->n * sizeof *kept);
    free(runs->list);
    return (dj_map){kept, runs->n};
}

dj_trace dj_trace_new(dj_arena *arena)
{
    return (dj_trace){.arena = arena, .text = dj_buf_new(UINT32_MAX)};
}

void dj_trace_copy(dj_trace *trace, dj_slice source, uint32_t from, uint32_t to)
{
    dj_buf_add(&trace->text, dj_slice_sub(source, from, to));
    dj_runs_copy(&trace->runs, to - from, from);
}

void dj_trace_step(dj_trace *trace, dj_slice text, uint32_t from, uint32_t to)
{
    dj_buf_add(&trace->text, text);
    dj_runs_step(&trace->runs, text.n, from, to);
}

dj_traced dj_trace_end(dj_trace *trace)
{
    dj_traced traced = {dj_slice_copy(trace->arena, dj_buf_slice(&trace->text)), dj_runs_end(&trace->runs, trace->arena)};
    dj_buf_free(&trace->text);
    return traced;
}

void dj_trace_drop(dj_trace *trace)
{
    free(trace->runs.list);
    dj_buf_free(&trace->text);
}

dj_map dj_map_shift(dj_arena *arena, size_t bytes, uint32_t source)
{
    dj_runs runs = {.source = source};
    dj_runs_copy(&runs, bytes, source);
    return dj_runs_end(&runs, arena);
}

bool dj_map_is_identity(const dj_map *map)
{
    return map->n <= 2 && map->runs[0].source == 0 && !map->runs[0].is_step;
}

/* what the second map makes of `bytes` copied from the middle, from `middle` on */
static void through(dj_runs *runs, const dj_map *second, uint32_t middle, uint32_t bytes)
{
    uint32_t end = middle + bytes;
    for (size_t i = run_at(second, middle); middle < end && i + 1 < second->n; i++) {
        const dj_run *run = &second->runs[i];
        uint32_t stop = run[1].at < end ? run[1].at : end;
        if (stop <= middle)
            continue;
        if (run->is_step)
            dj_runs_step(runs, stop - middle, run->source, run[1].source);
        else
            dj_runs_copy(runs, stop - middle, run->source + (middle - run->at));
        middle = stop;
    }
}

dj_map dj_map_compose(dj_arena *arena, const dj_map *first, const dj_map *second)
{
    if (dj_map_is_identity(second))
        return *first;
    if (dj_map_is_identity(first) && first->runs[first->n - 1].at == second->runs[second->n - 1].at)
        return *second;
    dj_runs runs = {.source = source_of(second, first->runs[0].source)};
    for (size_t i = 0; i + 1 < first->n; i++) {
        const dj_run *run = &first->runs[i];
        uint32_t bytes = run[1].at - run->at, from, to;
        if (run->is_step) {
            dj_map_span(second, run->source, run[1].source, &from, &to);
            dj_runs_step(&runs, bytes, from, to);
        } else {
            through(&runs, second, run->source, bytes);
        }
    }
    return dj_runs_end(&runs, arena);
}
