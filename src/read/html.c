/* A web page to a story: its main text laid out in lines as a browser would, its title and its metadata. Text is taken
 * from the bytes of the page, not from the tree, so that every offset leads back to them. */
#include "read/charset.h"
#include "read/html_main.h"
#include "read/html_meta.h"
#include "read/ignore.h"
#include "read/reader.h"

#include <strings.h>

typedef struct writer {
    dj_trace trace;
    dj_slice page;
    uint32_t space, space_end; /* white space that is written if text follows in the same line */
    bool is_preformatted;
} writer;

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* The label of the page's charset, as the page's first bytes state it; empty where they do not. */
static dj_slice declared_charset(dj_slice bytes)
{
    static const char *const keys[] = {"charset", "encoding"};
    enum { HEAD = 4096 };
    size_t most = bytes.n < HEAD ? bytes.n : HEAD;
    for (size_t i = 0; i + 9 < most; i++)
        for (size_t k = 0; k < 2; k++) {
            size_t at = i + strlen(keys[k]);
            if (strncasecmp(bytes.at + i, keys[k], strlen(keys[k])) != 0)
                continue;
            while (at < most && (is_space(bytes.at[at]) || dj_is_one_of(bytes.at[at], "='\"")))
                at++;
            size_t end = at;
            while (end < most && !is_space(bytes.at[end]) && !dj_is_one_of(bytes.at[end], "'\"/>;?"))
                end++;
            return dj_slice_sub(bytes, at, end);
        }
    return DJ_NONE;
}

static void write_space(writer *w)
{
    size_t n = w->trace.text.n;
    bool is_inside_line = n > 0 && !dj_is_one_of(w->trace.text.at[n - 1], " \t\n");
    bool is_one = w->space_end == w->space + 1 && w->page.at[w->space] == ' ';
    if (is_one && is_inside_line)
        dj_trace_copy(&w->trace, w->page, w->space, w->space_end);
    else if (w->space_end > w->space && is_inside_line)
        dj_trace_step(&w->trace, DJ_S(" "), w->space, w->space_end);
    w->space = w->space_end = 0;
}

/* bytes at `at` that are no text: a comment, or a tag that the tree builder ignored */
static size_t no_text(dj_slice page, size_t at)
{
    dj_tag tag;
    if (page.at[at] != '<')
        return 0;
    size_t end = dj_comment_end(page, at);
    return end > at ? end - at : dj_tag_at(page, at, true, &tag) ? tag.end - at : 0;
}

static void write_text(writer *w, uint32_t from, uint32_t to)
{
    dj_slice page = dj_slice_sub(w->page, 0, to);
    for (uint32_t at = from, next; at < to; at = next) {
        char c = page.at[at], utf8[4];
        size_t made, n = c == '&' ? dj_reference_at(page, at, utf8, &made) : 0, skip = no_text(page, at);
        next = at + 1;
        if (skip) {
            next = at + (uint32_t)skip;
        } else if (n) {
            next = at + (uint32_t)n;
            write_space(w);
            dj_trace_step(&w->trace, (dj_slice){utf8, made}, at, next);
        } else if (is_space(c) && !w->is_preformatted) {
            w->space = w->space_end == at && w->space_end > w->space ? w->space : at;
            w->space_end = next;
        } else {
            write_space(w);
            while (next < to && !is_space(page.at[next]) && !dj_is_one_of(page.at[next], "<&"))
                next++;
            dj_trace_copy(&w->trace, page, at, next);
        }
    }
}

/* `implied`: where an element ends that has no end tag */
static void write_tag(writer *w, const dj_html_node *node, bool is_end, uint32_t implied)
{
    uint32_t here = w->trace.runs.source, from = is_end ? node->end_tag : node->start,
             to = is_end ? node->end_tag_end : node->end;
    if (from == to)
        from = to = implied;
    if (from < here)
        from = to = here;
    dj_trace_tag(&w->trace, node->shape, is_end, from, to);
    if (node->shape != DJ_SHAPE_INLINE)
        w->space = w->space_end = 0;
    if (dj_slice_is(node->name, "pre"))
        w->is_preformatted = !is_end;
}

/* Where the element on top of the stack ends if it has no end tag: at the end tag of one around it, or where node i begins, so
 * that a comment before that is still its own. */
static uint32_t implied_end(const dj_html_tree *tree, const uint32_t *open, size_t n, uint32_t i)
{
    const dj_html_node *nodes = tree->nodes.at;
    for (size_t above = n - 1; above > 0 && i >= nodes[open[above - 1]].next; above--)
        if (nodes[open[above - 1]].end_tag_end > nodes[open[above - 1]].end_tag)
            return nodes[open[above - 1]].end_tag;
    return i < tree->nodes.n ? nodes[i].start : 0;
}

