/* Holders are looked up by their office, written without spaces; a surname with a title is looked up among the few people
 * of the set. */
#include "check/people.h"

#include "align/voice.h"
#include "base/utf8.h"
#include "check/office.h"

static void meet_all(dj_checking *k, dj_people *all)
{
    dj_tally tally = dj_tally_new(k->arena, k->set);
    all->names = dj_names_new(k->arena);
    for (size_t t = 0; t < k->set->texts.n; t++)
        for (size_t i = 0; i < k->set->texts.at[t]->mentions.n; i++) {
            const dj_mention *m = k->set->texts.at[t]->mentions.at[i];
            if (m->kind != DJ_NAME || m->value.name.role.n == 0 || m->zone == DJ_ZONE_TAIL ||
                dj_utf8_count(dj_mention_text(m)) < 3)
                continue; /* 김 of 김 대변인 names nobody */
            uint32_t id = dj_intern(all->names, m->value.name.canonical);
            dj_bearer *p = id > all->list.n ? DJ_PUSH(k->arena, &all->list) : &all->list.at[id - 1];
            p->name = m->value.name.canonical;
            *DJ_PUSH(k->arena, &p->mentions) = m;
        }
    for (size_t i = 0; i < all->list.n; i++) {
        dj_tally_begin(&tally);
        for (size_t m = 0; m < all->list.at[i].mentions.n; m++)
            dj_tally_add(&tally, all->list.at[i].mentions.at[m]);
        all->list.at[i].n_voices = dj_tally_voices(&tally);
    }
}

static void meet_holder(dj_checking *k, dj_people *all, uint32_t id, const dj_mention *m)
{
    uint32_t office = dj_intern(all->offices, dj_slice_unspaced(k->arena, m->value.name.role));
    if (office > all->holders.n)
        *DJ_PUSH(k->arena, &all->holders) = id;
    else if (all->holders.at[office - 1] != id)
        all->holders.at[office - 1] = 0;
}

static void meet_holders(dj_checking *k, dj_people *all)
{
    all->offices = dj_names_new(k->arena);
    for (uint32_t i = 0; i < all->list.n; i++)
        for (size_t m = 0; m < all->list.at[i].mentions.n; m++)
            if (dj_is_sole_office(all->list.at[i].mentions.at[m]))
                meet_holder(k, all, i + 1, all->list.at[i].mentions.at[m]);
}

void dj_people_meet(dj_checking *k, dj_people *out)
{
    *out = (dj_people){0};
    meet_all(k, out);
    meet_holders(k, out);
}

/* who holds the office that the speaker's last words are (청와대 대변인); NULL where nobody does, or several */
static const dj_bearer *holder_of(dj_checking *k, const dj_people *all, dj_slice speaker)
{
    for (size_t from = 0; from < speaker.n; from = dj_slice_find(speaker, DJ_S(" "), from) + 1) {
        uint32_t office = dj_names_find(all->offices, dj_slice_unspaced(k->arena, dj_slice_sub(speaker, from, speaker.n)));
        if (office)
            return all->holders.at[office - 1] ? &all->list.at[all->holders.at[office - 1] - 1] : NULL;
    }
    return NULL;
}

bool dj_person_has_surname_and_title(const dj_bearer *p, dj_slice surname, dj_slice title)
{
    if (dj_utf8_count(p->name) != 3 || !dj_slice_starts(p->name, surname))
        return false;
    for (size_t i = 0; i < p->mentions.n; i++)
        if (dj_slice_ends(p->mentions.at[i]->value.name.role, title))
            return true;
    return false;
}

const dj_bearer *dj_person_meant(dj_checking *k, const dj_people *all, dj_slice speaker)
{
    const dj_bearer *found = NULL;
    size_t space = dj_slice_find(speaker, DJ_S(" "), 0);
    dj_slice surname = dj_slice_sub(speaker, 0, space);
    if (space == speaker.n || dj_utf8_count(surname) != 1)
        return holder_of(k, all, speaker);
    for (size_t i = 0; i < all->list.n; i++) {
        if (!dj_person_has_surname_and_title(&all->list.at[i], surname, dj_slice_sub(speaker, space + 1, speaker.n)))
            continue;
        if (found)
            return NULL;
        found = &all->list.at[i];
    }
    return found;
}
