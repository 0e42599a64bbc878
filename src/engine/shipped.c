/* See shipped.h. What is installed looks beside itself first: with the source tree first an installed program would follow a
 * checkout that happens to be there, and with the prefix first a fresh build would read the rules of an older one. A shared
 * library looks beside itself before it looks beside the program, which is any program: /usr/bin/python3 would find the rules
 * of /usr for the library of another prefix. Of the program's own file dladdr knows only how it was called, so that one
 * comes from the kernel; none of this needs /proc, which a bare root has not mounted. */
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

/* the file of the shared library that this code is part of; NULL where it is part of the program */
static const char *library_file(void)
{
    static const char here = 0;
    Dl_info mine, program;
    if (!dladdr(&here, &mine))
        return NULL;
    bool is_program = dladdr((const void *)getauxval(AT_ENTRY), &program) && program.dli_fbase == mine.dli_fbase;
    return is_program ? NULL : mine.dli_fname;
}

const char *dj_shipped_rules(dj_arena *arena)
{
    const char *found = beside(arena, library_file(), DAEJO_RULES_FROM_LIBRARY);
    if (!found)
        found = beside(arena, (const char *)getauxval(AT_EXECFN), DAEJO_RULES_FROM_PROGRAM);
    if (found)
        return found;
    return dj_is_directory(DAEJO_SOURCE_RULES) ? DAEJO_SOURCE_RULES : DAEJO_INSTALLED_RULES;
}
