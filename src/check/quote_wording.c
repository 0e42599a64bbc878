/* One utterance quoted in different words. A word in the place of another, all else around it the same, is loud: a source
 * has put it into a mouth. So is a phrase in an otherwise equal quotation that two others have alike. Dropped words, and
 * particles or endings that differ, are notes: papers shorten. Where much is different, the speech was translated or
 * retold, and that is a note too. */
#include "check/quoted.h"

#include "align/exchange.h"

static bool is_replacement(const dj_difference *d)
{
    return d->change == DJ_REPLACED && d->is_inside;
}

static size_t replacements(const dj_quote_pair *pair)
{
    size_t n = 0;
    for (size_t i = 0; i < pair->differences.n; i++)
        n += is_replacement(&pair->differences.at[i]);
    return n;
}

static dj_comparison is_replaced(dj_checking *k, const dj_quote_pair *pair, const void *context)
{
    (void)k;
    (void)context;
    return replacements(pair) > 0 ? DJ_UNLIKE : DJ_ALIKE;
}

static dj_comparison is_reworded(dj_checking *k, const dj_quote_pair *pair, const void *context)
{
    (void)k;
    (void)context;
    return pair->differences.n > 0 && replacements(pair) == 0 ? DJ_UNLIKE : DJ_ALIKE;
}

static dj_slice words(const dj_mention *m, uint32_t from, uint32_t to)
{
    const dj_segmented *part = &m->in->parts[m->field];
    if (to <= from)
        return DJ_NONE;
    return dj_slice_sub(m->in->story->fields[m->field].text, part->words.at[from].start, part->words.at[to - 1].end);
}

/* the difference to show: the first replacement, else the first */
static const dj_difference *shown(const dj_quote_pair *pair)
{
    for (size_t i = 0; i < pair->differences.n; i++)
        if (is_replacement(&pair->differences.at[i]))
            return &pair->differences.at[i];
    return &pair->differences.at[0];
}

/* a full name of several words as Korean stories write them: 도널드 트럼프 */
static bool is_foreign_name(const dj_text *text, dj_slice speaker)
{
    for (size_t i = 0; i < text->mentions.n && dj_slice_find(speaker, DJ_S(" "), 0) < speaker.n; i++) {
        const dj_mention *m = text->mentions.at[i];
        if (m->kind == DJ_NAME && dj_slice_eq(m->value.name.canonical, speaker))
            return true;
    }
    return false;
}

/* Was the speech made in another language? Each source translates it by itself, then: 도널드 트럼프, 이탈리아 외교부. */
static bool is_translated(const dj_mention *quote)
{
    const dj_lexicon *country = dj_pack_lexicon(quote->in->pack, "country"), *home = dj_pack_lexicon(quote->in->pack, "home_country");
    dj_slice speaker = quote->value.quote.speaker, first = dj_slice_sub(speaker, 0, dj_slice_find(speaker, DJ_S(" "), 0)), value;
    if (!country || !home || first.n == speaker.n)
        return false;
    bool is_abroad = dj_lexicon_find(country, first, &value) && !dj_lexicon_find(home, first, &value);
    return is_abroad || is_foreign_name(quote->in, speaker);
}

/* 김모씨 for a name in full */
static bool is_masked(dj_checking *k, const dj_text *text, dj_slice word)
{
    const dj_regex *regex = dj_pack_pattern(text->pack, "masked-name");
    return regex && dj_regex_find(regex, k->options->scratch, word, 0, true) == DJ_MATCH;
}

/* a word of the other side's stretch stands beside this side's: 모든 관련 의혹 and 관련된 모든 의혹 have the same words */
static bool is_moved(const dj_mention *a, uint32_t from, uint32_t to, const dj_mention *b, uint32_t b_from, uint32_t b_to)
{
    enum { BESIDE = 4 };
    const dj_segmented *part = &b->in->parts[b->field];
    for (uint32_t i = from; i < to; i++)
        for (uint32_t j = b_from > BESIDE ? b_from - BESIDE : 0; j < part->words.n && j < b_to + BESIDE; j++) {
            bool is_beside = j < b_from || j >= b_to, is_quoted = part->words.at[j].start >= b->start && part->words.at[j].start < b->end;
            if (is_beside && is_quoted && dj_slice_eq(words(a, i, i + 1), words(b, j, j + 1)))
                return true;
        }
    return false;
}

