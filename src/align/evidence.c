/* See evidence.h. */
#include "align/evidence.h"

#include <math.h>
#include <stdlib.h>

#include "align/occasion.h"
#include "align/slip.h"

#define FAR 0.2 /* of the larger figure */
#define HIGH 0.7 /* likeness from which two sentences are nearly one */
#define FAINT 0.1 /* likeness below which they have next to nothing in common */

const char *dj_feature_key(dj_feature feature)
{
    static const char *const keys[] = {
#define DJ_FEATURE(NAME, key, weight, doc) key,
#include "align/evidence.def"
#undef DJ_FEATURE
    };
    return keys[feature];
}

static double fallback(dj_feature feature)
{
    static const double weights[] = {
#define DJ_FEATURE(NAME, key, weight, doc) weight,
#include "align/evidence.def"
#undef DJ_FEATURE
    };
    return weights[feature];
}

static void read_weights(dj_weights *weights, dj_weighed_as as)
{
    static const char *const sections[] = {"evidence", "evidence-day", "evidence-time"};
    for (dj_feature f = 0; f < DJ_FEATURES; f++) {
        dj_dec standard = dj_dec_make((int64_t)lround(fallback(f) * 1000), -3);
        weights->of[as][f] = dj_dec_double(dj_setting(weights->settings, sections[as], dj_feature_key(f), standard));
    }
    weights->is_read[as] = true;
}

double dj_evidence_strength(const dj_evidence *evidence, dj_weights *weights)
{
    double sum = 0;
    if (!weights->is_read[evidence->as])
        read_weights(weights, evidence->as);
    for (dj_feature f = 0; f < DJ_FEATURES; f++)
        sum += evidence->of[f] * weights->of[evidence->as][f];
    return 1 / (1 + exp(-sum));
}

static unsigned digits(const dj_amount *a)
{
    return dj_dec_digits(dj_nominal(a));
}

static bool is_bound(dj_bound bound)
{
    return bound != DJ_EXACT && bound != DJ_ABOUT && bound != DJ_BETWEEN;
}

/* 1 for nearly equal figures, 0 for those that are a fifth and more apart: 13조5400억, 13조3800억 */
static double nearness(const dj_amount *a, const dj_amount *b)
{
    double x = fabs(dj_dec_double(dj_nominal(a))), y = fabs(dj_dec_double(dj_nominal(b)));
    double more = x > y ? x : y, apart = more > 0 ? fabs(x - y) / more : 1;
    return apart < FAR ? 1 - apart / FAR : 0;
}

static void shape(const dj_value *a, const dj_value *b, dj_evidence *out)
{
    out->of[DJ_FEATURE_NEAR] = nearness(&a->amount, &b->amount);
    dj_slip slip = dj_amount_slip(&a->amount, &b->amount);
    unsigned n = digits(&a->amount), m = digits(&b->amount), more = n > m ? n : m;
    out->of[DJ_FEATURE_ROUND] = more <= 2;
    out->of[DJ_FEATURE_UNIT] = slip == DJ_SLIP_UNIT;
    out->of[DJ_FEATURE_BOUND] = is_bound(a->amount.bound) != is_bound(b->amount.bound);
    unsigned told = slip == DJ_SLIP_EXTRA || slip == DJ_SLIP_COARSE ? (n < m ? n : m)
                                                                    : more; /* 13 and 1 have one digit in common */
    if (slip != DJ_SLIP_NONE)
        out->of[DJ_FEATURE_SLIP] = told < 5 ? told : 5;
}

/* 21일까지 has an end only */
static dj_day day_of(const dj_date *d)
{
    return d->from != DJ_NO_DAY ? d->from : d->to;
}

