/* daejo explain: what a check looks for, or all checks with one line each. */
#include <stdio.h>
#include <string.h>

#include "cli/configured.h"
#include "cli/job.h"
#include "cli/output.h"

static void put_text(dj_output *out, daejo_text text)
{
    dj_output_write(out, text.at, text.n);
}

static void list(dj_output *out, const daejo_rules *rules, const char *language)
{
    for (size_t i = 0; i < daejo_check_count(); i++) {
        dj_output_fmt(out, "%-26s", daejo_check_id(i));
        put_text(out, daejo_check_doc(rules, daejo_check_id(i), language));
        dj_output_text(out, "\n");
    }
}

static bool explain(dj_output *out, const daejo_rules *rules, const char *id, const char *language)
{
    const char *all[DJ_MOST_CHECKS + 1] = {NULL};
    for (size_t i = 0; i < daejo_check_count() && i < DJ_MOST_CHECKS; i++)
        all[i] = daejo_check_id(i);
    daejo_text doc = daejo_check_doc(rules, id, language), text = daejo_check_explain(rules, id, language);
    if (doc.n == 0) {
        dj_complain_unknown("check", id, all, "see 'daejo explain'");
        return false;
    }
    dj_output_fmt(out, "%s: ", id);
    put_text(out, doc);
    dj_output_text(out, text.n ? "\n\n" : "\n");
    put_text(out, text);
    return true;
}

int dj_command_explain(const dj_arguments *given)
{
    const char *language = dj_option_last(given, OPTION_EXPLAIN_LANG, "en");
    daejo_rules *rules = dj_configured_rules(given, NULL);
    if (!rules)
        return EXIT_TROUBLE;
    dj_output out;
    dj_output_open(NULL, &out);
    if (given->n_operands == 0)
        list(&out, rules, language);
    bool okay = true;
    for (size_t i = 0; i < given->n_operands && okay; i++)
        okay = explain(&out, rules, given->operands[i], language);
    daejo_rules_free(rules);
    return dj_output_close(&out, true) && okay ? EXIT_CLEAN : EXIT_TROUBLE;
}
