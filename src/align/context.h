/* The context of a figure: the stems of its sentence, weighted by how rare they are and how near they stand. Two
 * mentions of one fact stand in like contexts, be the sentences rewritten or not.
 *
 * weight(stem) = rarity in the set * rarity in the language * 1 / (1 + distance / reach), in words
 *   rarity in the set:      log(1 + sentences of the set / sentences with the stem)
 *   rarity in the language: log(1 + stories counted / stories with the stem), from the pack's frequencies
 * The values of the other figures of the sentence count as stems of their own: a list of figures is told apart by its
 * neighbours. After tf-idf of Salton & Buckley (1988), with sentences as documents. */
#ifndef DJ_ALIGN_CONTEXT_H
#define DJ_ALIGN_CONTEXT_H
#include "align/fact.h"
#include "align/holder.h"
#include "align/own_year.h"
#include "align/scope.h"
#include "rule/settings.h"

typedef struct dj_term {
    uint32_t key; /* stem, or a number past all stems for a neighbouring value */
    float weight;
    bool is_left; /* of the figure */
} dj_term;

enum {
    DJ_NEAR = 3, /* words looked at on each side for the slot */
    DJ_SUBJECTS = 4 /* stems kept of the subjects before a figure */
};

typedef struct dj_context {
    const dj_mention *mention;
    uint32_t story; /* index in the set's texts */
    uint32_t value; /* equal for equal values */
    dj_slice unit; /* of an amount, or what its counter counts where outlets exchange it for others (lexicon alike_counter) */
    const dj_term *terms; /* by key, one a key */
    size_t n_terms;
    double norm; /* square root of the sum of squares */
    uint32_t left[DJ_NEAR], right[DJ_NEAR]; /* stems from the figure outwards, 0 past the sentence */
    uint32_t subjects[DJ_SUBJECTS]; /* of the two nearest words before it that are marked as subjects (lexicon
                                       subject_marker) or stand before a verb (subject_verb), and of the words before
                                       those; 0 for none */
    bool is_by_verb; /* so are its subjects */
    bool is_listed; /* one of a list, of scope.item (listed.h) */
    dj_scope scope;
    dj_holder holder; /* of an age */
    dj_own_year own_year;
} dj_context;

typedef DJ_VEC(dj_context) dj_contexts;

/* The contexts of every figure of the set that may speak of a fact: known values outside bylines and tails. */
void dj_contexts_make(dj_arena *arena, const dj_set *set, const dj_settings *settings, dj_scratch *scratch, dj_contexts *out);

/* *likeness: cosine of the weighted stems, 0..1; stems on the other side of the figure count less. *cover: how much of the
 * lighter context the other one holds, 0..1 and a little over: a short sentence in a long one. */
void dj_contexts_hold(const dj_context *a, const dj_context *b, double *likeness, double *cover);
/* How far the subjects are the same, 0..1; 0.5 where one of the two has none */
double dj_context_subject(const dj_context *a, const dj_context *b);
/* How far the words next to the figures are the same, 0..1 */
double dj_context_slot(const dj_context *a, const dj_context *b);
#endif
