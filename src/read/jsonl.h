/* JSON lines one by one, for who keeps their stories and who only looks at them. */
#ifndef DJ_READ_JSONL_H
#define DJ_READ_JSONL_H
#include "base/names.h"
#include "read/reader.h"

typedef struct dj_jsonl {
    const dj_source *source;
    dj_stories *stories;
    dj_diags *diags;
    dj_names *ids; /* "set\0id" of each story so far; NULL where it does not matter which stand twice */
    uint32_t line; /* of the source, from 1 */
    dj_slice lang; /* of the stories, where that is known; empty: what each says, or looks like */
} dj_jsonl;

/* the story of a line without space around it, if it has one */
void dj_jsonl_line(dj_jsonl *reading, dj_slice line);

/* The rows of a source into stories->rows, and what is wrong with them told. */
void dj_rows_of_bytes(const dj_source *source, dj_stories *stories, dj_diags *diags);
/* The same of a regular file of UTF-8 of at most `max` bytes, without holding it; false, and nothing done, where it is none. */
bool dj_rows_of_file(const char *path, dj_slice set, size_t max, dj_stories *stories, dj_diags *diags);
/* Tells of a story that is not text; it is kept all the same. */
void dj_complain_of_noise(const dj_story *story, dj_slice name, dj_diags *diags);
#endif
