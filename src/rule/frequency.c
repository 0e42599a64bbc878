/* See frequency.h. A table of where the stems' lines begin in the file: open addressing, at most half full. Of ten thousand
 * stems a run asks for some hundred, so the counts are read when they are asked for. */
#include "rule/frequency.h"

#include <math.h>

struct dj_frequencies {
    dj_slice bytes;
    uint32_t *lines; /* where they begin in bytes, and 1; 0 in an empty room */
    size_t mask;
    double stories;
};

static bool read_count(dj_slice text, uint32_t *count)
{
    uint64_t n = 0;
    for (size_t i = 0; i < text.n; i++) {
        if (text.at[i] < '0' || text.at[i] > '9' || n > UINT32_MAX / 10)
            return false;
        n = n * 10 + (uint64_t)(text.at[i] - '0');
    }
    *count = (uint32_t)n;
    return text.n > 0;
}

static dj_slice line_at(const dj_frequencies *of, size_t from)
{
    return dj_slice_sub(of->bytes, from, dj_slice_find(of->bytes, DJ_S("\n"), from));
}

/* the room of the stem, or the empty one where it belongs */
static uint32_t *room_of(const dj_frequencies *of, dj_slice stem)
{
    size_t room = dj_slice_hash(stem) & of->mask;
    for (; of->lines[room]; room = (room + 1) & of->mask) {
        dj_slice rest = dj_slice_sub(of->bytes, of->lines[room] - 1, of->bytes.n);
        if (dj_slice_starts(rest, stem) && rest.n > stem.n && rest.at[stem.n] == '\t')
            break;
    }
    return &of->lines[room];
}

static bool add_line(dj_frequencies *to, size_t from, dj_slice line)
{
    size_t tab = dj_slice_find(line, DJ_S("\t"), 0);
    uint32_t count;
    if (tab == line.n || !read_count(dj_slice_sub(line, tab + 1, line.n), &count))
        return false;
    uint32_t *room = tab ? room_of(to, dj_slice_sub(line, 0, tab)) : NULL;
    if (!room)
        to->stories = count;
    else if (!*room)
        *room = (uint32_t)from + 1;
    return true;
}

static size_t rooms_for(dj_slice bytes)
{
    size_t rooms = 64, lines = 1;
    for (size_t at = 0; (at = dj_slice_find(bytes, DJ_S("\n"), at)) < bytes.n; at++)
        lines++;
    while (rooms < 2 * lines)
        rooms *= 2;
    return rooms;
}

dj_frequencies *dj_frequencies_parse(dj_arena *arena, dj_slice path, dj_slice bytes, dj_diags *diags)
{
    dj_frequencies *to = dj_alloc(arena, sizeof *to);
    size_t rooms = rooms_for(bytes);
    *to = (dj_frequencies){.bytes = bytes, .lines = dj_alloc(arena, rooms * sizeof *to->lines), .mask = rooms - 1};
    uint32_t number = 0;
    for (size_t from = 0; from < bytes.n;) {
        dj_slice line = line_at(to, from);
        number++;
        if (line.n && !add_line(to, from, line))
            dj_error(diags, (dj_place){path, number, 1, line}, "not 'stem<tab>count'");
        from += line.n + 1;
    }
    return to;
}

double dj_rarity(const dj_frequencies *frequencies, dj_slice stem)
{
    if (!frequencies || frequencies->stories < 1)
        return 1;
    uint32_t line = *room_of(frequencies, stem), seen = 0;
    if (!line || !stem.n)
        return 1;
    read_count(dj_slice_sub(line_at(frequencies, line - 1), stem.n + 1, line_at(frequencies, line - 1).n), &seen);
    return log(1 + frequencies->stories / (1 + (double)seen)) / log(1 + frequencies->stories);
}
