/* Every run of five words (a shingle, after Broder 1997) is looked up among those of the stories before: the first story
 * that had it gets a vote, and so does the sentence. Each shingle has one holder only, so the cost does not grow with how
 * many copy a text. The longest stories come first: those that hold part of a text are then held against the whole. */
#include "align/voice.h"

#include <stdlib.h>

enum {
    SHINGLE = 5, /* words */
    NONE = UINT32_MAX
};

typedef struct ballot {
    uint32_t *votes; /* by candidate */
    DJ_VEC(uint32_t) candidates; /* that have any */
} ballot;

typedef struct finder {
    dj_arena *arena; /* of the search */
    dj_arena *kept; /* of what stays */
    dj_set *set;
    double of_sentence, of_story; /* share of shingles from which a sentence or story is a copy */
    uint32_t least; /* shingles that a sentence has at least, to be called one */
    uint32_t *first; /* sentences of story t, among all: first[t] .. first[t + 1] */
    uint32_t *story_of; /* by sentence */
    uint32_t *sentence_like, *story_like; /* the first of those that copy each other; itself where nothing was copied */
    uint32_t *shingles_of; /* by sentence: how many */
    dj_names *shingles;
    DJ_VEC(uint32_t) holders; /* by shingle: the sentence that had it first */
    ballot sentences, stories;
} finder;

static void vote(dj_arena *arena, ballot *b, uint32_t candidate)
{
    if (b->votes[candidate]++ == 0)
        *DJ_PUSH(arena, &b->candidates) = candidate;
}

/* the one with most votes, the earlier of two; NONE without any. The ballot is empty then. */
static uint32_t elect(ballot *b, uint32_t *votes)
{
    uint32_t best = NONE;
    *votes = 0;
    for (size_t i = 0; i < b->candidates.n; i++) {
        uint32_t candidate = b->candidates.at[i], n = b->votes[candidate];
        if (n > *votes || (n == *votes && candidate < best)) {
            best = candidate;
            *votes = n;
        }
        b->votes[candidate] = 0;
    }
    b->candidates.n = 0;
    return best;
}

/* the words of a sentence that the reporter wrote, in runs parted by quotations; a run ends with NONE */
static size_t own_words(const dj_segmented *part, const dj_sentence *sentence, size_t *quote, uint32_t *out)
{
    size_t n = 0;
    for (uint32_t w = 0; w < sentence->n_words; w++) {
        const dj_word *word = &part->words.at[sentence->first_word + w];
        while (*quote < part->quoted.n && part->quoted.at[*quote].end <= word->start)
            ++*quote;
        bool is_quoted = *quote < part->quoted.n && part->quoted.at[*quote].start <= word->start;
        if (!is_quoted)
            out[n++] = word->stem;
        else if (n && out[n - 1] != NONE)
            out[n++] = NONE;
    }
    return n;
}

/* votes for those who hold the sentence's shingles; new ones are held by the sentence itself */
static void cast(finder *k, uint32_t story, uint32_t sentence, const uint32_t *words, size_t n)
{
    uint32_t *count = &k->shingles_of[sentence];
    size_t run = 0;
    for (size_t i = 0; i < n; i++) {
        run = words[i] == NONE ? 0 : run + 1;
        if (run < SHINGLE)
            continue;
        ++*count;
        uint32_t id = dj_intern(k->shingles, (dj_slice){(const char *)&words[i + 1 - SHINGLE], SHINGLE * sizeof *words});
        if (id > k->holders.n)
            *DJ_PUSH(k->arena, &k->holders) = sentence;
        uint32_t holder = k->holders.at[id - 1];
        if (k->story_of[holder] == story)
            continue;
        vote(k->arena, &k->sentences, k->sentence_like[holder]);
        vote(k->arena, &k->stories, k->story_like[k->story_of[holder]]);
    }
}

static void settle_sentence(finder *k, uint32_t sentence)
{
    uint32_t votes, like = elect(&k->sentences, &votes), n = k->shingles_of[sentence];
    if (like == NONE)
        return;
    uint32_t shorter = n < k->shingles_of[like] ? n : k->shingles_of[like];
    if (shorter >= k->least && votes >= k->of_sentence * shorter)
        k->sentence_like[sentence] = like;
}

static void look_at(finder *k, uint32_t story)
{
    const dj_segmented *part = &k->set->texts.at[story]->parts[DJ_FIELD_TEXT];
    uint32_t *words = dj_alloc(k->arena, (part->words.n + 1) * sizeof *words), votes, all = 0;
    size_t quote = 0;
    for (size_t s = 0; s < part->sentences.n; s++) {
        uint32_t sentence = k->first[story] + (uint32_t)s;
        if (part->sentences.at[s].zone != DJ_ZONE_BODY)
            continue;
        size_t n = own_words(part, &part->sentences.at[s], &quote, words);
        cast(k, story, sentence, words, n);
        settle_sentence(k, sentence);
        all += k->shingles_of[sentence];
    }
    uint32_t like = elect(&k->stories, &votes);
    if (like != NONE && all >= k->least && votes >= k->of_story * all)
        k->story_like[story] = like;
}

typedef struct length {
    uint32_t story;
    size_t words;
} length;

static int longest_first(const void *a, const void *b)
{
    const length *x = a, *y = b;
    if (x->words != y->words)
        return x->words < y->words ? 1 : -1;
    return x->story < y->story ? -1 : 1;
}

