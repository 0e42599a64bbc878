/* Reference rates from a file in the format of the European Central Bank's eurofxref-hist.csv: a row a day, a column a
 * currency, each cell the price of one euro. Read-only after load, shared by all threads. */
#ifndef DJ_RULE_RATES_H
#define DJ_RULE_RATES_H
#include "base/diag.h"
#include "value/civil.h"
#include "value/decimal.h"

typedef struct dj_rates dj_rates;

/* A row that cannot be read adds a diagnostic and is passed over; NULL where the file cannot be read, its header is no
 * list of currencies or no row is left. `path` is copied. */
dj_rates *dj_rates_load(dj_arena *arena, const char *path, dj_diags *diags);
dj_rates *dj_rates_parse(dj_arena *arena, dj_slice path, dj_slice bytes, dj_diags *diags); /* keeps both slices */

/* How many `to` (ISO 4217) one `from` bought, crossed by way of the euro and cut to 12 significant digits: on `day`, or on
 * the last day before it, at most ten days back, for which both are quoted. False where there is none. */
bool dj_rate_on(const dj_rates *rates, dj_slice from, dj_slice to, dj_day day, dj_dec *rate, dj_day *of_day);
/* The least and the greatest rate of the quoted days in first..last; false where there is none. */
bool dj_rate_span(const dj_rates *rates, dj_slice from, dj_slice to, dj_day first, dj_day last, dj_dec *low, dj_dec *high);
/* The latest quoted day in first..last whose rate lies in low..high. */
bool dj_rate_nearest(const dj_rates *rates, dj_slice from, dj_slice to, dj_day first, dj_day last, dj_dec low, dj_dec high,
                     dj_day *day, dj_dec *rate);
#endif
