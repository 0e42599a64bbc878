/* The ends of all ranges of all patterns cut the code points into classes that no rule tells apart. Most rules may begin
 * after most letters, so what may begin is kept by the letter that it begins with, each with the look-behinds before it
 * as one guard: a set of these is reckoned for each class once. */
#include "rule/dispatch.h"

#include "rule/automaton.h"

enum { BITS = 64, NO_GUARD = 0 };

typedef struct guard { /* look-behinds that must all let pass: the last of them, and the guard before it */
    int32_t node;
    uint32_t before;
} guard;

typedef struct maker {
    dj_arena *work;
    dj_dispatch *d;
    DJ_VEC(guard) guards; /* NO_GUARD is the first */
    uint32_t *marks; /* [node]: the guard that it was come to behind, and 1 */
    DJ_VEC(dj_begin) seen; /* of the rule at hand: nodes that the way has come to */
    DJ_VEC(dj_begin) letters; /* of all rules */
} maker;

static size_t direct(uint32_t rune)
{
    return rune < DJ_DIRECT_RUNES ? rune : rune < DJ_RUNE_END ? DJ_DIRECT_RUNES : DJ_DIRECT_RUNES + 1;
}

/* class_of holds a 1 where a class begins, then the classes' numbers */
static void number_classes(dj_dispatch *d)
{
    d->class_of[DJ_DIRECT_RUNES] = d->class_of[DJ_DIRECT_RUNES + 1] = 1;
    for (size_t i = 0; i < d->nfa.ranges.n; i++) {
        d->class_of[direct(d->nfa.ranges.at[i].from)] = 1;
        if (d->nfa.ranges.at[i].to < DJ_DIRECT_RUNES)
            d->class_of[d->nfa.ranges.at[i].to + 1] = 1;
    }
    uint16_t class = 0;
    for (size_t i = 0; i < DJ_DIRECT_RUNES + 2; i++)
        d->class_of[i] = class = (uint16_t)(class + (i > 0 && d->class_of[i] && class < UINT16_MAX));
    d->n_classes = class + 1u;
    for (size_t i = 0; i < d->nfa.ranges.n; i++) {
        dj_range *r = &d->nfa.ranges.at[i];
        *r = (dj_range){d->class_of[direct(r->from)], d->class_of[direct(r->to)]};
    }
}

bool dj_takes(const dj_nfa *nfa, const dj_nfa_node *node, uint32_t class)
{
    for (uint32_t i = node->from; i < node->from + node->n; i++)
        if (nfa->ranges.at[i].from <= class && class <= nfa->ranges.at[i].to)
            return true;
    return false;
}

bool dj_is_passed(const dj_nfa *nfa, const dj_nfa_node *node, uint32_t last)
{
    return dj_takes(nfa, node, last) != node->is_negated;
}

/* guards of equal ranges are many: nearly every rule forbids a digit or a syllable before it */
static bool are_alike(const dj_nfa *nfa, int32_t a, int32_t b)
{
    const dj_nfa_node *x = &nfa->nodes.at[a], *y = &nfa->nodes.at[b];
    return x->is_negated == y->is_negated && x->n == y->n &&
           memcmp(nfa->ranges.at + x->from, nfa->ranges.at + y->from, x->n * sizeof *nfa->ranges.at) == 0;
}

static uint32_t guard_of(maker *m, uint32_t before, int32_t node)
{
    for (uint32_t i = 1; i < m->guards.n; i++)
        if (m->guards.at[i].before == before && are_alike(&m->d->nfa, m->guards.at[i].node, node))
            return i;
    *DJ_PUSH(m->work, &m->guards) = (guard){node, before};
    return (uint32_t)m->guards.n - 1;
}

/* A node come to behind two guards is taken as behind none: that lets more pass, and no node is gone through for long. */
static void come_to(maker *m, int32_t node, uint32_t behind)
{
    if (node == DJ_NO_NODE)
        return;
    uint32_t *mark = &m->marks[node];
    if (*mark == NO_GUARD + 1 || *mark == behind + 1)
        return;
    if (*mark)
        behind = NO_GUARD;
    *mark = behind + 1;
    *DJ_PUSH(m->work, &m->seen) = (dj_begin){node, behind};
}

