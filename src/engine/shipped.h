/* Where the rules that come with the program lie. */
#ifndef DJ_ENGINE_SHIPPED_H
#define DJ_ENGINE_SHIPPED_H
#include "base/arena.h"

/* share/daejo/rules as seen from the shared library that this is part of, else from the running program, so that an installed
 * tree may be moved; else the source tree it was built from; else the prefix it was configured for. */
const char *dj_shipped_rules(dj_arena *arena);
#endif
