/* Figures against the sheet. A sentence that has the sheet's value speaks of the fact rightly, whatever else it counts; one
 * that has others of that unit alone contradicts it with the value that a slip would make of the sheet's, or else the one
 * nearest to the words. A story that says it rightly elsewhere may speak of another fact here: a note. */
#include "align/slip.h"
#include "check/roots.h"
#include "check/sheet.h"

#include <stdlib.h>

enum { NEAR_DAYS = 7, TELLING_DIGITS = 2, SURE_DIGITS = 3 };

typedef struct rival { /* a mention with another value than the sheet's */
    const dj_mention *mention;
    uint32_t apart; /* bytes to the words of `about` */
    dj_slip slip;
    size_t n; /* such mentions in its sentence */
} rival;

typedef struct holder {
    dj_checking *k;
    const dj_names *stems;
    double share; /* of the words of `about` that must be met */
} holder;

static unsigned digits(const dj_amount *a)
{
    return dj_dec_digits(dj_nominal(a));
}

/* of figures of one digit any other is a slip, and says nothing */
static dj_slip slip_of(const dj_amount *a, const dj_amount *b)
{
    unsigned n = digits(a), m = digits(b);
    dj_slip slip = dj_amount_slip(a, b);
    return slip == DJ_SLIP_UNIT || (n > m ? n : m) >= TELLING_DIGITS ? slip : DJ_SLIP_NONE;
}

static bool is_sure(dj_slip slip, const dj_amount *a)
{
    return slip == DJ_SLIP_UNIT || slip == DJ_SLIP_SWAP || (slip != DJ_SLIP_NONE && digits(a) >= SURE_DIGITS);
}

static bool has_measure(const dj_mention *m, const dj_mention *claim)
{
    bool counts = m->kind == claim->kind && m->value.is_known && m->zone != DJ_ZONE_TAIL && m->zone != DJ_ZONE_BYLINE;
    return counts &&
           (dj_kind_about(m->kind)->family != DJ_FAMILY_AMOUNT || dj_slice_eq(m->value.amount.unit, claim->value.amount.unit));
}

static bool is_amount(const dj_mention *m)
{
    return dj_kind_about(m->kind)->family == DJ_FAMILY_AMOUNT;
}

static bool agrees(const dj_mention *m, const dj_mention *claim)
{
    dj_relation relation = dj_value_compare(&m->value, &claim->value);
    bool opposes = is_amount(m) && dj_bounds_oppose(&m->value.amount, &claim->value.amount);
    return relation != DJ_DIFFERENT && !opposes;
}

static bool is_bound(const dj_mention *m, const dj_mention *claim)
{
    return is_amount(m) && dj_bounds_oppose(&m->value.amount, &claim->value.amount);
}

/* the day of the telling (4일 밝혔다) is in every story and no other day's rival */
static bool is_day_of_telling(const dj_mention *m)
{
    dj_day published = m->in->story->published;
    return m->kind == DJ_DATE && published != DJ_NO_DAY &&
           (m->value.date.from == published || m->value.date.from == published - 1);
}

/* one of day, month and year differs, or the days lie in a week */
static bool is_near_day(const dj_mention *m, const dj_mention *claim)
{
    const dj_date *a = &m->value.date, *b = &claim->value.date;
    if (a->from == DJ_NO_DAY || b->from == DJ_NO_DAY || a->grain != b->grain)
        return false;
    dj_civil x = dj_civil_of(a->from), y = dj_civil_of(b->from);
    int differing = (x.year != y.year) + (x.month != y.month) + (x.day != y.day);
    return differing == 1 || abs(a->from - b->from) <= NEAR_DAYS;
}

static bool is_better(const rival *a, const rival *b)
{
    if ((a->slip != DJ_SLIP_NONE) != (b->slip != DJ_SLIP_NONE))
        return a->slip != DJ_SLIP_NONE;
    return a->apart < b->apart;
}

/* Of the mentions from..to of one sentence: whether one agrees with the sheet, else the rival, with n 0 for none. */
static bool look_at(const holder *h, const dj_known *known, const dj_text *text, size_t from, size_t to, rival *out)
{
    *out = (rival){.n = 0};
    for (size_t i = from; i < to; i++) {
        const dj_mention *m = text->mentions.at[i];
        rival r = {.mention = m};
        if (!has_measure(m, known->claim) || !dj_known_is_meant(known, h->stems, h->share, m, &r.apart))
            continue;
        if (agrees(m, known->claim))
            return true;
        if (is_day_of_telling(m))
            continue;
        if (is_amount(m))
            r.slip = slip_of(&m->value.amount, &known->claim->value.amount);
        size_t n = out->n;
        if (n == 0 || is_better(&r, out))
            *out = r;
        out->n = n + 1;
    }
    return false;
}

