/* The rules of a SARIF report: all checks, in the order of their table, by their numbers. */
#ifndef DJ_REPORT_SARIF_RULES_H
#define DJ_REPORT_SARIF_RULES_H
#include "base/json_out.h"
#include "check/table.h"

void dj_sarif_rule_id(dj_json *json, const char *key, const dj_check_info *check); /* "DJ1001" */
void dj_sarif_write_rules(dj_json *json, const dj_pack *speech);

/* A SARIF message string: harmless as on a screen but for line ends, braces doubled, and brackets escaped where links are
 * possible. */
void dj_sarif_add(dj_buf *out, dj_slice text, bool has_links);
#endif
