/* See shipped.h. The program's own place comes first: with the source tree first an installed program would follow a
 * checkout that happens to be there, and with the prefix first a fresh build would read the rules of an older one. The
 * kernel hands over the program's path when it starts, so none of this needs /proc, which a bare root has not mounted. */
#define _XOPEN_SOURCE 700
#include "engine/shipped.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/auxv.h>

#include "base/file.h"

/* NULL where the system does not tell */
static const char *beside_program(dj_arena *arena)
{
    static const char tail[] = "../share/daejo/rules";
    const char *started_as = (const char *)getauxval(AT_EXECFN);
    char self[PATH_MAX];
    if (!started_as || !realpath(started_as, self))
        return NULL;
    size_t folder = (size_t)(strrchr(self, '/') - self) + 1;
    size_t size = folder + sizeof tail;
    char *path = dj_alloc(arena, size);
    snprintf(path, size, "%.*s%s", (int)folder, self, tail);
    return path;
}

const char *dj_shipped_rules(dj_arena *arena)
{
    const char *beside = beside_program(arena);
    if (beside && dj_is_directory(beside))
        return beside;
    return dj_is_directory(DAEJO_SOURCE_RULES) ? DAEJO_SOURCE_RULES : DAEJO_INSTALLED_RULES;
}
