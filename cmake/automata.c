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

typedef struct writer {
    dj_arena *arena;
    dj_names *known; /* patterns that were written */
    dj_buf table;
} writer;

/* patterns without an automaton are left out: that one cannot be made is soon found again */
static void write_pattern(writer *w, dj_slice pattern)
{
    size_t before = dj_names_count(w->known), i = dj_intern(w->known, pattern);
    if (dj_names_count(w->known) == before || !pattern.n)
        return;
    dj_arena *work = dj_arena_new();
    dj_dfa dfa = dj_dfa_new(w->arena, work, pattern, DJ_DFA_WHILE_BUILT);
    dj_arena_free(work);
    if (!dfa.n_states)
        return;
    write_dfa(&dfa, i);
    dj_buf_fmt(&w->table, "    {UINT64_C(%" PRIu64 "), %zu, {%u, states_%zu, moves_%zu}},\n", dj_tree_hash(pattern), pattern.n,
               (unsigned)dfa.n_states, i, i);
}

int main(int n, char **arguments)
{
    dj_arena *arena = dj_arena_new();
    dj_diags diags = {.arena = arena};
    const char *directory = n > 1 ? arguments[1] : ".";
    dj_rules *rules = dj_rules_load(arena, &directory, 1, &diags);
    writer w = {.arena = arena, .known = dj_names_new(arena), .table = dj_buf_new(SIZE_MAX)};
    puts("/* Made by cmake/automata.c. */\n#include \"rule/dfa.h\"\n");
    for (size_t i = 0; rules && i < dj_rules_packs(rules); i++) {
        const dj_pack *pack = dj_rules_pack_at(rules, i);
        const dj_slice *patterns = dj_pack_walked(arena, pack);
        for (size_t k = 0; k < pack->n_rules + DJ_SEARCHED; k++)
            write_pattern(&w, patterns[k]);
    }
    printf("\nconst dj_known_dfa dj_known_dfas[] = {\n%.*s    {.size = 0}};\n", DJ_FMT(dj_buf_slice(&w.table)));
    dj_buf_free(&w.table);
    if (rules)
        dj_rules_free(rules);
    dj_arena_free(arena);
    return fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
