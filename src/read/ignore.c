/* See ignore.h. Comments are found in the decoded source, where all formats still have them, and led to the field by its
 * map: so no reader has to keep them, and none of their words can become text. */
#include "read/ignore.h"

#include "base/limits.h"
#include "base/nearest.h"
#include "base/utf8.h"
#include "read/markup.h"

enum { LONGEST_EXCERPT = 2000 /* bytes */ };

typedef struct comment {
    size_t start, end; /* with its marks; end is that of the text where it does not end */
    dj_slice name, rest; /* "daejo-ignore", and what follows */
    bool has_end;
} comment;

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static size_t skip_space(dj_slice s, size_t at)
{
    while (at < s.n && is_space(s.at[at]))
        at++;
    return at;
}

/* the first comment at or behind *from that is addressed to this program; *from moves behind it. Its first byte is looked for
 * alone: most stories do not have even that. */
static bool next_comment(dj_slice text, size_t *from, comment *out)
{
    const dj_slice opening = DJ_S("<!--"), closing = DJ_S("-->"), ours = DJ_S("daejo-");
    for (size_t at = *from; (at = dj_slice_find(text, DJ_S("<"), at)) < text.n; at++) {
        if (!dj_slice_starts(dj_slice_sub(text, at, text.n), opening))
            continue;
        size_t name = skip_space(text, at + opening.n), behind = name;
        if (!dj_slice_starts(dj_slice_sub(text, name, text.n), ours))
            continue;
        size_t close = dj_slice_find(text, closing, name);
        while (behind < close && !is_space(text.at[behind]) && text.at[behind] != ':')
            behind++;
        out->has_end = close < text.n;
        out->start = at;
        out->end = out->has_end ? close + closing.n : text.n;
        out->name = dj_slice_sub(text, name, behind);
        out->rest = dj_slice_sub(text, behind, close);
        *from = out->end;
        return true;
    }
    return false;
}

/* Widens start..end to its whole line where nothing else stands there, else over the blanks before it that would be left
 * beside others. */
static void widen(dj_slice text, size_t written, size_t *start, size_t *end)
{
    size_t before = *start, behind = *end;
    while (before > written && dj_is_one_of(text.at[before - 1], " \t"))
        before--;
    while (behind < text.n && dj_is_one_of(text.at[behind], " \t\r"))
        behind++;
    bool ends_line = behind == text.n || text.at[behind] == '\n';
    if (ends_line && (before == 0 || text.at[before - 1] == '\n')) {
        *start = before;
        *end = behind < text.n ? behind + 1 : behind;
    } else if (ends_line || behind > *end) {
        *start = before;
    }
}

dj_traced dj_ignores_cut(dj_arena *arena, dj_slice text)
{
    dj_trace trace = dj_trace_new(arena);
    size_t from = 0, written = 0;
    for (comment c; next_comment(text, &from, &c) && c.has_end;) {
        widen(text, written, &c.start, &c.end);
        dj_trace_copy(&trace, text, (uint32_t)written, (uint32_t)c.start);
        written = c.end;
    }
    if (written == 0) {
        dj_trace_drop(&trace);
        return (dj_traced){text, dj_map_shift(arena, text.n, 0)};
    }
    dj_trace_copy(&trace, text, (uint32_t)written, (uint32_t)text.n);
    return dj_trace_end(&trace);
}

