/* See latin_names.h. Where names begin with capitals, every word that does so and that no story of the language has is held to be
 * of a name, whether a reader of names took it or not. Two such words a letter apart beside one and the same other word of
 * the name are two spellings; alone they may be two people. */
#include "check/latin_names.h"

#include <stdio.h>

#include "check/words.h"
#include "rule/frequency.h"

enum {
    MOST_BESIDE = 64 /* forms held against each other beside one word */,
    LONGEST = 6 /* words of a name, each way */,
    WITNESSES = 3
};

typedef struct spelt {
    dj_slice text;
    const dj_text *last;
    DJ_VEC(dj_word_place) places; /* the first of each story */
    size_t n; /* in the set */
} spelt;

typedef struct beside { /* the forms before, or behind, one word */
    DJ_VEC(uint32_t) forms;
} beside;

typedef struct finder {
    dj_checking *k;
    dj_names *texts, *contexts, *told;
    DJ_VEC(spelt) forms; /* by number - 1 */
    DJ_VEC(beside) besides; /* by number of the context - 1 */
} finder;

static dj_slice text_at(const dj_word_place *at, uint32_t word)
{
    const dj_word *w = &at->in->parts[at->field].words.at[word];
    return dj_slice_sub(at->in->story->fields[at->field].text, w->start, w->end);
}

/* nothing but a space or a hyphen between the word and the next one, of one sentence */
static bool are_joined(const dj_word_place *at, uint32_t word, char *mark)
{
    const dj_segmented *part = &at->in->parts[at->field];
    const dj_sentence *sentence = &part->sentences.at[at->sentence];
    if (word < sentence->first_word || word + 1 >= sentence->first_word + sentence->n_words)
        return false;
    dj_slice between = dj_slice_sub(at->in->story->fields[at->field].text, part->words.at[word].end,
                                    part->words.at[word + 1].start);
    *mark = between.n == 1 ? between.at[0] : '\0';
    return *mark == ' ' || *mark == '-';
}

static bool is_capital(const dj_text *text, dj_slice word)
{
    const dj_lexicon *stop = dj_pack_lexicon(text->pack, "name_stop");
    return word.n && word.at[0] >= 'A' && word.at[0] <= 'Z' && !dj_lexicon_has(stop, word);
}

/* one that is part of a name and no word of the language */
static bool is_name_word(const finder *f, const dj_word_place *at, dj_slice word)
{
    const dj_regex *shape = dj_pack_pattern(at->in->pack, "name_word");
    return shape && is_capital(at->in, word) && dj_regex_find(shape, f->k->options->scratch, word, 0, true) == DJ_MATCH &&
           dj_stem_rarity(f->k->set, at->in->pack, dj_word_at(at)->stem) >= 1;
}

static void stand_beside(finder *f, uint32_t form, dj_slice other, char side)
{
    char key[64];
    if (other.n + 1 >= sizeof key)
        return;
    key[0] = side;
    memcpy(key + 1, other.at, other.n);
    uint32_t id = dj_intern(f->contexts, (dj_slice){key, other.n + 1});
    beside *b = id > f->besides.n ? DJ_PUSH(f->k->arena, &f->besides) : &f->besides.at[id - 1];
    for (size_t i = 0; i < b->forms.n; i++)
        if (b->forms.at[i] == form)
            return;
    if (b->forms.n < MOST_BESIDE)
        *DJ_PUSH(f->k->arena, &b->forms) = form;
}

static void look_at(void *context, const dj_word_place *at)
{
    finder *f = context;
    dj_slice word = text_at(at, at->word);
    if (!is_name_word(f, at, word))
        return;
    uint32_t id = dj_intern(f->texts, word);
    spelt *found = id > f->forms.n ? DJ_PUSH(f->k->arena, &f->forms) : &f->forms.at[id - 1];
    found->text = dj_name(f->texts, id);
    found->n++;
    if (found->last != at->in)
        *DJ_PUSH(f->k->arena, &found->places) = *at;
    found->last = at->in;
    char mark;
    if (at->word > 0 && are_joined(at, at->word - 1, &mark) && is_capital(at->in, text_at(at, at->word - 1)))
        stand_beside(f, id, text_at(at, at->word - 1), '<');
    if (are_joined(at, at->word, &mark) && (mark == '-' || is_capital(at->in, text_at(at, at->word + 1))))
        stand_beside(f, id, text_at(at, at->word + 1), '>');
}

