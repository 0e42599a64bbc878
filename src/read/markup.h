/* Pieces of HTML as they stand in Markdown and in pages: tags, comments, character references, and text laid out in
 * lines as a browser would, each with its source bytes. */
#ifndef DJ_READ_MARKUP_H
#define DJ_READ_MARKUP_H
#include "read/map.h"

static inline bool dj_is_one_of(char c, const char *any)
{
    return c && strchr(any, c); /* a NUL of the source is not the string's end */
}

typedef enum dj_shape {
    DJ_SHAPE_INLINE,
    DJ_SHAPE_LINE,
    DJ_SHAPE_BLOCK,
    DJ_SHAPE_CELL,
    DJ_SHAPE_BREAK,
    DJ_SHAPE_ASIDE,
    DJ_SHAPE_HIDDEN,
    DJ_SHAPE_RAW
} dj_shape;
typedef enum dj_nesting {
    DJ_NESTING_PLAIN,
    DJ_NESTING_VOID,
    DJ_NESTING_PART,
    DJ_NESTING_ITEM,
    DJ_NESTING_FORMAT,
    DJ_NESTING_SCOPE
} dj_nesting;

typedef struct dj_element { /* a row of elements.def */
    const char *name;
    dj_shape shape;
    dj_nesting nesting;
} dj_element;
const dj_element *dj_element_named(dj_slice name); /* in any case of letters; NULL where unknown */

typedef struct dj_tag {
    dj_slice name; /* as written */
    const dj_element *element; /* NULL where unknown */
    bool is_end;
    size_t end; /* behind the '>' */
    size_t attributes; /* their number */
} dj_tag;
/* The start or end tag at s[at] == '<', read as HTML does: up to the first '>' outside quotes. Strict, as in Markdown: a
 * '<' inside is an error, so that a lone '<' in running text is none, and looking at each costs little. */
bool dj_tag_at(dj_slice s, size_t at, bool strict, dj_tag *tag);
/* behind a comment, declaration or processing instruction that begins at s[at] == '<'; at for none, s.n where it has no end */
size_t dj_comment_end(dj_slice s, size_t at);
/* Behind the end tag of the raw element (script, style, …) whose content begins at `at`; s.n where it has none. */
size_t dj_raw_end(dj_slice s, size_t at, dj_slice name);
/* The character reference at s[at] == '&': its bytes, 0 for none; what it stands for goes to utf8. */
size_t dj_reference_at(dj_slice s, size_t at, char utf8[4], size_t *n);

/* Ends the line that is being written, or (lines == 2) the paragraph; source bytes from..to say so. */
void dj_trace_break(dj_trace *trace, int lines, uint32_t from, uint32_t to);
/* How a start or end tag of that shape breaks lines; nothing for an inline one. */
void dj_trace_tag(dj_trace *trace, dj_shape shape, bool is_end, uint32_t from, uint32_t to);
#endif
