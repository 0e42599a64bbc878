/* A name with one syllable left open is a key (손*원); a word meets a name where one of its own keys is the same. So the
 * cost grows with the words, not with words times names. */
#include "check/strays.h"

#include "base/utf8.h"
#include "check/words.h"
#include "rule/frequency.h"

enum { SHORTEST = 3, LONGEST = 8 };

typedef struct stray {
    dj_slice text;
    uint32_t count; /* in the set, of this stem */
    dj_word_place at; /* where it stands first */
} stray;

struct dj_stray_names {
    dj_names *names; /* all spellings */
    dj_names *keys;
};

typedef struct finder {
    dj_checking *k;
    dj_stray_names own; /* the set's */
    const dj_stray_names *others;
    dj_names *seen;
    DJ_VEC(stray) strays; /* seen.id - 1 */
} finder;

/* starts[0..n]: byte offsets of the syllables and the end; 0 unless all are Hangul and as many as a name has */
static size_t syllables(dj_slice text, size_t starts[LONGEST + 1])
{
    size_t n = 0, pos = 0;
    while (pos < text.n) {
        if (n == LONGEST)
            return 0;
        starts[n++] = pos;
        if (!dj_is_hangul(dj_utf8_next(text, &pos)))
            return 0;
    }
    starts[n] = text.n;
    return n >= SHORTEST ? n : 0;
}

static dj_slice open_key(dj_arena *arena, dj_slice text, const size_t *starts, size_t i)
{
    size_t before = starts[i], after = text.n - starts[i + 1];
    char *key = dj_alloc(arena, before + after + 1);
    memcpy(key, text.at, before);
    key[before] = '*';
    memcpy(key + before + 1, text.at + starts[i + 1], after);
    return (dj_slice){key, before + after + 1};
}

dj_stray_names *dj_stray_names_new(dj_arena *arena)
{
    dj_stray_names *names = dj_alloc(arena, sizeof *names);
    *names = (dj_stray_names){dj_names_new(arena), dj_names_new(arena)};
    return names;
}

void dj_stray_names_add(dj_arena *arena, dj_stray_names *names, dj_slice name)
{
    size_t starts[LONGEST + 1], n = syllables(name, starts);
    dj_intern(names->names, name);
    for (size_t i = 0; i < n; i++)
        dj_intern(names->keys, open_key(arena, name, starts, i));
}

static bool is_near_a_name(finder *f, dj_slice text)
{
    size_t starts[LONGEST + 1], n = syllables(text, starts);
    for (size_t i = 0; i < n; i++) {
        dj_slice key = open_key(f->k->arena, text, starts, i);
        if (dj_names_find(f->own.keys, key) || (f->others && dj_names_find(f->others->keys, key)))
            return true;
    }
    return false;
}

static bool is_name(const finder *f, dj_slice text)
{
    return dj_names_find(f->own.names, text) || (f->others && dj_names_find(f->others->names, text));
}

/* 문제인 is 문제 with a copula (lexicon copula_ending), not 문재인 misspelt: many stories have the word before it */
static bool is_inflected(const dj_checking *k, const dj_text *text, dj_slice word)
{
    const dj_lexicon *endings = dj_pack_lexicon(text->pack, "copula_ending");
    size_t length;
    dj_slice value;
    return dj_lexicon_suffix(endings, word, &length, &value) &&
           dj_rarity(text->pack->frequencies, dj_slice_sub(word, 0, word.n - length)) < dj_threshold(k, "everyday", 0.7);
}

static bool is_unknown(const finder *f, const dj_text *text, dj_slice word)
{
    return word.n >= 3 * SHORTEST && word.n <= 3 * LONGEST && !is_name(f, word) &&
           dj_rarity(text->pack->frequencies, word) >= 1 && !is_inflected(f->k, text, word);
}

static void note(finder *f, stray found)
{
    uint32_t id = dj_names_find(f->seen, found.text);
    if (!id && !is_near_a_name(f, found.text))
        return;
    if (!id) {
        id = dj_intern(f->seen, found.text);
        *DJ_PUSH(f->k->arena, &f->strays) = found;
    }
    f->strays.at[id - 1].count++;
}

/* the stem, and the word as written: 도널들 is no plural of 도널 */
static void look_at(void *context, const dj_word_place *at)
{
    finder *f = context;
    const dj_text *text = at->in;
    dj_slice stem = dj_name(f->k->set->stems, dj_word_at(at)->stem);
    dj_slice written = dj_slice_sub(text->story->fields[at->field].text, at->start, at->end);
    dj_word_place stem_place = *at;
    stem_place.end = at->start + (uint32_t)stem.n;
    if (dj_stem_rarity(f->k->set, text->pack, dj_word_at(at)->stem) < 1 || !dj_slice_starts(written, stem))
        return;
    if (is_unknown(f, text, stem))
        note(f, (stray){stem, 0, stem_place});
    if (written.n > stem.n && !is_name(f, stem) && is_unknown(f, text, written))
        note(f, (stray){written, 0, *at});
}

/* names too short to be held against: 지리가 is 지리 with a particle, not 지리차 misspelt */
static void know_short(finder *f, const dj_text *text)
{
    for (size_t i = 0; i < text->mentions.n; i++)
        if (text->mentions.at[i]->kind == DJ_NAME)
            dj_intern(f->own.names, dj_mention_text(text->mentions.at[i]));
}

void dj_strays_find(dj_checking *k, const dj_stray_names *others, dj_spellings *spellings)
{
    finder f = {.k = k, .own = *dj_stray_names_new(k->arena), .others = others, .seen = dj_names_new(k->arena)};
    for (size_t i = 0; i < spellings->list.n; i++)
        dj_stray_names_add(k->arena, &f.own, spellings->list.at[i].text);
    for (size_t t = 0; t < k->set->texts.n; t++)
        know_short(&f, k->set->texts.at[t]);
    for (size_t t = 0; t < k->set->texts.n; t++)
        dj_words_visit(k->set->texts.at[t], look_at, &f);
    for (size_t i = 0; i < f.strays.n; i++) {
        if (f.strays.at[i].count > (uint32_t)dj_threshold(k, "rare", 2))
            continue;
        dj_spelling *spelling = DJ_PUSH(k->arena, &spellings->list);
        spelling->text = f.strays.at[i].text;
        spelling->is_stray = true;
        spelling->syllables = dj_utf8_count(spelling->text);
        spelling->n_stories = 1;
        *DJ_PUSH(k->arena, &spelling->mentions) = dj_claim_of_word(k, &f.strays.at[i].at);
    }
}
