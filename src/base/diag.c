/* Diagnostics live in the arena of their owner and are printed as compilers print theirs. */
#include "base/diag.h"

#include "base/screen.h"
#include "base/utf8.h"

enum { SIDE_COLUMNS = 60 }; /* of an excerpt on either side of its column */

void dj_error(dj_diags *diags, dj_place place, const char *format, ...)
{
    dj_buf text = dj_buf_new(4096);
    va_list args;
    va_start(args, format);
    dj_buf_vfmt(&text, format, args);
    va_end(args);
    dj_place kept = place;
    kept.path = dj_slice_copy(diags->arena, place.path);
    kept.excerpt = dj_slice_copy(diags->arena, place.excerpt);
    *DJ_PUSH(diags->arena, &diags->list) = (dj_diag){kept, dj_slice_copy(diags->arena, dj_buf_slice(&text))};
    dj_buf_free(&text);
}

void dj_diags_move(dj_diags *from, dj_diags *to)
{
    for (size_t i = 0; i < from->list.n; i++) {
        dj_diag kept = from->list.at[i];
        kept.place.path = dj_slice_copy(to->arena, kept.place.path);
        kept.place.excerpt = dj_slice_copy(to->arena, kept.place.excerpt);
        kept.message = dj_slice_copy(to->arena, kept.message);
        *DJ_PUSH(to->arena, &to->list) = kept;
    }
    from->list.n = from->list.cap = 0;
}

/* the line with a caret under the column; of a line that is wider than a screen, what is around it */
static void print_excerpt(const dj_place *place, dj_buf *out)
{
    size_t pos = 0;
    for (uint32_t c = 1; c < place->column && pos < place->excerpt.n; c++)
        dj_utf8_next(place->excerpt, &pos);
    dj_slice before = dj_slice_sub(place->excerpt, 0, pos), after = dj_slice_sub(place->excerpt, pos, place->excerpt.n);
    dj_slice head = dj_screen_cut_end(before, SIDE_COLUMNS), tail = dj_screen_cut(after, SIDE_COLUMNS);
    bool cut_head = head.n < before.n;
    dj_buf_text(out, cut_head ? "    …" : "    ");
    dj_screen_guard(out, head.n ? head : tail);
    dj_screen_add(out, head);
    dj_screen_add(out, tail);
    dj_buf_text(out, tail.n < after.n ? "…" : "");
    dj_buf_fmt(out, "\n    %*s^\n", (int)(dj_screen_width(head) + cut_head), "");
}

void dj_diag_print(const dj_diag *diag, dj_buf *out)
{
    const dj_place *place = &diag->place;
    if (place->path.n) {
        dj_screen_guard(out, place->path);
        dj_screen_add(out, place->path);
        dj_buf_byte(out, ':');
    }
    if (place->line)
        dj_buf_fmt(out, "%u:%u:", place->line, place->column);
    if (place->path.n)
        dj_buf_byte(out, ' ');
    dj_screen_add(out, diag->message);
    dj_buf_byte(out, '\n');
    if (place->excerpt.n)
        print_excerpt(place, out);
}
