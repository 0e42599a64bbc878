/* The clock is asked twice a try, where asking costs as much as a short try: so what asking costs is measured first and
 * taken off. */
#define _POSIX_C_SOURCE 200809L /* clock_gettime */
#include "rule/meter.h"

#include <time.h>

#include "base/names.h"
#include "base/vec.h"

enum { ASKED = 1000 }; /* times, to know what asking costs */

struct dj_meter {
    dj_arena *arena;
    dj_names *patterns; /* by the bytes of their addresses */
    DJ_VEC(dj_tries) of; /* [number - 1] */
    double asking; /* seconds between two looks at the clock with nothing between */
};

double dj_seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

dj_meter *dj_meter_new(dj_arena *arena)
{
    dj_meter *meter = dj_alloc(arena, sizeof *meter);
    *meter = (dj_meter){.arena = arena, .patterns = dj_names_new(arena), .asking = 1};
    for (int i = 0; i < ASKED; i++) {
        double start = dj_seconds(), took = dj_seconds() - start;
        meter->asking = took < meter->asking ? took : meter->asking;
    }
    return meter;
}

static dj_slice key_of(const dj_regex *const *regex)
{
    return (dj_slice){(const char *)regex, sizeof *regex};
}

void dj_meter_add(dj_meter *meter, const dj_regex *regex, dj_match match, double seconds)
{
    uint32_t number = dj_intern(meter->patterns, key_of(&regex));
    dj_tries *tries = number > meter->of.n ? DJ_PUSH(meter->arena, &meter->of) : &meter->of.at[number - 1];
    tries->tries++;
    tries->matches += match == DJ_MATCH;
    tries->stopped += match == DJ_MATCH_LIMIT;
    tries->seconds += seconds > meter->asking ? seconds - meter->asking : 0;
}

dj_tries dj_meter_tries(const dj_meter *meter, const dj_regex *regex)
{
    uint32_t number = dj_names_find(meter->patterns, key_of(&regex));
    return number ? meter->of.at[number - 1] : (dj_tries){0};
}
