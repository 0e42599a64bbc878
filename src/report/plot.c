/* See plot.h. The scale is that of the line and of the points that are not far from the middle one: what is off by a power
 * of ten stands at the edge as an arrow, so that it does not press the others flat. Binary floating point is good enough:
 * nothing is judged by it. */
#include "report/plot.h"

#include <math.h>
#include <stdlib.h>

#include "normalise/say.h"

enum {
    WIDTH = 680,
    HEIGHT = 250,
    LEFT = 104,
    RIGHT = 110,
    TOP = 26,
    BOTTOM = 34,
    BESIDE = 24,
    ABOVE = 32,
    TOUCHING = 4,
    MOST_Y_TICKS = 5
};
static const double FAR = 3; /* times the middle value */

typedef struct spot { /* points first..last, drawn as one */
    double x;
    size_t first, last;
} spot;

typedef struct scale {
    double x_from, x_to, y_from, y_to;
} scale;

static double x_of(const scale *s, double x)
{
    return LEFT + (x - s->x_from) / (s->x_to - s->x_from) * (WIDTH - LEFT - RIGHT);
}

static double y_of(const scale *s, double y)
{
    double at = HEIGHT - BOTTOM - (y - s->y_from) / (s->y_to - s->y_from) * (HEIGHT - TOP - BOTTOM);
    return at < TOP ? TOP : at > HEIGHT - BOTTOM ? HEIGHT - BOTTOM : at;
}

static int rising(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double middle(const dj_plot *plot)
{
    double all[DJ_PLOT_POINTS];
    if (plot->n_line)
        return plot->line_y[plot->n_line / 2];
    for (size_t i = 0; i < plot->n; i++)
        all[i] = plot->points[i].low;
    qsort(all, plot->n, sizeof *all, rising);
    return all[plot->n / 2];
}

static void widen(scale *s, double x, double low, double high)
{
    s->x_from = fmin(s->x_from, x);
    s->x_to = fmax(s->x_to, x);
    s->y_from = fmin(s->y_from, low);
    s->y_to = fmax(s->y_to, high);
}

static bool find_scale(const dj_plot *plot, scale *s)
{
    double usual = middle(plot);
    *s = (scale){INFINITY, -INFINITY, INFINITY, -INFINITY};
    for (size_t i = 0; i < plot->n_line; i++)
        widen(s, plot->line_x[i], plot->line_y[i], plot->line_y[i]);
    for (size_t i = 0; i < plot->n; i++) {
        const dj_plot_point *p = &plot->points[i];
        bool is_far = usual > 0 && (p->high > usual * FAR || p->low < usual / FAR);
        widen(s, p->x, is_far ? usual : p->low, is_far ? usual : p->high);
    }
    double room = s->y_to > s->y_from ? (s->y_to - s->y_from) / 12 : fabs(s->y_to) / 4 + 1;
    s->y_from -= room;
    s->y_to += room;
    if (s->x_to <= s->x_from) {
        s->x_from -= 1;
        s->x_to += 1;
    }
    return isfinite(s->x_from) && isfinite(s->x_to) && isfinite(s->y_from) && isfinite(s->y_to) && s->y_to > s->y_from;
}

/* 1, 2 or 5 times a power of ten, so that the height has at most MOST_Y_TICKS of them */
static dj_dec y_step(const scale *s)
{
    static const int steps[] = {1, 2, 5, 10};
    double least = (s->y_to - s->y_from) / MOST_Y_TICKS;
    int power = (int)floor(log10(least));
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        if (steps[i] * pow(10, power) >= least)
            return dj_dec_make(steps[i], power);
    }
    return dj_dec_make(1, power + 1);
}

static void put_amount(dj_page *page, dj_dec amount, const dj_value *like)
{
    dj_buf text = dj_buf_new(SIZE_MAX);
    if (like) {
        dj_value value = *like;
        value.amount.low = value.amount.high = amount;
        value.amount.has_low = value.amount.has_high = true;
        value.amount.bound = DJ_EXACT;
        dj_value_say(&value, page->speech, &text);
    } else {
        dj_dec_write(amount, &text);
    }
    dj_put_text(page, dj_buf_slice(&text));
    dj_buf_free(&text);
}

static void put_y_axis(dj_page *page, const dj_plot *plot, const scale *s)
{
    dj_dec step = y_step(s), at;
    double size = dj_dec_double(step);
    int64_t first = (int64_t)ceil(s->y_from / size);
    for (int64_t i = first; (double)i * size <= s->y_to && i <= first + 2 * MOST_Y_TICKS; i++) {
        if (!dj_dec_mul(dj_dec_int(i), step, &at))
            return;
        double y = y_of(s, dj_dec_double(at));
        dj_buf_fmt(
            page->out,
            "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/><text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">",
            LEFT, WIDTH - RIGHT, y, y, LEFT - 8, y + 4);
        put_amount(page, at, plot->like);
        dj_put(page, "</text>\n");
    }
}

