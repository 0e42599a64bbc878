/* Symbol table: each distinct byte string gets a number, from 1 in order of first sight; 0 is "none". */
#ifndef DJ_BASE_NAMES_H
#define DJ_BASE_NAMES_H
#include <stdint.h>

#include "base/slice.h"

typedef struct dj_names dj_names;

dj_names *dj_names_new(dj_arena *arena);
uint32_t dj_intern(dj_names *names, dj_slice s); /* copies s on first sight */
uint32_t dj_intern_lasting(dj_names *names, dj_slice s); /* does not copy s, whose bytes outlive the names */
uint32_t dj_names_find(const dj_names *names, dj_slice s); /* 0 where unknown */
dj_slice dj_name(const dj_names *names, uint32_t id); /* empty for 0 */
uint32_t dj_names_count(const dj_names *names); /* ids are 1..count */
#endif
