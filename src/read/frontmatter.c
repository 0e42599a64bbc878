/* Front matter as site generators (Jekyll, Hugo, Hexo) have it. It is parsed where it stands, dashes and all, so that
 * lines and columns of the tree are those of the file. */
#include "read/frontmatter.h"

#include "read/scalar.h"

/* the line from `from` on, without its end; *next moves behind it */
static dj_slice line_from(dj_slice text, size_t from, size_t *next)
{
    size_t to = dj_slice_find(text, DJ_S("\n"), from);
    *next = to < text.n ? to + 1 : text.n;
    return dj_slice_trim(dj_slice_sub(text, from, to));
}

size_t dj_frontmatter_end(dj_slice text)
{
    size_t next;
    if (!dj_slice_starts(text, DJ_S("---")) || !dj_slice_is(line_from(text, 0, &next), "---"))
        return 0;
    bool has_key = false;
    while (next < text.n) {
        size_t from = next;
        dj_slice line = line_from(text, from, &next);
        if (text.at[from] != ' ' && (dj_slice_is(line, "---") || dj_slice_is(line, "...")))
            return has_key ? next : 0;
        has_key = has_key || dj_slice_find(line, DJ_S(":"), 0) < line.n;
    }
    return 0;
}

/* the first of the keys that has a scalar with text */
static const dj_node *first_of(const dj_node *map, const char *const *keys)
{
    for (; *keys; keys++) {
        const dj_node *node = dj_node_get(map, *keys);
        if (node && node->type == DJ_NODE_SCALAR && node->text.n && !(node->is_plain && dj_slice_is(node->text, "null")))
            return node;
    }
    return NULL;
}

static dj_slice text_of(const dj_node *map, const char *const *keys)
{
    const dj_node *node = first_of(map, keys);
    return node ? node->text : DJ_NONE;
}

bool dj_frontmatter_read(dj_arena *arena, dj_slice path, dj_slice text, size_t end, dj_diags *diags, dj_frontmatter *out)
{
    static const char *const title[] = {"title", "headline", NULL};
    static const char *const date[] = {"published", "datePublished", "publishDate", "pubDate", "date", NULL};
    static const char *const source[] = {"source", "publisher", "press", "author", NULL};
    static const char *const lang[] = {"lang", "language", NULL};
    static const char *const url[] = {"canonical_url", "canonicalUrl", "url", "link", NULL};
    dj_slice yaml = dj_slice_sub(text, 0, end);
    while (yaml.n && yaml.at[yaml.n - 1] != '-' && yaml.at[yaml.n - 1] != '.')
        yaml.n--;
    yaml.n -= 3; /* the closing mark would begin a second document */
    dj_yaml file;
    if (!dj_yaml_parse(arena, path, yaml, diags, &file))
        return false;
    const dj_node *node = first_of(file.root, title);
    dj_frontmatter matter = {.date = text_of(file.root, date),
                             .source = text_of(file.root, source),
                             .lang = text_of(file.root, lang),
                             .url = text_of(file.root, url)};
    if (node)
        matter.title = dj_trace_scalar(arena, &file, node);
    *out = matter;
    return true;
}
