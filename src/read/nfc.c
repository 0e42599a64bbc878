/* NFC by clusters: a code point that can begin a composition and the marks behind it are handed to utf8proc together,
 * and become one step of the map where they change. (macOS writes Hangul decomposed, three letters to a syllable.)
 * Code points that never change or combine with what precedes, which is nearly all of a story, are only copied. A
 * no-break space, and one with a width of its own, becomes a space, since patterns are written for that. A cluster is cut
 * off at the 31 marks of the Stream-Safe Text Format (UAX #15, section 13), since sorting marks is quadratic. */
#include "read/nfc.h"

#include <utf8proc.h>

#include "base/utf8.h"

enum { MOST_RUNES = 32, MOST_DECOMPOSED = 4 * MOST_RUNES };

/* Editing systems leave them in the middle of figures. The joiners of emoji and of Indic letters are not among them. */
static bool is_invisible(uint32_t rune)
{
    return rune == 0xAD || rune == 0x200B || rune == 0x2060 || rune == 0xFEFF;
}

/* Spaces that keep a line together or have a width of their own, for which no rule writes another pattern. */
static bool is_space(uint32_t rune)
{
    return rune == 0xA0 || (rune >= 0x2000 && rune <= 0x200A) || rune == 0x202F || rune == 0x205F;
}

/* in NFC by itself, and no second part of any composition */
static bool is_plain(uint32_t rune)
{
    return (rune < 0x300 && rune != 0xAD && rune != 0xA0) || (rune >= 0xAC00 && rune <= 0xD7A3) ||
           (rune >= 0x4E00 && rune <= 0x9FFF) || (rune >= 0x2010 && rune <= 0x205F && !is_space(rune)) ||
           (rune >= 0x3000 && rune <= 0x3029) || (rune >= 0x3130 && rune <= 0x33FF) || (rune >= 0xFF00 && rune <= 0xFFFF);
}

static bool joins_previous(uint32_t rune)
{
    if (is_plain(rune))
        return false;
    if (rune >= 0x1160 && rune <= 0x11FF) /* vowels and finals of Hangul */
        return true;
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)rune);
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC || category == UTF8PROC_CATEGORY_ME;
}

/* The end of text that stays as it is: that before the first code point that is not plain, but for the one right before, which
 * it may join. */
static size_t plain_end(dj_slice text, size_t pos)
{
    for (size_t last = pos, from; pos < text.n; last = from) {
        from = pos;
        if (dj_utf8_is_hangul(text, pos)) {
            pos += 3;
            continue;
        }
        uint32_t rune = dj_utf8_next(text, &pos);
        if (rune == '\r' || !is_plain(rune))
            return last;
    }
    return text.n;
}

static size_t cluster_end(dj_slice text, size_t pos, uint32_t *first, bool *is_all_plain)
{
    *first = dj_utf8_next(text, &pos);
    *is_all_plain = is_plain(*first);
    for (int runes = 1; pos < text.n && runes < MOST_RUNES; runes++) {
        size_t next = pos;
        if (!joins_previous(dj_utf8_next(text, &next)))
            break;
        *is_all_plain = false;
        pos = next;
    }
    return pos;
}

static void compose(dj_slice text, size_t from, size_t to, dj_trace *trace)
{
    const utf8proc_option_t options = UTF8PROC_STABLE | UTF8PROC_COMPOSE;
    utf8proc_int32_t runes[MOST_DECOMPOSED + 1];
    dj_slice cluster = dj_slice_sub(text, from, to), composed = cluster;
    utf8proc_ssize_t n = utf8proc_decompose((const utf8proc_uint8_t *)cluster.at, (utf8proc_ssize_t)cluster.n, runes,
                                            MOST_DECOMPOSED, options);
    if (n >= 0 && n <= MOST_DECOMPOSED && (n = utf8proc_reencode(runes, n, options)) >= 0)
        composed = (dj_slice){(const char *)runes, (size_t)n};
    if (dj_slice_eq(cluster, composed))
        dj_trace_copy(trace, text, (uint32_t)from, (uint32_t)to);
    else
        dj_trace_step(trace, composed, (uint32_t)from, (uint32_t)to);
}

dj_traced dj_nfc(dj_arena *arena, dj_slice text)
{
    if (plain_end(text, 0) == text.n)
        return (dj_traced){text, dj_map_shift(arena, text.n, 0)};
    dj_trace trace = dj_trace_new(arena);
    for (size_t pos = 0, end; pos < text.n; pos = end) {
        uint32_t first;
        bool is_all_plain;
        if ((end = plain_end(text, pos)) > pos) {
            dj_trace_copy(&trace, text, (uint32_t)pos, (uint32_t)end);
            continue;
        }
        end = cluster_end(text, pos, &first, &is_all_plain);
        if (is_invisible(first) && end - pos < 4) /* without marks of its own */
            continue;
        if (first == '\r' && end == pos + 1) {
            end += end < text.n && text.at[end] == '\n';
            dj_trace_step(&trace, DJ_S("\n"), (uint32_t)pos, (uint32_t)end);
        } else if (is_space(first) && end - pos < 4) {
            dj_trace_step(&trace, DJ_S(" "), (uint32_t)pos, (uint32_t)end);
        } else if (is_all_plain) {
            dj_trace_copy(&trace, text, (uint32_t)pos, (uint32_t)end);
        } else {
            compose(text, pos, end, &trace);
        }
    }
    return dj_trace_end(&trace);
}
