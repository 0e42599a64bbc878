/* The version of most voices is what the others depart from. The link that made a version join the fact gives the claims
 * to show and how sure they are; where it led to a third version, that one may be what it is held against. */
#include "check/departure.h"

#include <math.h>
#include <stdlib.h>

#include "align/voice.h"
#include "check/toll_kind.h"
#include "extract/beside.h"

static bool holds(const dj_version *version, const dj_mention *claim)
{
    for (size_t c = 0; claim && c < version->claims.n; c++)
        if (version->claims.at[c] == claim)
            return true;
    return false;
}

static bool is_stronger(const dj_version *a, const dj_version *b)
{
    return a->n_voices != b->n_voices ? a->n_voices > b->n_voices : a->n_stories > b->n_stories;
}

const dj_version *dj_majority_of(const dj_fact *fact)
{
    const dj_version *most = &fact->versions.at[0];
    for (size_t v = 1; v < fact->versions.n; v++)
        if (is_stronger(&fact->versions.at[v], most))
            most = &fact->versions.at[v];
    return most;
}

/* A version that joined by a third one departs from the majority as surely as the weaker of the two links. */
static dj_departure between(const dj_fact *fact, const dj_version *odd, const dj_version *other)
{
    dj_departure d = {fact, odd, other, odd->claim, odd->against, DJ_SLIP_NONE, false, odd->strength};
    if (!holds(other, d.against)) {
        bool is_linked = holds(odd, other->against);
        d.against = is_linked ? other->claim : other->claims.at[0];
        d.claim = is_linked ? other->against : odd->claim ? odd->claim : odd->claims.at[0];
        d.strength = odd->strength < other->strength ? odd->strength : other->strength;
    }
    d.of_one_text = dj_is_one_text(d.claim, d.against);
    if (dj_kind_about(fact->kind)->family == DJ_FAMILY_AMOUNT)
        d.slip = dj_amount_slip(&d.claim->value.amount, &d.against->value.amount);
    return d;
}

/* Two versions may state the majority's value in unlike sentences: the odd one departs from that of them to which it is
 * linked most surely. */
static dj_departure surest(const dj_fact *fact, const dj_version *odd, const dj_version *majority)
{
    dj_departure best = between(fact, odd, majority);
    for (size_t v = 0; v < fact->versions.n; v++) {
        const dj_version *other = &fact->versions.at[v];
        bool is_linked = holds(other, odd->against) || holds(odd, other->against);
        if (other == odd || other == majority || !is_linked || is_stronger(odd, other))
            continue;
        dj_departure d = between(fact, odd, other);
        if (d.strength > best.strength)
            best = d;
    }
    return best;
}

/* 찬성 187명, 기권 17명, in sentences of two stories: two facts */
static bool stand_together(const dj_version *odd, const dj_version *other)
{
    enum { CLAIMS = 32 /* of each that are looked at */, STORIES = 2 };
    size_t n = 0;
    const dj_text *last = NULL;
    for (size_t i = 0; i < odd->claims.n && i < CLAIMS; i++)
        for (size_t j = 0; j < other->claims.n && j < CLAIMS; j++)
            if (odd->claims.at[i]->in != last && dj_in_one_sentence(odd->claims.at[i], other->claims.at[j])) {
                last = odd->claims.at[i]->in;
                n++;
            }
    return n >= STORIES;
}

/* 선원 5명과 승객 20명 등 25명: the second is the sum of the first and others */
static bool is_summed_by(const dj_mention *part, const dj_mention *sum, dj_scratch *scratch)
{
    const dj_regex *summed = dj_pack_pattern(part->in->pack, "summed_by");
    if (!summed || part->kind != DJ_QUANTITY || part->end > sum->start)
        return false;
    dj_slice between = dj_slice_sub(dj_mention_field(part), part->end, sum->start);
    return dj_regex_find(summed, scratch, between, 0, true) == DJ_MATCH && dj_match_span(scratch).to == between.n;
}

/* Where another says 승객 20명, the sentence above has a figure of its own for that, and 25명 is not it; nor is 남편(80), in one on a
 * woman of 75, where another says 70대 여성. */
