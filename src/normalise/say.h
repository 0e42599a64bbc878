/* Values in words, as an editor would write them: "5000억 달러", "약 730조 원", "최대 5000억 달러", "2025년 1월 21일" or
 * "USD 500 billion", "at most …". The words are the pack's messages, so this lives behind the rule layer. */
#ifndef DJ_NORMALISE_SAY_H
#define DJ_NORMALISE_SAY_H
#include "rule/rules.h"

void dj_value_say(const dj_value *value, const dj_pack *pack, dj_buf *out);
#endif
