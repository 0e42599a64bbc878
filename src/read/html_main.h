/* Which part of a page is its story. */
#ifndef DJ_READ_HTML_MAIN_H
#define DJ_READ_HTML_MAIN_H
#include "read/html_tree.h"

typedef struct dj_html_main {
    uint32_t node; /* the element that holds the story */
    bool *is_left_out; /* of each node: with all below it no part of the story */
} dj_html_main;
dj_html_main dj_html_find_main(dj_arena *arena, const dj_html_tree *tree, dj_slice page);
#endif