/* one figure of the two is another: 13 / 31 or 16 / 26 of a month, a day or a month of two years */
static bool are_a_slip_apart(const dj_date *a, const dj_date *b)
{
    dj_civil x = dj_civil_of(day_of(a)), y = dj_civil_of(day_of(b));
    if (a->grain != b->grain || a->grain > DJ_GRAIN_MONTH || a->grain == DJ_GRAIN_WEEK)
        return false;
    if (x.month == y.month && x.day == y.day)
        return x.year / 10 == y.year / 10;
    if (x.year != y.year || x.month != y.month)
        return false;
    bool is_digit = x.day / 10 == y.day / 10 || x.day % 10 == y.day % 10;
    return is_digit || (x.day / 10 == y.day % 10 && x.day % 10 == y.day / 10);
}

static bool are_near(const dj_date *a, const dj_date *b)
{
    enum { FEW_DAYS = 3 };
    return abs(day_of(a) - day_of(b)) <= FEW_DAYS || are_a_slip_apart(a, b);
}

static void scopes(const dj_scope *a, const dj_scope *b, dj_evidence *out)
{
    out->of[DJ_FEATURE_WHEN] = dj_scope_when(a, b);
    out->of[DJ_FEATURE_WHOLE] = dj_scope_whole(a, b);
    out->of[DJ_FEATURE_PER] = dj_scope_per(a, b);
    out->of[DJ_FEATURE_BASE] = a->is_base != b->is_base;
    out->of[DJ_FEATURE_PERIOD] = dj_scope_periods_differ(a, b);
    out->of[DJ_FEATURE_TOLD] = dj_scope_told_apart(a, b);
}

static double of_one_holder(const dj_holder *a, const dj_holder *b)
{
    return !a->id || a->id != b->id ? 0 : a->is_person && b->is_person ? 2 : 1;
}

void dj_evidence_of_pair(const dj_contexts *contexts, const dj_pair *pair, dj_evidence *out)
{
    const dj_value *a = &contexts->at[pair->a].mention->value, *b = &contexts->at[pair->b].mention->value;
    out->of[DJ_FEATURE_BIAS] = 1;
    out->of[DJ_FEATURE_LIKENESS] = pair->likeness;
    out->of[DJ_FEATURE_HIGH] = pair->likeness > HIGH ? (pair->likeness - HIGH) / (1 - HIGH) : 0;
    out->of[DJ_FEATURE_SLOT] = pair->slot;
    out->of[DJ_FEATURE_COVER] = pair->cover < 1 ? pair->cover : 1;
    out->as = a->kind == DJ_DATE ? DJ_WEIGHED_AS_DAYS : a->kind == DJ_TIME ? DJ_WEIGHED_AS_TIMES : DJ_WEIGHED_AS_FIGURES;
    out->of[DJ_FEATURE_COUNT] = a->kind == DJ_QUANTITY;
    out->of[DJ_FEATURE_MARGIN] = pair->margin;
    out->of[DJ_FEATURE_SUBJECT] = dj_context_subject(&contexts->at[pair->a], &contexts->at[pair->b]);
    out->of[DJ_FEATURE_NAMED] = of_one_holder(&contexts->at[pair->a].holder, &contexts->at[pair->b].holder);
    scopes(&contexts->at[pair->a].scope, &contexts->at[pair->b].scope, out);
    if (a->kind == DJ_DATE) {
        out->of[DJ_FEATURE_NEAR] = day_of(&a->date) != DJ_NO_DAY && day_of(&b->date) != DJ_NO_DAY &&
                                   (pair->likeness > HIGH || are_near(&a->date, &b->date));
        out->of[DJ_FEATURE_UNIT] = pair->is_slip;
        out->of[DJ_FEATURE_FAINT] = pair->likeness < FAINT ? 1 - pair->likeness / FAINT : 0;
        dj_occasion_weigh(contexts->at[pair->a].mention, contexts->at[pair->b].mention, out);
    }
    if (a->kind == DJ_TIME)
        out->of[DJ_FEATURE_UNIT] = dj_times_are_half_a_day_apart(&a->time, &b->time);
    if (dj_kind_about(a->kind)->family == DJ_FAMILY_AMOUNT)
        shape(a, b, out);
}
