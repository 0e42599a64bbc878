/* Amounts of money that convert each other: 5000억 달러(약 730조 원), 2만 파운드, 우리 돈 3400만 원. Two amounts in
 * different currencies are linked where the text between them matches the pack's pattern `conversion`; the second
 * points to the first. A rate may stand between them (달러당 1,282.5원 기준), so two amounts back are looked at. */
#include "normalise/makers.h"

enum { GAP_MAX = 240 /* bytes */, LOOK_BACK = 2 };

static bool converts(const dj_mention *first, const dj_mention *second, const dj_regex *between, dj_scratch *scratch)
{
    bool is_pair = first->field == second->field && first->value.is_known && second->value.is_known &&
                   !dj_slice_eq(first->value.amount.unit, second->value.amount.unit) && first->end <= second->start &&
                   second->start - first->end <= GAP_MAX;
    if (!is_pair)
        return false;
    dj_slice gap = dj_slice_sub(dj_mention_field(first), first->end, second->start);
    return dj_regex_find(between, scratch, gap, 0, true) == DJ_MATCH && dj_match_span(scratch).to == gap.n;
}

void dj_link_conversions(dj_text *text, dj_scratch *scratch)
{
    const dj_regex *between = dj_pack_pattern(text->pack, "conversion");
    const dj_mention *last[LOOK_BACK] = {NULL};
    if (!between)
        return;
    for (size_t i = 0; i < text->mentions.n; i++) {
        dj_mention *m = text->mentions.at[i];
        if (m->kind != DJ_MONEY)
            continue;
        for (size_t back = 0; back < LOOK_BACK && last[back] && !m->of; back++)
            if (!last[back]->of && converts(last[back], m, between, scratch))
                m->of = last[back];
        memmove(last + 1, last, (LOOK_BACK - 1) * sizeof last[0]);
        last[0] = m;
    }
}
