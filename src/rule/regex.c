/* Patterns by PCRE2, matched by machine code, which is made when a pattern is first used: it costs twenty times as much as
 * compiling, and a run meets only some of the patterns. The automaton that the program was built with for a pattern tells of most
 * tries that they are in vain, so that until one may not be there is no need of code. It is made twice, to search and to match
 * anchored, where both are asked for: the fast way into JIT code takes no option to anchor, and the anchored pattern goes without
 * the start optimisations, which would look thousands of bytes ahead for a letter that must come. Plain parentheses do not
 * capture: only named groups mean anything here. */
#include "rule/regex.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "rule/dfa.h"
#include "rule/dispatch.h"
#include "rule/meter.h"

enum { JIT_STACK_START = 32 * 1024, JIT_STACK_MAX = 1024 * 1024, PAIRS_START = 32 };

typedef struct group { /* the capture numbers that share a name */
    dj_slice name;
    uint32_t first, n; /* in `numbers` */
} group;

enum { SEARCH, ANCHORED, WAYS };
static const uint32_t options_of[WAYS] = {[ANCHORED] = PCRE2_ANCHORED | PCRE2_NO_START_OPTIMIZE};

typedef struct machine { /* the part that changes: under the lock, until is_ready */
    pthread_mutex_t lock;
    pcre2_code *code[WAYS]; /* the anchored one, which is cheaper to compile, is the first */
    bool has_jit[WAYS];
    atomic_bool is_ready[WAYS];
    uint32_t n_pairs; /* of the output vector */
    group *groups;
    size_t n_groups;
    uint32_t *numbers;
} machine;

struct dj_regex {
    dj_slice pattern;
    const dj_dfa *built; /* NULL where there is none */
    machine *machine;
};

struct dj_scratch {
    pcre2_match_data *data;
    uint32_t n_pairs;
    pcre2_match_context *context;
    pcre2_jit_stack *stack;
    dj_steps *steps;
    dj_recall *recall;
    dj_meter *meter; /* NULL for none */
    bool is_watched;
    const dj_regex **stopped;
    size_t n_stopped;
};

static uint32_t info(const pcre2_code *code, uint32_t what)
{
    uint32_t value = 0;
    pcre2_pattern_info(code, what, &value);
    return value;
}

static void *allocate(PCRE2_SIZE bytes, void *unused)
{
    (void)unused;
    return dj_grow(NULL, bytes);
}

static void release(void *block, void *unused)
{
    (void)unused;
    free(block);
}

/* The library's own way to memory, so that it never sees NULL: its maker of machine code goes on with it and crashes. */
static pcre2_general_context *general_context(void)
{
    return pcre2_general_context_create(allocate, release, NULL);
}

static pcre2_code *compile(dj_slice pattern, uint32_t more, int *error, size_t *offset)
{
    static const uint32_t always = PCRE2_UTF | PCRE2_DUPNAMES | PCRE2_NEVER_UCP | PCRE2_NEVER_BACKSLASH_C | PCRE2_NO_AUTO_CAPTURE;
    pcre2_general_context *general = general_context();
    pcre2_compile_context *context = pcre2_compile_context_create(general); /* what it makes keeps a copy of the way */
    pcre2_code *code = pcre2_compile((PCRE2_SPTR)(pattern.at ? pattern.at : ""), pattern.n, always | more, error, offset,
                                     context);
    pcre2_compile_context_free(context);
    pcre2_general_context_free(general);
    return code;
}

/* the rows of the name table are sorted by name: equal names are neighbours */
static void read_groups(machine *m, const pcre2_code *code)
{
    PCRE2_SPTR row;
    uint32_t n = info(code, PCRE2_INFO_NAMECOUNT), size = info(code, PCRE2_INFO_NAMEENTRYSIZE);
    pcre2_pattern_info(code, PCRE2_INFO_NAMETABLE, &row);
    m->n_pairs = info(code, PCRE2_INFO_CAPTURECOUNT) + 1;
    m->groups = dj_grow(NULL, (n + 1) * sizeof *m->groups);
    m->numbers = dj_grow(NULL, (n + 1) * sizeof *m->numbers);
    m->n_groups = 0;
    for (uint32_t i = 0; i < n; i++, row += size) {
        dj_slice name = dj_slice_of((const char *)row + 2);
        group *last = m->n_groups ? &m->groups[m->n_groups - 1] : NULL;
        if (last && dj_slice_eq(last->name, name))
            last->n++;
        else
            m->groups[m->n_groups++] = (group){name, i, 1};
        m->numbers[i] = (uint32_t)(row[0] << 8 | row[1]);
    }
}

bool dj_regex_check(dj_slice pattern, char *message, size_t message_size, size_t *offset)
{
    int error = 0;
    pcre2_code *code = compile(pattern, options_of[ANCHORED], &error, offset);
    if (!code)
        pcre2_get_error_message(error, (PCRE2_UCHAR *)message, message_size);
    pcre2_code_free(code);
    return code != NULL;
}

