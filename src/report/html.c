/* The report as one page that needs nothing else: no script, style, font or picture from anywhere, which its content security
 * policy says as well. It is for an editor on deadline: how many of what, then the worst, with both passages. All that the
 * page says can be read, reached and printed without its script, which only filters, and brings passages beside each other.
 * Grows with the stories and the claims; equal input gives an equal page. */
#include "report/html.h"

#include <stdlib.h>

enum { LISTED = 12 }; /* entries of a list that stands open at the head */

static const char *const severity_keys[DJ_SEVERITIES] = {"report-note", "report-warning", "report-error"};

static int worst_first(const void *a, const void *b)
{
    const dj_page_set *x = a, *y = b;
    for (int s = DJ_SEVERITIES - 1; s >= 0; s--) {
        size_t m = x->counts.by_severity[s], n = y->counts.by_severity[s];
        if (m != n)
            return m > n ? -1 : 1;
    }
    return (x->number > y->number) - (x->number < y->number);
}

static void make_sets(dj_page *page)
{
    page->n_sets = page->result->sets.n;
    page->sets = dj_alloc(page->arena, (page->n_sets + 1) * sizeof *page->sets);
    for (size_t i = 0; i < page->n_sets; i++) {
        page->sets[i].number = i;
        dj_page_set_make(page, page->result->sets.at[i], &page->sets[i]);
    }
    qsort(page->sets, page->n_sets, sizeof *page->sets, worst_first);
    for (size_t i = 0; i < page->n_sets; i++)
        page->sets[i].number = i + 1;
}

static void put_counts(dj_page *page, const char *key, const dj_finding_counts *found)
{
    const dj_count counts[] = {{"error", found->by_severity[DJ_ERROR]},
                               {"warning", found->by_severity[DJ_WARNING]},
                               {"note", found->by_severity[DJ_NOTE]}};
    dj_put_message(page, key, counts, sizeof counts / sizeof *counts);
}

static void put_head(dj_page *page, const dj_finding_counts *found)
{
    dj_put(page, "<!DOCTYPE html>\n<html lang=\"");
    dj_put_text(page, page->speech->lang);
    dj_put(page, "\">\n<head>\n<meta charset=\"utf-8\">\n"
                 "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-");
    dj_put(page, dj_page_style_hash);
    dj_put(page, "'; script-src 'sha256-");
    dj_put(page, dj_page_script_hash);
    dj_put(page,
           "'; base-uri 'none'; form-action 'none'\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
           "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<title>");
    put_counts(page, "html-title", found);
    dj_put(page, "</title>\n<style>");
    dj_put(page, dj_page_style);
    dj_put(page, "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#found\">");
    dj_put_message(page, "html-skip", NULL, 0);
    dj_put(page, "</a>\n");
}

/* the page's first finding of a severity, to jump to; false where it has none */
static bool find_first(const dj_page *page, dj_severity severity, size_t *set, size_t *finding)
{
    for (size_t s = 0; s < page->n_sets; s++) {
        for (size_t f = 0; f < page->sets[s].n_in_force; f++) {
            if (page->sets[s].findings[f]->severity == severity) {
                *set = page->sets[s].number;
                *finding = f + 1;
                return true;
            }
        }
    }
    return false;
}

static void put_tally(dj_page *page, const dj_finding_counts *found)
{
    dj_put(page, "<ul class=\"tally\">\n");
    for (int s = DJ_SEVERITIES - 1; s >= 0; s--) {
        size_t set, finding;
        bool any = find_first(page, (dj_severity)s, &set, &finding);
        dj_buf_fmt(page->out, "<li class=\"%s\">", dj_severity_name((dj_severity)s));
        if (any)
            dj_buf_fmt(page->out, "<a href=\"#s%zuf%zu\">", set, finding);
        dj_put_message(page, severity_keys[s], NULL, 0);
        dj_buf_fmt(page->out, " <b>%zu</b>%s</li>\n", found->by_severity[s], any ? "</a>" : "");
    }
    if (found->suppressed) {
        dj_put(page, "<li>");
        dj_put_message(page, "html-suppressed", &(dj_count){"n", found->suppressed}, 1);
        dj_put(page, "</li>\n");
    }
    dj_put(page, "</ul>\n");
}

