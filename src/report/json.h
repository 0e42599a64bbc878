/* What the JSON formats share. */
#ifndef DJ_REPORT_JSON_H
#define DJ_REPORT_JSON_H
#include "base/json_out.h"
#include "check/finding.h"

/* The keys by which a mention is found: set, story, path, source; then field, kind, start, end, line, column, text. */
void dj_json_story(dj_json *json, dj_slice set, const dj_story *story);
void dj_json_place(dj_json *json, const dj_mention *mention);
void dj_json_day(dj_json *json, dj_day day); /* null where unknown */
/* one object each, by the contract */
void dj_json_claim(dj_json *json, dj_slice set, const dj_mention *mention);
void dj_json_finding(dj_json *json, dj_slice set, const dj_finding *f);
#endif
