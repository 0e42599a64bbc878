/* Changes: what a figure becomes by a rate, as a range of all that the figures may stand for. Nothing is divided, and the
 * rounding of every figure is allowed for. */
#ifndef DJ_CHECK_CHANGE_H
#define DJ_CHECK_CHANGE_H
#include "check/range.h"
#include "extract/mention.h"

/* A rate is held against figures strictly, as rounded or cut in its last digit (28.79 is 28.8 or 28.7), or leniently, a
 * unit of the last digit more, and round tens as such (30 is 25 to 35). */
typedef enum dj_strictness { DJ_STRICT, DJ_LENIENT } dj_strictness;

bool dj_is_percent(const dj_mention *m); /* not points, not a multiple */
bool dj_is_times(const dj_mention *m);
bool dj_is_points(const dj_mention *m);
bool dj_same_unit(const dj_mention *a, const dj_mention *b); /* a bare number goes with every count */
/* May the rate be that of such figures? Points are those of percentages; the rest is said of the rest. */
bool dj_rate_suits(const dj_mention *rate, const dj_mention *figure);

/* All that the figure may stand for; false for one open at an end. */
bool dj_figure_range(const dj_mention *m, dj_range *out);
/* What `from` became when it rose or fell by the rate (per cent, a multiple, points), or by an amount of its own unit.
 * False where that cannot be reckoned. */
bool dj_changed(const dj_range *from, const dj_mention *rate, bool is_down, dj_strictness how, dj_range *out);
/* the same where per cent is taken to mean points */
bool dj_moved(const dj_range *from, const dj_mention *rate, bool is_down, dj_strictness how, dj_range *out);
bool dj_shifted(const dj_range *from, const dj_mention *by, bool is_down, dj_range *out);
#endif
