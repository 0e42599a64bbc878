/* daejo rules: the examples of every rule, run; a line a rule; or what each costs over stories. */
#include <string.h>

#include "cli/configured.h"
#include "cli/job.h"
#include "cli/output.h"

enum { VERB_TEST, VERB_LIST, VERB_PROFILE };

static int test(dj_output *out, const daejo_rules *rules)
{
    daejo_test counts = daejo_rules_test(rules, dj_output_write, out);
    dj_output_fmt(out, "%zu rules, %zu examples, %zu failed\n", counts.rules, counts.examples, counts.failed);
    return counts.failed ? EXIT_FINDINGS : EXIT_CLEAN;
}

static int list(dj_output *out, const daejo_rules *rules)
{
    for (size_t i = 0; i < daejo_rule_count(rules); i++) {
        daejo_rule rule = daejo_rule_at(rules, i);
        dj_output_fmt(out, "%-28.*s %-9.*s %-4.*s %.*s:%u\n", (int)rule.id.n, rule.id.at, (int)rule.kind.n, rule.kind.at,
                      (int)rule.pack.n, rule.pack.at, (int)rule.path.n, rule.path.at, rule.line);
    }
    return EXIT_CLEAN;
}

static int profile(dj_output *out, daejo_rules *rules, const dj_arguments *given)
{
    dj_job job = {.rules = rules, .run = daejo_run_new(rules)};
    for (size_t i = 1; i < given->n_operands; i++)
        daejo_add_path(job.run, given->operands[i]);
    daejo_extract(job.run);
    bool all_read = dj_job_tell_problems(&job);
    daejo_rules_profile(job.run, dj_output_write, out);
    daejo_run_free(job.run);
    return all_read ? EXIT_CLEAN : EXIT_TROUBLE;
}

/* the number of the verb, or that of the NULL at the end, and then it has been told what is wrong */
static size_t verb_of(const dj_arguments *given)
{
    static const char *const verbs[] = {"test", "list", "profile", NULL};
    const size_t none = sizeof verbs / sizeof *verbs - 1;
    const char *word = given->n_operands ? given->operands[0] : "";
    size_t i = 0;
    while (i < none && strcmp(word, verbs[i]) != 0)
        i++;
    bool wants_paths = i == VERB_PROFILE;
    if (i < none && (given->n_operands > 1) == wants_paths)
        return i;
    if (i < none)
        dj_complain(wants_paths ? "rules profile wants stories; see 'daejo rules --help'"
                                : "rules test and rules list take nothing more; see 'daejo rules --help'");
    else if (*word)
        dj_complain_unknown("verb of rules", word, verbs, "it is test, list or profile");
    else
        dj_complain("rules wants one of test, list and profile; see 'daejo rules --help'");
    return none;
}

int dj_command_rules(const dj_arguments *given)
{
    size_t verb = verb_of(given);
    if (verb > VERB_PROFILE)
        return EXIT_TROUBLE;
    daejo_config *config = dj_configured(given);
    daejo_rules *rules = dj_configured_rules(given, config);
    if (!rules) {
        daejo_config_free(config);
        return EXIT_TROUBLE;
    }
    dj_output out;
    dj_output_open(NULL, &out);
    int status = verb == VERB_TEST ? test(&out, rules) : verb == VERB_LIST ? list(&out, rules) : profile(&out, rules, given);
    daejo_rules_free(rules);
    daejo_config_free(config);
    return dj_output_close(&out, true) ? status : EXIT_TROUBLE;
}
