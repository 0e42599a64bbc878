/* Code spans, escapes, comments and tags of a Markdown source. They bind tighter than links and emphasis. */
#include "read/markdown.h"
#include "read/markup.h"

enum { LONGEST_TICKS = 8 };

typedef struct ticks { /* the lengths of which no run closes a code span in the rest of the paragraph */
    bool is_last[LONGEST_TICKS + 1];
} ticks;

static size_t paragraph_end(dj_slice text, size_t from)
{
    size_t at = from;
    for (;;) {
        at = dj_slice_find(text, DJ_S("\n"), at);
        if (at >= text.n)
            return text.n;
        size_t next = at + 1;
        while (next < text.n && dj_is_one_of(text.at[next], " \t\r"))
            next++;
        if (next >= text.n || text.at[next] == '\n')
            return at;
        at++;
    }
}

static size_t tick_run(dj_slice text, size_t at, size_t to)
{
    size_t end = at;
    while (end < to && text.at[end] == '`')
        end++;
    return end - at;
}

/* where a run of exactly `length` backticks begins in from..to; `to` for none */
static size_t closing_ticks(dj_slice text, size_t from, size_t to, size_t length)
{
    for (size_t at = from, n; (at = dj_slice_find(dj_slice_sub(text, 0, to), DJ_S("`"), at)) < to; at += n)
        if ((n = tick_run(text, at, to)) == length)
            return at;
    return to;
}

/* behind the code span that begins at `at`, or behind the backticks where none does */
static size_t code_span(dj_markdown *m, size_t at, size_t to, ticks *seen)
{
    size_t length = tick_run(m->text, at, to), from = at + length;
    if (length > LONGEST_TICKS || seen->is_last[length])
        return from;
    size_t close = closing_ticks(m->text, from, to, length);
    if (close == to) {
        seen->is_last[length] = true;
        return from;
    }
    dj_markdown_mark(m, at, from, DJ_MARK_DROP);
    dj_markdown_mark(m, from, close, DJ_MARK_LITERAL);
    dj_markdown_mark(m, close, close + length, DJ_MARK_DROP);
    return close + length;
}

static bool is_punctuation(char c)
{
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

static void spans(dj_markdown *m)
{
    size_t to = m->body;
    ticks seen = {0};
    for (size_t at = m->body; at < m->text.n;) {
        if (at >= to) {
            to = paragraph_end(m->text, at + 1);
            seen = (ticks){0};
        }
        if (m->marks[at] != DJ_MARK_TEXT) {
            at++;
        } else if (m->text.at[at] == '`') {
            at = code_span(m, at, to > at ? to : m->text.n, &seen);
        } else if (m->text.at[at] == '\\' && at + 1 < m->text.n && is_punctuation(m->text.at[at + 1])) {
            m->marks[at] = DJ_MARK_DROP;
            m->marks[at + 1] = DJ_MARK_LITERAL;
            at += 2;
        } else {
            at++;
        }
    }
}

/* behind an address in angle brackets, <https://…>; 0 for none */
static size_t address_end(dj_slice text, size_t at)
{
    size_t end = at + 1;
    bool colon = false;
    for (; end < text.n && !dj_is_one_of(text.at[end], " \t\r\n<>"); end++)
        colon = colon || text.at[end] == ':' || text.at[end] == '@';
    return colon && end < text.n && text.at[end] == '>' ? end + 1 : 0;
}

/* A line end behind a <br> is the same break. */
static size_t with_line_end(const dj_markdown *m, size_t end)
{
    size_t at = end;
    while (at < m->text.n && dj_is_one_of(m->text.at[at], " \t\r"))
        at++;
    bool is_same = at < m->text.n && m->text.at[at] == '\n' && m->marks[at] == DJ_MARK_TEXT;
    return is_same ? at + 1 : end;
}

static size_t tag_end(dj_markdown *m, size_t at, const dj_tag *tag, bool *is_raw_open)
{
    size_t end = tag->end;
    if (tag->element->shape == DJ_SHAPE_RAW && !tag->is_end && !*is_raw_open) {
        size_t raw = dj_raw_end(m->text, tag->end, tag->name);
        *is_raw_open = raw == m->text.n;
        end = *is_raw_open ? end : raw;
    }
    if (tag->element->shape == DJ_SHAPE_BREAK)
        end = with_line_end(m, end);
    dj_markdown_mark(m, at, end, DJ_MARK_DROP);
    if (tag->element->shape != DJ_SHAPE_INLINE)
        m->marks[at] = DJ_MARK_TAG;
    return end;
}

void dj_markdown_html(dj_markdown *m)
{
    bool is_open[2] = {false, false}, is_raw_open = false; /* searched to the end in vain: declarations, comments */
    spans(m);
    for (size_t at = m->body; (at = dj_slice_find(m->text, DJ_S("<"), at)) < m->text.n;) {
        dj_tag tag;
        size_t end = 0;
        bool is_comment = dj_slice_starts(dj_slice_sub(m->text, at, m->text.n), DJ_S("<!--"));
        bool is_declaration = at + 1 < m->text.n && dj_is_one_of(m->text.at[at + 1], "!?");
        if (m->marks[at] == DJ_MARK_LITERAL || m->marks[at] == DJ_MARK_DROP) {
            at++;
            continue;
        }
        if (is_declaration && !is_open[is_comment]) {
            end = dj_comment_end(m->text, at);
            is_open[is_comment] = end == m->text.n;
            end = is_open[is_comment] ? 0 : end;
            dj_markdown_mark(m, at, end, DJ_MARK_DROP);
        } else if (dj_tag_at(m->text, at, true, &tag) && tag.element) {
            end = tag_end(m, at, &tag, &is_raw_open);
        } else if ((end = address_end(m->text, at)) > 0) {
            dj_markdown_mark(m, at, end, DJ_MARK_DROP);
        }
        at = end > at ? end : at + 1;
    }
}
