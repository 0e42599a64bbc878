/* Plain text: the whole file is the text, nothing is a title; segmentation finds headlines by their form. */
#include "read/charset.h"
#include "read/ignore.h"
#include "read/reader.h"

void dj_read_text(const dj_source *source, dj_stories *stories, dj_diags *diags)
{
    dj_arena *arena = stories->arena;
    dj_document document = dj_document_new(arena, dj_decode(arena, source->bytes, DJ_NONE));
    dj_story *story = dj_story_new(stories, source);
    dj_field_fill(arena, &document, dj_ignores_cut(arena, document.decoded.text), &story->fields[DJ_FIELD_TEXT]);
    dj_ignores_read(&(dj_ignore_reading){.arena = arena, .diags = diags}, story);
    dj_story_set_language(arena, story, DJ_NONE);
}
