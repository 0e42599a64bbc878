/* Which word was meant: edit distance, since a slip of the keyboard changes a letter or two. */
#include "base/nearest.h"

#include "base/edit.h"

enum { LONGEST = 31 };

/* over bytes; longer words than any of ours are far from everything */
static unsigned distance(dj_slice a, dj_slice b)
{
    uint32_t x[LONGEST], y[LONGEST];
    if (a.n > LONGEST || b.n > LONGEST)
        return LONGEST;
    for (size_t i = 0; i < a.n; i++)
        x[i] = (unsigned char)a.at[i];
    for (size_t i = 0; i < b.n; i++)
        y[i] = (unsigned char)b.at[i];
    return dj_edit_distance(x, a.n, y, b.n, false, DJ_EDIT_MOST);
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
