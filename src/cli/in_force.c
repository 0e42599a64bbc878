/* See in_force.h. */
#include "cli/in_force.h"

#include <stdio.h>
#include <string.h>

#include "cli/configured.h"

daejo_text dj_in_force_text(const char *text)
{
    return (daejo_text){text, strlen(text)};
}

void dj_in_force_line(dj_in_force *v, const char *key, daejo_text value, daejo_text from, unsigned at)
{
    dj_output_fmt(&v->out, "%-32s ", key);
    daejo_text_show(value, dj_output_write, &v->out);
    dj_output_text(&v->out, "  [");
    daejo_text_show(from, dj_output_write, &v->out);
    if (at)
        dj_output_fmt(&v->out, ":%u", at);
    dj_output_text(&v->out, "]\n");
}

static bool is_left_out(dj_in_force *v, bool is_shipped)
{
    bool is_out = v->has_changed_only && is_shipped;
    v->n_left_out += is_out;
    return is_out;
}

void dj_in_force_default(dj_in_force *v, const char *key, const char *value)
{
    if (!is_left_out(v, true))
        dj_in_force_line(v, key, dj_in_force_text(value), dj_in_force_text("default"), 0);
}

static void setting_line(dj_in_force *v, const char *key, size_t i)
{
    daejo_setting s = daejo_rules_setting_at(v->rules, i);
    if (!is_left_out(v, daejo_rules_setting_is_shipped(v->rules, i)))
        dj_in_force_line(v, key, s.value, s.path, s.line);
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

static bool config_has_off(const dj_in_force *v, const char *key, daejo_setting *out)
{
    for (size_t i = 0; v->config && i < daejo_config_count(v->config); i++) {
        *out = daejo_config_at(v->config, i);
        if (dj_text_is(out->key, key) && (dj_text_is(out->value, "off") || dj_text_is(out->value, "false")))
            return true;
    }
    return false;
}

void dj_in_force_check(dj_in_force *v, size_t i)
{
    const char *id = daejo_check_id(i);
    char key[DJ_LONGEST_KEY], name[DJ_LONGEST_KEY];
    daejo_setting off;
    snprintf(key, sizeof key, "checks.%s", id);
    snprintf(name, sizeof name, "%s.severity", id);
    bool has_only = dj_option_last(v->given, OPTION_ONLY, NULL) != NULL;
    if (names(v->given, OPTION_SKIP, id) || (has_only && !names(v->given, OPTION_ONLY, id))) {
        dj_in_force_line(v, key, dj_in_force_text("off"), dj_in_force_text("command line"), 0);
        return;
    }
    if (!has_only && config_has_off(v, key, &off)) {
        dj_in_force_line(v, key, dj_in_force_text("off"), off.path, off.line);
        return;
    }
    for (size_t s = 0; s < daejo_rules_setting_count(v->rules); s++) {
        if (!dj_text_is(daejo_rules_setting_at(v->rules, s).key, name))
            continue;
        setting_line(v, key, s);
        return;
    }
    dj_in_force_default(v, key, daejo_check_severity(i));
}

/* `conversion` is a section of conversion-rate and conversion-conflict alike */
static bool is_of(daejo_text key, const char *check)
{
    const char *dot = memchr(key.at, '.', key.n);
    size_t n = dot ? (size_t)(dot - key.at) : key.n;
    return strncmp(check, key.at, n) == 0 && (check[n] == '\0' || check[n] == '-');
}

void dj_in_force_settings(dj_in_force *v, const char *check)
{
    for (size_t i = 0; i < daejo_rules_setting_count(v->rules); i++) {
        daejo_setting s = daejo_rules_setting_at(v->rules, i);
        const size_t severity = strlen(".severity");
        char key[DJ_LONGEST_KEY];
        snprintf(key, sizeof key, "checks.%.*s", (int)s.key.n, s.key.at);
        if (check && !is_of(s.key, check))
            continue;
        if (s.key.n < severity || strcmp(key + strlen(key) - severity, ".severity") != 0) /* told with the checks */
            setting_line(v, key, i);
    }
}
