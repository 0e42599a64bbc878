/* Figures of a list, each behind the word that says of what it is: 관악구 63.8%, 금천구 58.4%, 마포구 57.4%. There the figure is of
 * that and of nothing else, so that a sentence which does not name it tells of another one, however much alike the digits are. */
#ifndef DJ_ALIGN_LISTED_H
#define DJ_ALIGN_LISTED_H
#include "align/context.h"

/* `contexts`: those of a sentence, in order, with their scope.item, one at least; sets is_listed, and scope.told where a
 * list tells it once. */
void dj_listed_mark(dj_context *contexts, size_t n, dj_scratch *scratch);
/* Is one of the two of a list's item that the other's sentence does not name? */
bool dj_listed_apart(const dj_context *a, const dj_context *b);
#endif
