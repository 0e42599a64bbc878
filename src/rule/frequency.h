/* How common stems are in the language at large: a pack's frequencies.tsv, "stem<TAB>stories with it" a line, the first
 * line "<TAB>stories counted". Counted over newspaper stories by tests/eval/count_stems.sh. */
#ifndef DJ_RULE_FREQUENCY_H
#define DJ_RULE_FREQUENCY_H
#include "base/diag.h"

typedef struct dj_frequencies dj_frequencies;

/* Keeps the bytes; a line that cannot be read adds a diagnostic and is passed over. */
dj_frequencies *dj_frequencies_parse(dj_arena *arena, dj_slice path, dj_slice bytes, dj_diags *diags);
/* log(1 + stories counted / (1 + stories with the stem)), over the same of a stem never seen: 0..1. 1 without frequencies. */
double dj_rarity(const dj_frequencies *frequencies, dj_slice stem);
#endif
