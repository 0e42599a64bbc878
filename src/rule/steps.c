/* The automata of a pack run side by side, as one: where a part of them stands is a state, and a step is reckoned when it is
 * first taken. Of the letters that a match may begin with, three in four are followed by one that leads nowhere: a state
 * keeps such letters as bits, which stay in the processor's cache, and the table of steps has none but those that lead on. */
#include <stdlib.h>

#include "base/utf8.h"
#include "rule/automaton.h"

enum {
    DEAD = 0, /* the state that leads nowhere, */
    ALL = 1, /* and that in which all rules are before the letter that comes before the place */
    LONGEST = 48, /* letters that are looked at; what is undecided then may match */
    MOST_BYTES = 64 << 20, /* of a memory, */
    MOST_STATES = UINT16_MAX - 2 * LONGEST, /* and before a further letter is followed */
    ROOM_BITS = 12, /* of the number of rooms of a table at first, of which a part is always empty */
    BITS = 64
};

typedef struct part { /* a rule that may still match, and the state of its automaton */
    uint16_t rule, state;
} part;

typedef struct state {
    const part *parts; /* by rule */
    uint32_t n, hash;
    uint64_t *done; /* rules that match with what was taken; NULL for none */
    uint64_t *ends; /* bit set by class, of those known to lead nowhere; NULL where none is */
    uint32_t *starts; /* [class]: where the first letter leads, and 1; NULL where no place is behind this state */
} state;

typedef struct step { /* where a state and a class lead on */
    uint16_t from, class; /* from: DEAD, which has none, in an empty room */
    uint32_t to;
} step;

typedef struct dj_memory {
    const dj_dispatch *d;
    dj_arena *arena;
    DJ_VEC(state) states;
    uint32_t *numbers; /* of states, by their parts: the state, and 1 */
    step *steps;
    size_t n_steps;
    unsigned number_bits, step_bits; /* of the number of rooms of the two */
    size_t learnt, measured; /* steps and states; how many when it was last looked at */
    uint32_t *behind; /* [class]: the state behind a last letter, and 1 */
    part *parts; /* of the state being made */
    uint32_t n_parts;
    uint64_t *done;
    bool is_done; /* any rule is */
    struct dj_memory *next;
} dj_memory;

struct dj_steps {
    dj_memory *first;
};

static size_t room_of(uint32_t hash, unsigned bits)
{
    return hash * 2654435761u >> (32 - bits);
}

static void *copied(dj_memory *m, const void *from, size_t bytes)
{
    return bytes ? memcpy(dj_alloc(m->arena, bytes), from, bytes) : NULL;
}

static void put_number(dj_memory *m, uint32_t number)
{
    size_t mask = ((size_t)1 << m->number_bits) - 1, room = room_of(m->states.at[number].hash, m->number_bits);
    while (m->numbers[room])
        room = (room + 1) & mask;
    m->numbers[room] = number + 1;
}

static void widen_numbers(dj_memory *m)
{
    m->number_bits++;
    m->numbers = dj_alloc(m->arena, ((size_t)1 << m->number_bits) * sizeof *m->numbers);
    for (uint32_t i = 0; i < m->states.n; i++)
        put_number(m, i);
}

static uint32_t hash_parts(const dj_memory *m)
{
    uint32_t hash = 2166136261u;
    for (uint32_t i = 0; i < m->n_parts; i++)
        hash = (hash ^ ((uint32_t)m->parts[i].rule << 16 | m->parts[i].state)) * 16777619u;
    for (size_t i = 0; m->is_done && i < m->d->words; i++)
        hash = (hash ^ (uint32_t)(m->done[i] ^ m->done[i] >> 32)) * 16777619u;
    return hash ^ hash >> 15;
}

static bool is_made(const dj_memory *m, const state *s)
{
    return s->n == m->n_parts && !s->done == !m->is_done &&
           (s->n == 0 || memcmp(s->parts, m->parts, s->n * sizeof *s->parts) == 0) &&
           (!s->done || memcmp(s->done, m->done, m->d->words * sizeof *m->done) == 0);
}

static uint32_t add_state(dj_memory *m, uint32_t hash)
{
    *DJ_PUSH(m->arena, &m->states) = (state){.parts = copied(m, m->parts, m->n_parts * sizeof *m->parts),
                                             .n = m->n_parts,
                                             .hash = hash,
                                             .done = m->is_done ? copied(m, m->done, m->d->words * sizeof *m->done) : NULL};
    put_number(m, (uint32_t)m->states.n - 1);
    m->learnt++;
    if (m->states.n >> (m->number_bits - 1))
        widen_numbers(m);
    return (uint32_t)m->states.n - 1;
}

/* the state that was made */
static uint32_t number_of(dj_memory *m)
{
    size_t mask = ((size_t)1 << m->number_bits) - 1;
    uint32_t hash = hash_parts(m);
    for (size_t room = room_of(hash, m->number_bits); m->numbers[room]; room = (room + 1) & mask) {
        const state *s = &m->states.at[m->numbers[room] - 1];
        if (s->hash == hash && is_made(m, s))
            return m->numbers[room] - 1;
    }
    return add_state(m, hash);
}

static void begin_state(dj_memory *m)
{
    m->n_parts = 0;
    m->is_done = false;
    memset(m->done, 0, m->d->words * sizeof *m->done);
}

