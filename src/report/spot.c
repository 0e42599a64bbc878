/* See spot.h. Paths are reckoned by their words alone, so that a report can be written after the stories are gone. */
#include "report/spot.h"

#include "base/path.h"
#include "base/screen.h"

dj_spot dj_spot_of(dj_arena *arena, const dj_report_style *style, const dj_mention *claim, dj_column_unit unit)
{
    const dj_story *story = claim->in->story;
    uint32_t start = dj_mention_focus_start(claim), end = dj_mention_focus_end(claim);
    dj_spot spot = {.claim = claim, .path = dj_path_from(arena, style->directory, story->path), .is_row = story->row > 0};
    spot.region = dj_story_region(story, claim->field, start, end, unit);
    spot.told = dj_story_region(story, claim->field, start, end, DJ_COLUMN_RUNE);
    if (spot.is_row)
        spot.region = (dj_region){.line = story->row, .end_line = story->row};
    return spot;
}

void dj_spot_say_inner(const dj_spot *spot, dj_buf *out)
{
    dj_buf_fmt(out, "%.*s/%s:%u:%u", DJ_FMT(spot->claim->in->story->id), dj_field_label(spot->claim->field), spot->told.line,
               spot->told.column);
}

void dj_spot_add_inner(const dj_spot *spot, dj_buf *words)
{
    if (!spot->is_row)
        return;
    dj_buf inner = dj_buf_new(SIZE_MAX);
    dj_spot_say_inner(spot, &inner);
    dj_buf_text(words, " (");
    dj_screen_add(words, dj_buf_slice(&inner));
    dj_buf_byte(words, ')');
    dj_buf_free(&inner);
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
