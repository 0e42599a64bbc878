/* What is plotted of a set: the exchange rates that its conversions imply against the reference rate, one plot a pair of
 * currencies; and the values of a disputed fact by the time of publication, where the stories came at different times. A
 * list below each says the same in words. See html.h. */
#include <stdio.h>
#include <stdlib.h>

#include "report/plot.h"

enum { DAYS_SHOWN = 120, MOST_PAIRS = 4, MOST_FACTS = 6, TICK_SHARE = 6 };

typedef struct entry { /* of the list below a plot */
    dj_plot_point point;
    const dj_mention *claim;
    const dj_conversion *conversion; /* NULL for a value */
    size_t rank; /* in order of stories, so that equal input gives an equal page */
} entry;

static int by_time(const void *a, const void *b)
{
    const entry *x = a, *y = b;
    int order = (x->point.x > y->point.x) - (x->point.x < y->point.x);
    if (!order)
        order = (x->point.low > y->point.low) - (x->point.low < y->point.low);
    if (!order)
        order = (x->point.high > y->point.high) - (x->point.high < y->point.high);
    if (!order)
        order = x->point.is_odd - y->point.is_odd;
    return order ? order : (x->rank > y->rank) - (x->rank < y->rank);
}

static dj_slice message(dj_page *page, const char *key, const dj_arg *args, size_t n)
{
    dj_buf text = dj_buf_new(SIZE_MAX);
    dj_say(page->speech, key, args, n, &text);
    dj_slice said = dj_slice_copy(page->arena, dj_buf_slice(&text));
    dj_buf_free(&text);
    return said;
}

static void set_tick(dj_plot_tick *tick, double x, bool with_time)
{
    dj_day day = (dj_day)x;
    int minute = (int)((x - day) * 24 * 60 + 0.5);
    dj_civil civil = dj_civil_of(day);
    tick->x = x;
    if (with_time && minute)
        snprintf(tick->label, sizeof tick->label, "%02d-%02d %02d:%02d", civil.month, civil.day, minute / 60, minute % 60);
    else
        snprintf(tick->label, sizeof tick->label, "%04d-%02d-%02d", civil.year, civil.month, civil.day);
}

static void put_list(dj_page *page, const dj_page_set *set, const entry *entries, size_t n)
{
    dj_checking k = {.arena = page->arena, .options = &(dj_check_options){.speech = page->speech}};
    dj_put(page, "<ol class=\"legend\">\n");
    for (size_t i = 0; i < n; i++) {
        dj_put(page, entries[i].point.is_odd ? "<li class=\"odd\">" : "<li>");
        dj_put_source(page, entries[i].claim->in->story);
        dj_put(page, " ");
        dj_put_published(page, entries[i].claim->in->story);
        dj_put(page, ": ");
        dj_put_link(page, set, entries[i].claim);
        dj_put_value(page, entries[i].claim);
        dj_put_link_end(page, set, entries[i].claim);
        if (entries[i].conversion) {
            dj_put(page, " (");
            dj_put_text(page, dj_rate_told(&k, entries[i].conversion, dj_conversion_rate(entries[i].conversion)));
            dj_put(page, ")");
        }
        if (entries[i].point.is_odd) {
            dj_put(page, " <span class=\"flag\">");
            dj_put_message(page, "html-check-here", NULL, 0);
            dj_put(page, "</span>");
        }
        dj_put(page, "</li>\n");
    }
    dj_put(page, "</ol>\n");
}

/* sorted by time, the plot with its caption and its list */
static void put_figure(dj_page *page, const dj_page_set *set, dj_plot *plot, entry *entries, size_t n, dj_slice caption)
{
    qsort(entries, n, sizeof *entries, by_time);
    plot->n = n;
    for (size_t i = 0; i < n; i++)
        plot->points[i] = entries[i].point;
    dj_put(page, "<figure class=\"plot\">\n<figcaption>");
    dj_put_text(page, caption);
    dj_put(page, "</figcaption>\n");
    dj_plot_put(page, plot, caption);
    put_list(page, set, entries, n);
    dj_put(page, "</figure>\n");
}

static bool is_odd(const dj_page_set *set, const dj_mention *claim)
{
    const dj_anchor *anchor = dj_anchor_of(set, claim);
    return anchor && anchor->is_odd && anchor->worst > DJ_NOTE;
}

static bool is_of_pair(const dj_conversion *c, const dj_conversion *first)
{
    return c->has_rate && c->to->in->story->published != DJ_NO_DAY &&
           dj_slice_eq(c->from->value.amount.unit, first->from->value.amount.unit) &&
           dj_slice_eq(c->to->value.amount.unit, first->to->value.amount.unit);
}

/* the reference rate of the days before the last story */
static void add_reference(dj_page *page, const dj_conversion *of, dj_day last, dj_plot *plot)
{
    double *x = dj_alloc(page->arena, (DAYS_SHOWN + 1) * sizeof *x), *y = dj_alloc(page->arena, (DAYS_SHOWN + 1) * sizeof *y);
    dj_day told = DJ_NO_DAY, of_day;
    dj_dec rate;
    plot->line_x = x;
    plot->line_y = y;
    for (dj_day day = last - DAYS_SHOWN; page->result->rates && day <= last; day++) {
        if (!dj_rate_on(page->result->rates, of->from->value.amount.unit, of->to->value.amount.unit, day, &rate, &of_day) ||
            of_day == told)
            continue;
        told = of_day;
        x[plot->n_line] = of_day;
        y[plot->n_line++] = dj_dec_double(rate);
    }
    for (int i = 0; i < 5; i++)
        set_tick(&plot->ticks[plot->n_ticks++], last - DAYS_SHOWN + i * DAYS_SHOWN / 4, false);
}

