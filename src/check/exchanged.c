/* An exchange is loud by how much around it is the same and by who says so. Those of one pair of words are gathered under
 * the first of them: all their quotations are claims of one finding. */
#include "check/exchanged.h"

#include "align/exchange.h"
#include "check/quoted.h"

static dj_slice odd_word(const dj_exchange *e)
{
    return dj_quoted_words(e->odd, e->odd_word, e->odd_word + 1);
}

static dj_slice usual_word(const dj_exchange *e)
{
    return dj_quoted_words(e->usual[0], e->usual_word[0], e->usual_word[0] + 1);
}

static bool is_of(const dj_exchange *e, const dj_quote_pair *pair)
{
    bool is_usual = false;
    for (size_t i = 0; i < e->n_usual; i++)
        is_usual = is_usual || (pair->a == e->odd && pair->b == e->usual[i]) || (pair->b == e->odd && pair->a == e->usual[i]);
    return is_usual;
}

/* a translation with other words in several places: another hand made it */
static bool is_translated_anew(const dj_checking *k, const dj_exchange *e)
{
    if (!dj_is_translated(e->odd))
        return false;
    for (size_t i = 0; i < k->quotes->n; i++)
        if (is_of(e, &k->quotes->at[i]) && dj_replacements(&k->quotes->at[i]) > 1)
            return true;
    return false;
}

/* the story has the other word as well, in another place of the speech: it is no other word for it */
static bool has_both(const dj_exchange *e)
{
    for (size_t i = 0; i < e->n_usual; i++)
        if (e->usual[i]->in == e->odd->in)
            return true;
    return false;
}

/* One witness is enough where much around the word is the same, and the speech was not translated; two that copy one text
 * need less. */
static bool is_loud(dj_checking *k, const dj_exchange *e)
{
    dj_slice odd = odd_word(e), usual = usual_word(e);
    if (e->n_voices <= 2 * e->n_other || has_both(e) || dj_is_same_sense(e->odd->in, odd, usual))
        return false;
    if (dj_is_masked_name(k, e->odd->in, odd) || dj_is_masked_name(k, e->odd->in, usual))
        return false;
    bool is_enough = e->around >= (size_t)dj_threshold(k, "surely", 16) && !dj_is_translated(e->odd) &&
                     !dj_is_translated(e->usual[0]);
    bool is_copied = e->n_copies > 0 && e->around >= (size_t)dj_threshold(k, "copied", 12);
    if (e->n_voices < 2 && !is_enough && !is_copied)
        return false;
    return !is_translated_anew(k, e) &&
           (e->keeps_ending || (e->n_voices >= 2 && e->around >= (size_t)dj_threshold(k, "around", 24)));
}

bool dj_is_quote_told(const dj_quotes_told *told, const dj_mention *quote)
{
    for (size_t i = 0; i < told->n; i++)
        if (told->at[i] == quote)
            return true;
    return false;
}

static bool is_new(dj_checking *k, const dj_quotes_told *told, const dj_exchange *e)
{
    size_t known = 0;
    for (size_t u = 0; u < e->n_usual; u++)
        known += dj_is_quote_told(told, e->usual[u]);
    return known < e->n_usual && !dj_is_quote_told(told, e->odd) && is_loud(k, e);
}

static uint32_t stem_of(const dj_mention *quote, uint32_t word)
{
    return quote->in->parts[quote->field].words.at[word].stem;
}

/* one word for another, in whatever form */
static bool is_same_exchange(const dj_exchange *a, const dj_exchange *b)
{
    uint32_t odd = stem_of(a->odd, a->odd_word), usual = stem_of(a->usual[0], a->usual_word[0]);
    return odd && usual && odd == stem_of(b->odd, b->odd_word) && usual == stem_of(b->usual[0], b->usual_word[0]);
}

static void add(dj_checking *k, const dj_mention *quote, uint32_t word, dj_quotes_told *quotes, dj_quotes_told *claims)
{
    if (dj_is_quote_told(quotes, quote))
        return;
    *DJ_PUSH(k->arena, quotes) = quote;
    *DJ_PUSH(k->arena, claims) = dj_with_focus(k->arena, quote, word, word + 1);
}

static void tell(dj_checking *k, const dj_exchange *e, const dj_quotes_told *claims, size_t copies)
{
    dj_slice speaker = e->odd->value.quote.speaker;
    for (size_t i = 0; i < e->n_usual && speaker.n == 0; i++)
        speaker = e->usual[i]->value.quote.speaker;
    dj_arg args[] = {{"speaker", speaker.n ? speaker : dj_checking_say(k, "quote-wording.nobody", NULL, 0)},
                     {"a", odd_word(e)},
                     {"b", usual_word(e)},
                     {"source", dj_source_beside(k, e->odd, e->usual[0])},
                     {"other", dj_source_beside(k, e->usual[0], e->odd)}};
    dj_finding *finding = dj_finding_new(k, k->info->severity, claims->at, claims->n);
    dj_finding_tell(k, finding, NULL, "replaced", args, sizeof args / sizeof args[0]);
    dj_finding_tell_copies(k, finding, copies);
}

/* the exchange at `first` and those behind it that are like it */
static void tell_all(dj_checking *k, const dj_exchanges *all, size_t first, dj_quotes_told *told)
{
    const dj_exchange *e = &all->at[first];
    dj_quotes_told quotes = {0}, claims = {0};
    size_t copies = 0;
    dj_exchanges like = {0};
    for (size_t i = first; i < all->n; i++) {
        if (!is_same_exchange(e, &all->at[i]) && i != first)
            continue;
        if (!is_new(k, told, &all->at[i]))
            continue;
        *DJ_PUSH(k->arena, &like) = all->at[i];
        *DJ_PUSH(k->arena, told) = all->at[i].odd;
        copies = all->at[i].n_copies > copies ? all->at[i].n_copies : copies;
    }
    for (size_t i = 0; i < like.n; i++)
        add(k, like.at[i].odd, like.at[i].odd_word, &quotes, &claims);
    for (size_t i = 0; i < like.n; i++)
        for (size_t u = 0; u < like.at[i].n_usual; u++)
            add(k, like.at[i].usual[u], like.at[i].usual_word[u], &quotes, &claims);
    tell(k, e, &claims, copies);
}

void dj_tell_exchanges(dj_checking *k, dj_quotes_told *told)
{
    dj_exchanges all = {0};
    dj_exchanges_find(k->arena, k->set, k->options->settings, &all);
    for (size_t i = 0; i < all.n; i++)
        if (is_new(k, told, &all.at[i]))
            tell_all(k, &all, i, told);
}
