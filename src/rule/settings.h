/* Thresholds and severities from rules/checks.yaml:
 *   conversion-rate: {severity: error, tolerance: 0.03, days: 120}
 * Each key must be known to the check that owns it (the loader asks dj_settings_check). */
#ifndef DJ_RULE_SETTINGS_H
#define DJ_RULE_SETTINGS_H
#include "rule/rules.h"

typedef struct dj_settings dj_settings;
/* Never NULL: without a checks.yaml every look-up gives its fallback. */
const dj_settings *dj_rules_settings(const dj_rules *rules);
dj_dec dj_setting(const dj_settings *settings, const char *section, const char *key, dj_dec fallback);
dj_slice dj_setting_text(const dj_settings *settings, const char *section, const char *key, dj_slice fallback);
#endif
