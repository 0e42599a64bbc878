/* A small plot in SVG: values with their reach over days, and a line to hold them against. */
#ifndef DJ_REPORT_PLOT_H
#define DJ_REPORT_PLOT_H
#include "report/html.h"

enum { DJ_PLOT_POINTS = 26, DJ_PLOT_TICKS = 6 }; /* a letter each */

typedef struct dj_plot_point {
    double x, low, high; /* x: days since 1970 */
    bool is_odd; /* drawn as a diamond, not a disc */
} dj_plot_point;

typedef struct dj_plot_tick {
    double x;
    char label[20];
} dj_plot_tick;

typedef struct dj_plot {
    dj_plot_point points[DJ_PLOT_POINTS]; /* by x; lettered a, b, c, … */
    size_t n;
    dj_plot_tick ticks[DJ_PLOT_TICKS];
    size_t n_ticks;
    const double *line_x, *line_y; /* the line, by x */
    size_t n_line;
    const dj_value *like; /* how values are said beside the axis; NULL: as bare numbers */
} dj_plot;

/* The <svg>; `label` is what it shows, for those who do not see it. False, and nothing, where there is nothing to see. */
bool dj_plot_put(dj_page *page, const dj_plot *plot, dj_slice label);
#endif
