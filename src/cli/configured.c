/* See configured.h. The file is looked for here and not in the library, which is told what to read. */
#define _POSIX_C_SOURCE 200809L
#include "cli/configured.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

bool dj_to_stderr(void *context, const char *bytes, size_t n)
{
    (void)context;
    return fwrite(bytes, 1, n, stderr) == n;
}

bool dj_text_is(daejo_text text, const char *word)
{
    return text.n == strlen(word) && memcmp(text.at, word, text.n) == 0;
}

/* "daejo.yaml", "../daejo.yaml", …: as short as can be, since it stands in messages and begins the paths that the file has */
static bool find_upwards(char path[PATH_MAX])
{
    char here[PATH_MAX];
    size_t levels = 0, n = 0;
    if (!getcwd(here, sizeof here))
        return false;
    for (const char *at = here; *at; at++)
        levels += *at == '/' && at[1];
    for (size_t i = 0; i <= levels && n + sizeof DJ_CONFIG_NAME < PATH_MAX; i++) {
        struct stat st;
        memcpy(path + n, DJ_CONFIG_NAME, sizeof DJ_CONFIG_NAME);
        if (stat(path, &st) == 0 && !S_ISDIR(st.st_mode))
            return true;
        memcpy(path + n, "../", strlen("../"));
        n += strlen("../");
    }
    return false;
}

daejo_config *dj_configured(const dj_arguments *given)
{
    char path[PATH_MAX + sizeof DJ_CONFIG_NAME];
    const char *named = dj_option_last(given, OPTION_CONFIG, NULL);
    if (named)
        return daejo_config_read(named);
    bool wanted = !dj_option_last(given, OPTION_NO_CONFIG, NULL);
    return wanted && find_upwards(path) ? daejo_config_read(path) : NULL;
}

daejo_rules *dj_configured_rules(const dj_arguments *given, const daejo_config *config)
{
    const char *directories[DJ_MOST_OPTIONS] = {NULL};
    size_t n = 0, n_wrong = config ? daejo_config_problem_count(config) : 0;
    for (size_t i = 0; i < given->n_options; i++) {
        if (given->options[i].option == OPTION_RULES_DIR)
            directories[n++] = given->options[i].value;
    }
    daejo_rules *rules = daejo_rules_load_with(config, directories, n, given->command == &dj_command_rows[COMMAND_RULES]);
    if (n_wrong == 0 && daejo_rules_usable(rules))
        return rules;
    for (size_t i = 0; i < n_wrong; i++) {
        daejo_problem problem = daejo_config_problem(config, i);
        daejo_problem_write(&problem, dj_to_stderr, NULL);
    }
    for (size_t i = 0; i < daejo_rules_problem_count(rules); i++) {
        daejo_problem problem = daejo_rules_problem(rules, i);
        daejo_problem_write(&problem, dj_to_stderr, NULL);
    }
    dj_complain(given->language, n_wrong ? "trouble-configuration" : "trouble-rules", NULL, 0);
    daejo_rules_free(rules);
    return NULL;
}

daejo_text dj_configured_value(const dj_arguments *given, const daejo_config *config, dj_option_name option, const char *key,
                               const char *fallback)
{
    const char *said = dj_option_last(given, option, NULL);
    for (size_t i = 0; !said && config && i < daejo_config_count(config); i++) {
        daejo_setting setting = daejo_config_at(config, i);
        if (dj_text_is(setting.key, key))
            return setting.value;
    }
    said = said ? said : fallback;
    return (daejo_text){said, strlen(said)};
}
