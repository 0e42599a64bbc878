/* daejo explain: what a check looks for and what is in force for it, or all checks with one line each. */
#include <stdio.h>
#include <string.h>

#include "cli/configured.h"
#include "cli/in_force.h"
#include "cli/job.h"

static void list(dj_in_force *v, const char *language)
{
    for (size_t i = 0; i < daejo_check_count(); i++) {
        daejo_text doc = daejo_check_doc(v->rules, daejo_check_id(i), language);
        dj_output_fmt(&v->out, "%-26s%.*s\n", daejo_check_id(i), (int)doc.n, doc.at);
    }
}

static bool explain(dj_in_force *v, const char *id, const char *language)
{
    const char *all[DJ_MOST_CHECKS + 1] = {NULL};
    size_t row = daejo_check_count();
    for (size_t i = 0; i < daejo_check_count() && i < DJ_MOST_CHECKS; i++) {
        all[i] = daejo_check_id(i);
        if (strcmp(all[i], id) == 0)
            row = i;
    }
    if (row == daejo_check_count()) {
        dj_complain_unknown(language, "check", id, daejo_nearest(id, all), NULL);
        return false;
    }
    daejo_text doc = daejo_check_doc(v->rules, id, language), text = daejo_check_explain(v->rules, id, language);
    dj_output_fmt(&v->out, "%s: %.*s\n%s", id, (int)doc.n, doc.at, text.n ? "\n" : "");
    dj_output_write(&v->out, text.at, text.n);
    dj_output_text(&v->out, "\n");
    dj_in_force_check(v, row);
    dj_in_force_settings(v, id);
    return true;
}

int dj_command_explain(const dj_arguments *given)
{
    const char *language = given->language;
    daejo_config *config = dj_configured(given);
    if (config && daejo_config_problem_count(config)) { /* whose errors an explanation may help to mend */
        char path[DJ_LONGEST_PATH];
        snprintf(path, sizeof path, "%.*s", (int)daejo_config_path(config).n, daejo_config_path(config).at);
        dj_complain(language, "trouble-explained-without", &(daejo_word){"path", path}, 1);
        daejo_config_free(config);
        config = NULL;
    }
    daejo_rules *rules = dj_configured_rules(given, config);
    bool okay = rules != NULL;
    if (rules) {
        dj_in_force v = {.given = given, .config = config, .rules = rules};
        dj_output_open(given->language, NULL, &v.out);
        if (given->n_operands == 0)
            list(&v, language);
        for (size_t i = 0; i < given->n_operands && okay; i++) {
            dj_output_text(&v.out, i ? "\n" : "");
            okay = explain(&v, given->operands[i], language);
        }
        okay = dj_output_close(&v.out, true) && okay;
        daejo_rules_free(rules);
    }
    daejo_config_free(config);
    return okay ? EXIT_CLEAN : EXIT_TROUBLE;
}
