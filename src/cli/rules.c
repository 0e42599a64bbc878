/* daejo rules: the examples of every rule, run, and with --profile what each costs over stories; or a line a rule. */
#include <string.h>

#include "cli/configured.h"
#include "cli/job.h"
#include "cli/output.h"

enum { VERB_TEST, VERB_LIST, VERBS };

static bool is_profiled(const dj_arguments *given)
{
    return dj_option_last(given, OPTION_PROFILE, NULL) != NULL;
}

/* false where a story could not be read, or a rule not be run over one */
static bool profile(dj_output *out, daejo_rules *rules, const dj_arguments *given)
{
    dj_job job = {.rules = rules, .run = daejo_run_new(rules)};
    for (size_t i = 1; i < given->n_operands; i++)
        daejo_add_path(job.run, given->operands[i]);
    daejo_extract(job.run);
    bool okay = dj_job_tell_problems(&job);
    daejo_rules_profile(job.run, dj_output_write, out);
    daejo_run_free(job.run);
    return okay;
}

static int test(dj_output *out, daejo_rules *rules, const dj_arguments *given)
{
    daejo_test counts = daejo_rules_test(rules, dj_output_write, out);
    dj_output_fmt(out, "%zu rules, %zu examples, %zu failed\n", counts.rules, counts.examples, counts.failed);
    if (is_profiled(given) && !profile(out, rules, given))
        return EXIT_TROUBLE;
    return counts.failed ? EXIT_FINDINGS : EXIT_CLEAN;
}

static int list(dj_output *out, const daejo_rules *rules)
{
    for (size_t i = 0; i < daejo_rule_count(rules); i++) {
        daejo_rule rule = daejo_rule_at(rules, i);
        dj_output_fmt(out, "%-28.*s %-9.*s %-4.*s ", (int)rule.id.n, rule.id.at, (int)rule.kind.n, rule.kind.at, (int)rule.pack.n,
                      rule.pack.at);
        daejo_text_show(rule.path, dj_output_write, out);
        dj_output_fmt(out, ":%u\n", rule.line);
    }
    return EXIT_CLEAN;
}

/* VERBS where it has been told what is wrong */
static size_t verb_of(const dj_arguments *given)
{
    static const char *const verbs[] = {[VERB_TEST] = "test", [VERB_LIST] = "list", [VERBS] = NULL};
    const char *word = given->n_operands ? given->operands[0] : "";
    size_t verb = 0;
    while (verb < VERBS && strcmp(word, verbs[verb]) != 0)
        verb++;
    if (!*word)
        dj_complain(given->language, "usage-rules-verb", NULL, 0);
    else if (verb == VERBS)
        dj_complain_unknown(given->language, "verb", word, daejo_nearest(word, verbs), NULL);
    else if (verb == VERB_LIST && is_profiled(given))
        dj_complain(given->language, "usage-profile-of-test", NULL, 0);
    else if (given->n_operands == 1 && is_profiled(given))
        dj_complain(given->language, "usage-profile-wants-stories", NULL, 0);
    else if (given->n_operands > 1 && !is_profiled(given))
        dj_complain(given->language, "usage-rules-no-stories", &(daejo_word){"verb", word}, 1);
    else
        return verb;
    return VERBS;
}

int dj_command_rules(const dj_arguments *given)
{
    size_t verb = verb_of(given);
    if (verb == VERBS)
        return EXIT_TROUBLE;
    daejo_config *config = dj_configured(given);
    daejo_rules *rules = dj_configured_rules(given, config);
    if (!rules) {
        daejo_config_free(config);
        return EXIT_TROUBLE;
    }
    dj_output out;
    dj_output_open(given->language, NULL, &out);
    int status = verb == VERB_TEST ? test(&out, rules, given) : list(&out, rules);
    daejo_rules_free(rules);
    daejo_config_free(config);
    return dj_output_close(&out, true) ? status : EXIT_TROUBLE;
}
