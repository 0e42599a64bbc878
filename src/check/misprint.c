/* A word that stands once in the set, that nobody knows, and that is a letter off a word that two stories or more have
 * between the same neighbours: 모든 인본산 수입품 beside 모든 일본산 수입품. Or one that a space cut (새봄 자동치), off a long word
 * of several stories. Words are met as written and by their stems; endings that differ (했다며, 했다면) are no slip. */
#include "base/hangul.h"
#include "base/near.h"
#include "base/utf8.h"
#include "check/words.h"
#include "rule/frequency.h"

enum { SHORTEST = 3, LONGEST = 8, SHORTEST_PART = 2 /* syllables of a word, and of one that a space cut off */, LEAST_JOINED = 5 };

typedef struct form {
    const dj_text *last;
    size_t n, n_stories;
    dj_word_place first;
    bool is_beside; /* frequent, and somewhere between stems between which another form is odd */
} form;

typedef struct word_forms { /* numbers, 0 for none */
    uint32_t written, stem;
} word_forms;

typedef struct finder {
    dj_checking *k;
    dj_names *texts; /* of forms */
    DJ_VEC(form) forms; /* by number - 1 */
    DJ_VEC(word_forms) words; /* in the order in which they are visited */
    size_t n_visited;
    uint32_t *form_of_stem; /* 0: not asked yet */
    DJ_VEC(uint32_t) odd, odd_context; /* numbers of forms that may be slips, and of their contexts */
    dj_names *asked; /* contexts of those: the stems beside them */
    DJ_VEC(bool) answered; /* by number - 1: a frequent form stands between the same stems somewhere */
    dj_near *near; /* frequent forms that may be what was meant */
    DJ_VEC(uint32_t) frequent; /* their numbers */
    dj_names *contexts; /* of frequent forms */
    DJ_VEC(dj_word_place) places; /* by context - 1 */
    dj_names *told; /* words that a finding shows */
    dj_near_list found;
    size_t least; /* stories that have a frequent form */
} finder;

static const dj_segmented *part_of(const dj_word_place *at)
{
    return &at->in->parts[at->field];
}

/* syllables; 0 for a word that has something else, or too many */
static size_t syllables(dj_slice text)
{
    size_t n = 0;
    for (size_t pos = 0; pos < text.n; n++)
        if (!dj_is_hangul(dj_utf8_next(text, &pos)))
            return 0;
    return n <= LONGEST ? n : 0;
}

static uint32_t number_of(finder *f, dj_slice text)
{
    uint32_t id = dj_intern_lasting(f->texts, text); /* of a story, or a stem */
    if (id > f->forms.n)
        DJ_PUSH(f->k->arena, &f->forms);
    return id;
}

static void count(finder *f, uint32_t id, const dj_word_place *at, uint32_t end)
{
    form *found = &f->forms.at[id - 1];
    if (found->n++ == 0) {
        found->first = *at;
        found->first.end = end;
    }
    found->n_stories += found->last != at->in;
    found->last = at->in;
}

/* the word as written and, where that is another, its stem */
static void count_forms(void *context, const dj_word_place *at)
{
    enum { NO_FORM = UINT32_MAX };
    finder *f = context;
    word_forms *forms = DJ_PUSH(f->k->arena, &f->words);
    uint32_t number = dj_word_at(at)->stem, *known = &f->form_of_stem[number];
    dj_slice written = dj_slice_sub(at->in->story->fields[at->field].text, at->start, at->end), stem = dj_name(f->k->set->stems, number);
    if (syllables(written) >= SHORTEST_PART)
        count(f, forms->written = number_of(f, written), at, at->end);
    if (!dj_slice_starts(written, stem) || stem.n == written.n)
        return;
    if (*known == 0)
        *known = syllables(stem) >= SHORTEST_PART ? number_of(f, stem) : NO_FORM;
    if (*known != NO_FORM)
        count(f, forms->stem = *known, at, at->start + (uint32_t)stem.n);
}

