/* Links, images, notes and emphasis of a Markdown source. Brackets are matched with a stack, emphasis with one open run
 * for each kind of mark: no search ever looks at a byte twice. */
#include "read/markdown.h"
#include "read/markup.h"

#include "base/names.h"
#include "base/utf8.h"
#include "base/vec.h"

static size_t skip_blanks(dj_slice s, size_t at)
{
    while (at < s.n && (s.at[at] == ' ' || s.at[at] == '\t'))
        at++;
    return at;
}

/* behind the address of a link; `at` where it is none. Parentheses inside must pair, to a depth of 32 as in cmark. */
static size_t address_end(dj_slice s, size_t at)
{
    enum { DEEPEST = 32 };
    size_t end = at;
    if (at < s.n && s.at[at] == '<') {
        for (end++; end < s.n && !dj_is_one_of(s.at[end], "<>\n");)
            end++;
        return end < s.n && s.at[end] == '>' ? end + 1 : at;
    }
    for (int depth = 0; end < s.n && !dj_is_one_of(s.at[end], " \t\r\n"); end++) {
        if (s.at[end] == '(' && ++depth > DEEPEST)
            return at;
        if (s.at[end] == ')' && --depth < 0)
            break;
    }
    return end;
}

/* behind "(address 'title')" at `at`; 0 for none */
static size_t target_end(dj_slice s, size_t at)
{
    if (at >= s.n || s.at[at] != '(')
        return 0;
    size_t end = skip_blanks(s, address_end(s, skip_blanks(s, at + 1)));
    if (end < s.n && (s.at[end] == '"' || s.at[end] == '\'')) {
        char quote = s.at[end];
        for (end++; end < s.n && s.at[end] != quote && s.at[end] != '\n';)
            end++;
        end = skip_blanks(s, end + 1);
    }
    return end < s.n && s.at[end] == ')' ? end + 1 : 0;
}

/* behind "[label]" at `at` where the label is defined; 0 for none */
static size_t label_end(dj_slice s, size_t at, const dj_names *defined)
{
    enum { LONGEST_LABEL = 100 };
    if (at >= s.n || s.at[at] != '[')
        return 0;
    size_t end = at + 1;
    while (end < s.n && end - at < LONGEST_LABEL && !dj_is_one_of(s.at[end], "[]\n"))
        end++;
    bool okay = end < s.n && s.at[end] == ']' && dj_names_find(defined, dj_slice_sub(s, at + 1, end)) != 0;
    return okay ? end + 1 : 0;
}

/* the labels of [label]: lines, which the block pass dropped */
static dj_names *definitions(const dj_markdown *m)
{
    dj_names *names = dj_names_new(m->arena);
    for (size_t from = m->body, to; from < m->text.n; from = to + 1) {
        to = dj_slice_find(m->text, DJ_S("\n"), from);
        size_t at = skip_blanks(m->text, from), end = dj_slice_find(dj_slice_sub(m->text, 0, to), DJ_S("]:"), at);
        if (at < to && end < to && m->marks[at] == DJ_MARK_DROP && m->text.at[at] == '[')
            dj_intern(names, dj_slice_sub(m->text, at + 1, end));
    }
    return names;
}

static size_t close_bracket(dj_markdown *m, size_t at, size_t open, const dj_names *defined)
{
    size_t end = target_end(m->text, at + 1);
    bool is_note = m->text.at[open + 1] == '^' && end == 0;
    if (!end)
        end = is_note ? at + 1 : label_end(m->text, at + 1, defined);
    if (!end)
        return at + 1;
    if (is_note)
        dj_markdown_mark(m, open, at, DJ_MARK_DROP);
    bool is_image = open > m->body && m->text.at[open - 1] == '!' && m->marks[open - 1] == DJ_MARK_TEXT;
    dj_markdown_mark(m, open - is_image, open + 1, DJ_MARK_DROP);
    dj_markdown_mark(m, at, end, DJ_MARK_DROP);
    return end;
}

static void links(dj_markdown *m)
{
    DJ_VEC(size_t) open = {0};
    dj_names *defined = definitions(m);
    for (size_t at = m->body; at < m->text.n;) {
        char c = m->marks[at] == DJ_MARK_TEXT ? m->text.at[at] : 0;
        if (c == '\n' && at + 1 < m->text.n && m->text.at[at + 1] == '\n')
            open.n = 0; /* no link reaches over paragraphs */
        if (c == '[')
            *DJ_PUSH(m->arena, &open) = at;
        if (c == ']' && open.n)
            at = close_bracket(m, at, open.at[--open.n], defined);
        else
            at++;
    }
}

typedef enum side { SIDE_SPACE, SIDE_DIGIT, SIDE_WORD, SIDE_HANGUL, SIDE_MARK } side;

static side side_of(uint32_t rune)
{
    if (rune <= ' ' || rune == 0xA0 || rune == 0x3000)
        return SIDE_SPACE;
    if (rune >= '0' && rune <= '9')
        return SIDE_DIGIT;
    if ((rune | 0x20) >= 'a' && (rune | 0x20) <= 'z')
        return SIDE_WORD;
    return dj_is_hangul(rune) ? SIDE_HANGUL : SIDE_MARK;
}

/* Emphasis as it stands in running text: a run hugs its words, and a single mark between letters or figures is none. */
static void flanks(const dj_markdown *m, size_t at, size_t n, bool *opens, bool *closes)
{
    size_t before = at, behind = at + n;
    side left = before > m->body ? side_of(dj_utf8_prev(m->text, &before)) : SIDE_SPACE;
    side right = behind < m->text.n ? side_of(dj_utf8_next(m->text, &behind)) : SIDE_SPACE;
    bool is_between_figures = left == SIDE_DIGIT && right == SIDE_DIGIT;
    bool is_cautious = m->text.at[at] == '_' || n == 1;
    *opens = right != SIDE_SPACE && !is_between_figures &&
             !(is_cautious && (left == SIDE_WORD || left == SIDE_DIGIT || (left == SIDE_HANGUL && n == 1)));
    *closes = left != SIDE_SPACE && !is_between_figures && !(is_cautious && (right == SIDE_WORD || right == SIDE_DIGIT));
}

static void emphasis(dj_markdown *m)
{
    enum { KINDS = 9 }; /* three marks by three lengths */
    static const char marks[] = "*_~";
    size_t open[KINDS] = {0}; /* 1 + the offset of the run that is open; 0 for none */
    for (size_t at = m->body, n; at < m->text.n; at += n) {
        char c = m->text.at[at];
        const char *kind = c && m->marks[at] == DJ_MARK_TEXT ? strchr(marks, c) : NULL;
        n = 1;
        if (c == '\n' && at + 1 < m->text.n && m->text.at[at + 1] == '\n')
            memset(open, 0, sizeof open);
        if (!kind)
            continue;
        while (at + n < m->text.n && m->text.at[at + n] == c && m->marks[at + n] == DJ_MARK_TEXT)
            n++;
        if (n > 3 || (c == '~' && n != 2))
            continue;
        bool opens, closes;
        size_t *slot = &open[(size_t)(kind - marks) * 3 + n - 1];
        flanks(m, at, n, &opens, &closes);
        if (*slot && closes) {
            dj_markdown_mark(m, *slot - 1, *slot - 1 + n, DJ_MARK_DROP);
            dj_markdown_mark(m, at, at + n, DJ_MARK_DROP);
            *slot = 0;
        } else if (opens) {
            *slot = at + 1;
        }
    }
}

void dj_markdown_inline(dj_markdown *m)
{
    links(m);
    emphasis(m);
}
