/* What was found out about a word, for when it comes again: a text is made of few words, each met hundreds of times. The room is
 * fixed, and a word takes the place of one that came before it: what is not known any more is found out again. */
#ifndef DJ_BASE_RECALL_H
#define DJ_BASE_RECALL_H
#include "base/slice.h"

typedef struct dj_recall dj_recall; /* of one thread */

dj_recall *dj_recall_new(void);
void dj_recall_free(dj_recall *recall); /* NULL is allowed */
/* What was kept of the word by who asks now; at NULL where nothing was, or is any more. Valid until something is kept. `asker`
 * is an address that stands for the question, and what it depends on. */
dj_slice dj_recalled(const dj_recall *recall, const void *asker, dj_slice word);
void dj_recall_keep(dj_recall *recall, const void *asker, dj_slice word, dj_slice answer); /* nothing where both are long */
#endif
