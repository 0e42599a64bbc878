/* What the parts of the HTML report share: markup and text made harmless, and the anchors by which findings, facts and
 * stories point at each other. */
#ifndef DJ_REPORT_HTML_H
#define DJ_REPORT_HTML_H
#include "report/counts.h"
#include "report/report.h"
#include "report/row.h"
#include "rule/message.h"

/* A mention, and what has to do with it. Its id on the page is "s<set>t<text>m<number>". */
typedef struct dj_anchor {
    const dj_mention *mention;
    uint32_t text, number; /* index of its story in the set, and of it in its story */
    bool is_linked; /* something on the page points at it */
    bool is_odd; /* the first claim of a finding in force */
    dj_severity worst; /* of the findings in force that have it */
    DJ_VEC(uint32_t) findings; /* those, as indexes in the set's findings */
    const dj_fact *fact; /* it is a claim of; NULL for none */
    const dj_version *version; /* of that fact */
} dj_anchor;

typedef struct dj_page_set {
    const dj_result_set *of;
    size_t number; /* from 1, in the order of the run; the page begins with the worst */
    dj_finding_counts counts;
    const dj_finding **findings; /* in force first, then the suppressed; the id of the first is "s<set>f1" */
    size_t n_findings, n_in_force;
    dj_anchor *anchors; /* by story, then mention */
    dj_anchor **by_mention; /* by address */
    size_t n_anchors, *first; /* first: by story, index of its first anchor; one more for the end */
    bool *is_touched; /* by story: a finding in force has a claim in it */
    dj_claimed claimed;
} dj_page_set;

typedef struct dj_page {
    dj_arena *arena; /* of the writer */
    dj_buf *out;
    const dj_result *result;
    const dj_pack *speech;
    bool has_notes_folded; /* so that on a page of many sets the loud findings are near each other */
} dj_page;

void dj_put(dj_page *page, const char *markup);
void dj_put_text(dj_page *page, dj_slice text); /* as text or as an attribute's value, in double quotes */
void dj_put_message(dj_page *page, const char *key, const dj_count *counts, size_t n);
void dj_put_value(dj_page *page, const dj_mention *claim); /* in words, short */
void dj_put_day(dj_page *page, dj_day day); /* a <time>; nothing where it is unknown */
void dj_put_published(dj_page *page, const dj_story *story); /* the same, with the time of day where it is known */
void dj_put_source(dj_page *page, const dj_story *story); /* a <bdi> */

void dj_page_set_make(dj_page *page, const dj_result_set *of, dj_page_set *set);
const dj_anchor *dj_anchor_of(const dj_page_set *set, const dj_mention *mention); /* NULL: the page has no such story */
void dj_put_id(dj_page *page, const dj_page_set *set, const dj_anchor *anchor);
void dj_put_link(dj_page *page, const dj_page_set *set, const dj_mention *mention); /* <a>, or <span> where it leads nowhere */
void dj_put_link_end(dj_page *page, const dj_page_set *set, const dj_mention *mention);
void dj_put_who(dj_page *page, const dj_page_set *set, const dj_mention *claim); /* who says so, where (a link), and when */

/* The parts of a set, each a <section> or nothing. */
void dj_html_findings(dj_page *page, const dj_page_set *set);
void dj_html_facts(dj_page *page, const dj_page_set *set);
void dj_html_plots(dj_page *page, const dj_page_set *set);
void dj_html_stories(dj_page *page, const dj_page_set *set);

/* src/report/page.css and page.js, and of each the SHA-256 that the page's policy lets in; made by cmake/embed.cmake. */
extern const char dj_page_style[], dj_page_style_hash[], dj_page_script[], dj_page_script_hash[];
#endif
