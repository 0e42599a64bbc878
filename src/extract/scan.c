/* Figures by rules. One walk over the field tries at each letter only the rules that may match there (dispatch.h), which
 * finds just what searching for each rule would: its leftmost match, and then on from that match's end. Candidates that
 * overlap are resolved, and what stays is read for modifiers. */
#include "base/utf8.h"
#include "extract/modify.h"
#include "extract/overlap.h"
#include "extract/readers.h"
#include "rule/dispatch.h"

typedef struct scan {
    dj_arena *arena;
    dj_text *text;
    dj_field_name name;
    dj_slice field;
    dj_scratch *scratch;
    size_t *next; /* [rule]: where its next match may begin */
    dj_candidates found;
} scan;

static bool has_slot(const dj_slot *slots, size_t n, dj_slice name)
{
    for (size_t i = 0; i < n; i++)
        if (dj_slice_eq(slots[i].name, name))
            return true;
    return false;
}

/* named groups that took part, then what the rule itself sets and no group has filled */
static void fill_slots(const scan *s, dj_mention *m)
{
    const dj_rule *rule = m->rule;
    size_t n_groups = dj_regex_groups(rule->regex), n = 0;
    dj_slot *slots = dj_alloc(s->arena, (n_groups + rule->n_with) * sizeof *slots);
    for (size_t i = 0; i < n_groups; i++) {
        dj_span span = dj_group_span(rule->regex, s->scratch, i);
        if (dj_span_set(span))
            slots[n++] = (dj_slot){dj_regex_group_name(rule->regex, i), dj_slice_sub(s->field, span.from, span.to),
                                   (uint32_t)span.from, (uint32_t)span.to};
    }
    size_t filled = n;
    for (size_t i = 0; i < rule->n_with; i++)
        if (!has_slot(slots, filled, rule->with[i].name))
            slots[n++] = rule->with[i];
    m->slots = slots;
    m->n_slots = n;
}

static void add_candidate(scan *s, const dj_rule *rule, dj_span span)
{
    dj_mention *m = dj_alloc(s->arena, sizeof *m);
    m->in = s->text;
    m->field = s->name;
    m->start = m->core_start = (uint32_t)span.from;
    m->end = m->core_end = (uint32_t)span.to;
    m->kind = m->value.kind = rule->kind;
    m->rule = rule;
    fill_slots(s, m);
    *DJ_PUSH(s->arena, &s->found.list) = m;
}

/* at `from` itself, or anywhere behind it; false where the rule does not match there, or gave up */
static bool try_rule(scan *s, size_t i, size_t from, bool anchored)
{
    const dj_rule *rule = &s->text->pack->rules[i];
    dj_match match = dj_regex_find(rule->regex, s->scratch, s->field, from, anchored);
    if (match == DJ_MATCH_LIMIT) {
        *DJ_PUSH(s->arena, &s->text->stopped) = rule;
        s->next[i] = s->field.n;
    }
    if (match != DJ_MATCH)
        return false;
    dj_span span = dj_match_span(s->scratch);
    if (span.to > span.from) /* \K can make it empty */
        add_candidate(s, rule, span);
    if (span.to > from)
        s->next[i] = span.to;
    return true;
}

static size_t next_rune(dj_slice field, size_t from)
{
    dj_utf8_next(field, &from);
    return from;
}

/* rules that may begin with any letter, each searched for through the whole field */
static void search_rule(scan *s, size_t i)
{
    while (s->next[i] < s->field.n) {
        size_t from = s->next[i];
        if (!try_rule(s, i, from, false))
            return;
        if (s->next[i] == from)
            s->next[i] = next_rune(s->field, from);
    }
}

/* all other rules, in one walk over the field */
static void walk(scan *s)
{
    const dj_dispatch *dispatch = dj_pack_dispatch(s->text->pack, DJ_LAYER_FIGURES);
    dj_walk w = dj_walk_begin(dispatch, dj_scratch_steps(s->scratch), s->field, 0);
    size_t words = dj_dispatch_words(dispatch), from;
    uint64_t *rules = dj_alloc(s->arena, words * sizeof *rules);
    while (dj_walk_next(&w, &from, rules))
        for (size_t k = 0; k < words; k++)
            for (uint64_t bits = rules[k]; bits; bits &= bits - 1) {
                size_t i = k * 64 + dj_lowest_bit(bits);
                if (s->next[i] <= from)
                    try_rule(s, i, from, true);
            }
}

/* what stays, with all that belongs to its place */
static void keep(scan *s)
{
    const dj_segmented *part = &s->text->parts[s->name];
    uint32_t end = 0;
    for (size_t i = 0; i < s->found.list.n; i++) {
        dj_mention *m = s->found.list.at[i];
        bool is_last = i + 1 == s->found.list.n;
        dj_modify(m, s->field, end, is_last ? (uint32_t)s->field.n : s->found.list.at[i + 1]->core_start, s->scratch);
        end = m->end;
        m->sentence = (uint32_t)dj_sentence_at(part, m->core_start);
        m->zone = m->sentence < part->sentences.n ? part->sentences.at[m->sentence].zone : DJ_ZONE_BODY;
        *DJ_PUSH(s->arena, &s->text->mentions) = m;
    }
}

void dj_extract_figures(dj_arena *arena, dj_text *text, dj_field_name field, dj_scratch *scratch)
{
    const dj_pack *pack = text->pack;
    const dj_dispatch *dispatch = dj_pack_dispatch(pack, DJ_LAYER_FIGURES);
    scan s = {.arena = arena, .text = text, .name = field, .field = text->story->fields[field].text, .scratch = scratch};
    s.next = dj_alloc(arena, pack->n_rules * sizeof *s.next);
    for (size_t i = 0; i < pack->n_rules; i++)
        if (dj_kind_about(pack->rules[i].kind)->layer != DJ_LAYER_FIGURES)
            s.next[i] = s.field.n; /* read by others */
        else if (!dispatch || !dj_dispatch_has(dispatch, i))
            search_rule(&s, i);
    if (dispatch)
        walk(&s);
    dj_resolve_overlaps(arena, s.field.n, &s.found);
    keep(&s);
}
