/* Where a span of a field lies: bytes of the file by the field's map, line and column by an index of the decoded
 * source made once when it is read. Look-ups come by the hundred thousand, on lines of megabytes as well. */
#include "base/utf8.h"
#include "read/reader.h"
#include "read/story.h"

static uint32_t count_runes(dj_slice text, size_t from, size_t to)
{
    return (uint32_t)dj_utf8_runes(dj_slice_sub(text, from, to));
}

/* four bytes of UTF-8 are two units of UTF-16 */
static uint32_t count_astral(dj_slice text, size_t from, size_t to)
{
    uint32_t n = 0;
    for (size_t i = from; i < to; i++)
        n += (unsigned char)text.at[i] >= 0xF0;
    return n;
}

static uint32_t units_before(const dj_field *field, uint32_t at, dj_column_unit unit)
{
    size_t block = at / DJ_LINE_INDEX_BLOCK, from = block * DJ_LINE_INDEX_BLOCK;
    if (unit == DJ_COLUMN_UTF8)
        return at;
    uint32_t runes = field->lines.runes[block] + count_runes(field->decoded, from, at);
    return unit == DJ_COLUMN_RUNE ? runes : runes + field->lines.astral[block] + count_astral(field->decoded, from, at);
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
    uint32_t *runes = dj_alloc(arena, blocks * sizeof *runes), *astral = dj_alloc(arena, blocks * sizeof *astral);
    for (size_t i = 1; i < blocks; i++) {
        size_t from = (i - 1) * DJ_LINE_INDEX_BLOCK, to = i * DJ_LINE_INDEX_BLOCK;
        runes[i] = runes[i - 1] + count_runes(decoded, from, to);
        astral[i] = astral[i - 1] + count_astral(decoded, from, to);
    }
    return (dj_line_index){starts.at, starts.n, runes, astral};
}

/* of a byte that begins a code point of the decoded source; the line is counted from 0 */
static uint32_t column_at(const dj_field *field, uint32_t at, size_t line, dj_column_unit unit)
{
    return units_before(field, at, unit) - units_before(field, field->lines.starts[line], unit) + 1;
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
    where.column = column_at(field, from, line, DJ_COLUMN_RUNE);
    return where;
}

dj_region dj_story_region(const dj_story *story, dj_field_name name, uint32_t start, uint32_t end, dj_column_unit unit)
{
    const dj_field *field = &story->fields[name];
    uint32_t from, to;
    dj_map_span(&field->to_decoded, start, end, &from, &to);
    size_t line = line_at(&field->lines, from), last = line_at(&field->lines, to > from ? to - 1 : from);
    return (dj_region){(uint32_t)line + 1, column_at(field, from, line, unit), (uint32_t)last + 1,
                       column_at(field, to, last, unit), dj_slice_sub(field->decoded, from, to)};
}
