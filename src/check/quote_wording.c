/* One utterance quoted in different words. A word in the place of another, all else around it the same, is loud: a source
 * has put it into a mouth. So is a phrase in an otherwise equal quotation that two others have alike. A word of the same
 * sense, dropped words, and particles or endings that differ, are notes: papers shorten, and tidy up what was spoken. Where
 * much is different, the speech was translated or retold, and that is a note too. */
#include <stdlib.h>

#include "check/exchanged.h"
#include "check/quoted.h"

static bool is_negated(const dj_checking *k, const dj_mention *quote, uint32_t from, uint32_t to)
{
    const dj_regex *negated = dj_pack_pattern(quote->in->pack, "negated");
    return negated && dj_regex_find(negated, k->options->scratch, dj_quoted_words(quote, from, to), 0, false) == DJ_MATCH;
}

static bool is_word_for_word(const dj_difference *d)
{
    return d->a_to == d->a_from + 1 && d->b_to == d->b_from + 1;
}

static bool is_last(const dj_mention *quote, uint32_t to)
{
    const dj_segmented *part = &quote->in->parts[quote->field];
    return to >= part->words.n || part->words.at[to].start >= quote->end;
}

/* the last word is another, and all the rest the same: 물품 금액이 많다, 물품 금액이 크다 */
static bool is_exchanged_at_end(const dj_quote_pair *pair)
{
    const dj_difference *d = pair->differences.n == 1 ? &pair->differences.at[0] : NULL;
    return d && d->change == DJ_REPLACED && !d->is_inside && is_word_for_word(d) && is_last(pair->a, d->a_to) &&
           is_last(pair->b, d->b_to);
}

/* the first difference of a word for a word of which one says no and the other does not: 볼 수 있다, 볼 수 없다; NULL for none.
 * More words are a retelling (있다, 있는 것 아니냐), and fewer may be less of the speech. */
static const dj_difference *reversal(const dj_checking *k, const dj_quote_pair *pair)
{
    for (size_t i = 0; i < pair->differences.n; i++) {
        const dj_difference *d = &pair->differences.at[i];
        if (is_word_for_word(d) && is_negated(k, pair->a, d->a_from, d->a_to) != is_negated(k, pair->b, d->b_from, d->b_to))
            return d;
    }
    return NULL;
}

static dj_comparison is_replaced(dj_checking *k, const dj_quote_pair *pair, const void *context)
{
    (void)context;
    return dj_replacements(pair) > 0 || is_exchanged_at_end(pair) || reversal(k, pair) ? DJ_UNLIKE : DJ_ALIKE;
}

static dj_comparison is_reworded(dj_checking *k, const dj_quote_pair *pair, const void *context)
{
    return pair->differences.n > 0 && is_replaced(k, pair, context) == DJ_ALIKE ? DJ_UNLIKE : DJ_ALIKE;
}

/* the difference to show: a reversal, else the first replacement, else the first */
static const dj_difference *shown(const dj_checking *k, const dj_quote_pair *pair)
{
    const dj_difference *reversed = reversal(k, pair);
    if (reversed)
        return reversed;
    for (size_t i = 0; i < pair->differences.n; i++)
        if (dj_is_replacement(&pair->differences.at[i]))
            return &pair->differences.at[i];
    return &pair->differences.at[0];
}

/* a word of the other side's stretch stands beside this side's: 모든 관련 의혹 and 관련된 모든 의혹 have the same words */
static bool is_moved(const dj_mention *a, uint32_t from, uint32_t to, const dj_mention *b, uint32_t b_from, uint32_t b_to)
{
    enum { BESIDE = 4 };
    const dj_segmented *part = &b->in->parts[b->field];
    for (uint32_t i = from; i < to; i++)
        for (uint32_t j = b_from > BESIDE ? b_from - BESIDE : 0; j < part->words.n && j < b_to + BESIDE; j++) {
            bool is_beside = j < b_from || j >= b_to,
                 is_quoted = part->words.at[j].start >= b->start && part->words.at[j].start < b->end;
            if (is_beside && is_quoted && dj_slice_eq(dj_quoted_words(a, i, i + 1), dj_quoted_words(b, j, j + 1)))
                return true;
        }
    return false;
}