static bool has_own_for(const dj_mention *claim, const dj_mention *against, dj_scratch *scratch)
{
    const dj_sentence *sentence = &claim->in->parts[claim->field].sentences.at[claim->sentence];
    bool is_of_decade = claim->kind == DJ_AGE && claim->value.amount.bound == DJ_EXACT && against->value.amount.bound == DJ_BETWEEN;
    bool is_sum = false, has_same = false;
    for (size_t i = dj_mention_from(claim->in, claim->field, sentence->start); i < claim->in->mentions.n; i++) {
        const dj_mention *own = claim->in->mentions.at[i];
        if (!dj_in_one_sentence(claim, own))
            break;
        if (own == claim || own->kind != claim->kind)
            continue;
        dj_relation relation = dj_value_compare(&own->value, &against->value);
        has_same = has_same || relation == DJ_SAME || (is_of_decade && relation == DJ_COMPATIBLE);
        is_sum = is_sum || is_summed_by(own, claim, scratch);
    }
    return has_same && (is_sum || is_of_decade);
}

bool dj_departure_of(const dj_fact *fact, const dj_version *odd, const dj_version *majority, dj_scratch *scratch, dj_departure *out)
{
    if (odd == majority)
        return false;
    dj_departure d = surest(fact, odd, majority);
    if (dj_value_compare(&d.claim->value, &d.against->value) == DJ_SAME) /* two versions that a third one linked */
        return false;
    if (dj_in_one_sentence(d.claim, d.against) || (fact->kind != DJ_DATE && stand_together(odd, d.other)))
        return false;
    if (has_own_for(d.claim, d.against, scratch) || has_own_for(d.against, d.claim, scratch))
        return false;
    *out = d;
    return true;
}

size_t dj_departs_from(const dj_departure *d)
{
    return d->other->n_voices + (d->of_one_text ? d->other->n_copies : 0);
}

static bool is_later(const dj_story *a, const dj_story *b)
{
    if (a->published != b->published)
        return a->published > b->published;
    return a->published_minute >= 0 && b->published_minute >= 0 && a->published_minute > b->published_minute;
}

typedef struct as_of {
    bool is_said; /* in the sentence itself */
    const dj_mention *at; /* the hour or the day; NULL where none is read */
} as_of;

/* the hour or day that ends within the part of the field */
static const dj_mention *moment_in(const dj_mention *m, dj_span span)
{
    const dj_segmented *part = &m->in->parts[m->field];
    uint32_t sentence = part->sentences.at[dj_sentence_at(part, (uint32_t)span.from)].start;
    for (size_t i = dj_mention_from(m->in, m->field, sentence); i < m->in->mentions.n; i++) {
        const dj_mention *other = m->in->mentions.at[i];
        if (other->field != m->field || other->start >= span.to)
            return NULL;
        bool is_moment = (other->kind == DJ_TIME || other->kind == DJ_DATE) && other->value.is_known;
        if (is_moment && other->end > span.from && other->end <= span.to)
            return other;
    }
    return NULL;
}

/* 오전 9시 현재 30만 명: it counts what goes on growing, until that hour; a sentence on may count at the hour of the one before */
static as_of as_of_what(const dj_mention *m, dj_scratch *scratch)
{
    const dj_regex *pattern = dj_pack_pattern(m->in->pack, "count_as_of");
    const dj_sentence *sentence = &m->in->parts[m->field].sentences.at[m->sentence];
    dj_slice text = dj_mention_field(m), here = dj_slice_sub(text, 0, sentence->end);
    if (pattern && dj_regex_find(pattern, scratch, here, sentence->start, false) == DJ_MATCH)
        return (as_of){true, moment_in(m, dj_match_span(scratch))};
    dj_slice before = dj_slice_sub(text, 0, sentence->start);
    if (pattern && m->sentence > 0 && dj_regex_find(pattern, scratch, before, sentence[-1].start, false) == DJ_MATCH)
        return (as_of){false, moment_in(m, dj_match_span(scratch))};
    return (as_of){false, NULL};
}