dj_regex *dj_regex_later(dj_slice pattern)
{
    dj_regex *regex = dj_grow(NULL, sizeof *regex);
    *regex = (dj_regex){.pattern = pattern, .built = dj_dfa_built(pattern), .machine = dj_grow(NULL, sizeof *regex->machine)};
    *regex->machine = (machine){.n_groups = 0};
    if (pthread_mutex_init(&regex->machine->lock, NULL) != 0)
        dj_out_of_memory();
    return regex;
}

dj_regex *dj_regex_new(dj_slice pattern, char *message, size_t message_size, size_t *offset)
{
    int error = 0;
    pcre2_code *code = compile(pattern, options_of[ANCHORED], &error, offset);
    if (!code) {
        pcre2_get_error_message(error, (PCRE2_UCHAR *)message, message_size);
        return NULL;
    }
    if (info(code, PCRE2_INFO_MATCHEMPTY)) {
        snprintf(message, message_size, "it can match nothing at all");
        *offset = 0;
        pcre2_code_free(code);
        return NULL;
    }
    dj_regex *regex = dj_regex_later(pattern);
    regex->machine->code[ANCHORED] = code;
    read_groups(regex->machine, code);
    return regex;
}

dj_slice dj_regex_pattern(const dj_regex *regex)
{
    return regex->pattern;
}

void dj_regex_free(dj_regex *regex)
{
    if (!regex)
        return;
    for (int way = 0; way < WAYS; way++)
        pcre2_code_free(regex->machine->code[way]);
    pthread_mutex_destroy(&regex->machine->lock);
    free(regex->machine->groups);
    free(regex->machine->numbers);
    free(regex->machine);
    free(regex);
}

/* compiled for this way of matching; false where it cannot be */
static bool make(machine *m, dj_slice pattern, int way)
{
    int error;
    size_t offset;
    if (!m->code[ANCHORED] && !(m->code[ANCHORED] = compile(pattern, options_of[ANCHORED], &error, &offset)))
        return false;
    if (!m->groups)
        read_groups(m, m->code[ANCHORED]);
    if (!m->code[way] && !(m->code[way] = compile(pattern, options_of[way], &error, &offset)))
        return false;
    size_t machine_code = 0; /* 0 as well for a pattern that begins with (*NO_JIT), of which the maker says no word */
    if (pcre2_jit_compile(m->code[way], PCRE2_JIT_COMPLETE) == 0)
        pcre2_pattern_info(m->code[way], PCRE2_INFO_JITSIZE, &machine_code);
    m->has_jit[way] = machine_code > 0;
    return true;
}

/* the machine for this way of matching, made where it is not yet; NULL where it cannot be */
static const machine *ready(const dj_regex *regex, int way)
{
    machine *m = regex->machine;
    if (atomic_load_explicit(&m->is_ready[way], memory_order_acquire))
        return m;
    pthread_mutex_lock(&m->lock);
    bool is_made = atomic_load_explicit(&m->is_ready[way], memory_order_relaxed) || make(m, regex->pattern, way);
    if (is_made)
        atomic_store_explicit(&m->is_ready[way], true, memory_order_release);
    pthread_mutex_unlock(&m->lock);
    return is_made ? m : NULL;
}

static void set_pairs(dj_scratch *scratch, uint32_t n)
{
    pcre2_match_data_free(scratch->data);
    pcre2_general_context *general = general_context();
    scratch->data = pcre2_match_data_create(n, general);
    scratch->n_pairs = n;
    pcre2_general_context_free(general);
}

dj_scratch *dj_scratch_new(void)
{
    dj_scratch *scratch = dj_grow(NULL, sizeof *scratch);
    pcre2_general_context *general = general_context();
    *scratch = (dj_scratch){.context = pcre2_match_context_create(general),
                            .stack = pcre2_jit_stack_create(JIT_STACK_START, JIT_STACK_MAX, general)};
    pcre2_general_context_free(general);
    set_pairs(scratch, PAIRS_START);
    pcre2_set_match_limit(scratch->context, DJ_LIMIT_MATCH);
    pcre2_set_depth_limit(scratch->context, DJ_LIMIT_MATCH_DEPTH);
    pcre2_set_heap_limit(scratch->context, DJ_LIMIT_MATCH_HEAP);
    if (scratch->stack) /* none where PCRE2 is built without JIT */
        pcre2_jit_stack_assign(scratch->context, NULL, scratch->stack);
    return scratch;
}

void dj_scratch_free(dj_scratch *scratch)
{
    if (!scratch)
        return;
    pcre2_match_data_free(scratch->data);
    pcre2_match_context_free(scratch->context);
    pcre2_jit_stack_free(scratch->stack);
    dj_steps_free(scratch->steps);
    dj_recall_free(scratch->recall);
    free(scratch->stopped);
    free(scratch);
}

void dj_scratch_measure(dj_scratch *scratch, dj_meter *meter)
{
    scratch->meter = meter;
}

void dj_scratch_watch(dj_scratch *scratch)
{
    scratch->is_watched = true;
    scratch->n_stopped = 0;
}

void dj_scratch_watch_end(dj_scratch *scratch)
{
    scratch->is_watched = false;
    scratch->n_stopped = 0;
}

