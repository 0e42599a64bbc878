/* Versions grow by union of pairs that say the same in like contexts. Versions with different values are then linked,
 * strongest link first, as the evidence goes (evidence.h): a version joins the fact that it is likest to. Thresholds are in the `align` section of checks.yaml. */
#include "align/cluster.h"

#include <stdlib.h>

#include "align/counted.h"
#include "align/label.h"
#include "align/slip.h"
#include "align/voice.h"

enum { LONG_SLIP = 3 }; /* digits of a slip that its own story may state rightly elsewhere */

typedef struct group { /* a version in the making */
    DJ_VEC(uint32_t) members; /* contexts, in order */
    size_t n_stories, n_voices, n_copies;
    dj_fact *fact;
} group;

typedef struct statement { /* that a story states a figure, in this context */
    uint32_t value, story, context;
} statement;

typedef struct clusterer {
    dj_arena *arena;
    dj_set *set;
    const dj_contexts *contexts;
    const dj_pairs *pairs;
    const dj_settings *settings;
    dj_weights weights;
    dj_scratch *scratch;
    uint32_t *parent; /* union-find over contexts */
    uint32_t *said; /* by context: equal for figures of one number, whatever their bound */
    group *groups; /* by root */
    const dj_counted *counted;
    statement *statements; /* by value, then story; one a context */
    double lone; /* setting of that name */
    bool takes_all; /* pairs of figures, be they the best or not */
    dj_links links;
} clusterer;

static double capped(double x, double most)
{
    return x < most ? x : most;
}

static double number(const clusterer *k, const char *key, double fallback)
{
    return dj_dec_double(dj_setting(k->settings, "align", key, dj_dec_make((int64_t)(fallback * 1000), -3)));
}

static uint32_t root_of(clusterer *k, uint32_t i)
{
    while (k->parent[i] != i)
        i = k->parent[i] = k->parent[k->parent[i]];
    return i;
}

static void join(clusterer *k, uint32_t a, uint32_t b)
{
    a = root_of(k, a);
    b = root_of(k, b);
    if (a != b)
        k->parent[a > b ? a : b] = a < b ? a : b;
}

/* A figure of many digits, or a large sum, hardly meets its equal by chance; "3 people" does. */
static bool is_telling(const dj_value *value)
{
    if (dj_kind_about(value->kind)->family != DJ_FAMILY_AMOUNT)
        return false;
    dj_dec d = value->amount.has_low ? value->amount.low : value->amount.high;
    unsigned digits = dj_dec_digits(d);
    return digits >= 3 || (value->kind == DJ_MONEY && d.exponent + (int)digits >= 8);
}

/* what a figure says whatever its bound: "money USD 500000000000" */
static uint32_t key_of_figure(dj_names *keys, const dj_context *context)
{
    const dj_mention *m = context->mention;
    const dj_amount *a = &m->value.amount;
    dj_buf text = dj_buf_new(512);
    dj_buf_fmt(&text, "%u %.*s ", (unsigned)m->kind, DJ_FMT(context->unit));
    dj_dec_write(a->has_low ? a->low : a->high, &text);
    dj_buf_byte(&text, ' ');
    dj_dec_write(a->has_high ? a->high : a->low, &text);
    uint32_t key = dj_intern(keys, dj_buf_slice(&text));
    dj_buf_free(&text);
    return key;
}

/* other values, which have no bound or keep theirs, get numbers past all of these */
static void read_figures(clusterer *k)
{
    dj_names *keys = dj_names_new(k->arena);
    uint32_t n = (uint32_t)k->contexts->n;
    k->said = dj_alloc(k->arena, (n + 1) * sizeof *k->said);
    for (uint32_t i = 0; i < n; i++) {
        const dj_context *c = &k->contexts->at[i];
        bool is_amount = dj_kind_about(c->mention->kind)->family == DJ_FAMILY_AMOUNT;
        k->said[i] = is_amount ? key_of_figure(keys, c) : n + 1 + c->value;
    }
}

static int by_statement(const void *a, const void *b)
{
    const statement *x = a, *y = b;
    if (x->value != y->value)
        return x->value < y->value ? -1 : 1;
    if (x->story != y->story)
        return x->story < y->story ? -1 : 1;
    return (x->context > y->context) - (x->context < y->context);
}

