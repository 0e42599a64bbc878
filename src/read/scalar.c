/* See scalar.h. A scalar with escapes or folded lines is one step, which leads to where it begins. */
#include "read/scalar.h"

#include "base/utf8.h"
#include "read/markup.h"

static size_t offset_of(const dj_yaml *file, const dj_node *node)
{
    size_t pos = node->line <= file->n_lines ? file->line_starts[node->line - 1] : file->bytes.n;
    for (uint32_t column = node->column; column > 1 && pos < file->bytes.n; column--)
        dj_utf8_next(file->bytes, &pos);
    return pos;
}

dj_traced dj_trace_scalar(dj_arena *arena, const dj_yaml *file, const dj_node *node)
{
    size_t from = offset_of(file, node), end = file->bytes.n;
    if (!node->is_plain && from < end && dj_is_one_of(file->bytes.at[from], "\"'"))
        from++;
    dj_trace trace = dj_trace_new(arena);
    if (dj_slice_starts(dj_slice_sub(file->bytes, from, end), node->text)) {
        dj_trace_copy(&trace, file->bytes, (uint32_t)from, (uint32_t)(from + node->text.n));
    } else {
        size_t to = dj_slice_find(file->bytes, DJ_S("\n"), from);
        dj_trace_step(&trace, node->text, (uint32_t)from, (uint32_t)to);
    }
    return dj_trace_end(&trace);
}
