/* A pattern as a deterministic automaton: which letter leads from which state to which. Like the one that it is made of (nfa.h)
 * it says at least of every place where the pattern matches that it may, and it goes on only until that is said. The first
 * letter that it is given is the one before the place, which look-behinds ask for. */
#ifndef DJ_RULE_DFA_H
#define DJ_RULE_DFA_H
#include <stdint.h>

#include "base/arena.h"
#include "base/slice.h"

/* Letters of two bytes: what UTF-8 never says stands for those past U+FFFF, and for none, where the text begins or ends. */
enum { DJ_LETTER_FAR = 0xD800, DJ_LETTER_END = 0xD801, DJ_LETTERS = 0x10000 };

/* States that are none: the pattern does not match; it may match. */
enum { DJ_DFA_START = 0, DJ_DFA_DEAD = 0xFFFE, DJ_DFA_MATCH = 0xFFFF };

typedef struct dj_move {
    uint16_t from, to; /* letters, inclusive */
    uint16_t next; /* the state that they lead to */
} dj_move;

typedef struct dj_dfa_state {
    uint16_t first; /* of its moves, which are in order of letters */
    uint16_t like; /* the state that all other letters lead as from; DJ_DFA_DEAD where they lead nowhere */
} dj_dfa_state;

typedef struct dj_dfa {
    uint32_t n_states; /* 0: the pattern is not understood, or may match nothing at all */
    const dj_dfa_state *states; /* and one more, for the end of the moves */
    const dj_move *moves;
} dj_dfa;

/* The automaton that the program was built with, where the pattern is one of the shipped rules; else it is made now: `kept`
 * holds it, and `work` what is needed meanwhile. */
dj_dfa dj_dfa_of(dj_arena *kept, dj_arena *work, dj_slice pattern);
/* States that a pattern may have: what lies beyond them may match. Of the English figures, which are told in words of many
 * letters, each useless try at a pattern costs the making of its machine code, so the program is built with many. */
enum { DJ_DFA_WHILE_BUILT = 4000, DJ_DFA_WHILE_RUN = 500 };
dj_dfa dj_dfa_new(dj_arena *kept, dj_arena *work, dj_slice pattern, size_t most_states);
const dj_dfa *dj_dfa_built(dj_slice pattern); /* the one that the program was built with; NULL where there is none */
bool dj_dfa_known(dj_slice pattern); /* whether it was that of a rule: so it compiles, and its groups are slots */
uint32_t dj_dfa_next(const dj_dfa *dfa, uint32_t state, uint32_t letter);
bool dj_dfa_may(const dj_dfa *dfa, dj_slice text, size_t from); /* whether the pattern may match at `from` of valid UTF-8 */

typedef struct dj_known_dfa { /* made by cmake/automata.c */
    uint64_t hash; /* of the pattern, as of a file's bytes in tree.h */
    uint32_t size; /* in bytes */
    bool is_rule; /* some rule has it */
    dj_dfa dfa;
} dj_known_dfa;

extern const dj_known_dfa dj_known_dfas[]; /* by hash */
extern const size_t dj_known_dfa_count;
#endif
