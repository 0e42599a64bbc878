/* A lexicon as a pattern: a tree of the surfaces' code points written out with common beginnings once, so that the text is
 * read once whatever the number of surfaces. At every branch what goes on comes before what ends, so the longest
 * surface is tried first; single letters that end a surface become one class. */
#include "base/utf8.h"
#include "base/vec.h"
#include "rule/build.h"

enum { SPACE = 0x7FFFFFFF }; /* in a surface: white space or none */

typedef struct branch branch;
struct branch {
    uint32_t rune;
    bool ends; /* a surface ends here */
    branch *first, *last, *next; /* children, in order of first sight; the next sibling */
};

static uint32_t next_rune(dj_slice surface, size_t *at)
{
    size_t space = dj_space_at(dj_slice_sub(surface, *at, surface.n));
    if (space == 0)
        return dj_utf8_next(surface, at);
    for (; space > 0; space = dj_space_at(dj_slice_sub(surface, *at, surface.n)))
        *at += space;
    return SPACE;
}

static branch *child(dj_arena *arena, branch *parent, uint32_t rune)
{
    for (branch *b = parent->first; b; b = b->next)
        if (b->rune == rune)
            return b;
    branch *b = dj_alloc(arena, sizeof *b);
    b->rune = rune;
    if (parent->last)
        parent->last->next = b;
    else
        parent->first = b;
    parent->last = b;
    return b;
}

static void write_rune(uint32_t rune, dj_buf *out)
{
    bool is_word = (rune >= '0' && rune <= '9') || (rune >= 'a' && rune <= 'z') || (rune >= 'A' && rune <= 'Z');
    if (rune == SPACE) {
        dj_buf_text(out, "[\\s\\x{A0}\\x{3000}]*+");
        return;
    }
    if (rune < 0x80 && !is_word)
        dj_buf_byte(out, '\\');
    dj_buf_rune(out, rune);
}

static bool is_leaf(const branch *b)
{
    return b->ends && !b->first && b->rune != SPACE;
}

static size_t count_leaves(const branch *parent)
{
    size_t n = 0;
    for (const branch *b = parent->first; b; b = b->next)
        n += is_leaf(b);
    return n;
}

static void write_class(const branch *parent, dj_buf *out)
{
    dj_buf_byte(out, '[');
    for (const branch *b = parent->first; b; b = b->next)
        if (is_leaf(b))
            write_rune(b->rune, out);
    dj_buf_byte(out, ']');
}

static void write_tails(const branch *b, dj_buf *out);

/* the alternatives below `parent`; returns how many */
static size_t write_alternatives(const branch *parent, dj_buf *out)
{
    size_t n = 0;
    bool has_class = count_leaves(parent) > 1;
    for (const branch *b = parent->first; b; b = b->next) {
        if (has_class && is_leaf(b))
            continue;
        if (n++)
            dj_buf_byte(out, '|');
        write_rune(b->rune, out);
        write_tails(b, out);
    }
    if (has_class && n++)
        dj_buf_byte(out, '|');
    if (has_class)
        write_class(parent, out);
    return n;
}

/* what may follow b; depth is bounded by the longest surface */
static void write_tails(const branch *b, dj_buf *out)
{
    if (!b->first)
        return;
    bool is_single = !b->first->next && !b->ends;
    if (!is_single)
        dj_buf_text(out, "(?:");
    write_alternatives(b, out);
    if (!is_single)
        dj_buf_text(out, b->ends ? ")?" : ")");
}

static void write_flat(const dj_lexicon *lexicon, dj_buf *out)
{
    for (size_t i = 0; i < dj_lexicon_count(lexicon); i++) {
        dj_slice surface, value;
        dj_lexicon_entry(lexicon, i, &surface, &value);
        if (i)
            dj_buf_byte(out, '|');
        for (size_t at = 0; at < surface.n;) {
            uint32_t rune = next_rune(surface, &at);
            write_rune(rune == SPACE ? ' ' : rune, out);
        }
    }
}

void dj_lexicon_pattern(const dj_lexicon *lexicon, bool flat, dj_buf *out)
{
    if (flat) {
        write_flat(lexicon, out);
        return;
    }
    dj_arena *arena = dj_arena_new();
    branch root = {0};
    for (size_t i = 0; i < dj_lexicon_count(lexicon); i++) {
        dj_slice surface, value;
        branch *b = &root;
        dj_lexicon_entry(lexicon, i, &surface, &value);
        for (size_t at = 0; at < surface.n;)
            b = child(arena, b, next_rune(surface, &at));
        b->ends = true;
    }
    write_alternatives(&root, out);
    dj_arena_free(arena);
}
