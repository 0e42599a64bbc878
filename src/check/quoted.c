/* Pairs are laid out under both their quotations, sorted, and counted by voice (voice.h). */
#include "check/quoted.h"
#include "check/words.h"

#include <stdlib.h>

#include "align/voice.h"

typedef struct side {
    const dj_mention *mine, *other;
    const dj_quote_pair *pair;
    bool differs;
} side;

const dj_mention *dj_other_side(const dj_quote_pair *pair, const dj_mention *mention)
{
    return pair->a == mention ? pair->b : pair->a;
}

bool dj_is_replacement(const dj_difference *d)
{
    return d->change == DJ_REPLACED && d->is_inside;
}

size_t dj_replacements(const dj_quote_pair *pair)
{
    size_t n = 0;
    for (size_t i = 0; i < pair->differences.n; i++)
        n += dj_is_replacement(&pair->differences.at[i]);
    return n;
}

dj_slice dj_quoted_words(const dj_mention *m, uint32_t from, uint32_t to)
{
    const dj_segmented *part = &m->in->parts[m->field];
    if (to <= from)
        return DJ_NONE;
    return dj_slice_sub(dj_mention_field(m), part->words.at[from].start, part->words.at[to - 1].end);
}

const dj_mention *dj_with_focus(dj_arena *arena, const dj_mention *quote, uint32_t from, uint32_t to)
{
    const dj_segmented *part = &quote->in->parts[quote->field];
    if (to <= from)
        return quote;
    dj_mention *claim = dj_claim_like(arena, quote);
    claim->focus_start = part->words.at[from].start;
    claim->focus_end = part->words.at[to - 1].end;
    return claim;
}

static int by_place(const dj_mention *a, const dj_mention *b)
{
    int c = dj_slice_cmp(a->in->story->id, b->in->story->id);
    if (c || a->field != b->field)
        return c ? c : a->field < b->field ? -1 : 1;
    return (a->start > b->start) - (a->start < b->start);
}

static int by_quotation(const void *a, const void *b)
{
    const side *x = a, *y = b;
    int c = by_place(x->mine, y->mine);
    return c ? c : by_place(x->other, y->other);
}

/* the voices that a tally has counted; where the quotation itself stands in a copy of their text, all who copied it: each
 * says what it said */
static size_t counted(const dj_tally *tally, bool of_one_text)
{
    return dj_tally_voices(tally) + (of_one_text ? dj_tally_copies(tally) : 0);
}

/* stories among sides from..to that do (or do not) differ */
static size_t stories(const side *sides, size_t from, size_t to, bool differs)
{
    size_t n = 0;
    const dj_text *last = NULL;
    for (size_t i = from; i < to; i++)
        if (sides[i].differs == differs && sides[i].other->in != last) {
            last = sides[i].other->in;
            n++;
        }
    return n;
}

