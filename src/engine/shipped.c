/* See shipped.h. The program's own place comes first: with the source tree first an installed program would follow a
 * checkout that happens to be there, and with the prefix first a fresh build would read the rules of an older one. */
#define _POSIX_C_SOURCE 200809L
#include "engine/shipped.h"

#include <stdio.h>
#include <unistd.h>

#include "base/file.h"

enum { LONGEST_PATH = 4096 };

/* NULL where the system does not tell, or the path does not fit */
static const char *beside_program(dj_arena *arena)
{
    static const char tail[] = "/../share/daejo/rules";
    char self[LONGEST_PATH];
    ssize_t n = readlink("/proc/self/exe", self, sizeof self);
    if (n <= 0 || (size_t)n >= sizeof self)
        return NULL;
    while (n > 0 && self[n - 1] != '/')
        n--;
    size_t size = (size_t)n + sizeof tail;
    char *path = dj_alloc(arena, size);
    snprintf(path, size, "%.*s%s", (int)n, self, tail + 1);
    return path;
}

const char *dj_shipped_rules(dj_arena *arena)
{
    const char *beside = beside_program(arena);
    if (beside && dj_is_directory(beside))
        return beside;
    return dj_is_directory(DAEJO_SOURCE_RULES) ? DAEJO_SOURCE_RULES : DAEJO_INSTALLED_RULES;
}
