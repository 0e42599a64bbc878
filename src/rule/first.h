/* With which letters can a match of a pattern begin? Known for most rules, and only few letters of a text can begin any:
 * so rules are tried where one of their letters stands, instead of each being searched through the whole text. */
#ifndef DJ_RULE_FIRST_H
#define DJ_RULE_FIRST_H
#include <stdint.h>

#include "base/slice.h"
#include "base/vec.h"

/* What stands before a match: rules forbid most of it by a look-behind, such as (?<![0-9]) or (?<![가-힣]). */
typedef enum dj_before { DJ_AFTER_OTHER, DJ_AFTER_DIGIT, DJ_AFTER_HANGUL, DJ_BEFORES } dj_before;
static inline dj_before dj_before_of(uint32_t rune) /* DJ_AFTER_OTHER at the start of a text */
{
    return rune >= '0' && rune <= '9' ? DJ_AFTER_DIGIT : rune >= 0xAC00 && rune <= 0xD7A3 ? DJ_AFTER_HANGUL : DJ_AFTER_OTHER;
}

typedef struct dj_first_range {
    uint32_t from, to; /* code points, inclusive */
    unsigned after; /* bit set by dj_before */
} dj_first_range;

typedef struct dj_first dj_first;
struct dj_first {
    bool is_any; /* nothing is known: any letter */
    DJ_VEC(dj_first_range) ranges; /* may overlap; more than the truth, never less */
};

/* pattern: one that PCRE2 has compiled, without UCP */
void dj_first_of(dj_arena *arena, dj_slice pattern, dj_first *out);
#endif