/* the letters that a match may begin with; false where it may begin with none */
static bool find_begins(maker *m, int32_t start)
{
    const dj_nfa *nfa = &m->d->nfa;
    size_t n_letters = m->letters.n;
    m->seen.n = 0;
    come_to(m, start, NO_GUARD);
    for (size_t i = 0; i < m->seen.n; i++) {
        dj_begin b = m->seen.at[i];
        const dj_nfa_node *node = &nfa->nodes.at[b.node];
        if (node->type == DJ_NFA_RULE) {
            m->letters.n = n_letters;
            return false;
        }
        if (node->type == DJ_NFA_LETTER)
            *DJ_PUSH(m->work, &m->letters) = b;
        else
            come_to(m, node->next, node->type == DJ_NFA_BEHIND ? guard_of(m, b.guard, b.node) : b.guard);
        if (node->type == DJ_NFA_FORK)
            come_to(m, node->other, b.guard);
    }
    return true;
}

/* letters by class: counted, then put in their places */
static void sort_begins(maker *m, dj_arena *arena)
{
    dj_dispatch *d = m->d;
    d->first_begin = dj_alloc(arena, (d->n_classes + 1) * sizeof *d->first_begin);
    for (int is_put = 0; is_put < 2; is_put++) {
        for (size_t i = 0; i < m->letters.n; i++) {
            const dj_nfa_node *node = &d->nfa.nodes.at[m->letters.at[i].node];
            for (uint32_t r = node->from; r < node->from + node->n; r++)
                for (uint32_t class = d->nfa.ranges.at[r].from; class <= d->nfa.ranges.at[r].to; class ++)
                    if (is_put)
                        d->begins[--d->first_begin[class]] = m->letters.at[i];
                    else
                        d->first_begin[class]++;
        }
        for (uint32_t class = 0, sum = 0; !is_put && class <= d->n_classes; class ++)
            sum = d->first_begin[class] += sum;
        if (!is_put)
            d->begins = dj_alloc(arena, (d->first_begin[d->n_classes] + 1) * sizeof *d->begins);
    }
}

static void settle_guards(maker *m, dj_arena *arena)
{
    dj_dispatch *d = m->d;
    d->guard_words = (m->guards.n + BITS - 1) / BITS;
    d->passes = dj_alloc(arena, d->n_classes * d->guard_words * sizeof *d->passes);
    for (uint32_t class = 0; class < d->n_classes; class ++) {
        uint64_t *passes = d->passes + class * d->guard_words;
        passes[0] = 1; /* NO_GUARD */
        for (uint32_t i = 1; i < m->guards.n; i++) {
            const guard *g = &m->guards.at[i]; /* the one before it has a lower number */
            bool is_passed = passes[g->before / BITS] >> g->before % BITS & 1 && dj_is_passed(&d->nfa, &d->nfa.nodes.at[g->node], class);
            passes[i / BITS] |= (uint64_t)is_passed << i % BITS;
        }
    }
}

/* a node a byte, which is about twice what comes of it: room that is not used costs nothing, and moving nodes would */
static void make_room(dj_nfa *nfa, const dj_slice *patterns, size_t n)
{
    size_t bytes = 0;
    for (size_t i = 0; i < n; i++)
        bytes += patterns[i].n;
    nfa->nodes.at = dj_regrow(nfa->arena, NULL, 0, bytes * sizeof *nfa->nodes.at);
    nfa->nodes.cap = bytes;
}

dj_dispatch *dj_dispatch_new(dj_arena *arena, const dj_slice *patterns, size_t n)
{
    dj_dispatch *d = dj_alloc(arena, sizeof *d);
    maker m = {.work = dj_arena_new(), .d = d};
    size_t *rule_of = dj_alloc(m.work, (n + 1) * sizeof *rule_of); /* of a start */
    d->words = (n + BITS - 1) / BITS;
    d->rules = dj_alloc(arena, (d->words + 1) * sizeof *d->rules);
    d->nfa.arena = arena;
    make_room(&d->nfa, patterns, n);
    for (size_t i = 0; i < n; i++) {
        rule_of[d->nfa.starts.n] = i;
        if (patterns[i].n)
            dj_nfa_add(&d->nfa, (uint32_t)i, patterns[i]);
    }
    number_classes(d);
    *DJ_PUSH(m.work, &m.guards) = (guard){DJ_NO_NODE, NO_GUARD};
    m.marks = dj_alloc(m.work, (d->nfa.nodes.n + 1) * sizeof *m.marks);
    for (size_t i = 0; i < d->nfa.starts.n; i++)
        if (find_begins(&m, d->nfa.starts.at[i]))
            d->rules[rule_of[i] / BITS] |= (uint64_t)1 << rule_of[i] % BITS;
    sort_begins(&m, arena);
    settle_guards(&m, arena);
    dj_arena_free(m.work);
    return d;
}

bool dj_dispatch_has(const dj_dispatch *dispatch, size_t rule)
{
    return dispatch->rules[rule / BITS] >> rule % BITS & 1;
}

size_t dj_dispatch_words(const dj_dispatch *dispatch)
{
    return dispatch->words;
}
