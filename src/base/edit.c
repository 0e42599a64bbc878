/* A row of the table at a time; the least of a row is never less than that of the row before. */
#include "base/edit.h"

static unsigned least(unsigned a, unsigned b, unsigned c)
{
    unsigned low = a < b ? a : b;
    return low < c ? low : c;
}

unsigned dj_edit_distance(const uint32_t *a, size_t n, const uint32_t *b, size_t m, bool anywhere, unsigned most)
{
    unsigned row[DJ_EDIT_MOST + 1];
    for (size_t j = 0; j <= m; j++)
        row[j] = anywhere ? 0 : (unsigned)j;
    for (size_t i = 1; i <= n; i++) {
        unsigned diagonal = row[0], lowest = (unsigned)i;
        row[0] = (unsigned)i;
        for (size_t j = 1; j <= m; j++) {
            unsigned above = row[j];
            row[j] = least(above + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1]));
            diagonal = above;
            lowest = row[j] < lowest ? row[j] : lowest;
        }
        if (lowest > most)
            return lowest;
    }
    unsigned best = row[m];
    for (size_t j = 0; anywhere && j < m; j++)
        best = row[j] < best ? row[j] : best;
    return best;
}
