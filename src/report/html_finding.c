/* A set's findings as cards: what differs, then what is said side by side, each value with a passage of who says so, the odd
 * one first and marked, then why and what to do. Claims of one sentence share a passage; passages of one value a side. Of a
 * finding with many claims the first are shown with their passages, the others by name. See html.h. */
#include <math.h>

#include "base/screen.h"
#include "report/excerpt.h"
#include "report/html.h"

enum { CLAIMS_WEIGHED = 48, MOST_SIDES = 4, TOGETHER = 8, AROUND = 150, MOST_COLUMNS = 600 }; /* the last two: columns */

typedef struct passage { /* claims of one sentence, by place */
    const dj_mention *claims[TOGETHER];
    size_t n;
    const dj_mention *lead; /* the one that came first in the finding */
    dj_slice value; /* that of the lead, in words, escaped */
    bool is_more; /* of a value that another passage has shown */
    size_t side;
} passage;

typedef struct card {
    dj_page *page;
    const dj_page_set *set;
    const dj_finding *finding;
    passage passages[CLAIMS_WEIGHED];
    size_t n_passages, n_sides;
} card;

static bool is_one_place(const passage *p, const dj_mention *claim)
{
    if (p->n == TOGETHER || claim->in != p->lead->in || claim->field != p->lead->field || claim->sentence != p->lead->sentence)
        return false;
    for (size_t i = 0; i < p->n; i++) {
        if (claim->start < p->claims[i]->end && p->claims[i]->start < claim->end)
            return false;
    }
    return true;
}

static void add_by_place(passage *p, const dj_mention *claim)
{
    size_t i = p->n++;
    for (; i > 0 && p->claims[i - 1]->start > claim->start; i--)
        p->claims[i] = p->claims[i - 1];
    p->claims[i] = claim;
}

static dj_slice value_text(card *c, const dj_mention *claim)
{
    dj_buf text = dj_buf_new(SIZE_MAX);
    dj_page aside = *c->page;
    aside.out = &text;
    dj_put_value(&aside, claim);
    dj_slice copy = dj_slice_copy(c->page->arena, dj_buf_slice(&text));
    dj_buf_free(&text);
    return copy;
}

/* what parts the sides is the value; each quotation is one of its own, since what differs may be a word of it */
static bool is_one_side(const passage *a, const passage *b)
{
    return a->lead->kind == b->lead->kind && a->lead->kind != DJ_QUOTE && dj_slice_eq(a->value, b->value);
}

static void make_sides(card *c)
{
    for (size_t i = 0; i < c->n_passages; i++) {
        passage *p = &c->passages[i];
        p->side = c->n_sides;
        for (size_t j = 0; j < i && p->side == c->n_sides; j++) {
            if (!c->passages[j].is_more && is_one_side(p, &c->passages[j])) {
                p->side = c->passages[j].side;
                p->is_more = true;
            }
        }
        if (!p->is_more && c->n_sides == MOST_SIDES) {
            p->side = MOST_SIDES - 1;
            p->is_more = true;
        }
        c->n_sides += p->side == c->n_sides;
    }
}

static void collect(card *c)
{
    for (size_t i = 0; i < c->finding->claims.n && i < CLAIMS_WEIGHED; i++) {
        const dj_mention *claim = c->finding->claims.at[i];
        passage *at = NULL;
        for (size_t p = 0; p < c->n_passages && !at; p++)
            at = is_one_place(&c->passages[p], claim) ? &c->passages[p] : NULL;
        if (!at) {
            at = &c->passages[c->n_passages++];
            *at = (passage){.lead = claim, .value = value_text(c, claim)};
        }
        add_by_place(at, claim);
    }
    make_sides(c);
}

static void put_figure(card *c, const dj_mention *claim, bool is_odd)
{
    dj_slice whole = dj_mention_text(claim), shown = dj_screen_cut(whole, MOST_COLUMNS);
    dj_put(c->page, is_odd ? "<mark class=\"odd\">" : "<mark>");
    if (claim->focus_start < claim->focus_end && claim->focus_end <= claim->start + shown.n) {
        dj_put_text(c->page, dj_slice_sub(shown, 0, claim->focus_start - claim->start));
        dj_put(c->page, "<b>");
        dj_put_text(c->page, dj_slice_sub(shown, claim->focus_start - claim->start, claim->focus_end - claim->start));
        dj_put(c->page, "</b>");
        shown = dj_slice_sub(shown, claim->focus_end - claim->start, shown.n);
        whole = dj_slice_sub(whole, claim->focus_end - claim->start, whole.n);
    }
    dj_put_text(c->page, shown);
    dj_put(c->page, shown.n < whole.n ? "…</mark>" : "</mark>");
}