/* counted until an hour, or until now (지금까지), or a toll */
static bool is_so_far(const dj_mention *m, dj_scratch *scratch)
{
    const dj_regex *pattern = dj_pack_pattern(m->in->pack, "count_so_far");
    const dj_sentence *sentence = &m->in->parts[m->field].sentences.at[m->sentence];
    dj_slice here = dj_slice_sub(dj_mention_field(m), sentence->start, sentence->end);
    return as_of_what(m, scratch).is_said || dj_toll_of(m, scratch) != DJ_NO_TOLL || (pattern && dj_regex_find(pattern, scratch, here, 0, false) == DJ_MATCH);
}

static bool have_grown(const dj_departure *d)
{
    const dj_amount *a = &d->claim->value.amount, *b = &d->against->value.amount;
    if (!a->has_low || !b->has_low)
        return false;
    bool odd_is_higher = dj_dec_cmp(a->low, b->low) > 0;
    return !is_later(odd_is_higher ? d->against->in->story : d->claim->in->story, odd_is_higher ? d->claim->in->story : d->against->in->story);
}

/* counted at two hours; or, where one of them is not known, both of something that has grown since */
static bool is_counted_again(const dj_departure *d, dj_scratch *scratch)
{
    as_of a = as_of_what(d->claim, scratch), b = as_of_what(d->against, scratch);
    dj_relation moments = a.at && b.at ? dj_value_compare(&a.at->value, &b.at->value) : DJ_INCOMPARABLE;
    return moments == DJ_DIFFERENT || (moments == DJ_INCOMPARABLE && a.is_said && b.is_said && have_grown(d));
}

/* the lower figure in a story as late as that with the higher one: it has not grown in between */
static bool is_outlived(const dj_departure *d, const dj_mention *higher, const dj_mention *lower)
{
    for (size_t v = 0; v < d->fact->versions.n; v++)
        for (size_t i = 0; i < d->fact->versions.at[v].claims.n; i++) {
            const dj_mention *m = d->fact->versions.at[v].claims.at[i];
            if (m->in != higher->in && m->in->story->published >= higher->in->story->published && dj_value_compare(&m->value, &lower->value) == DJ_SAME)
                return true;
        }
    return false;
}

/* 지금까지 14명, of a story of the day after that of which 4명 is told as of an hour */
static bool is_counted_later(const dj_departure *d, dj_scratch *scratch)
{
    bool is_moving = is_so_far(d->claim, scratch) || is_so_far(d->against, scratch);
    const dj_amount *a = &d->claim->value.amount, *b = &d->against->value.amount;
    if (!is_moving || !a->has_low || !b->has_low)
        return false;
    bool odd_is_higher = dj_dec_cmp(a->low, b->low) > 0;
    const dj_mention *higher = odd_is_higher ? d->claim : d->against, *lower = odd_is_higher ? d->against : d->claim;
    return higher->in->story->published > lower->in->story->published && !is_outlived(d, higher, lower);
}

/* what the text says of the figure of its title; the figure itself where it does not say it, or stands in no title */
static const dj_mention *in_text(const dj_mention *m)
{
    for (size_t i = dj_mention_from(m->in, DJ_FIELD_TEXT, 0); m->field == DJ_FIELD_TITLE && i < m->in->mentions.n; i++) {
        const dj_mention *other = m->in->mentions.at[i];
        if (other->kind == m->kind && dj_value_compare(&other->value, &m->value) == DJ_SAME)
            return other;
    }
    return m;
}

static bool is_estimated(const dj_mention *figure, dj_scratch *scratch)
{
    const dj_mention *m = in_text(figure);
    const dj_regex *pattern = dj_pack_pattern(m->in->pack, "count_estimated");
    const dj_sentence *sentence = &m->in->parts[m->field].sentences.at[m->sentence];
    return pattern && dj_regex_find(pattern, scratch, dj_slice_sub(dj_mention_field(m), 0, sentence->end), m->end, false) == DJ_MATCH;
}

/* 19대가 갇힌 것으로 추정된다, of a story of the day before that of which 16대 is told */
static bool is_estimated_before(const dj_departure *d, dj_scratch *scratch)
{
    const dj_mention *a = d->claim, *b = d->against;
    if (d->fact->kind != DJ_QUANTITY || a->in->story->published == b->in->story->published)
        return false;
    return is_estimated(a->in->story->published < b->in->story->published ? a : b, scratch);
}

