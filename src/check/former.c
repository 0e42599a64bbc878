/* Papers say 전 at first sight and leave it out later, so a story counts as saying it where it does so once. */
#include "check/former.h"

#include <stdio.h>

#include "base/utf8.h"
#include "check/office.h"
#include "extract/beside.h"

enum { WITNESSES = 3, LEAD = 2 /* sentences */, LOOK = 64 /* mentions of one */ };

typedef struct usage { /* of one office of one person in one story */
    const dj_text *in;
    const dj_mention *present; /* the first mention without the mark, NULL for none */
    const dj_mention *former; /* and with it */
    const dj_mention *full; /* the first one in the text that has more than a surname */
} usage;

typedef struct usages { /* by story */
    DJ_VEC(usage) list;
    bool is_of_then; /* some story tells of the time in which the person held it, so that any may */
} usages;
typedef DJ_VEC(usages) offices;

/* Is a word of the role in the lexicon? */
static bool has_word(const dj_mention *m, const char *lexicon)
{
    const dj_lexicon *marks = dj_pack_lexicon(m->in->pack, lexicon);
    dj_slice role = m->value.name.role;
    for (size_t from = 0, to; marks && from < role.n; from = to + 1) {
        to = dj_slice_find(role, DJ_S(" "), from);
        if (dj_lexicon_has(marks, dj_slice_sub(role, from, to)))
            return true;
    }
    return false;
}

bool dj_is_former(const dj_mention *m)
{
    return has_word(m, "former_mark");
}

static dj_slice title_of(dj_slice role)
{
    size_t last = 0;
    for (size_t i = 0; i < role.n; i++)
        if (role.at[i] == ' ')
            last = i + 1;
    return dj_slice_sub(role, last, role.n);
}

/* 정 행정관은 2017년 9월 참모총장을 만났다: a day of the sentence that lies so far back that the office is the one of that day */
static bool tells_of_long_ago(const dj_checking *k, const dj_mention *m)
{
    dj_day published = m->in->story->published;
    const dj_sentence *sentence = &m->in->parts[m->field].sentences.at[m->sentence];
    int64_t days = (int64_t)dj_threshold(k, "long-ago", 60);
    size_t first = dj_mention_from(m->in, m->field, sentence->start);
    for (size_t i = first; i < m->in->mentions.n && i - first < LOOK; i++) {
        const dj_mention *day = m->in->mentions.at[i];
        if (day->field != m->field || day->sentence != m->sentence)
            return false;
        if (day->kind == DJ_DATE && day->value.is_known && day->value.date.to != DJ_NO_DAY && published != DJ_NO_DAY &&
            day->value.date.to + days < published)
            return true;
    }
    return false;
}

/* the office of then: 시절, 당시, 재임 in the few words behind the name, 당시 before it or in the role, or a day long ago */
static bool is_of_then(const dj_checking *k, const dj_mention *m)
{
    const dj_lexicon *before = dj_pack_lexicon(m->in->pack, "then");
    dj_slice text = dj_mention_field(m);
    if (has_word(m, "then") || tells_of_long_ago(k, m))
        return true;
    if (dj_lexicon_ends(before, dj_slice_trim(dj_slice_sub(text, 0, m->start))))
        return true;
    return dj_matches_behind(m, "office_of_then", k->options->scratch) != NULL;
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

static void add(dj_checking *k, usages *office, const dj_mention *m)
{
    bool is_former = dj_is_former(m);
    if (!is_former && is_of_then(k, m)) {
        office->is_of_then = true;
        return;
    }
    if (office->list.n == 0 || office->list.at[office->list.n - 1].in != m->in)
        DJ_PUSH(k->arena, &office->list)->in = m->in;
    usage *u = &office->list.at[office->list.n - 1];
    const dj_mention **slot = is_former ? &u->former : &u->present;
    if (!*slot)
        *slot = m;
    if (!u->full && m->field == DJ_FIELD_TEXT && dj_utf8_count(dj_mention_text(m)) > 1)
        u->full = m;
}

/* what a story says of the office: the first mention that has the mark, or else the first */
static const dj_mention *said(const usage *u)
{
    return u->former ? u->former : u->present;
}

/* n_odd: claims that say otherwise, which come first */
static void tell(dj_checking *k, const dj_mention **claims, size_t n, size_t n_odd, size_t usual)
{
    char stories[24];
    snprintf(stories, sizeof stories, "%zu", usual);
    dj_arg args[] = {{"role", claims[n_odd]->value.name.role},
                     {"a", claims[0]->value.name.role},
                     {"b", claims[n_odd]->value.name.canonical},
                     {"source", dj_source_of(claims[0])},
                     {"n", dj_slice_of(stories)}};
    for (size_t i = 0; i < n; i++)
        claims[i] = dj_with_role(k->arena, claims[i]);
    dj_finding_tell(k, dj_finding_new(k, k->info->severity, claims, n), "role-conflict.former", "why", args,
                    sizeof args / sizeof args[0]);
}

static void find_odd(dj_checking *k, const usages *office, bool is_former_odd, size_t odd, size_t usual)
{
    const dj_mention *claims[2 * WITNESSES];
    size_t n = 0, n_odd = odd < WITNESSES ? odd : WITNESSES;
    for (size_t i = 0; i < office->list.n && n < n_odd; i++)
        if (!office->list.at[i].former != is_former_odd)
            claims[n++] = said(&office->list.at[i]);
    for (size_t i = 0; i < office->list.n && n < n_odd + WITNESSES; i++)
        if (!office->list.at[i].former == is_former_odd)
            claims[n++] = said(&office->list.at[i]);
    if (!is_told(k, claims[0]))
        tell(k, claims, n, n_odd, usual);
}

static bool is_in_lead(const dj_mention *m)
{
    return m->sentence < LEAD && m->zone == DJ_ZONE_BODY && !dj_mention_is_quoted(m);
}

/* A story that begins with the office as a present one, and says otherwise later, as all others do from the beginning. */
static void find_lead(dj_checking *k, const usages *office)
{
    const dj_mention *claims[1 + WITNESSES] = {NULL};
    size_t usual = 0, odd = 0, n = 1;
    for (size_t i = 0; i < office->list.n; i++) {
        const dj_mention *full = office->list.at[i].full;
        if (full && !dj_is_former(full) && odd++ == 0)
            claims[0] = full;
        else if (full && dj_is_former(full) && usual++ < WITNESSES)
            claims[n++] = full;
    }
    bool is_outnumbered = odd == 1 && usual >= (size_t)dj_threshold(k, "former", 3);
    if (is_outnumbered && is_in_lead(claims[0]) && !is_told(k, claims[0]))
        tell(k, claims, n, 1, usual);
}

static void find(dj_checking *k, const usages *office)
{
    size_t n_former = 0, n_present = 0;
    for (size_t i = 0; i < office->list.n; i++)
        *(office->list.at[i].former ? &n_former : &n_present) += 1;
    bool is_former_odd = n_former < n_present;
    size_t usual = is_former_odd ? n_present : n_former, odd = is_former_odd ? n_former : n_present;
    bool is_outnumbered = odd && usual >= (size_t)dj_threshold(k, "former", 3) &&
                          usual >= (size_t)dj_threshold(k, "times", 2) * odd;
    if (is_outnumbered && (is_former_odd || !office->is_of_then))
        find_odd(k, office, is_former_odd, odd, usual);
    else if (odd == 0)
        find_lead(k, office);
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
            add(k, &all.at[id - 1], m);
        }
    for (size_t i = 0; i < all.n; i++)
        find(k, &all.at[i]);
}
