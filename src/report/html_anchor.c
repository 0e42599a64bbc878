/* Which mentions are pointed at, and from where. All mentions of a set are kept by place and by address, so that building
 * the page costs n log n in them however many findings and facts they share. See html.h. */
#include <stdlib.h>

#include "report/html.h"

static int by_address(const void *a, const void *b)
{
    uintptr_t x = (uintptr_t)(*(dj_anchor *const *)a)->mention, y = (uintptr_t)(*(dj_anchor *const *)b)->mention;
    return (x > y) - (x < y);
}

static void number_mentions(dj_page *page, dj_page_set *set)
{
    const dj_set *stories = &set->of->set;
    size_t n = 0;
    set->first = dj_alloc(page->arena, (stories->texts.n + 1) * sizeof *set->first);
    set->is_touched = dj_alloc(page->arena, stories->texts.n + 1);
    for (size_t t = 0; t < stories->texts.n; t++)
        n += stories->texts.at[t]->mentions.n;
    set->anchors = dj_alloc(page->arena, (n + 1) * sizeof *set->anchors);
    set->by_mention = dj_alloc(page->arena, (n + 1) * sizeof *set->by_mention);
    for (size_t t = 0; t < stories->texts.n; t++) {
        const dj_text *text = stories->texts.at[t];
        for (size_t i = 0; i < text->mentions.n; i++) {
            dj_anchor *anchor = &set->anchors[set->n_anchors];
            *anchor = (dj_anchor){.mention = text->mentions.at[i], .text = (uint32_t)t, .number = (uint32_t)i};
            set->by_mention[set->n_anchors++] = anchor;
        }
        set->first[t + 1] = set->n_anchors;
    }
    qsort(set->by_mention, set->n_anchors, sizeof *set->by_mention, by_address);
}

static dj_anchor *find(const dj_page_set *set, const dj_mention *mention)
{
    dj_anchor key = {.mention = dj_mention_own(mention)}, *wanted = &key;
    dj_anchor **found = bsearch(&wanted, set->by_mention, set->n_anchors, sizeof *set->by_mention, by_address);
    return found ? *found : NULL;
}

static void order_findings(dj_page *page, dj_page_set *set)
{
    const dj_findings *all = &set->of->findings;
    set->findings = dj_alloc(page->arena, (all->list.n + 1) * sizeof *set->findings);
    for (int suppressed = 0; suppressed < 2; suppressed++) {
        for (size_t i = 0; i < all->list.n; i++) {
            if ((all->list.at[i]->suppression != NULL) == (suppressed == 1))
                set->findings[set->n_findings++] = all->list.at[i];
        }
        if (!suppressed)
            set->n_in_force = set->n_findings;
    }
}

static void note_claim(dj_page *page, dj_page_set *set, size_t finding, size_t claim)
{
    dj_anchor *anchor = find(set, set->findings[finding]->claims.at[claim]);
    dj_severity severity = set->findings[finding]->severity;
    if (!anchor)
        return;
    anchor->is_linked = true;
    if (finding >= set->n_in_force || (anchor->findings.n && anchor->findings.at[anchor->findings.n - 1] == finding))
        return;
    anchor->worst = severity > anchor->worst ? severity : anchor->worst;
    anchor->is_odd = anchor->is_odd || claim == 0;
    *DJ_PUSH(page->arena, &anchor->findings) = (uint32_t)finding;
    set->is_touched[anchor->text] = true;
}

static void note_fact(dj_page_set *set, const dj_fact *fact)
{
    bool is_row = dj_is_row(fact);
    for (size_t v = 0; v < fact->versions.n; v++) {
        for (size_t i = 0; i < fact->versions.at[v].claims.n; i++) {
            dj_anchor *anchor = find(set, fact->versions.at[v].claims.at[i]);
            if (!anchor)
                continue;
            anchor->is_linked = anchor->is_linked || is_row;
            anchor->fact = fact;
            anchor->version = &fact->versions.at[v];
        }
    }
}

void dj_page_set_make(dj_page *page, const dj_result_set *of, dj_page_set *set)
{
    set->of = of;
    dj_findings_count(&of->findings, &set->counts);
    number_mentions(page, set);
    order_findings(page, set);
    for (size_t f = 0; f < set->n_findings; f++)
        for (size_t i = 0; i < set->findings[f]->claims.n; i++)
            note_claim(page, set, f, i);
    for (size_t i = 0; i < of->set.facts.n; i++)
        note_fact(set, of->set.facts.at[i]);
    for (size_t i = 0; i < of->conversions.n; i++) {
        dj_anchor *anchor = find(set, of->conversions.at[i].to); /* the plots list them */
        if (anchor)
            anchor->is_linked = true;
    }
    set->claimed = dj_claimed_by(page->arena, &of->findings);
}

const dj_anchor *dj_anchor_of(const dj_page_set *set, const dj_mention *mention)
{
    return find(set, mention);
}

void dj_put_id(dj_page *page, const dj_page_set *set, const dj_anchor *anchor)
{
    dj_buf_fmt(page->out, "s%zut%um%u", set->number, anchor->text + 1, anchor->number + 1);
}

void dj_put_link(dj_page *page, const dj_page_set *set, const dj_mention *mention)
{
    const dj_anchor *anchor = find(set, mention);
    dj_put(page, anchor ? "<a href=\"#" : "<span>");
    if (anchor) {
        dj_put_id(page, set, anchor);
        dj_put(page, "\">");
    }
}

void dj_put_link_end(dj_page *page, const dj_page_set *set, const dj_mention *mention)
{
    dj_put(page, find(set, mention) ? "</a>" : "</span>");
}

/* below the set's folder; of a JSON line the file's name, since its id says which */
static dj_slice short_path(const dj_story *story, dj_slice folder)
{
    dj_slice path = story->path;
    if (folder.n && path.n > folder.n + 1 && dj_slice_starts(path, folder) && path.at[folder.n] == '/')
        return dj_slice_sub(path, folder.n + 1, path.n);
    for (size_t i = path.n; i > 0 && !dj_slice_eq(story->id, story->path); i--) {
        if (path.at[i - 1] == '/')
            return dj_slice_sub(path, i, path.n);
    }
    return path;
}

/* "1-blog.txt:27:80", "feed.jsonl[8]:1:20" */
static void put_place(dj_page *page, const dj_page_set *set, const dj_mention *claim)
{
    const dj_story *story = claim->in->story;
    dj_where where = dj_story_where(story, claim->field, claim->start, claim->end);
    dj_put_link(page, set, claim);
    dj_put(page, "<bdi>");
    dj_put_text(page, short_path(story, set->of->set.name));
    if (!dj_slice_eq(story->id, story->path)) {
        dj_put(page, "[");
        dj_put_text(page, story->id);
        dj_put(page, "]");
    }
    dj_put(page, "</bdi>");
    dj_buf_fmt(page->out, ":%u:%u", where.line, where.column);
    dj_put_link_end(page, set, claim);
}

void dj_put_who(dj_page *page, const dj_page_set *set, const dj_mention *claim)
{
    const dj_story *story = claim->in->story;
    if (dj_story_has_publisher(story)) {
        dj_put(page, "<b>");
        dj_put_source(page, story);
        dj_put(page, "</b> ");
    }
    put_place(page, set, claim);
    dj_put(page, " ");
    dj_put_published(page, story);
}
