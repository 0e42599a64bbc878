/* A place in an order with what makes it one: who holds it, among whom, by what it is reckoned and where. 현지 1위 and 점유율 3위
 * go together; two places of one holder in one order do not. */
#ifndef DJ_CHECK_RANKING_H
#define DJ_CHECK_RANKING_H
#include "align/scope.h"
#include "check/check.h"

typedef struct dj_ranking {
    const dj_mention *claim;
    dj_slice holder; /* 지리 of 지리는 점유율 3위, and of 3위 업체인 지리 */
    dj_slice among, by, where; /* values of the lexicons rank_among and rank_measure, and a country; empty for none said */
    dj_scope scope;
} dj_ranking;

/* false for ordinals that are no ranks (lexicon rank_unit), and where no holder is named */
bool dj_ranking_of(dj_checking *k, size_t at, const dj_text *text, dj_ranking *out);
/* Are both places of one holder in one order? */
bool dj_rankings_meet(const dj_ranking *a, const dj_ranking *b);
#endif
