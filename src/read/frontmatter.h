/* The YAML between two lines of dashes at the head of a Markdown file. */
#ifndef DJ_READ_FRONTMATTER_H
#define DJ_READ_FRONTMATTER_H
#include "read/reader.h"

/* the offset behind the front matter's closing line; 0 where the text has none */
size_t dj_frontmatter_end(dj_slice text);
typedef struct dj_frontmatter {
    dj_traced title; /* empty where there is none; with a map into the text */
    dj_slice date, source, lang, url;
} dj_frontmatter;
/* of text[0..end]; false and a diagnostic where it is no YAML */
bool dj_frontmatter_read(dj_arena *arena, dj_slice path, dj_slice text, size_t end, dj_diags *diags, dj_frontmatter *out);
#endif
