/* Papers say 전 at first sight and leave it out later, so a story counts as saying it where it does so once. */
#include "check/former.h"

#include <stdio.h>

#include "check/office.h"

typedef struct usage { /* of one office of one person in one story */
    const dj_text *in;
    const dj_mention *present; /* the first mention without the mark, NULL for none */
    const dj_mention *former; /* and with it */
} usage;

typedef DJ_VEC(usage) usages;
typedef DJ_VEC(usages) offices;

static bool is_former(const dj_mention *m)
{
    const dj_lexicon *marks = dj_pack_lexicon(m->in->pack, "former_mark");
    dj_slice role = m->value.name.role, value;
    for (size_t from = 0, to; from < role.n; from = to + 1) {
        to = dj_slice_find(role, DJ_S(" "), from);
        if (marks && dj_lexicon_find(marks, dj_slice_sub(role, from, to), &value))
            return true;
    }
    return false;
}

static dj_slice title_of(dj_slice role)
{
    size_t last = 0;
    for (size_t i = 0; i < role.n; i++)
        if (role.at[i] == ' ')
            last = i + 1;
    return dj_slice_sub(role, last, role.n);
}

/* the office of then: 시절, 당시, 재임 in the few words behind the name, or 당시 before it */
static bool is_of_then(const dj_mention *m)
{
    const dj_lexicon *before = dj_pack_lexicon(m->in->pack, "then");
    const dj_regex *behind = dj_pack_pattern(m->in->pack, "office_of_then");
    dj_slice text = m->in->story->fields[m->field].text, value;
    size_t length;
    if (before && dj_lexicon_suffix(before, dj_slice_trim(dj_slice_sub(text, 0, m->start)), &length, &value))
        return true;
    dj_scratch *scratch = behind ? dj_scratch_new() : NULL;
    bool found = behind && dj_regex_find(behind, scratch, text, m->end, true) == DJ_MATCH;
    dj_scratch_free(scratch);
    return found;
}

/* 비서관 and 균형인사비서관 of one person in one story are told once */
static bool is_told(const dj_checking *k, const dj_mention *odd)
{
    for (size_t i = 0; i < k->findings->list.n; i++) {
        const dj_finding *f = k->findings->list.at[i];
        const dj_mention *told = f->claims.at[0];
        if (f->check == k->info && told->in == odd->in && dj_slice_eq(told->value.name.canonical, odd->value.name.canonical))
            return true;
    }
    return false;
}

static uint32_t office_of(dj_arena *arena, dj_names *keys, const dj_mention *m)
{
    dj_slice name = m->value.name.canonical, title = title_of(m->value.name.role);
    char *key = dj_alloc(arena, name.n + title.n + 2);
    memcpy(key, name.at, name.n);
    key[name.n] = '/';
    memcpy(key + name.n + 1, title.at, title.n);
    return dj_intern(keys, (dj_slice){key, name.n + title.n + 1});
}

static void add(dj_arena *arena, usages *office, const dj_mention *m)
{
    if (office->n == 0 || office->at[office->n - 1].in != m->in)
        DJ_PUSH(arena, office)->in = m->in;
    usage *u = &office->at[office->n - 1];
    const dj_mention **slot = is_former(m) ? &u->former : &u->present;
    if (!*slot)
        *slot = m;
}

static void find(dj_checking *k, const usages *office)
{
    enum { WITNESSES = 3 };
    size_t n_former = 0, n_present = 0;
    for (size_t i = 0; i < office->n; i++)
        *(office->at[i].former ? &n_former : &n_present) += 1;
    bool is_former_odd = n_former < n_present;
    size_t usual = is_former_odd ? n_present : n_former, odd = is_former_odd ? n_former : n_present, n = 1;
    if (odd == 0 || usual < (size_t)dj_threshold(k, "former", 3) || usual < (size_t)dj_threshold(k, "times", 2) * odd)
        return;
    const dj_mention *claims[1 + WITNESSES] = {NULL};
    for (size_t i = 0; i < office->n; i++) {
        const usage *u = &office->at[i];
        if (!u->former == is_former_odd && n <= WITNESSES)
            claims[n++] = u->former ? u->former : u->present;
        else if (!u->former != is_former_odd && !claims[0])
            claims[0] = u->former ? u->former : u->present;
    }
    if (is_of_then(claims[0]) || is_told(k, claims[0]))
        return;
    char stories[16];
    snprintf(stories, sizeof stories, "%zu", usual);
    dj_arg args[] = {{"role", claims[1]->value.name.role},
                     {"a", claims[0]->value.name.role},
                     {"b", claims[1]->value.name.canonical},
                     {"source", dj_source_of(claims[0])},
                     {"n", dj_slice_of(stories)}};
    for (size_t i = 0; i < n; i++)
        claims[i] = dj_with_role(k->arena, claims[i]);
    dj_finding_tell(k, dj_finding_new(k, k->info->severity, claims, n), "role-conflict.former", "why", args, sizeof args / sizeof args[0]);
}

void dj_find_former(dj_checking *k)
{
    dj_names *keys = dj_names_new(k->arena);
    offices all = {0};
    for (size_t t = 0; t < k->set->texts.n; t++)
        for (size_t i = 0; i < k->set->texts.at[t]->mentions.n; i++) {
            const dj_mention *m = k->set->texts.at[t]->mentions.at[i];
            if (m->kind != DJ_NAME || m->zone == DJ_ZONE_TAIL || !m->value.is_known || m->value.name.role.n == 0)
                continue;
            uint32_t id = office_of(k->arena, keys, m);
            if (id > all.n)
                DJ_PUSH(k->arena, &all);
            add(k->arena, &all.at[id - 1], m);
        }
    for (size_t i = 0; i < all.n; i++)
        find(k, &all.at[i]);
}
