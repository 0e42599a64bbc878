/* The fact table: facts on which the sources differ first and open, those on which they agree folded. A few stories are
 * columns; of many, each fact lists its versions, so that the page grows with the claims and not with facts times stories.
 * See html.h. */
#include "report/html.h"

enum { MOST_COLUMNS = 24 };

typedef struct table {
    dj_page *page;
    const dj_page_set *set;
    bool is_told; /* the rows of which a finding tells; else the others */
} table;

static void put_claim(const table *t, const dj_mention *claim, bool is_odd)
{
    dj_put_link(t->page, t->set, claim);
    dj_put_value(t->page, claim);
    dj_put_link_end(t->page, t->set, claim);
    if (is_odd) {
        dj_put(t->page, " <span class=\"flag\">");
        dj_put_message(t->page, "html-differs", NULL, 0);
        dj_put(t->page, "</span>");
    }
}

static void put_cells(const table *t, const dj_fact *fact, dj_standing standing)
{
    const dj_set *stories = &t->set->of->set;
    for (size_t i = 0; i < stories->texts.n; i++) {
        bool is_odd;
        const dj_mention *claim = dj_row_claim(fact, standing, stories->texts.at[i], &is_odd);
        dj_put(t->page, !claim ? "<td>" : is_odd ? "<td class=\"odd\">" : "<td>");
        if (claim)
            put_claim(t, claim, is_odd);
        dj_put(t->page, "</td>");
    }
}

static void put_versions(const table *t, const dj_fact *fact, dj_standing standing)
{
    dj_put(t->page, "<td><ul class=\"versions\">");
    for (size_t v = 0; v < fact->versions.n; v++) {
        const dj_version *version = &fact->versions.at[v];
        const dj_text *last = NULL;
        bool is_odd = dj_row_odd(fact, standing, v);
        dj_put(t->page, is_odd ? "<li class=\"odd\">" : "<li>");
        put_claim(t, version->claims.at[0], is_odd);
        dj_put(t->page, ": ");
        for (size_t i = 0; i < version->claims.n; i++) {
            if (version->claims.at[i]->in == last)
                continue;
            dj_put(t->page, last ? ", " : "");
            last = version->claims.at[i]->in;
            dj_put_link(t->page, t->set, version->claims.at[i]);
            dj_put_source(t->page, last->story);
            dj_put_link_end(t->page, t->set, version->claims.at[i]);
        }
        dj_put(t->page, "</li>");
    }
    dj_put(t->page, "</ul></td>");
}

static void put_heads(const table *t)
{
    const dj_set *stories = &t->set->of->set;
    dj_put(t->page, "<thead><tr><th scope=\"col\">");
    dj_put_message(t->page, "html-fact", NULL, 0);
    dj_put(t->page, "</th>");
    if (stories->texts.n > MOST_COLUMNS) {
        dj_put(t->page, "<th scope=\"col\">");
        dj_put_message(t->page, "html-versions", NULL, 0);
        dj_put(t->page, "</th>");
    }
    for (size_t i = 0; i < stories->texts.n && stories->texts.n <= MOST_COLUMNS; i++) {
        dj_buf_fmt(t->page->out, "<th scope=\"col\"><a href=\"#s%zut%zu\">", t->set->number, i + 1);
        dj_put_source(t->page, stories->texts.at[i]->story);
        dj_put(t->page, "</a></th>");
    }
    dj_put(t->page, "</tr></thead>\n");
}

static void put_table(const table *t)
{
    const dj_set *stories = &t->set->of->set;
    dj_buf_fmt(t->page->out, "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-labelledby=\"s%zu-facts\">\n<table>\n",
               t->set->number);
    put_heads(t);
    dj_put(t->page, "<tbody>\n");
    for (size_t i = 0; i < stories->facts.n; i++) {
        const dj_fact *fact = stories->facts.at[i];
        dj_standing standing = dj_row_weigh(fact, &t->set->claimed);
        if (!dj_is_row(fact) || standing.is_told != t->is_told)
            continue;
        dj_put(t->page, "<tr><th scope=\"row\">");
        dj_put_text(t->page, fact->label);
        dj_put(t->page, "</th>");
        (stories->texts.n > MOST_COLUMNS ? put_versions : put_cells)(t, fact, standing);
        dj_put(t->page, "</tr>\n");
    }
    dj_put(t->page, "</tbody>\n</table>\n</div>\n");
}

void dj_html_facts(dj_page *page, const dj_page_set *set)
{
    size_t told = 0, others = 0;
    for (size_t i = 0; i < set->of->set.facts.n; i++) {
        const dj_fact *fact = set->of->set.facts.at[i];
        bool is_told = dj_row_weigh(fact, &set->claimed).is_told;
        told += dj_is_row(fact) && is_told;
        others += dj_is_row(fact) && !is_told;
    }
    if (!told && !others)
        return;
    dj_buf_fmt(page->out, "<section class=\"facts\">\n<h3 id=\"s%zu-facts\">", set->number);
    dj_put_message(page, "html-facts", &(dj_count){"n", told + others}, 1);
    dj_put(page, "</h3>\n");
    if (told)
        put_table(&(table){page, set, true});
    if (others) {
        dj_put(page, "<details class=\"agreed\"><summary>");
        dj_put_message(page, "html-agreed", &(dj_count){"n", others}, 1);
        dj_put(page, "</summary>\n");
        put_table(&(table){page, set, false});
        dj_put(page, "</details>\n");
    }
    dj_put(page, "</section>\n");
}
