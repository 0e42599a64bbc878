/* See spot.h. Paths are reckoned by their words alone: the file system is not asked, so that a report can be written after
 * the stories are gone. */
#include "report/spot.h"

typedef struct parts {
    DJ_VEC(dj_slice) list;
    size_t ups; /* leading ".." */
} parts;

static void add_parts(dj_arena *arena, parts *p, dj_slice path)
{
    for (size_t from = 0, to; from < path.n; from = to + 1) {
        to = dj_slice_find(path, DJ_S("/"), from);
        dj_slice part = dj_slice_sub(path, from, to);
        if (part.n == 0 || dj_slice_is(part, "."))
            continue;
        if (!dj_slice_is(part, ".."))
            *DJ_PUSH(arena, &p->list) = part;
        else if (p->list.n)
            p->list.n--;
        else
            p->ups++;
    }
}

static dj_slice join(dj_arena *arena, size_t ups, const dj_slice *list, size_t n)
{
    dj_buf path = dj_buf_new(SIZE_MAX);
    for (size_t i = 0; i < ups; i++)
        dj_buf_text(&path, path.n ? "/.." : "..");
    for (size_t i = 0; i < n; i++) {
        if (path.n)
            dj_buf_byte(&path, '/');
        dj_buf_add(&path, list[i]);
    }
    dj_slice joined = path.n ? dj_slice_copy(arena, dj_buf_slice(&path)) : DJ_S(".");
    dj_buf_free(&path);
    return joined;
}

dj_slice dj_path_from(dj_arena *arena, const char *directory, dj_slice path)
{
    parts whole = {0}, base = {0};
    bool is_absolute = dj_slice_starts(path, DJ_S("/"));
    if (!directory) {
        add_parts(arena, &whole, path);
        return join(arena, is_absolute ? 0 : whole.ups, whole.list.at, whole.list.n);
    }
    add_parts(arena, &base, dj_slice_of(directory));
    if (!is_absolute)
        add_parts(arena, &whole, dj_slice_of(directory));
    add_parts(arena, &whole, path);
    size_t shared = 0;
    while (shared < base.list.n && shared < whole.list.n && dj_slice_eq(base.list.at[shared], whole.list.at[shared]))
        shared++;
    return join(arena, base.list.n - shared, whole.list.at + shared, whole.list.n - shared);
}

dj_spot dj_spot_of(dj_arena *arena, const dj_report_style *style, const dj_mention *claim, dj_column_unit unit)
{
    const dj_story *story = claim->in->story;
    dj_spot spot = {.claim = claim, .path = dj_path_from(arena, style->directory, story->path), .is_row = story->row > 0};
    spot.region = dj_story_region(story, claim->field, claim->start, claim->end, unit);
    spot.told = dj_story_region(story, claim->field, claim->start, claim->end, DJ_COLUMN_RUNE);
    if (spot.is_row)
        spot.region = (dj_region){.line = story->row, .end_line = story->row};
    return spot;
}

void dj_spot_say_inner(const dj_spot *spot, dj_buf *out)
{
    dj_buf_fmt(out, "%.*s/%s:%u:%u", DJ_FMT(spot->claim->in->story->id), dj_field_label(spot->claim->field), spot->told.line,
               spot->told.column);
}

void dj_spot_say(const dj_spot *spot, dj_buf *out)
{
    dj_buf_fmt(out, "%.*s:%u", DJ_FMT(spot->path), spot->region.line);
    if (spot->is_row) {
        dj_buf_text(out, " (");
        dj_spot_say_inner(spot, out);
        dj_buf_byte(out, ')');
    } else {
        dj_buf_fmt(out, ":%u", spot->told.column);
    }
}
