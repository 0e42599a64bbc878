/* Figures by rules. Each is tried only where the walk over the field says that it may match (dispatch.h), which finds just
 * what searching for it would: its leftmost match, and then on from that match's end. Candidates that overlap are
 * resolved, and what stays is read for modifiers. */
#include "base/utf8.h"
#include "extract/modify.h"
#include "extract/overlap.h"
#include "extract/readers.h"

typedef struct scan {
    dj_arena *arena;
    dj_text *text;
    dj_field_name name;
    dj_slice field;
    dj_scratch *scratch;
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

/* at `from` itself, or anywhere behind it; *from moves to where the next match may begin; false where the rule does not
 * match, or was stopped */
static bool try_rule(scan *s, const dj_rule *rule, size_t *from, bool anchored)
{
    if (dj_regex_find(rule->regex, s->scratch, s->field, *from, anchored) != DJ_MATCH)
        return false;
    dj_span span = dj_match_span(s->scratch);
    if (span.to > span.from) /* \K can make it empty */
        add_candidate(s, rule, span);
    if (span.to > *from)
        *from = span.to;
    return true;
}

/* a rule that may begin with any letter, through the whole field */
static void search_rule(scan *s, const dj_rule *rule)
{
    for (size_t from = 0, tried; from < s->field.n;) {
        tried = from;
        if (!try_rule(s, rule, &from, false))
            return;
        if (from == tried)
            dj_utf8_next(s->field, &from);
    }
}

static void try_places(scan *s, const dj_rule *rule, const dj_offsets *places)
{
    for (size_t k = 0, next = 0; k < places->n; k++)
        if (places->at[k] >= next) {
            next = places->at[k];
            try_rule(s, rule, &next, true);
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

void dj_extract_figures(dj_arena *arena, dj_text *text, dj_field_name field, const dj_offsets *places, dj_scratch *scratch)
{
    const dj_pack *pack = text->pack;
    const dj_dispatch *dispatch = dj_pack_dispatch(pack);
    scan s = {.arena = arena, .text = text, .name = field, .field = text->story->fields[field].text, .scratch = scratch};
    for (size_t i = 0; i < pack->n_rules; i++) {
        if (dj_kind_about(pack->rules[i].kind)->layer != DJ_LAYER_FIGURES)
            continue; /* read by others */
        if (places && dj_dispatch_has(dispatch, i))
            try_places(&s, &pack->rules[i], &places[i]);
        else
            search_rule(&s, &pack->rules[i]);
    }
    dj_resolve_overlaps(arena, s.field.n, &s.found);
    keep(&s);
}