/* nothing of the quotation stands on one side of words from..to */
static bool is_at_end(const dj_mention *quote, uint32_t from, uint32_t to)
{
    const dj_segmented *part = &quote->in->parts[quote->field];
    return from == 0 || part->words.at[from - 1].start < quote->start || is_last(quote, to);
}

static bool is_exchange(dj_checking *k, const dj_quote_pair *pair, const dj_difference *d)
{
    return !dj_is_masked_name(k, pair->a->in, dj_quoted_words(pair->a, d->a_from, d->a_to)) &&
           !dj_is_masked_name(k, pair->b->in, dj_quoted_words(pair->b, d->b_from, d->b_to)) &&
           !is_at_end(pair->a, d->a_from, d->a_to) && !is_at_end(pair->b, d->b_from, d->b_to) &&
           !is_moved(pair->a, d->a_from, d->a_to, pair->b, d->b_from, d->b_to) &&
           !is_moved(pair->b, d->b_from, d->b_to, pair->a, d->a_from, d->a_to);
}

static bool is_of_one_sense(const dj_quote_pair *pair, const dj_difference *d)
{
    return is_word_for_word(d) && dj_is_same_sense(pair->a->in, dj_quoted_words(pair->a, d->a_from, d->a_to),
                                                   dj_quoted_words(pair->b, d->b_from, d->b_to));
}

/* Two sources retell a speech in their own words often enough; where two others or more have the same words, the one that
 * has another is wrong, but not where it was translated, or retold in several places. One that denies what the other says is
 * no retelling. */
static bool is_loud(dj_checking *k, const dj_dissent *dissent, const dj_quote_pair *best)
{
    double shorter = best->n_a < best->n_b ? best->n_a : best->n_b;
    bool is_like = best->likeness >= dj_threshold(k, "loud", 0.85) && best->common >= dj_threshold(k, "cover", 0.65) * shorter &&
                   best->common >= (uint32_t)dj_threshold(k, "words", 4);
    if (!is_like || best->a->in == best->b->in || dj_is_translated(best->a) || dj_is_translated(best->b) ||
        dj_replacements(best) > 1 || is_of_one_sense(best, shown(k, best)))
        return false;
    if (dissent->n_agreeing >= 2 && is_exchanged_at_end(best))
        return true;
    return reversal(k, best) || (dj_replacements(best) == 1 && dissent->n_agreeing >= 2 && is_exchange(k, best, shown(k, best)));
}

static const dj_quote_pair *likest(const dj_dissent *dissent)
{
    const dj_quote_pair *best = dissent->pairs[0];
    for (size_t i = 1; i < dissent->n_pairs; i++)
        if (dissent->pairs[i]->likeness > best->likeness)
            best = dissent->pairs[i];
    return best;
}

typedef struct wording { /* a dissent as it is told */
    const dj_dissent *dissent;
    const dj_quote_pair *best;
    dj_slice odd, usual; /* the words that are shown; empty where one side has none */
    bool is_replacing;
    dj_severity severity;
} wording;

typedef DJ_VEC(wording) wordings;

typedef struct quoted { /* where a quotation is told of */
    const dj_mention *quote;
    uint32_t wording;
} quoted;

static wording wording_of(dj_checking *k, const dj_dissent *dissent, bool is_replacing)
{
    const dj_quote_pair *best = likest(dissent);
    const dj_difference *d = shown(k, best);
    dj_slice a = dj_quoted_words(best->a, d->a_from, d->a_to), b = dj_quoted_words(best->b, d->b_from, d->b_to);
    bool odd_is_a = best->a == dissent->odd;
    return (wording){dissent,          best,         odd_is_a ? a : b,
                     odd_is_a ? b : a, is_replacing, is_replacing && is_loud(k, dissent, best) ? k->info->severity : DJ_NOTE};
}

