/* Stories: what readers make of bytes. A story has two fields, title and text, each valid UTF-8 in NFC without markup,
 * and for each a map that leads every offset back to the bytes of the file. */
#ifndef DJ_READ_STORY_H
#define DJ_READ_STORY_H
#include "base/diag.h"
#include "base/vec.h"
#include "value/civil.h"

typedef enum dj_field_name { DJ_FIELD_TEXT, DJ_FIELD_TITLE, DJ_FIELDS } dj_field_name;
const char *dj_field_label(dj_field_name field); /* "text", "title" (contract) */

/* Runs of text copied from the source: from text offset `at` on, the source offset is source + (offset - at), until the
 * next run; a run that stands for other bytes (an entity, a decomposed syllable) is one step: any offset inside it
 * leads to `source`. Sorted by at; the first has at == 0; the last, a sentinel at the text's end. The source of the run
 * behind a step is where the step's bytes end: where text was left out behind a step, a run without text says so. */
typedef struct dj_run {
    uint32_t at, source;
    bool is_step;
} dj_run;

typedef struct dj_map {
    const dj_run *runs;
    size_t n;
} dj_map;
/* the source span of text bytes start..end; end is the source end of the last byte covered */
void dj_map_span(const dj_map *map, uint32_t start, uint32_t end, uint32_t *source_start, uint32_t *source_end);

/* The lines of a decoded source, and how many code points begin before each block of it, all of them and those that UTF-16
 * writes as two units, so that a line and a column cost a search and a short count however long the lines are. */
enum { DJ_LINE_INDEX_BLOCK = 256 };
typedef struct dj_line_index {
    const uint32_t *starts; /* bytes; the first is 0 */
    size_t n;
    const uint32_t *runes, *astral; /* of bytes 0..k*DJ_LINE_INDEX_BLOCK */
} dj_line_index;

typedef struct dj_field {
    dj_slice text; /* may be empty */
    dj_map to_file; /* field offset -> byte of the file (JSONL: of that field's string) */
    dj_slice decoded; /* the source as UTF-8 before normalising and taking off markup: for line, column and excerpts */
    dj_map to_decoded; /* field offset -> byte of `decoded` */
    dj_line_index lines; /* of `decoded` */
} dj_field;

typedef enum dj_published_from {
    DJ_PUBLISHED_NONE,
    DJ_PUBLISHED_METADATA,
    DJ_PUBLISHED_DATELINE,
    DJ_PUBLISHED_SET,
    DJ_PUBLISHED_OPTION
} dj_published_from;
const char *dj_published_from_label(dj_published_from from); /* "none", "metadata", "dateline", "set", "option" */

typedef struct dj_ignore { /* a comment of the story that suppresses findings; see ignore.h */
    dj_slice checks; /* their ids, parted by commas; none is known here */
    dj_slice reason;
    dj_day until; /* the last day on which it holds; DJ_NO_DAY: it has no end */
    bool is_whole; /* it holds for the whole story, else for the paragraphs that start..end touches */
    dj_field_name field;
    uint32_t start, end;
    dj_place place;
} dj_ignore;

typedef struct dj_story {
    dj_slice set, id, path, source, url,
        lang; /* id: the JSONL id, or the path; source: publisher or file name; lang: "ko"/"en" */
    dj_field fields[DJ_FIELDS];
    dj_day published; /* DJ_NO_DAY unknown */
    int32_t published_minute; /* of that day, -1 unknown */
    uint32_t row; /* the line of the file that holds the story, from 1; 0 where the story is the file */
    dj_published_from published_from;
    DJ_VEC(dj_ignore) ignores; /* in order */
    bool is_draft; /* to be held against the other stories of its set, which are its sources */
} dj_story;

/* Whether `source` names a publisher: it is none where it only repeats the file's name or the id. */
bool dj_story_has_publisher(const dj_story *story);

typedef struct dj_stories {
    dj_arena *arena;
    DJ_VEC(dj_story *) list;
    struct dj_rows *rows; /* of JSON lines, which are not kept in the list then; NULL: they are */
} dj_stories;

/* Where a span of a field lies, in the contract's terms. */
typedef struct dj_where {
    uint32_t start, end; /* bytes of the file (JSONL: of the field) */
    uint32_t line, column; /* of start, from 1, in code points */
} dj_where;
dj_where dj_story_where(const dj_story *story, dj_field_name field, uint32_t start, uint32_t end);

/* The same span in lines and columns alone, in the unit that a format counts columns in. */
typedef enum dj_column_unit { DJ_COLUMN_RUNE, DJ_COLUMN_UTF16, DJ_COLUMN_UTF8 } dj_column_unit;
typedef struct dj_region {
    uint32_t line, column, end_line, end_column; /* from 1; end_column is that behind the last character */
    dj_slice source; /* the decoded source there, markup included */
} dj_region;
dj_region dj_story_region(const dj_story *story, dj_field_name field, uint32_t start, uint32_t end, dj_column_unit unit);
#endif
