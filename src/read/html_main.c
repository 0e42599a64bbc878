/* The main text of a page: what the page itself names as its body (itemprop=articleBody, <article>, <main>), or else
 * the innermost block that holds nearly all running text. Losing a paragraph is worse than keeping a menu, which later
 * stages know by its form: so no menu is left out that holds half of the page, and a named body counts only where it
 * holds a fair part of it. Weights are bytes of text other than white space, outside links. */
#include "read/html_main.h"

typedef struct weights {
    const dj_html_tree *tree;
    const uint32_t *before; /* weight of the nodes before each, one more than there are nodes */
} weights;

static uint32_t weight_of(const weights *w, uint32_t node)
{
    return w->before[w->tree->nodes.at[node].next] - w->before[node];
}

static uint32_t text_weight(dj_slice page, const dj_html_node *node)
{
    uint32_t n = 0;
    for (uint32_t i = node->start; i < node->end; i++)
        n += (unsigned char)page.at[i] > ' ';
    return n;
}

/* of all text; or, where left_out is known, of what is outside it and outside links */
static weights weigh(dj_arena *arena, const dj_html_tree *tree, dj_slice page, const bool *left_out)
{
    size_t n = tree->nodes.n;
    uint32_t *before = dj_alloc(arena, (n + 1) * sizeof *before), skip_to = 0;
    for (uint32_t i = 0; i < n; i++) {
        const dj_html_node *node = &tree->nodes.at[i];
        if (left_out && i >= skip_to && (left_out[i] || dj_slice_is(node->name, "a")))
            skip_to = node->next;
        bool counts = node->is_text && i >= skip_to;
        before[i + 1] = before[i] + (counts ? text_weight(page, node) : 0);
    }
    return (weights){tree, before};
}

static bool attribute_says(const dj_html_tree *tree, const dj_html_node *node, const char *name, dj_slice word)
{
    const dj_html_attribute *attribute = dj_html_attribute_of(tree, node, name);
    return attribute && dj_slice_find(attribute->value, word, 0) < attribute->value.n;
}

static bool is_aside(const dj_html_tree *tree, const dj_html_node *node)
{
    return node->shape == DJ_SHAPE_ASIDE || dj_html_attribute_of(tree, node, "hidden") ||
           attribute_says(tree, node, "style", DJ_S("display:none")) ||
           attribute_says(tree, node, "style", DJ_S("display: none"));
}

/* Menus, forms and what is hidden; but a form around the whole page, or a body shown by a script, is kept. */
static bool *leave_out(dj_arena *arena, const dj_html_tree *tree, dj_slice page)
{
    weights all = weigh(arena, tree, page, NULL);
    bool *left_out = dj_alloc(arena, tree->nodes.n * sizeof *left_out);
    for (uint32_t i = 0; i < tree->nodes.n; i++) {
        const dj_html_node *node = &tree->nodes.at[i];
        left_out[i] = node->shape == DJ_SHAPE_HIDDEN || node->shape == DJ_SHAPE_RAW ||
                      (is_aside(tree, node) && weight_of(&all, i) < weight_of(&all, 0) / 2);
    }
    return left_out;
}

/* a block that is no paragraph or heading of its own */
static bool is_container(const dj_html_node *node)
{
    return node->shape == DJ_SHAPE_BLOCK && !dj_slice_is(node->name, "p") && !(node->name.n == 2 && node->name.at[0] == 'h');
}

/* the innermost container with nine tenths of the weight */
static uint32_t densest(const weights *w)
{
    const dj_html_node *nodes = w->tree->nodes.at;
    uint32_t at = 0, enough = weight_of(w, 0) - weight_of(w, 0) / 10;
    for (uint32_t child = at + 1; enough && child < nodes[at].next;) {
        if (is_container(&nodes[child]) && weight_of(w, child) >= enough) {
            at = child;
            child = at + 1;
        } else {
            child = nodes[child].next;
        }
    }
    return at;
}

/* the innermost element that holds all marked as parts of the body; 0 for none */
static uint32_t marked_body(const weights *w)
{
    const dj_html_node *nodes = w->tree->nodes.at;
    uint32_t body = 0;
    for (uint32_t i = 1; i < w->tree->nodes.n; i++) {
        if (!attribute_says(w->tree, &nodes[i], "itemprop", DJ_S("articleBody")))
            continue;
        if (body == 0)
            body = i;
        while (i >= nodes[body].next)
            body = nodes[body].parent;
    }
    return body;
}

/* the heaviest <article>, <main> or role=main; 0 for none */
static uint32_t named_body(const weights *w)
{
    uint32_t body = 0;
    for (uint32_t i = 1; i < w->tree->nodes.n; i++) {
        const dj_html_node *node = &w->tree->nodes.at[i];
        bool is_named = dj_slice_is(node->name, "article") || dj_slice_is(node->name, "main") ||
                        attribute_says(w->tree, node, "role", DJ_S("main"));
        if (is_named && (body == 0 || weight_of(w, i) > weight_of(w, body)))
            body = i;
    }
    return body;
}

dj_html_main dj_html_find_main(dj_arena *arena, const dj_html_tree *tree, dj_slice page)
{
    bool *left_out = leave_out(arena, tree, page);
    weights w = weigh(arena, tree, page, left_out);
    uint32_t marked = marked_body(&w), named = named_body(&w), total = weight_of(&w, 0);
    dj_html_main found = {densest(&w), left_out};
    if (marked && weight_of(&w, marked) >= total / 5) /* a page may have more comments than story */
        found.node = marked;
    else if (named && weight_of(&w, named) >= total / 3)
        found.node = named;
    return found;
}
