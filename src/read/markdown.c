/* Markdown to text: each byte of the source gets a mark, one pass for each kind of syntax, and a last pass copies what
 * is left. Marks on bytes keep the passes apart and linear, whatever the nesting; no tree is needed to take off marks.
 * Where CommonMark and the habits of Korean writers part (**굵게**는), the habit wins; where a mark could be a figure's
 * (5*3*2, 3~~4), it stays. */
#include "read/markdown.h"

#include "read/charset.h"
#include "read/frontmatter.h"
#include "read/ignore.h"
#include "read/markup.h"
#include "read/reader.h"

static void emit_byte(const dj_markdown *m, dj_trace *trace, size_t *pos)
{
    dj_tag tag;
    char utf8[4];
    size_t at = *pos, n, made;
    *pos = at + 1;
    switch ((dj_mark)m->marks[at]) {
    case DJ_MARK_GAP: dj_trace_break(trace, 2, (uint32_t)at, (uint32_t)at + 1); return;
    case DJ_MARK_TAG:
        if (dj_tag_at(m->text, at, true, &tag))
            dj_trace_tag(trace, tag.element->shape, tag.is_end, (uint32_t)at, (uint32_t)tag.end);
        return;
    case DJ_MARK_TEXT:
        n = m->text.at[at] == '&' ? dj_reference_at(m->text, at, utf8, &made) : 0;
        if (n) {
            dj_trace_step(trace, (dj_slice){utf8, made}, (uint32_t)at, (uint32_t)(at + n));
            *pos = at + n;
            return;
        }
        break;
    case DJ_MARK_LITERAL: break;
    case DJ_MARK_DROP: return;
    }
    while (*pos < m->text.n && m->marks[*pos] == m->marks[at] && m->text.at[*pos] != '&')
        ++*pos;
    dj_trace_copy(trace, m->text, (uint32_t)at, (uint32_t)*pos);
}

static dj_traced strip(dj_arena *arena, dj_slice text, size_t body)
{
    dj_arena *scratch = dj_arena_new();
    dj_markdown m = {scratch, text, body, dj_alloc(scratch, text.n + 1)};
    dj_markdown_blocks(&m);
    dj_markdown_html(&m);
    dj_markdown_inline(&m);
    dj_trace trace = dj_trace_new(arena);
    for (size_t pos = body; pos < text.n;)
        emit_byte(&m, &trace, &pos);
    dj_arena_free(scratch);
    return dj_trace_end(&trace);
}

/* Jekyll posts are dated by their names: 2025-02-04-title.md */
static void date_by_name(dj_story *story)
{
    dj_slice name = story->source;
    if (name.n > 10 && name.at[4] == '-' && name.at[10] == '-')
        dj_story_set_published(story, dj_slice_sub(name, 0, 10));
}

void dj_read_markdown(const dj_source *source, dj_stories *stories, dj_diags *diags)
{
    dj_arena *arena = stories->arena;
    dj_document document = dj_document_new(arena, dj_decode(arena, source->bytes, DJ_NONE));
    dj_slice text = document.decoded.text;
    dj_frontmatter matter = {0};
    size_t body = dj_frontmatter_end(text);
    if (body)
        dj_frontmatter_read(arena, source->path, text, body, diags, &matter);
    dj_story *story = dj_story_new(stories, source);
    dj_field_fill(arena, &document, strip(arena, text, body), &story->fields[DJ_FIELD_TEXT]);
    if (matter.title.text.n)
        dj_field_fill(arena, &document, matter.title, &story->fields[DJ_FIELD_TITLE]);
    dj_ignores_read(&(dj_ignore_reading){.arena = arena, .diags = diags, .has_blocks = true}, story);
    dj_story_set_language(arena, story, matter.lang);
    if (!matter.date.n)
        date_by_name(story);
    else if (!dj_story_set_published(story, matter.date))
        dj_error(diags, (dj_place){.path = source->path}, "date is '%.*s', not a date like 2025-02-05", DJ_FMT(matter.date));
    if (matter.source.n)
        story->source = dj_slice_copy(arena, matter.source);
    story->url = dj_slice_copy(arena, matter.url);
}
