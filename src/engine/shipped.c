/* See shipped.h. The place of the program, then that of the shared library, comes first: with the source tree first an installed program would follow a
 * checkout that happens to be there, and with the prefix first a fresh build would read the rules of an older one. The
 * kernel hands over the program's path when it starts, so none of this needs /proc, which a bare root has not mounted. */
#define _GNU_SOURCE /* dladdr */
#include "engine/shipped.h"

#include <dlfcn.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/auxv.h>

#include "base/file.h"

/* the folder `tail` as seen from the file's; NULL where there is none */
static const char *beside(dj_arena *arena, const char *file, const char *tail)
{
    char self[PATH_MAX];
    if (!file || !realpath(file, self))
        return NULL;
    size_t folder = (size_t)(strrchr(self, '/') - self) + 1;
    size_t size = folder + strlen(tail) + 1;
    char *path = dj_alloc(arena, size);
    snprintf(path, size, "%.*s%s", (int)folder, self, tail);
    return dj_is_directory(path) ? path : NULL;
}

const char *dj_shipped_rules(dj_arena *arena)
{
    static const char here = 0;
    Dl_info object;
    const char *found = beside(arena, (const char *)getauxval(AT_EXECFN), DAEJO_RULES_FROM_PROGRAM);
    if (!found && dladdr(&here, &object))
        found = beside(arena, object.dli_fname, DAEJO_RULES_FROM_LIBRARY);
    if (found)
        return found;
    return dj_is_directory(DAEJO_SOURCE_RULES) ? DAEJO_SOURCE_RULES : DAEJO_INSTALLED_RULES;
}
