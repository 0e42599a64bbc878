/* Stories held against what a desk knows: its fact sheet. A mention that speaks of a fact of the sheet with another value is
 * told with the line of the sheet. Loud where nothing else in the story explains the value, a note where something does. */
#include "check/check.h"
#include "check/sheet.h"

/* "facts.yaml:3" */
static dj_slice line_of_sheet(dj_checking *k, const dj_mention *claim)
{
    dj_buf text = dj_buf_new(4096);
    dj_where where = dj_story_where(claim->in->story, claim->field, claim->start, claim->end);
    dj_buf_fmt(&text, "%.*s:%u", DJ_FMT(claim->in->story->source), where.line);
    dj_slice line = dj_slice_copy(k->arena, dj_buf_slice(&text));
    dj_buf_free(&text);
    return line;
}

/* the first choice of each word of `about` */
static dj_slice label_of(dj_checking *k, const dj_sheet_fact *fact)
{
    dj_buf text = dj_buf_new(1024);
    for (size_t i = 0; i < fact->about.n; i++) {
        const dj_sheet_choice *c = &fact->about.at[i];
        if (i > 0 && c->word == c[-1].word)
            continue;
        dj_buf_text(&text, i ? " " : "");
        dj_buf_add(&text, dj_slice_sub(fact->story->fields[DJ_FIELD_TITLE].text, c->start, c->end));
    }
    dj_slice label = dj_slice_copy(k->arena, dj_buf_slice(&text));
    dj_buf_free(&text);
    return label;
}

void dj_sheet_tell(dj_checking *k, dj_severity severity, const dj_known *known, const dj_mention *claim, dj_sheet_words words)
{
    const dj_mention *claims[] = {claim, known->claim};
    dj_arg args[] = {{"a", words.a},
                     {"b", words.b},
                     {"source", dj_source_of(claim)},
                     {"sheet", line_of_sheet(k, known->claim)},
                     {"fact", label_of(k, known->fact)},
                     {"speaker", known->fact->speaker}};
    dj_finding *finding = dj_finding_new(k, severity, claims, 2);
    dj_finding_tell(k, finding, words.subject, words.why, args, sizeof args / sizeof args[0]);
}

void dj_check_fact_sheet(dj_checking *k)
{
    if (!k->options->desk)
        return;
    dj_sheet_figures(k);
    dj_sheet_names(k);
    dj_sheet_roles(k);
    dj_sheet_quotes(k);
}
