/* JSON lines: an object a line, each a story. A field's offsets are those of its own string, so every string is a
 * document of its own. A line that cannot be read is told with its number, and the next one is read. */
#include "read/jsonl.h"

#include "base/utf8.h"
#include "read/charset.h"
#include "read/ignore.h"
#include "read/json_in.h"

enum { LONGEST_EXCERPT = 160 };

static dj_place place_in(const dj_jsonl *r, dj_slice line, size_t offset)
{
    dj_place place = {.path = r->source->path, .line = r->line};
    place.column = (uint32_t)dj_utf8_count((dj_slice){line.at, offset}) + 1;
    if (line.n <= LONGEST_EXCERPT)
        place.excerpt = line;
    return place;
}

/* an optional string, copied; false where the key is absent, null or no string, the last told */
static bool string_of(const dj_jsonl *r, dj_slice line, const dj_json_in *row, const char *key, dj_slice *out)
{
    dj_json_in *value = dj_json_in_get(row, key);
    dj_slice text;
    if (!value)
        return false;
    if (!dj_json_in_string(value, &text)) {
        dj_error(r->diags, place_in(r, line, 0), "\"%s\" is not a string", key);
        return false;
    }
    *out = dj_slice_copy(r->stories->arena, text);
    return true;
}

static void fill_field(dj_arena *arena, dj_slice text, dj_field *field)
{
    dj_traced whole = {text, dj_map_shift(arena, text.n, 0)};
    dj_document document = dj_document_new(arena, whole);
    dj_field_fill(arena, &document, dj_ignores_cut(arena, text), field);
}

static void set_id(dj_jsonl *r, dj_slice line, const dj_json_in *row, dj_story *story)
{
    dj_arena *arena = r->stories->arena;
    dj_json_in *value = dj_json_in_get(row, "id");
    dj_slice id;
    dj_buf key = dj_buf_new(SIZE_MAX);
    if (value && dj_json_in_number(value, &id)) {
        story->id = dj_slice_copy(arena, id);
    } else if (!string_of(r, line, row, "id", &story->id)) {
        dj_buf_fmt(&key, "line %u", r->line);
        story->id = dj_slice_copy(arena, dj_buf_slice(&key));
        key.n = 0;
    }
    dj_buf_add(&key, story->set);
    dj_buf_byte(&key, 0);
    dj_buf_add(&key, story->id);
    uint32_t before = r->ids ? dj_names_count(r->ids) : 0;
    if (r->ids && dj_intern(r->ids, dj_buf_slice(&key)) <= before)
        dj_error(r->diags, place_in(r, line, 0), "id '%.*s' stands twice in one set", DJ_FMT(story->id));
    dj_buf_free(&key);
}

static void read_row(dj_jsonl *r, dj_slice line, const dj_json_in *row)
{
    dj_arena *arena = r->stories->arena;
    dj_slice text, lang = r->lang, published;
    if (!dj_json_in_get(row, "text")) {
        dj_error(r->diags, place_in(r, line, 0),
                 "no \"text\", the key of the story; beside it id, set, source, published, title, url and lang are read");
        return;
    }
    if (!string_of(r, line, row, "text", &text))
        return;
    dj_story *story = dj_story_new(r->stories, r->source);
    story->row = r->line;
    fill_field(arena, text, &story->fields[DJ_FIELD_TEXT]);
    if (string_of(r, line, row, "title", &text))
        fill_field(arena, text, &story->fields[DJ_FIELD_TITLE]);
    dj_place here = place_in(r, line, 0);
    dj_ignores_read(&(dj_ignore_reading){.arena = arena, .diags = r->diags, .row = &here}, story);
    string_of(r, line, row, "set", &story->set);
    set_id(r, line, row, story);
    story->source = story->id;
    string_of(r, line, row, "source", &story->source);
    string_of(r, line, row, "url", &story->url);
    story->is_draft = dj_json_in_is_true(dj_json_in_get(row, "draft"));
    if (r->lang.n == 0)
        string_of(r, line, row, "lang", &lang);
    dj_story_set_language(arena, story, lang);
    if (string_of(r, line, row, "published", &published) && !dj_story_set_published(story, published))
        dj_error(r->diags, place_in(r, line, 0), "\"published\" is '%.*s', not a date like 2025-02-05", DJ_FMT(published));
}

void dj_jsonl_line(dj_jsonl *r, dj_slice line)
{
    dj_json_in *row;
    const char *message;
    size_t offset;
    if (!dj_json_in_parse(line, &row, &message, &offset)) {
        dj_error(r->diags, place_in(r, line, offset < line.n ? offset : line.n), "not JSON: %s", message);
        return;
    }
    if (dj_json_in_is_object(row))
        read_row(r, line, row);
    else
        dj_error(r->diags, place_in(r, line, 0), "not a JSON object");
    dj_json_in_free(row);
}

void dj_read_jsonl(const dj_source *source, dj_stories *stories, dj_diags *diags)
{
    dj_slice all = dj_decode(stories->arena, source->bytes, DJ_NONE).text;
    dj_jsonl r = {source, stories, diags, dj_names_new(stories->arena), 0, DJ_NONE};
    for (size_t from = 0, to; from < all.n; from = to + 1) {
        to = dj_slice_find(all, DJ_S("\n"), from);
        r.line++;
        dj_slice line = dj_slice_trim(dj_slice_sub(all, from, to));
        if (line.n)
            dj_jsonl_line(&r, line);
    }
}
