/* Tags by the tokenizer of the HTML standard (section 13.2.5), as far as bytes matter: where a tag begins and ends, and
 * its name. Everything here looks at each byte a fixed number of times. */
#include "read/markup.h"

#include <stdlib.h>
#include <strings.h>

#include "base/utf8.h"

static const dj_element elements[] = {
#define DJ_ELEMENT(name, shape, nesting) {name, DJ_SHAPE_##shape, DJ_NESTING_##nesting},
#include "read/elements.def"
#undef DJ_ELEMENT
};

typedef struct entity {
    const char *name;
    uint32_t rune;
} entity;

static const entity entities[] = {
#define DJ_ENTITY(name, rune) {name, rune},
#include "read/entities.def"
#undef DJ_ENTITY
};

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static int by_element_name(const void *key, const void *row)
{
    const dj_slice *name = key;
    const char *of_row = ((const dj_element *)row)->name;
    int order = strncasecmp(name->at, of_row, name->n);
    return order ? order : -(of_row[name->n] != 0);
}

const dj_element *dj_element_named(dj_slice name)
{
    if (name.n == 0 || memchr(name.at, 0, name.n))
        return NULL;
    return bsearch(&name, elements, sizeof elements / sizeof elements[0], sizeof elements[0], by_element_name);
}

/* behind the attribute value at `at`; s.n where its quote never closes */
static size_t value_end(dj_slice s, size_t at, bool strict)
{
    if (at < s.n && (s.at[at] == '"' || s.at[at] == '\'')) {
        const char *close = memchr(s.at + at + 1, s.at[at], s.n - at - 1);
        return close ? (size_t)(close - s.at) + 1 : s.n;
    }
    while (at < s.n && !is_space(s.at[at]) && s.at[at] != '>' && !(strict && s.at[at] == '<'))
        at++;
    return at;
}

/* behind the attribute at `at`, with its value */
static size_t attribute_end(dj_slice s, size_t at, bool strict)
{
    for (at++; at < s.n && !is_space(s.at[at]) && !dj_is_one_of(s.at[at], "/>=") && !(strict && s.at[at] == '<');)
        at++;
    size_t equals = at;
    while (equals < s.n && is_space(s.at[equals]))
        equals++;
    if (equals == s.n || s.at[equals] != '=')
        return at;
    for (at = equals + 1; at < s.n && is_space(s.at[at]);)
        at++;
    return value_end(s, at, strict);
}

bool dj_tag_at(dj_slice s, size_t at, bool strict, dj_tag *tag)
{
    dj_tag t = {0};
    t.is_end = at + 1 < s.n && s.at[at + 1] == '/';
    size_t from = at + 1 + t.is_end, pos = from;
    if (pos >= s.n || !is_letter(s.at[pos]))
        return false;
    while (pos < s.n && !is_space(s.at[pos]) && s.at[pos] != '/' && s.at[pos] != '>' && !(strict && s.at[pos] == '<'))
        pos++;
    t.name = dj_slice_sub(s, from, pos);
    while (pos < s.n && s.at[pos] != '>') {
        if (strict && s.at[pos] == '<')
            return false;
        if (is_space(s.at[pos]) || s.at[pos] == '/') {
            pos++;
            continue;
        }
        if (strict && !is_letter(s.at[pos]) && !dj_is_one_of(s.at[pos], "_:@"))
            return false;
        pos = attribute_end(s, pos, strict);
        t.attributes++;
    }
    if (pos >= s.n)
        return false;
    t.end = pos + 1;
    t.element = dj_element_named(t.name);
    *tag = t;
    return true;
}

/* "-->" or "--!>"; a comment may also end at once: "<!-->", "<!--->" */
static size_t dashes_end(dj_slice s, size_t from)
{
    dj_slice rest = dj_slice_sub(s, from, s.n);
    if (dj_slice_starts(rest, DJ_S(">")) || dj_slice_starts(rest, DJ_S("->")))
        return from + (rest.at[0] == '-') + 1;
    for (size_t at = from; (at = dj_slice_find(s, DJ_S("--"), at)) < s.n; at++) {
        size_t mark = at + 2 + (at + 2 < s.n && s.at[at + 2] == '!');
        if (mark < s.n && s.at[mark] == '>')
            return mark + 1;
    }
    return s.n;
}

size_t dj_comment_end(dj_slice s, size_t at)
{
    if (at + 1 >= s.n || !dj_is_one_of(s.at[at + 1], "!?/"))
        return at;
    if (s.at[at + 1] == '/' && (at + 2 >= s.n || is_letter(s.at[at + 2])))
        return at;
    if (dj_slice_starts(dj_slice_sub(s, at, s.n), DJ_S("<!--")))
        return dashes_end(s, at + 4);
    size_t end = dj_slice_find(s, DJ_S(">"), at + 2);
    return end < s.n ? end + 1 : s.n;
}