/* 8일 현재, 9일 현재: the days and hours of two counts; twelve hours apart they are likelier one that was mistaken */
static bool are_moments_of_counts(const dj_departure *d, dj_scratch *scratch)
{
    if (d->fact->kind == DJ_TIME && dj_times_are_half_a_day_apart(&d->claim->value.time, &d->against->value.time))
        return false;
    return as_of_what(d->claim, scratch).at == d->claim && as_of_what(d->against, scratch).at == d->against;
}

/* 개표율 89.3%인 0시45분 현재 53.2%, and what an exit poll foretold, where another has it of all votes */
static bool is_before_result(const dj_mention *m, dj_scratch *scratch)
{
    const dj_regex *votes = dj_pack_pattern(m->in->pack, "votes_in_count"), *foretold = dj_pack_pattern(m->in->pack, "votes_foretold");
    const dj_sentence *sentence = &m->in->parts[m->field].sentences.at[m->sentence];
    dj_slice here = dj_slice_sub(dj_mention_field(m), sentence->start, sentence->end);
    bool is_counting = votes && as_of_what(m, scratch).is_said && dj_regex_find(votes, scratch, here, 0, false) == DJ_MATCH;
    return is_counting || (foretold && dj_regex_find(foretold, scratch, here, 0, false) == DJ_MATCH);
}

/* the days on which those of a poll were asked: of the last one before the figure, or else the first of its story; NULL for none */
static const dj_mention *poll_of(const dj_mention *m, dj_scratch *scratch)
{
    const dj_mention *poll = NULL;
    for (size_t i = 0; i < m->in->mentions.n; i++) {
        const dj_mention *day = m->in->mentions.at[i];
        bool is_day = day->kind == DJ_DATE && day->field == DJ_FIELD_TEXT && day->value.is_known && day->value.date.grain == DJ_GRAIN_DAY;
        if (poll && (m->field != DJ_FIELD_TEXT || day->start > m->start))
            break;
        if (is_day && dj_matches_behind(day, "poll_behind", scratch))
            poll = day;
    }
    return poll;
}

/* of no poll of which one of the others tells */
static bool is_of_other_poll(const dj_departure *d, dj_scratch *scratch)
{
    enum { CLAIMS = 16 /* that are looked at */ };
    const dj_mention *own = poll_of(d->claim, scratch);
    for (size_t c = 0; own && c < d->other->claims.n && c < CLAIMS; c++) {
        const dj_mention *other = poll_of(d->other->claims.at[c], scratch);
        if (!other || dj_value_compare(&own->value, &other->value) != DJ_DIFFERENT)
            return false;
    }
    return own != NULL;
}

bool dj_is_update(const dj_departure *d, dj_scratch *scratch)
{
    bool is_told_anew = dj_kind_about(d->fact->kind)->family == DJ_FAMILY_AMOUNT && d->fact->kind != DJ_AGE;
    if (is_told_anew && (is_before_result(d->claim, scratch) != is_before_result(d->against, scratch) || is_of_other_poll(d, scratch)))
        return true;
    if (d->fact->kind == DJ_DATE || d->fact->kind == DJ_TIME)
        return are_moments_of_counts(d, scratch);
    if (d->fact->kind != DJ_QUANTITY && d->fact->kind != DJ_PERCENT)
        return false;
    if (is_counted_again(d, scratch) || is_counted_later(d, scratch) || is_estimated_before(d, scratch))
        return true;
    if (d->slip != DJ_SLIP_NONE || d->fact->kind != DJ_QUANTITY)
        return false;
    dj_amount a = dj_reach(&d->claim->value.amount), b = dj_reach(&d->against->value.amount);
    if (!a.has_low || !b.has_low)
        return false;
    bool odd_is_higher = dj_dec_cmp(a.low, b.low) > 0;
    const dj_version *higher = odd_is_higher ? d->odd : d->other, *lower = odd_is_higher ? d->other : d->odd;
    for (size_t i = 0; i < higher->claims.n; i++)
        for (size_t j = 0; j < lower->claims.n; j++)
            if (!is_later(higher->claims.at[i]->in->story, lower->claims.at[j]->in->story))
                return false;
    return true;
}

