/* The automaton of a pack made deterministic as far as texts need it: a state is a set of nodes that the letters so far may
 * have led to, and a step is reckoned when it is first taken. Of the letters that a match may begin with, three in four are
 * followed by one that leads nowhere: a state keeps such letters as bits, which stay in the processor's cache, and the
 * table of steps has none but those that lead on. */
#include <stdlib.h>

#include "base/utf8.h"
#include "rule/automaton.h"

enum {
    DEAD = 0, /* the state that leads nowhere */
    LONGEST = 48, /* letters that are looked at; what is undecided then may match */
    MOST_BYTES = 64 << 20, /* of a memory, */
    MOST_STATES = UINT16_MAX - 2 * LONGEST, /* and before a further letter is followed */
    ROOMS = 1 << 12, /* of a table at first; always a power of two, and a part of them empty */
    BITS = 64
};

typedef struct state {
    int32_t *nodes; /* letters, in no order */
    uint32_t n, hash;
    uint64_t *done, *open; /* rules that match with what was taken; that may with more */
    uint64_t *ends; /* bit set by class, of those known to lead nowhere; NULL where none is */
    bool is_done; /* any rule is */
} state;

typedef struct step { /* where a state and a class lead on */
    uint16_t from, class; /* from: DEAD, which has none, in an empty room */
    uint32_t to;
} step;

typedef struct variant { /* last letters behind which the same guards let pass */
    uint32_t class; /* of one of them */
    uint32_t *starts; /* [class]: the state that the first letter leads to, and 1 */
} variant;

typedef struct dj_memory {
    const dj_dispatch *d;
    dj_arena *arena;
    DJ_VEC(state) states;
    uint32_t *table; /* of states by their nodes: the state, and 1 */
    step *steps;
    size_t n_steps, table_rooms, step_rooms;
    size_t learnt, measured; /* steps and states; how many when it was last looked at */
    DJ_VEC(variant) variants;
    uint32_t *variant_of; /* [class]: and 1 */
    uint32_t *marks, mark; /* [node]: which set it was last in */
    DJ_VEC(int32_t) set; /* being made: first the way to it, then its letters */
    uint64_t *done, *open;
    struct dj_memory *next;
} dj_memory;

struct dj_steps {
    dj_memory *first;
};

static void recall_nothing(dj_memory *m)
{
    const dj_dispatch *d = m->d;
    dj_arena *arena = m->arena;
    *m = (dj_memory){.d = d, .arena = arena, .next = m->next, .table_rooms = ROOMS, .step_rooms = ROOMS};
    m->table = dj_alloc(arena, ROOMS * sizeof *m->table);
    m->steps = dj_alloc(arena, ROOMS * sizeof *m->steps);
    m->variant_of = dj_alloc(arena, d->n_classes * sizeof *m->variant_of);
    m->marks = dj_alloc(arena, (d->nfa.nodes.n + 1) * sizeof *m->marks);
    m->done = dj_alloc(arena, (d->words + 1) * sizeof *m->done);
    m->open = dj_alloc(arena, (d->words + 1) * sizeof *m->open);
    *DJ_PUSH(arena, &m->states) = (state){.done = m->done, .open = m->open}; /* DEAD; both are empty, and stay so */
    m->done = dj_alloc(arena, (d->words + 1) * sizeof *m->done);
    m->open = dj_alloc(arena, (d->words + 1) * sizeof *m->open);
}

static void begin_set(dj_memory *m)
{
    m->mark++;
    m->set.n = 0;
    memset(m->done, 0, m->d->words * sizeof *m->done);
    memset(m->open, 0, m->d->words * sizeof *m->open);
}

static void reach(dj_memory *m, int32_t node)
{
    if (node == DJ_NO_NODE || m->marks[node] == m->mark)
        return;
    m->marks[node] = m->mark;
    *DJ_PUSH(m->arena, &m->set) = node;
}

