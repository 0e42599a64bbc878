/* Plain text: the whole file is the text, nothing is a title; segmentation finds headlines by their form. */
#include "read/charset.h"
#include "read/reader.h"

void dj_read_text(const dj_source *source, dj_stories *stories, dj_diags *diags)
{
    (void)diags;
    dj_arena *arena = stories->arena;
    dj_document document = dj_document_new(arena, dj_decode(arena, source->bytes, DJ_NONE));
    dj_traced whole = {document.decoded.text, dj_map_shift(arena, document.decoded.text.n, 0)};
    dj_story *story = dj_story_new(stories, source);
    dj_field_fill(arena, &document, whole, &story->fields[DJ_FIELD_TEXT]);
    dj_story_set_language(arena, story, DJ_NONE);
}
