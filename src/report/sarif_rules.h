/* The rules of a SARIF report: the checks that found something, by their numbers. */
#ifndef DJ_REPORT_SARIF_RULES_H
#define DJ_REPORT_SARIF_RULES_H
#include "base/json_out.h"
#include "check/table.h"
#include "report/listed.h"

typedef struct dj_sarif_rules {
    bool is_used[DJ_CHECKS]; /* by row of checks.def */
} dj_sarif_rules;

dj_sarif_rules dj_sarif_rules_of(const dj_listing *all);
size_t dj_sarif_rule_index(const dj_sarif_rules *rules, const dj_check_info *check);
void dj_sarif_rule_id(dj_json *json, const char *key, const dj_check_info *check); /* "DJ1001" */
void dj_sarif_write_rules(dj_json *json, const dj_sarif_rules *rules, const dj_pack *speech);

/* A SARIF message string: harmless as on a screen but for line ends, braces doubled, and brackets escaped where links are
 * possible. */
void dj_sarif_add(dj_buf *out, dj_slice text, bool has_links);
#endif
