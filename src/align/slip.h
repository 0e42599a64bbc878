/* The shapes that slips of the keyboard and of units give a figure: evidence that two figures were meant to be one. */
#ifndef DJ_ALIGN_SLIP_H
#define DJ_ALIGN_SLIP_H
#include "value/value.h"

typedef enum dj_slip {
    DJ_SLIP_NONE,
    DJ_SLIP_DIGIT, /* one digit is another: 3554 / 3564 */
    DJ_SLIP_COARSE, /* the same, of a figure that gives more digits: 17.6 / 87.64 */
    DJ_SLIP_SWAP, /* two neighbouring digits changed places: 1779 / 1797 */
    DJ_SLIP_EXTRA, /* one digit more or less: 700 / 70, 1779 / 179 */
    DJ_SLIP_UNIT /* the same digits, another power of ten by a unit word: 억 / 조, 만 / nothing; 13억7500만 / 13억7500 */
} dj_slip;

/* 8900여만, 7조원대: all that begins with the stated digits, less than a unit of the last of them wide; exact figures too */
bool dj_amount_is_vague(const dj_amount *amount);

/* Is `coarse` the figure `fine`, rounded or cut to the digits of `coarse` (700조 of 730조)? Of figures with one stated
 * number each. */
bool dj_amount_rounds(const dj_amount *coarse, const dj_amount *fine);

/* Of figures with one stated number each, or of ranges with one end in common; NONE for others and equal figures. */
dj_slip dj_amount_slip(const dj_amount *a, const dj_amount *b);
/* 오전 9시 and 오후 9시: two points of the clock */
bool dj_times_are_half_a_day_apart(const dj_time *a, const dj_time *b);
#endif
