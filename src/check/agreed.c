/* See agreed.h. */
#include "check/agreed.h"

#include <stdlib.h>

#include "align/quotes.h"
#include "base/utf8.h"
#include "normalise/say.h"

enum { LEAST_STORIES = 2, LEAST_WORDS = 2 /* of a figure's label */, LEAST_QUOTED = 4 /* words */, SHORTEST_NAME = 3 };

static dj_slice told(dj_arena *arena, const dj_mention *m)
{
    bool is_vague = dj_kind_about(m->kind)->family == DJ_FAMILY_AMOUNT && m->value.amount.bound == DJ_BETWEEN;
    if (is_vague) /* 20여 명 says it better than its two ends */
        return dj_mention_text(m);
    dj_buf text = dj_buf_new(4096);
    dj_value_say(&m->value, m->in->pack, &text);
    dj_slice said = dj_slice_copy(arena, dj_buf_slice(&text));
    dj_buf_free(&text);
    return said;
}

/* a day, a month or a year by its name; spans are often reckoned (4년 동안) and hard to say */
static bool is_one_date(const dj_date *date)
{
    bool is_day = date->grain == DJ_GRAIN_DAY;
    return date->bound == DJ_EXACT && date->from != DJ_NO_DAY && date->to != DJ_NO_DAY && (!is_day || date->from == date->to);
}

static bool has_type(const dj_mention *m, dj_sheet_type *type)
{
    *type = m->kind == DJ_DATE ? DJ_SHEET_DATE : DJ_SHEET_AMOUNT;
    return m->kind != DJ_NUMBER && m->kind != DJ_ORDINAL && m->kind != DJ_TIME && !m->of &&
           (m->kind != DJ_DATE || is_one_date(&m->value.date));
}

typedef struct stated { /* a value of a version */
    const dj_mention *first;
    size_t n;
} stated;

typedef DJ_VEC(stated) all_stated;

/* claims are many, and the ways to write a value few: in the order of sight */
static void count_stated(dj_arena *arena, const dj_version *version, all_stated *out)
{
    dj_names *values = dj_names_new(arena);
    for (size_t i = 0; i < version->claims.n; i++) {
        dj_buf text = dj_buf_new(SIZE_MAX);
        dj_json json = {.out = &text};
        dj_value_json(&version->claims.at[i]->value, &json);
        if (version->claims.at[i]->kind == DJ_DATE) /* which JSON does not say */
            dj_buf_text(&text, dj_bound_name(version->claims.at[i]->value.date.bound));
        uint32_t id = dj_intern(values, dj_buf_slice(&text));
        dj_buf_free(&text);
        if (id > out->n)
            *DJ_PUSH(arena, out) = (stated){version->claims.at[i], 0};
        out->at[id - 1].n++;
    }
}

/* the claim that most others state in the same way; NULL where one says at most and another at least */
static const dj_mention *usual(dj_arena *arena, const dj_version *version)
{
    all_stated values = {0};
    const dj_mention *best = NULL;
    size_t most = 0;
    count_stated(arena, version, &values);
    for (size_t i = 0; i < values.n; i++) {
        const dj_mention *m = values.at[i].first;
        bool is_amount = dj_kind_about(m->kind)->family == DJ_FAMILY_AMOUNT;
        size_t n = 0;
        for (size_t j = 0; j < values.n; j++) {
            const dj_mention *other = values.at[j].first;
            if (is_amount && dj_bounds_oppose(&m->value.amount, &other->value.amount))
                return NULL;
            n += dj_value_compare(&m->value, &other->value) == DJ_SAME ? values.at[j].n : 0;
        }
        if (n > most) {
            best = m;
            most = n;
        }
    }
    return best;
}

static void split(dj_arena *arena, dj_slice label, dj_agreed_fact *fact)
{
    for (size_t from = 0, to; from < label.n; from = to + 1) {
        to = dj_slice_find(label, DJ_S(" "), from);
        if (to > from)
            *DJ_PUSH(arena, &fact->about) = dj_slice_sub(label, from, to);
    }
}

