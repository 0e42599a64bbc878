/* The holder stands behind the place (1위 업체인 지리), is the topic of its sentence (지리는 … 3위다), or, where that has none,
 * that of the one before, since Korean leaves out a topic that goes on. */
#include "check/ranking.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "extract/beside.h"
#include "rule/frequency.h"

enum {
    BEFORE = 4,
    BEHIND = 2 /* words around a place that say what order it is of */,
    LEAST_SYLLABLES = 2,
    REACH = 40 /* words in which a topic stands */
};

#define LEAST_RARITY 0.3 /* words that every story has are nobody */

static dj_slice stem_of(const dj_checking *k, const dj_word *word)
{
    return word->stem ? dj_name(k->set->stems, word->stem) : DJ_NONE;
}

/* 판매량이 3위: what places are reckoned by holds none */
static bool is_holder(const dj_mention *m, dj_slice name)
{
    const dj_lexicon *measures = dj_pack_lexicon(m->in->pack, "rank_measure");
    return dj_utf8_count(name) >= LEAST_SYLLABLES && !dj_lexicon_has(measures, name) &&
           dj_rarity(m->in->pack->frequencies, name) >= LEAST_RARITY;
}

/* a stem and the particle, nothing else: 지리는, and not 이은, 차지하는 */
static bool is_marked(const dj_checking *k, const dj_mention *m, const dj_word *word, const char *marker)
{
    const dj_lexicon *markers = dj_pack_lexicon(m->in->pack, marker);
    dj_slice written = dj_slice_sub(dj_mention_field(m), word->start, word->end), value;
    size_t length;
    return dj_lexicon_suffix(markers, written, &length, &value) && stem_of(k, word).n + length == written.n;
}

/* the last of words from..to with such a particle that may hold a place */
static dj_slice marked_before(const dj_checking *k, const dj_mention *m, uint32_t from, uint32_t to, const char *marker)
{
    const dj_segmented *part = &m->in->parts[m->field];
    for (uint32_t w = to; w-- > from;) {
        const dj_word *word = &part->words.at[w];
        if (is_marked(k, m, word, marker) && is_holder(m, stem_of(k, word)))
            return stem_of(k, word);
    }
    return DJ_NONE;
}

/* the word at a span without its particle */
static dj_slice freed(const dj_checking *k, const dj_mention *m, dj_span span)
{
    const dj_segmented *part = &m->in->parts[m->field];
    const dj_sentence *sentence = &part->sentences.at[m->sentence];
    dj_slice written = dj_slice_sub(dj_mention_field(m), span.from, span.to);
    uint32_t w = dj_word_behind(part, sentence, (uint32_t)span.from);
    dj_slice stem = w < sentence->n_words ? stem_of(k, &part->words.at[sentence->first_word + w]) : DJ_NONE;
    return stem.n > 0 && dj_slice_starts(written, stem) ? stem : written;
}

static dj_slice holder_behind(const dj_checking *k, const dj_mention *m)
{
    const dj_regex *behind = dj_matches_behind(m, "rank_holder", k->options->scratch);
    if (!behind)
        return DJ_NONE;
    dj_span span = dj_group_named(behind, k->options->scratch, "holder");
    return dj_span_set(span) ? freed(k, m, span) : DJ_NONE;
}

/* 3위 업체다, 1위를 차지했다: said of the topic, as 1위 업체와 is not */
static bool is_told_of_topic(const dj_checking *k, const dj_mention *m)
{
    return dj_matches_behind(m, "rank_told", k->options->scratch) != NULL;
}

static dj_slice holder_of(const dj_checking *k, const dj_mention *m, const dj_sentence *sentence, uint32_t before)
{
    uint32_t start = sentence->first_word, first = before > start + REACH ? before - REACH : start;
    dj_slice holder = holder_behind(k, m);
    if (is_holder(m, holder))
        return holder;
    if (!is_told_of_topic(k, m))
        return DJ_NONE;
    holder = marked_before(k, m, first, before, "topic_marker");
    if (holder.n == 0)
        holder = marked_before(k, m, first, before, "subject_marker");
    if (holder.n == 0 && m->sentence > 0 && sentence[-1].zone == sentence->zone)
        holder = marked_before(k, m, start > sentence[-1].first_word + REACH ? start - REACH : sentence[-1].first_word, start,
                               "topic_marker");
    return holder;
}

