/* See table.h. Where the stories do not fit beside each other the table goes on below with the next ones. Cells that agree
 * with most of their row stay quiet; an odd one is marked, by colour or an exclamation mark. */
#include "report/table.h"

#include "normalise/say.h"
#include "rule/message.h"

enum { LABEL_COLUMNS = 24, LEAST_CELL = 12, MOST_CELL = 22, GAP = 2 };

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

/* Where as many stories stand behind another version as behind the first, nobody is the odd one: all are marked. */
static bool is_odd(const dj_fact *fact, size_t version)
{
    return version > 0 || (fact->versions.n > 1 && fact->versions.at[1].n_stories == fact->versions.at[0].n_stories);
}

/* what a story says of a fact: a claim of a later version before one of the first; NULL for none */
static const dj_mention *claim_of(const dj_fact *fact, const dj_text *text, size_t *version)
{
    for (size_t v = fact->versions.n; v > 0; v--) {
        for (size_t i = 0; i < fact->versions.at[v - 1].claims.n; i++) {
            *version = v - 1;
            if (fact->versions.at[v - 1].claims.at[i]->in == text)
                return fact->versions.at[v - 1].claims.at[i];
        }
    }
    return NULL;
}

static void cell(dj_flow *flow, const dj_mention *claim, bool odd, const dj_pack *speech, size_t columns)
{
    dj_buf text = dj_buf_new(SIZE_MAX);
    if (odd && !flow->color)
        dj_buf_text(&text, "! ");
    if (claim && claim->kind == DJ_QUOTE)
        dj_buf_fmt(&text, "“%.*s”", DJ_FMT(claim->value.quote.text));
    else if (claim)
        dj_value_say(&claim->value, speech, &text);
    else
        dj_buf_text(&text, "·");
    dj_flow_cell(flow, dj_buf_slice(&text), columns, false, odd ? DJ_RED : claim ? DJ_PLAIN : DJ_FAINT);
    dj_buf_free(&text);
}

static void row(dj_flow *flow, const dj_fact *fact, const dj_set *set, size_t from, size_t to, const dj_pack *speech, size_t columns)
{
    dj_flow_begin(flow, 0, 0);
    dj_flow_cell(flow, fact->label, LABEL_COLUMNS, false, fact->status == DJ_CONFLICT ? DJ_YELLOW : DJ_PLAIN);
    for (size_t i = from; i < to; i++) {
        size_t version = 0;
        const dj_mention *claim = claim_of(fact, set->texts.at[i], &version);
        dj_flow_cell(flow, DJ_NONE, GAP, false, DJ_PLAIN);
        cell(flow, claim, claim && is_odd(fact, version), speech, columns);
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

void dj_table(dj_flow *flow, const dj_set *set, const dj_pack *speech)
{
    size_t room = flow->width > LABEL_COLUMNS ? flow->width - LABEL_COLUMNS : 0, most = room / (LEAST_CELL + GAP);
    size_t at_once = most < 1 ? 1 : most < set->texts.n ? most : set->texts.n;
    size_t columns = room / at_once > LEAST_CELL + GAP ? room / at_once - GAP : LEAST_CELL;
    if (columns > MOST_CELL)
        columns = MOST_CELL;
    for (size_t from = 0; from < set->texts.n; from += at_once) {
        size_t to = from + at_once < set->texts.n ? from + at_once : set->texts.n;
        if (from)
            dj_buf_byte(flow->out, '\n');
        heads(flow, set, from, to, speech, columns);
        for (size_t i = 0; i < set->facts.n; i++) {
            if (is_row(set->facts.at[i]))
                row(flow, set->facts.at[i], set, from, to, speech, columns);
        }
    }
}
