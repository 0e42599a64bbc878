/* The names of kinds, bounds and grains, and the reach of an amount. Tables are made from kinds.def and by designated
 * initialisers, so that a name cannot slip out of step with its enumerator. */
#include "value/value.h"

static const dj_kind_info kinds[DJ_KINDS] = {
#define DJ_KIND(NAME, name, family, layer, doc) [DJ_##NAME] = {#name, doc, DJ_FAMILY_##family, DJ_LAYER_##layer},
#include "value/kinds.def"
#undef DJ_KIND
};

static const char *const bounds[DJ_BOUNDS] = {
    [DJ_EXACT] = "exact",         [DJ_ABOUT] = "about",         [DJ_AT_LEAST] = "at_least", [DJ_AT_MOST] = "at_most",
    [DJ_MORE_THAN] = "more_than", [DJ_LESS_THAN] = "less_than", [DJ_BETWEEN] = "between",
};

static const char *const grains[DJ_GRAINS] = {
    [DJ_GRAIN_DAY] = "day",         [DJ_GRAIN_WEEK] = "week", [DJ_GRAIN_MONTH] = "month",
    [DJ_GRAIN_QUARTER] = "quarter", [DJ_GRAIN_HALF] = "half", [DJ_GRAIN_YEAR] = "year",
};

const dj_kind_info *dj_kind_about(dj_kind kind)
{
    return &kinds[kind];
}

bool dj_kind_named(dj_slice name, dj_kind *out)
{
    for (int kind = 0; kind < DJ_KINDS; kind++)
        if (dj_slice_is(name, kinds[kind].name)) {
            *out = (dj_kind)kind;
            return true;
        }
    return false;
}

const char *dj_bound_name(dj_bound bound)
{
    return bounds[bound];
}

bool dj_bound_named(dj_slice name, dj_bound *out)
{
    for (int bound = 0; bound < DJ_BOUNDS; bound++)
        if (dj_slice_is(name, bounds[bound])) {
            *out = (dj_bound)bound;
            return true;
        }
    return false;
}

const char *dj_grain_name(dj_grain grain)
{
    return grains[grain];
}

dj_amount dj_reach(const dj_amount *amount)
{
    static const dj_dec half = {5, -1};
    dj_amount reach = *amount;
    dj_dec margin;
    if (amount->bound != DJ_ABOUT)
        return reach;
    if (amount->has_low && dj_dec_mul(dj_dec_step(amount->low), half, &margin))
        (void)dj_dec_sub(amount->low, margin, &reach.low);
    if (amount->has_high && dj_dec_mul(dj_dec_step(amount->high), half, &margin))
        (void)dj_dec_add(amount->high, margin, &reach.high);
    return reach;
}
