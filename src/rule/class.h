/* The pieces of PCRE2's pattern language that stand for one letter, as ranges of code points: 가 \d \x{A0} . [가-힣\s] */
#ifndef DJ_RULE_CLASS_H
#define DJ_RULE_CLASS_H
#include <stdint.h>

#include "base/slice.h"
#include "base/vec.h"

typedef struct dj_range { /* code points, inclusive */
    uint32_t from, to;
} dj_range;

typedef struct dj_class {
    DJ_VEC(dj_range) ranges;
} dj_class;

/* Reads the letter, escape or class at *at, which moves past it; false, without moving, where it is not understood. Never
 * less than what PCRE2 matches (without UCP); more where the exact set is long, such as for \p{L}. */
bool dj_class_read(dj_arena *arena, dj_slice pattern, size_t *at, dj_class *out);
void dj_class_complement(dj_arena *arena, dj_class *class);
/* Adds what matches without regard to case. */
void dj_class_fold(dj_arena *arena, dj_class *class);
/* Moves past an assertion of one sign or escape: ^ $ \b \B \A \z \Z \G \K */
bool dj_assertion(dj_slice pattern, size_t *at);
/* {2} {2,} {2,5} at the start of text: its bytes and the least count */
bool dj_quantifier(dj_slice text, size_t *length, size_t *least);
#endif
