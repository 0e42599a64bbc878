/* The promise of every map: the file's bytes under any span of a field are those that say it. Stories are put together
 * at random from pieces whose bytes and text are known, in every charset and format, so that the right span of any text
 * is known without asking the code under test. */
#include "reading.h"

#include <stdlib.h>

#include "base/utf8.h"

enum { MOST_PIECES = 300, ROUNDS = 60, SPANS = 200 };

typedef enum charset { UTF8, UTF8_BOM, UTF16_LE, UTF16_BE, CP949, CHARSETS } charset;

typedef struct piece {
    const char *source, *text, *cp949; /* cp949: of source; NULL where it has none, "=" where it is ASCII */
    bool is_markup, is_damage;
} piece;

static const piece pieces[] = {
    {"가", "가", "\xB0\xA1", false, false},
    {"조", "조", "\xC1\xB6", false, false},
    {"명", "명", "\xB8\xED", false, false},
    {"3", "3", "=", false, false},
    {"5", "5", "=", false, false},
    {"A", "A", "=", false, false},
    {" ", " ", "=", false, false},
    {"“", "“", "\xA1\xB0", false, false},
    {"\xF0\x9F\x93\x8C", "\xF0\x9F\x93\x8C", NULL, false, false},
    {"\xC3\xA9", "\xC3\xA9", NULL, false, false},
    {"e\xCC\x81", "\xC3\xA9", NULL, false, false},
    {"\xE1\x84\x8C\xE1\x85\xA9", "조", NULL, false, false},
    {"\xE1\x84\x8B\xE1\x85\xAF\xE1\x86\xAB", "원", NULL, false, false},
    {"\xE2\x84\xAB", "\xC3\x85", NULL, false, false}, /* the angstrom sign */
    {"<b>", "", "=", true, false},
    {"</b>", "", "=", true, false},
    {"<!-- 5 -->", "", "=", true, false},
    {"&amp;", "&", "=", true, false},
    {"&#51312;", "조", "=", true, false},
    {"&hellip;", "…", "=", true, false},
    {"<br>", "\n", "=", true, false},
    {"\xFF", "\xEF\xBF\xBD", NULL, false, true},
};

typedef struct placed {
    uint32_t text, text_end, file, file_end;
    bool is_copy; /* the file's bytes are the text's */
} placed;

typedef struct made {
    dj_buf file, text;
    placed at[MOST_PIECES];
    size_t n;
} made;

static unsigned roll(uint32_t *seed, unsigned sides)
{
    *seed = *seed * 1664525u + 1013904223u;
    return (*seed >> 8) % sides;
}

static void put_utf16(dj_buf *out, uint32_t unit, bool big)
{
    dj_buf_byte(out, (char)(big ? unit >> 8 : unit));
    dj_buf_byte(out, (char)(big ? unit : unit >> 8));
}

static void encode(dj_buf *out, const char *utf8, const char *cp949, charset set)
{
    dj_slice s = dj_slice_of(utf8);
    if (set == UTF8 || set == UTF8_BOM)
        dj_buf_add(out, s);
    else if (set == CP949)
        dj_buf_text(out, cp949[0] == '=' ? utf8 : cp949);
    for (size_t pos = 0; (set == UTF16_LE || set == UTF16_BE) && pos < s.n;) {
        uint32_t rune = dj_utf8_next(s, &pos);
        if (rune >= 0x10000)
            put_utf16(out, 0xD800 + ((rune - 0x10000) >> 10), set == UTF16_BE);
        put_utf16(out, rune >= 0x10000 ? 0xDC00 + ((rune - 0x10000) & 0x3FF) : rune, set == UTF16_BE);
    }
}

static void place(made *m, const piece *p, charset set)
{
    placed *at = &m->at[m->n++];
    at->text = (uint32_t)m->text.n;
    at->file = (uint32_t)m->file.n;
    encode(&m->file, p->source, p->cp949, set);
    dj_buf_text(&m->text, p->text);
    at->text_end = (uint32_t)m->text.n;
    at->file_end = (uint32_t)m->file.n;
    at->is_copy = strcmp(p->source, p->text) == 0 && (set == UTF8 || set == UTF8_BOM);
}

