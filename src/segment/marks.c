/* Pairs the quotation marks of a run of lines. Pages mix straight and curly marks, open with ” and close with ", and
 * forget marks, so the shape of a mark only weighs; what decides is the white space around it, what is open, and whether
 * a quoting particle follows. Open marks wait on a small stack; a closing mark ends the innermost open one of its class
 * and drops what was opened inside and never closed. One step a mark, so a flood of marks costs no more than letters. */
#include "segment/marks.h"

#include "base/utf8.h"

enum {
    STACK = 8, /* deeper nesting than this is a flood: the outermost open mark is given up */
    LONGEST = DJ_QUOTED_BYTES, /* a longer pair is two marks that lost their partners */
    MOST_LINES = 4 /* a quotation that runs over more lines lost its closing mark */
};

typedef enum shape { NO_MARK, OPENS, CLOSES, EITHER } shape;

typedef struct pairing {
    dj_arena *arena;
    dj_slice text;
    size_t to;
    const dj_lexicon *particles;
    dj_segmented *out;
    struct {
        size_t quoted; /* index in out->quoted */
        unsigned line;
    } open[STACK];
    size_t n_open;
    unsigned line;
    size_t opened_at; /* where the last opening mark ended: a mark right behind it opens as well */
} pairing;

static shape shape_of(uint32_t rune, dj_marks *marks)
{
    switch (rune) {
    case 0x201C:
    case 0x201E: *marks = DJ_MARKS_DOUBLE; return OPENS; /* “ „ */
    case 0x201D:
    case '"':
    case 0xFF02: *marks = DJ_MARKS_DOUBLE; return EITHER; /* ” serves some pages as both */
    case 0x2018:
    case 0x201A: *marks = DJ_MARKS_SINGLE; return OPENS; /* ‘ ‚ */
    case 0x2019:
    case '\'':
    case '`':
    case 0xFF07: *marks = DJ_MARKS_SINGLE; return EITHER;
    case 0x300C: *marks = DJ_MARKS_CORNER; return OPENS;
    case 0x300D: *marks = DJ_MARKS_CORNER; return CLOSES;
    case 0x300E: *marks = DJ_MARKS_WHITE_CORNER; return OPENS;
    case 0x300F: *marks = DJ_MARKS_WHITE_CORNER; return CLOSES;
    case 0xAB: *marks = DJ_MARKS_GUILLEMET; return OPENS;
    case 0xBB: *marks = DJ_MARKS_GUILLEMET; return CLOSES;
    default: return NO_MARK;
    }
}

static bool is_space(uint32_t rune)
{
    return rune == 0 || rune == ' ' || rune == '\n' || rune == '\r' || rune == '\t' || rune == 0xA0 || rune == 0x3000;
}

static bool opens_bracket(uint32_t rune)
{
    return rune == '(' || rune == '[' || rune == '{' || rune == '<' || rune == 0x3008 || rune == 0x300A || rune == 0xFF08;
}

static bool ends_phrase(uint32_t rune)
{
    return rune == '.' || rune == ',' || rune == '?' || rune == '!' || rune == ')' || rune == ']' || rune == ';' || rune == ':' ||
           rune == 0x2026 || rune == 0x3002 || rune == 0xFF0C;
}

static bool is_latin(uint32_t rune)
{
    return (rune >= 'a' && rune <= 'z') || (rune >= 'A' && rune <= 'Z') || (rune >= '0' && rune <= '9');
}

/* a particle alone behind the mark, as in  …했다 "고 말했다  where a space slipped in before the mark */
static bool particle_follows(const pairing *p, size_t at)
{
    size_t length;
    dj_slice value, rest = dj_slice_sub(p->text, at, p->to);
    if (!dj_lexicon_prefix(p->particles, rest, &length, &value))
        return false;
    size_t pos = length;
    return pos == rest.n || !dj_is_hangul(dj_utf8_next(rest, &pos));
}

static bool is_open(const pairing *p, dj_marks marks)
{
    for (size_t i = p->n_open; i-- > 0;)
        if (p->out->quoted.at[p->open[i].quoted].marks == (uint8_t)marks)
            return true;
    return false;
}