static void tell(dj_checking *k, const dj_known *known, const rival *r, bool is_stated)
{
    const dj_mention *m = r->mention;
    bool is_slip = r->slip != DJ_SLIP_NONE, is_far = m->kind == DJ_DATE && !is_near_day(m, known->claim);
    bool rounds = is_amount(m) && dj_amount_rounds(&m->value.amount, &known->claim->value.amount);
    bool is_doubtful = is_stated || r->n > 1 || is_far;
    const char *why = is_bound(m, known->claim) ? "bound"
                      : rounds                  ? "rounds"
                      : is_slip                 ? "slip"
                      : is_doubtful             ? "maybe"
                                                : "other";
    bool is_error = is_slip && is_sure(r->slip, &m->value.amount);
    dj_severity severity = is_error ? DJ_ERROR : rounds || (is_doubtful && !is_slip) ? DJ_NOTE : k->info->severity;
    dj_sheet_tell(k, severity, known, m, (dj_sheet_words){NULL, why, dj_told(k, m), dj_told(k, known->claim)});
}

/* the same value again, further down in the story */
static bool is_told(const rival *told, size_t n, const rival *r)
{
    for (size_t i = 0; i < n; i++)
        if (dj_value_compare(&told[i].mention->value, &r->mention->value) == DJ_SAME)
            return true;
    return false;
}

/* a fact and the mentions from..to of a sentence that may speak of it */
typedef struct meeting {
    uint32_t known, text;
    size_t from, to;
} meeting;

typedef DJ_VEC(meeting) meetings;

static size_t sentence_end(const dj_text *text, size_t from)
{
    const dj_mention *m = text->mentions.at[from];
    size_t to = from + 1;
    while (to < text->mentions.n && text->mentions.at[to]->field == m->field && text->mentions.at[to]->sentence == m->sentence)
        to++;
    return to;
}

static void meet_words(const holder *h, const dj_roots *roots, const dj_segmented *part, const dj_sentence *sentence,
                       dj_slice text, dj_met *met)
{
    for (uint32_t w = sentence->first_word; w < sentence->first_word + sentence->n_words; w++) {
        const dj_word *word = &part->words.at[w];
        dj_roots_meet(roots, h->stems, dj_slice_sub(text, word->start, word->end), word->stem, met);
    }
}

/* in the order of the texts; a fact may be spoken of with words of the sentence before */
static void meet(const holder *h, const dj_roots *roots, uint32_t t, dj_met *met, meetings *out)
{
    const dj_text *text = h->k->set->texts.at[t];
    for (size_t from = 0, to; from < text->mentions.n; from = to) {
        const dj_mention *m = text->mentions.at[from];
        const dj_segmented *part = &text->parts[m->field];
        const dj_sentence *sentence = &part->sentences.at[m->sentence];
        dj_slice written = text->story->fields[m->field].text;
        to = sentence_end(text, from);
        dj_met_begin(met);
        meet_words(h, roots, part, sentence, written, met);
        if (m->sentence > 0)
            meet_words(h, roots, part, sentence - 1, written, met);
        for (size_t i = 0; i < met->facts.n; i++)
            *DJ_PUSH(h->k->arena, out) = (meeting){met->facts.at[i], t, from, to};
    }
}

static int by_known(const void *a, const void *b)
{
    const meeting *x = a, *y = b;
    if (x->known != y->known)
        return x->known < y->known ? -1 : 1;
    if (x->text != y->text)
        return x->text < y->text ? -1 : 1;
    return (x->from > y->from) - (x->from < y->from);
}

/* the sentences of one story that may speak of a fact */
static void hold(const holder *h, const dj_known *known, const meeting *list, size_t n)
{
    DJ_VEC(rival) rivals = {0};
    bool is_stated = false;
    for (size_t i = 0; i < n; i++) {
        rival r;
        bool is_right = look_at(h, known, h->k->set->texts.at[list[i].text], list[i].from, list[i].to, &r);
        is_stated = is_stated || is_right;
        if (!is_right && r.n && !is_told(rivals.at, rivals.n, &r))
            *DJ_PUSH(h->k->arena, &rivals) = r;
    }
    for (size_t i = 0; i < rivals.n; i++)
        tell(h->k, known, &rivals.at[i], is_stated);
}

void dj_sheet_figures(dj_checking *k)
{
    const dj_knowns *known = k->options->known;
    holder h = {k, k->set->stems, dj_threshold(k, "share", 0.75)};
    const dj_roots *roots = dj_roots_new(k->arena, known, h.stems, h.share);
    dj_met met = dj_met_new(k->arena, known);
    meetings all = {0};
    for (uint32_t t = 0; t < k->set->texts.n; t++)
        meet(&h, roots, t, &met, &all);
    if (all.n)
        qsort(all.at, all.n, sizeof *all.at, by_known);
    for (size_t from = 0, to; from < all.n; from = to) {
        for (to = from + 1; to < all.n && all.at[to].known == all.at[from].known && all.at[to].text == all.at[from].text;)
            to++;
        hold(&h, &known->list.at[all.at[from].known], all.at + from, to - from);
    }
}
