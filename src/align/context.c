/* Contexts are made sentence by sentence; see context.h for the weights. */
#include "align/context.h"

#include <math.h>
#include <stdlib.h>

#include "align/listed.h"

/* figures and words looked at on each side, so that a table of thousands in one sentence stays linear */
enum { NEIGHBOURS = 8, WORDS = 100 };

typedef struct maker {
    dj_arena *arena;
    const dj_set *set;
    uint32_t *sentences_with; /* by stem */
    double *rarity; /* of a stem in the set and the language; made when first asked, < 0 before */
    double n_sentences, reach, reach_day, neighbour;
    dj_names *values; /* of neighbouring figures; key = n_stems + id */
    dj_names *people; /* whose ages are told */
    uint32_t n_stems;
    dj_scratch *scratch;
    dj_contexts *out;
} maker;

static bool counts_for_facts(const dj_mention *m)
{
    return m->value.is_known && m->zone != DJ_ZONE_TAIL && m->zone != DJ_ZONE_BYLINE && m->kind != DJ_NUMBER &&
           dj_kind_about(m->kind)->layer == DJ_LAYER_FIGURES;
}

/* counts every stem once a sentence: `last` holds the number of the sentence that counted it last */
static void count_sentences(maker *k)
{
    uint32_t *last = dj_alloc(k->arena, (k->n_stems + 1) * sizeof *last), number = 0;
    for (size_t t = 0; t < k->set->texts.n; t++)
        for (int f = 0; f < DJ_FIELDS; f++) {
            const dj_segmented *part = &k->set->texts.at[t]->parts[f];
            for (size_t s = 0; s < part->sentences.n; s++) {
                const dj_sentence *sentence = &part->sentences.at[s];
                number++;
                if (sentence->zone == DJ_ZONE_TAIL)
                    continue;
                k->n_sentences++;
                for (uint32_t w = 0; w < sentence->n_words; w++) {
                    uint32_t stem = part->words.at[sentence->first_word + w].stem;
                    if (stem && last[stem] != number) {
                        last[stem] = number;
                        k->sentences_with[stem]++;
                    }
                }
            }
        }
}

static double rarity_of(maker *k, const dj_pack *pack, uint32_t stem)
{
    if (k->rarity[stem] < 0) {
        double in_set = log(1 + k->n_sentences / (1 + k->sentences_with[stem]));
        k->rarity[stem] = in_set * dj_stem_rarity(k->set, pack, stem);
    }
    return k->rarity[stem];
}

static int by_key(const void *a, const void *b)
{
    const dj_term *x = a, *y = b;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return (x->weight < y->weight) - (x->weight > y->weight); /* heavier first */
}

/* one term a key, the heaviest, and the norm */
static void settle(dj_context *context, dj_term *terms, size_t n)
{
    if (n)
        qsort(terms, n, sizeof *terms, by_key);
    size_t kept = 0;
    double squares = 0;
    for (size_t i = 0; i < n; i++) {
        if (kept && terms[kept - 1].key == terms[i].key)
            continue;
        squares += (double)terms[i].weight * terms[i].weight;
        terms[kept++] = terms[i];
    }
    context->terms = terms;
    context->n_terms = kept;
    context->norm = sqrt(squares);
}

static dj_slice unit_of(const dj_mention *m)
{
    if (dj_kind_about(m->kind)->family != DJ_FAMILY_AMOUNT)
        return DJ_NONE;
    const dj_lexicon *alike = m->kind == DJ_QUANTITY ? dj_pack_lexicon(m->in->pack, "alike_counter") : NULL;
    dj_slice unit = m->value.amount.unit, counted;
    return dj_lexicon_find(alike, unit, &counted) ? counted : unit;
}

static float near_weight(const maker *k, double rarity, uint32_t distance, bool is_day)
{
    return (float)(rarity / (1 + distance / (is_day ? k->reach_day : k->reach)));
}

static bool is_subject(const dj_lexicon *markers, const dj_mention *m, const dj_word *word)
{
    dj_slice written = dj_slice_sub(dj_mention_field(m), word->start, word->end), value;
    size_t length;
    return word->stem && dj_lexicon_suffix(markers, written, &length, &value) && length < written.n;
}

/* net income *rose*: the word stands before one of the verbs that the lexicon has, and is none itself */
static bool is_before_verb(const dj_lexicon *verbs, const dj_mention *m, const dj_word *word, bool is_last)
{
    dj_slice text = dj_mention_field(m);
    return word->stem && !is_last && dj_lexicon_has(verbs, dj_slice_sub(text, word[1].start, word[1].end)) &&
           !dj_lexicon_has(verbs, dj_slice_sub(text, word->start, word->end));
}