/* the first offset of the field's text whose source is not before `decoded` */
static uint32_t offset_from(const dj_field *field, size_t decoded)
{
    uint32_t low = 0, high = (uint32_t)field->text.n;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2, from, to;
        dj_map_span(&field->to_decoded, middle, middle, &from, &to);
        if (from < decoded)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Whether the comment is text of the field all the same, as in a code span of Markdown. */
static bool is_shown(const dj_field *field, const comment *c)
{
    uint32_t at = offset_from(field, c->start), from, to;
    dj_map_span(&field->to_decoded, at, at, &from, &to);
    return from == c->start && dj_slice_starts(dj_slice_sub(field->text, at, field->text.n), DJ_S("<!--"));
}

/* Whether the comment stands among the bytes that the field was made of. */
static bool is_within(const dj_field *field, const comment *c)
{
    uint32_t from, to;
    dj_map_span(&field->to_decoded, 0, (uint32_t)field->text.n, &from, &to);
    return field->text.n > 0 && from <= c->start && c->end <= to;
}

/* The paragraph of the comment: that of the text before it in its line, else of the next text; false where none follows. */
static bool find_paragraph(const dj_field *field, const comment *c, bool has_blocks, dj_ignore *out)
{
    dj_slice text = field->text;
    size_t here = offset_from(field, c->end), at = here;
    while (at > 0 && dj_is_one_of(text.at[at - 1], " \t"))
        at--;
    if (at > 0 && text.at[at - 1] != '\n') {
        at--;
    } else {
        dj_slice next = dj_slice_trim(dj_slice_sub(text, here, text.n));
        if (next.n == 0)
            return false;
        at = (size_t)(next.at - text.at);
    }
    size_t start = at, end = at + 1;
    while (has_blocks && start > 0 && !(text.at[start - 1] == '\n' && start > 1 && text.at[start - 2] == '\n'))
        start--;
    if (has_blocks)
        end = dj_slice_find(text, DJ_S("\n\n"), at);
    out->start = (uint32_t)start;
    out->end = (uint32_t)end;
    return true;
}

/* one line, its white space single */
static dj_slice one_line(dj_arena *arena, dj_slice text)
{
    dj_buf line = dj_buf_new(SIZE_MAX);
    text = dj_slice_trim(text);
    for (size_t i = 0; i < text.n; i++)
        if (!is_space(text.at[i]))
            dj_buf_byte(&line, text.at[i]);
        else if (!is_space(text.at[i - 1]))
            dj_buf_byte(&line, ' ');
    dj_slice kept = dj_slice_copy(arena, dj_buf_slice(&line));
    dj_buf_free(&line);
    return kept;
}

static bool wrong(const dj_ignore_reading *how, dj_place place, const char *what)
{
    dj_error(how->diags, place, "%s", what);
    return false;
}

static bool read_name(const dj_ignore_reading *how, const comment *c, dj_ignore *out)
{
    static const char *const names[] = {"daejo-ignore", "daejo-ignore-story", NULL};
    out->is_whole = dj_slice_is(c->name, names[1]);
    if (out->is_whole || dj_slice_is(c->name, names[0]))
        return true;
    const char *meant = dj_nearest(c->name, names);
    dj_error(how->diags, out->place, "unknown comment '%.*s'; did you mean '%s'?", DJ_FMT(c->name), meant ? meant : names[0]);
    return false;
}

/* CHECK[,CHECK] [until DAY]: REASON */
static bool read_rest(const dj_ignore_reading *how, const comment *c, dj_ignore *out)
{
    size_t colon = dj_slice_find(c->rest, DJ_S(":"), 0);
    dj_slice head = one_line(how->arena, dj_slice_sub(c->rest, 0, colon));
    dj_slice reason = colon < c->rest.n ? dj_slice_sub(c->rest, colon + 1, c->rest.n) : DJ_NONE;
    size_t until = dj_slice_find(head, DJ_S(" until "), 0);
    out->reason = one_line(how->arena, reason);
    out->checks = dj_slice_sub(head, 0, until);
    out->until = DJ_NO_DAY;
    if (out->reason.n == 0)
        return wrong(how, out->place, "a suppression needs a reason: <!-- daejo-ignore CHECK: why -->");
    if (out->checks.n == 0)
        return wrong(how, out->place, "a suppression names its checks: <!-- daejo-ignore CHECK: why -->");
    if (until == head.n)
        return true;
    dj_slice day = dj_slice_sub(head, until + strlen(" until "), head.n);
    if (day.n == strlen("2025-02-05") && dj_iso_parse(day, &out->until))
        return true;
    dj_error(how->diags, out->place, "until '%.*s' is not a day such as 2025-12-31", DJ_FMT(day));
    return false;
}

static dj_place place_of(const dj_ignore_reading *how, const dj_story *story, const dj_field *field, const comment *c)
{
    if (how->row)
        return *how->row;
    size_t line = 0, high = field->lines.n;
    while (high - line > 1) {
        size_t middle = line + (high - line) / 2;
        *(field->lines.starts[middle] <= c->start ? &line : &high) = middle;
    }
    size_t start = field->lines.starts[line], end = dj_slice_find(field->decoded, DJ_S("\n"), start);
    dj_slice whole = dj_slice_sub(field->decoded, start, end);
    uint32_t column = (uint32_t)dj_utf8_count(dj_slice_sub(whole, 0, c->start - start)) + 1;
    return (dj_place){story->path, (uint32_t)line + 1, column, whole.n <= LONGEST_EXCERPT ? whole : DJ_NONE};
}

static void read_comment(const dj_ignore_reading *how, dj_story *story, dj_field_name name, const comment *c)
{
    const dj_field *field = &story->fields[name];
    dj_ignore ignore = {.field = name, .place = place_of(how, story, field, c)};
    if (!c->has_end)
        wrong(how, ignore.place, "the comment does not end: --> is missing");
    else if (!read_name(how, c, &ignore) || !read_rest(how, c, &ignore))
        return;
    else if (!ignore.is_whole && !find_paragraph(field, c, how->has_blocks, &ignore))
        wrong(how, ignore.place, "the suppression stands behind the last paragraph, and holds for none");
    else
        *DJ_PUSH(how->arena, &story->ignores) = ignore;
}

static void read_field(const dj_ignore_reading *how, dj_story *story, dj_field_name name, bool has_title)
{
    const dj_field *field = &story->fields[name], *title = &story->fields[DJ_FIELD_TITLE];
    size_t from = 0, n = 0;
    for (comment c; next_comment(field->decoded, &from, &c); n++) {
        if (n == DJ_LIMIT_IGNORES) {
            wrong(how, place_of(how, story, field, &c),
                  "more than " DJ_SAID(DJ_LIMIT_IGNORES) " suppressions; those from here on are not read");
            return;
        }
        bool is_title = has_title && is_within(title, &c);
        if (!c.has_end || !is_shown(is_title ? title : field, &c))
            read_comment(how, story, is_title ? DJ_FIELD_TITLE : name, &c);
    }
}

void dj_ignores_read(const dj_ignore_reading *how, dj_story *story)
{
    const dj_field *text = &story->fields[DJ_FIELD_TEXT], *title = &story->fields[DJ_FIELD_TITLE];
    bool is_one = title->decoded.at == text->decoded.at;
    read_field(how, story, DJ_FIELD_TEXT, is_one);
    if (!is_one)
        read_field(how, story, DJ_FIELD_TITLE, false);
}