static void put_pair(dj_page *page, const dj_page_set *set, const dj_conversion *first)
{
    const dj_conversions *all = &set->of->conversions;
    entry entries[DJ_PLOT_POINTS];
    size_t n = 0;
    dj_day last = first->to->in->story->published;
    dj_plot plot = {0};
    for (size_t i = 0; i < all->n && n < DJ_PLOT_POINTS; i++) {
        const dj_conversion *c = &all->at[i];
        if (!is_of_pair(c, first))
            continue;
        dj_day day = c->to->in->story->published;
        last = day > last ? day : last;
        entries[n] = (entry){{day, dj_dec_double(c->rate_low), dj_dec_double(c->rate_high), is_odd(set, c->to)}, c->to, c, n};
        n++;
    }
    if (n == 0 || (n == 1 && !entries[0].point.is_odd))
        return;
    add_reference(page, first, last, &plot);
    dj_checking k = {.arena = page->arena, .options = &(dj_check_options){.speech = page->speech}};
    const dj_arg args[] = {{"rate", first->has_reference ? dj_rate_told(&k, first, first->reference) : DJ_S("–")}};
    put_figure(page, set, &plot, entries, n, message(page, plot.n_line ? "html-rates" : "html-rates-alone", args, 1));
}

static void put_rates(dj_page *page, const dj_page_set *set)
{
    const dj_conversions *all = &set->of->conversions;
    const dj_conversion *shown[MOST_PAIRS];
    size_t n = 0;
    for (size_t i = 0; i < all->n && n < MOST_PAIRS; i++) {
        bool is_new = all->at[i].has_rate && all->at[i].to->in->story->published != DJ_NO_DAY;
        for (size_t j = 0; j < n && is_new; j++)
            is_new = !is_of_pair(&all->at[i], shown[j]);
        if (!is_new)
            continue;
        shown[n++] = &all->at[i];
        put_pair(page, set, &all->at[i]);
    }
}

/* by the minute where all stories say it: one of which the day alone is known did not come at midnight */
static void set_times(entry *entries, size_t n)
{
    bool by_minute = true;
    for (size_t i = 0; i < n; i++)
        by_minute = by_minute && entries[i].claim->in->story->published_minute >= 0;
    for (size_t i = 0; i < n; i++) {
        const dj_story *story = entries[i].claim->in->story;
        entries[i].point.x = story->published + (by_minute ? story->published_minute / (24.0 * 60) : 0);
    }
    qsort(entries, n, sizeof *entries, by_time);
}

static void add_ticks(const entry *entries, size_t n, dj_plot *plot)
{
    double span = entries[n - 1].point.x - entries[0].point.x, last = -1e9;
    for (size_t i = 0; i < n && plot->n_ticks < DJ_PLOT_TICKS; i++) {
        if (entries[i].point.x - last < span / TICK_SHARE * 1.2)
            continue;
        last = entries[i].point.x;
        set_tick(&plot->ticks[plot->n_ticks++], last, true);
    }
}

static bool put_fact(dj_page *page, const dj_page_set *set, const dj_fact *fact, dj_standing standing)
{
    entry entries[DJ_PLOT_POINTS];
    size_t n = 0;
    for (size_t t = 0; t < set->of->set.texts.n && n < DJ_PLOT_POINTS; t++) {
        bool odd;
        const dj_text *text = set->of->set.texts.at[t];
        const dj_mention *claim = dj_row_claim(fact, standing, text, &odd);
        if (!claim || !claim->value.is_known || text->story->published == DJ_NO_DAY)
            continue;
        const dj_amount *a = &claim->value.amount;
        double low = dj_dec_double(dj_nominal(a)), high = dj_dec_double(a->has_high ? a->high : a->low);
        entries[n] = (entry){{0, low, high, odd}, claim, NULL, n};
        n++;
    }
    set_times(entries, n);
    if (n < 3 || entries[0].point.x == entries[n - 1].point.x)
        return false;
    dj_plot plot = {.like = &entries[0].claim->value};
    add_ticks(entries, n, &plot);
    const dj_arg args[] = {{"fact", fact->label}};
    put_figure(page, set, &plot, entries, n, message(page, "html-by-time", args, 1));
    return true;
}

static void put_facts(dj_page *page, const dj_page_set *set)
{
    const dj_set *of = &set->of->set;
    size_t n = 0;
    for (size_t i = 0; i < of->facts.n && n < MOST_FACTS; i++) {
        const dj_fact *fact = of->facts.at[i];
        bool is_conversion = dj_fact_claim(fact, 0)->of != NULL; /* those have a plot of their own */
        if (is_conversion || fact->versions.n < 2 || dj_kind_about(fact->kind)->family != DJ_FAMILY_AMOUNT || !dj_is_row(fact))
            continue;
        dj_standing standing = dj_row_weigh(fact, &set->claimed);
        n += standing.is_told && put_fact(page, set, fact, standing);
    }
}

void dj_html_plots(dj_page *page, const dj_page_set *set)
{
    dj_buf own = dj_buf_new(SIZE_MAX), *out = page->out;
    page->out = &own; /* aside, since a section is for something */
    put_rates(page, set);
    put_facts(page, set);
    page->out = out;
    if (own.n) {
        dj_put(page, "<section class=\"plots\">\n<h3>");
        dj_put_message(page, "html-plots", NULL, 0);
        dj_put(page, "</h3>\n");
        dj_buf_add(out, dj_buf_slice(&own));
        dj_put(page, "</section>\n");
    }
    dj_buf_free(&own);
}