/* every value with every story that states it */
static void list_statements(clusterer *k)
{
    size_t n = k->contexts->n;
    k->statements = dj_alloc(k->arena, (n + 1) * sizeof *k->statements);
    for (uint32_t i = 0; i < n; i++)
        k->statements[i] = (statement){k->said[i], k->contexts->at[i].story, i};
    if (n)
        qsort(k->statements, n, sizeof *k->statements, by_statement);
}

/* A story that repeats a telling figure speaks of one thing. */
static void join_within_stories(clusterer *k)
{
    for (size_t i = 1; i < k->contexts->n; i++) {
        const statement *a = &k->statements[i - 1], *b = &k->statements[i];
        if (a->value == b->value && a->story == b->story && is_telling(&k->contexts->at[b->context].mention->value))
            join(k, a->context, b->context);
    }
}

/* the first statement that is not before this one */
static size_t statement_at(const clusterer *k, statement wanted)
{
    size_t low = 0, high = k->contexts->n;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (by_statement(&k->statements[middle], &wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool states(const clusterer *k, uint32_t story, uint32_t value)
{
    size_t at = statement_at(k, (statement){value, story, 0});
    return at < k->contexts->n && k->statements[at].value == value && k->statements[at].story == story;
}

/* 6810만원 is over 6000만원, and 6일 within 5~7일, but a story that states both speaks of two things; of 내년 and 내년 5월 it may be one */
static bool are_both_stated(const clusterer *k, const dj_pair *p)
{
    uint32_t x = k->said[p->a], y = k->said[p->b];
    const dj_value *a = &k->contexts->at[p->a].mention->value, *b = &k->contexts->at[p->b].mention->value;
    bool is_coarse = a->kind == DJ_DATE && a->date.grain != b->date.grain;
    return !is_coarse && x != y && (states(k, k->contexts->at[p->a].story, y) || states(k, k->contexts->at[p->b].story, x));
}

static void join_versions(clusterer *k)
{
    join_within_stories(k);
    double plain = number(k, "same", 0.3), telling = number(k, "same-telling", 0.12);
    for (size_t i = 0; i < k->pairs->n; i++) {
        const dj_pair *p = &k->pairs->at[i];
        double floor = is_telling(&k->contexts->at[p->a].mention->value) ? telling : plain;
        if ((p->relation == DJ_SAME || p->relation == DJ_COMPATIBLE) && p->strength >= floor && (p->relation == DJ_SAME || (p->is_best && !are_both_stated(k, p))))
            join(k, p->a, p->b);
    }
}

static void count_voices(clusterer *k)
{
    dj_tally tally = dj_tally_new(k->arena, k->set);
    for (size_t i = 0; i < k->contexts->n; i++) {
        group *g = &k->groups[i];
        dj_tally_begin(&tally);
        for (size_t m = 0; m < g->members.n; m++)
            dj_tally_add(&tally, k->contexts->at[g->members.at[m]].mention);
        g->n_stories = tally.stories;
        g->n_voices = dj_tally_voices(&tally);
        g->n_copies = dj_tally_copies(&tally);
    }
}

static void make_groups(clusterer *k)
{
    size_t n = k->contexts->n;
    k->groups = dj_alloc(k->arena, (n + 1) * sizeof *k->groups);
    for (uint32_t i = 0; i < n; i++)
        *DJ_PUSH(k->arena, &k->groups[root_of(k, i)].members) = i;
}

/* in how many stories but these two */
static double stated_in_others(const clusterer *k, uint32_t value, uint32_t story_a, uint32_t story_b)
{
    double n = 0;
    for (size_t i = statement_at(k, (statement){value, 0, 0}); i < k->contexts->n && k->statements[i].value == value; i++) {
        uint32_t story = k->statements[i].story;
        bool is_counted = i > 0 && k->statements[i - 1].value == value && k->statements[i - 1].story == story;
        n += !is_counted && story != story_a && story != story_b;
    }
    return n;
}

static int by_groups(const void *a, const void *b)
{
    const dj_link *x = a, *y = b;
    if (x->a != y->a)
        return x->a < y->a ? -1 : 1;
    if (x->b != y->b)
        return x->b < y->b ? -1 : 1;
    return (x->pair > y->pair) - (x->pair < y->pair);
}

static void weigh_statements(const clusterer *k, uint32_t odd, uint32_t other, dj_evidence *out)
{
    uint32_t x = k->said[odd], y = k->said[other], story = k->contexts->at[odd].story, witness = k->contexts->at[other].story;
    bool odd_has_both = states(k, story, y), other_has_both = states(k, witness, x);
    double elsewhere = stated_in_others(k, x, story, witness), witnesses = stated_in_others(k, y, story, witness) + 1;
    out->of[DJ_FEATURE_ELSEWHERE] = capped(elsewhere, 3);
    out->of[DJ_FEATURE_LONE] = elsewhere < 1 && !other_has_both;
    bool is_own_slip = out->of[DJ_FEATURE_LONE] > 0 && out->of[DJ_FEATURE_SLIP] >= LONG_SLIP;
    out->of[DJ_FEATURE_STATED] = (double)(odd_has_both && !is_own_slip) + (double)other_has_both;
    if (out->of[DJ_FEATURE_LONE] < 1)
        out->of[DJ_FEATURE_SLIP] *= out->of[DJ_FEATURE_LIKENESS];
    else if (witnesses > 1 && !odd_has_both)
        out->of[DJ_FEATURE_TELLING] = out->of[DJ_FEATURE_SLIP];
}

/* A day reckoned from another (전날, 사흘 전, 이날) is as sure as the reckoning: it may agree with others, but a
 * disagreement needs a stated day, month, quarter or year. */
static bool is_firm(const dj_mention *m)
{
    if (m->kind != DJ_DATE || dj_mention_slot(m, "day") || dj_mention_slot(m, "quarter"))
        return true;
    return dj_mention_slot(m, "year") || (dj_mention_slot(m, "month") && !dj_mention_slot(m, "relative_year"));
}

/* Of two versions of as many stories: is a's the value that fewer of the other stories state, anywhere? Of as few, the one
 * that the other's story states too, whichever story comes first. */
static bool states_less(const clusterer *k, const dj_pair *p)
{
    uint32_t a = k->contexts->at[p->a].story, b = k->contexts->at[p->b].story;
    double of_a = stated_in_others(k, k->said[p->a], a, b), of_b = stated_in_others(k, k->said[p->b], a, b);
    return of_a != of_b ? of_a < of_b : states(k, b, k->said[p->a]);
}

/* the one of the two is the only figure of its noun that is not what all others say */
static bool is_counted_apart(const clusterer *k, const dj_pair *p)
{
    bool is_of_one_time = dj_scope_when(&k->contexts->at[p->a].scope, &k->contexts->at[p->b].scope) >= 0;
    return is_of_one_time && (dj_counted_departs(k->counted, p->a, p->b) || dj_counted_departs(k->counted, p->b, p->a));
}

/* one link from the pairs from..to between two groups */
static void weigh(clusterer *k, const dj_link *pairs, size_t from, size_t to)
{
    const dj_pair *best = pairs[from].pair;
    double sum = 0;
    bool is_counted = false;
    for (size_t i = from; i < to; i++) {
        sum += pairs[i].pair->likeness;
        is_counted = is_counted || is_counted_apart(k, pairs[i].pair);
        if (pairs[i].pair->strength > best->strength)
            best = pairs[i].pair;
    }
    size_t n = k->groups[pairs[from].a].n_stories, m = k->groups[pairs[from].b].n_stories;
    dj_evidence *evidence = dj_alloc(k->arena, sizeof *evidence);
    dj_evidence_of_pair(k->contexts, best, evidence);
    evidence->of[DJ_FEATURE_COUNTED] = is_counted;
    evidence->of[DJ_FEATURE_PAIRS] = capped(sum - best->likeness, 2);
    evidence->of[DJ_FEATURE_SUPPORT] = capped((double)(n > m ? n : m) - 1, 3);
    evidence->of[DJ_FEATURE_ODD] = capped((double)(n > m ? m : n) - 1, 3);
    bool is_close = n == m && !is_telling(&k->contexts->at[best->a].mention->value);
    bool a_is_odd = is_close ? states_less(k, best) : root_of(k, best->a) == (n < m ? pairs[from].a : pairs[from].b);
    weigh_statements(k, a_is_odd ? best->a : best->b, a_is_odd ? best->b : best->a, evidence);
    evidence->of[DJ_FEATURE_RECKONED] = !is_firm(k->contexts->at[best->a].mention) || !is_firm(k->contexts->at[best->b].mention);
    double strength = dj_evidence_strength(evidence, &k->weights);
    if (strength >= number(k, "different", 0.2))
        *DJ_PUSH(k->arena, &k->links) = (dj_link){pairs[from].a, pairs[from].b, best, evidence, strength};
}

/* 12일 인천지법에 따르면: the day on which it was told, not that on which it was */
static bool is_of_telling(const clusterer *k, const dj_mention *m)
{
    const dj_regex *telling = dj_pack_pattern(m->in->pack, "date_of_telling");
    dj_slice text = m->in->story->fields[m->field].text;
    return telling && dj_regex_find(telling, k->scratch, text, m->end, true) == DJ_MATCH;
}

/* the day on which something was told is none on which something was; but two sources may tell of one telling */
static bool are_of_a_kind(const clusterer *k, const dj_mention *a, const dj_mention *b)
{
    return a->kind != DJ_DATE || is_of_telling(k, a) == is_of_telling(k, b);
}

/* 14조 in three stories, and in the fourth, which does not have it, 84조: there is one partner for it, be others likelier */
static bool is_lone_slip_of(const clusterer *k, uint32_t odd, uint32_t usual)
{
    const dj_context *a = &k->contexts->at[odd], *b = &k->contexts->at[usual];
    uint32_t x = k->said[odd], y = k->said[usual];
    return !states(k, a->story, y) && !states(k, b->story, x) && stated_in_others(k, x, a->story, b->story) < 1 && stated_in_others(k, y, a->story, b->story) >= 1;
}

static bool is_lone_slip(const clusterer *k, const dj_pair *p)
{
    const dj_value *a = &k->contexts->at[p->a].mention->value, *b = &k->contexts->at[p->b].mention->value;
    bool is_of_kind = dj_kind_about(a->kind)->family == DJ_FAMILY_AMOUNT && a->kind != DJ_QUANTITY; /* counts are small and many */
    if (!is_of_kind || p->margin < -k->lone || dj_amount_slip(&a->amount, &b->amount) == DJ_SLIP_NONE)
        return false;
    return is_lone_slip_of(k, p->a, p->b) || is_lone_slip_of(k, p->b, p->a);
}

static bool is_apart(const clusterer *k, const dj_pair *p)
{
    const dj_mention *a = k->contexts->at[p->a].mention, *b = k->contexts->at[p->b].mention;
    if (p->relation != DJ_DIFFERENT)
        return false;
    bool is_candidate = p->is_best || p->is_slip || is_lone_slip(k, p) || is_counted_apart(k, p) || (k->takes_all && dj_kind_about(a->kind)->family == DJ_FAMILY_AMOUNT);
    return is_candidate && (is_firm(a) || is_firm(b)) && are_of_a_kind(k, a, b);
}

static void find_links(clusterer *k)
{
    dj_links apart = {0}; /* pairs of different values, under the lower group first */
    for (size_t i = 0; i < k->pairs->n; i++) {
        const dj_pair *p = &k->pairs->at[i];
        uint32_t a = root_of(k, p->a), b = root_of(k, p->b);
        if (is_apart(k, p) && a != b)
            *DJ_PUSH(k->arena, &apart) = (dj_link){a < b ? a : b, a < b ? b : a, p, NULL, 0};
    }
    if (apart.n)
        qsort(apart.at, apart.n, sizeof *apart.at, by_groups);
    for (size_t from = 0, to; from < apart.n; from = to) {
        for (to = from + 1; to < apart.n && apart.at[to].a == apart.at[from].a && apart.at[to].b == apart.at[from].b;)
            to++;
        weigh(k, apart.at, from, to);
    }
}

static int by_strength(const void *a, const void *b)
{
    const dj_link *x = a, *y = b;
    if (x->strength != y->strength)
        return x->strength < y->strength ? 1 : -1;
    return (x->pair > y->pair) - (x->pair < y->pair);
}

static dj_version *add_version(clusterer *k, dj_fact *fact, group *g)
{
    dj_version *version = DJ_PUSH(k->arena, &fact->versions);
    for (size_t i = 0; i < g->members.n; i++)
        *DJ_PUSH(k->arena, &version->claims) = k->contexts->at[g->members.at[i]].mention;
    version->n_stories = g->n_stories;
    version->n_voices = g->n_voices;
    version->n_copies = g->n_copies;
    version->strength = 1;
    g->fact = fact;
    return version;
}

static dj_fact *new_fact(clusterer *k, group *g)
{
    dj_fact *fact = dj_alloc(k->arena, sizeof *fact);
    *DJ_PUSH(k->arena, &k->set->facts) = fact;
    fact->kind = k->contexts->at[g->members.at[0]].mention->kind;
    const dj_context **claims = dj_alloc(k->arena, g->members.n * sizeof *claims);
    for (size_t i = 0; i < g->members.n; i++)
        claims[i] = &k->contexts->at[g->members.at[i]];
    fact->label = dj_fact_label(k->arena, k->set, claims, g->members.n);
    add_version(k, fact, g);
    return fact;
}

/* does the link's group a lead? Of as many voices the one whose value more of the other stories state. */
static bool a_is_first(clusterer *k, const dj_link *l)
{
    const group *a = &k->groups[l->a], *b = &k->groups[l->b];
    if (a->n_voices != b->n_voices)
        return a->n_voices > b->n_voices;
    if (a->n_stories != b->n_stories)
        return a->n_stories > b->n_stories;
    return (root_of(k, l->pair->a) == l->a) != states_less(k, l->pair);
}

/* the group with more voices stays in front; the other joins it */
static void apply(clusterer *k, const dj_link *l)
{
    group *a = &k->groups[l->a], *b = &k->groups[l->b];
    bool a_leads = a->fact ? true : b->fact ? false : a_is_first(k, l);
    group *leader = a_leads ? a : b, *other = a_leads ? b : a;
    if (other->fact)
        return;
    dj_fact *fact = leader->fact ? leader->fact : new_fact(k, leader);
    dj_version *version = add_version(k, fact, other);
    bool other_is_a = &k->groups[root_of(k, l->pair->a)] == other;
    version->claim = k->contexts->at[other_is_a ? l->pair->a : l->pair->b].mention;
    version->against = k->contexts->at[other_is_a ? l->pair->b : l->pair->a].mention;
    version->strength = l->strength;
    version->evidence = l->evidence;
}

static size_t stories_of(const dj_fact *fact)
{
    size_t n = 0;
    for (size_t v = 0; v < fact->versions.n; v++)
        n += fact->versions.at[v].n_stories;
    return n;
}

static void settle_status(clusterer *k)
{
    for (size_t i = 0; i < k->set->facts.n; i++) {
        dj_fact *fact = k->set->facts.at[i];
        fact->status = fact->versions.n > 1 ? DJ_CONFLICT : stories_of(fact) > 1 ? DJ_AGREED : DJ_SINGLE;
    }
}

static clusterer begin(dj_arena *arena, dj_set *set, const dj_contexts *contexts, const dj_pairs *pairs, const dj_settings *settings,
                       dj_scratch *scratch)
{
    clusterer k = {.arena = arena, .set = set, .contexts = contexts, .pairs = pairs, .settings = settings, .scratch = scratch};
    k.weights.settings = settings;
    k.lone = number(&k, "lone", 0.12);
    k.parent = dj_alloc(arena, (contexts->n + 1) * sizeof *k.parent);
    for (uint32_t i = 0; i < contexts->n; i++)
        k.parent[i] = i;
    read_figures(&k);
    k.counted = dj_counted_make(arena, set, contexts, k.said, (size_t)number(&k, "counted", 3));
    list_statements(&k);
    join_versions(&k);
    make_groups(&k);
    count_voices(&k);
    return k;
}

void dj_links_make(dj_arena *arena, dj_set *set, const dj_contexts *contexts, const dj_pairs *pairs, const dj_settings *settings,
                   dj_scratch *scratch, dj_links *out)
{
    clusterer k = begin(arena, set, contexts, pairs, settings, scratch);
    k.takes_all = true;
    find_links(&k);
    *out = k.links;
}

void dj_facts_make(dj_arena *arena, dj_set *set, const dj_contexts *contexts, const dj_pairs *pairs, const dj_settings *settings,
                   dj_scratch *scratch)
{
    clusterer k = begin(arena, set, contexts, pairs, settings, scratch);
    find_links(&k);
    if (k.links.n)
        qsort(k.links.at, k.links.n, sizeof *k.links.at, by_strength);
    for (size_t i = 0; i < k.links.n; i++)
        apply(&k, &k.links.at[i]);
    for (uint32_t i = 0; i < contexts->n; i++)
        if (k.groups[i].members.n && !k.groups[i].fact)
            new_fact(&k, &k.groups[i]);
    settle_status(&k);
}
