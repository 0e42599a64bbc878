/* Which pairs are the best: in every story a figure may have one that is its likeliest, and a pair is best where both its
 * figures choose it. By how much it leads over the second is its margin. */
#include <stdlib.h>

#include "align/pairs.h"

typedef struct choice { /* a figure, a story, and the pair that is its likeliest there */
    uint32_t figure, story, pair;
    double strength;
} choice;

static int by_choice(const void *a, const void *b)
{
    const choice *x = a, *y = b;
    if (x->figure != y->figure)
        return x->figure < y->figure ? -1 : 1;
    if (x->story != y->story)
        return x->story < y->story ? -1 : 1;
    return (x->strength < y->strength) - (x->strength > y->strength);
}

/* choices from..to are one figure's in one story, the strongest first: it wins by its lead over the second, the others
 * lose by what they lack */
static void judge(const choice *choices, size_t from, size_t to, dj_pairs *pairs, unsigned char *votes)
{
    double first = choices[from].strength, second = to - from > 1 ? choices[from + 1].strength : 0;
    for (size_t i = from; i < to; i++) {
        bool is_first = choices[i].strength >= first;
        double margin = is_first ? first - second : choices[i].strength - first;
        dj_pair *pair = &pairs->at[choices[i].pair];
        votes[choices[i].pair] += is_first;
        if (margin < pair->margin)
            pair->margin = margin;
    }
}

void dj_pairs_mark_best(dj_arena *arena, const dj_contexts *contexts, dj_pairs *pairs)
{
    choice *choices = dj_alloc(arena, (2 * pairs->n + 1) * sizeof *choices);
    unsigned char *votes = dj_alloc(arena, pairs->n + 1);
    for (uint32_t i = 0; i < pairs->n; i++) {
        dj_pair *p = &pairs->at[i];
        p->margin = p->strength;
        choices[2 * i] = (choice){p->a, contexts->at[p->b].story, i, p->strength};
        choices[2 * i + 1] = (choice){p->b, contexts->at[p->a].story, i, p->strength};
    }
    size_t n = 2 * pairs->n;
    if (n)
        qsort(choices, n, sizeof *choices, by_choice);
    for (size_t from = 0, to; from < n; from = to) {
        for (to = from + 1; to < n && choices[to].figure == choices[from].figure && choices[to].story == choices[from].story;)
            to++;
        judge(choices, from, to, pairs, votes);
    }
    for (size_t i = 0; i < pairs->n; i++)
        pairs->at[i].is_best = votes[i] == 2;
}
