/* Subset construction. A pattern that would take too long or too much is cut short: where its automaton was not gone into,
 * it may match. */
#include "rule/dfa.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "base/vec.h"
#include "rule/nfa.h"
#include "rule/reduce.h"
#include "rule/tree.h"

enum {
    MOST_MOVES = 50000,
    MOST_WORK = 5000000, /* nodes and ends of ranges looked at */
    LONGEST = 48, /* letters that are looked at; what is undecided then may match */
    ROOMS = 1 << 13 /* of the table of states: a power of two, twice as many as the most */
};

typedef struct span { /* letters that a node takes */
    uint32_t from, to; /* to: the one behind the last */
    int32_t next;
} span;

typedef struct set { /* of nodes that take letters: a state */
    const int32_t *nodes; /* sorted */
    size_t n;
} set;

typedef struct maker {
    dj_arena *work;
    const dj_nfa *nfa;
    size_t most_states;
    DJ_VEC(set) sets; /* [state] */
    uint16_t *rooms; /* of sets by their hash: the state, and 1 */
    uint32_t *marks, mark; /* [node]: the set it was last in */
    DJ_VEC(int32_t) nodes; /* of the set at hand */
    DJ_VEC(span) spans; /* of the state at hand, by their start; those of them that take the letters at hand */
    DJ_VEC(span) open;
    DJ_VEC(uint32_t) cuts; /* where letters begin that differ for a look-behind, */
    DJ_VEC(uint32_t) bounds; /* and for the state at hand */
    DJ_VEC(uint32_t) first; /* [state]: the first of its moves */
    DJ_VEC(dj_move) moves;
    size_t spent; /* of MOST_WORK */
} maker;

/* the ranges of letters, up to four, that a range of code points is */
static size_t letters_of(dj_range r, span out[4])
{
    size_t n = 0;
    if (r.from < DJ_LETTER_FAR)
        out[n++] = (span){r.from, (r.to < DJ_LETTER_FAR ? r.to : DJ_LETTER_FAR - 1) + 1, 0};
    if (r.from < DJ_LETTERS && r.to >= 0xE000)
        out[n++] = (span){r.from > 0xE000 ? r.from : 0xE000, (r.to < DJ_LETTERS ? r.to : DJ_LETTERS - 1) + 1, 0};
    if (r.from < DJ_RUNE_END && r.to >= DJ_LETTERS)
        out[n++] = (span){DJ_LETTER_FAR, DJ_LETTER_FAR + 1, 0};
    if (r.to >= DJ_RUNE_END)
        out[n++] = (span){DJ_LETTER_END, DJ_LETTER_END + 1, 0};
    return n;
}

/* whether a look-behind lets pass behind the letter; of the far ones, where it lets any of them pass */
static bool is_passed(const dj_nfa *nfa, const dj_nfa_node *node, uint32_t last)
{
    uint32_t low = last, high = last;
    if (last == DJ_LETTER_FAR) {
        low = node->is_negated ? DJ_LETTERS : DJ_RUNE_END - 1;
        high = node->is_negated ? DJ_RUNE_END - 1 : DJ_LETTERS;
    } else if (last == DJ_LETTER_END)
        low = high = DJ_RUNE_END;
    for (uint32_t i = node->from; i < node->from + node->n; i++)
        if (nfa->ranges.at[i].from <= low && high <= nfa->ranges.at[i].to)
            return !node->is_negated;
    return node->is_negated;
}

static void reach(maker *m, int32_t node)
{
    if (node == DJ_NO_NODE || m->marks[node] == m->mark)
        return;
    m->marks[node] = m->mark;
    *DJ_PUSH(m->work, &m->nodes) = node;
}

static void begin_set(maker *m)
{
    m->mark++;
    m->nodes.n = 0;
}

/* from the nodes reached on to all that they lead to behind `last` without a letter; those that take one stay. True where a
 * match is among them. */
static bool close_set(maker *m, uint32_t last)
{
    size_t kept = 0;
    for (size_t i = 0; i < m->nodes.n; i++, m->spent++) {
        const dj_nfa_node *node = &m->nfa->nodes.at[m->nodes.at[i]];
        if (node->type == DJ_NFA_MATCH)
            return true;
        if (node->type == DJ_NFA_LETTER)
            m->nodes.at[kept++] = m->nodes.at[i];
        else if (node->type == DJ_NFA_FORK || is_passed(m->nfa, node, last)) {
            reach(m, node->next);
            reach(m, node->other);
        }
    }
    m->nodes.n = kept;
    return false;
}

