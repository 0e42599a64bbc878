/* One pass over a page before gumbo sees it. Gumbo searches its stack of open elements at every tag, and opens again in
 * every block the formatting elements that were left open, so a hostile page costs it the square of its length. The pass
 * keeps a stack of its own that is never shorter than gumbo's (an end tag that gumbo might ignore is ignored) and adds
 * up what the tags will cost. For the two to see the same tags, raw text and comments, whose ends are intricate, become
 * blank comments of the same length. */
#include "read/html_sweep.h"

#include <stdint.h>
#include <strings.h>

#include "base/limits.h"
#include "read/markup.h"

/* Costs are in steps on gumbo's stack. A page of 50,000 well nested tags costs about a million; the cap is reached by
 * 14,000 nested blocks, or 700 formatting elements that stay open in as many blocks. */
enum { COST_OF_FORMAT = 200 };

typedef struct open_tag {
    dj_slice name;
    dj_nesting nesting;
} open_tag;

typedef struct sweep {
    dj_arena *arena;
    dj_slice page;
    char *clean;
    dj_html_sweep *out;
    DJ_VEC(open_tag) open;
    uint64_t formats; /* formatting elements that may be open or opened again */
    uint64_t cost;
} sweep;

static void hide(sweep *s, size_t from, size_t to)
{
    const dj_slice before = DJ_S("<!--"), behind = DJ_S("-->");
    memset(s->clean + from, ' ', to - from);
    if (to - from < before.n + behind.n)
        return;
    memcpy(s->clean + from, before.at, before.n);
    memcpy(s->clean + to - behind.n, behind.at, behind.n);
}

static bool is_transparent(dj_nesting nesting)
{
    return nesting == DJ_NESTING_PLAIN || nesting == DJ_NESTING_FORMAT;
}

static bool same_name(dj_slice a, dj_slice b)
{
    return a.n == b.n && strncasecmp(a.at, b.at, a.n) == 0;
}

/* Ends the innermost element of that name, unless one that an end tag does not reach through lies inside it. */
static void end_element(sweep *s, dj_slice name)
{
    for (size_t i = s->open.n; i-- > 0;) {
        const open_tag *open = &s->open.at[i];
        if (same_name(open->name, name)) {
            s->formats -= open->nesting == DJ_NESTING_FORMAT;
            s->open.n = i;
            return;
        }
        if (!is_transparent(open->nesting))
            return;
    }
}

static void count_tag(sweep *s, const dj_tag *tag)
{
    dj_nesting nesting = tag->element ? tag->element->nesting : DJ_NESTING_PLAIN;
    s->cost += s->open.n + s->formats * COST_OF_FORMAT + (uint64_t)tag->attributes * tag->attributes;
    if (nesting == DJ_NESTING_VOID || nesting == DJ_NESTING_PART)
        return;
    if (tag->is_end || nesting == DJ_NESTING_ITEM)
        end_element(s, tag->name);
    if (tag->is_end)
        return;
    *DJ_PUSH(s->arena, &s->open) = (open_tag){tag->name, nesting};
    s->formats += nesting == DJ_NESTING_FORMAT;
}

static bool opens_tag(dj_slice page, size_t at)
{
    size_t name = at + 1 + (at + 1 < page.n && page.at[at + 1] == '/');
    return name < page.n && (page.at[name] | 0x20) >= 'a' && (page.at[name] | 0x20) <= 'z';
}

static bool holds_linked_data(dj_slice tag)
{
    for (size_t at = 0; (at = dj_slice_find(tag, DJ_S("+"), at)) < tag.n; at++)
        if (at >= 2 && tag.n - at > 5 && strncasecmp(tag.at + at - 2, "ld+json", 7) == 0)
            return true;
    return false;
}

/* A title is kept, but what looks like a tag in it is none. */
static size_t sweep_title(sweep *s, size_t from, dj_slice name)
{
    size_t end = dj_raw_end(s->page, from, name), close = end;
    while (close > from && s->page.at[close - 1] != '<')
        close--;
    for (size_t at = from; at + 1 < close; at++)
        if (s->clean[at] == '<')
            s->clean[at] = ' ';
    end_element(s, name);
    return end;
}

/* behind the tag at `at`, with the content of a raw element */
static size_t sweep_tag(sweep *s, size_t at, const dj_tag *tag)
{
    bool is_raw = tag->element && tag->element->shape == DJ_SHAPE_RAW;
    if (is_raw && !tag->is_end) {
        size_t end = dj_raw_end(s->page, tag->end, tag->name);
        dj_slice content = dj_slice_sub(s->page, tag->end, end);
        while (content.n && content.at[content.n - 1] != '<')
            content.n--;
        content.n -= content.n > 0;
        if (same_name(tag->name, DJ_S("script")) && holds_linked_data(dj_slice_sub(s->page, at, tag->end)))
            *DJ_PUSH(s->arena, &s->out->linked_data) = content;
        hide(s, at, end);
        return end;
    }
    if (is_raw || same_name(tag->name, DJ_S("plaintext")) || same_name(tag->name, DJ_S("frameset"))) {
        hide(s, at, tag->end);
        return tag->end;
    }
    count_tag(s, tag);
    if (!tag->is_end && same_name(tag->name, DJ_S("title")))
        return sweep_title(s, tag->end, tag->name);
    return tag->end;
}

/* behind the comment or declaration at `at`; `at` where it is none */
static size_t sweep_comment(sweep *s, size_t at)
{
    size_t end = dj_comment_end(s->page, at);
    if (end > at && strncasecmp(s->page.at + at + 1, "!doctype", end - at < 9 ? end - at - 1 : 8) != 0)
        hide(s, at, end);
    return end;
}

bool dj_html_sweep_page(dj_arena *arena, dj_slice page, dj_html_sweep *out)
{
    dj_html_sweep found = {0};
    sweep s = {.arena = arena, .page = page, .clean = dj_copy(arena, page.at, page.n), .out = &found};
    for (size_t at = 0; s.cost <= DJ_LIMIT_HTML_COST && (at = dj_slice_find(page, DJ_S("<"), at)) < page.n;) {
        dj_tag tag;
        size_t end = sweep_comment(&s, at);
        bool may_be_tag = end == at && at + 1 < page.n;
        if (may_be_tag && dj_tag_at(page, at, false, &tag))
            end = sweep_tag(&s, at, &tag);
        else if (may_be_tag && opens_tag(page, at))
            hide(&s, at, end = page.n); /* a tag without end swallows the rest */
        at = end > at ? end : at + 1;
    }
    if (s.cost > DJ_LIMIT_HTML_COST)
        return false;
    found.clean = (dj_slice){s.clean, page.n};
    *out = found;
    return true;
}
