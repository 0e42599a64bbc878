/* See occasion.h. Papers write of a court, a minister or a petition day by day in the same words; the day's news, what was
 * said and how far a count had come tell those days apart. */
#include "align/occasion.h"

#include "align/slip.h"
#include "align/voice.h"

enum {
    LEAD = 3, /* sentences */
    BESIDE = 4, /* bytes between a date and what stands right behind it */
    MOST_WORDS = 64, /* of a quotation looked at */
    FEWEST_WORDS = 4 /* by which two quotations can be told apart */
};

#define SAME_SPEECH 0.5 /* share of the words of the shorter one that the other has */
#define OTHER_SPEECH 0.15

static const dj_sentence *sentence_of(const dj_mention *m)
{
    return &m->in->parts[m->field].sentences.at[m->sentence];
}

/* of the last word of its sentence, mostly its verb; 0 where none follows the date */
static uint32_t last_stem(const dj_mention *m)
{
    const dj_sentence *sentence = sentence_of(m);
    for (uint32_t w = sentence->n_words; w-- > 0;) {
        const dj_word *word = &m->in->parts[m->field].words.at[sentence->first_word + w];
        if (word->stem)
            return word->start >= m->end ? word->stem : 0;
    }
    return 0;
}

/* 경찰은 29일 in a story of the 29th, 경찰은 30일 in one of the 30th */
static bool are_news_of_their_days(const dj_mention *a, const dj_mention *b)
{
    dj_day day_a = a->value.date.from, day_b = b->value.date.from;
    dj_day story_a = a->in->story->published, story_b = b->in->story->published;
    bool are_known = day_a != DJ_NO_DAY && day_b != DJ_NO_DAY && story_a != DJ_NO_DAY && story_b != DJ_NO_DAY;
    return are_known && story_a != story_b && story_a - day_a == story_b - day_b && story_a - day_a <= 1;
}

/* the time of day right behind a date, in minutes; -1 for none */
static int32_t clock_of(const dj_mention *m)
{
    const dj_text *text = m->in;
    for (size_t i = dj_mention_from(text, m->field, m->start); i < text->mentions.n; i++) {
        const dj_mention *other = text->mentions.at[i];
        if (other->field != m->field || other->start > m->end + BESIDE)
            break;
        if (other->kind == DJ_TIME && other->value.is_known)
            return other->value.time.from;
    }
    return -1;
}

/* the first figure behind a date in its sentence, before another date; NULL for none */
static const dj_mention *figure_of(const dj_mention *m)
{
    const dj_text *text = m->in;
    for (size_t i = dj_mention_from(text, m->field, m->end); i < text->mentions.n; i++) {
        const dj_mention *other = text->mentions.at[i];
        if (other->field != m->field || other->sentence != m->sentence || other->kind == DJ_DATE)
            break;
        if (other->kind == DJ_MONEY || other->kind == DJ_QUANTITY || other->kind == DJ_PERCENT)
            return other->value.is_known ? other : NULL;
    }
    return NULL;
}

/* 2017년 4분기(15조1500억원), 지난해 4분기(15조1500억원) are one; 28일 20만명, 30일 90만명 are how far a count had come */
static double figure(const dj_mention *a, const dj_mention *b)
{
    const dj_mention *x = figure_of(a), *y = figure_of(b);
    if (!x || !y || x->kind != y->kind || !dj_slice_eq(x->value.amount.unit, y->value.amount.unit))
        return 0;
    const dj_amount *p = &x->value.amount, *q = &y->value.amount;
    bool is_same = dj_dec_eq(dj_nominal(p), dj_nominal(q)) || dj_amount_rounds(p, q) || dj_amount_rounds(q, p);
    return !is_same ? -1 : dj_dec_digits(dj_nominal(p)) > 1; /* that both count three says little */
}

static bool is_led_to(const dj_mention *m)
{
    return dj_mention_slot(m, "direction") != NULL;
}

static bool has(const uint32_t *stems, size_t n, uint32_t stem)
{
    for (size_t i = 0; i < n; i++)
        if (stems[i] == stem)
            return true;
    return false;
}

/* the words of its sentence that stand between quotation marks, once each */
static size_t quoted_stems(const dj_mention *m, uint32_t out[MOST_WORDS])
{
    const dj_segmented *part = &m->in->parts[m->field];
    const dj_sentence *sentence = sentence_of(m);
    size_t n = 0, q = 0;
    for (uint32_t w = 0; w < sentence->n_words && n < MOST_WORDS; w++) {
        const dj_word *word = &part->words.at[sentence->first_word + w];
        while (q < part->quoted.n && part->quoted.at[q].end <= word->start)
            q++;
        bool is_quoted = q < part->quoted.n && part->quoted.at[q].marks == DJ_MARKS_DOUBLE &&
                         part->quoted.at[q].start <= word->start;
        if (is_quoted && word->stem && !has(out, n, word->stem))
            out[n++] = word->stem;
    }
    return n;
}

static double speech(const dj_mention *a, const dj_mention *b)
{
    uint32_t x[MOST_WORDS], y[MOST_WORDS];
    size_t n = quoted_stems(a, x), m = quoted_stems(b, y), both = 0;
    if (n < FEWEST_WORDS || m < FEWEST_WORDS)
        return 0;
    for (size_t i = 0; i < n; i++)
        both += has(y, m, x[i]);
    double share = (double)both / (double)(n < m ? n : m);
    return share > SAME_SPEECH ? 1 : share < OTHER_SPEECH ? -1 : 0;
}

void dj_occasion_weigh(const dj_mention *a, const dj_mention *b, dj_evidence *out)
{
    bool are_texts = a->field == DJ_FIELD_TEXT && b->field == DJ_FIELD_TEXT;
    uint32_t verb = last_stem(a);
    out->of[DJ_FEATURE_NEWS] = are_news_of_their_days(a, b);
    out->of[DJ_FEATURE_COPY] = dj_is_one_text(a, b);
    out->of[DJ_FEATURE_LEAD] = are_texts && a->sentence < LEAD && b->sentence < LEAD;
    out->of[DJ_FEATURE_VERB] = verb && verb == last_stem(b);
    int32_t clock = clock_of(a);
    out->of[DJ_FEATURE_CLOCK] = clock >= 0 && clock == clock_of(b);
    out->of[DJ_FEATURE_FIGURE] = figure(a, b);
    out->of[DJ_FEATURE_LED] = is_led_to(a) != is_led_to(b);
    out->of[DJ_FEATURE_SPEECH] = speech(a, b);
}
