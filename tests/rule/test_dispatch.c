#include "suite.h"

#include "base/utf8.h"
#include "rule/dfa.h"
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

/* holds the automaton of one pattern against trying it at every place of some of the examples */
static void hold_built(const dj_pack *pack, dj_scratch *scratch, dj_slice pattern, size_t nth, tally *t)
{
    const dj_dfa *built = dj_dfa_built(pattern);
    char message[200];
    size_t offset;
    dj_regex *regex = dj_regex_new(pattern, message, sizeof message, &offset);
    CU_ASSERT_PTR_NOT_NULL_FATAL(regex);
    t->walked++;
    t->dispatched += built != NULL;
    for (size_t i = nth % 8; built && i < pack->n_rules; i += 8)
        for (size_t k = 0; k < pack->rules[i].n_examples; k++) {
            dj_slice text = pack->rules[i].examples[k].text;
            for (size_t at = 0; at < text.n; dj_utf8_next(text, &at), t->places++) {
                bool may_match = dj_dfa_may(built, text, at),
                     is_match = dj_regex_find(regex, scratch, text, at, true) == DJ_MATCH;
                t->tries += may_match;
                t->matches += is_match;
                t->missed += is_match && !may_match;
            }
        }
    dj_regex_free(regex);
}

static void no_match_of_a_pattern_is_excluded(void)
{
    dj_arena *arena = dj_arena_new();
    dj_diags diags = {.arena = arena};
    const char *path = RULES_DIR;
    dj_rules *rules = dj_rules_load(arena, &path, 1, &diags);
    CU_ASSERT_PTR_NOT_NULL_FATAL(rules);
    dj_scratch *scratch = dj_scratch_new();
    for (size_t p = 0; p < dj_rules_packs(rules); p++) {
        dj_pattern_list tried = {0};
        tally t = {0};
        dj_pack_tried(arena, dj_rules_pack_at(rules, p), &tried);
        for (size_t i = 0; i < tried.n; i++)
            hold_built(dj_rules_pack_at(rules, p), scratch, tried.at[i], i, &t);
        CU_ASSERT_EQUAL(t.missed, 0);
        CU_ASSERT_TRUE(t.matches > 0);
        CU_ASSERT_TRUE(t.dispatched * 10 > t.walked * 9);
        CU_ASSERT_TRUE(t.tries * 10 < t.places);
    }
    dj_scratch_free(scratch);
    dj_rules_free(rules);
    dj_arena_free(arena);
}

static size_t searched_alike(const dj_pack *pack, dj_searched what, const dj_regex *regex, dj_scratch *scratch, dj_slice text)
{
    size_t n = 0;
    for (size_t from = 0; from < text.n; dj_utf8_next(text, &from)) {
        dj_match expected = dj_regex_find(regex, scratch, text, from, false);
        dj_span span = expected == DJ_MATCH ? dj_match_span(scratch) : DJ_UNSET_SPAN;
        dj_match found = dj_pack_search(pack, what, scratch, text, from);
        CU_ASSERT_EQUAL(found, expected);
        if (found == DJ_MATCH && expected == DJ_MATCH)
            CU_ASSERT_TRUE(dj_match_span(scratch).from == span.from && dj_match_span(scratch).to == span.to);
        n += found == DJ_MATCH;
    }
    return n;
}

static void a_walk_finds_what_a_search_does(void)
{
    static const char *const texts[] = {"말했다.한빛시=뉴시스정부는 a.b@c.kr그는 x@y.kr 기자= 그",
                                        "보도했다. 홍길동 기자hong@a.kr", "모두 약 ", "사상 최대 ", "최대 "};
    dj_arena *arena = dj_arena_new();
    dj_diags diags = {.arena = arena};
    const char *path = RULES_DIR;
    dj_rules *rules = dj_rules_load(arena, &path, 1, &diags);
    CU_ASSERT_PTR_NOT_NULL_FATAL(rules);
    const dj_pack *pack = dj_rules_pack(rules, DJ_S("ko"));
    dj_scratch *scratch = dj_scratch_new();
    size_t cuts = 0, modifiers = 0;
    dj_pack_ready(pack);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        cuts += searched_alike(pack, DJ_SEARCHED_CUT, dj_pack_pattern(pack, "sentence-cut"), scratch, dj_slice_of(texts[i]));
        modifiers += searched_alike(pack, DJ_SEARCHED_MODIFIER, pack->before_any, scratch, dj_slice_of(texts[i]));
    }
    CU_ASSERT_TRUE(cuts > 0 && modifiers > 0);
    dj_scratch_free(scratch);
    dj_rules_free(rules);
    dj_arena_free(arena);
}

SUITE("rule/dispatch", {"a walk finds what a search does", a_walk_finds_what_a_search_does},
      {"no match of a pattern is excluded", no_match_of_a_pattern_is_excluded},
      {"no match of a shipped rule is missed", no_match_of_a_shipped_rule_is_missed})