static void open_mark(pairing *p, size_t start, size_t end, dj_marks marks)
{
    if (p->n_open == STACK) {
        memmove(&p->open[0], &p->open[1], sizeof p->open[0] * (STACK - 1));
        p->n_open--;
    }
    size_t most = start + LONGEST < p->to ? start + LONGEST : p->to;
    dj_quoted *quoted = DJ_PUSH(p->arena, &p->out->quoted);
    *quoted = (dj_quoted){.start = (uint32_t)start,
                          .end = (uint32_t)most,
                          .inner_start = (uint32_t)end,
                          .inner_end = (uint32_t)most,
                          .marks = (uint8_t)marks,
                          .depth = 0,
                          .is_closed = false};
    p->open[p->n_open].quoted = p->out->quoted.n - 1;
    p->open[p->n_open++].line = p->line;
    p->opened_at = end;
}

static void close_mark(pairing *p, size_t start, size_t end, dj_marks marks)
{
    while (is_open(p, marks)) {
        size_t top = p->open[--p->n_open].quoted;
        dj_quoted *quoted = &p->out->quoted.at[top];
        if (quoted->marks != (uint8_t)marks)
            continue;
        if (end - quoted->start > LONGEST || p->line - p->open[p->n_open].line >= MOST_LINES || start == quoted->inner_start)
            return;
        quoted->inner_end = (uint32_t)start;
        quoted->end = (uint32_t)end;
        quoted->is_closed = true;
        return;
    }
}

static shape direction(const pairing *p, shape drawn, dj_marks marks, uint32_t left, uint32_t right, size_t start, size_t end)
{
    if (drawn != EITHER)
        return drawn;
    bool after_space = is_space(left) || opens_bracket(left) || (start == p->opened_at && start > 0);
    bool before_space = is_space(right) || ends_phrase(right);
    if (marks == DJ_MARKS_SINGLE && is_latin(left) && is_latin(right))
        return NO_MARK; /* an apostrophe */
    bool open = is_open(p, marks);
    if (after_space && before_space)
        return open ? CLOSES : NO_MARK;
    if (after_space)
        return open && is_space(left) && particle_follows(p, end) ? CLOSES : OPENS;
    if (before_space)
        return open ? CLOSES : NO_MARK;
    return open ? CLOSES : OPENS;
}

/* how many closed quotations each lies in; sorted by start, so those around it are among the ones still open */
static void set_depths(dj_segmented *out, size_t first)
{
    uint32_t ends[STACK];
    size_t n = 0;
    for (size_t i = first; i < out->quoted.n; i++) {
        dj_quoted *quoted = &out->quoted.at[i];
        while (n > 0 && ends[n - 1] <= quoted->start)
            n--;
        quoted->depth = (uint8_t)n;
        if (quoted->is_closed && n < STACK)
            ends[n++] = quoted->end;
    }
}

/* up to a line end, or a byte that one of the marks begins with: all others need no look at their code point */
static size_t before_mark(dj_slice text, size_t pos)
{
    static const bool may_begin[256] = {
        ['\n'] = true, ['"'] = true, ['\''] = true, ['`'] = true, [0xC2] = true, [0xE2] = true, [0xE3] = true, [0xEF] = true};
    while (pos < text.n && !may_begin[(unsigned char)text.at[pos]])
        pos++;
    return pos;
}

void dj_pair_marks(dj_arena *arena, dj_slice text, size_t from, size_t to, const dj_lexicon *particles, dj_segmented *out)
{
    pairing p = {.arena = arena, .text = text, .to = to, .particles = particles, .out = out};
    size_t first = out->quoted.n;
    dj_slice within = {text.at, to};
    for (size_t pos = before_mark(within, from); pos < to; pos = before_mark(within, pos)) {
        size_t start = pos, back = pos;
        uint32_t rune = dj_utf8_next(within, &pos);
        dj_marks marks = DJ_MARKS_DOUBLE;
        shape mark = shape_of(rune, &marks);
        if (rune == '\n')
            p.line++;
        if (mark != NO_MARK) {
            size_t ahead = pos;
            uint32_t left = start > from ? dj_utf8_prev(within, &back) : 0, right = pos < to ? dj_utf8_next(within, &ahead) : 0;
            mark = direction(&p, mark, marks, left, right, start, pos);
            if (mark == OPENS)
                open_mark(&p, start, pos, marks);
            else if (mark == CLOSES)
                close_mark(&p, start, pos, marks);
        }
    }
    set_depths(out, first);
}