static void look_at_all(finder *k)
{
    size_t n = k->set->texts.n;
    length *order = dj_alloc(k->arena, (n + 1) * sizeof *order);
    for (size_t t = 0; t < n; t++)
        order[t] = (length){(uint32_t)t, k->set->texts.at[t]->parts[DJ_FIELD_TEXT].words.n};
    qsort(order, n, sizeof *order, longest_first);
    for (size_t t = 0; t < n; t++)
        look_at(k, order[t].story);
}

/* how many are like each */
static uint32_t *count(finder *k, const uint32_t *like, size_t n)
{
    uint32_t *sizes = dj_alloc(k->arena, (n + 1) * sizeof *sizes);
    for (size_t i = 0; i < n; i++)
        sizes[like[i]]++;
    return sizes;
}

/* One number for all that copy each other: stories that do as wholes give their number to every sentence of theirs, and
 * to the sentences elsewhere that are like one of these. */
static void number(finder *k, size_t n_sentences)
{
    size_t n = k->set->texts.n;
    const uint32_t *stories = count(k, k->story_like, n), *sentences = count(k, k->sentence_like, n_sentences);
    uint32_t *of_story = dj_alloc(k->arena, (n + 1) * sizeof *of_story), next = 0;
    uint32_t *of_sentence = dj_alloc(k->arena, (n_sentences + 1) * sizeof *of_sentence);
    for (size_t t = 0; t < n; t++) {
        uint32_t *of = &of_story[k->story_like[t]];
        if (stories[k->story_like[t]] > 1 && *of == 0)
            *of = ++next;
        for (uint32_t s = k->first[t]; *of && s < k->first[t + 1]; s++)
            of_sentence[k->sentence_like[s]] = *of;
    }
    for (size_t s = 0; s < n_sentences; s++) {
        uint32_t *of = &of_sentence[k->sentence_like[s]];
        if (sentences[k->sentence_like[s]] > 1 && *of == 0)
            *of = ++next;
    }
    k->set->n_copied = next;
    for (size_t t = 0; t < n; t++) {
        uint32_t *copied = dj_alloc(k->kept, (k->first[t + 1] - k->first[t] + 1) * sizeof *copied),
                 whole = of_story[k->story_like[t]];
        for (uint32_t s = k->first[t]; s < k->first[t + 1]; s++)
            copied[s - k->first[t]] = whole ? whole : of_sentence[k->sentence_like[s]];
        k->set->texts.at[t]->copied = copied;
    }
}

/* Equal publishers are one outlet; a story without one stands for itself. */
static void find_outlets(dj_arena *arena, dj_set *set)
{
    dj_names *known = dj_names_new(arena);
    uint32_t *of = dj_alloc(arena, (set->texts.n + 1) * sizeof *of), outlets = 0;
    for (size_t t = 0; t < set->texts.n; t++) {
        const dj_story *story = set->texts.at[t]->story;
        uint32_t id = dj_story_has_publisher(story) ? dj_intern(known, story->source) : 0;
        if (id == 0)
            set->texts.at[t]->outlet = ++outlets;
        else if (of[id] == 0)
            set->texts.at[t]->outlet = of[id] = ++outlets;
        else
            set->texts.at[t]->outlet = of[id];
    }
}

static double setting(const dj_settings *settings, const char *key, dj_dec fallback)
{
    return dj_dec_double(dj_setting(settings, "voices", key, fallback));
}

static size_t lay_out(finder *k)
{
    size_t n = k->set->texts.n, all = 0;
    k->first = dj_alloc(k->arena, (n + 1) * sizeof *k->first);
    for (size_t t = 0; t < n; t++) {
        k->first[t] = (uint32_t)all;
        all += k->set->texts.at[t]->parts[DJ_FIELD_TEXT].sentences.n;
    }
    k->first[n] = (uint32_t)all;
    uint32_t **by_sentence[] = {&k->story_of, &k->sentence_like, &k->shingles_of, &k->sentences.votes};
    for (size_t i = 0; i < sizeof by_sentence / sizeof *by_sentence; i++)
        *by_sentence[i] = dj_alloc(k->arena, (all + 1) * sizeof(uint32_t));
    k->story_like = dj_alloc(k->arena, (n + 1) * sizeof *k->story_like);
    k->stories.votes = dj_alloc(k->arena, (n + 1) * sizeof *k->stories.votes);
    for (uint32_t t = 0; t < n; t++) {
        k->story_like[t] = t;
        for (uint32_t s = k->first[t]; s < k->first[t + 1]; s++) {
            k->story_of[s] = t;
            k->sentence_like[s] = s;
        }
    }
    return all;
}

void dj_voices_find(dj_arena *arena, dj_set *set, const dj_settings *settings)
{
    finder k = {.arena = dj_arena_new(), .kept = arena, .set = set};
    k.shingles = dj_names_new(k.arena);
    k.of_sentence = setting(settings, "sentence", dj_dec_make(7, -1));
    k.of_story = setting(settings, "story", dj_dec_make(5, -1));
    k.least = (uint32_t)setting(settings, "words", dj_dec_int(10)) - SHINGLE + 1;
    size_t sentences = lay_out(&k);
    look_at_all(&k);
    number(&k, sentences);
    find_outlets(k.arena, set);
    dj_arena_free(k.arena);
}
