/* A place is one line of the processor's cache, which holds the word and the answer themselves: one look in memory tells both
 * whether the word is known and what of it. */
#include "base/recall.h"

#include <stdint.h>
#include <stdlib.h>

enum { PLACES = 1 << 12, BYTES = 64 - sizeof(void *) - 2 };

typedef struct place {
    const void *asker; /* NULL: empty */
    uint8_t n_word, n_answer;
    char bytes[BYTES]; /* the word, then the answer */
} place;

struct dj_recall {
    place places[PLACES];
};

dj_recall *dj_recall_new(void)
{
    dj_recall *recall = dj_grow(NULL, sizeof *recall);
    return memset(recall, 0, sizeof *recall);
}

void dj_recall_free(dj_recall *recall)
{
    free(recall);
}

static size_t place_of(const void *asker, dj_slice word)
{
    return (dj_slice_hash(word) + (uint32_t)((uintptr_t)asker >> 4)) % PLACES;
}

dj_slice dj_recalled(const dj_recall *recall, const void *asker, dj_slice word)
{
    const place *p = &recall->places[place_of(asker, word)];
    if (p->asker != asker || !dj_slice_eq((dj_slice){p->bytes, p->n_word}, word))
        return DJ_NONE;
    return (dj_slice){p->bytes + p->n_word, p->n_answer};
}

void dj_recall_keep(dj_recall *recall, const void *asker, dj_slice word, dj_slice answer)
{
    if (word.n + answer.n > BYTES)
        return;
    place *p = &recall->places[place_of(asker, word)];
    *p = (place){.asker = asker, .n_word = (uint8_t)word.n, .n_answer = (uint8_t)answer.n};
    memcpy(p->bytes, word.at, word.n);
    if (answer.n)
        memcpy(p->bytes + word.n, answer.at, answer.n);
}