/* the sentence of a passage, or as much of a long one as tells what its figures are of */
static void put_sentence(card *c, const passage *p)
{
    const dj_mention *first = p->claims[0], *last = p->claims[p->n - 1];
    dj_slice text = dj_mention_field(first), before, after;
    dj_sentence_around(first, first->start, last->end, &before, &after);
    dj_slice near_before = dj_screen_cut_end(before, AROUND), near_after = dj_screen_cut(after, AROUND);
    dj_put(c->page, near_before.n < before.n ? "…" : "");
    dj_put_text(c->page, near_before);
    for (size_t i = 0; i < p->n; i++) {
        put_figure(c, p->claims[i], p->claims[i] == c->finding->claims.at[0]);
        if (i + 1 < p->n)
            dj_put_text(c->page, dj_slice_sub(text, p->claims[i]->end, p->claims[i + 1]->start));
    }
    dj_put_text(c->page, near_after);
    dj_put(c->page, near_after.n < after.n ? "…" : "");
}

static void put_passage(card *c, const passage *p)
{
    dj_put(c->page, "<blockquote lang=\"");
    dj_put_text(c->page, p->lead->in->story->lang);
    dj_put(c->page, "\">");
    put_sentence(c, p);
    dj_put(c->page, "</blockquote>\n<p class=\"who\">");
    dj_put_who(c->page, c->set, p->lead);
    dj_put(c->page, "</p>\n");
}

static void put_rest_of_side(card *c, size_t side)
{
    size_t n = 0;
    for (size_t i = 0; i < c->n_passages; i++)
        n += c->passages[i].side == side && c->passages[i].is_more;
    if (!n)
        return;
    dj_put(c->page, "<details class=\"more\"><summary>");
    dj_put_message(c->page, "report-more-claims", &(dj_count){"n", n}, 1);
    dj_put(c->page, "</summary>\n");
    for (size_t i = 0; i < c->n_passages; i++) {
        if (c->passages[i].side == side && c->passages[i].is_more)
            put_passage(c, &c->passages[i]);
    }
    dj_put(c->page, "</details>\n");
}

static void put_side(card *c, const passage *p)
{
    bool is_odd = p->lead == c->finding->claims.at[0], has_value = p->lead->kind != DJ_QUOTE;
    dj_put(c->page, is_odd ? "<div class=\"side odd\">\n" : "<div class=\"side\">\n");
    dj_put(c->page, has_value || is_odd ? "<p class=\"value\">" : "");
    if (has_value) {
        dj_put(c->page, "<b>");
        dj_buf_add(c->page->out, p->value);
        dj_put(c->page, "</b>");
    }
    if (is_odd) {
        dj_put(c->page, " <span class=\"flag\">");
        dj_put_message(c->page, "html-check-here", NULL, 0);
        dj_put(c->page, "</span>");
    }
    dj_put(c->page, has_value || is_odd ? "</p>\n" : "");
    put_passage(c, p);
    put_rest_of_side(c, p->side);
    dj_put(c->page, "</div>\n");
}

/* claims beyond those that are weighed, by name alone */
static void put_others(card *c)
{
    if (c->finding->claims.n <= CLAIMS_WEIGHED)
        return;
    dj_put(c->page, "<details class=\"more\"><summary>");
    dj_put_message(c->page, "report-more-claims", &(dj_count){"n", c->finding->claims.n - CLAIMS_WEIGHED}, 1);
    dj_put(c->page, "</summary>\n<ul class=\"others\">\n");
    for (size_t i = CLAIMS_WEIGHED; i < c->finding->claims.n; i++) {
        dj_put(c->page, "<li>");
        dj_put_who(c->page, c->set, c->finding->claims.at[i]);
        dj_put(c->page, "</li>\n");
    }
    dj_put(c->page, "</ul></details>\n");
}

/* how likely the first two claims are of one fact, in percent; 0 where that was not reckoned, or is not what it rests on */
static size_t sureness(const card *c)
{
    const dj_anchor *of[2] = {NULL, NULL};
    for (size_t i = 0; i < 2 && i < c->finding->claims.n; i++)
        of[i] = dj_anchor_of(c->set, c->finding->claims.at[i]);
    if (!of[0] || !of[1] || !of[0]->fact || of[0]->fact != of[1]->fact || of[0]->version == of[1]->version || of[0]->mention->of)
        return 0;
    double least = fmin(of[0]->version->strength, of[1]->version->strength);
    return least >= 0.99 ? 99 : (size_t)(100 * least);
}