/* 문 대통령은 … 21일: 대통령 and 문; Gaming revenue was: revenue and gaming */
static void add_subjects(dj_context *context, const dj_word *words, uint32_t from, uint32_t before)
{
    const dj_lexicon *markers = dj_pack_lexicon(context->mention->in->pack, "subject_marker");
    const dj_lexicon *verbs = dj_pack_lexicon(context->mention->in->pack, "subject_verb");
    size_t n = 0;
    context->is_by_verb = !markers && verbs;
    for (uint32_t w = before; (markers || verbs) && w-- > from && n + 2 <= DJ_SUBJECTS;) {
        bool is_marked = markers ? is_subject(markers, context->mention, &words[w])
                                 : is_before_verb(verbs, context->mention, &words[w], w + 1 >= before);
        if (!is_marked)
            continue;
        context->subjects[n++] = words[w].stem;
        if (w > 0 && words[w - 1].stem)
            context->subjects[n++] = words[w - 1].stem;
    }
}

/* the stems of the sentence outside the mention; the slot's neighbours on the way */
static size_t add_stems(maker *k, dj_context *context, size_t self, dj_term *terms)
{
    const dj_mention *m = context->mention;
    dj_surroundings around = dj_mention_surroundings(m);
    const dj_word *words = m->in->parts[m->field].words.at + around.first;
    uint32_t before = around.before - around.first, after = around.after - around.first, end = around.end - around.first;
    uint32_t from = before > WORDS ? before - WORDS : 0;
    size_t n = 0;
    add_subjects(context, words, from, before);
    context->scope = dj_scope_of(m, self, words, before, k->scratch);
    if (m->kind == DJ_AGE)
        context->holder = dj_holder_of(m, self, k->set->stems, k->people, k->scratch);
    else if (m->kind == DJ_DURATION || m->kind == DJ_QUANTITY)
        context->holder = dj_titled_by(m, k->people, k->scratch);
    context->own_year = dj_own_year_of(m, self, k->scratch);
    for (uint32_t w = from; w < end && w < after + WORDS; w++) {
        bool is_left = w < before;
        if ((w >= before && w < after) || words[w].stem == 0)
            continue;
        uint32_t distance = is_left ? before - 1 - w : w - after;
        if (distance < DJ_NEAR)
            (is_left ? context->left : context->right)[distance] = words[w].stem;
        double rarity = rarity_of(k, m->in->pack, words[w].stem);
        terms[n++] = (dj_term){words[w].stem, near_weight(k, rarity, distance, m->kind == DJ_DATE), is_left};
    }
    return n;
}

static uint32_t value_key(maker *k, const dj_mention *m)
{
    dj_buf text = dj_buf_new(4096);
    dj_json json = {.out = &text};
    dj_value_json(&m->value, &json);
    uint32_t key = k->n_stems + dj_intern(k->values, dj_buf_slice(&text));
    dj_buf_free(&text);
    return key;
}

/* the other figures of the sentence, first..last among the text's mentions, of which `self` is this one */
static size_t add_values(maker *k, const dj_context *context, size_t self, size_t first, size_t last, const uint32_t *keys,
                         dj_term *terms)
{
    size_t n = 0;
    const dj_mention *m = context->mention;
    for (size_t i = self > first + NEIGHBOURS ? self - NEIGHBOURS : first; i < last && i <= self + NEIGHBOURS; i++) {
        const dj_mention *other = m->in->mentions.at[i];
        if (i == self || keys[i] == 0)
            continue;
        bool is_left = other->start < m->start;
        uint32_t bytes = is_left ? m->start - other->end : other->start - m->end;
        if (other->end > m->start && other->start < m->end)
            bytes = 0;
        terms[n++] = (dj_term){keys[i], near_weight(k, k->neighbour, bytes / 12, m->kind == DJ_DATE),
                               is_left}; /* a word and its space: ~12 bytes */
    }
    return n;
}

/* mentions first..last stand in one sentence */
static void make_sentence(maker *k, const dj_text *text, uint32_t story, size_t first, size_t last, const uint32_t *keys)
{
    const dj_mention *any = text->mentions.at[first];
    size_t from = k->out->n;
    size_t n_words = text->parts[any->field].sentences.at[any->sentence].n_words;
    for (size_t i = first; i < last; i++) {
        if (keys[i] == 0)
            continue;
        dj_term *terms = dj_alloc(k->arena, ((n_words < 2 * WORDS ? n_words : 2 * WORDS) + 2 * NEIGHBOURS) * sizeof *terms);
        dj_context *context = DJ_PUSH(k->arena, k->out);
        context->mention = text->mentions.at[i];
        context->story = story;
        context->value = keys[i];
        context->unit = unit_of(context->mention);
        size_t n = add_stems(k, context, i, terms);
        n += add_values(k, context, i, first, last, keys, terms + n);
        settle(context, terms, n);
    }
    if (k->out->n > from)
        dj_listed_mark(k->out->at + from, k->out->n - from, k->scratch);
}

