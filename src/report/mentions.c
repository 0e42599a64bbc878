/* Mentions as JSON lines, the contract of `daejo extract --format jsonl`: one object a mention, in the order of the text. */
#include "report/json.h"
#include "report/report.h"

static void line(const dj_result_set *set, const dj_mention *mention, dj_buf *out)
{
    dj_json json = {.out = out};
    dj_json_open(&json, '{');
    dj_json_place(&json, set->set.name, mention);
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
    dj_buf *out = dj_report_part_of(report, 0);
    for (size_t t = 0; t < set->set.texts.n; t++) {
        const dj_text *text = set->set.texts.at[t];
        for (size_t m = 0; m < text->mentions.n; m++) {
            if (report->style.kinds & (1u << text->mentions.at[m]->kind))
                line(set, text->mentions.at[m], out);
        }
    }
}

static void end(dj_report *report)
{
    dj_report_pour(report, 0);
}

const dj_report_form dj_report_mentions = {.add = add, .end = end};