size_t dj_raw_end(dj_slice s, size_t at, dj_slice name)
{
    for (size_t pos = at; (pos = dj_slice_find(s, DJ_S("</"), pos)) < s.n; pos += 2) {
        size_t behind = pos + 2 + name.n;
        if (behind < s.n && strncasecmp(s.at + pos + 2, name.at, name.n) == 0 &&
            (is_space(s.at[behind]) || s.at[behind] == '/' || s.at[behind] == '>')) {
            size_t end = dj_slice_find(s, DJ_S(">"), behind);
            return end < s.n ? end + 1 : s.n;
        }
    }
    return s.n;
}

static int by_entity_name(const void *key, const void *row)
{
    const dj_slice *name = key;
    const char *of_row = ((const entity *)row)->name;
    int order = strncmp(name->at, of_row, name->n);
    return order ? order : -(of_row[name->n] != 0);
}

/* the code point of &#…; or &#x…;, 0 for none; *pos moves behind the digits */
static uint32_t numeric(dj_slice s, size_t *pos)
{
    unsigned base = *pos < s.n && (s.at[*pos] | 0x20) == 'x' ? 16 : 10;
    *pos += base == 16;
    uint32_t rune = 0;
    for (; *pos < s.n; ++*pos) {
        char c = s.at[*pos];
        unsigned digit = c >= '0' && c <= '9'                                   ? (unsigned)(c - '0')
                         : base == 16 && (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (unsigned)((c | 0x20) - 'a' + 10)
                                                                                : 16;
        if (digit >= base)
            break;
        rune = rune > 0x10FFFF ? rune : rune * base + digit;
    }
    static const uint16_t windows[] = {/* 0x80..0x9F mean Windows-1252 (HTML standard, section 13.2.5.80) */
                                       0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,  0x2030, 0x160,
                                       0x2039, 0x152,  0x8D,   0x17D,  0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                       0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};
    if (rune >= 0x80 && rune <= 0x9F)
        return windows[rune - 0x80];
    return rune > 0x10FFFF || (rune >= 0xD800 && rune <= 0xDFFF) ? DJ_BAD_RUNE : rune;
}

size_t dj_reference_at(dj_slice s, size_t at, char utf8[4], size_t *n)
{
    size_t pos = at + 1;
    uint32_t rune = 0;
    if (pos < s.n && s.at[pos] == '#') {
        pos++;
        rune = numeric(s, &pos);
    } else {
        enum { LONGEST_NAME = 8 };
        while (pos < s.n && pos - at <= LONGEST_NAME && (is_letter(s.at[pos]) || (s.at[pos] >= '0' && s.at[pos] <= '9')))
            pos++;
        dj_slice name = dj_slice_sub(s, at + 1, pos);
        const entity *found = name.n ? bsearch(&name, entities, sizeof entities / sizeof entities[0], sizeof entities[0],
                                               by_entity_name)
                                     : NULL;
        bool is_closed = pos < s.n && s.at[pos] == ';';
        if (found && (is_closed || found->rune < 0x100)) /* old pages leave the semicolon off Latin-1 names */
            rune = found->rune;
    }
    if (rune == 0)
        return 0;
    *n = dj_utf8_put(rune, utf8);
    return pos + (pos < s.n && s.at[pos] == ';') - at;
}

void dj_trace_break(dj_trace *trace, int lines, uint32_t from, uint32_t to)
{
    size_t n = trace->text.n;
    for (; n > 0 && lines > 0 && trace->text.at[n - 1] == '\n'; n--)
        lines--;
    if (n > 0 && lines > 0)
        dj_trace_step(trace, dj_slice_sub(DJ_S("\n\n"), 0, (size_t)lines), from, to);
}

void dj_trace_tag(dj_trace *trace, dj_shape shape, bool is_end, uint32_t from, uint32_t to)
{
    size_t n = trace->text.n;
    switch (shape) {
    case DJ_SHAPE_BREAK:
        if (n > 0 && !(n > 1 && trace->text.at[n - 1] == '\n' && trace->text.at[n - 2] == '\n'))
            dj_trace_step(trace, DJ_S("\n"), from, to);
        break;
    case DJ_SHAPE_CELL:
        if (!is_end && n > 0 && trace->text.at[n - 1] != '\n')
            dj_trace_step(trace, DJ_S("\t"), from, to);
        break;
    case DJ_SHAPE_LINE: dj_trace_break(trace, 1, from, to); break;
    case DJ_SHAPE_BLOCK:
    case DJ_SHAPE_ASIDE: dj_trace_break(trace, 2, from, to); break;
    case DJ_SHAPE_INLINE:
    case DJ_SHAPE_HIDDEN:
    case DJ_SHAPE_RAW: break;
    }
}