/* where the letter leads; `among`: rules of which none other goes on, NULL for all */
static uint32_t reckon(dj_memory *m, uint32_t from, uint32_t class, const uint64_t *among)
{
    const state *s = &m->states.at[from];
    begin_state(m);
    for (uint32_t i = 0; i < s->n; i++) {
        part p = s->parts[i];
        if (among && !(among[p.rule / BITS] >> p.rule % BITS & 1))
            continue;
        uint32_t next = dj_dfa_next(&m->d->dfas[p.rule], p.state, m->d->letter_of[class]);
        if (next == DJ_DFA_MATCH) {
            m->done[p.rule / BITS] |= (uint64_t)1 << p.rule % BITS;
            m->is_done = true;
        } else if (next != DJ_DFA_DEAD)
            m->parts[m->n_parts++] = (part){p.rule, (uint16_t)next};
    }
    return number_of(m);
}

static void recall_nothing(dj_memory *m)
{
    const dj_dispatch *d = m->d;
    dj_arena *arena = m->arena;
    *m = (dj_memory){.d = d, .arena = arena, .next = m->next, .number_bits = ROOM_BITS, .step_bits = ROOM_BITS};
    m->numbers = dj_alloc(arena, ((size_t)1 << ROOM_BITS) * sizeof *m->numbers);
    m->steps = dj_alloc(arena, ((size_t)1 << ROOM_BITS) * sizeof *m->steps);
    m->behind = dj_alloc(arena, d->n_classes * sizeof *m->behind);
    m->parts = dj_alloc(arena, (d->n_rules + 1) * sizeof *m->parts);
    m->done = dj_alloc(arena, (d->words + 1) * sizeof *m->done);
    begin_state(m);
    add_state(m, hash_parts(m)); /* DEAD */
    for (size_t i = 0; i < d->n_rules; i++)
        if (dj_dispatch_has(d, i))
            m->parts[m->n_parts++] = (part){(uint16_t)i, DJ_DFA_START};
    add_state(m, hash_parts(m)); /* ALL */
}

static bool ends(const state *s, uint32_t class)
{
    return s->ends && s->ends[class / BITS] >> class % BITS & 1;
}

static void note_end(dj_memory *m, state *s, uint32_t class)
{
    if (!s->ends)
        s->ends = dj_alloc(m->arena, (m->d->n_classes + BITS - 1) / BITS * sizeof *s->ends);
    s->ends[class / BITS] |= (uint64_t)1 << class % BITS;
}

static step *step_at(const dj_memory *m, uint32_t from, uint32_t class)
{
    size_t mask = ((size_t)1 << m->step_bits) - 1, room = room_of(from << 16 | class, m->step_bits);
    while (m->steps[room].from && (m->steps[room].from != from || m->steps[room].class != class))
        room = (room + 1) & mask;
    return &m->steps[room];
}

static void widen_steps(dj_memory *m)
{
    step *old = m->steps;
    size_t rooms = (size_t)1 << m->step_bits++;
    m->steps = dj_alloc(m->arena, 2 * rooms * sizeof *m->steps);
    for (size_t i = 0; i < rooms; i++)
        if (old[i].from)
            *step_at(m, old[i].from, old[i].class) = old[i];
}

static uint32_t next_state(dj_memory *m, uint32_t from, uint32_t class)
{
    if (ends(&m->states.at[from], class))
        return DEAD;
    step *room = step_at(m, from, class);
    if (room->from)
        return room->to;
    uint32_t to = reckon(m, from, class, NULL);
    m->learnt++;
    if (to == DEAD) {
        note_end(m, &m->states.at[from], class);
        return DEAD;
    }
    *room = (step){(uint16_t)from, (uint16_t) class, to};
    if (++m->n_steps >> (m->step_bits - 1))
        widen_steps(m);
    return to;
}

/* the state that a match which begins with a letter of `class` is in, behind one of `last` */
static uint32_t first_state(dj_memory *m, uint32_t last, uint32_t class)
{
    if (!m->behind[last])
        m->behind[last] = reckon(m, ALL, last, NULL) + 1;
    uint32_t behind = m->behind[last] - 1;
    state *s = &m->states.at[behind];
    if (!s->starts)
        s->starts = dj_alloc(m->arena, m->d->n_classes * sizeof *s->starts);
    uint32_t *start = &s->starts[class];
    if (!*start)
        *start = reckon(m, behind, class, m->d->begins + class * m->d->words) + 1;
    return *start - 1;
}

static uint32_t class_of(const dj_dispatch *d, uint32_t rune)
{
    return d->class_of[rune < DJ_LETTERS ? rune : (uint32_t)DJ_LETTER_FAR];
}

/* of the letter at *at, which moves behind it; of the end where there is none */
static uint32_t class_at(const dj_dispatch *d, dj_slice text, size_t *at)
{
    return class_of(d, *at < text.n ? dj_utf8_next(text, at) : (uint32_t)DJ_LETTER_END);
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
    bool any = false, is_end = false;
    memset(rules, 0, m->d->words * sizeof *rules);
    for (size_t n = 0; now != DEAD; n++) {
        const state *s = &m->states.at[now];
        any |= s->done || n == LONGEST;
        if (s->done)
            join(rules, s->done, m->d->words);
        for (uint32_t i = 0; n == LONGEST && i < s->n; i++)
            rules[s->parts[i].rule / BITS] |= (uint64_t)1 << s->parts[i].rule % BITS;
        if (is_end || s->n == 0 || n == LONGEST)
            break;
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
        uint32_t class = walk->class, now = first_state(m, walk->last, class);
        *from = walk->at;
        walk->at = walk->next;
        walk->last = class;
        walk->class = class_at(m->d, walk->text, &walk->next);
        const state *s = &m->states.at[now];
        if (now != DEAD && (s->done || !ends(s, walk->class)) && follow(walk, now, walk->at, rules))
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
    walk.last = class_of(dispatch, from > 0 ? dj_utf8_prev(text, &(size_t){from}) : (uint32_t)DJ_LETTER_END);
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
