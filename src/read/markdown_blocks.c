/* The line-by-line syntax of Markdown. Marks are dropped; the lines stay, since what is a heading or a list is told
 * later by the form of the lines. A heading becomes a paragraph of its own. */
#include "read/markdown.h"
#include "read/markup.h"

enum { MOST_MARKS = 16 }; /* before one line's text */

typedef struct line {
    size_t from, to; /* without the line end */
    size_t next;
} line;

typedef struct fence {
    char mark; /* 0: none is open */
    size_t length;
} fence;

static size_t skip_blanks(const dj_markdown *m, size_t at, size_t to)
{
    while (at < to && (m->text.at[at] == ' ' || m->text.at[at] == '\t'))
        at++;
    return at;
}

static size_t run_of(const dj_markdown *m, size_t at, size_t to)
{
    size_t end = at;
    while (end < to && m->text.at[end] == m->text.at[at])
        end++;
    return end - at;
}

static void drop(dj_markdown *m, size_t from, size_t to)
{
    dj_markdown_mark(m, from, to, DJ_MARK_DROP);
}

/* A line of an open fence, or one that opens it; false for any other. */
static bool fenced(dj_markdown *m, line l, fence *open)
{
    size_t at = skip_blanks(m, l.from, l.to), n = at < l.to ? run_of(m, at, l.to) : 0;
    char mark = n >= 3 ? m->text.at[at] : 0;
    if (open->mark) {
        bool closes = mark == open->mark && n >= open->length && skip_blanks(m, at + n, l.to) == l.to;
        dj_markdown_mark(m, l.from, l.to, closes ? DJ_MARK_DROP : DJ_MARK_LITERAL);
        if (closes)
            open->mark = 0;
        return true;
    }
    bool opens = mark == '~' ||
                 (mark == '`' && dj_slice_find(dj_slice_sub(m->text, at + n, l.to), DJ_S("`"), 0) == l.to - at - n);
    if (opens) {
        *open = (fence){mark, n};
        drop(m, l.from, l.to);
    }
    return opens;
}

/* of nothing but one kind of mark and blanks: a rule, or the underline of a heading */
static bool is_rule(const dj_markdown *m, size_t at, size_t to)
{
    char mark = m->text.at[at];
    size_t n = 0;
    if (!dj_is_one_of(mark, "-=*_"))
        return false;
    for (; at < to; at++)
        if (m->text.at[at] == mark)
            n++;
        else if (m->text.at[at] != ' ' && m->text.at[at] != '\t')
            return false;
    return n >= 3;
}

static bool is_table_rule(const dj_markdown *m, size_t at, size_t to)
{
    bool bar = false, dash = false;
    for (; at < to; at++) {
        bar = bar || m->text.at[at] == '|';
        dash = dash || m->text.at[at] == '-';
        if (!dj_is_one_of(m->text.at[at], "|-: \t"))
            return false;
    }
    return bar && dash;
}

/* {: .notice}, {% include x %}: lines for the site's generator */
static bool is_template(const dj_markdown *m, size_t at, size_t to)
{
    dj_slice l = dj_slice_sub(m->text, at, to);
    return (dj_slice_starts(l, DJ_S("{:")) || dj_slice_starts(l, DJ_S("{%"))) && l.at[l.n - 1] == '}';
}

/* bytes of the [label]: before a link's address, or of [^label]: before a note's text (*is_note); 0 for none */
static size_t definition(const dj_markdown *m, size_t at, size_t to, bool *is_note)
{
    enum { LONGEST_LABEL = 100 };
    if (m->text.at[at] != '[')
        return 0;
    size_t end = at + 1;
    while (end < to && end - at < LONGEST_LABEL && !dj_is_one_of(m->text.at[end], "[]"))
        end++;
    if (end + 1 >= to || end == at + 1 || m->text.at[end] != ']' || m->text.at[end + 1] != ':')
        return 0;
    *is_note = m->text.at[at + 1] == '^';
    dj_slice address = dj_slice_sub(m->text, skip_blanks(m, end + 2, to), to);
    bool is_link = dj_slice_starts(address, DJ_S("http")) || dj_slice_starts(address, DJ_S("<")) ||
                   dj_slice_starts(address, DJ_S("/")) || dj_slice_starts(address, DJ_S("#"));
    return *is_note || is_link ? end + 2 - at : 0;
}

