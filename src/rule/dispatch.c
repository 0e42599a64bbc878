/* The ends of all moves of all automata cut the letters into classes that no rule tells apart. */
#include "rule/dispatch.h"

#include "rule/automaton.h"

enum { BITS = 64, MOST_RULES = DJ_LETTERS };

/* class_of holds a 1 where a class begins, then the classes' numbers */
static void number_classes(dj_arena *arena, dj_dispatch *d)
{
    for (size_t i = 0; i < d->n_rules; i++)
        for (const dj_move *m = d->dfas[i].moves, *end = m ? m + d->dfas[i].states[d->dfas[i].n_states].first : m; m < end; m++) {
            d->class_of[m->from] = 1;
            d->class_of[(m->to + 1) % DJ_LETTERS] = 1; /* the first letter begins one in any case */
        }
    uint16_t class = 0;
    d->letter_of = dj_alloc(arena, DJ_LETTERS * sizeof *d->letter_of);
    for (uint32_t letter = 1; letter < DJ_LETTERS; letter++) {
        if (d->class_of[letter])
            d->letter_of[++class] = (uint16_t)letter;
        d->class_of[letter] = class;
    }
    d->class_of[0] = 0;
    d->n_classes = class + 1u;
}

/* the letters that the state and those that it is like lead on with, whether or not one of them has others instead */
static void note_begins(dj_dispatch *d, size_t rule, uint32_t state)
{
    const dj_dfa *dfa = &d->dfas[rule];
    for (; state != DJ_DFA_DEAD; state = dfa->states[state].like)
        for (uint32_t i = dfa->states[state].first; i < dfa->states[state + 1].first; i++)
            if (dfa->moves[i].next != DJ_DFA_DEAD)
                for (uint32_t class = d->class_of[dfa->moves[i].from]; class <= d->class_of[dfa->moves[i].to]; class ++)
                    d->begins[class * d->words + rule / BITS] |= (uint64_t)1 << rule % BITS;
}

static void find_begins(dj_arena *arena, dj_dispatch *d)
{
    d->begins = dj_alloc(arena, d->n_classes * d->words * sizeof *d->begins);
    for (size_t rule = 0; rule < d->n_rules; rule++) {
        const dj_dfa *dfa = &d->dfas[rule];
        for (uint32_t i = 0; dfa->n_states && i < dfa->states[DJ_DFA_START + 1].first; i++)
            note_begins(d, rule, dfa->moves[i].next);
    }
}

dj_dispatch *dj_dispatch_new(dj_arena *arena, const dj_slice *patterns, size_t n)
{
    dj_dispatch *d = dj_alloc(arena, sizeof *d);
    dj_arena *work = dj_arena_new();
    d->n_rules = n;
    d->words = (n + BITS - 1) / BITS;
    d->dfas = dj_alloc(arena, (n + 1) * sizeof *d->dfas);
    for (size_t i = 0; i < n && i < MOST_RULES; i++, dj_arena_reset(work))
        if (patterns[i].n)
            d->dfas[i] = dj_dfa_of(arena, work, patterns[i]);
    dj_arena_free(work);
    number_classes(arena, d);
    find_begins(arena, d);
    return d;
}

bool dj_dispatch_has(const dj_dispatch *dispatch, size_t rule)
{
    return dispatch->dfas[rule].n_states > 0;
}

size_t dj_dispatch_words(const dj_dispatch *dispatch)
{
    return dispatch->words;
}