/* one letter is another, left out or doubled, or two neighbours have changed places; Kenya and Kenyan are two words */
static bool is_letter_off(dj_slice a, dj_slice b)
{
    dj_slice shorter = a.n < b.n ? a : b, longer = a.n < b.n ? b : a;
    size_t same = 0, behind = 0;
    if (longer.n - shorter.n > 1 || dj_slice_starts(longer, shorter))
        return false;
    while (same < shorter.n && a.at[same] == b.at[same])
        same++;
    while (behind < shorter.n - same && a.at[a.n - 1 - behind] == b.at[b.n - 1 - behind])
        behind++;
    size_t left_a = a.n - same - behind, left_b = b.n - same - behind;
    bool is_swap = left_a == 2 && left_b == 2 && a.at[same] == b.at[same + 1] && a.at[same + 1] == b.at[same];
    return (left_a <= 1 && left_b <= 1) || is_swap;
}

static bool share_a_story(const spelt *a, const spelt *b)
{
    for (size_t i = 0; i < a->places.n; i++)
        for (size_t j = 0; j < b->places.n; j++)
            if (a->places.at[i].in == b->places.at[j].in)
                return true;
    return false;
}

/* spellings that outlets choose on purpose, or two who are often in the news (see name_variant.c) */
static bool are_known(const spelt *a, const spelt *b)
{
    static const char *const lexicons[] = {"alias", "distinct_name"};
    dj_slice x, y;
    for (size_t i = 0; i < sizeof lexicons / sizeof lexicons[0]; i++) {
        const dj_lexicon *known = dj_pack_lexicon(a->places.at[0].in->pack, lexicons[i]);
        if (dj_lexicon_find(known, a->text, &x) && dj_lexicon_find(known, b->text, &y) && dj_slice_eq(x, y))
            return true;
    }
    return false;
}

/* the whole name that the word is of: Jaw Shau-kong */
static const dj_mention *claim_of_name(finder *f, const dj_word_place *at)
{
    char mark;
    uint32_t from = at->word, to = at->word;
    while (from > 0 && at->word - from < LONGEST && are_joined(at, from - 1, &mark) &&
           (mark == '-' || is_capital(at->in, text_at(at, from - 1))))
        from--;
    while (to - at->word < LONGEST && are_joined(at, to, &mark) && (mark == '-' || is_capital(at->in, text_at(at, to + 1))))
        to++;
    const dj_word *words = at->in->parts[at->field].words.at;
    return dj_claim_of_bytes(f->k->arena, at->in, at->field, words[from].start, words[to].end);
}

static void tell(finder *f, const spelt *odd, const spelt *usual)
{
    const dj_mention *claims[1 + WITNESSES] = {claim_of_name(f, &odd->places.at[0])};
    size_t n = 1;
    for (size_t i = 0; i < usual->places.n && n <= WITNESSES; i++)
        claims[n++] = claim_of_name(f, &usual->places.at[i]);
    char count[24];
    snprintf(count, sizeof count, "%zu", usual->places.n);
    dj_arg args[] = {{"a", dj_mention_text(claims[0])},
                     {"b", dj_mention_text(claims[1])},
                     {"source", dj_source_of(claims[0])},
                     {"n", dj_slice_of(count)}};
    bool is_tie = odd->places.n == usual->places.n;
    dj_finding *finding = dj_finding_new(f->k, is_tie ? DJ_NOTE : f->k->info->severity, claims, n);
    dj_finding_tell(f->k, finding, NULL, is_tie ? "either" : "letter", args, sizeof args / sizeof args[0]);
}

static void compare(finder *f, uint32_t a, uint32_t b)
{
    uint32_t key[2] = {a < b ? a : b, a < b ? b : a};
    const spelt *x = &f->forms.at[a - 1], *y = &f->forms.at[b - 1];
    if (!is_letter_off(x->text, y->text) || share_a_story(x, y) || are_known(x, y))
        return;
    uint32_t before = dj_names_count(f->told);
    if (dj_intern(f->told, (dj_slice){(const char *)key, sizeof key}) <= before)
        return;
    bool is_x_odd = x->places.n != y->places.n ? x->places.n < y->places.n : dj_slice_cmp(x->text, y->text) > 0;
    tell(f, is_x_odd ? x : y, is_x_odd ? y : x);
}

void dj_find_latin_variants(dj_checking *k)
{
    finder f = {.k = k, .texts = dj_names_new(k->arena), .contexts = dj_names_new(k->arena), .told = dj_names_new(k->arena)};
    for (size_t t = 0; t < k->set->texts.n; t++)
        if (dj_pack_pattern(k->set->texts.at[t]->pack, "name_word"))
            dj_words_visit(k->set->texts.at[t], look_at, &f);
    for (size_t c = 0; c < f.besides.n; c++)
        for (size_t i = 0; i < f.besides.at[c].forms.n; i++)
            for (size_t j = i + 1; j < f.besides.at[c].forms.n; j++)
                compare(&f, f.besides.at[c].forms.at[i], f.besides.at[c].forms.at[j]);
}
