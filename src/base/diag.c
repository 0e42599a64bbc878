#include "base/diag.h"

#include "base/utf8.h"

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

static bool is_wide(uint32_t rune)
{
    return (rune >= 0x1100 && rune <= 0x115F) || (rune >= 0x2E80 && rune <= 0xD7A3) || (rune >= 0xFF00 && rune <= 0xFF60);
}

static void print_excerpt(const dj_place *place, dj_buf *out)
{
    size_t cells = 0, pos = 0;
    for (uint32_t c = 1; c < place->column && pos < place->excerpt.n; c++)
        cells += is_wide(dj_utf8_next(place->excerpt, &pos)) ? 2 : 1;
    dj_buf_fmt(out, "    %.*s\n    %*s^\n", DJ_FMT(place->excerpt), (int)cells, "");
}

void dj_diag_print(const dj_diag *diag, dj_buf *out)
{
    const dj_place *place = &diag->place;
    if (place->path.n)
        dj_buf_fmt(out, "%.*s:", DJ_FMT(place->path));
    if (place->line)
        dj_buf_fmt(out, "%u:%u:", place->line, place->column);
    dj_buf_fmt(out, "%s%.*s\n", place->path.n ? " " : "", DJ_FMT(diag->message));
    if (place->excerpt.n)
        print_excerpt(place, out);
}
