/* The examples of a rule set, run: each text goes through the stages as a story of its own would, and what is read from it
 * is held against what the rule file promises. */
#ifndef DJ_ENGINE_EXAMPLES_H
#define DJ_ENGINE_EXAMPLES_H
#include "rule/rules.h"

typedef struct dj_example_counts {
    size_t rules, modifiers, examples, failed; /* rules and modifiers of all packs */
} dj_example_counts;

/* Each failing example is told at its place: what was expected and what was read. A story's day is the example's `at`, else
 * 2025-02-05. A rule that `any` shares is held in every language. */
dj_example_counts dj_examples_run(const dj_rules *rules, dj_diags *failures);
#endif
