/* The ends of all ranges of all rules cut the code points into classes that no rule tells apart. For each class, and each of
 * what may have been taken before it, there is a set of rules; the sets of three letters in a row are met. A figure is
 * stepped over as one letter, since its length tells nothing, and what comes behind it does. Code points past U+FFFF,
 * which begin next to nothing, are one class. */
#include "rule/dispatch.h"

#include "base/utf8.h"

enum { DIRECT = 0x10000, BITS = 64 };

struct dj_dispatch {
    size_t words;
    uint32_t n_classes;
    uint32_t class_of[DIRECT + 2]; /* then all past U+FFFF, and the end of the text */
    uint64_t *rules; /* that are dispatched */
    uint64_t *sets; /* [(class * DJ_TAKENS + taken) * words] */
};

static size_t direct(uint32_t rune)
{
    return rune < DIRECT ? rune : rune <= DJ_RUNE_MAX ? DIRECT : DIRECT + 1;
}

static uint64_t *set_of(const dj_dispatch *d, uint32_t class, dj_taken taken)
{
    return d->sets + (class * (size_t)DJ_TAKENS + taken) * d->words;
}

/* class_of holds a 1 where a class begins, then the classes' numbers */
static void number_classes(dj_dispatch *d, const dj_first *const *firsts, size_t n)
{
    d->class_of[DIRECT] = d->class_of[DIRECT + 1] = 1;
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; firsts[i] && k < firsts[i]->ranges.n; k++) {
            d->class_of[direct(firsts[i]->ranges.at[k].from)] = 1;
            if (firsts[i]->ranges.at[k].to < DIRECT)
                d->class_of[firsts[i]->ranges.at[k].to + 1] = 1;
        }
    for (size_t i = 0; i < DIRECT + 2; i++)
        d->class_of[i] = d->n_classes += i > 0 && d->class_of[i];
    d->n_classes++;
}

static void add_range(dj_dispatch *d, const dj_first_range *range, size_t rule)
{
    uint32_t last = d->class_of[direct(range->to)];
    for (uint32_t class = d->class_of[direct(range->from)]; class <= last; class ++)
        for (dj_taken taken = 0; taken < DJ_TAKENS; taken++)
            if (range->taken & 1u << taken)
                set_of(d, class, taken)[rule / BITS] |= (uint64_t)1 << rule % BITS;
}

dj_dispatch *dj_dispatch_new(dj_arena *arena, const dj_first *const *firsts, size_t n)
{
    dj_dispatch *d = dj_alloc(arena, sizeof *d);
    d->words = (n + BITS - 1) / BITS;
    number_classes(d, firsts, n);
    d->sets = dj_alloc(arena, d->n_classes * DJ_TAKENS * d->words * sizeof *d->sets);
    d->rules = dj_alloc(arena, d->words * sizeof *d->rules);
    for (size_t i = 0; i < n; i++) {
        d->rules[i / BITS] |= (uint64_t)(firsts[i] != NULL) << i % BITS;
        for (size_t k = 0; firsts[i] && k < firsts[i]->ranges.n; k++)
            add_range(d, &firsts[i]->ranges.at[k], i);
    }
    return d;
}

bool dj_dispatch_has(const dj_dispatch *dispatch, size_t rule)
{
    return dispatch->rules[rule / BITS] >> rule % BITS & 1;
}

size_t dj_dispatch_words(const dj_dispatch *dispatch)
{
    return dispatch->words;
}

static bool is_digit(uint32_t rune)
{
    return rune >= '0' && rune <= '9';
}

static size_t end_of_figure(dj_slice text, size_t at)
{
    while (at < text.n && (is_digit((unsigned char)text.at[at]) || text.at[at] == '.' || text.at[at] == ','))
        at++;
    return at;
}

/* rules &= those for the letter at *at, which moves past it; false where none is left */
static bool meet(const dj_walk *w, size_t *at, dj_taken taken, uint64_t *rules)
{
    uint32_t rune = *at < w->text.n ? dj_utf8_next(w->text, at) : (uint32_t)DJ_RUNE_END;
    const uint64_t *set = set_of(w->dispatch, w->dispatch->class_of[direct(rune)], taken);
    uint64_t any = 0;
    for (size_t i = 0; i < w->dispatch->words; i++)
        any |= rules[i] &= set[i];
    return any != 0;
}

bool dj_walk_next(dj_walk *walk, size_t *from, uint64_t *rules)
{
    while (walk->at < walk->text.n) {
        *from = walk->at;
        uint32_t rune = dj_utf8_next(walk->text, &walk->at);
        const uint64_t *set = set_of(walk->dispatch, walk->dispatch->class_of[direct(rune)], walk->before);
        uint64_t any = 0;
        for (size_t i = 0; i < walk->dispatch->words; i++)
            any |= rules[i] = set[i];
        walk->before = is_digit(rune) ? DJ_NOTHING_AFTER_DIGIT : dj_is_hangul(rune) ? DJ_NOTHING_AFTER_HANGUL : DJ_NOTHING;
        if (!any)
            continue;
        size_t ahead = walk->at;
        if (is_digit(rune) && walk->figure_end < walk->at)
            walk->figure_end = end_of_figure(walk->text, walk->at);
        if (is_digit(rune))
            ahead = walk->figure_end;
        if (meet(walk, &ahead, is_digit(rune) ? DJ_FIGURE : DJ_ONE, rules) &&
            meet(walk, &ahead, is_digit(rune) ? DJ_FIGURE_ONE : DJ_TWO, rules) &&
            (!is_digit(rune) || meet(walk, &ahead, DJ_FIGURE_TWO, rules)))
            return true;
    }
    return false;
}