const dj_regex *dj_scratch_stopped(const dj_scratch *scratch, size_t i)
{
    return i < scratch->n_stopped ? scratch->stopped[i] : NULL;
}

dj_steps *dj_scratch_steps(dj_scratch *scratch)
{
    if (!scratch->steps)
        scratch->steps = dj_steps_new();
    return scratch->steps;
}

dj_recall *dj_scratch_recall(dj_scratch *scratch)
{
    if (!scratch->recall)
        scratch->recall = dj_recall_new();
    return scratch->recall;
}

static dj_match find(const dj_regex *regex, dj_scratch *scratch, dj_slice subject, size_t from, int way)
{
    PCRE2_SPTR at = (PCRE2_SPTR)(subject.at ? subject.at : "");
    const machine *m = ready(regex, way);
    if (!m)
        return DJ_MATCH_LIMIT;
    if (m->n_pairs > scratch->n_pairs)
        set_pairs(scratch, m->n_pairs);
    int found = m->has_jit[way]
                    ? pcre2_jit_match(m->code[way], at, subject.n, from, 0, scratch->data, scratch->context)
                    : pcre2_match(m->code[way], at, subject.n, from, PCRE2_NO_UTF_CHECK, scratch->data, scratch->context);
    return found > 0 ? DJ_MATCH : found == PCRE2_ERROR_NOMATCH ? DJ_NO_MATCH : DJ_MATCH_LIMIT;
}

/* moves *from to the first place, or anchored the only one, at which the pattern may match; false where there is none */
static bool may_match(const dj_regex *regex, dj_slice subject, size_t *from, bool anchored)
{
    while (!dj_dfa_may(regex->built, subject, *from)) {
        if (anchored || *from == subject.n)
            return false;
        dj_utf8_next(subject, from);
    }
    return true;
}

/* What the automaton excludes is no match, whether it is asked before, while there is no code, or behind: what is said to a
 * pattern that was stopped does not depend on what other threads have made. */
static dj_match find_where_possible(const dj_regex *regex, dj_scratch *scratch, dj_slice subject, size_t from, bool anchored)
{
    int way = anchored ? ANCHORED : SEARCH;
    bool is_first = regex->built && !atomic_load_explicit(&regex->machine->is_ready[way], memory_order_acquire);
    if (is_first && !may_match(regex, subject, &from, anchored))
        return DJ_NO_MATCH;
    dj_match match = find(regex, scratch, subject, from, way);
    bool is_excluded = match == DJ_MATCH_LIMIT && regex->built && !may_match(regex, subject, &from, anchored);
    return is_excluded ? DJ_NO_MATCH : match;
}

static bool was_stopped(const dj_scratch *scratch, const dj_regex *regex)
{
    for (size_t i = 0; i < scratch->n_stopped; i++)
        if (scratch->stopped[i] == regex)
            return true;
    return false;
}

dj_match dj_regex_find(const dj_regex *regex, dj_scratch *scratch, dj_slice subject, size_t from, bool anchored)
{
    if (from > subject.n)
        return DJ_NO_MATCH;
    if (was_stopped(scratch, regex))
        return DJ_MATCH_LIMIT;
    double start = scratch->meter ? dj_seconds() : 0;
    dj_match match = find_where_possible(regex, scratch, subject, from, anchored);
    if (scratch->meter)
        dj_meter_add(scratch->meter, regex, match, dj_seconds() - start);
    if (match == DJ_MATCH_LIMIT && scratch->is_watched) {
        scratch->stopped = dj_grow(scratch->stopped, (scratch->n_stopped + 1) * sizeof(const dj_regex *));
        scratch->stopped[scratch->n_stopped++] = regex;
    }
    return match;
}

static dj_span pair(const dj_scratch *scratch, uint32_t k)
{
    const PCRE2_SIZE *at = pcre2_get_ovector_pointer(scratch->data) + 2 * (size_t)k;
    return at[0] == PCRE2_UNSET ? DJ_UNSET_SPAN : (dj_span){at[0], at[1]};
}

dj_span dj_match_span(const dj_scratch *scratch)
{
    return pair(scratch, 0);
}

size_t dj_regex_groups(const dj_regex *regex)
{
    return regex->machine->n_groups;
}

dj_slice dj_regex_group_name(const dj_regex *regex, size_t i)
{
    return regex->machine->groups[i].name;
}

dj_span dj_group_span(const dj_regex *regex, const dj_scratch *scratch, size_t i)
{
    const group *g = &regex->machine->groups[i];
    for (uint32_t k = 0; k < g->n; k++) {
        dj_span span = pair(scratch, regex->machine->numbers[g->first + k]);
        if (dj_span_set(span))
            return span;
    }
    return DJ_UNSET_SPAN;
}

dj_span dj_group_named(const dj_regex *regex, const dj_scratch *scratch, const char *name)
{
    for (size_t i = 0; i < dj_regex_groups(regex); i++)
        if (dj_slice_is(dj_regex_group_name(regex, i), name))
            return dj_group_span(regex, scratch, i);
    return DJ_UNSET_SPAN;
}
