/* What a page says of itself: publication, publisher, language, address. */
#ifndef DJ_READ_HTML_META_H
#define DJ_READ_HTML_META_H
#include "read/html_sweep.h"
#include "read/html_tree.h"

enum { DJ_HTML_DATES = 3 };
typedef struct dj_html_meta {
    dj_slice dates[DJ_HTML_DATES]; /* the best first: JSON-LD, <meta>, <time>; empty where absent */
    dj_slice publisher, lang, url;
    const dj_html_attribute *title; /* of og:title; NULL where absent */
} dj_html_meta;
dj_html_meta dj_html_read_meta(dj_arena *arena, const dj_html_tree *tree, const dj_html_sweep *sweep);
#endif