/* The text of an element. `open` holds the elements whose end has not been reached; the flat tree needs no more. */
static dj_traced write_element(dj_arena *arena, const dj_html_tree *tree, dj_slice page, uint32_t root, const bool *left_out)
{
    writer w = {.trace = dj_trace_new(arena), .page = page};
    DJ_VEC(uint32_t) open = {0};
    const dj_html_node *nodes = tree->nodes.at;
    for (uint32_t i = root; i < nodes[root].next;) {
        for (; open.n && i >= nodes[open.at[open.n - 1]].next; open.n--)
            write_tag(&w, &nodes[open.at[open.n - 1]], true, implied_end(tree, open.at, open.n, i));
        if (left_out && left_out[i] && i != root) {
            write_tag(&w, &nodes[i], false, 0);
            i = nodes[i].next;
            continue;
        }
        if (nodes[i].is_text) {
            write_text(&w, nodes[i].start, nodes[i].end);
        } else {
            write_tag(&w, &nodes[i], false, 0);
            if (nodes[i].shape != DJ_SHAPE_BREAK)
                *DJ_PUSH(arena, &open) = i;
        }
        i++;
    }
    return dj_trace_end(&w.trace);
}

static uint32_t first_named(const dj_html_tree *tree, uint32_t from, uint32_t to, const char *name)
{
    while (from < to && !dj_slice_is(tree->nodes.at[from].name, name))
        from++;
    return from;
}

static bool equal_but_space(dj_arena *arena, dj_slice a, dj_slice b)
{
    return dj_slice_eq(dj_slice_unspaced(arena, a), dj_slice_unspaced(arena, b));
}

/* The title, by og:title, the first <h1>, <title>. Where a heading of the main text says the same, it is left out of the
 * text: what a headline states, it states once. */
static dj_traced find_title(dj_arena *arena, const dj_html_tree *tree, dj_slice page, const dj_html_meta *meta,
                            const dj_html_main *body)
{
    uint32_t n = (uint32_t)tree->nodes.n, heading = first_named(tree, body->node, tree->nodes.at[body->node].next, "h1");
    if (heading == tree->nodes.at[body->node].next)
        heading = first_named(tree, 0, n, "h1");
    dj_traced said = {.text = DJ_NONE}, title = said;
    if (heading < n)
        said = write_element(arena, tree, page, heading, NULL);
    if (meta->title) {
        writer w = {.trace = dj_trace_new(arena), .page = page};
        write_text(&w, meta->title->start, meta->title->end);
        title = dj_trace_end(&w.trace);
    } else if (said.text.n) {
        title = said;
    } else {
        uint32_t at = first_named(tree, 0, n, "title");
        return at < n ? write_element(arena, tree, page, at, NULL) : title;
    }
    if (heading < n && equal_but_space(arena, said.text, title.text))
        body->is_left_out[heading] = true;
    return title;
}

/* Many templates say lang="en" of Korean pages: the text knows better. */
static dj_slice believed_language(const dj_story *story, dj_slice declared)
{
    dj_slice text = story->fields[DJ_FIELD_TEXT].text;
    bool is_english = declared.n >= 2 && strncasecmp(declared.at, "en", 2) == 0;
    return is_english && text.n && dj_is_korean(text) ? DJ_NONE : declared;
}

static void fill_story(dj_arena *arena, const dj_html_meta *meta, dj_story *story)
{
    dj_story_set_language(arena, story, believed_language(story, meta->lang));
    for (int i = 0; i < DJ_HTML_DATES; i++)
        if (meta->dates[i].n && dj_story_set_published(story, meta->dates[i]))
            break;
    if (meta->publisher.n)
        story->source = dj_slice_copy(arena, meta->publisher);
    story->url = dj_slice_copy(arena, meta->url);
}

void dj_read_html(const dj_source *source, dj_stories *stories, dj_diags *diags)
{
    dj_arena *arena = stories->arena, *scratch = dj_arena_new();
    dj_document document = dj_document_new(arena, dj_decode(arena, source->bytes, declared_charset(source->bytes)));
    dj_slice page = document.decoded.text;
    dj_html_sweep sweep;
    if (!dj_html_sweep_page(scratch, page, &sweep)) {
        dj_error(diags, (dj_place){.path = source->path}, "elements are nested too deep, or too many are left open");
        dj_arena_free(scratch);
        return;
    }
    dj_html_tree tree = dj_html_parse(scratch, sweep.clean);
    dj_html_meta meta = dj_html_read_meta(arena, &tree, &sweep);
    dj_html_main body = dj_html_find_main(scratch, &tree, page);
    dj_traced title = find_title(arena, &tree, page, &meta, &body);
    dj_story *story = dj_story_new(stories, source);
    dj_field_fill(arena, &document, write_element(arena, &tree, page, body.node, body.is_left_out),
                  &story->fields[DJ_FIELD_TEXT]);
    if (title.text.n)
        dj_field_fill(arena, &document, title, &story->fields[DJ_FIELD_TITLE]);
    dj_ignores_read(&(dj_ignore_reading){.arena = arena, .diags = diags, .has_blocks = true}, story);
    fill_story(arena, &meta, story);
    dj_arena_free(scratch);
}
