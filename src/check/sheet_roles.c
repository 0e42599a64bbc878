/* Names with a role against the sheet: a role that the sheet does not give the name, or gives to another. */
#include "base/utf8.h"
#include "check/office.h"
#include "check/sheet_index.h"
#include "check/sheet_role.h"

enum { MOST_HOLDERS = 8 /* of an office that one person holds */ };

static bool has_name(const dj_text *text, dj_slice name)
{
    for (int field = 0; field < DJ_FIELDS; field++)
        if (dj_slice_find(text->story->fields[field].text, name, 0) < text->story->fields[field].text.n)
            return true;
    return false;
}

/* Is the house of the role an organisation that the story names? What stands before a title may be anything else. */
static bool names_house(const dj_mention *m)
{
    for (size_t i = 0; i < m->in->mentions.n; i++) {
        const dj_mention *house = m->in->mentions.at[i];
        if (house->kind == DJ_NAME && house->value.name.role.n == 0 &&
            dj_slice_starts(m->value.name.role, house->value.name.canonical))
            return true;
    }
    return false;
}

/* the sheet's name with another role */
static void hold_role(dj_checking *k, const dj_known *known, const dj_mention *m, dj_role_fit fit)
{
    bool is_loud = fit == DJ_ROLE_ELSEWHERE && names_house(m);
    dj_sheet_tell(k, is_loud ? k->info->severity : DJ_NOTE, known, m,
                  (dj_sheet_words){"fact-sheet-role", "role", m->value.name.role, known->fact->roles.at[0]});
}

/* the sheet's office, which one person holds, with another name; who held it once holds it no more */
static void hold_holder(dj_checking *k, const dj_known *known, const dj_mention *m)
{
    dj_slice name = dj_mention_text(known->claim), role = m->value.name.role;
    bool is_other = dj_utf8_count(m->value.name.canonical) >= 3 && !dj_is_one_person(k->arena, m->value.name.canonical, name);
    if (is_other && !dj_take_former(m->in->pack, &role) && !has_name(m->in, name))
        dj_sheet_tell(k, k->info->severity, known, m,
                      (dj_sheet_words){"fact-sheet-holder", "holder", m->value.name.canonical, name});
}

/* A name with a role against the roles that the sheet gives that name and, for an office that one person holds, against
 * the names that it gives the office. */
static void hold_roles(dj_checking *k, const dj_sheet_index *of, const dj_mention *m)
{
    dj_slice name = dj_slice_unspaced(k->arena, m->value.name.canonical);
    uint32_t id = dj_names_find(of->official, name);
    for (size_t i = 0; id && i < of->named.at[id - 1].n; i++) {
        const dj_sheet_name *t = &of->list.at[of->named.at[id - 1].at[i]];
        dj_role_fit fit = t->is_part || t->known->fact->roles.n == 0 ? DJ_ROLE_MISSING : dj_role_fits(k, m, t->known->fact);
        if (fit > DJ_ROLE_FITS)
            hold_role(k, t->known, m, fit);
    }
    if (!dj_is_sole_office(m))
        return;
    const dj_near_list *holders = dj_sheet_with_key(k, of, DJ_KEY_ROLE,
                                                    dj_plain_role_of(k->arena, m->in->pack, m->value.name.role).all);
    for (size_t i = 0; holders->n <= MOST_HOLDERS && i < holders->n; i++) {
        const dj_sheet_name *t = &of->list.at[holders->at[i]];
        bool is_again = i > 0 && holders->at[i] == holders->at[i - 1]; /* two ways to write one role */
        if (!is_again && !dj_slice_eq(name, t->text))
            hold_holder(k, t->known, m);
    }
}

void dj_sheet_roles(dj_checking *k)
{
    const dj_sheet_index *all = dj_desk_names(k->options->desk);
    for (size_t t = 0; t < k->set->texts.n; t++)
        for (size_t i = 0; all->list.n && i < k->set->texts.at[t]->mentions.n; i++) {
            const dj_mention *m = k->set->texts.at[t]->mentions.at[i];
            bool is_of_story = m->zone != DJ_ZONE_TAIL && m->zone != DJ_ZONE_BYLINE;
            if (m->kind == DJ_NAME && m->value.is_known && m->value.name.role.n && is_of_story)
                hold_roles(k, all, m);
        }
}
