/* Where a span of a field lies: bytes of the file by the field's map, line and column by an index of the decoded
 * source made once when it is read. Look-ups come by the hundred thousand, on lines of megabytes as well. */
#include "read/reader.h"
#include "read/story.h"

/* every code point has one byte that is no continuation byte, and decoded text is valid */
static uint32_t count_runes(dj_slice text, size_t from, size_t to)
{
    uint32_t n = 0;
    for (size_t i = from; i < to; i++)
        n += ((unsigned char)text.at[i] & 0xC0) != 0x80;
    return n;
}

static uint32_t runes_before(const dj_field *field, uint32_t at)
{
    size_t block = at / DJ_LINE_INDEX_BLOCK;
    return field->lines.runes[block] + count_runes(field->decoded, block * DJ_LINE_INDEX_BLOCK, at);
}

static size_t line_at(const dj_line_index *lines, uint32_t at)
{
    size_t low = 0, high = lines->n;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (lines->starts[middle] <= at)
            low = middle;
        else
            high = middle;
    }
    return low;
}

dj_line_index dj_line_index_of(dj_arena *arena, dj_slice decoded)
{
    DJ_VEC(uint32_t) starts = {0};
    *DJ_PUSH(arena, &starts) = 0;
    for (size_t at = 0; (at = dj_slice_find(decoded, DJ_S("\n"), at)) < decoded.n;)
        *DJ_PUSH(arena, &starts) = (uint32_t)++at;
    size_t blocks = decoded.n / DJ_LINE_INDEX_BLOCK + 1;
    uint32_t *runes = dj_alloc(arena, blocks * sizeof *runes);
    for (size_t i = 1; i < blocks; i++)
        runes[i] = runes[i - 1] + count_runes(decoded, (i - 1) * DJ_LINE_INDEX_BLOCK, i * DJ_LINE_INDEX_BLOCK);
    return (dj_line_index){starts.at, starts.n, runes};
}

dj_where dj_story_where(const dj_story *story, dj_field_name name, uint32_t start, uint32_t end)
{
    const dj_field *field = &story->fields[name];
    dj_where where = {0};
    uint32_t from, to;
    dj_map_span(&field->to_file, start, end, &where.start, &where.end);
    dj_map_span(&field->to_decoded, start, end, &from, &to);
    size_t line = line_at(&field->lines, from);
    where.line = (uint32_t)line + 1;
    where.column = runes_before(field, from) - runes_before(field, field->lines.starts[line]) + 1;
    return where;
}
