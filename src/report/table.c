/* See table.h. Where the stories do not fit beside each other the table goes on below with the next ones,
 * and where they are many more, each fact lists its versions. An odd cell is marked, by colour or an exclamation mark, where a
 * finding tells of the row. */
#include "report/table.h"

#include "report/counts.h"
#include "report/row.h"
#include "report/short.h"
#include "rule/message.h"

enum { LABEL_COLUMNS = 24, LEAST_CELL = 12, MOST_CELL = 22, GAP = 2, MOST_BLOCKS = 2, SOURCES_NAMED = 8 };

bool dj_table_has_rows(const dj_set *set)
{
    for (size_t i = 0; i < set->facts.n; i++) {
        if (dj_is_row(set->facts.at[i]))
            return true;
    }
    return false;
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

static void row(dj_flow *flow, const dj_fact *fact, const dj_set *set, const dj_claimed *all, size_t from, size_t to,
                const dj_pack *speech, size_t columns)
{
    dj_standing s = dj_row_weigh(fact, all);
    dj_flow_begin(flow, 0, 0);
    dj_flow_cell(flow, fact->label, LABEL_COLUMNS, false, fact->status == DJ_CONFLICT && s.is_told ? DJ_YELLOW : DJ_PLAIN);
    for (size_t i = from; i < to; i++) {
        bool odd;
        const dj_mention *claim = dj_row_claim(fact, s, set->texts.at[i], &odd);
        dj_flow_cell(flow, DJ_NONE, GAP, false, DJ_PLAIN);
        cell(flow, claim, odd, speech, columns);
    }
    dj_flow_end(flow);
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
        dj_flow_cell(flow, dj_short_source(set->texts.at[i]->story), columns, true, DJ_BOLD);
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
        dj_flow_add(flow, dj_short_source(text->story), DJ_FAINT);
    }
    if (more) {
        dj_flow_add(flow, DJ_S(", "), DJ_FAINT);
        dj_say_counts(flow, speech, "report-more-claims", &(dj_count){"n", more}, 1, DJ_FAINT);
    }
}

/* a fact and its versions, a line each with those who say so: for more stories than columns have room for */
static void list(dj_flow *flow, const dj_fact *fact, const dj_claimed *all, const dj_pack *speech, size_t columns)
{
    dj_standing s = dj_row_weigh(fact, all);
    dj_flow_begin(flow, 0, 2);
    dj_flow_add(flow, fact->label, fact->status == DJ_CONFLICT && s.is_told ? DJ_YELLOW : DJ_PLAIN);
    dj_flow_end(flow);
    for (size_t v = 0; v < fact->versions.n; v++) {
        dj_flow_begin(flow, 2, 2 + columns);
        cell(flow, fact->versions.at[v].claims.at[0], dj_row_odd(fact, s, v), speech, columns);
        sources_of(flow, &fact->versions.at[v], speech);
        dj_flow_end(flow);
    }
}

static void blocks(dj_flow *flow, const dj_set *set, const dj_claimed *all, const dj_pack *speech, size_t at_once, size_t columns)
{
    for (size_t from = 0; from < set->texts.n; from += at_once) {
        size_t to = from + at_once < set->texts.n ? from + at_once : set->texts.n;
        if (from)
            dj_buf_byte(flow->out, '\n');
        heads(flow, set, from, to, speech, columns);
        for (size_t i = 0; i < set->facts.n; i++) {
            if (dj_is_row(set->facts.at[i]))
                row(flow, set->facts.at[i], set, all, from, to, speech, columns);
        }
    }
}

static void table(dj_flow *flow, const dj_set *set, dj_claimed all, const dj_pack *speech)
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
        if (dj_is_row(set->facts.at[i]))
            list(flow, set->facts.at[i], &all, speech, MOST_CELL);
    }
}

void dj_table(dj_flow *flow, const dj_set *set, const dj_findings *findings, const dj_pack *speech)
{
    dj_arena *arena = dj_arena_new();
    table(flow, set, dj_claimed_by(arena, findings), speech);
    dj_arena_free(arena);
}
