/* What a desk's fact sheet says, read for one set: each fact with its words as stems and its value as a mention. */
#ifndef DJ_CHECK_KNOWN_H
#define DJ_CHECK_KNOWN_H
#include "align/fact.h"
#include "read/sheet.h"

typedef struct dj_known {
    const dj_sheet_fact *fact;
    const dj_text *text; /* stems are those of the set */
    const dj_mention *claim; /* the value, in the sheet */
} dj_known;

typedef struct dj_knowns {
    DJ_VEC(dj_known) list; /* in the order of the sheet */
} dj_knowns;

/* Does the sentence of the mention speak of the fact? It has most words of `about` (checks.yaml says how many) or the
 * sentence before has some of them. *apart: bytes to the nearest of them. */
bool dj_known_is_meant(const dj_known *known, const dj_names *stems, double share, const dj_mention *mention, uint32_t *apart);
#endif
