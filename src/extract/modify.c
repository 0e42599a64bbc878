/* Modifiers are tried on mentions that stay, not on candidates, and within a window, so that their cost does not grow
 * with the story. Most figures have none: a regex of all of them together tells that in one try. */
#include "extract/modify.h"

#include "base/utf8.h"
#include "rule/dispatch.h"

enum { WINDOW = 60 }; /* bytes before a figure in which its modifier begins */

/* `at` less WINDOW bytes, not below `from`, on the start of a code point */
static uint32_t window_start(dj_slice field, uint32_t from, uint32_t at)
{
    return at - from > WINDOW ? (uint32_t)dj_utf8_ceil(field, at - WINDOW) : from;
}

static int strength(const dj_modifier *m)
{
    return m->bound == DJ_EXACT ? 0 : m->bound == DJ_ABOUT ? 1 : 2;
}

static const dj_modifier *stronger(const dj_modifier *a, const dj_modifier *b)
{
    if (!a || !b)
        return a ? a : b;
    return strength(a) >= strength(b) ? a : b;
}

/* the modifier that ends where the figure begins and starts the earliest */
static const dj_modifier *read_before(const dj_mention *m, dj_slice field, uint32_t from, dj_scratch *scratch, uint32_t *start)
{
    const dj_pack *pack = m->in->pack;
    const dj_modifier *best = NULL;
    dj_slice until = dj_slice_sub(field, 0, m->core_start);
    uint32_t first = window_start(field, from, m->core_start);
    *start = m->core_start;
    if (pack->before_any && dj_pack_search(pack, DJ_SEARCHED_MODIFIER, scratch, until, first) == DJ_NO_MATCH)
        return NULL;
    for (size_t i = 0; i < pack->n_modifiers; i++) {
        const dj_modifier *mod = &pack->modifiers[i];
        if (!mod->before || !(mod->kinds & 1u << m->kind))
            continue;
        if (dj_regex_find(mod->before, scratch, until, first, false) != DJ_MATCH)
            continue;
        uint32_t at = (uint32_t)dj_match_span(scratch).from;
        if (at < *start) {
            best = mod;
            *start = at;
        }
    }
    return best;
}

/* the longest modifier that starts at `from`, where the figure (or the bracket behind it) ends */
static const dj_modifier *read_after(const dj_mention *m, dj_slice field, uint32_t from, uint32_t to, dj_scratch *scratch,
                                     uint32_t *end)
{
    const dj_pack *pack = m->in->pack;
    const dj_modifier *best = NULL;
    *end = from;
    for (size_t i = 0; i < pack->n_modifiers; i++) {
        const dj_modifier *mod = &pack->modifiers[i];
        if (!mod->after || !(mod->kinds & 1u << m->kind))
            continue;
        if (dj_regex_find(mod->after, scratch, field, from, true) != DJ_MATCH)
            continue;
        uint32_t at = (uint32_t)dj_match_span(scratch).to;
        if (at > *end && at <= to) {
            best = mod;
            *end = at;
        }
    }
    return best;
}

/* 5000억 달러(약 718조 원) 이상: the bound stands behind a bracket, which is not part of the figure */
static const dj_modifier *read_behind_aside(const dj_mention *m, dj_slice field, dj_scratch *scratch)
{
    const dj_regex *aside = dj_pack_pattern(m->in->pack, "aside");
    uint32_t end;
    if (!aside || dj_regex_find(aside, scratch, field, m->core_end, true) != DJ_MATCH)
        return NULL;
    return read_after(m, field, (uint32_t)dj_match_span(scratch).to, (uint32_t)field.n, scratch, &end);
}

void dj_modify(dj_mention *mention, dj_slice field, uint32_t from, uint32_t to, dj_scratch *scratch)
{
    uint32_t start, end;
    const dj_modifier *before = read_before(mention, field, from, scratch, &start);
    const dj_modifier *after = read_after(mention, field, mention->core_end, to, scratch, &end);
    if (!after)
        after = read_behind_aside(mention, field, scratch);
    mention->start = start;
    mention->end = end;
    mention->modifier = stronger(before, after);
}
