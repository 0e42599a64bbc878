/* Facts against sources: a row a fact that two or more stories speak of, a column a story. */
#ifndef DJ_REPORT_TABLE_H
#define DJ_REPORT_TABLE_H
#include "check/finding.h"
#include "report/flow.h"

bool dj_table_has_rows(const dj_set *set);
void dj_table(dj_flow *flow, const dj_set *set, const dj_findings *findings, const dj_pack *speech);
#endif
