#include "suite.h"

#include "base/utf8.h"
#include "rule/dispatch.h"
#include "rule/rules.h"

typedef struct tally {
    size_t matches, missed, dispatched, walked, tries, places;
} tally;

/* holds the walk over one text against trying every rule everywhere */
static void hold(const dj_pack *pack, dj_scratch *scratch, dj_slice text, tally *t)
{
    uint64_t rules[16];
    size_t stop = 0;
    const dj_dispatch *dispatch = dj_pack_dispatch(pack);
    dj_walk walk = dj_walk_begin(dispatch, dj_scratch_steps(scratch), text, 0);
    bool has_stop = dj_walk_next(&walk, &stop, rules);
    for (size_t at = 0; at < text.n; dj_utf8_next(text, &at), t->places++) {
        bool is_stop = has_stop && stop == at;
        for (size_t i = 0; i < pack->n_rules; i++) {
            if (!dj_dispatch_has(dispatch, i))
                continue;
            bool is_tried = is_stop && rules[i / 64] >> i % 64 & 1;
            bool is_match = dj_regex_find(pack->rules[i].regex, scratch, text, at, true) == DJ_MATCH;
            t->tries += is_tried;
            t->matches += is_match;
            t->missed += is_match && !is_tried;
            if (is_match && !is_tried)
                fprintf(stderr, "\n  %.*s in '%.*s' at %zu\n", DJ_FMT(pack->rules[i].id), DJ_FMT(text), at);
        }
        if (is_stop)
            has_stop = dj_walk_next(&walk, &stop, rules);
    }
}

static void no_match_of_a_shipped_rule_is_missed(void)
{
    dj_arena *arena = dj_arena_new();
    dj_diags diags = {.arena = arena};
    const char *path = RULES_DIR;
    dj_rules *rules = dj_rules_load(arena, &path, 1, &diags);
    CU_ASSERT_PTR_NOT_NULL_FATAL(rules);
    dj_scratch *scratch = dj_scratch_new();
    for (size_t p = 0; p < dj_rules_packs(rules); p++) {
        const dj_pack *pack = dj_rules_pack_at(rules, p);
        tally t = {0};
        dj_pack_ready(pack);
        CU_ASSERT_TRUE_FATAL(dj_dispatch_words(dj_pack_dispatch(pack)) <= 16);
        for (size_t i = 0; i < pack->n_rules; i++) {
            t.walked += dj_kind_about(pack->rules[i].kind)->layer != DJ_LAYER_QUOTES;
            t.dispatched += dj_dispatch_has(dj_pack_dispatch(pack), i);
            for (size_t k = 0; k < pack->rules[i].n_examples; k++)
                hold(pack, scratch, pack->rules[i].examples[k].text, &t);
        }
        CU_ASSERT_EQUAL(t.missed, 0);
        CU_ASSERT_TRUE(t.matches > 0);
        CU_ASSERT_EQUAL(t.dispatched, t.walked); /* a rule that must be searched for costs as much as fifty others */
        CU_ASSERT_TRUE(t.tries < t.places * pack->n_rules / 3); /* examples are full of figures */
    }
    dj_scratch_free(scratch);
    dj_rules_free(rules);
    dj_arena_free(arena);
}

SUITE("rule/dispatch", {"no match of a shipped rule is missed", no_match_of_a_shipped_rule_is_missed})