/* Bytes of a list's mark with the blanks behind it. A number of more than two digits is a year, not a mark, and one with
 * another figure and full stop behind it (2. 4. 기준) is a date. */
static size_t list_mark(const dj_markdown *m, size_t at, size_t to)
{
    size_t end = at;
    while (end < to && m->text.at[end] >= '0' && m->text.at[end] <= '9')
        end++;
    bool is_number = end > at && end - at <= 2;
    if (end > at && !is_number)
        return 0;
    if (end == to || !dj_is_one_of(m->text.at[end], is_number ? ".)" : "-*+"))
        return 0;
    size_t text = skip_blanks(m, end + 1, to);
    if (text == end + 1)
        return 0;
    size_t figure = text;
    while (figure < to && m->text.at[figure] >= '0' && m->text.at[figure] <= '9')
        figure++;
    if (is_number && figure > text && figure < to && m->text.at[figure] == '.')
        return 0;
    dj_slice rest = dj_slice_sub(m->text, text, to);
    bool is_task = dj_slice_starts(rest, DJ_S("[ ] ")) || dj_slice_starts(rest, DJ_S("[x] "));
    return text - at + (is_task ? 4 : 0);
}

/* # Heading ##: without its marks, between paragraph ends */
static bool heading(dj_markdown *m, line l, size_t at)
{
    size_t n = m->text.at[at] == '#' ? run_of(m, at, l.to) : 0;
    if (n == 0 || n > 6 || (at + n < l.to && m->text.at[at + n] != ' ' && m->text.at[at + n] != '\t'))
        return false;
    drop(m, at, skip_blanks(m, at + n, l.to));
    size_t to = l.to;
    while (to > at && dj_is_one_of(m->text.at[to - 1], " \t\r#"))
        to--;
    if (to < l.to && (m->text.at[to] == ' ' || m->text.at[to] == '\t'))
        drop(m, to, l.to);
    if (l.from > m->body)
        m->marks[l.from - 1] = DJ_MARK_GAP;
    if (l.next > l.to)
        m->marks[l.next - 1] = DJ_MARK_GAP;
    return true;
}

static void block_line(dj_markdown *m, line l)
{
    size_t at = l.from;
    for (int marks = 0; marks < MOST_MARKS; marks++) { /* one may follow another: > - # */
        at = skip_blanks(m, at, l.to);
        if (at == l.to || heading(m, l, at))
            break;
        bool is_note = false;
        size_t label = definition(m, at, l.to, &is_note);
        if (is_table_rule(m, at, l.to)) {
            drop(m, l.from, l.next);
            return;
        }
        if (is_rule(m, at, l.to) || is_template(m, at, l.to) || (label && !is_note)) {
            drop(m, l.from, l.to);
            return;
        }
        size_t mark = m->text.at[at] == '>' ? 1 : is_note ? label : list_mark(m, at, l.to);
        at += mark;
        if (mark == 0)
            break;
    }
    drop(m, l.from, at);
}

void dj_markdown_blocks(dj_markdown *m)
{
    fence open = {0};
    for (size_t from = m->body; from < m->text.n;) {
        line l = {from, dj_slice_find(m->text, DJ_S("\n"), from), 0};
        l.next = l.to < m->text.n ? l.to + 1 : l.to;
        if (l.to > from && m->text.at[l.to - 1] == '\r')
            l.to--;
        if (!fenced(m, l, &open))
            block_line(m, l);
        from = l.next;
    }
}