/* the form between the stems beside it, 0 for the ends of the sentence; false where nothing stands beside it */
static bool context_of(const dj_word_place *at, uint32_t id, uint32_t out[3])
{
    const dj_sentence *sentence = &part_of(at)->sentences.at[at->sentence];
    const dj_word *word = dj_word_at(at);
    out[0] = at->word > sentence->first_word ? word[-1].stem : 0;
    out[1] = id;
    out[2] = at->word + 1 < sentence->first_word + sentence->n_words ? word[1].stem : 0;
    return out[0] || out[2];
}

/* stands once in the set, and no story of the language has it */
static bool is_odd(const finder *f, uint32_t id)
{
    const form *found = &f->forms.at[id - 1];
    const dj_pack *pack = found->first.in->pack;
    return found->n == 1 && dj_stem_rarity(f->k->set, pack, dj_word_at(&found->first)->stem) >= 1 &&
           dj_rarity(pack->frequencies, dj_name(f->texts, id)) >= 1;
}

static void find_odd(finder *f)
{
    uint32_t context[3];
    for (uint32_t id = 1; id <= f->forms.n; id++)
        if (dj_name(f->texts, id).n >= 3 * SHORTEST && context_of(&f->forms.at[id - 1].first, 0, context) && is_odd(f, id)) {
            uint32_t number = dj_intern(f->asked, (dj_slice){(const char *)context, sizeof context});
            *DJ_PUSH(f->k->arena, &f->odd) = id;
            *DJ_PUSH(f->k->arena, &f->odd_context) = number;
            if (number > f->answered.n)
                *DJ_PUSH(f->k->arena, &f->answered) = false;
        }
}

static bool is_frequent(const finder *f, uint32_t id)
{
    return id && f->forms.at[id - 1].n_stories >= f->least && dj_name(f->texts, id).n >= 3 * SHORTEST;
}

static void know_form(finder *f, uint32_t context[3], uint32_t id, const dj_word_place *at, uint32_t end)
{
    if (!is_frequent(f, id))
        return;
    context[1] = id;
    uint32_t number = dj_intern(f->contexts, (dj_slice){(const char *)context, 3 * sizeof *context});
    if (number > f->places.n) {
        dj_word_place *place = DJ_PUSH(f->k->arena, &f->places);
        *place = *at;
        place->end = end;
        f->forms.at[id - 1].is_beside = true;
    }
}

/* frequent forms between stems between which a form is odd */
static void know_context(void *visited, const dj_word_place *at)
{
    finder *f = visited;
    word_forms forms = f->words.at[f->n_visited++];
    uint32_t context[3], number;
    if ((!is_frequent(f, forms.written) && !is_frequent(f, forms.stem)) || !context_of(at, 0, context))
        return;
    number = dj_names_find(f->asked, (dj_slice){(const char *)context, sizeof context});
    if (!number)
        return;
    f->answered.at[number - 1] = true;
    know_form(f, context, forms.written, at, at->end);
    know_form(f, context, forms.stem, at, at->start + (uint32_t)dj_name(f->texts, forms.stem).n);
}

/* may stand for a word that a space cut */
static bool is_usual_whole(const finder *f, uint32_t id)
{
    return f->forms.at[id - 1].n_stories > f->least && dj_name(f->texts, id).n >= 3 * LEAST_JOINED;
}

static void know_frequent(finder *f)
{
    for (uint32_t id = 1; id <= f->forms.n; id++)
        if (f->forms.at[id - 1].is_beside || is_usual_whole(f, id)) {
            *DJ_PUSH(f->k->arena, &f->frequent) = id;
            dj_near_add(f->near, dj_name(f->texts, id));
        }
}

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
    dj_slice head = dj_slice_sub(text, 0, text.n > two ? text.n - two : 0), tail = dj_slice_sub(text, text.n > two ? two : text.n, text.n);
    return (from >= head.n && head.n >= two && dj_rarity(frequencies, head) < 1) || (from < two && tail.n >= two && dj_rarity(frequencies, tail) < 1);
}

static bool is_in(const dj_word_place *at, const char *lexicon, dj_slice text)
{
    const dj_lexicon *words = dj_pack_lexicon(at->in->pack, lexicon);
    return dj_lexicon_has(words, text);
}

/* Holds an unknown word against a frequent one a letter away: an ending in place of another is none of ours, a particle in
 * place of another is worth a note. */
