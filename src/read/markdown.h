/* The passes over a Markdown source, each marking the bytes of its syntax. In this order: blocks, HTML, inline. */
#ifndef DJ_READ_MARKDOWN_H
#define DJ_READ_MARKDOWN_H
#include "base/slice.h"

typedef enum dj_mark {
    DJ_MARK_TEXT,
    DJ_MARK_LITERAL, /* text that no further syntax applies to: code, escaped characters */
    DJ_MARK_DROP,
    DJ_MARK_GAP, /* a line end that ends a paragraph */
    DJ_MARK_TAG /* the first byte of an HTML tag that breaks lines; the others are dropped */
} dj_mark;

typedef struct dj_markdown {
    dj_arena *arena;
    dj_slice text; /* the whole source */
    size_t body; /* where it begins, behind the front matter */
    unsigned char *marks; /* a dj_mark for every byte */
} dj_markdown;

void dj_markdown_blocks(dj_markdown *m); /* headings, lists, quotes, fences, rules, tables, definitions */
void dj_markdown_html(dj_markdown *m); /* code spans and escapes, comments, tags */
void dj_markdown_inline(dj_markdown *m); /* links, images, emphasis */

static inline void dj_markdown_mark(dj_markdown *m, size_t from, size_t to, dj_mark mark)
{
    if (to > from)
        memset(m->marks + from, mark, to - from);
}
#endif
