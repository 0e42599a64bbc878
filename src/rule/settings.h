/* Thresholds and severities from rules/checks.yaml:
 *   conversion-rate: {severity: error, tolerance: 0.03, days: 120}
 * A later directory's checks.yaml replaces single settings. */
#ifndef DJ_RULE_SETTINGS_H
#define DJ_RULE_SETTINGS_H
#include "rule/rules.h"

typedef struct dj_settings dj_settings;

dj_settings *dj_settings_new(dj_arena *arena, const dj_yaml *files, size_t n, dj_diags *diags); /* for the loader */
/* Never NULL: without a checks.yaml every look-up gives its fallback. */
const dj_settings *dj_rules_settings(const dj_rules *rules);
dj_dec dj_setting(const dj_settings *settings, const char *section, const char *key, dj_dec fallback);
dj_slice dj_setting_text(const dj_settings *settings, const char *section, const char *key, dj_slice fallback);

typedef struct dj_setting_row {
    dj_slice name, value; /* "conversion-rate.error" */
    dj_place place; /* of what decides */
    bool is_of_first; /* the first file decides */
} dj_setting_row;
size_t dj_settings_list(dj_arena *arena, const dj_settings *settings, dj_setting_row **out);

/* The first checks.yaml is the shipped one and names every setting; a later one may set what it names, and the severity of
 * any check. An error for every other section or key, and for a text where a number belongs. */
void dj_settings_check(const dj_settings *settings, const char *const *checks, size_t n, dj_diags *diags);
#endif
