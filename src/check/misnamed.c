/* Two names in a row are no phrase of Korean unless the first is somebody's organisation; lists have marks between them. The
 * misspelt given name is name-variant's. */
#include "check/misnamed.h"

#include <stdio.h>

#include "align/voice.h"
#include "base/utf8.h"
#include "check/office.h"
#include "check/quoted.h"
#include "check/words.h"
#include "rule/frequency.h"

enum { WITNESSES = 3, SHORTEST = 2 /* letters of a surname that tells who is meant */ };

typedef DJ_VEC(const dj_mention *) mentions;

typedef struct person {
    dj_slice name;
    mentions titled; /* with a role, by story */
    uint32_t next; /* the number of the next person of that surname and title; 0: none */
    const dj_text *looked_in; /* the last story that was looked at for a name in a row with this one */
} person;

typedef struct finder {
    dj_checking *k;
    dj_tally tally;
    dj_names *names, *styles /* a surname and a title */, *given;
    DJ_VEC(person) people; /* by name - 1 */
    DJ_VEC(uint32_t) first; /* by style - 1: the person found last */
    DJ_VEC(uint32_t) bearers; /* by given name - 1: how many have it */
} finder;

static bool has_title(const dj_mention *m)
{
    return m->kind == DJ_NAME && m->value.is_known && m->zone == DJ_ZONE_BODY && m->value.name.role.n > 0;
}

/* 도널드 트럼프, written in full; not 김모 대표, who has the title for a last word, nor a name with a letter for its last word */
static bool is_foreign(const dj_checking *k, const dj_mention *m)
{
    dj_slice name = m->value.name.canonical, surname = dj_last_word(name);
    return surname.n < name.n && dj_slice_eq(dj_mention_text(m), name) && dj_utf8_count(surname) >= SHORTEST &&
           !dj_slice_ends(m->value.name.role, surname) && !dj_is_masked_name(k, m->in, name);
}

static void count_given_name(finder *f, dj_slice name)
{
    uint32_t id = dj_intern(f->given, dj_first_word(name));
    if (id > f->bearers.n)
        *DJ_PUSH(f->k->arena, &f->bearers) = 0;
    f->bearers.at[id - 1]++;
}

/* 이것이 트럼프 대통령: a word with a particle, or one that everybody knows and nobody else is called by, is no given name */
static bool begins_with_given_name(const finder *f, const person *p)
{
    const dj_mention *m = p->titled.at[0];
    const dj_word *word = &m->in->parts[m->field].words.at[dj_word_from(&m->in->parts[m->field], m->start)];
    dj_slice written = dj_slice_sub(dj_mention_field(m), word->start, word->end);
    bool is_unknown = dj_rarity(m->in->pack->frequencies, written) >= dj_threshold(f->k, "everyday", 0.7);
    return dj_slice_eq(dj_name(f->k->set->stems, word->stem), written) &&
           (is_unknown || f->bearers.at[dj_names_find(f->given, dj_first_word(p->name)) - 1] > 1);
}

static void add_style(finder *f, uint32_t id, const dj_mention *m)
{
    dj_slice surname = dj_last_word(m->value.name.canonical), title = dj_last_word(m->value.name.role);
    char *key = dj_alloc(f->k->arena, surname.n + title.n + 1);
    memcpy(key, surname.at, surname.n);
    key[surname.n] = ' ';
    memcpy(key + surname.n + 1, title.at, title.n);
    uint32_t style = dj_intern(f->styles, (dj_slice){key, surname.n + title.n + 1});
    if (style > f->first.n)
        *DJ_PUSH(f->k->arena, &f->first) = 0;
    f->people.at[id - 1].next = f->first.at[style - 1];
    f->first.at[style - 1] = id;
}

/* a person stands under the title that the first story gives */
static void collect(finder *f)
{
    for (size_t t = 0; t < f->k->set->texts.n; t++)
        for (size_t i = 0; i < f->k->set->texts.at[t]->mentions.n; i++) {
            const dj_mention *m = f->k->set->texts.at[t]->mentions.at[i];
            if (!has_title(m) || dj_utf8_count(m->value.name.canonical) < 3)
                continue;
            uint32_t id = dj_intern(f->names, m->value.name.canonical);
            bool is_new = id > f->people.n;
            if (is_new)
                DJ_PUSH(f->k->arena, &f->people)->name = m->value.name.canonical;
            *DJ_PUSH(f->k->arena, &f->people.at[id - 1].titled) = m;
            if (is_new)
                count_given_name(f, m->value.name.canonical);
            if (is_new && is_foreign(f->k, m))
                add_style(f, id, m);
        }
}

static size_t voices_of(finder *f, const mentions *list)
{
    dj_tally_begin(&f->tally);
    for (size_t i = 0; i < list->n; i++)
        dj_tally_add(&f->tally, list->at[i]);
    return dj_tally_voices(&f->tally);
}

