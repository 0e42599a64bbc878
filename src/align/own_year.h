/* The year that stands right beside a figure, as its own: 2014년 30.6%, 2007년(12.3%), 16.8% 인상됐던 지난 2001년. Figures of two
 * years are two facts, however much alike their digits are; and the one since which nothing was as high (2007년(12.3%) 이후)
 * is a record, which only figures of that year are held against. */
#ifndef DJ_ALIGN_OWN_YEAR_H
#define DJ_ALIGN_OWN_YEAR_H
#include "extract/mention.h"

typedef struct dj_own_year {
    int year; /* 0 for none */
    bool is_record;
} dj_own_year;

/* `at` is the mention's index among those of its story. */
dj_own_year dj_own_year_of(const dj_mention *m, size_t at, dj_scratch *scratch);
/* Are they of two years, or one of them a record of another time? */
bool dj_own_years_differ(dj_own_year a, dj_own_year b);
#endif
