/* A journey across many time zones may take more days than its nights and one (5박8일), so the number alone says nothing; but
 * no two outlets count one journey so differently. Stays are numbered by their nights, so that the cost grows with their
 * number alone. */
#include "check/stay.h"

#include "align/voice.h"

enum { DAY = 24 * 60 * 60, WITNESSES = 3 };

typedef struct stays { /* of as many nights */
    DJ_VEC(const dj_mention *) usual; /* with a day more, by story */
    size_t n_voices; /* of the usual ones */
    size_t usual_in, odd_in; /* number of the last story that has one, from 1 */
} stays;

typedef struct finder {
    dj_checking *k;
    dj_names *nights;
    DJ_VEC(stays) list; /* by nights - 1 */
} finder;

/* the digits of its nights; empty for what is no stay */
static dj_slice nights_of(const dj_mention *m)
{
    const dj_slot *nights = m->kind == DJ_DURATION && m->value.is_known && m->zone != DJ_ZONE_TAIL && !m->defect
                                ? dj_mention_slot(m, "nights")
                                : NULL;
    return nights ? nights->text : DJ_NONE;
}

static int64_t days_beyond(const dj_mention *m)
{
    int64_t nights = 0, longest = 1000;
    dj_slice text = nights_of(m);
    for (size_t i = 0; i < text.n && nights < longest; i++)
        nights = nights * 10 + (text.at[i] - '0');
    return m->value.duration.seconds / DAY - nights;
}

static stays *stays_of(finder *f, const dj_mention *m)
{
    uint32_t id = dj_intern(f->nights, nights_of(m));
    return id > f->list.n ? DJ_PUSH(f->k->arena, &f->list) : &f->list.at[id - 1];
}

static void collect(finder *f)
{
    for (size_t t = 0; t < f->k->set->texts.n; t++)
        for (size_t i = 0; i < f->k->set->texts.at[t]->mentions.n; i++) {
            const dj_mention *m = f->k->set->texts.at[t]->mentions.at[i];
            if (nights_of(m).n && days_beyond(m) == 1)
                *DJ_PUSH(f->k->arena, &stays_of(f, m)->usual) = m;
        }
}

static void count_voices(finder *f)
{
    dj_tally tally = dj_tally_new(f->k->arena, f->k->set);
    for (size_t s = 0; s < f->list.n; s++) {
        dj_tally_begin(&tally);
        for (size_t i = 0; i < f->list.at[s].usual.n; i++)
            dj_tally_add(&tally, f->list.at[s].usual.at[i]);
        f->list.at[s].n_voices = dj_tally_voices(&tally);
    }
}

static void tell(dj_checking *k, const dj_mention *odd, const stays *of)
{
    const dj_mention *claims[1 + WITNESSES] = {odd};
    size_t n = 1;
    for (size_t i = 0; i < of->usual.n && n <= WITNESSES; i++)
        if (of->usual.at[i]->in != claims[n - 1]->in)
            claims[n++] = of->usual.at[i];
    dj_arg args[] = {{"a", dj_mention_text(odd)},
                     {"b", dj_mention_text(claims[1])},
                     {"source", dj_source_of(odd)},
                     {"other", dj_source_of(claims[1])}};
    dj_finding_tell(k, dj_finding_new(k, k->info->severity, claims, n), "duration-conflict.stay", "why", args,
                    sizeof args / sizeof args[0]);
}

/* a story that has the usual stay as well tells of two journeys */
static void look_at(finder *f, const dj_text *text, size_t number)
{
    for (size_t i = 0; i < text->mentions.n; i++)
        if (nights_of(text->mentions.at[i]).n && days_beyond(text->mentions.at[i]) == 1)
            stays_of(f, text->mentions.at[i])->usual_in = number;
    for (size_t i = 0; i < text->mentions.n; i++) {
        const dj_mention *m = text->mentions.at[i];
        if (nights_of(m).n == 0 || days_beyond(m) < 2)
            continue;
        stays *of = stays_of(f, m);
        if (of->n_voices >= (size_t)dj_threshold(f->k, "stays", 2) && of->usual_in != number && of->odd_in != number)
            tell(f->k, m, of);
        of->odd_in = number;
    }
}

void dj_find_stays(dj_checking *k)
{
    finder f = {.k = k, .nights = dj_names_new(k->arena)};
    collect(&f);
    count_voices(&f);
    for (size_t t = 0; t < k->set->texts.n; t++)
        look_at(&f, k->set->texts.at[t], t + 1);
}