/* from the nodes reached on to all that they lead to without a letter, `last` being the one before; the letters stay */
static void close_set(dj_memory *m, uint32_t last)
{
    const dj_nfa *nfa = &m->d->nfa;
    size_t kept = 0;
    for (size_t i = 0; i < m->set.n; i++) {
        const dj_nfa_node *node = &nfa->nodes.at[m->set.at[i]];
        uint64_t bit = (uint64_t)1 << node->rule % BITS;
        if (node->type == DJ_NFA_RULE)
            m->done[node->rule / BITS] |= bit;
        else if (node->type == DJ_NFA_LETTER) {
            m->open[node->rule / BITS] |= bit;
            m->set.at[kept++] = m->set.at[i];
        } else if (node->type == DJ_NFA_FORK || dj_is_passed(nfa, node, last)) {
            reach(m, node->next);
            reach(m, node->other);
        }
    }
    m->set.n = kept;
}

/* the same in whatever order the nodes were met */
static uint32_t hash_set(const dj_memory *m)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < m->set.n; i++) {
        uint32_t node = (uint32_t)m->set.at[i] * 2654435761u;
        hash += (node ^ node >> 15) * 2246822519u;
    }
    for (size_t i = 0; i < m->d->words; i++)
        hash = (hash ^ (uint32_t)(m->done[i] ^ m->done[i] >> 32)) * 16777619u;
    return hash ^ hash >> 15;
}

/* as many nodes, all of which are marked as being in the set */
static bool is_set(const dj_memory *m, const state *s)
{
    if (s->n != m->set.n || memcmp(s->done, m->done, m->d->words * sizeof *m->done) != 0)
        return false;
    for (uint32_t i = 0; i < s->n; i++)
        if (m->marks[s->nodes[i]] != m->mark)
            return false;
    return true;
}

static bool is_any(const uint64_t *rules, size_t words)
{
    uint64_t any = 0;
    for (size_t i = 0; i < words; i++)
        any |= rules[i];
    return any != 0;
}

static void *copied(dj_memory *m, const void *from, size_t bytes)
{
    return bytes ? memcpy(dj_alloc(m->arena, bytes), from, bytes) : NULL;
}

static void put_state(dj_memory *m, uint32_t number)
{
    size_t room = m->states.at[number].hash & (m->table_rooms - 1);
    while (m->table[room])
        room = (room + 1) & (m->table_rooms - 1);
    m->table[room] = number + 1;
}

static void widen_table(dj_memory *m)
{
    m->table_rooms *= 2;
    m->table = dj_alloc(m->arena, m->table_rooms * sizeof *m->table);
    for (uint32_t i = 1; i < m->states.n; i++)
        put_state(m, i);
}

/* the state of the set that was made */
static uint32_t state_of_set(dj_memory *m)
{
    if (is_set(m, &m->states.at[DEAD]))
        return DEAD;
    uint32_t hash = hash_set(m);
    for (size_t room = hash & (m->table_rooms - 1); m->table[room]; room = (room + 1) & (m->table_rooms - 1)) {
        const state *s = &m->states.at[m->table[room] - 1];
        if (s->hash == hash && is_set(m, s))
            return m->table[room] - 1;
    }
    size_t bytes = m->d->words * sizeof *m->done;
    *DJ_PUSH(m->arena, &m->states) = (state){.nodes = copied(m, m->set.at, m->set.n * sizeof *m->set.at), .n = (uint32_t)m->set.n,
                                             .hash = hash, .done = copied(m, m->done, bytes), .open = copied(m, m->open, bytes),
                                             .is_done = is_any(m->done, m->d->words)};
    put_state(m, (uint32_t)m->states.n - 1);
    m->learnt++;
    if (2 * m->states.n > m->table_rooms)
        widen_table(m);
    return (uint32_t)m->states.n - 1;
}

static step *room_of(const dj_memory *m, uint32_t from, uint32_t class)
{
    size_t room = (from * 2654435761u ^ class * 40503u) & (m->step_rooms - 1);
    while (m->steps[room].from && (m->steps[room].from != from || m->steps[room].class != class))
        room = (room + 1) & (m->step_rooms - 1);
    return &m->steps[room];
}