static void add_figures(dj_arena *arena, const dj_set *set, dj_agreed *out)
{
    for (size_t f = 0; f < set->facts.n; f++) {
        const dj_fact *fact = set->facts.at[f];
        const dj_version *version = fact->versions.n == 1 ? &fact->versions.at[0] : NULL;
        dj_agreed_fact agreed = {.n_stories = version ? version->n_stories : 0};
        agreed.claim = agreed.n_stories >= LEAST_STORIES ? usual(arena, version) : NULL;
        if (!agreed.claim || !has_type(agreed.claim, &agreed.type))
            continue;
        agreed.value = told(arena, agreed.claim);
        split(arena, fact->label, &agreed);
        if (agreed.about.n >= LEAST_WORDS)
            *DJ_PUSH(arena, out) = agreed;
    }
}

typedef struct role {
    dj_slice text;
    const dj_text *last; /* the story that had it last */
    size_t n_stories;
} role;

typedef struct person {
    const dj_mention *first;
    const dj_text *last;
    size_t n_stories;
    DJ_VEC(role) roles;
} person;

typedef DJ_VEC(person) persons;

static void add_role(dj_arena *arena, person *p, const dj_mention *m)
{
    role *r = NULL;
    for (size_t i = 0; i < p->roles.n && !r; i++)
        if (dj_slice_eq(p->roles.at[i].text, m->value.name.role))
            r = &p->roles.at[i];
    if (!r) {
        r = DJ_PUSH(arena, &p->roles);
        r->text = m->value.name.role;
    }
    r->n_stories += r->last != m->in;
    r->last = m->in;
}

static void meet_persons(dj_arena *arena, const dj_set *set, persons *out)
{
    dj_names *known = dj_names_new(arena);
    for (size_t t = 0; t < set->texts.n; t++)
        for (size_t i = 0; i < set->texts.at[t]->mentions.n; i++) {
            const dj_mention *m = set->texts.at[t]->mentions.at[i];
            bool is_body = m->zone == DJ_ZONE_BODY || m->zone == DJ_ZONE_CAPTION || m->zone == DJ_ZONE_HEADLINE;
            if (m->kind != DJ_NAME || !m->value.is_known || !is_body || dj_utf8_count(dj_mention_text(m)) < SHORTEST_NAME ||
                !dj_slice_eq(dj_mention_text(m), m->value.name.canonical))
                continue;
            uint32_t id = dj_intern(known, m->value.name.canonical);
            person *p = id > out->n ? DJ_PUSH(arena, out) : &out->at[id - 1];
            p->first = p->first ? p->first : m;
            p->n_stories += p->last != m->in;
            p->last = m->in;
            if (m->value.name.role.n)
                add_role(arena, p, m);
        }
}

/* CEO says nothing beside 오픈AI CEO */
static bool is_part_of_another(const person *p, const role *r, size_t least)
{
    for (size_t i = 0; i < p->roles.n; i++) {
        const role *other = &p->roles.at[i];
        if (other != r && other->n_stories >= least && other->text.n > r->text.n && dj_slice_ends(other->text, r->text))
            return true;
    }
    return false;
}

/* the roles that two stories give; where there is none, all of them */
static void add_roles(dj_arena *arena, const person *p, dj_agreed_fact *fact)
{
    size_t least = 1;
    for (size_t i = 0; i < p->roles.n; i++)
        if (p->roles.at[i].n_stories >= LEAST_STORIES)
            least = LEAST_STORIES;
    for (size_t i = 0; i < p->roles.n; i++)
        if (p->roles.at[i].n_stories >= least && !is_part_of_another(p, &p->roles.at[i], least))
            *DJ_PUSH(arena, &fact->roles) = p->roles.at[i].text;
}

static void add_names(dj_arena *arena, const dj_set *set, dj_agreed *out)
{
    persons all = {0};
    meet_persons(arena, set, &all);
    for (size_t i = 0; i < all.n; i++) {
        dj_agreed_fact fact = {.type = DJ_SHEET_NAME, .claim = all.at[i].first, .n_stories = all.at[i].n_stories};
        fact.value = fact.claim->value.name.canonical;
        add_roles(arena, &all.at[i], &fact);
        if (fact.n_stories >= LEAST_STORIES && fact.roles.n)
            *DJ_PUSH(arena, out) = fact;
    }
}

