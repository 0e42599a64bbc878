/* See sarif_rules.h. The help is what `daejo explain` says: paragraphs, and stories on which the check speaks, set in by two
 * spaces, which are a block of code in Markdown. */
#include "report/sarif_rules.h"

#include <stdio.h>

#include "base/screen.h"
#include "base/utf8.h"

void dj_sarif_rule_id(dj_json *json, const char *key, const dj_check_info *check)
{
    char id[16];
    snprintf(id, sizeof id, "DJ%u", check->number);
    dj_json_key(json, key);
    dj_json_text(json, id);
}

void dj_sarif_add(dj_buf *out, dj_slice text, bool has_links)
{
    for (size_t pos = 0; pos < text.n;) {
        uint32_t rune = dj_utf8_next(text, &pos);
        if (rune == '{' || rune == '}')
            dj_buf_byte(out, (char)rune);
        if (has_links && (rune == '[' || rune == ']' || rune == '\\'))
            dj_buf_byte(out, '\\');
        dj_buf_rune(out, rune == '\n' ? rune : dj_screen_rune(rune));
    }
}

/* punctuation that Markdown may mean something by */
static void add_markdown(dj_buf *out, dj_slice text)
{
    for (size_t i = 0; i < text.n; i++) {
        if (memchr("\\`*_[]<>&#|~", text.at[i], 12))
            dj_buf_byte(out, '\\');
        dj_buf_byte(out, text.at[i]);
    }
}

static void add_line(dj_buf *out, dj_slice line, bool *is_code)
{
    bool is_example = dj_slice_starts(line, DJ_S("  "));
    if (is_example != *is_code) {
        dj_buf_text(out, is_example ? "~~~text\n" : "~~~\n");
        *is_code = is_example;
    }
    if (is_example)
        dj_buf_add(out, dj_slice_trim(line));
    else
        add_markdown(out, line);
    dj_buf_byte(out, '\n');
}

static void add_help(dj_buf *out, dj_slice text)
{
    bool is_code = false;
    while (text.n && text.at[text.n - 1] == '\n')
        text.n--;
    for (size_t from = 0, to; from < text.n; from = to + 1) {
        to = dj_slice_find(text, DJ_S("\n"), from);
        add_line(out, dj_slice_sub(text, from, to), &is_code);
    }
    if (is_code)
        dj_buf_text(out, "~~~\n");
}

static dj_slice message_of(const dj_pack *speech, const char *prefix, const char *id)
{
    char key[128];
    snprintf(key, sizeof key, "%s.%s", prefix, id);
    return dj_pack_message(speech, key);
}

static void string(dj_json *json, const char *key, dj_slice text, bool has_links)
{
    dj_buf escaped = dj_buf_new(SIZE_MAX);
    dj_sarif_add(&escaped, text, has_links);
    dj_json_key(json, key);
    dj_json_slice(json, dj_buf_slice(&escaped));
    dj_buf_free(&escaped);
}

static void description(dj_json *json, const char *key, dj_slice text)
{
    dj_json_key(json, key);
    dj_json_open(json, '{');
    string(json, "text", text, true);
    dj_json_close(json, '}');
}

/* the first paragraph of the explanation, its lines joined */
static void full_description(dj_json *json, dj_slice help, dj_slice doc)
{
    dj_buf line = dj_buf_new(SIZE_MAX);
    dj_screen_add(&line, dj_slice_trim(dj_slice_sub(help, 0, dj_slice_find(help, DJ_S("\n\n"), 0))));
    description(json, "fullDescription", line.n ? dj_buf_slice(&line) : doc);
    dj_buf_free(&line);
}

static void rule(dj_json *json, const dj_check_info *check, const dj_pack *speech)
{
    dj_slice doc = message_of(speech, "check", check->id), help = message_of(speech, "explain", check->id);
    dj_buf markdown = dj_buf_new(SIZE_MAX);
    add_help(&markdown, help);
    dj_json_open(json, '{');
    dj_sarif_rule_id(json, "id", check);
    dj_json_key(json, "name");
    dj_json_text(json, check->id);
    description(json, "shortDescription", doc);
    full_description(json, help, doc);
    dj_json_key(json, "help");
    dj_json_open(json, '{');
    string(json, "text", help, true);
    string(json, "markdown", dj_buf_slice(&markdown), false);
    dj_json_close(json, '}');
    dj_json_key(json, "defaultConfiguration");
    dj_json_open(json, '{');
    dj_json_key(json, "level");
    dj_json_text(json, dj_severity_name(check->severity));
    dj_json_close(json, '}');
    dj_json_close(json, '}');
    dj_buf_free(&markdown);
}

void dj_sarif_write_rules(dj_json *json, const dj_pack *speech)
{
    dj_json_key(json, "rules");
    dj_json_open(json, '[');
    for (size_t row = 0; row < DJ_CHECKS; row++)
        rule(json, dj_check_about(row), speech);
    dj_json_close(json, ']');
}
