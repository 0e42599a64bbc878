/* What stories agree on, as a fact sheet for an editor to correct: YAML that --facts reads, with the place of each fact in a
 * comment. */
#include "report/report.h"
#include "rule/message.h"

#include <stdio.h>

#include "base/utf8.h"

/* characters that YAML has no place for, line ends among them, become spaces */
static dj_slice cleaned(dj_buf *into, dj_slice text)
{
    into->n = 0;
    for (size_t pos = 0; pos < text.n;) {
        uint32_t rune = dj_utf8_next(text, &pos);
        bool is_control = rune < 0x20 || (rune >= 0x7F && rune < 0xA0) || rune == 0x2028 || rune == 0x2029 || rune == 0xFEFF ||
                          (rune >= 0xFFFE && rune <= 0xFFFF);
        dj_buf_rune(into, is_control ? ' ' : rune);
    }
    return dj_slice_trim(dj_buf_slice(into));
}

/* Plain where nothing in it means anything to YAML, in a list either; else between single quotation marks. */
static bool is_plain(dj_slice text)
{
    unsigned char first = text.n ? (unsigned char)text.at[0] : 0;
    bool begins_well = first >= 0x80 || (first >= '0' && first <= '9') || ((first | 0x20) >= 'a' && (first | 0x20) <= 'z');
    for (size_t i = 0; i < text.n; i++)
        if (memchr(",[]{}:#'\"&*!|>\\`@", text.at[i], 17))
            return false;
    return begins_well;
}

static void scalar(dj_buf *out, dj_slice text)
{
    dj_buf clean = dj_buf_new(SIZE_MAX);
    text = cleaned(&clean, text);
    if (is_plain(text)) {
        dj_buf_add(out, text);
    } else {
        dj_buf_byte(out, '\'');
        for (size_t i = 0; i < text.n; i++) {
            dj_buf_byte(out, text.at[i]);
            if (text.at[i] == '\'')
                dj_buf_byte(out, '\'');
        }
        dj_buf_byte(out, '\'');
    }
    dj_buf_free(&clean);
}

static void list(dj_buf *out, const dj_slice *at, size_t n)
{
    dj_buf_byte(out, '[');
    for (size_t i = 0; i < n; i++) {
        dj_buf_text(out, i ? ", " : "");
        scalar(out, at[i]);
    }
    dj_buf_text(out, "]\n");
}

static void pair(dj_buf *out, const char *key, dj_slice value)
{
    dj_buf_text(out, key);
    scalar(out, value);
    dj_buf_byte(out, '\n');
}

static void comment(dj_buf *out, const dj_pack *speech, const char *key, const dj_arg *args, size_t n)
{
    dj_buf said = dj_buf_new(SIZE_MAX), clean = dj_buf_new(SIZE_MAX);
    dj_say(speech, key, args, n, &said);
    dj_buf_text(out, "# ");
    dj_buf_add(out, cleaned(&clean, dj_buf_slice(&said)));
    dj_buf_byte(out, '\n');
    dj_buf_free(&said);
    dj_buf_free(&clean);
}

static void source(dj_buf *out, const dj_pack *speech, const dj_agreed_fact *fact)
{
    const dj_mention *m = fact->claim;
    dj_where where = dj_story_where(m->in->story, m->field, m->start, m->end);
    char n[24], line[16];
    snprintf(n, sizeof n, "%zu", fact->n_stories);
    snprintf(line, sizeof line, "%u", where.line);
    dj_arg args[] = {{"n", dj_slice_of(n)}, {"story", m->in->story->id}, {"line", dj_slice_of(line)}};
    dj_buf_text(out, "  ");
    comment(out, speech, "sheet-source", args, sizeof args / sizeof args[0]);
}

static uint32_t lines(const dj_buf *out, size_t *from, uint32_t line)
{
    for (; *from < out->n; ++*from)
        line += out->at[*from] == '\n';
    return line;
}

static void write_fact(dj_buf *out, const dj_pack *speech, dj_agreed_fact *fact, size_t *counted)
{
    bool has_about = fact->about.n > 0;
    source(out, speech, fact);
    if (has_about) {
        dj_buf_text(out, "  - about: ");
        list(out, fact->about.at, fact->about.n);
    }
    fact->line = lines(out, counted, fact->line);
    dj_buf_fmt(out, "  %c %s: ", has_about ? ' ' : '-', dj_sheet_type_key(fact->type));
    pair(out, "", fact->value);
    if (fact->roles.n == 1) {
        pair(out, "    role: ", fact->roles.at[0]);
    } else if (fact->roles.n) {
        dj_buf_text(out, "    role: ");
        list(out, fact->roles.at, fact->roles.n);
    }
    if (fact->speaker.n)
        pair(out, "    speaker: ", fact->speaker);
}

static void write_report(const dj_result *result, const dj_report_style *style, dj_buf *out)
{
    (void)style;
    size_t counted = out->n;
    uint32_t line = 1;
    comment(out, result->speech, "sheet-head", NULL, 0);
    dj_buf_text(out, result->agreed.n ? "facts:\n" : "facts: []\n");
    for (size_t i = 0; i < result->agreed.n; i++) {
        result->agreed.at[i].line = line;
        write_fact(out, result->speech, &result->agreed.at[i], &counted);
        line = result->agreed.at[i].line;
    }
}

const dj_report_form dj_report_sheet = {.whole = write_report};
