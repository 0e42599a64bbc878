/* An automaton with fewer states and moves that says the same. */
#ifndef DJ_RULE_REDUCE_H
#define DJ_RULE_REDUCE_H
#include "rule/dfa.h"

/* first: [state], of its moves, and one more. No state is like another yet; there are at most DJ_DFA_WHILE_BUILT of them,
 * and less than 65,536 moves. */
dj_dfa dj_dfa_reduce(dj_arena *kept, dj_arena *work, uint32_t n_states, const uint32_t *first, const dj_move *moves);
#endif