static void put_foot(card *c)
{
    char key[64] = "check.";
    size_t sure = sureness(c);
    dj_buf id = dj_buf_new(sizeof key - 1);
    dj_buf_fmt(&id, "check.%s", c->finding->check->id);
    memcpy(key, id.at, id.n);
    key[id.n] = '\0';
    dj_buf_free(&id);
    dj_put(c->page, "<p class=\"foot\"><code>");
    dj_put(c->page, c->finding->check->id);
    dj_put(c->page, "</code> ");
    dj_put_message(c->page, key, NULL, 0);
    if (sure) {
        dj_put(c->page, " · ");
        dj_put_message(c->page, "html-sure", &(dj_count){"n", sure}, 1);
    }
    dj_put(c->page, "</p>\n");
}

static void put_suppression(card *c)
{
    static const char *const keys[DJ_SUPPRESSERS] = {"html-by-story", "html-by-configuration", "html-by-baseline"};
    const dj_suppression *of = c->finding->suppression;
    dj_put(c->page, "<p class=\"reason\">");
    dj_put_message(c->page, keys[of->by], NULL, 0);
    if (of->reason.n) {
        dj_put(c->page, ": ");
        dj_put_text(c->page, of->reason);
    }
    if (of->place.path.n) {
        dj_put(c->page, " <span class=\"place\"><bdi>");
        dj_put_text(c->page, of->place.path);
        dj_buf_fmt(c->page->out, "</bdi>:%u</span>", of->place.line);
    }
    if (of->until != DJ_NO_DAY) {
        dj_put(c->page, " – ");
        dj_put_day(c->page, of->until);
    }
    dj_put(c->page, "</p>\n");
}

static void put_head(card *c, size_t number)
{
    static const char *const keys[DJ_SEVERITIES] = {"report-note", "report-warning", "report-error"};
    const char *severity = dj_severity_name(c->finding->severity);
    dj_buf_fmt(
        c->page->out,
        "<article class=\"finding %s\" id=\"s%zuf%zu\" data-check=\"%s\" data-severity=\"%s\">\n<h4><span class=\"badge\">",
        c->finding->suppression ? "suppressed" : severity, c->set->number, number, c->finding->check->id, severity);
    dj_put_message(c->page, keys[c->finding->severity], NULL, 0);
    dj_buf_fmt(c->page->out, "</span> <span class=\"number\">%zu</span> ", number);
    dj_put_text(c->page, c->finding->message);
    dj_put(c->page, "</h4>\n");
}

static void put_card(dj_page *page, const dj_page_set *set, size_t index)
{
    card c = {.page = page, .set = set, .finding = set->findings[index]};
    collect(&c);
    put_head(&c, index + 1);
    if (c.finding->suppression)
        put_suppression(&c);
    dj_put(page, c.n_sides > 1 ? "<div class=\"sides\">\n" : "<div class=\"sides one\">\n");
    for (size_t i = 0; i < c.n_passages; i++) {
        if (!c.passages[i].is_more)
            put_side(&c, &c.passages[i]);
    }
    dj_put(page, "</div>\n");
    put_others(&c);
    if (c.finding->why.n) {
        dj_put(page, "<p class=\"why\">");
        dj_put_text(page, c.finding->why);
        dj_put(page, "</p>\n");
    }
    put_foot(&c);
    dj_put(page, "</article>\n");
}

static void put_folded(dj_page *page, const dj_page_set *set, const char *class, const char *key, size_t from, size_t to)
{
    if (from == to)
        return;
    dj_buf_fmt(page->out, "<details class=\"%s\"><summary>", class);
    dj_put_message(page, key, &(dj_count){"n", to - from}, 1);
    dj_put(page, "</summary>\n");
    for (size_t i = from; i < to; i++)
        put_card(page, set, i);
    dj_put(page, "</details>\n");
}

void dj_html_findings(dj_page *page, const dj_page_set *set)
{
    dj_put(page, "<section class=\"findings\">\n<h3>");
    dj_put_message(page, "html-findings", &(dj_count){"n", set->n_in_force}, 1);
    dj_put(page, "</h3>\n");
    if (!set->n_in_force) {
        dj_put(page, "<p>");
        dj_put_message(page, "report-nothing", NULL, 0);
        dj_put(page, "</p>\n");
    }
    size_t n_loud = set->n_in_force - (page->has_notes_folded ? set->counts.by_severity[DJ_NOTE] : 0);
    for (size_t i = 0; i < n_loud; i++)
        put_card(page, set, i);
    put_folded(page, set, "notes", "html-notes", n_loud, set->n_in_force);
    put_folded(page, set, "put-by", "html-suppressed", set->n_in_force, set->n_findings);
    dj_put(page, "</section>\n");
}
