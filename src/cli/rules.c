/* daejo rules: the examples of every rule, run; or a line a rule. */
#include <stdio.h>
#include <string.h>

#include "cli/job.h"
#include "cli/output.h"

enum { LONGEST_LINE = 4096 };

static int test(dj_output *out, const daejo_rules *rules)
{
    daejo_test counts = daejo_rules_test(rules, dj_output_write, out);
    char line[LONGEST_LINE];
    snprintf(line, sizeof line, "%zu rules, %zu examples, %zu failed\n", counts.rules, counts.examples, counts.failed);
    dj_output_write(out, line, strlen(line));
    return counts.failed ? EXIT_FINDINGS : EXIT_CLEAN;
}

static int list(dj_output *out, const daejo_rules *rules)
{
    for (size_t i = 0; i < daejo_rule_count(rules); i++) {
        daejo_rule rule = daejo_rule_at(rules, i);
        char line[LONGEST_LINE];
        snprintf(line, sizeof line, "%-28.*s %-9.*s %-4.*s %.*s:%u\n", (int)rule.id.n, rule.id.at, (int)rule.kind.n, rule.kind.at,
                 (int)rule.pack.n, rule.pack.at, (int)rule.path.n, rule.path.at, rule.line);
        dj_output_write(out, line, strlen(line));
    }
    return EXIT_CLEAN;
}

int dj_command_rules(const dj_arguments *given)
{
    static const char *const verbs[] = {"test", "list", NULL};
    const char *verb = given->n_operands == 1 ? given->operands[0] : "";
    bool is_test = strcmp(verb, verbs[0]) == 0;
    if (!is_test && strcmp(verb, verbs[1]) != 0) {
        if (*verb)
            dj_complain_unknown("verb of rules", verb, verbs, "it is test or list");
        else
            dj_complain("rules wants one of test and list; see 'daejo rules --help'");
        return EXIT_TROUBLE;
    }
    daejo_rules *rules = dj_job_rules(given);
    if (!rules)
        return EXIT_TROUBLE;
    dj_output out;
    dj_output_open(NULL, &out);
    int status = is_test ? test(&out, rules) : list(&out, rules);
    daejo_rules_free(rules);
    return dj_output_close(&out, true) ? status : EXIT_TROUBLE;
}
