/* Bytes as a story of each input format: the first byte is that of the format's name. Every field must be valid UTF-8 whose
 * every place leads back to bytes of the source. */
#include "base/utf8.h"
#include "fuzz.h"
#include "read/read.h"

static dj_format format_of(uint8_t first)
{
    switch (first) {
    case 'h': return DJ_FORMAT_HTML;
    case 'm': return DJ_FORMAT_MARKDOWN;
    case 'j': return DJ_FORMAT_JSONL;
    default: return DJ_FORMAT_TEXT;
    }
}

static void look_up(const dj_story *story, dj_field_name name, size_t source_bytes)
{
    dj_slice text = story->fields[name].text;
    require(dj_utf8_valid(text), "a field is UTF-8");
    uint32_t step = (uint32_t)(text.n / 200) + 1;
    for (uint32_t at = 0; at < text.n; at += step) {
        dj_where where = dj_story_where(story, name, at, at + 1);
        require(where.start <= where.end && where.line > 0 && where.column > 0, "a place is one");
        require(where.end <= source_bytes, "a place lies in its source");
        dj_region region = dj_story_region(story, name, at, at + 1, DJ_COLUMN_UTF16);
        require(region.end_line >= region.line && region.end_column > 0, "a region is one");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    if (n == 0)
        return 0;
    dj_arena *arena = dj_arena_new();
    dj_diags diags = {.arena = arena};
    dj_stories stories = {.arena = arena};
    dj_read_options options = {.format = format_of(bytes[0]), .max_bytes = 1 << 20};
    dj_read_bytes((dj_slice){(const char *)bytes + 1, n - 1}, DJ_S("story"), DJ_S("set"), &options, &stories, &diags);
    for (size_t i = 0; i < stories.list.n; i++)
        for (int f = 0; f < DJ_FIELDS; f++) {
            /* a row's string is shorter than its row, but CP949 and escapes may say more in fewer bytes */
            size_t most = options.format == DJ_FORMAT_JSONL ? 3 * n : n - 1;
            look_up(stories.list.at[i], (dj_field_name)f, most);
        }
    dj_arena_free(arena);
    return 0;
}
