/* What a draft states and none of its sources does. A value counts as supported wherever in a source it stands: to ask
 * for the same fact as well would list every sentence that the draft words anew. What another check tells of already, what
 * the draft reckons itself (a conversion) and the days of the telling (the story's own and the one before) are left alone. */
#include "align/slip.h"
#include "base/utf8.h"
#include "check/check.h"
#include "check/draft.h"

static bool is_in_story(const dj_mention *m)
{
    return m->zone == DJ_ZONE_BODY || m->zone == DJ_ZONE_HEADLINE || m->zone == DJ_ZONE_CAPTION;
}

/* counts of one digit are everywhere and say little */
static bool is_worth_a_source(const dj_checking *k, const dj_mention *m)
{
    if (!m->value.is_known || m->of || !is_in_story(m))
        return false;
    switch (m->kind) {
    case DJ_MONEY:
    case DJ_PERCENT:
    case DJ_AGE: return true;
    case DJ_QUANTITY:
        return m->value.amount.has_low ? dj_dec_cmp(m->value.amount.low, dj_dec_int(10)) >= 0 : m->value.amount.has_high;
    case DJ_DATE: return m->value.date.grain == DJ_GRAIN_DAY && m->value.date.from != DJ_NO_DAY;
    case DJ_QUOTE: return m->value.quote.speaker.n && dj_utf8_count(m->value.quote.text) >= (size_t)dj_threshold(k, "letters", 8);
    default: return false;
    }
}

static bool has_end(const dj_amount *of, dj_dec end)
{
    return (of->has_low && dj_dec_eq(of->low, end)) || (of->has_high && dj_dec_eq(of->high, end));
}

/* 1000억 이상 is no source of 5000억, though both can be true */
static bool amount_supports(const dj_amount *source, const dj_amount *draft)
{
    bool is_closed = source->has_low && source->has_high;
    bool shares_end = (draft->has_low && has_end(source, draft->low)) || (draft->has_high && has_end(source, draft->high));
    return is_closed || shares_end;
}

static bool supports(const dj_mention *source, const dj_mention *draft)
{
    dj_relation relation = dj_value_compare(&source->value, &draft->value);
    if (relation == DJ_SAME)
        return true;
    bool is_amount = dj_kind_about(draft->kind)->family == DJ_FAMILY_AMOUNT;
    if (is_amount && relation == DJ_DIFFERENT)
        return dj_amount_rounds(&draft->value.amount, &source->value.amount);
    if (relation != DJ_COMPATIBLE)
        return false;
    return is_amount ? amount_supports(&source->value.amount, &draft->value.amount) : source->value.date.grain == DJ_GRAIN_DAY;
}

static bool is_day_of_telling(const dj_text *text, const dj_mention *m)
{
    dj_day day = m->value.date.from, published = text->story->published;
    return m->kind == DJ_DATE && published != DJ_NO_DAY && (day == published || day == published - 1);
}

static bool text_supports(const dj_text *text, const dj_mention *m)
{
    if (is_day_of_telling(text, m))
        return true;
    for (size_t i = 0; !text->story->is_draft && i < text->mentions.n; i++)
        if (text->mentions.at[i]->kind == m->kind && supports(text->mentions.at[i], m))
            return true;
    return false;
}

static bool is_quoted_elsewhere(const dj_checking *k, const dj_mention *m)
{
    for (size_t i = 0; i < k->quotes->n; i++) {
        const dj_quote_pair *p = &k->quotes->at[i];
        if ((p->a == m && !p->b->in->story->is_draft) || (p->b == m && !p->a->in->story->is_draft))
            return true;
    }
    return false;
}

static bool is_supported(const dj_checking *k, const dj_mention *m)
{
    if (m->kind == DJ_QUOTE && is_quoted_elsewhere(k, m))
        return true;
    for (size_t i = 0; k->options->known && i < k->options->known->list.n; i++)
        if (supports(k->options->known->list.at[i].claim, m))
            return true;
    for (size_t t = 0; t < k->set->texts.n; t++)
        if (text_supports(k->set->texts.at[t], m))
            return true;
    return false;
}

/* by another check, or by this one at the value's first place */
static bool is_told(const dj_checking *k, const dj_mention *m)
{
    for (size_t i = 0; i < k->findings->list.n; i++) {
        const dj_finding *f = k->findings->list.at[i];
        for (size_t c = 0; c < f->claims.n; c++)
            if (dj_mention_own(f->claims.at[c]) == m ||
                (f->check == k->info && dj_value_compare(&f->claims.at[c]->value, &m->value) == DJ_SAME))
                return true;
    }
    return false;
}

static bool has_sources(const dj_set *set)
{
    for (size_t t = 0; t < set->texts.n; t++)
        if (!set->texts.at[t]->story->is_draft)
            return true;
    return false;
}

static void tell(dj_checking *k, const dj_mention *m)
{
    dj_arg args[] = {{"source", dj_source_of(m)}, {"text", dj_mention_text(m)}};
    const char *why = m->kind == DJ_QUOTE ? "quote" : m->kind == DJ_DATE ? "date" : "figure";
    dj_finding_tell(k, dj_finding_new(k, DJ_NOTE, &m, 1), NULL, why, args, sizeof args / sizeof args[0]);
}

void dj_check_unsupported(dj_checking *k)
{
    if (!dj_has_drafts(k->set) || !has_sources(k->set))
        return;
    for (size_t t = 0; t < k->set->texts.n; t++) {
        const dj_text *text = k->set->texts.at[t];
        for (size_t i = 0; text->story->is_draft && i < text->mentions.n; i++) {
            const dj_mention *m = text->mentions.at[i];
            if (is_worth_a_source(k, m) && !is_supported(k, m) && !is_told(k, m))
                tell(k, m);
        }
    }
}