static int by_number(const void *a, const void *b)
{
    const int32_t *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

/* where the closed set leads: to its state, which may be new; to a match where there is no more room */
static uint16_t state_of_set(maker *m)
{
    size_t n = m->nodes.n, bytes = n * sizeof *m->nodes.at;
    qsort(m->nodes.at, n, sizeof *m->nodes.at, by_number);
    size_t room = (size_t)dj_tree_hash((dj_slice){(const char *)m->nodes.at, bytes}) % ROOMS;
    for (; m->rooms[room]; room = (room + 1) % ROOMS) {
        const set *known = &m->sets.at[m->rooms[room] - 1];
        if (known->n == n && memcmp(known->nodes, m->nodes.at, bytes) == 0)
            return (uint16_t)(m->rooms[room] - 1);
    }
    if (m->sets.n == m->most_states)
        return DJ_DFA_MATCH;
    *DJ_PUSH(m->work, &m->sets) = (set){memcpy(dj_alloc(m->work, bytes), m->nodes.at, bytes), n};
    m->rooms[room] = (uint16_t)m->sets.n;
    return (uint16_t)(m->sets.n - 1);
}

/* letters from..to - 1 lead on to the set at hand, once it is closed */
static void add_move(maker *m, uint32_t from, uint32_t to)
{
    bool is_match = close_set(m, from);
    if (!is_match && m->nodes.n == 0)
        return;
    uint16_t next = is_match ? DJ_DFA_MATCH : state_of_set(m);
    dj_move *last = m->moves.n > m->first.at[m->first.n - 1] ? &m->moves.at[m->moves.n - 1] : NULL;
    if (last && last->next == next && last->to + 1u == from)
        last->to = (uint16_t)(to - 1);
    else
        *DJ_PUSH(m->work, &m->moves) = (dj_move){(uint16_t)from, (uint16_t)(to - 1), next};
}

static int by_from(const void *a, const void *b)
{
    const span *x = a, *y = b;
    return (x->from > y->from) - (x->from < y->from);
}

static int by_value(const void *a, const void *b)
{
    const uint32_t *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

/* the letters that the state's nodes take, and all places where what is taken changes */
static void find_spans(maker *m, set s)
{
    m->spans.n = m->bounds.n = 0;
    for (size_t i = 0; i < s.n; i++) {
        const dj_nfa_node *node = &m->nfa->nodes.at[s.nodes[i]];
        for (uint32_t r = node->from; r < node->from + node->n; r++) {
            span letters[4];
            for (size_t n = letters_of(m->nfa->ranges.at[r], letters); n-- > 0;) {
                letters[n].next = node->next;
                *DJ_PUSH(m->work, &m->spans) = letters[n];
                *DJ_PUSH(m->work, &m->bounds) = letters[n].from;
                *DJ_PUSH(m->work, &m->bounds) = letters[n].to;
            }
        }
    }
    for (size_t i = 0; i < m->cuts.n; i++)
        *DJ_PUSH(m->work, &m->bounds) = m->cuts.at[i];
    m->spent += m->bounds.n;
    if (m->spans.n)
        qsort(m->spans.at, m->spans.n, sizeof *m->spans.at, by_from);
    if (m->bounds.n)
        qsort(m->bounds.at, m->bounds.n, sizeof *m->bounds.at, by_value);
}

/* spans that take the letter `from`, of which the next is spans.at[*next] */
static void open_spans(maker *m, uint32_t from, size_t *next)
{
    size_t kept = 0;
    for (size_t i = 0; i < m->open.n; i++)
        if (m->open.at[i].to > from)
            m->open.at[kept++] = m->open.at[i];
    m->open.n = kept;
    for (; *next < m->spans.n && m->spans.at[*next].from == from; ++*next)
        *DJ_PUSH(m->work, &m->open) = m->spans.at[*next];
}

static void add_state(maker *m, set s)
{
    size_t next = 0;
    find_spans(m, s);
    m->open.n = 0;
    for (size_t i = 0; i + 1 < m->bounds.n && m->spent < MOST_WORK; i++) {
        uint32_t from = m->bounds.at[i], to = m->bounds.at[i + 1];
        if (from == to)
            continue;
        open_spans(m, from, &next);
        begin_set(m);
        for (size_t k = 0; k < m->open.n; k++, m->spent++)
            reach(m, m->open.at[k].next);
        if (m->open.n)
            add_move(m, from, to);
    }
}

/* of all look-behinds, where the letters begin that they tell apart; and both ends */
static void find_cuts(maker *m)
{
    span letters[4];
    *DJ_PUSH(m->work, &m->cuts) = 0;
    *DJ_PUSH(m->work, &m->cuts) = DJ_LETTERS;
    for (size_t i = 0; i < m->nfa->nodes.n; i++) {
        const dj_nfa_node *node = &m->nfa->nodes.at[i];
        for (uint32_t r = node->from; node->type == DJ_NFA_BEHIND && r < node->from + node->n; r++)
            for (size_t n = letters_of(m->nfa->ranges.at[r], letters); n-- > 0;) {
                *DJ_PUSH(m->work, &m->cuts) = letters[n].from;
                *DJ_PUSH(m->work, &m->cuts) = letters[n].to;
            }
    }
    qsort(m->cuts.at, m->cuts.n, sizeof *m->cuts.at, by_value);
}

/* the state before the place: all letters lead on; false where nothing at all may match */
static bool add_start(maker *m, int32_t start)
{
    *DJ_PUSH(m->work, &m->sets) = (set){NULL, 0};
    *DJ_PUSH(m->work, &m->first) = 0;
    for (size_t i = 0; i + 1 < m->cuts.n; i++) {
        if (m->cuts.at[i] == m->cuts.at[i + 1])
            continue;
        begin_set(m);
        reach(m, start);
        add_move(m, m->cuts.at[i], m->cuts.at[i + 1]);
    }
    for (size_t i = 0; i < m->moves.n; i++)
        if (m->moves.at[i].next == DJ_DFA_MATCH)
            return false;
    return m->moves.n < MOST_MOVES;
}

static void determinise(maker *m)
{
    for (size_t i = 1; i < m->sets.n; i++) {
        uint32_t first = (uint32_t)m->moves.n;
        *DJ_PUSH(m->work, &m->first) = first;
        if (m->spent < MOST_WORK)
            add_state(m, m->sets.at[i]);
        if (m->spent < MOST_WORK && m->moves.n < MOST_MOVES)
            continue;
        m->moves.n = first;
        m->spent = MOST_WORK;
        *DJ_PUSH(m->work, &m->moves) = (dj_move){0, DJ_LETTERS - 1, DJ_DFA_MATCH};
    }
    *DJ_PUSH(m->work, &m->first) = (uint32_t)m->moves.n;
}

dj_dfa dj_dfa_new(dj_arena *kept, dj_arena *work, dj_slice pattern, size_t most_states)
{
    dj_nfa nfa = {.arena = work};
    maker m = {.work = work, .nfa = &nfa, .most_states = most_states, .rooms = dj_alloc(work, ROOMS * sizeof *m.rooms)};
    if (!dj_nfa_make(&nfa, pattern))
        return (dj_dfa){0};
    m.marks = dj_alloc(work, nfa.nodes.n * sizeof *m.marks);
    find_cuts(&m);
    if (!add_start(&m, nfa.start))
        return (dj_dfa){0};
    determinise(&m);
    return dj_dfa_reduce(kept, work, (uint32_t)m.sets.n, m.first.at, m.moves.at);
}

static const dj_known_dfa *row_of(dj_slice pattern)
{
    uint64_t hash = dj_tree_hash(pattern);
    size_t low = 0, high = dj_known_dfa_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (dj_known_dfas[middle].hash < hash)
            low = middle + 1;
        else
            high = middle;
    }
    bool is_here = low < dj_known_dfa_count && dj_known_dfas[low].hash == hash && dj_known_dfas[low].size == pattern.n;
    return is_here ? &dj_known_dfas[low] : NULL;
}

const dj_dfa *dj_dfa_built(dj_slice pattern)
{
    const dj_known_dfa *known = row_of(pattern);
    return known ? &known->dfa : NULL;
}

bool dj_dfa_known(dj_slice pattern)
{
    const dj_known_dfa *known = row_of(pattern);
    return known && known->is_rule;
}

dj_dfa dj_dfa_of(dj_arena *kept, dj_arena *work, dj_slice pattern)
{
    const dj_known_dfa *known = row_of(pattern);
    return known ? known->dfa : dj_dfa_new(kept, work, pattern, DJ_DFA_WHILE_RUN);
}

uint32_t dj_dfa_next(const dj_dfa *dfa, uint32_t state, uint32_t letter)
{
    for (; state != DJ_DFA_DEAD; state = dfa->states[state].like) {
        uint32_t low = dfa->states[state].first, end = dfa->states[state + 1].first, high = end;
        while (low < high) {
            uint32_t middle = (low + high) / 2;
            if (dfa->moves[middle].to < letter)
                low = middle + 1;
            else
                high = middle;
        }
        if (low < end && dfa->moves[low].from <= letter)
            return dfa->moves[low].next;
    }
    return DJ_DFA_DEAD;
}

static uint32_t letter_of(uint32_t rune)
{
    return rune < DJ_LETTERS ? rune : (uint32_t)DJ_LETTER_FAR;
}

bool dj_dfa_may(const dj_dfa *dfa, dj_slice text, size_t from)
{
    uint32_t before = from > 0 ? letter_of(dj_utf8_prev(text, &(size_t){from})) : (uint32_t)DJ_LETTER_END;
    uint32_t state = dj_dfa_next(dfa, DJ_DFA_START, before);
    for (size_t n = 0; from < text.n && state < DJ_DFA_DEAD; n++) {
        if (n == LONGEST)
            return true;
        state = dj_dfa_next(dfa, state, letter_of(dj_utf8_next(text, &from)));
    }
    if (state < DJ_DFA_DEAD)
        state = dj_dfa_next(dfa, state, DJ_LETTER_END);
    return state == DJ_DFA_MATCH;
}
