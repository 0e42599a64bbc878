/* Conversions: two amounts of one story that are said to be the same money. */
#ifndef DJ_CHECK_CONVERSION_H
#define DJ_CHECK_CONVERSION_H
#include "check/check.h"

typedef struct dj_conversion {
    const dj_mention *from, *to; /* 5000억 달러, 730조 원 */
    dj_dec rate_low, rate_high; /* units of `to` for one of `from` that the rounding of both allows */
    bool has_rate;
    /* Against the reference rates of the days before the story; unset (has_reference false) where there are none. */
    bool has_reference;
    dj_dec reference; /* on the day of the story, or the last day before */
    dj_day reference_day;
    double off; /* how far the implied rate is from the nearest one of the days, as a share of it: 0 where one fits */
    bool fits; /* some day's rate lies in the implied one */
    dj_day fit_day; /* the latest such day */
} dj_conversion;

typedef DJ_VEC(dj_conversion) dj_conversions;

/* All conversions of the set's stories outside tails, in order of stories and places. */
void dj_conversions_find(dj_checking *k, dj_conversions *out);

/* One amount converted to one currency, by whatever stories: its versions are sums that differ by more than rounding. */
typedef struct dj_conversion_version {
    DJ_VEC(const dj_conversion *) conversions; /* by story, then place */
    size_t n_stories;
} dj_conversion_version;

typedef struct dj_conversion_group {
    DJ_VEC(dj_conversion_version) versions; /* in order of sight */
} dj_conversion_group;

typedef DJ_VEC(dj_conversion_group) dj_conversion_groups;

void dj_conversions_group(dj_checking *k, const dj_conversions *all, dj_conversion_groups *out);
/* Message arguments that the conversion checks share: {from} {a} {b} {source} {other} {rate} {rate_b} {day} {day_b} {n} */
enum { DJ_CONVERSION_ARGS = 10 };
void dj_conversion_args(dj_checking *k, const dj_conversion *odd, const dj_conversion *other, size_t n_other,
                        dj_arg out[DJ_CONVERSION_ARGS]);
dj_dec dj_conversion_rate(const dj_conversion *c); /* the middle of the implied ones */
dj_slice dj_rate_told(dj_checking *k, const dj_conversion *c, dj_dec rate); /* "1달러 = 1300원" */
double dj_conversion_gap(const dj_conversion *a, const dj_conversion *b); /* 0.12: one sum is 12% over the other */
/* 1 000 times and 10 000 times off and the like: the factor's power of ten, 0 where the rate is of the right size */
int dj_conversion_power(const dj_conversion *c);
#endif
