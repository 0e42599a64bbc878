/* Facts: what several mentions of a story set speak of. A mention in its fact is a claim. */
#ifndef DJ_ALIGN_FACT_H
#define DJ_ALIGN_FACT_H
#include "extract/mention.h"

typedef enum dj_status { DJ_AGREED, DJ_CONFLICT, DJ_SINGLE } dj_status;
const char *dj_status_name(dj_status status); /* "agreed", "conflict", "single" (contract) */

/* Claims that state the same value of one fact. All but the first version of a fact say why they belong to it: the
 * claim that is likest to one of another version, and how sure the link is. */
typedef struct dj_version {
    DJ_VEC(const dj_mention *) claims; /* by story, then place */
    size_t n_stories;
    size_t n_voices, n_copies; /* independent sources among them, and outlets that are none, since they copied (voice.h) */
    const dj_mention *claim, *against; /* NULL for the first version */
    double strength; /* 0..1; 1 for the first version */
    const struct dj_evidence *evidence; /* what the strength was reckoned from; NULL for the first version */
} dj_version;

typedef struct dj_fact {
    dj_kind kind;
    dj_slice label; /* a few words of the story that say what the fact is about: "스타게이트 투자" */
    dj_status status;
    DJ_VEC(dj_version) versions; /* most stories first; more than one where the sources disagree */
} dj_fact;

typedef struct dj_set { /* one story set through the stages after normalise */
    dj_slice name;
    DJ_VEC(dj_text *) texts; /* by path or id, so that the order of arguments does not matter */
    const dj_names *stems;
    const double *rarity; /* of each stem in the language of `rated` (frequency.h) */
    const dj_pack *rated; /* NULL before the facts are made */
    uint32_t n_copied; /* texts that stories copied: numbers of dj_text.copied are 1..n_copied */
    DJ_VEC(dj_fact *) facts; /* most sources first */
} dj_set;

void dj_set_rate(dj_arena *arena, dj_set *set); /* looks up the rarity of every stem, in the language of the first text */
double dj_stem_rarity(const dj_set *set, const dj_pack *pack, uint32_t stem);

/* All claims of a fact, of the first version first. */
size_t dj_fact_claims(const dj_fact *fact);
const dj_mention *dj_fact_claim(const dj_fact *fact, size_t i);
#endif
