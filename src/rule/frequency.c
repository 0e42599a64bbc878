/* See frequency.h. The file is read into a symbol table whose numbers index the counts. */
#include "rule/frequency.h"

#include <math.h>

#include "base/names.h"
#include "base/vec.h"

struct dj_frequencies {
    dj_names *stems;
    DJ_VEC(uint32_t) counts; /* of stem id - 1 */
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

static bool add_line(dj_arena *arena, dj_frequencies *to, dj_slice line)
{
    size_t tab = dj_slice_find(line, DJ_S("\t"), 0);
    uint32_t count;
    if (tab == line.n || !read_count(dj_slice_sub(line, tab + 1, line.n), &count))
        return false;
    if (tab == 0) {
        to->stories = count;
        return true;
    }
    if (dj_intern_lasting(to->stems, dj_slice_sub(line, 0, tab)) == to->counts.n + 1)
        *DJ_PUSH(arena, &to->counts) = count;
    return true;
}

dj_frequencies *dj_frequencies_parse(dj_arena *arena, dj_slice path, dj_slice bytes, dj_diags *diags)
{
    dj_frequencies *to = dj_alloc(arena, sizeof *to);
    to->stems = dj_names_new(arena);
    uint32_t number = 0;
    for (size_t from = 0, end; from < bytes.n; from = end + 1) {
        end = dj_slice_find(bytes, DJ_S("\n"), from);
        dj_slice line = dj_slice_sub(bytes, from, end);
        number++;
        if (line.n && !add_line(arena, to, line))
            dj_error(diags, (dj_place){path, number, 1, line}, "not 'stem<tab>count'");
    }
    return to;
}

double dj_rarity(const dj_frequencies *frequencies, dj_slice stem)
{
    if (!frequencies || frequencies->stories < 1)
        return 1;
    uint32_t id = dj_names_find(frequencies->stems, stem);
    if (!id)
        return 1;
    double seen = frequencies->counts.at[id - 1];
    return log(1 + frequencies->stories / (1 + seen)) / log(1 + frequencies->stories);
}
