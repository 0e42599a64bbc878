/* automata DIRECTORY >automata.c: the automata of the patterns of the shipped rules as C, to be compiled into the program. They are a
 * pattern's, not a rule's: a desk's own rules change nothing of those that they leave as they are. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/names.h"
#include "rule/dfa.h"
#include "rule/dispatch.h"
#include "rule/tree.h"

const dj_tree dj_trees[] = {{.nodes = 0}}; /* here all are read as YAML */
const dj_known_table dj_known_tables[] = {{.size = 0}};
const dj_known_dfa dj_known_dfas[] = {{.size = 0}}; /* and all made */
const size_t dj_known_dfa_count = 0;

static void write_dfa(const dj_dfa *dfa, size_t number)
{
    printf("static const dj_dfa_state states_%zu[] = {", number);
    for (uint32_t i = 0; i <= dfa->n_states; i++)
        printf("%s{%u,%u},", i % 12 ? "" : "\n    ", dfa->states[i].first, dfa->states[i].like);
    printf("};\nstatic const dj_move moves_%zu[] = {", number);
    for (uint32_t i = 0; i < dfa->states[dfa->n_states].first; i++)
        printf("%s{%u,%u,%u},", i % 8 ? "" : "\n    ", dfa->moves[i].from, dfa->moves[i].to, dfa->moves[i].next);
    puts("};");
}

typedef struct written {
    uint64_t hash;
    size_t size, number;
    bool is_rule;
    uint32_t n_states;
} written;

typedef struct writer {
    dj_arena *arena;
    dj_names *known; /* patterns that were written */
    DJ_VEC(written) rows;
} writer;

static int by_hash(const void *a, const void *b)
{
    const written *x = a, *y = b;
    return (x->hash > y->hash) - (x->hash < y->hash);
}

/* patterns without an automaton are left out: that one cannot be made is soon found again */
static void write_pattern(writer *w, dj_slice pattern, bool is_rule, size_t most_states)
{
    size_t before = dj_names_count(w->known), i = dj_intern(w->known, pattern);
    if (dj_names_count(w->known) == before || !pattern.n)
        return;
    dj_arena *work = dj_arena_new();
    dj_dfa dfa = dj_dfa_new(w->arena, work, pattern, most_states);
    dj_arena_free(work);
    if (!dfa.n_states)
        return;
    write_dfa(&dfa, i);
    *DJ_PUSH(w->arena, &w->rows) = (written){dj_tree_hash(pattern), pattern.n, i, is_rule, dfa.n_states};
}

static void write_pack(writer *w, const dj_pack *pack)
{
    const dj_slice *walked = dj_pack_walked(w->arena, pack);
    dj_pattern_list tried = {0};
    dj_pack_tried(w->arena, pack, &tried);
    for (size_t i = 0; i < pack->n_rules + DJ_SEARCHED; i++)
        write_pattern(w, walked[i], i < pack->n_rules, DJ_DFA_WHILE_BUILT);
    for (size_t i = 0; i < tried.n; i++)
        write_pattern(w, tried.at[i], false, DJ_DFA_WHILE_RUN);
}

static void write_table(writer *w)
{
    if (w->rows.n)
        qsort(w->rows.at, w->rows.n, sizeof *w->rows.at, by_hash);
    puts("\nconst dj_known_dfa dj_known_dfas[] = {");
    for (size_t i = 0; i < w->rows.n; i++) {
        const written *r = &w->rows.at[i];
        printf("    {UINT64_C(%" PRIu64 "), %zu, %d, {%u, states_%zu, moves_%zu}},\n", r->hash, r->size, r->is_rule,
               (unsigned)r->n_states, r->number, r->number);
    }
    printf("    {.size = 0}};\nconst size_t dj_known_dfa_count = %zu;\n", w->rows.n);
}

int main(int n, char **arguments)
{
    dj_arena *arena = dj_arena_new();
    dj_diags diags = {.arena = arena};
    const char *directory = n > 1 ? arguments[1] : ".";
    dj_rules *rules = dj_rules_load(arena, &directory, 1, &diags);
    writer w = {.arena = arena, .known = dj_names_new(arena)};
    puts("/* Made by cmake/automata.c. */\n#include \"rule/dfa.h\"\n");
    for (size_t i = 0; rules && i < dj_rules_packs(rules); i++)
        write_pack(&w, dj_rules_pack_at(rules, i));
    write_table(&w);
    if (rules)
        dj_rules_free(rules);
    dj_arena_free(arena);
    return fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