static bool hold(finder *f, dj_slice text, const dj_word_place *at, uint32_t usual)
{
    dj_slice other = dj_name(f->texts, usual);
    uint32_t context[3];
    size_t from;
    if (dj_utf8_count(other) != dj_utf8_count(text) || dj_jamo_distance(text, other) != 1 || !context_of(at, usual, context))
        return false;
    uint32_t number = dj_names_find(f->contexts, (dj_slice){(const char *)context, sizeof context});
    dj_slice syllable = changed(text, other, &from);
    bool is_last = from + syllable.n == text.n;
    if (!number || is_compound(at, text, from) || (is_last && is_in(at, "copula_ending", syllable)))
        return false;
    tell(f, at, &f->places.at[number - 1], is_last && is_in(at, "name_particle", syllable) ? DJ_NOTE : f->k->info->severity);
    return true;
}

static void look_at(finder *f, uint32_t id)
{
    bool found = false;
    dj_near_find(f->near, dj_name(f->texts, id), f->k->arena, &f->found);
    for (size_t i = 0; i < f->found.n && !found; i++)
        found = hold(f, dj_name(f->texts, id), &f->forms.at[id - 1].first, f->frequent.at[f->found.at[i]]);
}

/* 새봄 자동차: the word and the stem of the one behind it, as one word that several stories have but for a letter of the first */
static void look_at_pair(finder *f, uint32_t id)
{
    const dj_word_place *at = &f->forms.at[id - 1].first;
    const dj_word *word = dj_word_at(at), *next = word + 1;
    const dj_sentence *sentence = &part_of(at)->sentences.at[at->sentence];
    dj_slice stem = at->word + 1 < sentence->first_word + sentence->n_words ? dj_name(f->k->set->stems, next->stem) : DJ_NONE;
    bool is_cut = stem.n && at->end == word->end && next->start == word->end + 1 && next->end - next->start >= stem.n;
    if (!is_cut || !is_odd(f, id))
        return;
    dj_word_place both = *at;
    both.end = next->start + (uint32_t)stem.n;
    dj_slice joined = dj_slice_unspaced(f->k->arena, dj_slice_sub(at->in->story->fields[at->field].text, both.start, both.end));
    if (syllables(joined) < LEAST_JOINED || dj_names_find(f->texts, joined))
        return;
    dj_near_find(f->near, joined, f->k->arena, &f->found);
    for (size_t i = 0; i < f->found.n; i++) {
        uint32_t usual = f->frequent.at[f->found.at[i]];
        dj_slice other = dj_name(f->texts, usual);
        size_t from;
        if (!is_usual_whole(f, usual) || syllables(other) != syllables(joined) || dj_jamo_distance(joined, other) != 1)
            continue;
        changed(joined, other, &from);
        if (from < dj_name(f->texts, id).n) {
            tell(f, &both, &f->forms.at[usual - 1].first, f->k->info->severity);
            return;
        }
    }
}

void dj_check_misprint(dj_checking *k)
{
    finder f = {.k = k, .texts = dj_names_new(k->arena), .near = dj_near_new(k->arena, 1), .contexts = dj_names_new(k->arena)};
    f.told = dj_names_new(k->arena);
    f.asked = dj_names_new(k->arena);
    f.form_of_stem = dj_alloc(k->arena, (dj_names_count(k->set->stems) + 1) * sizeof *f.form_of_stem);
    f.least = (size_t)dj_threshold(k, "stories", 2);
    mark_told(&f);
    for (size_t t = 0; t < k->set->texts.n; t++)
        dj_words_visit(k->set->texts.at[t], count_forms, &f);
    find_odd(&f);
    for (size_t t = 0; t < k->set->texts.n; t++)
        dj_words_visit(k->set->texts.at[t], know_context, &f);
    know_frequent(&f);
    for (size_t i = 0; i < f.odd.n; i++)
        if (f.answered.at[f.odd_context.at[i] - 1])
            look_at(&f, f.odd.at[i]);
    for (uint32_t id = 1; id <= f.forms.n; id++)
        look_at_pair(&f, id);
}
