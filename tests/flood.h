/* For tests with inputs made to break a run: the time they take, and units repeated with their number in the place of %d. */
#ifndef TESTS_FLOOD_H
#define TESTS_FLOOD_H
#include <time.h>

#include "base/buf.h"

static double seconds(void)
{
    return (double)clock() / CLOCKS_PER_SEC;
}

static void add_unit(dj_buf *out, dj_slice unit, size_t number)
{
    size_t at = 0;
    for (size_t mark; (mark = dj_slice_find(unit, DJ_S("%d"), at)) < unit.n; at = mark + 2) {
        dj_buf_add(out, dj_slice_sub(unit, at, mark));
        dj_buf_fmt(out, "%zu", number);
    }
    dj_buf_add(out, dj_slice_sub(unit, at, unit.n));
}
#endif
