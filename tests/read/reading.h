/* What the reader tests share: bytes in, stories and diagnostics out, and where a phrase of a field lies. */
#ifndef TESTS_READ_READING_H
#define TESTS_READ_READING_H
#include "suite.h"

#include "read/read.h"

typedef struct reading {
    dj_arena *arena;
    dj_stories stories;
    dj_diags diags;
} reading;

static inline reading reading_new(void)
{
    dj_arena *arena = dj_arena_new();
    return (reading){arena, {.arena = arena}, {.arena = arena}};
}

static inline void reading_free(reading *r)
{
    dj_arena_free(r->arena);
}

static inline reading read_bytes(dj_slice bytes, dj_format format)
{
    reading r = reading_new();
    dj_read_options options = {.format = format};
    dj_read_bytes(bytes, DJ_S("desk/story"), DJ_S("s"), &options, &r.stories, &r.diags);
    return r;
}

static inline dj_slice field_text(const reading *r, size_t story, dj_field_name field)
{
    return story < r->stories.list.n ? r->stories.list.at[story]->fields[field].text : DJ_S("(no story)");
}

/* where the first occurrence of `phrase` lies; all zero where there is none */
static inline dj_where where_of(const reading *r, size_t story, dj_field_name field, dj_slice phrase)
{
    dj_slice text = field_text(r, story, field);
    size_t at = dj_slice_find(text, phrase, 0);
    if (at == text.n)
        return (dj_where){0};
    return dj_story_where(r->stories.list.at[story], field, (uint32_t)at, (uint32_t)(at + phrase.n));
}

static inline bool says(const reading *r, dj_field_name field, const char *text)
{
    return dj_slice_is(field_text(r, 0, field), text);
}

static inline bool lies_at(dj_where where, uint32_t start, uint32_t end, uint32_t line, uint32_t column)
{
    return where.start == start && where.end == end && where.line == line && where.column == column;
}
#endif