static void put_summary(dj_page *page, const dj_finding_counts *found)
{
    size_t facts = 0;
    for (size_t s = 0; s < page->n_sets; s++)
        facts += page->sets[s].of->set.facts.n;
    const dj_count counts[] = {{"stories", page->result->n_stories}, {"mentions", page->result->n_mentions}, {"facts", facts}};
    dj_put(page, "<header>\n<h1>");
    dj_put_message(page, "html-lead", counts, sizeof counts / sizeof *counts);
    dj_put(page, "</h1>\n");
    put_tally(page, found);
}

static void put_set_list(dj_page *page)
{
    bool folded = page->n_sets > LISTED;
    if (page->n_sets < 2)
        return;
    dj_put(page, "<nav aria-label=\"");
    dj_put_message(page, "html-sets", &(dj_count){"n", page->n_sets}, 1);
    dj_put(page, folded ? "\"><details><summary>" : "\">");
    if (folded) {
        dj_put_message(page, "html-sets", &(dj_count){"n", page->n_sets}, 1);
        dj_put(page, "</summary>");
    }
    dj_put(page, "<ol>\n");
    for (size_t s = 0; s < page->n_sets; s++) {
        dj_buf_fmt(page->out, "<li><a href=\"#s%zu\"><bdi>", page->sets[s].number);
        dj_put_text(page, page->sets[s].of->set.name);
        dj_put(page, "</bdi></a> ");
        put_counts(page, "html-counts", &page->sets[s].counts);
        dj_put(page, "</li>\n");
    }
    dj_put(page, folded ? "</ol></details></nav>\n" : "</ol></nav>\n");
}

static void put_loud(dj_page *page, const dj_page_set *set, size_t finding)
{
    const dj_finding *of = set->findings[finding];
    dj_buf_fmt(page->out, "<li class=\"%s\"><span class=\"badge\">", dj_severity_name(of->severity));
    dj_put_message(page, severity_keys[of->severity], NULL, 0);
    dj_buf_fmt(page->out, "</span> <a href=\"#s%zuf%zu\">", set->number, finding + 1);
    dj_put_text(page, of->message);
    dj_put(page, "</a> <span class=\"place\"><bdi>");
    dj_put_text(page, set->of->set.name);
    dj_put(page, "</bdi></span></li>\n");
}

/* What an editor is here for, of all sets in one list: on a page of many sets it would take long to come to by scrolling. */
static void put_loud_list(dj_page *page, const dj_finding_counts *found)
{
    const dj_count n = {"n", found->by_severity[DJ_ERROR] + found->by_severity[DJ_WARNING]};
    if (page->n_sets < 2 || !n.n)
        return;
    dj_put(page, "<nav class=\"loud\" aria-label=\"");
    dj_put_message(page, "html-loud", &n, 1);
    dj_put(page, n.n > LISTED ? "\"><details><summary>" : "\"><details open><summary>");
    dj_put_message(page, "html-loud", &n, 1);
    dj_put(page, "</summary><ol>\n");
    for (int severity = DJ_ERROR; severity > DJ_NOTE; severity--)
        for (size_t s = 0; s < page->n_sets; s++)
            for (size_t f = 0; f < page->sets[s].n_in_force; f++)
                if (page->sets[s].findings[f]->severity == (dj_severity)severity)
                    put_loud(page, &page->sets[s], f);
    dj_put(page, "</ol></details></nav>\n");
}

static void put_box(dj_page *page, const char *of, const char *value)
{
    dj_buf_fmt(page->out, "<label><input type=\"checkbox\" data-of=\"%s\" value=\"%s\" checked> ", of, value);
}

