/* One utterance quoted in different words. Words replaced by others in an otherwise equal quotation are loud: a source
 * has put words into a mouth. Dropped words, and particles or endings that differ, are notes: papers shorten. Where much
 * is different, the speech was translated or retold, and that is a note too. */
#include "check/quoted.h"

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

static bool is_replaced(dj_checking *k, const dj_quote_pair *pair, const void *context)
{
    (void)k;
    (void)context;
    return replacements(pair) > 0;
}

static bool is_reworded(dj_checking *k, const dj_quote_pair *pair, const void *context)
{
    (void)k;
    (void)context;
    return pair->differences.n > 0 && replacements(pair) == 0;
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

/* Two sources retell a speech in their own words often enough; where two others or more have the same words, the one that
 * has another is wrong. One witness is enough where all but a word of a long quotation is the same, and of a translation
 * nothing else is. */
static bool is_loud(const dj_checking *k, const dj_dissent *dissent, const dj_quote_pair *best)
{
    bool is_one_word = replacements(best) == 1 && best->likeness >= dj_threshold(k, "alone", 0.93);
    return best->likeness >= dj_threshold(k, "loud", 0.75) && best->common >= (uint32_t)dj_threshold(k, "words", 4) &&
           replacements(best) <= (size_t)dj_threshold(k, "replacements", 2) && best->a->in != best->b->in &&
           (is_one_word || (dissent->n_agreeing >= 2 && !is_translated(best->a) && !is_translated(best->b)));
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

void dj_check_quote_wording(dj_checking *k)
{
    dj_dissents replaced = {0}, reworded = {0};
    dj_dissents_find(k, is_replaced, NULL, &replaced);
    dj_dissents_find(k, is_reworded, NULL, &reworded);
    for (size_t i = 0; i < replaced.list.n; i++)
        tell(k, &replaced.list.at[i], true);
    for (size_t i = 0; i < reworded.list.n; i++)
        tell(k, &reworded.list.at[i], false);
}
