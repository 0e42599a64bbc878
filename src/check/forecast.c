/* An average of forecasts is named before the amount (전망치 평균은 … 영업이익 13조9700억원) or, where it is told as what somebody
 * expected, behind it (평균 13조4천억원의 영업이익을 낼 것으로 예상했다). Averages of sales and of profits are two, and so are those of
 * two companies, which hardly lie within a third of each other. */
#include "check/forecast.h"

#include "check/opposed.h"
#include "extract/beside.h"

enum { BESIDE = 2 /* words between an amount and what it is of */, BEFORE = 8 /* before it that name the average */ };

#define FARTHEST 1.35 /* times as much */

typedef struct forecast {
    const dj_mention *claim;
    dj_slice of; /* value of the lexicon forecast_of: sales, profit; empty where the sentence does not say */
} forecast;

static bool is_average(const dj_checking *k, const dj_mention *m)
{
    dj_scratch *scratch = k->options->scratch;
    if (m->kind != DJ_MONEY || !m->value.is_known || m->zone == DJ_ZONE_TAIL)
        return false;
    return dj_matches_before(m, "forecast_average", BEFORE, scratch) ||
           (dj_matches_before(m, "forecast_on_average", BEFORE, scratch) && dj_matches_behind(m, "forecast_told", scratch));
}

/* 영업이익 13조원, 13조원의 영업이익: what stands nearest */
static dj_slice of_what(const dj_checking *k, const dj_mention *m)
{
    const dj_lexicon *words = dj_pack_lexicon(m->in->pack, "forecast_of");
    const dj_word *in = m->in->parts[m->field].words.at;
    dj_surroundings around = dj_mention_surroundings(m);
    dj_slice value;
    for (uint32_t n = 0; words && n < BESIDE; n++) {
        if (around.before > around.first + n &&
            dj_lexicon_find(words, dj_name(k->set->stems, in[around.before - n - 1].stem), &value))
            return value;
        if (around.after + n < around.end && dj_lexicon_find(words, dj_name(k->set->stems, in[around.after + n].stem), &value))
            return value;
    }
    return DJ_NONE;
}

static double nominal(const dj_mention *m)
{
    return dj_dec_double(dj_nominal(&m->value.amount));
}

static bool read_forecast(dj_checking *k, const dj_text *text, size_t at, void *out)
{
    const dj_mention *m = text->mentions.at[at];
    if (!is_average(k, m))
        return false;
    *(forecast *)out = (forecast){m, of_what(k, m)};
    return true;
}

static bool meet(const void *one, const void *other)
{
    const forecast *a = one, *b = other;
    double x = nominal(a->claim), y = nominal(b->claim);
    bool are_apart = a->of.n && b->of.n && !dj_slice_eq(a->of, b->of);
    return !are_apart && dj_slice_eq(a->claim->value.amount.unit, b->claim->value.amount.unit) && x < FARTHEST * y &&
           y < FARTHEST * x;
}

static dj_opposition describe(dj_checking *k, const void *odd, const void *usual, size_t witnesses)
{
    (void)odd;
    (void)usual;
    return (dj_opposition){dj_checking_say(k, "amount-conflict.forecast", NULL, 0), "averages", witnesses > 1};
}

void dj_find_forecasts(dj_checking *k)
{
    static const dj_opposed forecasts = {sizeof(forecast), read_forecast, meet, describe, false};
    dj_opposed_find(k, &forecasts);
}