/* the last part of the id of the sentence that says why */
static const char *reason(const dj_checking *k, const wording *w)
{
    const dj_difference *d = shown(k, w->best);
    if (reversal(k, w->best))
        return "reversed";
    if (w->is_replacing)
        return is_of_one_sense(w->best, d) ? "synonym" : "replaced";
    return d->change == DJ_MISSPELT ? "spelling" : d->change == DJ_INFLECTED ? "particles" : "dropped";
}

static void tell(dj_checking *k, const wording *w, const dj_quotes_told *claims)
{
    const dj_mention *odd = w->dissent->odd, *other = dj_other_side(w->best, odd);
    dj_slice speaker = odd->value.quote.speaker.n ? odd->value.quote.speaker : other->value.quote.speaker;
    bool has_words = w->odd.n > 0, is_missing = w->odd.n == 0 || w->usual.n == 0;
    dj_arg args[] = {{"speaker", speaker.n ? speaker : dj_checking_say(k, "quote-wording.nobody", NULL, 0)},
                     {"a", has_words ? w->odd : w->usual},
                     {"b", has_words ? w->usual : w->odd},
                     {"source", has_words ? dj_source_beside(k, odd, other) : dj_source_beside(k, other, odd)},
                     {"other", has_words ? dj_source_beside(k, other, odd) : dj_source_beside(k, odd, other)}};
    dj_finding *finding = dj_finding_new(k, w->severity, claims->at, claims->n);
    dj_finding_tell(k, finding, is_missing ? "quote-wording.missing" : NULL, reason(k, w), args, sizeof args / sizeof args[0]);
    dj_finding_tell_copies(k, finding, w->dissent->n_copies);
}

/* of the pair's differences the one at those words of `odd`, else the one to show */
static const dj_difference *difference_at(const dj_checking *k, const dj_quote_pair *pair, const dj_mention *odd,
                                          const dj_quote_pair *best)
{
    const dj_difference *told = shown(k, best);
    uint32_t from = best->a == odd ? told->a_from : told->b_from, to = best->a == odd ? told->a_to : told->b_to;
    for (size_t i = 0; i < pair->differences.n; i++) {
        const dj_difference *d = &pair->differences.at[i];
        uint32_t d_from = pair->a == odd ? d->a_from : d->b_from, d_to = pair->a == odd ? d->a_to : d->b_to;
        if (d_from <= to && from <= d_to)
            return d;
    }
    return shown(k, pair);
}

/* the quotation as a claim in which that difference is looked at */
static const dj_mention *claim_of(dj_checking *k, const dj_quote_pair *pair, const dj_difference *d, const dj_mention *quote)
{
    return pair->a == quote ? dj_with_focus(k->arena, quote, d->a_from, d->a_to)
                            : dj_with_focus(k->arena, quote, d->b_from, d->b_to);
}

/* the odd quotation of each, then what they differ from, each quotation once */
static void tell_together(dj_checking *k, const wordings *alike)
{
    enum { MOST = 64 }; /* claims: more than anybody reads */
    dj_quotes_told quotes = {0}, claims = {0};
    for (size_t i = 0; i < alike->n && claims.n < MOST; i++) {
        const wording *w = &alike->at[i];
        if (dj_is_quote_told(&quotes, w->dissent->odd))
            continue;
        *DJ_PUSH(k->arena, &quotes) = w->dissent->odd;
        *DJ_PUSH(k->arena, &claims) = claim_of(k, w->best, shown(k, w->best), w->dissent->odd);
    }
    for (size_t i = 0; i < alike->n && claims.n < 2 * MOST; i++) {
        const wording *w = &alike->at[i];
        for (size_t p = 0; p < w->dissent->n_pairs; p++) {
            const dj_quote_pair *pair = w->dissent->pairs[p];
            const dj_mention *other = dj_other_side(pair, w->dissent->odd);
            if (dj_is_quote_told(&quotes, other))
                continue;
            *DJ_PUSH(k->arena, &quotes) = other;
            *DJ_PUSH(k->arena, &claims) = claim_of(k, pair, difference_at(k, pair, w->dissent->odd, w->best), other);
        }
    }
    tell(k, &alike->at[0], &claims);
}