static void put_x_axis(dj_page *page, const dj_plot *plot, const scale *s)
{
    for (size_t i = 0; i < plot->n_ticks; i++) {
        double x = x_of(s, plot->ticks[i].x);
        const char *anchor = x < LEFT + 40 ? "start" : "middle";
        dj_buf_fmt(page->out, "<text x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">%s</text>\n", x, HEIGHT - 10, anchor,
                   plot->ticks[i].label);
    }
}

static void put_line(dj_page *page, const dj_plot *plot, const scale *s)
{
    if (!plot->n_line)
        return;
    dj_put(page, "<polyline class=\"reference\" points=\"");
    for (size_t i = 0; i < plot->n_line; i++)
        dj_buf_fmt(page->out, "%s%.1f,%.1f", i ? " " : "", x_of(s, plot->line_x[i]), y_of(s, plot->line_y[i]));
    dj_put(page, "\"/>\n");
}

/* "b", or "b–d" for points that are one on the page */
static void put_letters(dj_page *page, size_t first, size_t last)
{
    dj_buf_fmt(page->out, "%c", (int)('a' + first));
    if (last > first)
        dj_buf_fmt(page->out, "–%c", (int)('a' + last));
}

static void put_point(dj_page *page, const dj_plot *plot, const spot *at, const scale *s)
{
    const dj_plot_point *p = &plot->points[at->first];
    double low = y_of(s, p->low), high = y_of(s, p->high), x = at->x, y = (low + high) / 2;
    bool is_above = p->low > s->y_to, is_below = p->high < s->y_from;
    const char *kind = p->is_odd ? "odd" : "usual";
    if (low - high > 8)
        dj_buf_fmt(page->out, "<line class=\"reach\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\"/>", x, x, low, high);
    if (is_above || is_below)
        dj_buf_fmt(page->out, "<path class=\"%s\" d=\"M%.1f %.1fl7 %dh-14z\"/>", kind, x, is_above ? y - 4 : y + 4,
                   is_above ? 11 : -11);
    else if (p->is_odd)
        dj_buf_fmt(page->out, "<path class=\"odd\" d=\"M%.1f %.1fl7 7l-7 7l-7 -7z\"/>", x, y - 7);
    else
        dj_buf_fmt(page->out, "<circle class=\"usual\" cx=\"%.1f\" cy=\"%.1f\" r=\"5\"/>", x, y);
    dj_buf_fmt(page->out, "<text class=\"letter\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">", x, is_above ? y + 22 : y - 11);
    put_letters(page, at->first, at->last);
    dj_put(page, "</text>\n");
}

static double height_of(const scale *s, const dj_plot_point *p)
{
    return (y_of(s, p->low) + y_of(s, p->high)) / 2;
}

static bool is_one_spot(const scale *s, const dj_plot_point *a, const dj_plot_point *b)
{
    return a->x == b->x && a->is_odd == b->is_odd && fabs(height_of(s, a) - height_of(s, b)) < TOUCHING;
}

/* to the right, until it hides none of the spots before it */
static void move_apart(const dj_plot *plot, const scale *s, spot *spots, size_t n)
{
    for (size_t tries = 0, i = 0; i < n && tries < DJ_PLOT_POINTS; i++) {
        double apart = fabs(height_of(s, &plot->points[spots[i].first]) - height_of(s, &plot->points[spots[n].first]));
        if (apart >= ABOVE || fabs(spots[i].x - spots[n].x) >= BESIDE)
            continue;
        spots[n].x = spots[i].x + BESIDE;
        tries++;
        i = (size_t)-1; /* from the start again */
    }
}

/* Points that are one are drawn once; those that would hide each other stand side by side. */
static void put_points(dj_page *page, const dj_plot *plot, const scale *s)
{
    spot spots[DJ_PLOT_POINTS];
    size_t n = 0;
    for (size_t i = 0; i < plot->n; i++) {
        if (n && is_one_spot(s, &plot->points[i], &plot->points[spots[n - 1].first])) {
            spots[n - 1].last = i;
            continue;
        }
        spots[n] = (spot){x_of(s, plot->points[i].x), i, i};
        move_apart(plot, s, spots, n);
        spots[n].x = fmin(spots[n].x, WIDTH - 16);
        n++;
    }
    for (size_t i = 0; i < n; i++)
        put_point(page, plot, &spots[i], s);
}

bool dj_plot_put(dj_page *page, const dj_plot *plot, dj_slice label)
{
    scale s;
    if (!plot->n || !find_scale(plot, &s))
        return false;
    dj_buf_fmt(page->out, "<div class=\"scroll\"><svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"", WIDTH, HEIGHT);
    dj_put_text(page, label);
    dj_put(page, "\">\n");
    put_y_axis(page, plot, &s);
    put_x_axis(page, plot, &s);
    put_line(page, plot, &s);
    put_points(page, plot, &s);
    dj_put(page, "</svg></div>\n");
    return true;
}
