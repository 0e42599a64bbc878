/* Metadata of a page: Open Graph, JSON-LD, microdata and the plain <meta> names that publishers use, by a table that is
 * ordered by how far each is to be trusted. */
#include "read/html_meta.h"

#include <strings.h>

#include "read/json_in.h"

static const char *const date_keys[] = {
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "og:published_time",
    "article:published",
    "published_time",
    "parsely-pub-date",
    "publish-date",
    "publishdate",
    "publication_date",
    "pubdate",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "date",
    "dcterms.created",
};
enum { DATE_KEYS = sizeof date_keys / sizeof date_keys[0] };

typedef struct facts {
    dj_arena *arena;
    dj_html_meta *out;
    size_t date_rank; /* of the date in out->dates[1] */
    bool is_article; /* the JSON-LD date is that of an article, not of the page or a comment */
} facts;

static dj_slice value_of(const dj_html_tree *tree, const dj_html_node *node, const char *name)
{
    const dj_html_attribute *attribute = dj_html_attribute_of(tree, node, name);
    return attribute ? dj_slice_trim(attribute->value) : DJ_NONE;
}

static bool is_key(dj_slice key, const char *name)
{
    return key.n == strlen(name) && strncasecmp(key.at, name, key.n) == 0;
}

static void set_if_none(dj_slice *to, dj_slice value)
{
    if (to->n == 0)
        *to = value;
}

static void read_meta(facts *f, const dj_html_tree *tree, const dj_html_node *node)
{
    static const char *const attributes[] = {"property", "name", "itemprop"};
    const dj_html_attribute *content = dj_html_attribute_of(tree, node, "content");
    for (size_t i = 0; content && i < sizeof attributes / sizeof attributes[0]; i++) {
        dj_slice key = value_of(tree, node, attributes[i]), value = dj_slice_trim(content->value);
        if (is_key(key, "og:title") && value.n && !f->out->title)
            f->out->title = content;
        if (is_key(key, "og:site_name"))
            set_if_none(&f->out->publisher, value);
        if (is_key(key, "og:url"))
            set_if_none(&f->out->url, value);
        for (size_t rank = 0; rank < f->date_rank && value.n; rank++)
            if (is_key(key, date_keys[rank])) {
                f->out->dates[1] = value;
                f->date_rank = rank;
            }
    }
}

/* <time datetime>: the one marked as the publication, else the first */
static void read_time(facts *f, const dj_html_tree *tree, const dj_html_node *node)
{
    dj_slice value = value_of(tree, node, "datetime");
    bool is_marked = is_key(value_of(tree, node, "itemprop"), "datepublished") || dj_html_attribute_of(tree, node, "pubdate");
    if (is_marked && value.n && f->date_rank > 2) {
        f->out->dates[1] = value;
        f->date_rank = 2;
    }
    set_if_none(&f->out->dates[2], value);
}

static dj_slice string_in(facts *f, dj_json_in *object, const char *key)
{
    dj_slice text = DJ_NONE;
    dj_json_in_string(dj_json_in_get(object, key), &text);
    return dj_slice_copy(f->arena, dj_slice_trim(text));
}

static bool names_article(dj_json_in *type)
{
    dj_slice text;
    if (dj_json_in_string(type, &text))
        return dj_slice_ends(text, DJ_S("Article")) || dj_slice_ends(text, DJ_S("Posting"));
    return dj_json_in_count(type) > 0 && names_article(dj_json_in_at(type, 0));
}

/* An article's date wins over that of anything else, the first of each kind over the others. Lists and @graph are
 * followed; the parser bounds their depth. */
static void read_linked(facts *f, dj_json_in *value)
{
    for (size_t i = 0, n = dj_json_in_count(value); i < n; i++)
        read_linked(f, dj_json_in_at(value, i));
    if (!dj_json_in_is_object(value))
        return;
    read_linked(f, dj_json_in_get(value, "@graph"));
    dj_slice date = string_in(f, value, "datePublished");
    bool is_article = names_article(dj_json_in_get(value, "@type"));
    if (date.n && (f->out->dates[0].n == 0 || (is_article && !f->is_article))) {
        f->out->dates[0] = date;
        f->is_article = is_article;
    }
    if (is_article) {
        dj_json_in *publisher = dj_json_in_get(value, "publisher");
        publisher = dj_json_in_count(publisher) ? dj_json_in_at(publisher, 0) : publisher;
        set_if_none(&f->out->publisher, string_in(f, publisher, "name"));
    }
}

dj_html_meta dj_html_read_meta(dj_arena *arena, const dj_html_tree *tree, const dj_html_sweep *sweep)
{
    dj_html_meta meta = {0};
    facts f = {arena, &meta, DATE_KEYS, false};
    meta.lang = value_of(tree, &tree->nodes.at[0], "lang");
    for (size_t i = 0; i < tree->nodes.n; i++) {
        const dj_html_node *node = &tree->nodes.at[i];
        if (dj_slice_is(node->name, "meta"))
            read_meta(&f, tree, node);
        else if (dj_slice_is(node->name, "time"))
            read_time(&f, tree, node);
        else if (dj_slice_is(node->name, "link") && is_key(value_of(tree, node, "rel"), "canonical"))
            meta.url = value_of(tree, node, "href");
    }
    for (size_t i = 0; i < sweep->linked_data.n; i++) {
        dj_json_in *root;
        const char *message;
        size_t offset;
        if (!dj_json_in_parse(dj_slice_trim(sweep->linked_data.at[i]), &root, &message, &offset))
            continue; /* pages are full of broken scripts; the other sources of metadata remain */
        read_linked(&f, root);
        dj_json_in_free(root);
    }
    return meta;
}
