/* The stories beside each other, with everything that findings and facts point at marked in place, and links back to the
 * findings. A mark that runs over the end of a paragraph goes on in the next one; one that would cross another ends with it.
 * Stories that no finding touches are folded. See html.h. */
#include "report/html.h"

enum { MOST_DEPTH = 16 }; /* of marks in marks: a figure in a quotation in a quotation */

typedef struct open_mark {
    const dj_anchor *anchor;
    uint32_t end;
} open_mark;

typedef struct writer {
    dj_page *page;
    const dj_page_set *set;
    dj_slice text;
    const dj_anchor *next, *end; /* those of the field that are still to come */
    open_mark open[MOST_DEPTH];
    size_t n_open;
} writer;

static void put_open(writer *w, const dj_anchor *anchor, bool has_id)
{
    dj_put(w->page, anchor->findings.n ? "<mark" : "<span");
    if (has_id) {
        dj_put(w->page, " id=\"");
        dj_put_id(w->page, w->set, anchor);
        dj_put(w->page, "\"");
    }
    if (anchor->findings.n)
        dj_buf_fmt(w->page->out, " class=\"%s%s\"", dj_severity_name(anchor->worst), anchor->is_odd ? " odd" : "");
    dj_put(w->page, ">");
}

static void put_close(writer *w, const dj_anchor *anchor)
{
    dj_put(w->page, anchor->findings.n ? "</mark>" : "</span>");
}

static void put_backs(writer *w, const dj_anchor *anchor)
{
    if (!anchor->findings.n)
        return;
    dj_put(w->page, "<sup>");
    for (size_t i = 0; i < anchor->findings.n; i++) {
        unsigned number = (unsigned)anchor->findings.at[i] + 1;
        dj_buf_fmt(w->page->out, "%s<a class=\"back\" href=\"#s%zuf%u\">%u</a>", i ? " " : "", w->set->number, number, number);
    }
    dj_put(w->page, "</sup>");
}

static void open_next(writer *w)
{
    const dj_anchor *anchor = w->next++;
    uint32_t end = anchor->mention->end;
    put_open(w, anchor, true);
    if (w->n_open == MOST_DEPTH) { /* the place alone */
        put_close(w, anchor);
        put_backs(w, anchor);
        return;
    }
    if (w->n_open && w->open[w->n_open - 1].end < end)
        end = w->open[w->n_open - 1].end;
    w->open[w->n_open++] = (open_mark){anchor, end};
}

static void skip_unlinked(writer *w, dj_field_name field)
{
    while (w->next < w->end && (!w->next->is_linked || w->next->mention->field != field))
        w->next++;
}

/* bytes from..to of the field, which are those of a paragraph */
static void put_marked(writer *w, dj_field_name field, uint32_t from, uint32_t to)
{
    for (size_t i = 0; i < w->n_open; i++)
        put_open(w, w->open[i].anchor, false);
    for (uint32_t at = from;;) {
        uint32_t stop = to;
        skip_unlinked(w, field);
        if (w->n_open && w->open[w->n_open - 1].end < stop)
            stop = w->open[w->n_open - 1].end;
        if (w->next < w->end && w->next->mention->start < stop)
            stop = w->next->mention->start;
        if (stop > at) {
            dj_put_text(w->page, dj_slice_sub(w->text, at, stop));
            at = stop;
        }
        if (w->n_open && w->open[w->n_open - 1].end <= at) {
            const dj_anchor *anchor = w->open[--w->n_open].anchor;
            put_close(w, anchor);
            put_backs(w, anchor);
        } else if (at == to) {
            break;
        } else if (w->next < w->end && w->next->mention->start <= at) {
            open_next(w);
        }
    }
    for (size_t i = w->n_open; i > 0; i--)
        put_close(w, w->open[i - 1].anchor);
}

static void begin_field(writer *w, size_t story, dj_field_name field)
{
    w->text = w->set->of->set.texts.at[story]->story->fields[field].text;
    w->next = w->set->anchors + w->set->first[story];
    w->end = w->set->anchors + w->set->first[story + 1];
    w->n_open = 0;
}

