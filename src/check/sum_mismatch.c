/* 남성 12명, 여성 8명 등 모두 21명: parts of which the sentence says that they make up a total. The sentence says so by the
 * pack's pattern `sum-mismatch`, whose groups are
 *   parts   the stretch that lists them; figures in brackets inside it are asides
 *   total   what they make up
 *   open    took part where the list may be a choice (등, and others): such parts may be less than the total, never more,
 *           but for a difference of one digit in a figure of many, which is no part that went unsaid
 * Halves of a toll are told without it: halves.h. A list may begin further right than the pattern saw it begin, so any tail of it that fits is right. */
#include "align/slip.h"
#include "check/halves.h"
#include "check/range.h"
#include "check/skeleton.h"

enum { PARTS_MAX = 12 /* the pattern reads one more: longer lists are left alone */, SHORT_SLIP = 3, LONG_SLIP = 4 /* digits */ };

typedef struct list {
    const dj_mention *parts[PARTS_MAX], *total;
    size_t n;
    bool is_open;
} list;

/* in lexicon `counted_as`: men and women are people; otherwise the unit itself */
static dj_slice unit_of(const dj_mention *m)
{
    const dj_lexicon *wider = dj_pack_lexicon(m->in->pack, "counted_as");
    dj_slice unit = m->value.amount.unit, value;
    return wider && m->kind == DJ_QUANTITY && dj_lexicon_find(wider, unit, &value) ? value : unit;
}

static bool may_be_added(const dj_mention *part, const dj_mention *total)
{
    bool is_bare = part->kind == DJ_NUMBER && total->kind == DJ_QUANTITY; /* 21명(남 12, 여 9) */
    return is_bare || (part->kind == total->kind && dj_slice_eq(unit_of(part), unit_of(total)));
}

/* Counts below ten thousand are told to the last one; other figures to three digits. */
static bool range_of(const dj_mention *m, dj_range *out)
{
    const dj_amount *amount = &m->value.amount;
    bool is_counted = m->kind != DJ_MONEY && amount->bound == DJ_EXACT && amount->has_low && dj_dec_is_int(amount->low) &&
                      dj_dec_cmp(amount->low, dj_dec_int(10000)) < 0;
    if (!is_counted)
        return dj_range_of(amount, 3, out);
    *out = (dj_range){amount->low, amount->high};
    return true;
}

/* false where the stretch holds what cannot be added */
static bool read_list(const dj_join *join, list *out)
{
    const dj_skeleton *s = join->skeleton;
    dj_span span;
    out->total = dj_join_figure(join, "total");
    out->is_open = dj_join_text(join, "open").n > 0;
    if (!out->total || !dj_join_span(join, "parts", &span))
        return false;
    size_t at = span.from, depth = 0;
    for (size_t i = dj_joint_from(s, span.from); i < s->joints.n && s->joints.at[i].at < span.to; i++) {
        for (; at < s->joints.at[i].at; at++)
            depth = s->text.at[at] == '(' ? depth + 1 : s->text.at[at] == ')' && depth ? depth - 1 : depth;
        if (depth || s->text.at[at] != '#')
            continue;
        if (out->n == PARTS_MAX || !may_be_added(s->joints.at[i].mention, out->total))
            return false;
        out->parts[out->n++] = s->joints.at[i].mention;
    }
    return out->n >= 2;
}

/* *fits: some tail of the parts makes up the total. *sum: of all parts, as stated */
static bool add_up(const list *l, bool *fits, dj_range *sum, dj_amount *stated)
{
    dj_range total, part;
    *stated = l->total->value.amount;
    if (!range_of(l->total, &total))
        return false;
    for (size_t i = l->n; i > 0; i--) {
        const dj_amount *amount = &l->parts[i - 1]->value.amount;
        bool is_last = i == l->n;
        if (!range_of(l->parts[i - 1], &part) || !(is_last ? (*sum = part, true) : dj_range_add(sum, &part, sum)) ||
            !(is_last ? (stated->low = amount->low, true) : dj_dec_add(stated->low, amount->low, &stated->low)))
            return false;
        *fits = *fits || (!is_last && dj_ranges_meet(sum, &total));
    }
    stated->high = stated->low;
    stated->bound = DJ_EXACT;
    return true;
}

/* how loud to be of a list that does not fit; false: not at all */
static bool judge(const dj_checking *k, const list *l, const dj_range *sum, const dj_amount *stated, dj_severity *severity,
                  const char **why)
{
    const dj_amount *total = &l->total->value.amount;
    dj_range range;
    bool is_more = range_of(l->total, &range) && dj_dec_cmp(sum->low, range.high) > 0;
    dj_slip slip = dj_amount_slip(stated, total);
    unsigned digits = dj_dec_digits(total->low) < dj_dec_digits(stated->low) ? dj_dec_digits(stated->low)
                                                                             : dj_dec_digits(total->low);
    bool is_slip = slip == DJ_SLIP_DIGIT || slip == DJ_SLIP_SWAP;
    *severity = k->info->severity;
    *why = is_more ? "more" : "less";
    if (is_more || !l->is_open)
        return true;
    *severity = digits >= LONG_SLIP ? DJ_WARNING : DJ_NOTE;
    *why = "slip";
    return is_slip && digits >= SHORT_SLIP;
}

static dj_slice sum_told(dj_checking *k, const dj_mention *total, const dj_amount *stated)
{
    dj_mention sum = *total;
    sum.value.amount = *stated;
    return dj_told(k, &sum);
}

static dj_slice parts_told(dj_checking *k, const list *l)
{
    dj_buf text = dj_buf_new(4096);
    for (size_t i = 0; i < l->n; i++) {
        dj_buf_text(&text, i ? " + " : "");
        dj_buf_add(&text, dj_told(k, l->parts[i]));
    }
    dj_slice told = dj_slice_copy(k->arena, dj_buf_slice(&text));
    dj_buf_free(&text);
    return told;
}

static void look_at(dj_checking *k, const dj_join *join)
{
    list l = {0};
    dj_range sum;
    dj_amount stated;
    bool fits = false;
    dj_severity severity;
    const char *why;
    if (!read_list(join, &l) || !add_up(&l, &fits, &sum, &stated) || fits || !judge(k, &l, &sum, &stated, &severity, &why))
        return;
    const dj_mention *claims[PARTS_MAX + 1] = {l.total};
    memcpy(claims + 1, l.parts, l.n * sizeof l.parts[0]);
    dj_arg args[] = {{"total", dj_told(k, l.total)},
                     {"parts", parts_told(k, &l)},
                     {"sum", sum_told(k, l.total, &stated)},
                     {"source", dj_source_of(l.total)}};
    dj_finding_tell(k, dj_finding_new(k, severity, claims, l.n + 1), NULL, why, args, sizeof args / sizeof args[0]);
}

void dj_check_sum_mismatch(dj_checking *k)
{
    dj_joins_visit(k, "sum-mismatch", 3, look_at);
    dj_find_halves(k);
}
