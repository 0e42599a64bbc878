/* See excerpt.h. What does not fit is left out at both ends, so that the figures stand in the middle. */
#include "report/excerpt.h"

enum { LEAST_AROUND = 24, LEAST_BEFORE = 9, MOST_COLUMNS = 400 }; /* columns, but for LEAST_BEFORE: bytes */

/* what is left of `tail` after the first space, where that loses little */
static dj_slice from_word(dj_slice tail)
{
    size_t space = dj_slice_find(tail, DJ_S(" "), 0);
    return space < tail.n / 3 ? dj_slice_sub(tail, space + 1, tail.n) : tail;
}

static dj_slice to_word(dj_slice head)
{
    for (size_t end = head.n; end > head.n - head.n / 3; end--) {
        if (head.at[end - 1] == ' ')
            return dj_slice_sub(head, 0, end - 1);
    }
    return head;
}

/* Where the line before a sentence runs on into it, as in text that was typed line by line. */
static bool runs_on(dj_slice text, const dj_sentence *before, const dj_sentence *sentence)
{
    size_t ends = 0;
    for (size_t i = before->end; i < sentence->start; i++)
        ends += text.at[i] == '\n';
    return ends <= 1;
}

void dj_sentence_around(const dj_mention *m, uint32_t from, uint32_t to, dj_slice *before, dj_slice *after)
{
    const dj_segmented *part = &m->in->parts[m->field];
    dj_slice text = dj_mention_field(m);
    size_t start = 0, end = text.n;
    if (m->sentence < part->sentences.n) {
        const dj_sentence *first = &part->sentences.at[m->sentence];
        const dj_sentence *last = &part->sentences.at[dj_sentence_at(part, to ? to - 1 : 0)];
        start = first->start < from ? first->start : from;
        if (from - start < LEAST_BEFORE && m->sentence > 0 && runs_on(text, first - 1, first))
            start = first[-1].start;
        end = last->end > to ? last->end : to;
    }
    *before = dj_slice_sub(text, start, from);
    *after = dj_slice_sub(text, to, end);
}

/* Leaves of `before` and `after` what `columns` hold, half to each side where both have more. */
static void fit(dj_slice *before, dj_slice *after, size_t columns)
{
    size_t left = dj_screen_width(dj_screen_cut_end(*before, columns)), right = dj_screen_width(dj_screen_cut(*after, columns));
    if (left + right > columns) {
        size_t half = columns / 2;
        left = left < half ? left : right < half ? columns - right : half;
        right = columns - left;
    }
    *before = dj_screen_cut_end(*before, left);
    *after = dj_screen_cut(*after, right);
}

dj_around dj_excerpt_around(const dj_mention *mention, size_t columns)
{
    uint32_t from = dj_mention_focus_start(mention), to = dj_mention_focus_end(mention);
    dj_slice whole = dj_slice_sub(dj_mention_field(mention), from, to), whole_before, whole_after;
    dj_sentence_around(mention, from, to, &whole_before, &whole_after);
    dj_around around = {.before = whole_before, .figure = dj_screen_cut(whole, MOST_COLUMNS), .after = whole_after};
    fit(&around.before, &around.after, columns);
    around.cut_before = around.before.n < whole_before.n;
    around.cut_figure = around.figure.n < whole.n;
    around.cut_after = around.after.n < whole_after.n;
    if (around.cut_before)
        around.before = from_word(around.before);
    around.after = around.cut_figure ? DJ_NONE : around.cut_after ? to_word(around.after) : around.after;
    return around;
}

static void add_cut(dj_flow *flow, dj_slice text, bool at_end)
{
    if (!at_end)
        dj_flow_add(flow, DJ_S("…"), DJ_PLAIN);
    dj_flow_add(flow, text, DJ_PLAIN);
    if (at_end)
        dj_flow_add(flow, DJ_S("…"), DJ_PLAIN);
}

/* false where a figure was cut short */
static bool add_figures(dj_flow *flow, const dj_mention *const *mentions, size_t n)
{
    dj_slice text = mentions[0]->in->story->fields[mentions[0]->field].text;
    for (size_t i = 0; i < n; i++) {
        dj_slice whole = dj_slice_sub(text, dj_mention_focus_start(mentions[i]), dj_mention_focus_end(mentions[i]));
        dj_slice figure = dj_screen_cut(whole, MOST_COLUMNS);
        dj_flow_add(flow, figure, DJ_MARKED);
        if (figure.n < whole.n)
            return false;
        if (i + 1 < n)
            dj_flow_add(flow, dj_slice_sub(text, dj_mention_focus_end(mentions[i]), dj_mention_focus_start(mentions[i + 1])),
                        DJ_PLAIN);
    }
    return true;
}

void dj_excerpt(dj_flow *flow, const dj_mention *const *mentions, size_t n, size_t indent)
{
    dj_slice whole_before, whole_after, text = mentions[0]->in->story->fields[mentions[0]->field].text;
    uint32_t from = dj_mention_focus_start(mentions[0]), to = dj_mention_focus_end(mentions[n - 1]);
    dj_sentence_around(mentions[0], from, to, &whole_before, &whole_after);
    size_t columns = dj_screen_width(dj_screen_cut(dj_slice_sub(text, from, to), MOST_COLUMNS)) + (flow->color ? 0 : 2 * n);
    size_t line = flow->width - indent, around = columns + LEAST_AROUND > line ? LEAST_AROUND : line - columns;
    dj_slice before = whole_before, after = whole_after;
    fit(&before, &after, around - 2); /* two for the ellipses */
    dj_flow_begin(flow, indent, indent);
    if (before.n < whole_before.n)
        add_cut(flow, from_word(before), false);
    else
        dj_flow_add(flow, before, DJ_PLAIN);
    if (!add_figures(flow, mentions, n))
        add_cut(flow, DJ_NONE, true);
    else if (after.n < whole_after.n)
        add_cut(flow, to_word(after), true);
    else
        dj_flow_add(flow, after, DJ_PLAIN);
    dj_flow_end(flow);
}
