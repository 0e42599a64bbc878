/* Which of many names are a few letters (jamo) from a given one, without holding it against all of them: names that are so
 * near have a spelling in common once as many letters are left out of each. So a search costs the same however many
 * names there are. */
#ifndef DJ_BASE_NEAR_H
#define DJ_BASE_NEAR_H
#include <stdint.h>

#include "base/slice.h"
#include "base/vec.h"

enum { DJ_NEAR_MOST = 3 }; /* letters apart; what is left out of a name grows with their power */

typedef struct dj_near dj_near;
typedef DJ_VEC(uint32_t) dj_near_list;

dj_near *dj_near_new(dj_arena *arena, unsigned letters); /* no more than DJ_NEAR_MOST are heeded */
void dj_near_add(dj_near *near, dj_slice name); /* names are numbered from 0 */
/* Sets *out to the numbers, each once and rising, of all names at most so many letters away and of some that are not:
 * dj_jamo_distance tells which. Of names that are nearly all alike (a flood of them) only the first are found. */
void dj_near_find(const dj_near *near, dj_slice name, dj_arena *arena, dj_near_list *out);
#endif
