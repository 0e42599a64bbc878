/* The report as one page that needs nothing else: no script, style, font or picture from anywhere, which its content security
 * policy says as well. It is for an editor on deadline: how many of what, then the worst, with both passages. All that the
 * page says can be read, reached and printed without its script, which only filters, and brings passages beside each other.
 * Each set is written when it is done, with what the head will say of it, into parts that are put in order at the end, so that
 * memory need not hold the sets. Grows with the stories and the claims; equal input gives an equal page. */
#include "report/html.h"

#include <stdlib.h>

enum { LISTED = 12 }; /* entries of a list that stands open at the head */

enum { SECTIONS, NAMES, ERRORS, WARNINGS, PARTS }; /* of each set: what it has in the body and in the lists at the head */

typedef struct kept_set {
    size_t number;
    dj_finding_counts counts;
    size_t first[DJ_SEVERITIES]; /* number of its first finding in force; 0 for none */
    dj_report_piece pieces[PARTS];
} kept_set;

struct dj_page_kept {
    DJ_VEC(kept_set) sets;
    size_t by_check[DJ_CHECKS]; /* findings in force */
};

static const char *const severity_keys[DJ_SEVERITIES] = {"report-note", "report-warning", "report-error"};

static int worst_first(const void *a, const void *b)
{
    const kept_set *x = *(const kept_set *const *)a, *y = *(const kept_set *const *)b;
    for (int s = DJ_SEVERITIES - 1; s >= 0; s--) {
        size_t m = x->counts.by_severity[s], n = y->counts.by_severity[s];
        if (m != n)
            return m > n ? -1 : 1;
    }
    return (x->number > y->number) - (x->number < y->number);
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

/* to the page's first finding of the severity; false where it has none */
static bool put_jump(dj_page *page, const kept_set *const *sets, size_t n, dj_severity severity)
{
    size_t s = 0;
    while (s < n && !sets[s]->first[severity])
        s++;
    if (s < n)
        dj_buf_fmt(page->out, "<a href=\"#s%zuf%zu\">", sets[s]->number, sets[s]->first[severity]);
    return s < n;
}

static void put_tally(dj_page *page, const kept_set *const *sets, const dj_report_totals *totals)
{
    dj_put(page, "<ul class=\"tally\">\n");
    for (int s = DJ_SEVERITIES - 1; s >= 0; s--) {
        dj_buf_fmt(page->out, "<li class=\"%s\">", dj_severity_name((dj_severity)s));
        bool any = put_jump(page, sets, totals->sets, (dj_severity)s);
        dj_put_message(page, severity_keys[s], NULL, 0);
        dj_buf_fmt(page->out, " <b>%zu</b>%s</li>\n", totals->counts.by_severity[s], any ? "</a>" : "");
    }
    if (totals->counts.suppressed) {
        dj_put(page, "<li>");
        dj_put_message(page, "html-suppressed", &(dj_count){"n", totals->counts.suppressed}, 1);
        dj_put(page, "</li>\n");
    }
    dj_put(page, "</ul>\n");
}

static void put_summary(dj_page *page, const kept_set *const *sets, const dj_report_totals *totals)
{
    const dj_count counts[] = {{"stories", totals->stories}, {"mentions", totals->mentions}, {"facts", totals->facts}};
    dj_put(page, "<header>\n<h1>");
    dj_put_message(page, "html-lead", counts, sizeof counts / sizeof *counts);
    dj_put(page, "</h1>\n");
    put_tally(page, sets, totals);
}

static void pour_all(dj_report *report, int part, const kept_set *const *sets)
{
    for (size_t s = 0; s < report->totals.sets; s++)
        dj_report_pour_piece(report, (size_t)part, &sets[s]->pieces[part]);
}

static void put_set_list(dj_page *page, dj_report *report, const kept_set *const *sets)
{
    const dj_count n = {"n", report->totals.sets};
    bool folded = n.n > LISTED;
    if (n.n < 2)
        return;
    dj_put(page, "<nav aria-label=\"");
    dj_put_message(page, "html-sets", &n, 1);
    dj_put(page, folded ? "\"><details><summary>" : "\">");
    if (folded) {
        dj_put_message(page, "html-sets", &n, 1);
        dj_put(page, "</summary>");
    }
    dj_put(page, "<ol>\n");
    pour_all(report, NAMES, sets);
    dj_put(page, folded ? "</ol></details></nav>\n" : "</ol></nav>\n");
}

/* What an editor is here for, of all sets in one list: on a page of many sets it would take long to come to by scrolling. */
static void put_loud_list(dj_page *page, dj_report *report, const kept_set *const *sets)
{
    const size_t *found = report->totals.counts.by_severity;
    const dj_count n = {"n", found[DJ_ERROR] + found[DJ_WARNING]};
    if (report->totals.sets < 2 || !n.n)
        return;
    dj_put(page, "<nav class=\"loud\" aria-label=\"");
    dj_put_message(page, "html-loud", &n, 1);
    dj_put(page, n.n > LISTED ? "\"><details><summary>" : "\"><details open><summary>");
    dj_put_message(page, "html-loud", &n, 1);
    dj_put(page, "</summary><ol>\n");
    pour_all(report, ERRORS, sets);
    pour_all(report, WARNINGS, sets);
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

static void put_checks(dj_page *page, const size_t n[DJ_CHECKS])
{
    dj_put(page, "<details><summary>");
    dj_put_message(page, "html-by-check", NULL, 0);
    dj_put(page, "</summary><fieldset><legend>");
    dj_put_message(page, "html-check", NULL, 0);
    dj_put(page, "</legend>\n<div>");
    for (size_t row = 0; row < DJ_CHECKS; row++) {
        if (!n[row])
            continue;
        put_box(page, "check", dj_check_about(row)->id);
        dj_buf_fmt(page->out, "%s %zu</label>\n", dj_check_about(row)->id, n[row]);
    }
    dj_put(page, "</div></fieldset></details>\n");
}

/* shown by the script, which alone can make use of it */
static void put_filters(dj_page *page, const dj_finding_counts *found, const size_t by_check[DJ_CHECKS])
{
    size_t all = 0;
    for (int s = 0; s < DJ_SEVERITIES; s++)
        all += found->by_severity[s];
    if (!all)
        return;
    dj_put(page, "<div id=\"filters\" hidden>\n");
    put_severities(page, found);
    put_checks(page, by_check);
    dj_put(page, "<label class=\"keys\"><input type=\"checkbox\" id=\"keys\" checked> ");
    dj_put_message(page, "html-keys", NULL, 0);
    dj_put(page, "</label>\n<p role=\"status\">");
    dj_put_message(page, "html-shown", NULL, 0);
    dj_buf_fmt(page->out, " <span id=\"shown\">%zu</span>/%zu</p>\n</div>\n", all, all);
}

static void put_name(dj_page *page, const dj_page_set *set)
{
    dj_buf_fmt(page->out, "<li><a href=\"#s%zu\"><bdi>", set->number);
    dj_put_text(page, set->of->set.name);
    dj_put(page, "</bdi></a> ");
    put_counts(page, "html-counts", &set->counts);
    dj_put(page, "</li>\n");
}

static void put_loud(dj_page *page, const dj_page_set *set, dj_severity severity)
{
    for (size_t f = 0; f < set->n_in_force; f++) {
        const dj_finding *of = set->findings[f];
        if (of->severity != severity)
            continue;
        dj_buf_fmt(page->out, "<li class=\"%s\"><span class=\"badge\">", dj_severity_name(of->severity));
        dj_put_message(page, severity_keys[of->severity], NULL, 0);
        dj_buf_fmt(page->out, "</span> <a href=\"#s%zuf%zu\">", set->number, f + 1);
        dj_put_text(page, of->message);
        dj_put(page, "</a> <span class=\"place\"><bdi>");
        dj_put_text(page, set->of->set.name);
        dj_put(page, "</bdi></span></li>\n");
    }
}

static void put_section(dj_page *page, const dj_page_set *set)
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

static void put_part(dj_page *page, const dj_page_set *set, int part)
{
    if (part == SECTIONS)
        put_section(page, set);
    else if (part == NAMES)
        put_name(page, set);
    else
        put_loud(page, set, part == ERRORS ? DJ_ERROR : DJ_WARNING);
}

static dj_page page_of(const dj_report *report, dj_buf *out)
{
    return (dj_page){.arena = report->arena,
                     .out = out,
                     .result = report->result,
                     .speech = report->result->speech,
                     .has_notes_folded = report->n_sets > LISTED};
}

static struct dj_page_kept *kept_of(dj_report *report)
{
    if (!report->page)
        report->page = dj_alloc(report->lasting, sizeof *report->page);
    return report->page;
}

static void add(dj_report *report, const dj_result_set *of)
{
    dj_page page = page_of(report, NULL);
    dj_page_set set = {.number = report->totals.sets};
    struct dj_page_kept *kept = kept_of(report);
    kept_set *one = DJ_PUSH(report->lasting, &kept->sets);
    dj_page_set_make(&page, of, &set);
    one->number = set.number;
    one->counts = set.counts;
    for (size_t f = set.n_in_force, row; f-- > 0;) {
        one->first[set.findings[f]->severity] = f + 1;
        if (dj_check_named(dj_slice_of(set.findings[f]->check->id), &row))
            kept->by_check[row]++;
    }
    for (int part = 0; part < PARTS; part++) {
        page.out = dj_report_part_of(report, (size_t)part);
        dj_report_piece_begin(report, (size_t)part, &one->pieces[part]);
        put_part(&page, &set, part);
        dj_report_piece_end(report, (size_t)part, &one->pieces[part]);
    }
}

static void end(dj_report *report)
{
    struct dj_page_kept *kept = kept_of(report);
    dj_page page = page_of(report, &report->frame);
    const kept_set **sets = dj_alloc(report->arena, (kept->sets.n + 1) * sizeof *sets);
    for (size_t s = 0; s < kept->sets.n; s++)
        sets[s] = &kept->sets.at[s];
    qsort(sets, kept->sets.n, sizeof *sets, worst_first);
    put_head(&page, &report->totals.counts);
    put_summary(&page, sets, &report->totals);
    put_set_list(&page, report, sets);
    put_loud_list(&page, report, sets);
    put_filters(&page, &report->totals.counts, kept->by_check);
    dj_put(&page, "</header>\n<main id=\"found\">\n");
    pour_all(report, SECTIONS, sets);
    dj_put(&page, "</main>\n<footer><p>daejo ");
    dj_put(&page, report->style.version);
    dj_put(&page, "</p></footer>\n<script>");
    dj_put(&page, dj_page_script);
    dj_put(&page, "</script>\n</body>\n</html>\n");
}

const dj_report_form dj_report_html = {.add = add, .end = end};
