/* For tests of the library: what it writes, kept in memory, and what it says, compared. */
#ifndef TESTS_ENGINE_KEPT_H
#define TESTS_ENGINE_KEPT_H
#include <string.h>

#include "daejo.h"

typedef struct kept {
    char at[200000];
    size_t n;
} kept;

static bool keep(void *context, const char *bytes, size_t n)
{
    kept *to = context;
    if (n > sizeof to->at - 1 - to->n)
        return false;
    memcpy(to->at + to->n, bytes, n);
    to->n += n;
    to->at[to->n] = '\0';
    return true;
}

static bool says(daejo_text text, const char *words)
{
    return text.n == strlen(words) && memcmp(text.at, words, text.n) == 0;
}
#endif
