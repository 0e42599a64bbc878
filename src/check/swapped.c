/* See swapped.h. Former offices only: one has a single office at a time by which papers call him, but 나 의원 is 나 원내대표 as
 * well. */
#include "check/swapped.h"

#include <stdio.h>

#include "base/utf8.h"
#include "check/former.h"
#include "check/office.h"

enum { WITNESSES = 3 };

typedef DJ_VEC(const dj_mention *) mentions;

typedef struct style { /* a surname and a title */
    mentions called; /* 조 전 이사장 */
    bool is_held; /* 조현아 이사장, in full */
    uint32_t next; /* the number of the next style of that surname; 0: none */
} style;

typedef struct finder {
    dj_checking *k;
    dj_names *keys, *surnames;
    DJ_VEC(style) styles; /* by key - 1 */
    DJ_VEC(uint32_t) first; /* by surname - 1: the style found last */
} finder;

static dj_slice surname_of(dj_slice name)
{
    size_t pos = 0;
    if (name.n)
        dj_utf8_next(name, &pos);
    return dj_slice_sub(name, 0, pos);
}

static bool has_office(const dj_mention *m)
{
    return m->kind == DJ_NAME && m->value.is_known && m->zone != DJ_ZONE_TAIL && m->n_slots && m->slots[0].text.n &&
           m->value.name.role.n;
}

static style *style_of(finder *f, const dj_mention *m)
{
    dj_arena *arena = f->k->arena;
    dj_slice surname = surname_of(m->value.name.canonical), title = m->slots[0].text;
    char *key = dj_alloc(arena, surname.n + title.n + 1);
    memcpy(key, surname.at, surname.n);
    key[surname.n] = ' ';
    memcpy(key + surname.n + 1, title.at, title.n);
    uint32_t id = dj_intern(f->keys, (dj_slice){key, surname.n + title.n + 1}), name = dj_intern(f->surnames, surname);
    if (name > f->first.n)
        *DJ_PUSH(arena, &f->first) = 0;
    if (id > f->styles.n) {
        DJ_PUSH(arena, &f->styles)->next = f->first.at[name - 1];
        f->first.at[name - 1] = id;
    }
    return &f->styles.at[id - 1];
}

static void collect(finder *f)
{
    for (size_t t = 0; t < f->k->set->texts.n; t++)
        for (size_t i = 0; i < f->k->set->texts.at[t]->mentions.n; i++) {
            const dj_mention *m = f->k->set->texts.at[t]->mentions.at[i];
            if (!has_office(m))
                continue;
            style *s = style_of(f, m);
            if (dj_utf8_count(dj_mention_text(m)) > 1)
                s->is_held = true;
            else if (dj_is_former(m))
                *DJ_PUSH(f->k->arena, &s->called) = m;
        }
}

/* somebody of another surname who holds the office in that story; NULL for none */
static const dj_mention *owner_of(const dj_mention *odd)
{
    dj_slice surname = surname_of(odd->value.name.canonical);
    for (size_t i = 0; i < odd->in->mentions.n; i++) {
        const dj_mention *m = odd->in->mentions.at[i];
        if (has_office(m) && dj_slice_eq(m->slots[0].text, odd->slots[0].text) &&
            !dj_slice_eq(surname_of(m->value.name.canonical), surname))
            return m;
    }
    return NULL;
}

static size_t times_in(const mentions *called, const dj_text *in)
{
    size_t n = 0;
    for (size_t i = 0; i < called->n; i++)
        n += called->at[i]->in == in;
    return n;
}

/* the style by which the set, and this story, call the person; NULL for none */
static const style *usual_of(const finder *f, const dj_mention *odd)
{
    uint32_t surname = dj_names_find(f->surnames, surname_of(odd->value.name.canonical));
    const style *best = NULL;
    for (uint32_t i = f->first.at[surname - 1]; i; i = f->styles.at[i - 1].next) {
        const style *s = &f->styles.at[i - 1];
        bool is_usual = s->called.n >= (size_t)dj_threshold(f->k, "called", 5) && times_in(&s->called, odd->in) >= 2;
        if (is_usual && (!best || s->called.n > best->called.n))
            best = s;
    }
    return best;
}

static void find(finder *f, const dj_mention *odd, const style *usual, const dj_mention *owner)
{
    dj_checking *k = f->k;
    const dj_mention *claims[1 + WITNESSES] = {dj_with_role(k->arena, odd)};
    size_t n = 1;
    for (size_t i = 0; i < usual->called.n && n <= WITNESSES; i++)
        if (i == 0 || usual->called.at[i]->in != usual->called.at[i - 1]->in)
            claims[n++] = dj_with_role(k->arena, usual->called.at[i]);
    char times[24];
    snprintf(times, sizeof times, "%zu", usual->called.n);
    dj_arg args[] = {{"a", dj_mention_text(claims[0])}, {"b", dj_mention_text(claims[1])},
                     {"source", dj_source_of(odd)},     {"n", dj_slice_of(times)},
                     {"role", odd->slots[0].text},      {"holder", owner->value.name.canonical}};
    dj_finding_tell(k, dj_finding_new(k, k->info->severity, claims, n), "role-conflict.swapped", "why", args,
                    sizeof args / sizeof args[0]);
}

void dj_find_swapped(dj_checking *k)
{
    finder f = {.k = k, .keys = dj_names_new(k->arena), .surnames = dj_names_new(k->arena)};
    collect(&f);
    for (size_t i = 0; i < f.styles.n; i++) {
        const dj_mention *odd = f.styles.at[i].called.n == 1 && !f.styles.at[i].is_held ? f.styles.at[i].called.at[0] : NULL;
        const dj_mention *owner = odd ? owner_of(odd) : NULL;
        const style *usual = owner ? usual_of(&f, odd) : NULL;
        if (usual)
            find(&f, odd, usual, owner);
    }
}
