/* To be loaded before the C library (LD_PRELOAD): counts allocations of the whole process, the libraries' included, and lets the
 * one numbered by FAIL_AT fail, or, with FAIL_ON set, that and all that follow. With COUNT_TO set the number of all is
 * written to that file at the end. json-c 0.16 is spared: where it has
 * no memory for a key it crashes, and where it has none for a longer text it goes on with a shorter one. */
#define _GNU_SOURCE /* dladdr */
#include <dlfcn.h>
#include <errno.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t n, size_t size);
void *__libc_realloc(void *old, size_t size);
void *malloc(size_t size);
void *calloc(size_t n, size_t size);
void *realloc(void *old, size_t size);
char *strdup(const char *text);

static atomic_ulong counted;
static unsigned long fail_at;
static int goes_on, is_ready;

__attribute__((constructor)) static void begin(void)
{
    const char *at = getenv("FAIL_AT");
    fail_at = at ? strtoul(at, NULL, 10) : 0;
    goes_on = getenv("FAIL_ON") != NULL;
    is_ready = 1;
}

__attribute__((destructor)) static void end(void)
{
    const char *path = getenv("COUNT_TO");
    unsigned long n = counted;
    is_ready = 0;
    FILE *out = path ? fopen(path, "w") : NULL;
    if (out) {
        fprintf(out, "%lu\n", n);
        fclose(out);
    }
}

static int is_spared(const void *caller)
{
    Dl_info info;
    return dladdr(caller, &info) && info.dli_fname && strstr(info.dli_fname, "libjson-c");
}

static int fails(const void *caller)
{
    if (!is_ready)
        return 0;
    unsigned long number = ++counted;
    if (!fail_at || number < fail_at || (number > fail_at && !goes_on) || is_spared(caller))
        return 0;
    errno = ENOMEM;
    return 1;
}

__attribute__((visibility("default"))) void *malloc(size_t size)
{
    return fails(__builtin_return_address(0)) ? NULL : __libc_malloc(size);
}

__attribute__((visibility("default"))) void *calloc(size_t n, size_t size)
{
    return fails(__builtin_return_address(0)) ? NULL : __libc_calloc(n, size);
}

__attribute__((visibility("default"))) void *realloc(void *old, size_t size)
{
    return fails(__builtin_return_address(0)) ? NULL : __libc_realloc(old, size);
}

__attribute__((visibility("default"))) char *strdup(const char *text)
{
    size_t n = strlen(text) + 1;
    char *copy = __libc_malloc(n);
    return copy ? memcpy(copy, text, n) : NULL;
}
