/* daejo config: what is in force and from where, a line each: the keys of a configuration, the checks, their settings. What is
 * as shipped is left out, unless --all is given: of some 180 lines those that somebody wrote are what a desk looks for. */
#include <stdio.h>
#include <string.h>

#include "cli/configured.h"
#include "cli/in_force.h"

/* what stands for a key on the command line, and where nothing is said */
typedef struct counterpart {
    const char *key;
    dj_option_name option;
    const char *fallback;
} counterpart;

static const counterpart counterparts[] = {
    {"rules", OPTION_RULES_DIR, "the shipped ones"},
    {"rates", OPTION_RATES, "the shipped ones"},
    {"facts", OPTION_FACTS, "none"},
    {"sets", OPTION_SET_BY, "given"},
    {"lang", OPTION_LANG, "that of the stories"},
    {"fail-on", OPTION_FAIL_ON, "warning"},
};

/* the lines of a key; whether the configuration has any */
static bool of_config(dj_in_force *v, const char *key)
{
    bool any = false;
    for (size_t i = 0; v->config && i < daejo_config_count(v->config); i++) {
        daejo_setting s = daejo_config_at(v->config, i);
        if (!dj_text_is(s.key, key))
            continue;
        dj_in_force_line(v, key, s.value, s.path, s.line);
        any = true;
    }
    return any;
}

/* the configuration first, then the command line, which comes later and, where one value counts, is alone */
static void key_lines(dj_in_force *v, const counterpart *of)
{
    bool is_list = of->option == OPTION_RULES_DIR || of->option == OPTION_FACTS;
    const char *last = dj_option_last(v->given, of->option, NULL);
    bool any = (is_list || !last) && of_config(v, of->key);
    for (size_t i = 0; i < v->given->n_options; i++)
        if (v->given->options[i].option == of->option && (is_list || v->given->options[i].value == last))
            dj_in_force_line(v, of->key, dj_in_force_text(v->given->options[i].value), dj_in_force_text("command line"), 0);
    if (!any && !last)
        dj_in_force_default(v, of->key, of->fallback);
}

static void suppression_lines(dj_in_force *v)
{
    for (size_t i = 0; v->config && i < daejo_config_count(v->config); i++) {
        daejo_setting s = daejo_config_at(v->config, i);
        char key[DJ_LONGEST_KEY];
        snprintf(key, sizeof key, "%.*s", (int)s.key.n, s.key.at);
        if (strncmp(key, "suppressions.", strlen("suppressions.")) == 0)
            dj_in_force_line(v, key, s.value, s.path, s.line);
    }
}

static bool print(dj_in_force *v)
{
    dj_output_open(v->given->language, NULL, &v->out);
    for (size_t i = 0; i < sizeof counterparts / sizeof *counterparts; i++)
        key_lines(v, &counterparts[i]);
    suppression_lines(v);
    for (size_t i = 0; i < daejo_check_count(); i++)
        dj_in_force_check(v, i);
    dj_in_force_settings(v, NULL);
    if (v->n_left_out)
        dj_output_fmt(&v->out, "%zu more are as shipped; --all prints them\n", v->n_left_out);
    return dj_output_close(&v->out, true);
}

int dj_command_config(const dj_arguments *given)
{
    if (given->n_operands) {
        dj_complain(given->language, "usage-no-operands", &(daejo_word){"command", given->command->name}, 1);
        return EXIT_TROUBLE;
    }
    daejo_config *config = dj_configured(given);
    daejo_rules *rules = dj_configured_rules(given, config);
    bool okay = rules != NULL;
    if (okay) {
        dj_in_force v = {.given = given,
                         .config = config,
                         .rules = rules,
                         .has_changed_only = !dj_option_last(given, OPTION_ALL_SETTINGS, NULL)};
        okay = print(&v);
        daejo_rules_free(rules);
    }
    daejo_config_free(config);
    return okay ? EXIT_CLEAN : EXIT_TROUBLE;
}
