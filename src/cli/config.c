/* daejo config: what is in force and from where, a line each: the keys of a configuration, the checks, their settings. */
#include <stdio.h>
#include <string.h>

#include "cli/configured.h"
#include "cli/job.h"
#include "cli/output.h"

enum { LONGEST_KEY = 128 };

typedef struct view {
    dj_output out;
    const dj_arguments *given;
    const daejo_config *config;
    const daejo_rules *rules;
} view;

/* what stands for a key on the command line, and where nothing is said */
typedef struct counterpart {
    const char *key;
    dj_option_name option;
    const char *fallback;
} counterpart;

static const counterpart counterparts[] = {
    {"rules", OPTION_RULES_DIR, "the shipped ones"}, {"rates", OPTION_RATES, "the shipped ones"}, {"facts", OPTION_FACTS, "none"},
    {"sets", OPTION_SET_BY, "given"},                {"lang", OPTION_LANG, "that of the stories"}, {"fail-on", OPTION_FAIL_ON, "warning"},
};

static daejo_text text_of(const char *text)
{
    return (daejo_text){text, strlen(text)};
}

static void put(view *v, daejo_text text)
{
    dj_output_write(&v->out, text.at, text.n);
}

static void line(view *v, const char *key, daejo_text value, daejo_text from, unsigned at)
{
    char head[LONGEST_KEY], place[16] = "";
    snprintf(head, sizeof head, "%-32s ", key);
    if (at)
        snprintf(place, sizeof place, ":%u", at);
    put(v, text_of(head));
    put(v, value);
    put(v, text_of("  ["));
    put(v, from);
    put(v, text_of(place));
    put(v, text_of("]\n"));
}

/* the lines of a key; whether the configuration has any */
static bool of_config(view *v, const char *key)
{
    bool any = false;
    for (size_t i = 0; v->config && i < daejo_config_count(v->config); i++) {
        daejo_setting s = daejo_config_at(v->config, i);
        if (!dj_text_is(s.key, key))
            continue;
        line(v, key, s.value, s.path, s.line);
        any = true;
    }
    return any;
}

/* the configuration first, then the command line, which comes later and, where one value counts, is alone */
static void key_lines(view *v, const counterpart *of)
{
    bool is_list = of->option == OPTION_RULES_DIR || of->option == OPTION_FACTS;
    const char *last = dj_option_last(v->given, of->option, NULL);
    bool any = (is_list || !last) && of_config(v, of->key);
    for (size_t i = 0; i < v->given->n_options; i++)
        if (v->given->options[i].option == of->option && (is_list || v->given->options[i].value == last))
            line(v, of->key, text_of(v->given->options[i].value), text_of("command line"), 0);
    if (!any && !last)
        line(v, of->key, text_of(of->fallback), text_of("default"), 0);
}

static void suppression_lines(view *v)
{
    for (size_t i = 0; v->config && i < daejo_config_count(v->config); i++) {
        daejo_setting s = daejo_config_at(v->config, i);
        char key[LONGEST_KEY];
        snprintf(key, sizeof key, "%.*s", (int)s.key.n, s.key.at);
        if (strncmp(key, "suppressions.", strlen("suppressions.")) == 0)
            line(v, key, s.value, s.path, s.line);
    }
}

/* whether an option of the command line has `id` among its checks */
static bool names(const dj_arguments *given, dj_option_name option, const char *id)
{
    for (size_t i = 0; i < given->n_options; i++) {
        for (const char *at = given->options[i].option == option ? given->options[i].value : ""; *at;) {
            size_t n = strcspn(at, ",");
            if (n == strlen(id) && strncmp(at, id, n) == 0)
                return true;
            at += n + (at[n] == ',');
        }
    }
    return false;
}

static bool config_has_off(const view *v, const char *key, daejo_setting *out)
{
    for (size_t i = 0; v->config && i < daejo_config_count(v->config); i++) {
        *out = daejo_config_at(v->config, i);
        if (dj_text_is(out->key, key) && (dj_text_is(out->value, "off") || dj_text_is(out->value, "false")))
            return true;
    }
    return false;
}

/* off and by whom, or the severity and by whom */
static void check_line(view *v, size_t i)
{
    const char *id = daejo_check_id(i);
    char key[LONGEST_KEY], name[LONGEST_KEY];
    daejo_setting off;
    snprintf(key, sizeof key, "checks.%s", id);
    snprintf(name, sizeof name, "%s.severity", id);
    bool has_only = dj_option_last(v->given, OPTION_ONLY, NULL) != NULL;
    if (names(v->given, OPTION_SKIP, id) || (has_only && !names(v->given, OPTION_ONLY, id))) {
        line(v, key, text_of("off"), text_of("command line"), 0);
        return;
    }
    if (!has_only && config_has_off(v, key, &off)) {
        line(v, key, text_of("off"), off.path, off.line);
        return;
    }
    for (size_t s = 0; s < daejo_rules_setting_count(v->rules); s++) {
        daejo_setting setting = daejo_rules_setting_at(v->rules, s);
        if (!dj_text_is(setting.key, name))
            continue;
        line(v, key, setting.value, setting.path, setting.line);
        return;
    }
    line(v, key, text_of(daejo_check_severity(i)), text_of("default"), 0);
}

static void setting_lines(view *v)
{
    for (size_t i = 0; i < daejo_rules_setting_count(v->rules); i++) {
        daejo_setting s = daejo_rules_setting_at(v->rules, i);
        const size_t severity = strlen(".severity");
        char key[LONGEST_KEY];
        snprintf(key, sizeof key, "checks.%.*s", (int)s.key.n, s.key.at);
        if (s.key.n < severity || strcmp(key + strlen(key) - severity, ".severity") != 0) /* told with the checks */
            line(v, key, s.value, s.path, s.line);
    }
}

static bool print(view *v)
{
    dj_output_open(NULL, &v->out);
    for (size_t i = 0; i < sizeof counterparts / sizeof *counterparts; i++)
        key_lines(v, &counterparts[i]);
    suppression_lines(v);
    for (size_t i = 0; i < daejo_check_count(); i++)
        check_line(v, i);
    setting_lines(v);
    return dj_output_close(&v->out, true);
}

int dj_command_config(const dj_arguments *given)
{
    if (given->n_operands) {
        dj_complain("config takes no more than options; see 'daejo config --help'");
        return EXIT_TROUBLE;
    }
    daejo_config *config = dj_configured(given);
    daejo_rules *rules = dj_configured_rules(given, config);
    bool okay = rules != NULL;
    if (okay) {
        view v = {.given = given, .config = config, .rules = rules};
        okay = print(&v);
        daejo_rules_free(rules);
    }
    daejo_config_free(config);
    return okay ? EXIT_CLEAN : EXIT_TROUBLE;
}
