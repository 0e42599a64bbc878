/* See excerpt.h. Mostly one line; a quotation that is longer than that is shown whole over several, up to a limit. */
#include "report/excerpt.h"

enum { LEAST_AROUND = 24, MOST_COLUMNS = 400 };

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

/* the sentence around a mention, split at it */
static void split(const dj_mention *m, dj_slice *before, dj_slice *after)
{
    const dj_segmented *part = &m->in->parts[m->field];
    dj_slice text = m->in->story->fields[m->field].text;
    size_t start = 0, end = text.n;
    if (m->sentence < part->sentences.n) {
        const dj_sentence *first = &part->sentences.at[m->sentence];
        const dj_sentence *last = &part->sentences.at[dj_sentence_at(part, m->end ? m->end - 1 : 0)];
        start = first->start < m->start ? first->start : m->start;
        end = last->end > m->end ? last->end : m->end;
    }
    *before = dj_slice_sub(text, start, m->start);
    *after = dj_slice_sub(text, m->end, end);
}

void dj_excerpt(dj_flow *flow, const dj_mention *mention, size_t indent)
{
    dj_slice before, after, figure = dj_screen_cut(dj_mention_text(mention), MOST_COLUMNS);
    split(mention, &before, &after);
    size_t columns = dj_screen_width(figure) + (flow->color ? 0 : 2), line = flow->width - indent;
    size_t around = columns + LEAST_AROUND > line ? LEAST_AROUND : line - columns;
    around -= 2; /* for the ellipses */
    size_t left = dj_screen_width(dj_screen_cut_end(before, around)), right = dj_screen_width(dj_screen_cut(after, around));
    if (left + right > around) {
        size_t half = around / 2;
        left = left < half ? left : right < half ? around - right : half;
        right = around - left;
    }
    dj_slice head = dj_screen_cut_end(before, left), tail = dj_screen_cut(after, right);
    dj_flow_begin(flow, indent, indent);
    if (head.n < before.n) {
        dj_flow_add(flow, DJ_S("…"), DJ_PLAIN);
        head = from_word(head);
    }
    dj_flow_add(flow, head, DJ_PLAIN);
    dj_flow_add(flow, figure, DJ_MARKED);
    bool cut = figure.n < dj_mention_text(mention).n;
    dj_flow_add(flow, cut ? DJ_NONE : tail.n < after.n ? to_word(tail) : tail, DJ_PLAIN);
    if (cut || tail.n < after.n)
        dj_flow_add(flow, DJ_S("…"), DJ_PLAIN);
    dj_flow_end(flow);
}