/* nothing of the quotation stands on one side of words from..to */
static bool is_at_end(const dj_mention *quote, uint32_t from, uint32_t to)
{
    const dj_segmented *part = &quote->in->parts[quote->field];
    return from == 0 || part->words.at[from - 1].start < quote->start || to >= part->words.n || part->words.at[to].start >= quote->end;
}

static bool is_exchange(dj_checking *k, const dj_quote_pair *pair, const dj_difference *d)
{
    return !is_masked(k, pair->a->in, words(pair->a, d->a_from, d->a_to)) && !is_masked(k, pair->b->in, words(pair->b, d->b_from, d->b_to)) &&
           !is_at_end(pair->a, d->a_from, d->a_to) && !is_at_end(pair->b, d->b_from, d->b_to) &&
           !is_moved(pair->a, d->a_from, d->a_to, pair->b, d->b_from, d->b_to) &&
           !is_moved(pair->b, d->b_from, d->b_to, pair->a, d->a_from, d->a_to);
}

/* Two sources retell a speech in their own words often enough; where two others or more have the same words, the one that
 * has another is wrong, but not where it was translated, or retold in several places. */
static bool is_loud(dj_checking *k, const dj_dissent *dissent, const dj_quote_pair *best)
{
    double shorter = best->n_a < best->n_b ? best->n_a : best->n_b;
    bool is_like = best->likeness >= dj_threshold(k, "loud", 0.85) && best->common >= dj_threshold(k, "cover", 0.65) * shorter &&
                   best->common >= (uint32_t)dj_threshold(k, "words", 4);
    return is_like && replacements(best) == 1 && best->a->in != best->b->in && dissent->n_agreeing >= 2 && !is_translated(best->a) &&
           !is_translated(best->b) && is_exchange(k, best, shown(best));
}

static void tell(dj_checking *k, const dj_dissent *dissent, bool is_replacing)
{
    const dj_mention *claims[1 + DJ_WITNESSES] = {dissent->odd};
    const dj_quote_pair *best = dissent->pairs[0];
    for (size_t i = 0; i < dissent->n_pairs; i++) {
        claims[1 + i] = dj_other_side(dissent->pairs[i], dissent->odd);
        if (dissent->pairs[i]->likeness > best->likeness)
            best = dissent->pairs[i];
    }
    const dj_difference *d = shown(best);
    bool odd_is_a = best->a == dissent->odd;
    dj_slice a = words(best->a, d->a_from, d->a_to), b = words(best->b, d->b_from, d->b_to);
    const dj_mention *other = dj_other_side(best, dissent->odd);
    dj_slice speaker = dissent->odd->value.quote.speaker.n ? dissent->odd->value.quote.speaker : other->value.quote.speaker;
    bool has_words = (odd_is_a ? a : b).n > 0, is_missing = a.n == 0 || b.n == 0;
    dj_arg args[] = {{"speaker", speaker.n ? speaker : dj_checking_say(k, "quote-wording.nobody", NULL, 0)},
                     {"a", has_words == odd_is_a ? a : b},
                     {"b", has_words == odd_is_a ? b : a},
                     {"source", dj_source_of(has_words ? dissent->odd : other)},
                     {"other", dj_source_of(has_words ? other : dissent->odd)}};
    const char *why = is_replacing ? "replaced" : d->change == DJ_MISSPELT ? "spelling" : d->change == DJ_INFLECTED ? "particles" : "dropped";
    dj_severity severity = is_replacing && is_loud(k, dissent, best) ? k->info->severity : DJ_NOTE;
    dj_finding *finding = dj_finding_new(k, severity, claims, 1 + dissent->n_pairs);
    dj_finding_tell(k, finding, is_missing ? "quote-wording.missing" : NULL, why, args, sizeof args / sizeof args[0]);
    dj_finding_tell_copies(k, finding, dissent->n_copies);
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
    if (!is_translated(e->odd))
        return false;
    for (size_t i = 0; i < k->quotes->n; i++)
        if (is_of(e, &k->quotes->at[i]) && replacements(&k->quotes->at[i]) > 1)
            return true;
    return false;
}

