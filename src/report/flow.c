/* See flow.h. Colours are set anew on every line, so that a pager that starts in the middle shows them. */
#include "report/flow.h"

#include "base/utf8.h"

enum { DEFAULT_WIDTH = 100, LEAST_WIDTH = 40 };

static const char *const codes[DJ_PAINTS] = {
    [DJ_PLAIN] = "",        [DJ_FAINT] = "\x1b[2m",    [DJ_BOLD] = "\x1b[1m", [DJ_RED] = "\x1b[1;31m", [DJ_YELLOW] = "\x1b[1;33m",
    [DJ_CYAN] = "\x1b[36m", [DJ_MARKED] = "\x1b[1;4m",
};

dj_flow dj_flow_new(dj_buf *out, const dj_report_style *style)
{
    size_t width = style->width ? style->width : DEFAULT_WIDTH;
    return (dj_flow){.out = out, .color = style->color, .width = width < LEAST_WIDTH ? LEAST_WIDTH : width};
}

static void spaces(dj_flow *flow, size_t n)
{
    dj_buf_fmt(flow->out, "%*s", (int)n, "");
    flow->column += n;
}

static void paint_on(const dj_flow *flow, dj_paint paint)
{
    if (flow->color)
        dj_buf_text(flow->out, codes[paint]);
}

static void paint_off(const dj_flow *flow, dj_paint paint)
{
    if (flow->color && paint != DJ_PLAIN)
        dj_buf_text(flow->out, "\x1b[0m");
}

void dj_flow_begin(dj_flow *flow, size_t first, size_t indent)
{
    flow->indent = indent;
    flow->column = 0;
    spaces(flow, first);
}

void dj_flow_end(dj_flow *flow)
{
    while (flow->out->n && flow->out->at[flow->out->n - 1] == ' ')
        flow->out->n--;
    dj_buf_byte(flow->out, '\n');
    flow->column = 0;
}

static void wrap(dj_flow *flow, dj_paint paint)
{
    paint_off(flow, paint);
    dj_flow_end(flow);
    spaces(flow, flow->indent);
    paint_on(flow, paint);
}

/* A word wider than a line is broken between letters. */
static void add_word(dj_flow *flow, dj_slice word, dj_paint paint)
{
    dj_screen_guard(flow->out, word);
    for (size_t pos = 0; pos < word.n;) {
        uint32_t rune = dj_screen_rune(dj_utf8_next(word, &pos));
        unsigned columns = dj_rune_width(rune);
        if (flow->column + columns > flow->width && flow->column > flow->indent)
            wrap(flow, paint);
        dj_buf_rune(flow->out, rune);
        flow->column += columns;
    }
}

static bool is_space(dj_slice text, size_t pos, size_t *next)
{
    *next = pos;
    return dj_screen_rune(dj_utf8_next(text, next)) == ' ';
}

static size_t end_of(dj_slice text, size_t from, bool of_spaces)
{
    size_t next;
    while (from < text.n && is_space(text, from, &next) == of_spaces)
        from = next;
    return from;
}

static void add_words(dj_flow *flow, dj_slice text, dj_paint paint)
{
    for (size_t pos = 0; pos < text.n;) {
        size_t word = end_of(text, pos, true), end = end_of(text, word, false);
        size_t columns = dj_screen_width(dj_slice_sub(text, word, end));
        bool fits = flow->column + (word > pos) + columns <= flow->width;
        if (!fits && flow->column > flow->indent && columns <= flow->width - flow->indent)
            wrap(flow, paint);
        else if (word > pos && flow->column < flow->width)
            spaces(flow, 1);
        add_word(flow, dj_slice_sub(text, word, end), paint);
        pos = end;
    }
}

void dj_flow_add(dj_flow *flow, dj_slice text, dj_paint paint)
{
    bool brackets = paint == DJ_MARKED && !flow->color;
    if (brackets)
        add_words(flow, DJ_S("⟦"), paint);
    paint_on(flow, paint);
    add_words(flow, text, paint);
    paint_off(flow, paint);
    if (brackets)
        add_words(flow, DJ_S("⟧"), paint);
}

void dj_flow_cell(dj_flow *flow, dj_slice text, size_t columns, bool keep_end, dj_paint paint)
{
    dj_slice head = dj_screen_cut(text, columns), tail = DJ_NONE;
    bool is_cut = head.n < text.n && columns > 0;
    if (is_cut) {
        size_t last = keep_end ? columns / 2 : 0;
        head = dj_screen_cut(text, columns - 1 - last);
        tail = dj_screen_cut_end(text, last);
    }
    size_t used = dj_screen_width(head) + is_cut + dj_screen_width(tail);
    paint_on(flow, paint);
    dj_screen_guard(flow->out, head);
    dj_screen_add(flow->out, head);
    if (is_cut)
        dj_buf_text(flow->out, "…");
    dj_screen_add(flow->out, tail);
    paint_off(flow, paint);
    flow->column += used;
    spaces(flow, columns - used);
}