static void widen_steps(dj_memory *m)
{
    step *old = m->steps;
    size_t rooms = m->step_rooms;
    m->step_rooms *= 2;
    m->steps = dj_alloc(m->arena, m->step_rooms * sizeof *m->steps);
    for (size_t i = 0; i < rooms; i++)
        if (old[i].from)
            *room_of(m, old[i].from, old[i].class) = old[i];
}

static uint32_t reckon(dj_memory *m, uint32_t from, uint32_t class)
{
    const dj_nfa *nfa = &m->d->nfa;
    begin_set(m);
    for (uint32_t i = 0; i < m->states.at[from].n; i++) {
        const dj_nfa_node *node = &nfa->nodes.at[m->states.at[from].nodes[i]];
        if (dj_takes(nfa, node, class))
            reach(m, node->next);
    }
    close_set(m, class);
    return state_of_set(m);
}

static bool ends(const state *s, uint32_t class)
{
    return s->ends && s->ends[class / BITS] >> class % BITS & 1;
}

static void note_end(dj_memory *m, uint32_t from, uint32_t class)
{
    if (!m->states.at[from].ends)
        m->states.at[from].ends = dj_alloc(m->arena, (m->d->n_classes + BITS - 1) / BITS * sizeof(uint64_t));
    m->states.at[from].ends[class / BITS] |= (uint64_t)1 << class % BITS;
}

static uint32_t next_state(dj_memory *m, uint32_t from, uint32_t class)
{
    if (ends(&m->states.at[from], class))
        return DEAD;
    step *room = room_of(m, from, class);
    if (room->from)
        return room->to;
    uint32_t to = reckon(m, from, class);
    m->learnt++;
    if (to == DEAD) {
        note_end(m, from, class);
        return DEAD;
    }
    *room = (step){(uint16_t)from, (uint16_t)class, to};
    if (4 * ++m->n_steps > 3 * m->step_rooms)
        widen_steps(m);
    return to;
}

static variant *variant_behind(dj_memory *m, uint32_t last)
{
    const dj_dispatch *d = m->d;
    if (m->variant_of[last])
        return &m->variants.at[m->variant_of[last] - 1];
    size_t i = 0;
    while (i < m->variants.n && memcmp(d->passes + m->variants.at[i].class * d->guard_words, d->passes + last * d->guard_words,
                                       d->guard_words * sizeof *d->passes) != 0)
        i++;
    if (i == m->variants.n)
        *DJ_PUSH(m->arena, &m->variants) = (variant){last, dj_alloc(m->arena, d->n_classes * sizeof(uint32_t))};
    m->variant_of[last] = (uint32_t)i + 1;
    return &m->variants.at[i];
}

/* the state that a match which begins with a letter of `class` is in, behind one of `last` */
static uint32_t first_state(dj_memory *m, uint32_t last, uint32_t class)
{
    const dj_dispatch *d = m->d;
    variant *v = variant_behind(m, last);
    if (v->starts[class])
        return v->starts[class] - 1;
    const uint64_t *passes = d->passes + last * d->guard_words;
    begin_set(m);
    for (uint32_t i = d->first_begin[class]; i < d->first_begin[class + 1]; i++)
        if (passes[d->begins[i].guard / BITS] >> d->begins[i].guard % BITS & 1)
            reach(m, d->nfa.nodes.at[d->begins[i].node].next);
    close_set(m, class);
    uint32_t to = state_of_set(m);
    v->starts[class] = to + 1;
    return to;
}

static uint32_t class_of(const dj_dispatch *d, uint32_t rune)
{
    return d->class_of[rune < DJ_DIRECT_RUNES ? rune : rune < DJ_RUNE_END ? DJ_DIRECT_RUNES : DJ_DIRECT_RUNES + 1];
}

/* of the letter at *at, which moves behind it; of the end where there is none */
static uint32_t class_at(const dj_dispatch *d, dj_slice text, size_t *at)
{
    return class_of(d, *at < text.n ? dj_utf8_next(text, at) : (uint32_t)DJ_RUNE_END);
}

static void join(uint64_t *rules, const uint64_t *more, size_t words)
{
    for (size_t i = 0; i < words; i++)
        rules[i] |= more[i];
}

