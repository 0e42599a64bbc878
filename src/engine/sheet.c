/* The facts of a sheet made ready for a set. Their figures are read by the same rules as those of stories; names and
 * quotations are mentions as the sheet has them, since a name alone on a line, or words without a speaker, would show no
 * reader what they are. */
#include "engine/texts.h"
#include "normalise/normalise.h"

/* A date of the sheet may lack its year, which is that of the stories. */
static dj_story *dated(dj_arena *arena, const dj_story *story, dj_day day)
{
    dj_story *copy = dj_alloc(arena, sizeof *copy);
    *copy = *story;
    copy->published = day;
    return copy;
}

static const dj_mention *whole_text(dj_arena *arena, const dj_text *text, const dj_sheet_fact *fact)
{
    dj_slice written = text->story->fields[DJ_FIELD_TEXT].text;
    dj_mention *m = dj_alloc(arena, sizeof *m);
    m->in = text;
    m->field = DJ_FIELD_TEXT;
    m->end = m->core_end = (uint32_t)written.n;
    m->zone = DJ_ZONE_BODY;
    m->kind = m->value.kind = fact->type == DJ_SHEET_NAME ? DJ_NAME : DJ_QUOTE;
    m->value.is_known = true;
    if (fact->type == DJ_SHEET_NAME)
        m->value.name = (dj_name_value){written, fact->roles.n ? fact->roles.at[0] : DJ_NONE};
    else
        m->value.quote = (dj_quote){fact->speaker, written};
    return m;
}

static bool is_of_type(const dj_mention *m, dj_sheet_type type)
{
    if (m->field != DJ_FIELD_TEXT || !m->value.is_known || m->of)
        return false;
    if (type == DJ_SHEET_DATE || type == DJ_SHEET_TIME)
        return m->kind == (type == DJ_SHEET_DATE ? DJ_DATE : DJ_TIME);
    dj_family family = dj_kind_about(m->kind)->family;
    return (family == DJ_FAMILY_AMOUNT && m->kind != DJ_NUMBER) || family == DJ_FAMILY_DURATION;
}

static void find_claim(const dj_texting *k, dj_known *known)
{
    const char *key = dj_sheet_type_key(known->fact->type);
    dj_slice written = known->text->story->fields[DJ_FIELD_TEXT].text;
    size_t n = 0;
    for (size_t i = 0; i < known->text->mentions.n; i++)
        if (is_of_type(known->text->mentions.at[i], known->fact->type) && n++ == 0)
            known->claim = known->text->mentions.at[i];
    if (n == 0)
        dj_error(k->diags, known->fact->place, "no %s is read in '%.*s'", key, DJ_FMT(written));
    if (n > 1)
        dj_error(k->diags, known->fact->place, "more than one %s is read in '%.*s': write a fact for each", key, DJ_FMT(written));
    if (n != 1)
        known->claim = NULL;
}

void dj_sheet_know(const dj_texting *k, const dj_sheet_fact *const *facts, size_t n, dj_names *stems, dj_day day, dj_knowns *out)
{
    for (size_t i = 0; i < n; i++) {
        const dj_sheet_fact *fact = facts[i];
        dj_story *story = dated(k->arena, fact->story, day);
        dj_text *text = dj_text_of(k, story, stems);
        if (!text)
            continue;
        dj_normalise(k->arena, text, k->scratch);
        story->published = DJ_NO_DAY; /* the sheet itself has no day */
        dj_known known = {fact, text, NULL};
        if (fact->type == DJ_SHEET_NAME || fact->type == DJ_SHEET_QUOTE)
            known.claim = whole_text(k->arena, text, fact);
        else
            find_claim(k, &known);
        if (known.claim)
            *DJ_PUSH(k->arena, &out->list) = known;
    }
}

dj_desk *dj_sheet_ready(const dj_texting *k, const dj_sheet *sheet, dj_day day)
{
    dj_knowns *all = dj_alloc(k->arena, sizeof *all);
    dj_names *stems = dj_names_new(k->arena);
    dj_sheet_know(k, sheet->facts.at, sheet->facts.n, stems, day, all);
    return dj_desk_new(k->arena, k->rules, all, stems);
}

void dj_sheet_know_for(const dj_texting *k, const dj_desk *desk, const dj_set *set, dj_names *stems, dj_knowns *out)
{
    dj_chosen chosen = {0};
    dj_desk_choose(k->arena, desk, set, &chosen);
    dj_sheet_know(k, chosen.at, chosen.n, stems, dj_first_day(set), out);
}
