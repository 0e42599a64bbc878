/* How common stems are in the language at large: a pack's frequencies.tsv, "stem<TAB>stories with it" a line, the first
 * line "<TAB>stories counted". Counted over newspaper stories by tests/eval/count_stems.sh. */
#ifndef DJ_RULE_FREQUENCY_H
#define DJ_RULE_FREQUENCY_H
#include "base/diag.h"

typedef struct dj_frequencies dj_frequencies;

/* NULL where there is no such file (no error: every stem is then as rare as any) or it cannot be read. */
dj_frequencies *dj_frequencies_load(dj_arena *arena, const char *path, dj_diags *diags);
/* log(1 + stories counted / (1 + stories with the stem)), over the same of a stem never seen: 0..1. 1 without frequencies. */
double dj_rarity(const dj_frequencies *frequencies, dj_slice stem);
#endif
