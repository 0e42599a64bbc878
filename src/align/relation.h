/* What two figures say of each other, if they are of one fact. */
#ifndef DJ_ALIGN_RELATION_H
#define DJ_ALIGN_RELATION_H
#include "extract/mention.h"

/* As dj_value_compare has it, and further: figures bounded alike are held to what they state, and what rounds another is no
 * other one: in headlines always, behind the point (9.8% of 9.87%, $57 billion of 57.01), and where two or more digits of a
 * long figure were let go (6조4천억 of 6조4382억). 100 of 105, or one digit less, is as likely a slip. Units of counts are taken
 * to be alike. */
dj_relation dj_relation_in_place(const dj_mention *a, const dj_mention *b);
/* of two dates: 25~28일 and 25~27일 share days, and yet one has a wrong end */
dj_relation dj_relation_of_days(const dj_value *a, const dj_value *b);
bool dj_is_stay(const dj_date *d); /* some days and not one: 25~28일 */
int dj_direction(dj_bound bound); /* -1 downwards (at most), 1 upwards, 0 neither */
#endif
