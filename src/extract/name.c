/* Names of a field. Rules find titles, words of address and callings; the name beside each is read, persons are made of the
 * full names, and then every further place that means one of them is found: the name again, the last word of a foreign
 * name, a surname before a title (이 회장). A spelling that fits nobody stays a name of its own, so that a check can hold it
 * against the others. */
#include "base/utf8.h"
#include "extract/name_place.h"
#include "extract/readers.h"

static dj_slice group(const dj_name_finder *f, const dj_regex *regex, const char *name)
{
    dj_span span = dj_group_named(regex, f->scratch, name);
    return dj_span_set(span) ? dj_slice_sub(f->words.text, span.from, span.to) : DJ_NONE;
}

/* at `from` itself, or anywhere behind it; where the next match may begin, the end of the field where none does */
static size_t run_rule(dj_name_finder *f, const dj_rule *rule, size_t from, bool anchored)
{
    dj_slice field = f->words.text;
    if (dj_regex_find(rule->regex, f->scratch, field, from, anchored) != DJ_MATCH)
        return anchored ? from : field.n;
    dj_span span = dj_match_span(f->scratch);
    dj_slice name = group(f, rule->regex, "name"), role = group(f, rule->regex, "role");
    dj_name_match(f, rule, name, role);
    if (span.to <= from) /* \K can make it empty */
        dj_utf8_next(field, &from);
    return span.to > from ? span.to : from;
}

/* rule by rule: of equal places the rule that comes first has the say */
static void run_rules(dj_name_finder *f, const dj_pack *pack, const dj_offsets *places)
{
    for (size_t i = 0; i < pack->n_rules; i++) {
        const dj_rule *rule = &pack->rules[i];
        bool is_dispatched = places && dj_dispatch_has(dj_pack_dispatch(pack), i);
        if (dj_kind_about(rule->kind)->layer != DJ_LAYER_NAMES)
            continue;
        for (size_t from = 0; !is_dispatched && from < f->words.text.n;)
            from = run_rule(f, rule, from, false);
        for (size_t k = 0, next = 0; is_dispatched && k < places[i].n; k++)
            if (places[i].at[k] >= next)
                next = run_rule(f, rule, places[i].at[k], true);
    }
}

static dj_slice canonical_of(const dj_name_finder *f, const dj_name_place *p)
{
    if (p->person != SIZE_MAX)
        return f->persons.list.at[p->person].shown;
    if (p->form != DJ_NAME_SURNAME && p->form != DJ_NAME_SHARED_SURNAME)
        return dj_name_place_text(f, p);
    dj_buf name = dj_buf_new(200);
    dj_buf_add(&name, dj_name_place_text(f, p));
    dj_buf_byte(&name, ' ');
    dj_buf_add(&name, p->title);
    dj_slice canonical = dj_slice_copy(f->arena, dj_buf_slice(&name));
    dj_buf_free(&name);
    return canonical;
}

static void emit(dj_name_finder *f, const dj_name_place *p)
{
    bool is_other_word = p->form == DJ_NAME_SHARED_SURNAME &&
                         !(p->is_former && dj_person_has_surname(&f->persons, dj_name_place_text(f, p)));
    if (is_other_word && p->person == SIZE_MAX)
        return;
    dj_mention *m = dj_alloc(f->arena, sizeof *m);
    m->in = f->text;
    m->field = f->field;
    m->start = m->core_start = p->start;
    m->end = m->core_end = p->end;
    m->sentence = (uint32_t)dj_sentence_at(f->words.part, p->start);
    m->zone = m->sentence < f->words.part->sentences.n ? f->words.part->sentences.at[m->sentence].zone : DJ_ZONE_BODY;
    m->kind = m->value.kind = DJ_NAME;
    m->rule = p->rule;
    m->value.is_known = true;
    m->value.name.canonical = canonical_of(f, p);
    m->value.name.role = p->role;
    if (p->form != DJ_NAME_NONE) { /* a person: the slot says where the title is, and which */
        dj_slot *slot = dj_alloc(f->arena, sizeof *slot);
        *slot = (dj_slot){DJ_S("role"), p->title, p->title_at, p->title_at + (uint32_t)p->title.n};
        m->slots = slot;
        m->n_slots = 1;
    }
    *DJ_PUSH(f->arena, &f->text->mentions) = m;
}

void dj_extract_names(dj_arena *arena, dj_text *text, const dj_name_words *words, dj_field_name field, const dj_offsets *places,
                      dj_scratch *scratch)
{
    dj_name_finder f = {.arena = arena, .text = text, .field = field, .scratch = scratch, .words = *words};
    dj_persons_init(arena, &f.persons);
    run_rules(&f, text->pack, places);
    dj_name_places_sort(&f);
    dj_names_read_later_titles(&f);
    dj_names_make_persons(&f);
    dj_names_find_again(&f);
    dj_name_places_sort(&f);
    dj_names_resolve_surnames(&f);
    for (size_t i = 0; i < f.places.n; i++)
        emit(&f, &f.places.at[i]);
}
