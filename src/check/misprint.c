/* A word that stands once in the set, that nobody knows, and that is a letter off a word that two stories or more have
 * between the same neighbours: 모든 인본산 수입품 beside 모든 일본산 수입품. Or one that a space cut (새봄 자동치), off a long word
 * of several stories. Words are met as written and by their stems; endings that differ (했다며, 했다면) are no slip. */
#include "base/hangul.h"
#include "base/utf8.h"
#include "check/word_forms.h"
#include "rule/frequency.h"

typedef struct finder {
    dj_checking *k;
    dj_forms forms;
    dj_names *told; /* words that a finding shows */
    dj_near_list found;
} finder;

typedef struct word_key {
    const dj_text *in;
    uint32_t field, word;
} word_key;

static dj_slice key_of(const word_key *key)
{
    return (dj_slice){(const char *)key, sizeof *key};
}

/* the words of a claim are told of */
static void mark(finder *f, const dj_mention *m)
{
    const dj_segmented *part = &m->in->parts[m->field];
    for (size_t w = dj_word_from(part, m->start); w < part->words.n && part->words.at[w].start < m->end; w++)
        dj_intern(f->told, key_of(&(word_key){m->in, m->field, (uint32_t)w}));
}

/* what other checks tell loudly, or as names */
static void mark_told(finder *f)
{
    const dj_findings *all = f->k->findings;
    for (size_t i = 0; i < all->list.n; i++) {
        bool counts = all->list.at[i]->severity > DJ_NOTE || strcmp(all->list.at[i]->check->id, "name-variant") == 0;
        for (size_t c = 0; counts && c < all->list.at[i]->claims.n; c++)
            mark(f, all->list.at[i]->claims.at[c]);
    }
}

static bool is_told(const finder *f, const dj_word_place *at)
{
    return dj_names_find(f->told, key_of(&(word_key){at->in, at->field, at->word})) != 0;
}

static void tell(finder *f, const dj_word_place *odd, const dj_word_place *usual, dj_severity severity)
{
    dj_checking *k = f->k;
    if (is_told(f, odd))
        return;
    const dj_mention *claims[] = {dj_claim_of_word(k, odd), dj_claim_of_word(k, usual)};
    dj_arg args[] = {{"a", dj_mention_text(claims[0])}, {"b", dj_mention_text(claims[1])}, {"source", dj_source_of(claims[0])}};
    dj_finding *finding = dj_finding_new(k, severity, claims, 2);
    dj_finding_tell(k, finding, NULL, "why", args, sizeof args / sizeof args[0]);
    mark(f, claims[0]);
}

/* the one syllable that two words of as many do not share: its bytes in a */
static dj_slice changed(dj_slice a, dj_slice b, size_t *from)
{
    size_t pos = 0, other = 0;
    *from = 0;
    while (pos < a.n && dj_utf8_next(a, &pos) == dj_utf8_next(b, &other))
        *from = pos;
    return dj_slice_sub(a, *from, pos);
}

/* 시체유기 beside 사체유기, 한국시각 beside 한국시간: without the word of a compound that everybody knows two syllables are left,
 * which are too short to tell a slip from another word; `from`: where they differ */
static bool is_compound(const dj_word_place *at, dj_slice text, size_t from)
{
    const dj_frequencies *frequencies = at->in->pack->frequencies;
    size_t two = 6;
    dj_slice head = dj_slice_sub(text, 0, text.n > two ? text.n - two : 0),
             tail = dj_slice_sub(text, text.n > two ? two : text.n, text.n);
    return (from >= head.n && head.n >= two && dj_rarity(frequencies, head) < 1) ||
           (from < two && tail.n >= two && dj_rarity(frequencies, tail) < 1);
}

static bool is_in(const dj_word_place *at, const char *lexicon, dj_slice text)
{
    const dj_lexicon *words = dj_pack_lexicon(at->in->pack, lexicon);
    return dj_lexicon_has(words, text);
}

