/* The automata of a pack made ready for stepping: letters in classes that no rule tells apart. */
#ifndef DJ_RULE_AUTOMATON_H
#define DJ_RULE_AUTOMATON_H
#include "rule/dfa.h"
#include "rule/dispatch.h"

struct dj_dispatch {
    size_t n_rules, words;
    dj_dfa *dfas; /* [rule]; without states where the rule is not dispatched */
    uint32_t n_classes;
    uint16_t *letter_of; /* [class]: one of its letters */
    uint64_t *begins; /* [class * words]: rules of which a match may begin with the class; more than these too */
    uint16_t class_of[DJ_LETTERS]; /* [letter] */
};
#endif