static void tell(finder *f, const dj_mention *odd, const mentions *usual, size_t voices, const char *why)
{
    dj_checking *k = f->k;
    const dj_mention *claims[1 + WITNESSES] = {odd};
    size_t n = 1;
    for (size_t i = 0; i < usual->n && n <= WITNESSES; i++)
        if (n == 1 || usual->at[i]->in != claims[n - 1]->in)
            claims[n++] = dj_with_role(k->arena, usual->at[i]);
    char told[24];
    snprintf(told, sizeof told, "%zu", voices);
    dj_arg args[] = {
        {"a", dj_mention_text(odd)}, {"b", dj_mention_text(claims[1])}, {"source", dj_source_of(odd)}, {"n", dj_slice_of(told)}};
    dj_finding_tell(k, dj_finding_new(k, k->info->severity, claims, n), "role-conflict.misnamed", why, args,
                    sizeof args / sizeof args[0]);
}

/* the mentions of other stories in which the role has an organisation: 정의당 대변인, for 대변인 */
static mentions with_organisation(finder *f, const dj_mention *name, const person *p)
{
    mentions found = {0};
    for (size_t i = 0; i < p->titled.n; i++) {
        dj_slice role = p->titled.at[i]->value.name.role, title = dj_last_word(role);
        bool has_more = title.n < role.n && dj_slice_eq(title, name->value.name.role);
        if (p->titled.at[i]->in != name->in && has_more)
            *DJ_PUSH(f->k->arena, &found) = p->titled.at[i];
    }
    return found;
}

/* where the word begins that stands a space before a name with a title alone, if it is somebody's name; UINT32_MAX otherwise */
static uint32_t name_before(const finder *f, const dj_mention *m)
{
    const dj_segmented *part = &m->in->parts[m->field];
    dj_slice text = dj_mention_field(m);
    size_t word = dj_word_from(part, m->start);
    if (word == 0 || !has_title(m) || dj_last_word(m->value.name.role).n < m->value.name.role.n ||
        dj_utf8_count(dj_mention_text(m)) < 3 || dj_mention_is_quoted(m))
        return UINT32_MAX;
    const dj_word *before = &part->words.at[word - 1];
    bool is_beside = before->start >= part->sentences.at[m->sentence].start && before->end + 1 == m->start &&
                     text.at[before->end] == ' ';
    return is_beside && dj_names_find(f->names, dj_slice_sub(text, before->start, before->end)) ? before->start : UINT32_MAX;
}

static void look_at_rows(finder *f, const dj_text *text)
{
    for (size_t i = 0; i < text->mentions.n; i++) {
        const dj_mention *m = text->mentions.at[i];
        uint32_t start = name_before(f, m), id = start < UINT32_MAX ? dj_names_find(f->names, m->value.name.canonical) : 0;
        if (id == 0 || f->people.at[id - 1].looked_in == text)
            continue;
        f->people.at[id - 1].looked_in = text;
        mentions usual = with_organisation(f, m, &f->people.at[id - 1]);
        size_t voices = voices_of(f, &usual);
        if (voices == 0)
            continue;
        dj_mention *odd = dj_claim_like(f->k->arena, dj_with_role(f->k->arena, m));
        odd->start = start;
        tell(f, odd, &usual, voices, "row");
    }
}

static bool are_of_one_story(const mentions *list)
{
    return list->at[0]->in == list->at[list->n - 1]->in;
}

static void look_at_given_names(finder *f, uint32_t first)
{
    const person *usual = NULL;
    size_t most = 0;
    for (uint32_t i = first; i; i = f->people.at[i - 1].next) {
        size_t voices = voices_of(f, &f->people.at[i - 1].titled);
        if (voices > most) {
            usual = &f->people.at[i - 1];
            most = voices;
        }
    }
    if (most < (size_t)dj_threshold(f->k, "stories", 2))
        return;
    for (uint32_t i = first; i; i = f->people.at[i - 1].next) {
        const person *odd = &f->people.at[i - 1];
        if (odd != usual && are_of_one_story(&odd->titled) && begins_with_given_name(f, odd) &&
            !dj_is_one_person(f->k->arena, odd->name, usual->name))
            tell(f, dj_with_role(f->k->arena, odd->titled.at[0]), &usual->titled, most, "given");
    }
}

void dj_find_misnamed(dj_checking *k)
{
    finder f = {.k = k,
                .tally = dj_tally_new(k->arena, k->set),
                .names = dj_names_new(k->arena),
                .styles = dj_names_new(k->arena),
                .given = dj_names_new(k->arena)};
    collect(&f);
    for (size_t t = 0; t < k->set->texts.n; t++)
        look_at_rows(&f, k->set->texts.at[t]);
    for (size_t s = 0; s < f.first.n; s++)
        if (f.first.at[s] && f.people.at[f.first.at[s] - 1].next)
            look_at_given_names(&f, f.first.at[s]);
}