/* 최대다 beside 최다다: a word that everybody knows, with an ending */
static bool is_known_word(const dj_word_place *at, dj_slice text)
{
    size_t one = 3, two = 6;
    dj_slice word = dj_slice_sub(text, 0, text.n > one ? text.n - one : 0), ending = dj_slice_sub(text, word.n, text.n);
    return word.n >= two && is_in(at, "copula_ending", ending) && dj_rarity(at->in->pack->frequencies, word) < 1;
}

/* Holds an unknown word against a frequent one a letter away: an ending in place of another is none of ours, a particle in
 * place of another is worth a note. */
static bool hold(finder *f, dj_slice text, const dj_word_place *at, uint32_t usual)
{
    dj_slice other = dj_name(f->forms.texts, usual);
    uint32_t context[3];
    size_t from;
    if (dj_utf8_count(other) != dj_utf8_count(text) || dj_jamo_distance(text, other) != 1 || !dj_form_context(at, usual, context))
        return false;
    uint32_t number = dj_names_find(f->forms.contexts, (dj_slice){(const char *)context, sizeof context});
    dj_slice syllable = changed(text, other, &from);
    bool is_last = from + syllable.n == text.n;
    if (!number || is_compound(at, text, from) || is_known_word(at, text) || (is_last && is_in(at, "copula_ending", syllable)))
        return false;
    tell(f, at, &f->forms.places.at[number - 1],
         is_last && is_in(at, "name_particle", syllable) ? DJ_NOTE : f->k->info->severity);
    return true;
}

static void look_at(finder *f, uint32_t id)
{
    bool found = false;
    dj_near_find(f->forms.near, dj_name(f->forms.texts, id), f->k->arena, &f->found);
    for (size_t i = 0; i < f->found.n && !found; i++)
        found = hold(f, dj_name(f->forms.texts, id), &f->forms.list.at[id - 1].first, f->forms.frequent.at[f->found.at[i]]);
}

/* 새봄 자동차: the word and the stem of the one behind it, as one word that several stories have but for a letter of the first */
static void look_at_pair(finder *f, uint32_t id)
{
    const dj_word_place *at = &f->forms.list.at[id - 1].first;
    const dj_word *word = dj_word_at(at), *next = word + 1;
    const dj_sentence *sentence = &at->in->parts[at->field].sentences.at[at->sentence];
    dj_slice stem = at->word + 1 < sentence->first_word + sentence->n_words ? dj_name(f->k->set->stems, next->stem) : DJ_NONE;
    bool is_cut = stem.n && at->end == word->end && next->start == word->end + 1 && next->end - next->start >= stem.n;
    if (!is_cut || !dj_form_is_odd(&f->forms, id))
        return;
    dj_word_place both = *at;
    both.end = next->start + (uint32_t)stem.n;
    dj_slice joined = dj_slice_unspaced(f->k->arena, dj_slice_sub(at->in->story->fields[at->field].text, both.start, both.end));
    if (dj_form_syllables(joined) < DJ_FORM_LEAST_JOINED || dj_names_find(f->forms.texts, joined))
        return;
    dj_near_find(f->forms.near, joined, f->k->arena, &f->found);
    for (size_t i = 0; i < f->found.n; i++) {
        uint32_t usual = f->forms.frequent.at[f->found.at[i]];
        dj_slice other = dj_name(f->forms.texts, usual);
        size_t from;
        if (!dj_form_is_usual_whole(&f->forms, usual) || dj_form_syllables(other) != dj_form_syllables(joined) ||
            dj_jamo_distance(joined, other) != 1)
            continue;
        changed(joined, other, &from);
        if (from < dj_name(f->forms.texts, id).n) {
            tell(f, &both, &f->forms.list.at[usual - 1].first, f->k->info->severity);
            return;
        }
    }
}

void dj_check_misprint(dj_checking *k)
{
    finder f = {.k = k, .told = dj_names_new(k->arena)};
    dj_forms_count(k->arena, k->set, (size_t)dj_threshold(k, "stories", 2), &f.forms);
    mark_told(&f);
    for (size_t i = 0; i < f.forms.odd.n; i++)
        if (f.forms.answered.at[f.forms.odd_context.at[i] - 1])
            look_at(&f, f.forms.odd.at[i]);
    for (uint32_t id = 1; id <= f.forms.list.n; id++)
        look_at_pair(&f, id);
}