/* the value of the nearest word of a lexicon among words from..to */
static dj_slice named(const dj_checking *k, const dj_mention *m, uint32_t from, uint32_t to, const char *lexicon)
{
    const dj_lexicon *words = dj_pack_lexicon(m->in->pack, lexicon);
    dj_slice value;
    for (uint32_t w = to; words && w-- > from;)
        if (dj_lexicon_find(words, stem_of(k, &m->in->parts[m->field].words.at[w]), &value))
            return value;
    return DJ_NONE;
}

static dj_slice country_in(const dj_checking *k, const dj_mention *m, uint32_t from, uint32_t to)
{
    const dj_lexicon *countries = dj_pack_lexicon(m->in->pack, "country");
    for (uint32_t w = to; countries && w-- > from;) {
        dj_slice stem = stem_of(k, &m->in->parts[m->field].words.at[w]);
        if (dj_lexicon_has(countries, stem))
            return stem;
    }
    return DJ_NONE;
}

bool dj_ranking_of(dj_checking *k, size_t at, const dj_text *text, dj_ranking *out)
{
    const dj_mention *m = text->mentions.at[at];
    const dj_lexicon *units = dj_pack_lexicon(m->in->pack, "rank_unit");
    if (m->kind != DJ_ORDINAL || !m->value.is_known || !dj_lexicon_has(units, m->value.amount.unit) || m->zone == DJ_ZONE_TAIL)
        return false;
    const dj_segmented *part = &m->in->parts[m->field];
    const dj_sentence *sentence = &part->sentences.at[m->sentence];
    uint32_t n = dj_word_behind(part, sentence, m->start), first = sentence->first_word, end = first + sentence->n_words;
    uint32_t before = first + n, low = n > BEFORE ? before - BEFORE : first,
             high = before + 1 + BEHIND < end ? before + 1 + BEHIND : end;
    *out = (dj_ranking){.claim = m, .holder = holder_of(k, m, sentence, before)};
    out->among = named(k, m, low, high, "rank_among");
    out->by = named(k, m, low, before, "rank_measure");
    out->where = country_in(k, m, low, before);
    out->scope = dj_scope_of(m, at, part->words.at + first, n, k->options->scratch);
    return out->holder.n > 0;
}

static bool are_apart(dj_slice a, dj_slice b)
{
    return a.n > 0 && b.n > 0 && !dj_slice_eq(a, b);
}

/* the day at which it was so: the last of the time that its sentence names, or that of the story */
static dj_day told_of(const dj_ranking *r)
{
    const dj_mention *when = r->scope.when;
    bool is_dated = when && when->kind == DJ_DATE && when->value.date.to != DJ_NO_DAY;
    return is_dated ? when->value.date.to : r->claim->in->story->published;
}

/* 2017년 대회에서는 2위 in a story of 2019 is not where it stands in that year's */
static bool are_of_two_years(const dj_ranking *a, const dj_ranking *b)
{
    enum { APART = 300 /* days */ };
    dj_day x = told_of(a), y = told_of(b);
    return x != DJ_NO_DAY && y != DJ_NO_DAY && labs((long)x - (long)y) > APART;
}

bool dj_rankings_meet(const dj_ranking *a, const dj_ranking *b)
{
    bool is_one = dj_slice_starts(a->holder, b->holder) || dj_slice_starts(b->holder, a->holder);
    return is_one && dj_slice_eq(a->among, b->among) && !are_apart(a->by, b->by) && !are_apart(a->where, b->where) &&
           dj_scope_when(&a->scope, &b->scope) >= 0 && !are_of_two_years(a, b);
}
