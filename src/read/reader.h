/* What the readers share: a source of bytes in, stories out. */
#ifndef DJ_READ_READER_H
#define DJ_READ_READER_H
#include "read/map.h"
#include "read/read.h"

typedef struct dj_source {
    dj_slice bytes, path, set;
} dj_source;

#define DJ_READER(NAME, name, reader, suffixes, doc) void reader(const dj_source *source, dj_stories *stories, dj_diags *diags);
#include "read/readers.def"
#undef DJ_READER

/* A source as UTF-8, with what is needed to lead back to it. */
typedef struct dj_document {
    dj_traced decoded;
    dj_line_index lines;
} dj_document;
dj_document dj_document_new(dj_arena *arena, dj_traced decoded);
dj_line_index dj_line_index_of(dj_arena *arena, dj_slice decoded);

/* A story at the end of the list, its id the path and its source the file's name, without a date. */
dj_story *dj_story_new(dj_stories *stories, const dj_source *source);
/* `marked` is text with a map into the document's UTF-8 */
void dj_field_fill(dj_arena *arena, const dj_document *document, dj_traced marked, dj_field *field);
/* `declared` ("ko-KR") where it is not empty, else by the share of Hangul among the letters */
void dj_story_set_language(dj_arena *arena, dj_story *story, dj_slice declared);
bool dj_is_korean(dj_slice text);
/* false where `text` begins with no date; the story's language must be known */
bool dj_story_set_published(dj_story *story, dj_slice text);
#endif