static void make_text(maker *k, uint32_t story)
{
    const dj_text *text = k->set->texts.at[story];
    size_t n = text->mentions.n;
    uint32_t *keys = dj_alloc(k->arena, (n + 1) * sizeof *keys);
    for (size_t i = 0; i < n; i++)
        if (counts_for_facts(text->mentions.at[i]))
            keys[i] = value_key(k, text->mentions.at[i]);
    for (size_t first = 0, last; first < n; first = last) {
        const dj_mention *m = text->mentions.at[first];
        for (last = first + 1;
             last < n && text->mentions.at[last]->field == m->field && text->mentions.at[last]->sentence == m->sentence;)
            last++;
        make_sentence(k, text, story, first, last, keys);
    }
}

void dj_contexts_make(dj_arena *arena, const dj_set *set, const dj_settings *settings, dj_scratch *scratch, dj_contexts *out)
{
    maker k = {.arena = arena,
               .set = set,
               .out = out,
               .scratch = scratch,
               .values = dj_names_new(arena),
               .people = dj_names_new(arena),
               .n_stems = dj_names_count(set->stems)};
    k.reach = dj_dec_double(dj_setting(settings, "align", "reach", dj_dec_int(4)));
    k.reach_day = dj_dec_double(dj_setting(settings, "align", "reach-day", dj_dec_int(16)));
    k.neighbour = dj_dec_double(dj_setting(settings, "align", "neighbour", dj_dec_int(2)));
    k.sentences_with = dj_alloc(arena, (k.n_stems + 1) * sizeof *k.sentences_with);
    k.rarity = dj_alloc(arena, (k.n_stems + 1) * sizeof *k.rarity);
    for (uint32_t i = 0; i <= k.n_stems; i++)
        k.rarity[i] = -1;
    count_sentences(&k);
    for (uint32_t t = 0; t < set->texts.n; t++)
        make_text(&k, t);
}

/* Korean words move about a figure more than they cross it (대안학교 82곳 / 82곳의 대안학교) */
#define OTHER_SIDE 0.7

static double product(const dj_context *a, const dj_context *b)
{
    double dot = 0;
    for (size_t i = 0, j = 0; i < a->n_terms && j < b->n_terms;) {
        const dj_term *x = &a->terms[i], *y = &b->terms[j];
        if (x->key == y->key)
            dot += (double)x->weight * y->weight * (x->is_left == y->is_left ? 1 : OTHER_SIDE);
        i += x->key <= y->key;
        j += y->key <= x->key;
    }
    return dot;
}

void dj_contexts_hold(const dj_context *a, const dj_context *b, double *likeness, double *cover)
{
    double lighter = a->norm < b->norm ? a->norm : b->norm, dot = lighter > 0 ? product(a, b) : 0;
    *likeness = lighter > 0 ? dot / (a->norm * b->norm) : 0;
    *cover = lighter > 0 ? dot / (lighter * lighter) : 0;
}

static double side(const uint32_t *a, const uint32_t *b)
{
    static const double worth[DJ_NEAR] = {3, 2, 1}; /* the next word says most */
    double got = 0, whole = 0;
    for (int i = 0; i < DJ_NEAR; i++) {
        whole += worth[i];
        if (!a[i])
            continue;
        for (int j = 0; j < DJ_NEAR; j++)
            if (a[i] == b[j]) {
                got += i > j ? worth[i] : worth[j];
                break;
            }
    }
    return got / whole;
}

double dj_context_slot(const dj_context *a, const dj_context *b)
{
    return (side(a->left, b->left) + side(a->right, b->right)) / 2;
}

static bool has(const uint32_t *stems, uint32_t stem)
{
    for (int i = 0; i < DJ_SUBJECTS; i++)
        if (stems[i] == stem)
            return true;
    return false;
}

double dj_context_subject(const dj_context *a, const dj_context *b)
{
    double shared = 0, all = 0;
    if (!a->subjects[0] || !b->subjects[0])
        return 0.5;
    for (int i = 0; i < DJ_SUBJECTS && a->subjects[i]; i++) {
        shared += has(b->subjects, a->subjects[i]);
        all++;
    }
    for (int i = 0; i < DJ_SUBJECTS && b->subjects[i]; i++)
        all += !has(a->subjects, b->subjects[i]);
    return shared / all;
}
