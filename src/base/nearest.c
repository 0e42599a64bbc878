/* Which word was meant: edit distance, since a slip of the keyboard changes a letter or two. */
#include "base/nearest.h"

enum { LONGEST = 31 };

static unsigned least(unsigned a, unsigned b, unsigned c)
{
    unsigned low = a < b ? a : b;
    return low < c ? low : c;
}

/* Levenshtein over bytes; longer words than any of ours are far from everything */
static unsigned distance(dj_slice a, dj_slice b)
{
    size_t n = a.n, m = b.n;
    unsigned row[LONGEST + 1];
    if (n > LONGEST || m > LONGEST)
        return LONGEST;
    for (unsigned j = 0; j <= m; j++)
        row[j] = j;
    for (size_t i = 1; i <= n; i++) {
        unsigned corner = row[0];
        row[0] = (unsigned)i;
        for (size_t j = 1; j <= m; j++) {
            unsigned above = row[j];
            row[j] = least(above + 1, row[j - 1] + 1, corner + (a.at[i - 1] != b.at[j - 1]));
            corner = above;
        }
    }
    return row[m];
}

const char *dj_nearest(dj_slice word, const char *const *candidates)
{
    const char *best = NULL;
    unsigned limit = (unsigned)(word.n / 3 + 1), least_so_far = limit < 3 ? limit + 1 : 4;
    for (size_t i = 0; candidates[i]; i++) {
        dj_slice candidate = dj_slice_of(candidates[i]);
        bool begins = word.n >= 3 && dj_slice_starts(candidate, word);
        unsigned d = begins ? 1 : distance(word, candidate);
        if (d < least_so_far) {
            least_so_far = d;
            best = candidates[i];
        }
    }
    return best;
}
