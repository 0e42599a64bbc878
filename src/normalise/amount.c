/* dj_amount from the slots of a mention: a numeral or two, a unit, and the bounds that the rule and the modifier give.
 * The unit is whichever of the unit slots the rule filled, looked up in the lexicon of the slot's own name. */
#include "normalise/makers.h"
#include "normalise/numeral.h"

typedef struct figure {
    dj_dec low, high;
} figure;

static bool text_of(const dj_mention *m, const char *name, dj_slice *out)
{
    const dj_slot *slot = dj_mention_slot(m, name);
    if (!slot)
        return false;
    *out = slot->text;
    return true;
}

/* the canonical value of a slot, or its text where no lexicon knows it */
static bool canonical(const dj_mention *m, const char *name, dj_slice *out)
{
    dj_slice text;
    if (!text_of(m, name, &text))
        return false;
    const dj_lexicon *lexicon = dj_pack_lexicon(m->in->pack, name);
    if (!dj_lexicon_find(lexicon, text, out))
        *out = text;
    return true;
}

static dj_slice unit_of(const dj_mention *m)
{
    static const char *const slots[] = {"currency", "sign", "percent", "counter", "measure", "age", "rank", "unit"};
    dj_slice unit = DJ_NONE;
    for (size_t i = 0; i < sizeof slots / sizeof *slots && !unit.n; i++)
        canonical(m, slots[i], &unit);
    return unit;
}

/* the third to the fifth: places share nothing, so each end is read by itself */
static bool read_ordinals(const dj_lexicon *words, dj_slice low, dj_slice high, dj_numeral *out)
{
    dj_numeral from, to;
    if (!dj_numeral_ordinal(words, low, &from) || !dj_numeral_ordinal(words, high, &to))
        return false;
    bool is_falling = dj_dec_cmp(from.low, to.high) > 0; /* places may be told from the last to the first */
    *out = (dj_numeral){
        .low = is_falling ? to.low : from.low, .high = is_falling ? from.high : to.high, .is_falling = is_falling};
    return true;
}

static bool read_numeral(dj_mention *m, dj_numeral *out)
{
    const dj_lexicon *words = dj_pack_lexicon(m->in->pack, "numeral");
    dj_slice num, low, high;
    *out = (dj_numeral){.defect = NULL};
    bool is_ordinal = m->kind == DJ_ORDINAL, is_read = false;
    if (text_of(m, "low", &low) && text_of(m, "high", &high))
        is_read = is_ordinal ? read_ordinals(words, low, high, out)
                             : dj_numeral_range(words, low, high, dj_mention_slot(m, "elided") != NULL, out);
    else if (text_of(m, "decade", &num)) {
        is_read = dj_numeral_read(words, num, out);
        out->defect = is_read && dj_dec_cmp(dj_dec_step(out->low), dj_dec_int(10)) < 0 ? "odd-decade" : out->defect;
    } else if (text_of(m, "num", &num))
        is_read = is_ordinal ? dj_numeral_ordinal(words, num, out) : dj_numeral_read(words, num, out);
    m->defect = is_read && out->is_falling && dj_mention_slot(m, "rising") ? "falling-range" : out->defect;
    return is_read;
}

/* 20센트 of 1달러 20센트, 5푼 of 2할 5푼: the lexicon says what part of the unit it is */
static bool add_minor(const dj_mention *m, figure *f)
{
    dj_slice num, factor;
    dj_numeral minor;
    dj_dec part, share;
    if (!text_of(m, "minor_num", &num))
        return true;
    return canonical(m, "minor", &factor) && dj_dec_parse(factor, &part) &&
           dj_numeral_read(dj_pack_lexicon(m->in->pack, "numeral"), num, &minor) && dj_dec_mul(minor.low, part, &share) &&
           dj_dec_add(f->low, share, &f->low) && dj_dec_add(f->high, share, &f->high);
}

/* a unit may carry a factor: 할 is "%*10" */
static bool scale_unit(dj_slice *unit, figure *f)
{
    size_t star = dj_slice_find(*unit, DJ_S("*"), 0);
    dj_dec factor;
    if (star == unit->n)
        return true;
    if (!dj_dec_parse(dj_slice_sub(*unit, star + 1, unit->n), &factor))
        return false;
    *unit = dj_slice_sub(*unit, 0, star);
    return dj_dec_mul(f->low, factor, &f->low) && dj_dec_mul(f->high, factor, &f->high);
}

static void apply_bound(dj_amount *amount, dj_bound bound, bool is_whole)
{
    bool is_interval = amount->bound == DJ_BETWEEN;
    switch (bound) {
    case DJ_EXACT:
    case DJ_BOUNDS: return;
    case DJ_ABOUT:
        if (is_interval)
            return;
        break;
    case DJ_AT_LEAST:
    case DJ_MORE_THAN: amount->has_high = false; break;
    case DJ_AT_MOST:
    case DJ_LESS_THAN: amount->has_low = false; break;
    case DJ_BETWEEN: /* 남짓, 대: the figure and what its last digit leaves open */
        amount->high = dj_numeral_ceiling(amount->high, is_whole);
        break;
    }
    amount->bound = bound;
}

void dj_make_amount(dj_arena *arena, dj_mention *mention)
{
    (void)arena;
    dj_numeral numeral;
    dj_slice unit = unit_of(mention), bound_name;
    dj_bound bound;
    mention->value = (dj_value){.kind = mention->kind};
    if (!read_numeral(mention, &numeral))
        return;
    figure f = {numeral.low, numeral.high};
    if (dj_mention_slot(mention, "negative"))
        f = (figure){dj_dec_neg(numeral.high), dj_dec_neg(numeral.low)};
    if (!add_minor(mention, &f) || !scale_unit(&unit, &f)) {
        mention->defect = "overflow";
        return;
    }
    dj_amount *amount = &mention->value.amount;
    *amount = (dj_amount){.unit = unit, .low = f.low, .high = f.high, .has_low = true, .has_high = true};
    amount->bound = dj_dec_eq(f.low, f.high) ? DJ_EXACT : DJ_BETWEEN;
    bool is_whole = mention->kind != DJ_PERCENT && dj_dec_is_int(f.high);
    if (text_of(mention, "bound", &bound_name) && dj_bound_named(bound_name, &bound))
        apply_bound(amount, bound, is_whole);
    if (mention->modifier)
        apply_bound(amount, mention->modifier->bound, is_whole);
    mention->value.is_known = true;
}
