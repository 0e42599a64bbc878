/* Mentions as JSON lines, the contract of `daejo extract --format jsonl`: one object a mention, in the order of the text. */
#include "report/json.h"
#include "report/report.h"

/* begin: of all lines of a story alike */
static void line(dj_slice begin, const dj_mention *mention, dj_buf *out)
{
    dj_json json = {.out = out, .comma = true};
    dj_buf_add(out, begin);
    dj_json_place(&json, mention);
    dj_json_key(&json, "rule");
    if (mention->rule)
        dj_json_slice(&json, mention->rule->id);
    else
        dj_json_null(&json);
    dj_json_key(&json, "value");
    dj_value_json(&mention->value, &json);
    dj_json_close(&json, '}');
    dj_buf_byte(out, '\n');
}

static void add(dj_report *report, const dj_result_set *set)
{
    dj_buf *out = dj_report_part_of(report, 0), begin = dj_buf_new(SIZE_MAX);
    for (size_t t = 0; t < set->set.texts.n; t++) {
        const dj_text *text = set->set.texts.at[t];
        dj_json json = {.out = &begin};
        begin.n = 0;
        dj_json_open(&json, '{');
        dj_json_story(&json, set->set.name, text->story);
        for (size_t m = 0; m < text->mentions.n; m++) {
            if (report->style.kinds & (1u << text->mentions.at[m]->kind))
                line(dj_buf_slice(&begin), text->mentions.at[m], out);
        }
    }
    dj_buf_free(&begin);
}

static void end(dj_report *report)
{
    dj_report_pour(report, 0);
}

const dj_report_form dj_report_mentions = {.add = add, .end = end};
