/* See roots.h. Words of a story meet those that they begin with, so a root is looked up by every beginning of a word. */
#include "check/roots.h"

#include "base/limits.h"
#include "base/names.h"
#include "base/utf8.h"

typedef DJ_VEC(uint32_t) numbers;

struct dj_roots {
    dj_names *texts;
    DJ_VEC(numbers) facts; /* by number of the text - 1 */
    size_t longest; /* bytes of a text */
};

typedef struct maker {
    dj_arena *arena;
    const dj_names *stems;
    double share;
    dj_names *texts;
    DJ_VEC(uint32_t) uses; /* by number of the text - 1: facts with the root, in any of their words */
} maker;

typedef struct roots_of { /* a choice of a word: its first root, as written and as a stem */
    dj_slice written, stem;
} roots_of;

static bool is_figure(const dj_known *known)
{
    return known->fact->type != DJ_SHEET_NAME && known->fact->type != DJ_SHEET_QUOTE;
}

/* false for a choice without words, which no sentence has */
static bool first_root(const maker *k, const dj_known *known, const dj_sheet_choice *choice, roots_of *out)
{
    const dj_segmented *title = &known->text->parts[DJ_FIELD_TITLE];
    size_t w = dj_word_from(title, choice->start);
    if (w == title->words.n || title->words.at[w].end > choice->end)
        return false;
    const dj_word *word = &title->words.at[w];
    out->written = dj_slice_sub(known->text->story->fields[DJ_FIELD_TITLE].text, word->start, word->end);
    out->stem = dj_name(k->stems, word->stem);
    return true;
}

static void count_use(maker *k, dj_slice root)
{
    uint32_t id = dj_intern(k->texts, root);
    if (id > k->uses.n)
        DJ_PUSH(k->arena, &k->uses);
    k->uses.at[id - 1]++;
}

static void count_uses(maker *k, const dj_known *known)
{
    roots_of roots;
    for (size_t c = 0; c < known->fact->about.n; c++)
        if (first_root(k, known, &known->fact->about.at[c], &roots)) {
            count_use(k, roots.written);
            count_use(k, roots.stem);
        }
}

static void file(maker *k, dj_roots *roots, dj_slice root, uint32_t number)
{
    uint32_t id = dj_intern(roots->texts, root);
    if (id > roots->facts.n)
        DJ_PUSH(k->arena, &roots->facts);
    numbers *facts = &roots->facts.at[id - 1];
    roots->longest = root.n > roots->longest ? root.n : roots->longest;
    if (facts->n == 0 || facts->at[facts->n - 1] != number)
        *DJ_PUSH(k->arena, facts) = number;
}

static void file_word(maker *k, dj_roots *to, const dj_known *known, uint32_t word, uint32_t number)
{
    roots_of roots;
    for (size_t c = 0; c < known->fact->about.n; c++)
        if (known->fact->about.at[c].word == word && first_root(k, known, &known->fact->about.at[c], &roots)) {
            file(k, to, roots.written, number);
            file(k, to, roots.stem, number);
        }
}

/* facts that a word would be filed with, all choices together */
static void weigh_words(maker *k, const dj_known *known, uint32_t uses[DJ_LIMIT_SHEET_WORDS])
{
    roots_of roots;
    for (size_t c = 0; c < known->fact->about.n; c++)
        if (first_root(k, known, &known->fact->about.at[c], &roots))
            uses[known->fact->about.at[c].word] += k->uses.at[dj_names_find(k->texts, roots.written) - 1] +
                                                   k->uses.at[dj_names_find(k->texts, roots.stem) - 1];
}

/* the words of which one must be met, the rarest first */
static void file_rarest(maker *k, dj_roots *to, const dj_known *known, uint32_t number)
{
    uint32_t uses[DJ_LIMIT_SHEET_WORDS] = {0}, n = known->fact->n_words, needed = (n + 1) / 2;
    bool is_filed[DJ_LIMIT_SHEET_WORDS] = {false};
    while (needed < n && needed < k->share * n)
        needed++;
    weigh_words(k, known, uses);
    for (uint32_t left = n - needed + 1; left > 0; left--) {
        uint32_t rarest = n;
        for (uint32_t w = 0; w < n; w++)
            if (!is_filed[w] && (rarest == n || uses[w] < uses[rarest]))
                rarest = w;
        is_filed[rarest] = true;
        file_word(k, to, known, rarest, number);
    }
}

dj_roots *dj_roots_new(dj_arena *arena, const dj_knowns *knowns, const dj_names *stems, double share)
{
    maker k = {.arena = arena, .stems = stems, .share = share, .texts = dj_names_new(arena)};
    dj_roots *roots = dj_alloc(arena, sizeof *roots);
    roots->texts = dj_names_new(arena);
    for (size_t i = 0; i < knowns->list.n; i++)
        if (is_figure(&knowns->list.at[i]))
            count_uses(&k, &knowns->list.at[i]);
    for (size_t i = 0; i < knowns->list.n; i++)
        if (is_figure(&knowns->list.at[i]))
            file_rarest(&k, roots, &knowns->list.at[i], (uint32_t)i);
    return roots;
}

dj_met dj_met_new(dj_arena *arena, const dj_knowns *knowns)
{
    return (dj_met){.arena = arena, .seen = dj_alloc(arena, (knowns->list.n + 1) * sizeof(uint32_t))};
}

void dj_met_begin(dj_met *met)
{
    met->round++;
    met->facts.n = 0;
}

static void meet_beginnings(const dj_roots *roots, dj_slice word, dj_met *met)
{
    for (size_t end = 0; end < word.n && end < roots->longest;) {
        dj_utf8_next(word, &end);
        uint32_t id = dj_names_find(roots->texts, dj_slice_sub(word, 0, end));
        for (size_t i = 0; id && i < roots->facts.at[id - 1].n; i++) {
            uint32_t fact = roots->facts.at[id - 1].at[i];
            if (met->seen[fact] != met->round)
                *DJ_PUSH(met->arena, &met->facts) = fact;
            met->seen[fact] = met->round;
        }
    }
}

void dj_roots_meet(const dj_roots *roots, const dj_names *stems, dj_slice written, uint32_t stem, dj_met *met)
{
    dj_slice root = dj_name(stems, stem);
    meet_beginnings(roots, written, met);
    if (!dj_slice_starts(written, root))
        meet_beginnings(roots, root, met);
}