static int by_quotation(const void *a, const void *b)
{
    const quoted *x = a, *y = b;
    if (x->quote != y->quote)
        return (uintptr_t)x->quote < (uintptr_t)y->quote ? -1 : 1;
    return (x->wording > y->wording) - (x->wording < y->wording);
}

static uint32_t root_of(uint32_t *parent, uint32_t i)
{
    while (parent[i] != i)
        i = parent[i] = parent[parent[i]];
    return i;
}

static void join(uint32_t *parent, uint32_t a, uint32_t b)
{
    uint32_t x = root_of(parent, a), y = root_of(parent, b);
    parent[x > y ? x : y] = x > y ? y : x;
}

/* notes that share a quotation */
static void join_notes(dj_checking *k, const wordings *all, uint32_t *parent)
{
    DJ_VEC(quoted) places = {0};
    for (uint32_t i = 0; i < all->n; i++) {
        const dj_dissent *d = all->at[i].dissent;
        if (all->at[i].severity > DJ_NOTE)
            continue;
        *DJ_PUSH(k->arena, &places) = (quoted){d->odd, i};
        for (size_t p = 0; p < d->n_pairs; p++)
            *DJ_PUSH(k->arena, &places) = (quoted){dj_other_side(d->pairs[p], d->odd), i};
    }
    if (places.n)
        qsort(places.at, places.n, sizeof *places.at, by_quotation);
    for (size_t i = 1; i < places.n; i++)
        if (places.at[i].quote == places.at[i - 1].quote)
            join(parent, places.at[i].wording, places.at[i - 1].wording);
}

/* loud ones with the same word for the same other one */
static void join_loud(dj_checking *k, const wordings *all, uint32_t *parent)
{
    dj_names *keys = dj_names_new(k->arena);
    DJ_VEC(uint32_t) first = {0};
    for (uint32_t i = 0; i < all->n; i++) {
        if (all->at[i].severity == DJ_NOTE)
            continue;
        dj_buf key = dj_buf_new(SIZE_MAX);
        dj_buf_fmt(&key, "%.*s/%.*s", DJ_FMT(all->at[i].odd), DJ_FMT(all->at[i].usual));
        uint32_t id = dj_intern(keys, dj_buf_slice(&key));
        dj_buf_free(&key);
        if (id > first.n)
            *DJ_PUSH(k->arena, &first) = i;
        join(parent, first.at[id - 1], i);
    }
}

/* Notes of one utterance are one finding, told by the first of them; so are sources that have one word for the same other
 * one, loud all of them. */
static void tell_all(dj_checking *k, const wordings *all)
{
    uint32_t *parent = dj_alloc(k->arena, (all->n + 1) * sizeof *parent);
    wordings *together = dj_alloc(k->arena, (all->n + 1) * sizeof *together);
    for (uint32_t i = 0; i < all->n; i++)
        parent[i] = i;
    join_notes(k, all, parent);
    join_loud(k, all, parent);
    for (uint32_t i = 0; i < all->n; i++)
        *DJ_PUSH(k->arena, &together[root_of(parent, i)]) = all->at[i];
    for (uint32_t i = 0; i < all->n; i++)
        if (together[i].n)
            tell_together(k, &together[i]);
}

/* all but those of a quotation that an exchange has told */
static void collect(dj_checking *k, dj_compare *compare, const dj_quotes_told *told, wordings *out)
{
    dj_dissents dissents = {0};
    dj_dissents_find(k, compare, NULL, &dissents);
    for (size_t i = 0; i < dissents.list.n; i++) {
        const dj_dissent *d = &dissents.list.at[i];
        size_t known = 0;
        for (size_t p = 0; p < d->n_pairs; p++)
            known += dj_is_quote_told(told, dj_other_side(d->pairs[p], d->odd));
        if (known < d->n_pairs && !dj_is_quote_told(told, d->odd))
            *DJ_PUSH(k->arena, out) = wording_of(k, d, compare == is_replaced);
    }
}

void dj_check_quote_wording(dj_checking *k)
{
    dj_quotes_told told = {0};
    wordings all = {0};
    dj_tell_exchanges(k, &told);
    collect(k, is_replaced, &told, &all);
    collect(k, is_reworded, &told, &all);
    tell_all(k, &all);
}
