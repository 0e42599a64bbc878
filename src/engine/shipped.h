/* Where the rules that come with the program lie. */
#ifndef DJ_ENGINE_SHIPPED_H
#define DJ_ENGINE_SHIPPED_H
#include "base/arena.h"

/* ../share/daejo/rules beside the running program, so that an installed tree may be moved; else the source tree the library
 * was built from; else the prefix it was configured for. */
const char *dj_shipped_rules(dj_arena *arena);
#endif
