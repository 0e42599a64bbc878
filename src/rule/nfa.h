/* A pattern as a nondeterministic automaton, which says at least of every place where the pattern matches that it may. */
#ifndef DJ_RULE_NFA_H
#define DJ_RULE_NFA_H
#include "rule/class.h"

enum { DJ_NO_NODE = -1, DJ_RUNE_END = 0x110000 /* no letter: the text begins or ends here */ };

typedef enum dj_nfa_type {
    DJ_NFA_LETTER, /* takes a letter of its ranges, which may hold DJ_RUNE_END */
    DJ_NFA_FORK, /* goes on at `next`, and at `other` where there is one */
    DJ_NFA_BEHIND, /* goes on where the last letter is one of its ranges, or, negated, is none of them */
    DJ_NFA_MATCH
} dj_nfa_type;

typedef struct dj_nfa_node {
    uint8_t type;
    bool is_negated;
    int32_t next, other;
    uint32_t from, n; /* ranges, in dj_nfa.ranges */
} dj_nfa_node;

typedef struct dj_nfa {
    dj_arena *arena;
    DJ_VEC(dj_nfa_node) nodes;
    DJ_VEC(dj_range) ranges;
    int32_t start;
} dj_nfa;

/* Of a pattern that PCRE2 has compiled without UCP; false where it is not understood (recursion, back references, verbs,
 * extended syntax) or too large. */
bool dj_nfa_make(dj_nfa *nfa, dj_slice pattern);
#endif
