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

void dj_report_mentions(const dj_result *result, const dj_report_style *style, dj_buf *out)
{
    for (size_t s = 0; s < result->sets.n; s++) {
        const dj_result_set *set = result->sets.at[s];
        for (size_t t = 0; t < set->set.texts.n; t++) {
            const dj_text *text = set->set.texts.at[t];
            for (size_t m = 0; m < text->mentions.n; m++) {
                if (style->kinds & (1u << text->mentions.at[m]->kind))
                    line(set, text->mentions.at[m], out);
            }
        }
    }
}
