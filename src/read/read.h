/* From paths to stories. A row of readers.def is an input format; `auto` chooses by file name and content. */
#ifndef DJ_READ_READ_H
#define DJ_READ_READ_H
#include "read/story.h"

typedef enum dj_format {
    DJ_FORMAT_AUTO,
#define DJ_READER(NAME, name, reader, suffixes, doc) DJ_FORMAT_##NAME,
#include "read/readers.def"
#undef DJ_READER
    DJ_FORMATS
} dj_format;
bool dj_format_named(dj_slice name, dj_format *out); /* "auto", "text", "markdown", "html", "jsonl" */

typedef struct dj_read_options {
    dj_format format;
    size_t max_bytes; /* of one file */
} dj_read_options;

/* A file, a directory (its stories are a set, and those of each folder below it one of their own) or "-". Every path that
 * cannot be read adds a diagnostic and the rest goes on. Files given one by one form one set, named "". */
void dj_read_path(const char *path, const dj_read_options *options, dj_stories *stories, dj_diags *diags);
/* One story set from memory, for the library: format must not be AUTO unless name has a suffix. */
void dj_read_bytes(dj_slice bytes, dj_slice name, dj_slice set, const dj_read_options *options, dj_stories *stories,
                   dj_diags *diags);
#endif
