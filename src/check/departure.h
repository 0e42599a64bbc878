/* A version of a fact that says otherwise than another one, and how it differs. */
#ifndef DJ_CHECK_DEPARTURE_H
#define DJ_CHECK_DEPARTURE_H
#include "align/fact.h"
#include "align/slip.h"

typedef struct dj_departure {
    const dj_fact *fact;
    const dj_version *odd, *other;
    const dj_mention *claim, *against; /* of odd, of other */
    dj_slip slip;
    bool of_one_text; /* both stand in copies of one text */
    double strength; /* of the evidence that both are of one fact, 0..1 */
    const char *anew; /* set by who tells of it: why both are right, each at its time; NULL where they are not */
} dj_departure;

const dj_version *dj_majority_of(const dj_fact *fact); /* the version of most voices */
/* How a version departs from the majority's, or from one that it is more surely of one fact with; false for the majority's
 * itself, and where the two are of two facts after all. */
bool dj_departure_of(const dj_fact *fact, const dj_version *odd, const dj_version *majority, dj_scratch *scratch,
                     dj_departure *out);
/* One year of age, or one day: two ways of counting rather than a slip. */
bool dj_is_one_apart(const dj_departure *d);
/* Two sums whose conversions are as far apart as they are, 90억 달러(약 10조3104억원) and 70억 달러(약 8조192억원): a slip of one
 * would not fit its conversion. */
bool dj_are_both_converted(const dj_departure *d);
/* A sum that is the other's rounded (8조1천억 of 8조1400억), or that several outlets state more finely than the others do, or one
 * with an about (약 1조400억 of 1조); a lone finer one is as likely a slip. */
bool dj_is_told_roughly(const dj_departure *d);
/* A story that has the other value too tells of two facts, unless one is so like the other that it is its slip; of dates this
 * is weighed already (evidence `stated`), since a story names its days again and again. */
bool dj_states_both(const dj_departure *d);
/* How many independent sources hold the other value; of a text that both sides copied, all who copied it: each says what
 * it said. */
size_t dj_departs_from(const dj_departure *d);
#endif
