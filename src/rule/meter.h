/* What tries of patterns come to, by pattern: for whoever writes rules. */
#ifndef DJ_RULE_METER_H
#define DJ_RULE_METER_H
#include "base/arena.h"
#include "rule/regex.h"

typedef struct dj_tries {
    size_t tries, matches, stopped; /* stopped: at a limit of limits.h */
    double seconds;
} dj_tries;

double dj_seconds(void); /* of a clock that only goes forward */

dj_meter *dj_meter_new(dj_arena *arena);
void dj_meter_add(dj_meter *meter, const dj_regex *regex, dj_match match, double seconds);
dj_tries dj_meter_tries(const dj_meter *meter, const dj_regex *regex); /* zeros where it was never tried */
#endif