/* what may match from the letter that has led to `now`, behind which the text goes on at `at` */
static bool follow(dj_walk *walk, uint32_t now, size_t at, uint64_t *rules)
{
    dj_memory *m = walk->memory;
    size_t words = m->d->words;
    bool any = false, is_end = false;
    memset(rules, 0, words * sizeof *rules);
    for (size_t n = 0; now != DEAD; n++) {
        const state *s = &m->states.at[now];
        if (s->is_done)
            join(rules, s->done, words);
        any |= s->is_done;
        if (is_end || s->n == 0)
            break;
        if (n == LONGEST) {
            join(rules, s->open, words);
            return true;
        }
        is_end = at == walk->text.n;
        now = next_state(m, now, class_at(m->d, walk->text, &at));
    }
    return any;
}

static void forget_when_full(dj_memory *m)
{
    if (m->learnt == m->measured)
        return;
    m->measured = m->learnt;
    if (m->states.n <= MOST_STATES && dj_arena_bytes(m->arena) <= MOST_BYTES)
        return;
    dj_arena_reset(m->arena);
    recall_nothing(m);
}

bool dj_walk_next(dj_walk *walk, size_t *from, uint64_t *rules)
{
    dj_memory *m = walk->memory;
    while (walk->at < walk->text.n) {
        forget_when_full(m);
        uint32_t class = walk->class, known = m->variant_of[walk->last];
        uint32_t start = known ? m->variants.at[known - 1].starts[class] : 0;
        uint32_t now = start ? start - 1 : first_state(m, walk->last, class);
        *from = walk->at;
        walk->at = walk->next;
        walk->last = class;
        walk->class = class_at(m->d, walk->text, &walk->next);
        const state *s = &m->states.at[now];
        if (now != DEAD && (s->is_done || !ends(s, walk->class)) && follow(walk, now, walk->at, rules))
            return true;
    }
    return false;
}

static dj_memory *memory_of(dj_steps *steps, const dj_dispatch *dispatch)
{
    dj_memory *m = steps->first;
    while (m && m->d != dispatch)
        m = m->next;
    if (m)
        return m;
    m = dj_grow(NULL, sizeof *m);
    *m = (dj_memory){.d = dispatch, .arena = dj_arena_new(), .next = steps->first};
    recall_nothing(m);
    steps->first = m;
    return m;
}

dj_walk dj_walk_begin(const dj_dispatch *dispatch, dj_steps *steps, dj_slice text, size_t from)
{
    dj_walk walk = {.memory = memory_of(steps, dispatch), .text = text, .at = from, .next = from};
    walk.last = class_of(dispatch, from > 0 ? dj_utf8_prev(text, &(size_t){from}) : (uint32_t)DJ_RUNE_END);
    walk.class = class_at(dispatch, text, &walk.next);
    return walk;
}

const dj_offsets *dj_pack_places(dj_arena *arena, const dj_pack *pack, dj_scratch *scratch, dj_slice text)
{
    const dj_dispatch *dispatch = dj_pack_dispatch(pack);
    if (!dispatch)
        return NULL;
    dj_offsets *of = dj_alloc(arena, (dispatch->words * BITS + 1) * sizeof *of);
    uint64_t *rules = dj_alloc(arena, (dispatch->words + 1) * sizeof *rules);
    dj_walk walk = dj_walk_begin(dispatch, dj_scratch_steps(scratch), text, 0);
    for (size_t from; dj_walk_next(&walk, &from, rules);)
        for (size_t w = 0; w < dispatch->words; w++)
            for (uint64_t bits = rules[w]; bits; bits &= bits - 1)
                *DJ_PUSH(arena, &of[w * BITS + dj_lowest_bit(bits)]) = from;
    return of;
}

dj_steps *dj_steps_new(void)
{
    dj_steps *steps = dj_grow(NULL, sizeof *steps);
    *steps = (dj_steps){NULL};
    return steps;
}

void dj_steps_free(dj_steps *steps)
{
    for (dj_memory *m = steps ? steps->first : NULL, *next; m; m = next) {
        next = m->next;
        dj_arena_free(m->arena);
        free(m);
    }
    free(steps);
}
