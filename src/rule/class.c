/* One letter's worth of pattern. Escapes of classes come from a table; negated ones are complements of it. */
#include "rule/class.h"

#include <stdlib.h>

#include "base/utf8.h"

enum { RUNE_MAX = 0x10FFFF, RANGES_MAX = 12 };

typedef struct named_class {
    char letter;
    dj_range ranges[RANGES_MAX]; /* sorted; ends at one that holds only 0 */
} named_class;

static const named_class named[] = {
    {'d', {{'0', '9'}}},
    {'w', {{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}}},
    {'s', {{'\t', '\r'}, {' ', ' '}}},
    {'h',
     {{'\t', '\t'},
      {' ', ' '},
      {0xA0, 0xA0},
      {0x1680, 0x1680},
      {0x180E, 0x180E},
      {0x2000, 0x200A},
      {0x202F, 0x202F},
      {0x205F, 0x205F},
      {0x3000, 0x3000}}},
    {'v', {{'\n', '\r'}, {0x85, 0x85}, {0x2028, 0x2029}}},
};

static void add(dj_arena *arena, dj_class *class, uint32_t from, uint32_t to)
{
    if (from <= to)
        *DJ_PUSH(arena, &class->ranges) = (dj_range){from, to};
}

static int by_from(const void *a, const void *b)
{
    const dj_range *x = a, *y = b;
    return (x->from > y->from) - (x->from < y->from);
}

void dj_class_complement(dj_arena *arena, dj_class *class)
{
    dj_class rest = {0};
    uint32_t next = 0;
    if (class->ranges.n)
        qsort(class->ranges.at, class->ranges.n, sizeof *class->ranges.at, by_from);
    for (size_t i = 0; i < class->ranges.n; i++) {
        dj_range r = class->ranges.at[i];
        if (r.from > next)
            add(arena, &rest, next, r.from - 1);
        if (r.to >= next)
            next = r.to + 1;
    }
    add(arena, &rest, next, RUNE_MAX);
    *class = rest;
}

/* \d and its like, \D and its like; \R begins with what \v holds */
static bool add_named(dj_arena *arena, char letter, dj_class *out)
{
    if (letter == 'R')
        letter = 'v';
    for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
        bool is_negated = letter == named[i].letter - 'a' + 'A';
        if (letter != named[i].letter && !is_negated)
            continue;
        dj_class class = {0};
        for (size_t k = 0; k < RANGES_MAX && named[i].ranges[k].to; k++)
            add(arena, &class, named[i].ranges[k].from, named[i].ranges[k].to);
        if (is_negated)
            dj_class_complement(arena, &class);
        for (size_t k = 0; k < class.ranges.n; k++)
            add(arena, out, class.ranges.at[k].from, class.ranges.at[k].to);
        return true;
    }
    return false;
}

