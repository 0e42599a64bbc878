/* Facts: what several mentions of a story set speak of. A mention in its fact is a claim. */
#ifndef DJ_ALIGN_FACT_H
#define DJ_ALIGN_FACT_H
#include "extract/mention.h"

typedef enum dj_status { DJ_AGREED, DJ_CONFLICT, DJ_SINGLE } dj_status;
const char *dj_status_name(dj_status status); /* "agreed", "conflict", "single" (contract) */

typedef struct dj_fact {
    dj_kind kind;
    dj_slice label; /* a few words of the story that say what the fact is about: "스타게이트 투자" */
    dj_status status;
    DJ_VEC(const dj_mention *) claims; /* by story, then place */
} dj_fact;

typedef struct dj_set { /* one story set through the stages after normalise */
    dj_slice name;
    DJ_VEC(dj_text *) texts; /* by path or id, so that the order of arguments does not matter */
    const dj_names *stems;
    DJ_VEC(dj_fact *) facts; /* most sources first */
} dj_set;
#endif
