/* States that lead alike are one (Moore, 1956): they are told apart by where their letters lead until no more of them are. What
 * is left is written as differences: of the states of a word list most lead for most letters where another does. */
#include "rule/reduce.h"

#include <string.h>

#include "rule/tree.h"

enum {
    ROOMS = 1 << 13, /* of the table of classes: a power of two, twice as many as the most states */
    WINDOW = 256, /* states before one that it may be like, */
    CHAIN = 8 /* and how many that may be like others in turn */
};

typedef struct classes { /* of states that were not told apart yet */
    const uint32_t *first_of_state;
    const dj_move *moves_of_states;
    uint16_t *class_of; /* [state] */
    uint16_t rooms[ROOMS]; /* of classes by the hash of their moves: the class, and 1 */
    uint32_t *first; /* [class] */
    dj_move *moves; /* between classes */
    uint32_t n;
} classes;

/* the state's moves by classes, behind those that are there; their end */
static uint32_t put_moves(const classes *c, uint32_t state)
{
    uint32_t start = c->first[c->n], end = start;
    for (uint32_t i = c->first_of_state[state]; i < c->first_of_state[state + 1]; i++) {
        dj_move move = c->moves_of_states[i];
        if (move.next != DJ_DFA_MATCH)
            move.next = c->class_of[move.next];
        if (end > start && c->moves[end - 1].next == move.next && c->moves[end - 1].to + 1u == move.from)
            c->moves[end - 1].to = move.to;
        else
            c->moves[end++] = move;
    }
    return end;
}

/* the class of the moves that were put; a new one, which takes them, where none before has them */
static uint16_t class_of_moves(classes *c, uint32_t end)
{
    const dj_move *put = c->moves + c->first[c->n];
    size_t bytes = (end - c->first[c->n]) * sizeof *put;
    size_t room = (size_t)dj_tree_hash((dj_slice){(const char *)put, bytes}) % ROOMS;
    for (; c->rooms[room]; room = (room + 1) % ROOMS) {
        uint32_t known = c->rooms[room] - 1u, from = c->first[known];
        if ((c->first[known + 1] - from) * sizeof *put == bytes && memcmp(c->moves + from, put, bytes) == 0)
            return (uint16_t)known;
    }
    c->first[++c->n] = end;
    c->rooms[room] = (uint16_t)c->n;
    return (uint16_t)(c->n - 1);
}

/* Classes are numbered in the order of their first states: so those that are no more than before are the same as before, and
 * their moves lead between themselves. */
static void tell_apart(classes *c, dj_arena *work, uint32_t n_states)
{
    uint16_t *found = dj_alloc(work, n_states * sizeof *found), *last;
    for (uint32_t before = UINT32_MAX; c->n != before;) {
        before = c->n;
        c->n = 0;
        memset(c->rooms, 0, sizeof c->rooms);
        for (uint32_t i = 0; i < n_states; i++)
            found[i] = class_of_moves(c, put_moves(c, i));
        last = c->class_of;
        c->class_of = found;
        found = last;
    }
}

/* Where the letters from `at` on lead, up to *end, which they do not reach; `moves` goes on to those of their end */
static uint16_t lead_of(const dj_move **moves, const dj_move *last, uint32_t at, uint32_t *end)
{
    while (*moves < last && (*moves)->to < at)
        ++*moves;
    uint32_t stop = *moves == last ? DJ_LETTERS : (*moves)->from <= at ? (*moves)->to + 1u : (*moves)->from;
    if (stop < *end)
        *end = stop;
    return *moves < last && (*moves)->from <= at ? (*moves)->next : DJ_DFA_DEAD;
}

/* The moves of class a that are others than those of b; their number. At most `most` are put. */
static uint32_t differences(const classes *c, uint32_t a, uint32_t b, uint32_t most, dj_move *out)
{
    const dj_move *x = c->moves + c->first[a], *y = c->moves + c->first[b];
    uint32_t n = 0;
    for (uint32_t at = 0, end = DJ_LETTERS; at < DJ_LETTERS && n <= most; at = end, end = DJ_LETTERS) {
        uint16_t next = lead_of(&x, c->moves + c->first[a + 1], at, &end),
                 other = lead_of(&y, c->moves + c->first[b + 1], at, &end);
        if (next == other)
            continue;
        if (n > 0 && out[n - 1].next == next && out[n - 1].to + 1u == at)
            out[n - 1].to = (uint16_t)(end - 1);
        else if (n < most)
            out[n++] = (dj_move){(uint16_t)at, (uint16_t)(end - 1), next};
        else
            n = most + 1;
    }
    return n;
}

/* each class as what differs from the one before it that it is most like */
static dj_dfa as_differences(dj_arena *kept, dj_arena *work, const classes *c)
{
    uint32_t n_moves = c->first[c->n], put = 0;
    dj_move *moves = dj_alloc(work, (n_moves + 1) * sizeof *moves), *tried = dj_alloc(work, (n_moves + 1) * sizeof *tried);
    dj_dfa_state *states = dj_alloc(kept, (c->n + 1) * sizeof *states);
    uint8_t *depth = dj_alloc(work, c->n);
    for (uint32_t i = 0; i < c->n; i++) {
        uint32_t least = c->first[i + 1] - c->first[i];
        states[i] = (dj_dfa_state){(uint16_t)put, DJ_DFA_DEAD};
        memcpy(moves + put, c->moves + c->first[i], least * sizeof *moves);
        for (uint32_t k = i > WINDOW ? i - WINDOW : 0; k < i && least > 0; k++) {
            uint32_t n = depth[k] < CHAIN ? differences(c, i, k, least - 1, tried) : least;
            if (n >= least)
                continue;
            memcpy(moves + put, tried, n * sizeof *moves);
            least = n;
            states[i].like = (uint16_t)k;
            depth[i] = (uint8_t)(depth[k] + 1);
        }
        put += least;
    }
    states[c->n].first = (uint16_t)put;
    dj_move *all = dj_alloc(kept, (put + 1) * sizeof *all);
    memcpy(all, moves, put * sizeof *all);
    return (dj_dfa){c->n, states, all};
}

dj_dfa dj_dfa_reduce(dj_arena *kept, dj_arena *work, uint32_t n_states, const uint32_t *first, const dj_move *moves)
{
    classes *c = dj_alloc(work, sizeof *c);
    c->first_of_state = first;
    c->moves_of_states = moves;
    c->class_of = dj_alloc(work, n_states * sizeof *c->class_of);
    c->first = dj_alloc(work, (n_states + 1) * sizeof *c->first);
    c->moves = dj_alloc(work, (first[n_states] + 1) * sizeof *c->moves);
    tell_apart(c, work, n_states);
    return as_differences(kept, work, c);
}