static int hex_digit(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* \x{A0} or \xA0 behind the x */
static bool read_hex(dj_slice pattern, size_t *at, uint32_t *rune)
{
    bool is_braced = *at < pattern.n && pattern.at[*at] == '{';
    size_t i = *at + is_braced, n = 0;
    *rune = 0;
    for (; i < pattern.n && hex_digit(pattern.at[i]) >= 0 && n < (is_braced ? 6u : 2u); i++, n++)
        *rune = *rune * 16 + (uint32_t)hex_digit(pattern.at[i]);
    if (is_braced && (i >= pattern.n || pattern.at[i++] != '}'))
        return false;
    *at = i;
    return *rune <= RUNE_MAX;
}

/* an escape that stands for one code point; *at is behind the backslash */
static bool read_escaped_rune(dj_slice pattern, size_t *at, uint32_t *rune)
{
    static const char letters[] = "tnrfae", values[] = "\t\n\r\f\a\x1B";
    char c = *at < pattern.n ? pattern.at[*at] : '\0';
    const char *found = c ? strchr(letters, c) : NULL;
    bool is_word = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (c == 'x') {
        (*at)++;
        return read_hex(pattern, at, rune);
    }
    if (c == '\0' || (is_word && !found))
        return false;
    *rune = found ? (uint32_t)values[found - letters] : dj_utf8_next(pattern, at);
    *at += found != NULL;
    return true;
}

/* an escape behind the backslash; inside a class or not */
static bool read_escape(dj_arena *arena, dj_slice pattern, size_t *at, dj_class *out)
{
    char c = *at < pattern.n ? pattern.at[*at] : '\0';
    uint32_t rune;
    if (add_named(arena, c, out)) {
        (*at)++;
        return true;
    }
    if (c == 'p' || c == 'P') {
        size_t i = *at + 1;
        if (i < pattern.n && pattern.at[i] == '{')
            while (i < pattern.n && pattern.at[i] != '}')
                i++;
        *at = i < pattern.n ? i + 1 : pattern.n;
        add(arena, out, 0, RUNE_MAX);
        return true;
    }
    if (c == 'X' || c == 'N') {
        (*at)++;
        add(arena, out, 0, RUNE_MAX);
        return *at >= pattern.n || pattern.at[*at] != '{'; /* \N{U+41} */
    }
    if (!read_escaped_rune(pattern, at, &rune))
        return false;
    add(arena, out, rune, rune);
    return true;
}

/* the end of a range whose first code point is `from`; *at is behind the hyphen */
static bool read_range_end(dj_arena *arena, dj_slice pattern, size_t *at, uint32_t from, dj_class *out)
{
    uint32_t to;
    if (pattern.at[*at] == '\\') {
        (*at)++;
        if (!read_escaped_rune(pattern, at, &to))
            return false;
    } else {
        to = dj_utf8_next(pattern, at);
    }
    add(arena, out, from, to);
    return true;
}

/* one item of a class: a code point, a range or an escape */
static bool read_item(dj_arena *arena, dj_slice pattern, size_t *at, dj_class *out)
{
    size_t before = out->ranges.n;
    if (pattern.at[*at] == '[' && *at + 1 < pattern.n && strchr(":.=", pattern.at[*at + 1]))
        return false; /* [:alpha:] */
    if (pattern.at[*at] == '\\') {
        (*at)++;
        if (!read_escape(arena, pattern, at, out))
            return false;
    } else {
        uint32_t rune = dj_utf8_next(pattern, at);
        add(arena, out, rune, rune);
    }
    bool is_range = *at + 1 < pattern.n && pattern.at[*at] == '-' && pattern.at[*at + 1] != ']';
    bool is_one = out->ranges.n == before + 1 && out->ranges.at[before].from == out->ranges.at[before].to;
    if (!is_range)
        return true;
    if (!is_one)
        return false;
    (*at)++;
    return read_range_end(arena, pattern, at, out->ranges.at[before].from, out);
}

/* *at is behind the [ */
static bool read_class(dj_arena *arena, dj_slice pattern, size_t *at, dj_class *out)
{
    bool is_negated = *at < pattern.n && pattern.at[*at] == '^';
    *at += is_negated;
    for (bool is_first = true; *at < pattern.n && (is_first || pattern.at[*at] != ']'); is_first = false)
        if (!read_item(arena, pattern, at, out))
            return false;
    if (*at >= pattern.n)
        return false;
    (*at)++;
    if (is_negated)
        dj_class_complement(arena, out);
    return true;
}

bool dj_class_read(dj_arena *arena, dj_slice pattern, size_t *at, dj_class *out)
{
    size_t i = *at;
    bool okay = i < pattern.n;
    if (!okay || strchr("()|?*+^$", pattern.at[i]))
        return false;
    char c = pattern.at[i];
    if (c == '[' || c == '\\') {
        i++;
        okay = c == '[' ? read_class(arena, pattern, &i, out) : read_escape(arena, pattern, &i, out);
    } else if (c == '.') {
        i++;
        add(arena, out, 0, RUNE_MAX);
    } else {
        uint32_t rune = dj_utf8_next(pattern, &i);
        add(arena, out, rune, rune);
    }
    if (okay)
        *at = i;
    return okay;
}

/* Signs of Latin-1; punctuation and currency signs; scripts without case, from U+2E80 (CJK, kana) to U+A63F, and the Hangul
 * syllables; wide digits and marks. For all other letters past ASCII, whatever there is. */
static bool is_caseless_range(dj_range r)
{
    static const dj_range plain[] = {{0x80, 0xB4},     {0x2000, 0x20FF}, {0x2190, 0x24B5}, {0x24EA, 0x2BFF},
                                     {0x2E80, 0xA63F}, {0xAC00, 0xD7FF}, {0xFF01, 0xFF20}};
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        if (r.from >= plain[i].from && r.to <= plain[i].to)
            return true;
    return false;
}

void dj_class_fold(dj_arena *arena, dj_class *class)
{
    size_t n = class->ranges.n;
    for (size_t i = 0; i < n; i++) {
        dj_range r = class->ranges.at[i];
        if (r.to >= 0x80 && !is_caseless_range(r))
            add(arena, class, 0, RUNE_MAX);
        for (uint32_t c = r.from; c <= r.to && c <= 'z'; c++) {
            uint32_t small = c | 0x20;
            if (small < 'a' || small > 'z')
                continue;
            add(arena, class, c ^ 0x20, c ^ 0x20);
            if (small == 'k')
                add(arena, class, 0x212A, 0x212A); /* the Kelvin sign */
            if (small == 's')
                add(arena, class, 0x17F, 0x17F); /* the long s */
        }
    }
}

bool dj_assertion(dj_slice pattern, size_t *at)
{
    char c = pattern.at[*at], next = *at + 1 < pattern.n ? pattern.at[*at + 1] : '\0';
    if (c == '^' || c == '$') {
        (*at)++;
        return true;
    }
    if (c != '\\' || next == '\0' || !strchr("bBAzZGK", next))
        return false;
    *at += 2;
    return true;
}

static size_t read_count(dj_slice text, size_t *i)
{
    size_t n = 0;
    for (; *i < text.n && text.at[*i] >= '0' && text.at[*i] <= '9'; (*i)++)
        n = n < 100000 ? n * 10 + (size_t)(text.at[*i] - '0') : n;
    return n;
}

bool dj_quantifier(dj_slice text, size_t *length, size_t *least)
{
    size_t i = 1;
    if (text.n < 3 || text.at[0] != '{' || text.at[1] < '0' || text.at[1] > '9')
        return false;
    *least = read_count(text, &i);
    if (i < text.n && text.at[i] == ',') {
        i++;
        read_count(text, &i);
    }
    if (i >= text.n || text.at[i] != '}')
        return false;
    *length = i + 1;
    return true;
}
