/* One office with two holders: 외교부 장관 is one person in most stories and another in one. Only offices that one person
 * holds at a time count (the lexicon `sole_title`), with the organisation that the story names. A story that names both
 * tells of a change of office; a name that is the usual one misspelt is name-variant's. */
#include <stdio.h>

#include "align/voice.h"
#include "base/utf8.h"
#include "check/former.h"
#include "check/misnamed.h"
#include "check/office.h"
#include "check/swapped.h"
#include "rule/frequency.h"

enum { WITNESSES = 3 };

typedef struct holder {
    dj_slice name;
    DJ_VEC(const dj_mention *) mentions;
    size_t n_voices, n_copies; /* see voice.h */
} holder;

typedef struct office {
    DJ_VEC(holder) holders;
} office;

typedef struct offices {
    DJ_VEC(office) list;
    dj_names *pairs; /* an office and a name */
    DJ_VEC(size_t) holders; /* by pair: the number of the name among the holders of the office */
    dj_names *people; /* names with a role of any kind */
    DJ_VEC(size_t) times; /* by name: how often it has one */
} offices;

/* a word that everybody knows (또다시) is no name, whatever stands behind it, unless it is somebody's elsewhere too */
static bool may_be_a_name(const offices *all, const holder *h)
{
    return dj_rarity(h->mentions.at[0]->in->pack->frequencies, h->name) >= 1 ||
           all->times.at[dj_names_find(all->people, h->name) - 1] > 1;
}

static bool meet_in_a_story(const holder *a, const holder *b)
{
    for (size_t i = 0; i < a->mentions.n; i++)
        for (size_t j = 0; j < b->mentions.n; j++)
            if (a->mentions.at[i]->in == b->mentions.at[j]->in)
                return true;
    return false;
}

static void add(dj_arena *arena, offices *all, uint32_t role, const dj_mention *m)
{
    dj_slice name = m->value.name.canonical;
    char *pair = dj_alloc(arena, sizeof role + name.n);
    memcpy(pair, &role, sizeof role);
    memcpy(pair + sizeof role, name.at, name.n);
    uint32_t id = dj_intern(all->pairs, (dj_slice){pair, sizeof role + name.n});
    if (role > all->list.n)
        DJ_PUSH(arena, &all->list);
    if (id > all->holders.n) {
        *DJ_PUSH(arena, &all->holders) = all->list.at[role - 1].holders.n;
        DJ_PUSH(arena, &all->list.at[role - 1].holders)->name = name;
    }
    *DJ_PUSH(arena, &all->list.at[role - 1].holders.at[all->holders.at[id - 1]].mentions) = m;
}

/* 박민호 전 시장 비서실장: the office is another's, of whom this is an officer */
static bool is_of_another(dj_checking *k, const dj_mention *m)
{
    const dj_lexicon *titles = dj_pack_lexicon(m->in->pack, "title");
    const dj_mention *whole = dj_with_role(k->arena, m);
    const dj_segmented *part = &m->in->parts[m->field];
    size_t next = dj_word_from(part, whole->end);
    if (!titles || next >= part->words.n || part->words.at[next].start != whole->end + 1)
        return false;
    return dj_lexicon_ends(titles, dj_name(k->set->stems, part->words.at[next].stem));
}

static void count(dj_checking *k, offices *all, const dj_mention *m)
{
    uint32_t id = dj_intern(all->people, m->value.name.canonical);
    if (id > all->times.n)
        DJ_PUSH(k->arena, &all->times);
    all->times.at[id - 1]++;
}

static void collect(dj_checking *k, offices *out)
{
    dj_names *roles = dj_names_new(k->arena);
    out->people = dj_names_new(k->arena);
    out->pairs = dj_names_new(k->arena);
    for (size_t t = 0; t < k->set->texts.n; t++)
        for (size_t i = 0; i < k->set->texts.at[t]->mentions.n; i++) {
            const dj_mention *m = k->set->texts.at[t]->mentions.at[i];
            if (m->kind == DJ_NAME && m->value.name.role.n)
                count(k, out, m);
            bool counts = m->kind == DJ_NAME && m->zone != DJ_ZONE_TAIL && m->value.is_known &&
                          dj_utf8_count(m->value.name.canonical) >= 3;
            if (!counts || !dj_is_sole_office(m) || is_of_another(k, m))
                continue;
            add(k->arena, out, dj_intern(roles, dj_slice_unspaced(k->arena, m->value.name.role)), m);
        }
}

static void count_voices(dj_checking *k, offices *all)
{
    dj_tally tally = dj_tally_new(k->arena, k->set);
    for (size_t i = 0; i < all->list.n; i++)
        for (size_t h = 0; h < all->list.at[i].holders.n; h++) {
            holder *of = &all->list.at[i].holders.at[h];
            dj_tally_begin(&tally);
            for (size_t m = 0; m < of->mentions.n; m++)
                dj_tally_add(&tally, of->mentions.at[m]);
            of->n_voices = dj_tally_voices(&tally);
            of->n_copies = dj_tally_copies(&tally);
        }
}

static void find(dj_checking *k, const holder *odd, const holder *usual)
{
    const dj_mention *claims[1 + WITNESSES] = {odd->mentions.at[0]};
    size_t n = 1;
    for (size_t i = 0; i < usual->mentions.n && n <= WITNESSES; i++)
        if (n == 1 || usual->mentions.at[i]->in != claims[n - 1]->in)
            claims[n++] = usual->mentions.at[i];
    for (size_t i = 0; i < n; i++)
        claims[i] = dj_with_role(k->arena, claims[i]);
    char stories[16];
    snprintf(stories, sizeof stories, "%zu", usual->n_voices);
    dj_arg args[] = {{"role", claims[0]->value.name.role},
                     {"a", odd->name},
                     {"b", usual->name},
                     {"source", dj_source_of(claims[0])},
                     {"n", dj_slice_of(stories)}};
    dj_finding *finding = dj_finding_new(k, k->info->severity, claims, n);
    dj_finding_tell(k, finding, NULL, "why", args, sizeof args / sizeof args[0]);
    dj_finding_tell_copies(k, finding, usual->n_copies);
}

void dj_check_role_conflict(dj_checking *k)
{
    offices all = {0};
    dj_find_former(k);
    dj_find_swapped(k);
    dj_find_misnamed(k);
    collect(k, &all);
    count_voices(k, &all);
    for (size_t i = 0; i < all.list.n; i++) {
        const holder *usual = &all.list.at[i].holders.at[0];
        for (size_t h = 1; h < all.list.at[i].holders.n; h++)
            if (all.list.at[i].holders.at[h].n_voices > usual->n_voices)
                usual = &all.list.at[i].holders.at[h];
        for (size_t h = 0; h < all.list.at[i].holders.n; h++) {
            const holder *odd = &all.list.at[i].holders.at[h];
            bool stands_alone = odd->n_voices == 1 && usual->n_voices >= (size_t)dj_threshold(k, "stories", 2);
            if (odd != usual && stands_alone && may_be_a_name(&all, odd) && !dj_is_one_person(k->arena, odd->name, usual->name) &&
                !meet_in_a_story(odd, usual))
                find(k, odd, usual);
        }
    }
}