static void put_severities(dj_page *page, const dj_finding_counts *found)
{
    dj_put(page, "<fieldset><legend>");
    dj_put_message(page, "html-severity", NULL, 0);
    dj_put(page, "</legend>\n<div>");
    for (int s = DJ_SEVERITIES - 1; s >= 0; s--) {
        if (!found->by_severity[s])
            continue;
        put_box(page, "severity", dj_severity_name((dj_severity)s));
        dj_put_message(page, severity_keys[s], NULL, 0);
        dj_buf_fmt(page->out, " %zu</label>\n", found->by_severity[s]);
    }
    dj_put(page, "</div></fieldset>\n");
}

static void put_checks(dj_page *page)
{
    size_t n[DJ_CHECKS] = {0}, row;
    for (size_t s = 0; s < page->n_sets; s++) {
        for (size_t f = 0; f < page->sets[s].n_in_force; f++) {
            if (dj_check_named(dj_slice_of(page->sets[s].findings[f]->check->id), &row))
                n[row]++;
        }
    }
    dj_put(page, "<details><summary>");
    dj_put_message(page, "html-by-check", NULL, 0);
    dj_put(page, "</summary><fieldset><legend>");
    dj_put_message(page, "html-check", NULL, 0);
    dj_put(page, "</legend>\n<div>");
    for (row = 0; row < DJ_CHECKS; row++) {
        if (!n[row])
            continue;
        put_box(page, "check", dj_check_about(row)->id);
        dj_buf_fmt(page->out, "%s %zu</label>\n", dj_check_about(row)->id, n[row]);
    }
    dj_put(page, "</div></fieldset></details>\n");
}

/* shown by the script, which alone can make use of it */
static void put_filters(dj_page *page, const dj_finding_counts *found)
{
    size_t all = 0;
    for (int s = 0; s < DJ_SEVERITIES; s++)
        all += found->by_severity[s];
    if (!all)
        return;
    dj_put(page, "<div id=\"filters\" hidden>\n");
    put_severities(page, found);
    put_checks(page);
    dj_put(page, "<label class=\"keys\"><input type=\"checkbox\" id=\"keys\" checked> ");
    dj_put_message(page, "html-keys", NULL, 0);
    dj_put(page, "</label>\n<p role=\"status\">");
    dj_put_message(page, "html-shown", NULL, 0);
    dj_buf_fmt(page->out, " <span id=\"shown\">%zu</span>/%zu</p>\n</div>\n", all, all);
}

static void put_set(dj_page *page, const dj_page_set *set)
{
    dj_buf_fmt(page->out, "<section class=\"set\" id=\"s%zu\">\n<h2><bdi>", set->number);
    if (set->of->set.name.n)
        dj_put_text(page, set->of->set.name);
    else
        dj_put_message(page, "html-set", NULL, 0);
    dj_put(page, "</bdi></h2>\n");
    dj_html_findings(page, set);
    dj_html_facts(page, set);
    dj_html_plots(page, set);
    dj_html_stories(page, set);
    dj_put(page, "</section>\n");
}

static void write_report(const dj_result *result, const dj_report_style *style, dj_buf *out)
{
    dj_page page = {.arena = dj_arena_new(), .out = out, .result = result, .speech = result->speech};
    dj_finding_counts found = {0};
    for (size_t s = 0; s < result->sets.n; s++)
        dj_findings_count(&result->sets.at[s]->findings, &found);
    make_sets(&page);
    page.has_notes_folded = page.n_sets > LISTED;
    put_head(&page, &found);
    put_summary(&page, &found);
    put_set_list(&page);
    put_loud_list(&page, &found);
    put_filters(&page, &found);
    dj_put(&page, "</header>\n<main id=\"found\">\n");
    for (size_t s = 0; s < page.n_sets; s++)
        put_set(&page, &page.sets[s]);
    dj_put(&page, "</main>\n<footer><p>daejo ");
    dj_put(&page, style->version);
    dj_put(&page, "</p></footer>\n<script>");
    dj_put(&page, dj_page_script);
    dj_put(&page, "</script>\n</body>\n</html>\n");
    dj_arena_free(page.arena);
}

const dj_report_form dj_report_html = {.whole = write_report};
