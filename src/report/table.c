/* See table.h. Where the stories do not fit beside each other the table goes on below with the next ones,
 * and where they are many more, each fact lists its versions. Cells that agree with most of their row stay quiet; an odd
 * one is marked, by colour or an exclamation mark, where a finding tells of the row. */
#include "report/table.h"

#include <stdlib.h>

#include "report/counts.h"
#include "report/short.h"
#include "rule/message.h"

enum {
    LABEL_COLUMNS = 24,
    LEAST_CELL = 12,
    MOST_CELL = 22,
    GAP = 2,
    CLAIMS_WEIGHED = 64,
    VERSIONS_WEIGHED = 16,
    MOST_BLOCKS = 2,
    SOURCES_NAMED = 8
};

static bool is_row(const dj_fact *fact)
{
    const dj_text *first = dj_fact_claim(fact, 0)->in;
    for (size_t v = 0; v < fact->versions.n; v++) {
        for (size_t i = 0; i < fact->versions.at[v].claims.n; i++) {
            if (fact->versions.at[v].claims.at[i]->in != first)
                return true;
        }
    }
    return false;
}

bool dj_table_has_rows(const dj_set *set)
{
    for (size_t i = 0; i < set->facts.n; i++) {
        if (is_row(set->facts.at[i]))
            return true;
    }
    return false;
}

static bool differ(const dj_version *a, const dj_version *b)
{
    return dj_value_compare(&a->claims.at[0]->value, &b->claims.at[0]->value) == DJ_DIFFERENT;
}

/* stories behind a version and those that go with it */
static size_t support(const dj_fact *fact, size_t version)
{
    size_t n = 0;
    for (size_t v = 0; v < fact->versions.n && v < VERSIONS_WEIGHED; v++) {
        if (!differ(&fact->versions.at[v], &fact->versions.at[version]))
            n += fact->versions.at[v].n_stories;
    }
    return n;
}

typedef struct told { /* the claims of all findings, by address */
    const dj_mention **at;
    size_t n;
} told;

static int by_address(const void *a, const void *b)
{
    uintptr_t x = (uintptr_t) * (const dj_mention *const *)a, y = (uintptr_t) * (const dj_mention *const *)b;
    return (x > y) - (x < y);
}

static told told_by(dj_arena *arena, const dj_findings *findings)
{
    told all = {NULL, 0};
    size_t n = 0;
    for (size_t f = 0; f < findings->list.n; f++)
        n += findings->list.at[f]->claims.n;
    all.at = dj_alloc(arena, (n + 1) * sizeof *all.at);
    for (size_t f = 0; f < findings->list.n; f++)
        for (size_t c = 0; c < findings->list.at[f]->claims.n; c++)
            all.at[all.n++] = findings->list.at[f]->claims.at[c];
    qsort(all.at, all.n, sizeof *all.at, by_address);
    return all;
}

static bool is_told(const dj_fact *fact, const told *all)
{
    for (size_t v = 0; v < fact->versions.n; v++)
        for (size_t i = 0; i < fact->versions.at[v].claims.n; i++)
            if (bsearch(&fact->versions.at[v].claims.at[i], all->at, all->n, sizeof *all->at, by_address))
                return true;
    return false;
}

typedef struct standing {
    size_t usual; /* the version with most support */
    bool is_tie; /* another has as much: nobody is the odd one, all are marked */
    bool is_told; /* a finding has a claim of the fact */
} standing;

static standing weigh(const dj_fact *fact, const told *all)
{
    standing s = {0, false, is_told(fact, all)};
    size_t most = 0;
    for (size_t v = 0; v < fact->versions.n && v < VERSIONS_WEIGHED; v++) {
        size_t n = support(fact, v);
        if (n > most)
            s = (standing){v, false, s.is_told};
        else if (n == most && differ(&fact->versions.at[v], &fact->versions.at[s.usual]))
            s.is_tie = true;
        most = n > most ? n : most;
    }
    return s;
}

static bool is_odd(const dj_fact *fact, standing s, size_t version)
{
    return s.is_told && (s.is_tie || differ(&fact->versions.at[version], &fact->versions.at[s.usual]));
}

/* whether another claim of the same figure bounds it the other way: at most against at least */
static bool is_opposed(const dj_fact *fact, const dj_mention *claim)
{
    if (dj_kind_about(fact->kind)->family != DJ_FAMILY_AMOUNT)
        return false;
    for (size_t v = 0; v < fact->versions.n; v++) {
        for (size_t i = 0; i < fact->versions.at[v].claims.n && i < CLAIMS_WEIGHED; i++) {
            if (dj_bounds_oppose(&fact->versions.at[v].claims.at[i]->value.amount, &claim->value.amount))
                return true;
        }
    }
    return false;
}

/* what a story says of a fact: an odd claim before a usual one; NULL for none */
static const dj_mention *claim_of(const dj_fact *fact, standing s, const dj_text *text, bool *odd)
{
    const dj_mention *usual = NULL;
    *odd = false;
    for (size_t v = 0; v < fact->versions.n; v++) {
        const dj_version *version = &fact->versions.at[v];
        for (size_t i = 0; i < version->claims.n; i++) {
            if (version->claims.at[i]->in != text || (usual && !is_odd(fact, s, v)))
                continue;
            usual = version->claims.at[i];
            *odd = is_odd(fact, s, v);
            if (*odd)
                return usual;
        }
    }
    return usual;
}