/* One witness is enough where much around the word is the same, and the speech was not translated; two that copy one text
 * need less. */
static bool is_loud_exchange(dj_checking *k, const dj_exchange *e)
{
    dj_slice odd = words(e->odd, e->odd_word, e->odd_word + 1), usual = words(e->usual[0], e->usual_word[0], e->usual_word[0] + 1);
    if (e->n_voices <= 2 * e->n_other || is_masked(k, e->odd->in, odd) || is_masked(k, e->odd->in, usual))
        return false;
    bool is_enough = e->around >= (size_t)dj_threshold(k, "surely", 16) && !is_translated(e->odd) && !is_translated(e->usual[0]);
    bool is_copied = e->n_copies > 0 && e->around >= (size_t)dj_threshold(k, "copied", 12);
    if (e->n_voices < 2 && !is_enough && !is_copied)
        return false;
    return !is_translated_anew(k, e) && (e->keeps_ending || (e->n_voices >= 2 && e->around >= (size_t)dj_threshold(k, "around", 24)));
}

static void tell_exchange(dj_checking *k, const dj_exchange *e)
{
    const dj_mention *claims[1 + DJ_USUAL] = {e->odd};
    for (size_t i = 0; i < e->n_usual; i++)
        claims[1 + i] = e->usual[i];
    dj_slice speaker = e->odd->value.quote.speaker;
    for (size_t i = 0; i < e->n_usual && speaker.n == 0; i++)
        speaker = e->usual[i]->value.quote.speaker;
    dj_arg args[] = {{"speaker", speaker.n ? speaker : dj_checking_say(k, "quote-wording.nobody", NULL, 0)},
                     {"a", words(e->odd, e->odd_word, e->odd_word + 1)},
                     {"b", words(e->usual[0], e->usual_word[0], e->usual_word[0] + 1)},
                     {"source", dj_source_of(e->odd)},
                     {"other", dj_source_of(e->usual[0])}};
    dj_finding *finding = dj_finding_new(k, k->info->severity, claims, 1 + e->n_usual);
    dj_finding_tell(k, finding, NULL, "replaced", args, sizeof args / sizeof args[0]);
    dj_finding_tell_copies(k, finding, e->n_copies);
}

typedef DJ_VEC(const dj_mention *) quotations;

static bool is_among(const quotations *told, const dj_mention *quote)
{
    for (size_t i = 0; i < told->n; i++)
        if (told->at[i] == quote)
            return true;
    return false;
}

/* Of one quotation, one word is told: whoever looks at it sees the others. */
static void tell_exchanges(dj_checking *k, quotations *told)
{
    dj_exchanges exchanges = {0};
    dj_exchanges_find(k->arena, k->set, k->options->settings, &exchanges);
    for (size_t i = 0; i < exchanges.n; i++) {
        const dj_exchange *e = &exchanges.at[i];
        size_t known = 0;
        for (size_t u = 0; u < e->n_usual; u++)
            known += is_among(told, e->usual[u]);
        if (known == e->n_usual || is_among(told, e->odd) || !is_loud_exchange(k, e))
            continue;
        tell_exchange(k, e);
        *DJ_PUSH(k->arena, told) = e->odd;
    }
}

static void tell_all(dj_checking *k, const dj_dissents *all, bool is_replacing, const quotations *told)
{
    for (size_t i = 0; i < all->list.n; i++) {
        const dj_dissent *d = &all->list.at[i];
        size_t known = 0;
        for (size_t p = 0; p < d->n_pairs; p++)
            known += is_among(told, dj_other_side(d->pairs[p], d->odd));
        if (known < d->n_pairs && !is_among(told, d->odd))
            tell(k, d, is_replacing);
    }
}

void dj_check_quote_wording(dj_checking *k)
{
    quotations told = {0};
    dj_dissents replaced = {0}, reworded = {0};
    tell_exchanges(k, &told);
    dj_dissents_find(k, is_replaced, NULL, &replaced);
    dj_dissents_find(k, is_reworded, NULL, &reworded);
    tell_all(k, &replaced, true, &told);
    tell_all(k, &reworded, false, &told);
}
