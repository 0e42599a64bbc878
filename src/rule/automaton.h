/* The automaton of a pack made ready for stepping: letters in classes that no rule tells apart, and where matches begin. */
#ifndef DJ_RULE_AUTOMATON_H
#define DJ_RULE_AUTOMATON_H
#include "rule/dispatch.h"
#include "rule/nfa.h"

enum { DJ_DIRECT_RUNES = 0x10000 }; /* further ones, which begin next to nothing, are one class */

typedef struct dj_begin { /* a letter that a match may begin with */
    int32_t node;
    uint32_t guard; /* the look-behind that it stands behind */
} dj_begin;

struct dj_dispatch {
    size_t words;
    dj_nfa nfa; /* ranges are of classes */
    uint32_t n_classes;
    uint16_t class_of[DJ_DIRECT_RUNES + 2]; /* then all other letters, and the end of the text */
    uint64_t *rules; /* that are dispatched */
    dj_begin *begins; /* by class */
    uint32_t *first_begin; /* [class], and one more */
    uint32_t n_guards;
    uint64_t *passes; /* [last class * guard_words]: bit i set where guard i lets pass */
    size_t guard_words;
};

/* Whether a look-behind lets pass behind a letter of this class */
bool dj_is_passed(const dj_nfa *nfa, const dj_nfa_node *node, uint32_t last);
bool dj_takes(const dj_nfa *nfa, const dj_nfa_node *node, uint32_t class);
#endif
