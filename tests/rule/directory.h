/* Rules directories made for a test, and removed with it. */
#ifndef TESTS_RULE_DIRECTORY_H
#define TESTS_RULE_DIRECTORY_H
#define _POSIX_C_SOURCE 200809L /* mkdtemp; so this file is included first */
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "rule/rules.h"

enum { DIRECTORY_FILES = 8 };

typedef struct directory {
    char path[64];
    struct {
        char path[160];
    } files[DIRECTORY_FILES];
    size_t n;
} directory;

static inline directory directory_new(void)
{
    directory d = {.path = "/tmp/daejo-rules-XXXXXX"};
    if (!mkdtemp(d.path))
        exit(2);
    return d;
}

/* name: "ko/a.yaml"; the folder is made */
static inline void directory_add(directory *d, const char *name, const char *text)
{
    char path[160], folder[128];
    const char *slash = strchr(name, '/');
    if (slash) {
        snprintf(folder, sizeof folder, "%s/%.*s", d->path, (int)(slash - name), name);
        mkdir(folder, 0700);
    }
    snprintf(path, sizeof path, "%s/%s", d->path, name);
    memcpy(d->files[d->n++].path, path, sizeof path);
    FILE *file = fopen(path, "wb");
    if (!file)
        exit(2);
    fputs(text, file);
    fclose(file);
}

static inline void directory_remove(directory *d)
{
    static const char *const folders[] = {"ko", "en", "any"};
    char path[128];
    for (size_t i = 0; i < d->n; i++)
        unlink(d->files[i].path);
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        snprintf(path, sizeof path, "%s/%s", d->path, folders[i]);
        rmdir(path);
    }
    rmdir(d->path);
}

/* one pack file under ko/, loaded */
static inline dj_rules *load_one(dj_arena *arena, const char *text, dj_diags *diags)
{
    directory d = directory_new();
    const char *path = d.path;
    directory_add(&d, "ko/a.yaml", text);
    dj_rules *rules = dj_rules_load(arena, &path, 1, diags);
    directory_remove(&d);
    return rules;
}

/* the i-th error begins with "line:column: message" */
static inline bool error_is(const dj_diags *diags, size_t i, const char *expected)
{
    char text[400];
    if (i >= diags->list.n)
        return false;
    const dj_diag *diag = &diags->list.at[i];
    snprintf(text, sizeof text, "%u:%u: %.*s", diag->place.line, diag->place.column, DJ_FMT(diag->message));
    bool okay = strncmp(text, expected, strlen(expected)) == 0;
    if (!okay)
        fprintf(stderr, "\n  expected: %s\n  told:     %s\n", expected, text);
    return okay;
}
#endif
