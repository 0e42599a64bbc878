/* The part of quote-wording that looks at one word in the place of another (align/exchange.h). */
#ifndef DJ_CHECK_EXCHANGED_H
#define DJ_CHECK_EXCHANGED_H
#include "check/check.h"

typedef DJ_VEC(const dj_mention *) dj_quotes_told; /* quotations that a finding shows as the odd ones */
bool dj_is_quote_told(const dj_quotes_told *told, const dj_mention *quote);

/* Of one quotation one word is told: whoever looks at it sees the others. The same two words exchanged in several quotations
 * of a set (할리에게 / 로버트에게, 할리가 / 로버트가) are one finding. */
void dj_tell_exchanges(dj_checking *k, dj_quotes_told *told);
#endif