bool dj_is_one_apart(const dj_departure *d)
{
    const dj_value *a = &d->claim->value, *b = &d->against->value;
    dj_dec apart;
    if (d->fact->kind == DJ_DATE)
        return a->date.from != DJ_NO_DAY && b->date.from != DJ_NO_DAY && abs(a->date.from - b->date.from) == 1;
    return d->fact->kind == DJ_AGE && a->amount.has_low && b->amount.has_low &&
           dj_dec_sub(a->amount.low, b->amount.low, &apart) && llabs(apart.mantissa) == 1 && apart.exponent == 0;
}

/* 200 or more, and 207 */
static bool is_bound_of(const dj_amount *a, const dj_amount *b)
{
    return a->bound == DJ_AT_LEAST && dj_amount_rounds(a, b);
}

static const dj_mention *conversion_of(const dj_mention *m)
{
    for (size_t i = dj_mention_from(m->in, m->field, m->start); i < m->in->mentions.n; i++) {
        const dj_mention *other = m->in->mentions.at[i];
        if (other->of == m)
            return other;
        if (other->field != m->field || other->sentence != m->sentence)
            break;
    }
    return NULL;
}

static double stated(const dj_mention *m)
{
    const dj_amount *a = &m->value.amount;
    return dj_dec_double(dj_nominal(a));
}

bool dj_are_both_converted(const dj_departure *d)
{
    const dj_mention *a = d->fact->kind == DJ_MONEY ? conversion_of(d->claim) : NULL, *b = a ? conversion_of(d->against) : NULL;
    if (!b || !dj_slice_eq(a->value.amount.unit, b->value.amount.unit))
        return false;
    double apart = stated(d->claim) / stated(d->against), converted = stated(a) / stated(b);
    return fabs(converted / apart - 1) < fabs(apart - 1) / 4;
}

/* by a twentieth at most: 1조 for 1조400억, and not for 1조9000억 */
static bool rounds_little(const dj_amount *coarse, const dj_amount *fine)
{
    double x = dj_dec_double(dj_nominal(coarse)), y = dj_dec_double(dj_nominal(fine));
    return dj_amount_rounds(coarse, fine) && fabs(x - y) <= fabs(x) / 20;
}

/* 10조3104억, of which a third version has 10.3조: neither is alone with what is finer than 10조 */
static bool is_stated_by_third(const dj_departure *d)
{
    const dj_amount *odd = &d->claim->value.amount;
    for (size_t v = 0; v < d->fact->versions.n; v++) {
        const dj_version *version = &d->fact->versions.at[v];
        const dj_amount *third = &version->claims.at[0]->value.amount;
        if (version != d->odd && version != d->other && (rounds_little(third, odd) || rounds_little(odd, third)) && dj_dec_digits(dj_nominal(third)) > 1)
            return true;
    }
    return false;
}

bool dj_is_told_roughly(const dj_departure *d)
{
    const dj_amount *odd = &d->claim->value.amount, *other = &d->against->value.amount;
    if (d->fact->kind != DJ_MONEY)
        return false;
    bool is_lone = d->odd->n_voices <= 1 && odd->bound != DJ_ABOUT && !is_stated_by_third(d);
    return rounds_little(odd, other) || (!is_lone && rounds_little(other, odd));
}

bool dj_states_both(const dj_departure *d)
{
    if (d->fact->kind == DJ_DATE) /* weighed as evidence */
        return false;
    bool is_slip = d->slip == DJ_SLIP_DIGIT || d->slip == DJ_SLIP_COARSE || d->slip == DJ_SLIP_SWAP || d->slip == DJ_SLIP_UNIT;
    const dj_amount *a = &d->claim->value.amount, *b = &d->against->value.amount;
    if (is_slip && !is_bound_of(a, b) && !is_bound_of(b, a))
        return false;
    for (size_t c = 0; c < d->other->claims.n; c++)
        if (d->other->claims.at[c]->in == d->claim->in)
            return true;
    return false;
}
