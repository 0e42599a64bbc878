/* Gumbo's tree laid out flat, so that everything behind this door is loops over an array, however deep a page nests.
 * Gumbo allocates from an arena of its own, which is dropped as a whole: its destructor recurses. */
#include "read/html_tree.h"

#include <gumbo.h>

#include "base/utf8.h"

typedef struct visit {
    const GumboNode *node;
    uint32_t index; /* in the tree's nodes */
    unsigned next_child;
} visit;

static void *allocate(void *arena, size_t bytes)
{
    return dj_alloc(arena, bytes);
}

static void leave(void *arena, void *block)
{
    (void)arena;
    (void)block;
}

static dj_slice lower_copy(dj_arena *arena, const char *text, size_t n)
{
    char *copy = dj_copy(arena, text, n);
    for (size_t i = 0; i < n; i++)
        copy[i] = dj_ascii_lower(copy[i]);
    return (dj_slice){copy, n};
}

/* the span of a piece of the page; empty at `fallback` where gumbo made it up */
static void span_of(dj_slice page, GumboStringPiece piece, uint32_t fallback, uint32_t *start, uint32_t *end)
{
    bool is_real = piece.data && piece.data >= page.at && piece.data + piece.length <= page.at + page.n;
    *start = is_real ? (uint32_t)(piece.data - page.at) : fallback;
    *end = is_real ? *start + (uint32_t)piece.length : fallback;
}

static void add_attributes(dj_arena *arena, dj_slice page, const GumboVector *from, dj_html_tree *tree)
{
    for (unsigned i = 0; i < from->length; i++) {
        const GumboAttribute *attribute = from->data[i];
        dj_html_attribute a = {.name = lower_copy(arena, attribute->name, strlen(attribute->name)),
                               .value = dj_slice_copy(arena, dj_slice_of(attribute->value))};
        span_of(page, attribute->original_value, 0, &a.start, &a.end);
        if (a.end - a.start >= 2 && dj_is_one_of(page.at[a.start], "\"'")) {
            a.start++;
            a.end--;
        }
        *DJ_PUSH(arena, &tree->attributes) = a;
    }
}

static void add_element(dj_arena *arena, dj_slice page, const GumboElement *from, dj_html_node *node, dj_html_tree *tree)
{
    uint32_t position = from->start_pos.offset <= page.n ? (uint32_t)from->start_pos.offset : (uint32_t)page.n;
    GumboStringPiece name = from->original_tag;
    if (from->tag == GUMBO_TAG_UNKNOWN)
        gumbo_tag_from_original_text(&name);
    else
        name = (GumboStringPiece){gumbo_normalized_tagname(from->tag), strlen(gumbo_normalized_tagname(from->tag))};
    node->name = lower_copy(arena, name.data, name.length);
    const dj_element *element = dj_element_named(node->name);
    node->shape = element ? element->shape : DJ_SHAPE_INLINE;
    span_of(page, from->original_tag, position, &node->start, &node->end);
    span_of(page, from->original_end_tag, node->end, &node->end_tag, &node->end_tag_end);
    node->first_attribute = (uint32_t)tree->attributes.n;
    add_attributes(arena, page, &from->attributes, tree);
    node->n_attributes = (uint32_t)tree->attributes.n - node->first_attribute;
}

static bool is_element(const GumboNode *node)
{
    return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

/* the node's index; comments have none and are left out */
static uint32_t add(dj_arena *arena, dj_slice page, const GumboNode *from, uint32_t parent, dj_html_tree *tree)
{
    dj_html_node node = {.parent = parent, .is_text = !is_element(from)};
    if (node.is_text)
        span_of(page, from->v.text.original_text, 0, &node.start, &node.end);
    else
        add_element(arena, page, &from->v.element, &node, tree);
    *DJ_PUSH(arena, &tree->nodes) = node;
    tree->nodes.at[tree->nodes.n - 1].next = (uint32_t)tree->nodes.n;
    return (uint32_t)tree->nodes.n - 1;
}

static void flatten(dj_arena *arena, dj_slice page, const GumboNode *root, dj_html_tree *tree)
{
    DJ_VEC(visit) open = {0};
    *DJ_PUSH(arena, &open) = (visit){root, add(arena, page, root, 0, tree), 0};
    while (open.n) {
        visit *top = &open.at[open.n - 1];
        const GumboVector *children = &top->node->v.element.children;
        if (top->next_child == children->length) {
            tree->nodes.at[top->index].next = (uint32_t)tree->nodes.n;
            open.n--;
            continue;
        }
        const GumboNode *child = children->data[top->next_child++];
        if (child->type == GUMBO_NODE_COMMENT)
            continue;
        uint32_t index = add(arena, page, child, top->index, tree);
        if (is_element(child))
            *DJ_PUSH(arena, &open) = (visit){child, index, 0};
    }
}

dj_html_tree dj_html_parse(dj_arena *arena, dj_slice page)
{
    dj_html_tree tree = {0};
    dj_arena *scratch = dj_arena_new();
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = allocate;
    options.deallocator = leave;
    options.userdata = scratch;
    options.max_errors = 0;
    GumboOutput *output = gumbo_parse_with_options(&options, page.at, page.n);
    flatten(arena, page, output->root, &tree);
    dj_arena_free(scratch);
    return tree;
}

const dj_html_attribute *dj_html_attribute_of(const dj_html_tree *tree, const dj_html_node *node, const char *name)
{
    for (uint32_t i = 0; i < node->n_attributes; i++)
        if (dj_slice_is(tree->attributes.at[node->first_attribute + i].name, name))
            return &tree->attributes.at[node->first_attribute + i];
    return NULL;
}