static void cell(dj_flow *flow, const dj_mention *claim, bool odd, const dj_pack *speech, size_t columns)
{
    dj_buf text = dj_buf_new(SIZE_MAX);
    if (odd && !flow->color)
        dj_buf_byte(&text, '!');
    if (claim)
        dj_say_short(claim, speech, &text);
    else
        dj_buf_text(&text, "·");
    dj_flow_cell(flow, dj_buf_slice(&text), columns, false, odd ? DJ_RED : claim ? DJ_PLAIN : DJ_FAINT);
    dj_buf_free(&text);
}

static void row(dj_flow *flow, const dj_fact *fact, const dj_set *set, const told *all, size_t from, size_t to, const dj_pack *speech,
                size_t columns)
{
    standing s = weigh(fact, all);
    dj_flow_begin(flow, 0, 0);
    dj_flow_cell(flow, fact->label, LABEL_COLUMNS, false, fact->status == DJ_CONFLICT && s.is_told ? DJ_YELLOW : DJ_PLAIN);
    for (size_t i = from; i < to; i++) {
        bool odd;
        const dj_mention *claim = claim_of(fact, s, set->texts.at[i], &odd);
        dj_flow_cell(flow, DJ_NONE, GAP, false, DJ_PLAIN);
        cell(flow, claim, claim && (odd || (s.is_told && is_opposed(fact, claim))), speech, columns);
    }
    dj_flow_end(flow);
}

/* a publisher, or a file's name without its suffix, which is the same in every column */
static dj_slice short_source(const dj_story *story)
{
    dj_slice source = story->source;
    for (size_t i = source.n; i > 1 && dj_slice_ends(story->path, source); i--) {
        if (source.at[i - 1] == '.')
            return dj_slice_sub(source, 0, i - 1);
    }
    return source;
}

static void heads(dj_flow *flow, const dj_set *set, size_t from, size_t to, const dj_pack *speech, size_t columns)
{
    dj_buf corner = dj_buf_new(SIZE_MAX);
    dj_say(speech, "report-facts", NULL, 0, &corner);
    dj_flow_begin(flow, 0, 0);
    dj_flow_cell(flow, dj_buf_slice(&corner), LABEL_COLUMNS, false, DJ_BOLD);
    dj_buf_free(&corner);
    for (size_t i = from; i < to; i++) {
        dj_flow_cell(flow, DJ_NONE, GAP, false, DJ_PLAIN);
        dj_flow_cell(flow, short_source(set->texts.at[i]->story), columns, true, DJ_BOLD);
    }
    dj_flow_end(flow);
}

static void sources_of(dj_flow *flow, const dj_version *version, const dj_pack *speech)
{
    const dj_text *last = NULL;
    size_t named = 0, more = 0;
    for (size_t i = 0; i < version->claims.n; i++) {
        const dj_text *text = version->claims.at[i]->in;
        if (text == last)
            continue;
        last = text;
        if (named == SOURCES_NAMED) {
            more++;
            continue;
        }
        dj_flow_add(flow, named++ ? DJ_S(", ") : DJ_S(" "), DJ_FAINT);
        dj_flow_add(flow, short_source(text->story), DJ_FAINT);
    }
    if (more) {
        dj_flow_add(flow, DJ_S(", "), DJ_FAINT);
        dj_say_counts(flow, speech, "report-more-claims", &(dj_count){"n", more}, 1, DJ_FAINT);
    }
}

/* a fact and its versions, a line each with those who say so: for more stories than columns have room for */
static void list(dj_flow *flow, const dj_fact *fact, const told *all, const dj_pack *speech, size_t columns)
{
    standing s = weigh(fact, all);
    dj_flow_begin(flow, 0, 2);
    dj_flow_add(flow, fact->label, fact->status == DJ_CONFLICT && s.is_told ? DJ_YELLOW : DJ_PLAIN);
    dj_flow_end(flow);
    for (size_t v = 0; v < fact->versions.n; v++) {
        dj_flow_begin(flow, 2, 2 + columns);
        cell(flow, fact->versions.at[v].claims.at[0], is_odd(fact, s, v), speech, columns);
        sources_of(flow, &fact->versions.at[v], speech);
        dj_flow_end(flow);
    }
}

static void blocks(dj_flow *flow, const dj_set *set, const told *all, const dj_pack *speech, size_t at_once, size_t columns)
{
    for (size_t from = 0; from < set->texts.n; from += at_once) {
        size_t to = from + at_once < set->texts.n ? from + at_once : set->texts.n;
        if (from)
            dj_buf_byte(flow->out, '\n');
        heads(flow, set, from, to, speech, columns);
        for (size_t i = 0; i < set->facts.n; i++) {
            if (is_row(set->facts.at[i]))
                row(flow, set->facts.at[i], set, all, from, to, speech, columns);
        }
    }
}

static void table(dj_flow *flow, const dj_set *set, told all, const dj_pack *speech)
{
    size_t room = flow->width > LABEL_COLUMNS ? flow->width - LABEL_COLUMNS : 0, most = room / (LEAST_CELL + GAP);
    size_t at_once = most < 1 ? 1 : most < set->texts.n ? most : set->texts.n;
    size_t columns = room / at_once > LEAST_CELL + GAP ? room / at_once - GAP : LEAST_CELL;
    if (columns > MOST_CELL)
        columns = MOST_CELL;
    if (set->texts.n <= at_once * MOST_BLOCKS) {
        blocks(flow, set, &all, speech, at_once, columns);
        return;
    }
    for (size_t i = 0; i < set->facts.n; i++) {
        if (is_row(set->facts.at[i]))
            list(flow, set->facts.at[i], &all, speech, MOST_CELL);
    }
}

void dj_table(dj_flow *flow, const dj_set *set, const dj_findings *findings, const dj_pack *speech)
{
    dj_arena *arena = dj_arena_new();
    table(flow, set, told_by(arena, findings), speech);
    dj_arena_free(arena);
}