/* the first of the sorted sides whose `mine` is this quotation */
static size_t first_of(const side *sides, size_t n, const dj_mention *mine)
{
    size_t low = 0, high = n;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (by_place(sides[middle].mine, mine) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool is_against(const side *sides, size_t from, size_t to, const dj_mention *other)
{
    for (size_t i = from; i < to; i++)
        if (sides[i].other == other)
            return sides[i].differs;
    return false;
}

/* Of the quotations that sides from..to differ from, the most voices that say the same as one of them. */
static void find_most_agreeing(dj_tally *tally, const side *sides, size_t n, size_t from, size_t to, dj_dissent *out)
{
    for (size_t i = from; i < to; i++) {
        if (!sides[i].differs)
            continue;
        dj_tally_begin(tally);
        dj_tally_add(tally, sides[i].other);
        for (size_t j = first_of(sides, n, sides[i].other); j < n && sides[j].mine == sides[i].other; j++)
            if (!sides[j].differs && is_against(sides, from, to, sides[j].other))
                dj_tally_add(tally, sides[j].other);
        bool of_one_text = dj_is_one_text(sides[i].mine, sides[i].other);
        size_t agreeing = counted(tally, of_one_text);
        if (agreeing <= out->n_agreeing)
            continue;
        out->n_agreeing = agreeing;
        out->n_copies = of_one_text ? 0 : dj_tally_copies(tally);
    }
}

static void add(dj_checking *k, dj_tally *tally, const side *sides, size_t n, size_t from, size_t to, dj_dissents *out)
{
    size_t against = stories(sides, from, to, true), with = stories(sides, from, to, false);
    if (against == 0 || against < with || (against == with && with > 0))
        return;
    dj_dissent dissent = {.odd = sides[from].mine, .n_against = against};
    find_most_agreeing(tally, sides, n, from, to, &dissent);
    const dj_text *last = NULL;
    for (size_t i = from; i < to && dissent.n_pairs < DJ_WITNESSES; i++)
        if (sides[i].differs && sides[i].other->in != last) {
            last = sides[i].other->in;
            dissent.pairs[dissent.n_pairs++] = sides[i].pair;
        }
    *DJ_PUSH(k->arena, &out->list) = dissent;
}

static int oddest_first(const void *a, const void *b)
{
    const dj_dissent *x = a, *y = b;
    if (x->n_against != y->n_against)
        return x->n_against > y->n_against ? -1 : 1;
    return by_place(x->odd, y->odd);
}

/* The other side of a disagreement that is told already is not told again: of all those against one, the one speaks. */
static void drop_told(dj_checking *k, dj_dissents *out)
{
    size_t kept = 0;
    DJ_VEC(const dj_mention *) odd = {0};
    if (out->list.n)
        qsort(out->list.at, out->list.n, sizeof *out->list.at, oddest_first);
    for (size_t i = 0; i < out->list.n; i++) {
        const dj_dissent *d = &out->list.at[i];
        size_t told = 0;
        for (size_t p = 0; p < d->n_pairs; p++)
            for (size_t o = 0; o < odd.n; o++)
                told += odd.at[o] == dj_other_side(d->pairs[p], d->odd);
        if (told == d->n_pairs)
            continue;
        *DJ_PUSH(k->arena, &odd) = d->odd;
        out->list.at[kept++] = *d;
    }
    out->list.n = kept;
}

void dj_dissents_find(dj_checking *k, dj_compare *compare, const void *context, dj_dissents *out)
{
    const dj_quote_pairs *pairs = k->quotes;
    side *sides = dj_alloc(k->arena, (2 * pairs->n + 1) * sizeof *sides);
    size_t n = 0;
    for (size_t i = 0; i < pairs->n; i++) {
        const dj_quote_pair *p = &pairs->at[i];
        dj_comparison is = compare(k, p, context);
        if (is == DJ_NOT_COMPARED)
            continue;
        sides[n++] = (side){p->a, p->b, p, is == DJ_UNLIKE};
        sides[n++] = (side){p->b, p->a, p, is == DJ_UNLIKE};
    }
    if (n)
        qsort(sides, n, sizeof *sides, by_quotation);
    dj_tally tally = dj_tally_new(k->arena, k->set);
    for (size_t from = 0, to; from < n; from = to) {
        for (to = from + 1; to < n && sides[to].mine == sides[from].mine;)
            to++;
        add(k, &tally, sides, n, from, to, out);
    }
    drop_told(k, out);
}

/* a full name of several words as Korean stories write them: 도널드 트럼프, but not a surname with its title, 오 대표 */
static bool is_foreign_name(const dj_text *text, dj_slice speaker, dj_slice first)
{
    dj_slice rest = dj_slice_sub(speaker, first.n + 1, speaker.n);
    for (size_t i = 0; i < text->mentions.n; i++) {
        const dj_mention *m = text->mentions.at[i];
        if (m->kind == DJ_NAME && dj_slice_eq(m->value.name.canonical, speaker))
            return !dj_slice_eq(m->value.name.role, rest);
    }
    return false;
}

bool dj_is_translated(const dj_mention *quote)
{
    const dj_lexicon *country = dj_pack_lexicon(quote->in->pack, "country"),
                     *home = dj_pack_lexicon(quote->in->pack, "home_country");
    dj_slice speaker = quote->value.quote.speaker, first = dj_first_word(speaker);
    if (!country || !home || first.n == speaker.n)
        return false;
    bool is_abroad = dj_lexicon_has(country, first) && !dj_lexicon_has(home, first);
    return is_abroad || is_foreign_name(quote->in, speaker, first);
}

bool dj_is_masked_name(const dj_checking *k, const dj_text *text, dj_slice word)
{
    const dj_regex *regex = dj_pack_pattern(text->pack, "masked-name");
    return regex && dj_regex_find(regex, k->options->scratch, word, 0, true) == DJ_MATCH;
}

bool dj_is_same_sense(const dj_text *text, dj_slice a, dj_slice b)
{
    const dj_lexicon *senses = dj_pack_lexicon(text->pack, "one_sense");
    size_t length;
    dj_slice x, y;
    return senses && dj_lexicon_prefix(senses, a, &length, &x) && dj_lexicon_prefix(senses, b, &length, &y) && dj_slice_eq(x, y);
}
