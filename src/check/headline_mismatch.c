/* A headline's figure that its own story does not support. Headlines round; a figure that is the story's, rounded, is
 * told only where the rounding is coarse, and a figure that the story never comes near is left alone: it may stand for
 * something that the body spells out. */
#include "align/slip.h"
#include "base/limits.h"
#include "check/check.h"

static bool is_amount(const dj_mention *m)
{
    return m->value.is_known && dj_kind_about(m->kind)->family == DJ_FAMILY_AMOUNT && m->kind != DJ_NUMBER &&
           m->kind != DJ_ORDINAL;
}

static bool is_in_body(const dj_mention *m)
{
    return m->zone == DJ_ZONE_BODY || m->zone == DJ_ZONE_CAPTION;
}

static bool same_measure(const dj_mention *a, const dj_mention *b)
{
    return a->kind == b->kind && dj_slice_eq(a->value.amount.unit, b->value.amount.unit);
}

static bool has_figure(const dj_mention *m)
{
    return m->value.amount.has_low && m->value.amount.has_high && dj_dec_eq(m->value.amount.low, m->value.amount.high);
}

/* how far the body's figure is from the headline's, as a share of it */
static double share_of(const dj_mention *head, const dj_mention *body)
{
    return dj_dec_double(body->value.amount.low) / dj_dec_double(head->value.amount.low) - 1;
}

typedef struct best {
    const dj_mention *rounded, *slipped, *other_digit; /* of the last, the first of those that say the same */
    double share;
    size_t n_other_digit;
} best;

/* a sum with one digit other than the headline's has, as often as the body states it */
static void count_other_digit(const dj_mention *m, best *found)
{
    if (m->kind != DJ_MONEY || (found->other_digit && dj_value_compare(&m->value, &found->other_digit->value) != DJ_SAME))
        return;
    found->other_digit = found->other_digit ? found->other_digit : m;
    found->n_other_digit++;
}

/* false where the body supports the headline's figure */
static bool look_through(const dj_text *text, const dj_mention *head, best *found)
{
    for (size_t i = 0; i < text->mentions.n; i++) {
        const dj_mention *m = text->mentions.at[i];
        if (!is_in_body(m) || !is_amount(m) || !same_measure(head, m))
            continue;
        bool is_firm = m->value.amount.bound == DJ_EXACT || m->value.amount.bound == DJ_ABOUT ||
                       m->value.amount.bound == DJ_BETWEEN;
        if (is_firm && dj_value_compare(&head->value, &m->value) <= DJ_COMPATIBLE)
            return false;
        bool rounds = has_figure(m) && dj_amount_rounds(&head->value.amount, &m->value.amount);
        if (rounds && (!found->rounded || share_of(head, m) < found->share)) {
            found->rounded = m;
            found->share = share_of(head, m);
        }
        dj_slip slip = dj_amount_slip(&head->value.amount, &m->value.amount);
        if (slip == DJ_SLIP_DIGIT)
            count_other_digit(m, found);
        else if (slip >= DJ_SLIP_SWAP && !found->slipped)
            found->slipped = m;
    }
    return true;
}

static void look_at(dj_checking *k, const dj_text *text, const dj_mention *head)
{
    best found = {0};
    if (!look_through(text, head, &found))
        return;
    unsigned digits = dj_dec_digits(head->value.amount.low);
    if (!found.slipped && digits >= 2 && found.n_other_digit > 1)
        found.slipped = found.other_digit; /* 480억 above a story that has 440억 again and again */
    bool is_slip = !found.rounded && found.slipped && (digits >= 3 || found.slipped == found.other_digit);
    bool is_coarse = found.rounded &&
                     (found.share > dj_threshold(k, "rounding", 0.03) || found.share < -dj_threshold(k, "rounding", 0.03));
    if (!is_slip && !is_coarse)
        return;
    const dj_mention *body = is_slip ? found.slipped : found.rounded, *claims[] = {head, body};
    dj_arg args[] = {{"a", dj_told(k, head)}, {"b", dj_told(k, body)}, {"source", dj_source_of(head)}};
    dj_finding *finding = dj_finding_new(k, is_slip ? k->info->severity : DJ_NOTE, claims, 2);
    dj_finding_tell(k, finding, NULL, is_slip ? "slip" : "rounds", args, sizeof args / sizeof args[0]);
}

/* 30여 차례: more than a stated figure */
static bool is_more_than(const dj_mention *m)
{
    dj_slice text = dj_mention_text(m);
    bool is_range = dj_mention_slot(m, "low") && dj_mention_slot(m, "high");
    return m->value.amount.bound == DJ_BETWEEN && m->value.amount.has_low && !is_range && text.n && text.at[0] >= '0' &&
           text.at[0] <= '9';
}

/* The headline says that there were more than the body has, to the digit, and nothing in the body is more. */
static void look_at_more(dj_checking *k, const dj_text *text, const dj_mention *head)
{
    const dj_mention *equal = NULL;
    for (size_t i = 0; i < text->mentions.n; i++) {
        const dj_mention *m = text->mentions.at[i];
        if (!is_in_body(m) || !is_amount(m) || !same_measure(head, m))
            continue;
        bool is_low = has_figure(m) && m->value.amount.bound == DJ_EXACT &&
                      dj_dec_eq(m->value.amount.low, head->value.amount.low);
        if (!is_low && dj_value_compare(&head->value, &m->value) <= DJ_COMPATIBLE)
            return;
        if (is_low && !equal)
            equal = m;
    }
    if (!equal)
        return;
    const dj_mention *claims[] = {head, equal};
    dj_arg args[] = {{"a", dj_told(k, head)}, {"b", dj_told(k, equal)}, {"source", dj_source_of(head)}};
    dj_finding_tell(k, dj_finding_new(k, k->info->severity, claims, 2), NULL, "more", args, sizeof args / sizeof args[0]);
}

/* each figure of a headline is held against all of its story */
static void look_over(dj_checking *k, const dj_text *text)
{
    for (size_t i = 0, n = 0; i < text->mentions.n && n < DJ_FLOOD_HEADLINE; i++) {
        const dj_mention *m = text->mentions.at[i];
        if (m->zone != DJ_ZONE_HEADLINE || !is_amount(m) || (!has_figure(m) && !is_more_than(m)))
            continue;
        (has_figure(m) ? look_at : look_at_more)(k, text, m);
        n++;
    }
}

void dj_check_headline_mismatch(dj_checking *k)
{
    for (size_t t = 0; t < k->set->texts.n; t++)
        look_over(k, k->set->texts.at[t]);
}
