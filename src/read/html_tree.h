/* A page as a list of nodes in document order. The only door to gumbo. */
#ifndef DJ_READ_HTML_TREE_H
#define DJ_READ_HTML_TREE_H
#include "base/vec.h"
#include "read/markup.h"

typedef struct dj_html_attribute {
    dj_slice name, value; /* references resolved */
    uint32_t start, end; /* the value's bytes in the page, without quotes */
} dj_html_attribute;

typedef struct dj_html_node {
    bool is_text;
    dj_slice name; /* lower case; empty for text */
    dj_shape shape; /* INLINE where unknown */
    uint32_t start, end; /* bytes in the page: the text, or the start tag; empty where it is implied */
    uint32_t end_tag, end_tag_end; /* the end tag's; empty where there is none */
    uint32_t parent; /* the root is its own */
    uint32_t next; /* behind the last descendant */
    uint32_t first_attribute, n_attributes;
} dj_html_node;

typedef struct dj_html_tree {
    DJ_VEC(dj_html_node) nodes; /* the root is the first */
    DJ_VEC(dj_html_attribute) attributes;
} dj_html_tree;

dj_html_tree dj_html_parse(dj_arena *arena, dj_slice page);
/* NULL where the node has no such attribute */
const dj_html_attribute *dj_html_attribute_of(const dj_html_tree *tree, const dj_html_node *node, const char *name);
#endif