static void put_paragraphs(writer *w, size_t story)
{
    static const char *const zones[] = {[DJ_ZONE_BODY] = "<p>",
                                        [DJ_ZONE_HEADLINE] = "<p class=\"headline\">",
                                        [DJ_ZONE_CAPTION] = "<p class=\"caption\">",
                                        [DJ_ZONE_BYLINE] = "<p class=\"byline\">",
                                        [DJ_ZONE_TAIL] = "<p class=\"tail\">"};
    const dj_segmented *part = &w->set->of->set.texts.at[story]->parts[DJ_FIELD_TEXT];
    begin_field(w, story, DJ_FIELD_TEXT);
    for (size_t i = 0, last; i < part->sentences.n; i = last + 1) {
        const dj_sentence *first = &part->sentences.at[i];
        for (last = i; last + 1 < part->sentences.n; last++) {
            const dj_sentence *next = &part->sentences.at[last + 1];
            if (next->paragraph != first->paragraph || next->zone != first->zone)
                break;
        }
        dj_put(w->page, zones[first->zone]);
        put_marked(w, DJ_FIELD_TEXT, first->start, part->sentences.at[last].end);
        dj_put(w->page, "</p>\n");
    }
}

static void put_title(writer *w, size_t story)
{
    const dj_story *of = w->set->of->set.texts.at[story]->story;
    begin_field(w, story, DJ_FIELD_TITLE);
    if (dj_slice_trim(w->text).n)
        put_marked(w, DJ_FIELD_TITLE, 0, (uint32_t)w->text.n);
    else
        dj_put_source(w->page, of);
}

static void put_web_address(dj_page *page, dj_slice url)
{
    if (!dj_slice_starts(url, DJ_S("https://")) && !dj_slice_starts(url, DJ_S("http://")))
        return;
    dj_put(page, " · <a href=\"");
    dj_put_text(page, url);
    dj_put(page, "\" rel=\"noopener noreferrer nofollow\">");
    dj_put_message(page, "html-original", NULL, 0);
    dj_put(page, "</a>");
}

static void put_story(writer *w, size_t index)
{
    const dj_story *story = w->set->of->set.texts.at[index]->story;
    dj_buf_fmt(w->page->out, "<article class=\"story\" id=\"s%zut%zu\" lang=\"", w->set->number, index + 1);
    dj_put_text(w->page, story->lang);
    dj_buf_fmt(w->page->out, "\">\n<h4 id=\"s%zut%zuh\">", w->set->number, index + 1);
    put_title(w, index);
    dj_put(w->page, "</h4>\n<p class=\"who\">");
    if (dj_slice_trim(story->fields[DJ_FIELD_TITLE].text).n) {
        dj_put(w->page, "<b>");
        dj_put_source(w->page, story);
        dj_put(w->page, "</b> ");
    }
    dj_put_published(w->page, story);
    put_web_address(w->page, story->url);
    dj_put(w->page, "<br><bdi>");
    dj_put_text(w->page, story->path);
    dj_put(w->page, "</bdi>");
    dj_buf_fmt(w->page->out, "</p>\n<div class=\"body\" role=\"group\" tabindex=\"0\" aria-labelledby=\"s%zut%zuh\">\n",
               w->set->number, index + 1);
    put_paragraphs(w, index);
    dj_put(w->page, "</div>\n</article>\n");
}

static void put_stories(writer *w, bool touched)
{
    dj_put(w->page, "<div class=\"columns\">\n");
    for (size_t i = 0; i < w->set->of->set.texts.n; i++) {
        if (w->set->is_touched[i] == touched)
            put_story(w, i);
    }
    dj_put(w->page, "</div>\n");
}

void dj_html_stories(dj_page *page, const dj_page_set *set)
{
    writer w = {.page = page, .set = set};
    size_t n = set->of->set.texts.n, touched = 0;
    for (size_t i = 0; i < n; i++)
        touched += set->is_touched[i];
    if (!n)
        return;
    dj_put(page, "<section class=\"stories\">\n<h3>");
    dj_put_message(page, "html-stories", &(dj_count){"n", n}, 1);
    dj_put(page, "</h3>\n");
    if (touched)
        put_stories(&w, true);
    if (touched < n) {
        dj_put(page, "<details class=\"rest\"><summary>");
        dj_put_message(page, "html-untouched", &(dj_count){"n", n - touched}, 1);
        dj_put(page, "</summary>\n");
        put_stories(&w, false);
        dj_put(page, "</details>\n");
    }
    dj_put(page, "</section>\n");
}
