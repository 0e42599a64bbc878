/* A fact as a row of a table, a cell a story: which of its claims are the usual ones and which the odd. */
#ifndef DJ_REPORT_ROW_H
#define DJ_REPORT_ROW_H
#include "check/finding.h"

typedef struct dj_claimed { /* the claims of all findings in force, by address */
    const dj_mention **at;
    size_t n;
} dj_claimed;
dj_claimed dj_claimed_by(dj_arena *arena, const dj_findings *findings);

typedef struct dj_standing {
    size_t usual; /* the version with most support */
    bool is_tie; /* another has as much: nobody is the odd one, all are marked */
    bool is_told; /* a finding has a claim of the fact */
} dj_standing;

bool dj_is_row(const dj_fact *fact); /* two stories or more speak of it */
dj_standing dj_row_weigh(const dj_fact *fact, const dj_claimed *all);
bool dj_row_odd(const dj_fact *fact, dj_standing standing, size_t version);
/* What a story says of a fact: an odd claim before a usual one; NULL for none. It is odd too where another claim of the
 * same figure bounds it the other way, at most against at least. */
const dj_mention *dj_row_claim(const dj_fact *fact, dj_standing standing, const dj_text *text, bool *odd);
dj_slice dj_short_source(const dj_story *story); /* a publisher, or a file's name without its suffix */
#endif
