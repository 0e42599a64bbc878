/* The public library: rule sets, from folders and a configuration to what runs share. */
#include "engine/library.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "check/check.h"
#include "engine/shipped.h"
#include "rule/settings.h"

static const dj_rates *rates_of(daejo_rules *rules, const char *const *directories, size_t n)
{
    for (size_t i = n; i > 0; i--) {
        size_t size = strlen(directories[i - 1]) + sizeof "/rates.csv";
        char *path = dj_alloc(rules->arena, size);
        snprintf(path, size, "%s/rates.csv", directories[i - 1]);
        if (dj_is_file(path))
            return dj_rates_load(rules->arena, path, &rules->problems);
    }
    return NULL;
}

/* a setting that no check reads is a slip of the keyboard: the rules are not used then */
static void check_settings(daejo_rules *rules)
{
    const char *checks[DJ_CHECKS];
    size_t before = rules->problems.list.n;
    if (rules->config && rules->config->checks.root)
        dj_rules_configure(rules->arena, rules->set, &rules->config->checks, &rules->problems);
    for (size_t i = 0; i < DJ_CHECKS; i++)
        checks[i] = dj_check_about(i)->id;
    dj_settings_check(dj_rules_settings(rules->set), checks, DJ_CHECKS, &rules->problems);
    if (rules->problems.list.n == before)
        return;
    dj_rules_free(rules->set);
    rules->set = NULL;
}

static daejo_rules *load(const daejo_config *config, const char *const *directories, size_t n, bool with_shipped, bool whole)
{
    daejo_rules *rules = dj_grow(NULL, sizeof *rules);
    *rules = (daejo_rules){.arena = dj_arena_new(), .config = config, .has_shipped = with_shipped};
    rules->problems.arena = rules->arena;
    size_t n_own = config ? config->rows.n : 0, count = 0;
    const char **all = dj_alloc(rules->arena, (n + n_own + 1) * sizeof *all);
    dj_config_row own;
    if (with_shipped)
        all[count++] = dj_shipped_rules(rules->arena);
    for (size_t i = 0; config && dj_config_value(config, "rules", i, &own); i++)
        all[count++] = own.value.at; /* with a NUL behind it */
    for (size_t i = 0; i < n; i++)
        all[count++] = dj_copy(rules->arena, directories[i], strlen(directories[i]));
    rules->set = with_shipped && !whole ? dj_rules_load_proven(rules->arena, all, count, &rules->problems)
                                        : dj_rules_load(rules->arena, all, count, &rules->problems);
    if (rules->set && with_shipped)
        check_settings(rules);
    rules->rates = rates_of(rules, all, count);
    if (rules->set)
        rules->n_settings = dj_settings_list(rules->arena, dj_rules_settings(rules->set), &rules->settings);
    return rules;
}

daejo_rules *daejo_rules_load(const char *const *directories, size_t n)
{
    return load(NULL, directories, n, true, false);
}

daejo_rules *daejo_rules_load_whole(const char *const *directories, size_t n)
{
    return load(NULL, directories, n, true, true);
}

daejo_rules *daejo_rules_load_with(const daejo_config *config, const char *const *directories, size_t n, bool whole)
{
    return load(config, directories, n, true, whole);
}

daejo_rules *daejo_rules_load_only(const char *const *directories, size_t n)
{
    return load(NULL, directories, n, false, true);
}

void daejo_rules_free(daejo_rules *rules)
{
    if (!rules)
        return;
    if (rules->set)
        dj_rules_free(rules->set);
    dj_arena_free(rules->arena);
    free(rules);
}

bool daejo_rules_usable(const daejo_rules *rules)
{
    return rules->set != NULL;
}