static bool is_alike(const dj_quote_pair *pair)
{
    dj_slice a = pair->a->value.quote.speaker, b = pair->b->value.quote.speaker;
    bool is_one_speaker = a.n == 0 || b.n == 0 || dj_slice_eq(a, b);
    return pair->differences.n == 0 && pair->common >= LEAST_QUOTED && pair->a->in != pair->b->in && is_one_speaker &&
           pair->n_a == pair->n_b;
}

/* empty for a source without a name (관계자), who may be another in another story */
static dj_slice speaker_of(const dj_quote_pair *pair)
{
    const dj_mention *sides[] = {pair->a, pair->b};
    for (size_t s = 0; s < 2; s++)
        for (size_t i = 0; i < sides[s]->in->mentions.n; i++) {
            const dj_mention *m = sides[s]->in->mentions.at[i];
            if (m->kind == DJ_NAME && m->value.name.role.n && dj_slice_eq(m->value.name.canonical, sides[s]->value.quote.speaker))
                return m->value.name.canonical;
        }
    return DJ_NONE;
}

typedef struct partner { /* that a quotation has a pair with one of that story */
    uint32_t quotation;
    size_t pair;
    const dj_text *in;
} partner;

typedef struct quoting {
    dj_arena *arena;
    dj_names *quotations; /* by the address of the mention */
    DJ_VEC(partner) partners; /* by quotation, then pair */
    bool *is_told; /* by number */
} quoting;

static uint32_t number_of(quoting *q, const dj_mention *m)
{
    return dj_intern(q->quotations, (dj_slice){(const char *)&m, sizeof m});
}

static int by_quotation(const void *a, const void *b)
{
    const partner *x = a, *y = b;
    if (x->quotation != y->quotation)
        return x->quotation < y->quotation ? -1 : 1;
    return (x->pair > y->pair) - (x->pair < y->pair);
}

static void list_partners(quoting *q, const dj_quote_pairs *pairs)
{
    for (size_t i = 0; i < pairs->n; i++) {
        const dj_quote_pair *p = &pairs->at[i];
        if (!is_alike(p))
            continue;
        *DJ_PUSH(q->arena, &q->partners) = (partner){number_of(q, p->a), i, p->b->in};
        *DJ_PUSH(q->arena, &q->partners) = (partner){number_of(q, p->b), i, p->a->in};
    }
    if (q->partners.n)
        qsort(q->partners.at, q->partners.n, sizeof *q->partners.at, by_quotation);
}

static size_t stories_with(const quoting *q, uint32_t quotation, const dj_mention *m)
{
    size_t n = 1, low = 0, high = q->partners.n;
    const dj_text *last = m->in;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (q->partners.at[middle].quotation < quotation)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < q->partners.n && q->partners.at[low].quotation == quotation; low++) {
        n += q->partners.at[low].in != last;
        last = q->partners.at[low].in;
    }
    return n;
}

static void add_quotes(dj_arena *arena, const dj_set *set, const dj_settings *settings, dj_agreed *out)
{
    dj_quote_pairs pairs = {0};
    quoting q = {.arena = arena, .quotations = dj_names_new(arena)};
    dj_quotes_pair(arena, set, settings, &pairs);
    list_partners(&q, &pairs);
    q.is_told = dj_alloc(arena, (dj_names_count(q.quotations) + 1) * sizeof *q.is_told);
    for (size_t i = 0; i < pairs.n; i++) {
        const dj_quote_pair *p = &pairs.at[i];
        if (!is_alike(p))
            continue;
        uint32_t a = number_of(&q, p->a), b = number_of(&q, p->b);
        bool is_new = !q.is_told[a] && !q.is_told[b];
        q.is_told[a] = q.is_told[b] = true;
        if (!is_new)
            continue;
        dj_agreed_fact fact = {.type = DJ_SHEET_QUOTE, .claim = p->a, .value = p->a->value.quote.text, .speaker = speaker_of(p)};
        fact.n_stories = stories_with(&q, a, p->a);
        *DJ_PUSH(arena, out) = fact;
    }
}

void dj_agreed_find(dj_arena *arena, const dj_set *set, const dj_settings *settings, dj_agreed *out)
{
    add_figures(arena, set, out);
    add_names(arena, set, out);
    add_quotes(arena, set, settings, out);
}