/* White space that browsers fold is left to other tests: none first, last or doubled. */
static bool fits(const made *m, const piece *p, charset set, dj_format format)
{
    bool is_first = m->text.n == 0;
    bool after_space = is_first || strchr(" \n", m->text.at[m->text.n - 1]);
    if (p->text[0] && strchr(" \n", p->text[0]) && after_space)
        return false;
    if (p->is_damage)
        return set == UTF8_BOM && format == DJ_FORMAT_TEXT;
    if (p->is_markup && format != DJ_FORMAT_MARKDOWN && format != DJ_FORMAT_HTML)
        return false;
    if (p->is_markup && is_first)
        return false;
    return set != CP949 || p->cp949;
}

static made make(uint32_t *seed, charset set, dj_format format)
{
    made m = {dj_buf_new(SIZE_MAX), dj_buf_new(SIZE_MAX), {{0}}, 0};
    static const char *const marks[CHARSETS] = {"", "\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF", ""};
    dj_buf_text(&m.file, marks[set]);
    if (format == DJ_FORMAT_HTML)
        encode(&m.file, "<html><body><p>", "=", set);
    for (unsigned tries = roll(seed, MOST_PIECES - 2); tries > 0; tries--) {
        const piece *p = &pieces[roll(seed, sizeof pieces / sizeof pieces[0])];
        if (fits(&m, p, set, format))
            place(&m, p, set);
    }
    place(&m, &pieces[0], set);
    return m;
}

static const placed *piece_at(const made *m, uint32_t text)
{
    for (size_t i = 0; i < m->n; i++)
        if (m->at[i].text <= text && text < m->at[i].text_end)
            return &m->at[i];
    return NULL;
}

static bool spans_are_right(const made *m, const dj_story *story, uint32_t *seed)
{
    for (int i = 0; i < SPANS; i++) {
        uint32_t start = roll(seed, (unsigned)m->text.n), end = start + 1 + roll(seed, (unsigned)(m->text.n - start));
        const placed *first = piece_at(m, start), *last = piece_at(m, end - 1);
        dj_where where = dj_story_where(story, DJ_FIELD_TEXT, start, end);
        uint32_t from = first->file + (first->is_copy ? start - first->text : 0);
        uint32_t to = last->is_copy ? last->file + (end - last->text) : last->file_end;
        if (where.start != from || where.end != to)
            return false;
    }
    return true;
}

static void check(charset set, dj_format format)
{
    for (uint32_t round = 0; round < ROUNDS; round++) {
        uint32_t seed = round * 7919 + (uint32_t)set * 31 + (uint32_t)format;
        made m = make(&seed, set, format);
        reading r = read_bytes(dj_buf_slice(&m.file), format);
        bool is_text = dj_slice_eq(field_text(&r, 0, DJ_FIELD_TEXT), dj_buf_slice(&m.text));
        CU_ASSERT_TRUE(is_text);
        CU_ASSERT_TRUE(is_text && spans_are_right(&m, r.stories.list.at[0], &seed));
        if (!is_text)
            printf("\n  charset %d format %d\n  %.*s\n  %.*s\n", set, format, DJ_FMT(dj_buf_slice(&m.file)),
                   DJ_FMT(field_text(&r, 0, DJ_FIELD_TEXT)));
        reading_free(&r);
        dj_buf_free(&m.file);
        dj_buf_free(&m.text);
    }
}

static void spans_of_text_lead_back(void)
{
    for (int set = 0; set < CHARSETS; set++)
        check((charset)set, DJ_FORMAT_TEXT);
}

static void spans_of_markdown_lead_back(void)
{
    for (int set = 0; set < CHARSETS; set++)
        check((charset)set, DJ_FORMAT_MARKDOWN);
}

static void spans_of_pages_lead_back(void)
{
    for (int set = 0; set < CHARSETS; set++)
        check((charset)set, DJ_FORMAT_HTML);
}

SUITE("read/maps", {"spans of text lead back", spans_of_text_lead_back},
      {"spans of Markdown lead back", spans_of_markdown_lead_back}, {"spans of pages lead back", spans_of_pages_lead_back})
