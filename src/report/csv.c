/* A row a claim, for spreadsheets: RFC 4180, with a byte order mark, since without one a Korean Excel reads CP949.
 *
 * A spreadsheet takes a cell that begins with = + - @ for a formula, quoted or not, and a story can begin with anything. Such a
 * cell gets an apostrophe before it, as a spreadsheet's user would type it, and so does a cell that begins with an
 * apostrophe: to read the text back, take one apostrophe off where there is one. */
#include "base/path.h"
#include "base/screen.h"
#include "base/utf8.h"
#include "report/json.h"
#include "report/listed.h"
#include "report/spot.h"

typedef struct rows {
    dj_buf *out;
    dj_arena *arena; /* of a set */
    const dj_report_style *style;
    const dj_pack *speech;
} rows;

/* The first of a cell that decides what a spreadsheet makes of it: space before it is passed over, as some programs do, and
 * the full-width forms count as what they are turned into. */
static bool starts_formula(dj_slice cell)
{
    size_t space, pos = 0;
    while (pos < cell.n && (space = dj_space_at(dj_slice_sub(cell, pos, cell.n))))
        pos += space;
    if (pos == cell.n)
        return pos > 0;
    bool is_shifted = pos > 0;
    uint32_t rune = dj_screen_rune(dj_utf8_next(cell, &pos));
    if (rune >= 0xFF01 && rune <= 0xFF5E)
        rune -= 0xFF01 - '!';
    return (rune < 0x80 && memchr("=+-@|%", (int)rune, 6)) || (rune == '\'' && !is_shifted);
}

static void cell(rows *r, dj_slice text, bool is_last)
{
    dj_buf_byte(r->out, '"');
    if (starts_formula(text))
        dj_buf_byte(r->out, '\'');
    for (size_t pos = 0; pos < text.n;) {
        uint32_t rune = dj_utf8_next(text, &pos);
        dj_buf_rune(r->out, rune == '\n' ? rune : dj_screen_rune(rune));
        if (rune == '"')
            dj_buf_byte(r->out, '"');
    }
    dj_buf_text(r->out, is_last ? "\"\r\n" : "\",");
}

static void number(rows *r, size_t n)
{
    dj_buf_fmt(r->out, "%zu,", n);
}

static void day(rows *r, dj_day published)
{
    if (published != DJ_NO_DAY)
        dj_iso_write(published, r->out);
    dj_buf_byte(r->out, ',');
}

static void value(rows *r, const dj_value *value)
{
    dj_buf text = dj_buf_new(SIZE_MAX);
    dj_json json = {.out = &text};
    dj_value_json(value, &json);
    cell(r, dj_buf_slice(&text), true);
    dj_buf_free(&text);
}

static void suppression(rows *r, const dj_finding *finding)
{
    dj_buf text = dj_buf_new(SIZE_MAX);
    dj_add_suppression(&text, r->speech, finding);
    cell(r, dj_buf_slice(&text), false);
    dj_buf_free(&text);
}

static void row(rows *r, const dj_listed *listed, size_t i)
{
    const dj_finding *finding = listed->finding;
    const dj_mention *claim = finding->claims.at[i];
    const dj_story *story = claim->in->story;
    dj_where where = dj_story_where(story, claim->field, claim->start, claim->end);
    cell(r, dj_slice_of(finding->fingerprint), false);
    cell(r, dj_slice_of(finding->check->id), false);
    cell(r, dj_slice_of(dj_severity_name(finding->severity)), false);
    suppression(r, finding);
    cell(r, finding->message, false);
    cell(r, finding->why, false);
    cell(r, listed->set, false);
    number(r, i + 1);
    cell(r, story->id, false);
    cell(r, story->source, false);
    day(r, story->published);
    cell(r, dj_path_from(r->arena, r->style->directory, story->path), false);
    cell(r, dj_slice_of(dj_field_label(claim->field)), false);
    number(r, where.line);
    number(r, where.column);
    cell(r, dj_slice_of(dj_kind_about(claim->kind)->name), false);
    cell(r, dj_mention_text(claim), false);
    value(r, &claim->value);
}

static void add(dj_report *report, const dj_result_set *set)
{
    for (size_t i = 0; i < set->findings.list.n; i++) {
        dj_listed listed = {set->set.name, set->findings.list.at[i]};
        rows r = {dj_report_part_of(report, dj_listed_part(listed.finding)), report->arena, &report->style,
                  report->result->speech};
        for (size_t c = 0; c < listed.finding->claims.n; c++)
            row(&r, &listed, c);
    }
}

static void end(dj_report *report)
{
    dj_buf_text(&report->frame,
                "\xEF\xBB\xBF"
                "fingerprint,check,severity,suppressed,message,why,set,claim,story,source,published,path,field,line,"
                "column,kind,text,value\r\n");
    for (size_t part = 0; part < DJ_REPORT_PARTS; part++)
        dj_report_pour(report, part);
}

const dj_report_form dj_report_csv = {.add = add, .end = end};
