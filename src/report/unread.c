/* See unread.h. One walk over the text beside the mentions, which are in order of their places. */
#include "report/unread.h"

#include "base/utf8.h"

static bool is_digit(uint32_t rune)
{
    return (rune >= '0' && rune <= '9') || (rune >= 0xFF10 && rune <= 0xFF19);
}

static bool is_latin(uint32_t rune)
{
    return (rune >= 'a' && rune <= 'z') || (rune >= 'A' && rune <= 'Z');
}

/* past the figure whose first digit ends at pos: digits, with single commas and points between them */
static size_t figure_end(dj_slice text, size_t pos)
{
    while (pos < text.n) {
        size_t next = pos;
        uint32_t rune = dj_utf8_next(text, &next);
        size_t after = next;
        bool joins = (rune == ',' || rune == '.') && next < text.n && is_digit(dj_utf8_next(text, &after));
        if (!is_digit(rune) && !joins)
            break;
        pos = next;
    }
    return pos;
}

static bool claims_figures(const dj_mention *mention)
{
    return dj_kind_about(mention->kind)->layer == DJ_LAYER_FIGURES && mention->kind != DJ_NUMBER;
}

/* whether start..end lies in a mention; *next is where the walk over the mentions stands */
static bool is_claimed(const dj_text *text, dj_field_name field, size_t start, size_t *next)
{
    for (; *next < text->mentions.n; (*next)++) {
        const dj_mention *m = text->mentions.at[*next];
        if (m->field == field && claims_figures(m) && m->end > start)
            return m->start <= start;
    }
    return false;
}

static void find_in(dj_arena *arena, const dj_text *text, dj_field_name field, dj_coverage *out)
{
    dj_slice s = text->story->fields[field].text;
    uint32_t before = ' ';
    size_t next = 0;
    for (size_t pos = 0; pos < s.n;) {
        size_t start = pos;
        uint32_t rune = dj_utf8_next(s, &pos);
        if (!is_digit(rune)) {
            before = rune;
            continue;
        }
        pos = figure_end(s, pos);
        bool claimed = is_claimed(text, field, start, &next);
        if (!claimed && is_latin(before))
            continue;
        before = rune;
        out->figures++;
        if (!claimed)
            *DJ_PUSH(arena, &out->unread) = (dj_unread){field, (uint32_t)start, (uint32_t)pos};
    }
}

dj_coverage dj_find_unread(dj_arena *arena, const dj_text *text)
{
    dj_coverage coverage = {0};
    find_in(arena, text, DJ_FIELD_TITLE, &coverage);
    find_in(arena, text, DJ_FIELD_TEXT, &coverage);
    return coverage;
}
