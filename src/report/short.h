/* Values in the few columns of a table's cell: bounds as signs, days as numbers. */
#ifndef DJ_REPORT_SHORT_H
#define DJ_REPORT_SHORT_H
#include "extract/mention.h"

const char *dj_bound_sign(dj_bound bound); /* "≤", "≈"; empty for an exact figure and a range */
/* "≤5000억 달러", "2025-02-04"; what was read but not resolved, as the story has it */
void dj_say_short(const dj_mention *claim, const dj_pack *speech, dj_buf *out);
#endif
