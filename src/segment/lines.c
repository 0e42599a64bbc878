/* Cuts a field into lines and says which go on in the next. Some pages wrap lines inside sentences, even inside amounts,
 * while headings and list items stand on lines of their own without a stop; what tells them apart is whether marks are
 * open across the line end, how wide the line is beside its neighbours, and whether its last word asks for more
 * (a particle, a connective ending, a comma). */
#include "base/utf8.h"
#include "segment/cutter.h"
#include "segment/marks.h"

enum {
    WRAPPED_MOST = 120, /* code points: wrapped lines are narrower; wider ones are whole paragraphs */
    WRAPPED_LEAST = 30,
    TAIL_BYTES = 160 /* of a line, read for how it ends */
};

static void cut(dj_cutter *c, dj_lines *lines)
{
    bool blank = true;
    for (size_t from = 0; from < c->text.n;) {
        const char *newline = memchr(c->text.at + from, '\n', c->text.n - from);
        size_t to = newline ? (size_t)(newline - c->text.at) : c->text.n;
        dj_slice line = dj_slice_trim(dj_slice_sub(c->text, from, to));
        if (line.n > 0) {
            uint32_t start = (uint32_t)(line.at - c->text.at);
            *DJ_PUSH(c->arena, lines) = (dj_line){
                .start = start, .end = start + (uint32_t)line.n, .width = (uint32_t)dj_utf8_runes(line), .after_blank = blank};
        }
        blank = line.n == 0;
        from = to + 1;
    }
}

dj_slice dj_line_tail(dj_slice line, size_t most)
{
    return dj_slice_sub(line, line.n > most ? dj_utf8_floor(line, line.n - most) : 0, line.n);
}

static bool is_stop(uint32_t rune)
{
    return rune == '.' || rune == '?' || rune == '!' || rune == 0x3002 || rune == 0x2026 || rune == ':' || rune == 0xFF0E;
}

static bool is_closer(uint32_t rune)
{
    return rune == '"' || rune == '\'' || rune == ')' || rune == ']' || (rune >= 0x2018 && rune <= 0x201D) || rune == 0x300D ||
           rune == 0x300F || rune == 0xBB || rune == '>' || rune == 0x300B || rune == 0x3009;
}

static bool ends_final(dj_cutter *c, dj_slice line, bool *has_stop)
{
    size_t pos = line.n;
    uint32_t rune = dj_utf8_prev(line, &pos);
    while (is_closer(rune) && pos > 0)
        rune = dj_utf8_prev(line, &pos);
    *has_stop = is_stop(rune);
    if (*has_stop)
        return true;
    return dj_cutter_sees(c, "line-final", dj_line_tail(line, TAIL_BYTES), false);
}

static uint32_t widest_of_run(const dj_lines *lines, size_t first, size_t *end)
{
    uint32_t widest = lines->at[first].width;
    size_t i = first + 1;
    for (; i < lines->n && !lines->at[i].after_blank; i++)
        if (lines->at[i].width > widest)
            widest = lines->at[i].width;
    *end = i;
    return widest;
}

/* the last word asks for more, or the next line cannot begin a sentence */
static bool is_open_ended(dj_cutter *c, dj_slice line, dj_slice next)
{
    return dj_cutter_sees(c, "line-open", dj_line_tail(line, TAIL_BYTES), false) ||
           dj_cutter_sees(c, "line-continues", next, true);
}

static bool goes_on(dj_cutter *c, const dj_line *line, const dj_line *next, uint32_t widest)
{
    if (line->is_final || next->stands_alone || widest > WRAPPED_MOST)
        return false;
    dj_slice here = dj_slice_sub(c->text, line->start, line->end), there = dj_slice_sub(c->text, next->start, next->end);
    if (dj_cutter_sees(c, "zone-byline", here, true) || dj_cutter_sees(c, "zone-byline", there, true))
        return false;
    if (line->width * 9 >= widest * 4 && line->width >= WRAPPED_LEAST && is_open_ended(c, here, there))
        return true;
    bool is_full = widest >= WRAPPED_LEAST && line->width * 5 >= widest * 4;
    return is_full && (next->is_final || next->width * 2 >= widest);
}

static void join_by_marks(dj_cutter *c, dj_lines *lines)
{
    size_t line = 0;
    for (size_t i = 0; i < c->out->quoted.n; i++) {
        const dj_quoted *quoted = &c->out->quoted.at[i];
        if (!quoted->is_closed || quoted->depth > 0)
            continue;
        while (line < lines->n && lines->at[line].end <= quoted->start)
            line++;
        for (size_t j = line; j < lines->n && lines->at[j].end < quoted->end; j++)
            lines->at[j].goes_on = true;
    }
}

static void join_run(dj_cutter *c, dj_lines *lines, size_t first, size_t end, uint32_t widest)
{
    for (size_t i = first; i < end; i++) {
        dj_slice line = dj_slice_sub(c->text, lines->at[i].start, lines->at[i].end);
        lines->at[i].is_final = ends_final(c, line, &lines->at[i].has_stop);
        lines->at[i].is_listed = dj_cutter_sees(c, "line-list", line, true);
        lines->at[i].stands_alone = lines->at[i].is_listed || dj_cutter_sees(c, "zone-navigation", line, true);
    }
    for (size_t i = first; i + 1 < end; i++)
        lines->at[i].goes_on = goes_on(c, &lines->at[i], &lines->at[i + 1], widest);
}

void dj_cut_lines(dj_cutter *cutter, dj_lines *lines)
{
    cut(cutter, lines);
    for (size_t first = 0, end; first < lines->n; first = end) {
        uint32_t widest = widest_of_run(lines, first, &end);
        dj_pair_marks(cutter->arena, cutter->text, lines->at[first].start, lines->at[end - 1].end, cutter->particles,
                      cutter->out);
        join_run(cutter, lines, first, end, widest);
    }
    join_by_marks(cutter, lines);
}
