/* Patterns as one nondeterministic automaton: it says at least of every place where a pattern matches that it may. So it is
 * asked first, for all rules at once, and the patterns themselves are tried only where it says yes. */
#ifndef DJ_RULE_NFA_H
#define DJ_RULE_NFA_H
#include "rule/class.h"

enum { DJ_NO_NODE = -1, DJ_RUNE_END = 0x110000 /* no letter: the text begins or ends here */ };

typedef enum dj_nfa_type {
    DJ_NFA_LETTER, /* takes a letter of its ranges, which may hold DJ_RUNE_END */
    DJ_NFA_FORK, /* goes on at `next`, and at `other` where there is one */
    DJ_NFA_BEHIND, /* goes on where the last letter is one of its ranges, or, negated, is none of them */
    DJ_NFA_RULE /* a match of its rule */
} dj_nfa_type;

typedef struct dj_nfa_node {
    uint8_t type;
    bool is_negated;
    uint16_t rule;
    int32_t next, other;
    uint32_t from, n; /* ranges, in dj_nfa.ranges */
} dj_nfa_node;

enum { DJ_NFA_FOUND = 4096 };

typedef struct dj_nfa {
    dj_arena *arena;
    DJ_VEC(dj_nfa_node) nodes;
    DJ_VEC(dj_range) ranges;
    uint32_t *found; /* [hash % DJ_NFA_FOUND]: where the ranges of a class were last put */
    DJ_VEC(int32_t) starts; /* a node for each rule that was added */
} dj_nfa;

/* Adds a pattern that PCRE2 has compiled without UCP; false, and no start, where it is not understood (recursion, back
 * references, verbs, extended syntax) or too large, or where 65,536 rules are there. */
bool dj_nfa_add(dj_nfa *nfa, uint32_t rule, dj_slice pattern);
#endif
