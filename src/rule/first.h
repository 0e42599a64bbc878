/* With which letters can a match of a pattern begin, and go on? Known for most rules, and few places of a text can begin
 * any: so rules are tried where that may be, instead of each being searched through the whole text. */
#ifndef DJ_RULE_FIRST_H
#define DJ_RULE_FIRST_H
#include <stdint.h>

#include "base/slice.h"
#include "base/vec.h"

/* What a match has taken so far: nothing, behind a digit, a Hangul syllable or something else (rules forbid most of it by a
 * look-behind, such as (?<![0-9])); one letter or two, of which the first is no digit; a figure, that is an ASCII digit
 * and all of the digits, points and commas behind it; a figure and one letter, or two. */
typedef enum dj_taken {
    DJ_NOTHING,
    DJ_NOTHING_AFTER_DIGIT,
    DJ_NOTHING_AFTER_HANGUL,
    DJ_ONE,
    DJ_TWO,
    DJ_FIGURE,
    DJ_FIGURE_ONE,
    DJ_FIGURE_TWO,
    DJ_TAKENS
} dj_taken;

enum { DJ_RUNE_MAX = 0x10FFFF, DJ_RUNE_END = 0x110000 /* no letter: the text ends */ };

typedef struct dj_first_range { /* letters that may come next */
    uint32_t from, to; /* code points, inclusive; to may be DJ_RUNE_END */
    unsigned taken; /* behind what: bit set by dj_taken */
} dj_first_range;

typedef struct dj_first dj_first;
struct dj_first {
    bool is_any; /* nothing is known: any letter */
    DJ_VEC(dj_first_range) ranges; /* may overlap; more than the truth, never less */
};

/* pattern: one that PCRE2 has compiled, without UCP */
void dj_first_of(dj_arena *arena, dj_slice pattern, dj_first *out);
#endif
