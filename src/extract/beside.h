/* What stands right beside a mention, by a pattern of its pack. */
#ifndef DJ_EXTRACT_BESIDE_H
#define DJ_EXTRACT_BESIDE_H
#include "extract/mention.h"

/* The pack's pattern, where it matches right behind the mention; NULL where it does not, or is none. What its groups matched
 * are bytes of the mention's field. */
const dj_regex *dj_matches_behind(const dj_mention *m, const char *pattern, dj_scratch *scratch);
/* the same where it matches within the last `words` words before the mention */
const dj_regex *dj_matches_before(const dj_mention *m, const char *pattern, uint32_t words, dj_scratch *scratch);
/* Does it match between the end of `a` and the start of `b`, which stands behind it in the same field? `at_once`: right behind
 * `a`. False where the pack has no such pattern. */
bool dj_matches_between(const dj_mention *a, const dj_mention *b, const char *pattern, bool at_once, dj_scratch *scratch);
/* what the group matched; empty where it did not take part */
dj_slice dj_matched_beside(const dj_mention *m, const dj_regex *regex, const char *group, const dj_scratch *scratch);
dj_slice dj_group_that_matched(const dj_regex *regex, const dj_scratch *scratch); /* the name of the first group that took part */
#endif
