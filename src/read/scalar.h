/* Scalars of YAML as text that knows where in the file it stands. */
#ifndef DJ_READ_SCALAR_H
#define DJ_READ_SCALAR_H
#include "read/map.h"
#include "rule/node.h"

/* The scalar's text with a map into the file's bytes: copied where it stands there as it reads, else one step. */
dj_traced dj_trace_scalar(dj_arena *arena, const dj_yaml *file, const dj_node *node);
#endif
