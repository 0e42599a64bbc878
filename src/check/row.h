/* The counts of one unit in the sentence of a figure, in order, each with the word that it stands behind. */
#ifndef DJ_CHECK_ROW_H
#define DJ_CHECK_ROW_H
#include "align/fact.h"

enum { DJ_ROW_COUNTS = 12 /* of a sentence that are looked at */ };

typedef struct dj_row {
    const dj_mention *at[DJ_ROW_COUNTS];
    uint32_t label
        [DJ_ROW_COUNTS]; /* stem of the noun right before it: 여성 of 여성이 97명; 0 where a mark parts them, or none is there */
    size_t n, own; /* own: index of the figure itself; DJ_ROW_COUNTS where it is past those looked at, or no count */
} dj_row;

dj_row dj_row_of(const dj_mention *m, const dj_names *stems); /* stems: of the set */
/* Where the sentence of the one says 경기 82명, its 전북 5명 is not 경기 4명 of the other. */
bool dj_rows_stand_apart(const dj_row *a, const dj_row *b);
#endif
